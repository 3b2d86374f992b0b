"""The sentences of the Live page."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.events import Event
from mixer_app.domain.projector_frames import digits_of, seconds_shown
from mixer_app.domain.room import Presence, Room, SeatNow, TableNow, TableState
from mixer_app.services.words import counted, number_in_words

OnTheWall = Callable[[datetime], datetime]
"""What the wall clock of the venue shows at a moment."""

PRESENCE_WORDS: Final = {
    Presence.EXPECTED: "",
    Presence.SEEN: "here",
    Presence.MISSING: "missing",
    Presence.GONE: "gone",
}


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What the clock card says."""

    face: str
    tone: str  # colour role of the face
    title: str
    sentence: str


def clock_words(evening: EveningNow, event: Event, on_the_wall: OnTheWall) -> ClockWords:
    """The evening at this moment: the large figures, which round, and what comes of it."""
    match evening.phase:
        case Phase.BEFORE:
            return ClockWords(
                f"{planned_start(evening, event):%H:%M}",
                "text_muted",
                f"Round {evening.round} of {len(evening.rounds)} is planned for {planned_start(evening, event):%H:%M}",
                "Nothing runs before you start it",
            )
        case Phase.OVER:
            return ClockWords("00:00", "text_muted", "All rounds are over", _over_sentence(evening, on_the_wall))
        case Phase.ROUND:
            title, sentence = f"Round {evening.round} of {len(evening.rounds)}", _round_sentence(evening, on_the_wall)
        case Phase.BREAK:
            title = f"Round {evening.round} of {len(evening.rounds)} starts in"
            at = f"At {on_the_wall(evening.phase_ends_at):%H:%M}, " if evening.phase_ends_at is not None else ""
            sentence = f"{at}{_length(evening.schedule.break_s)} to change tables"
    if evening.paused_at is None:
        return ClockWords(digits_of(seconds_shown(evening)), "text", title, sentence)
    where = f"round {evening.round} of {len(evening.rounds)}"
    title = f"Paused in {where}" if evening.phase is Phase.ROUND else f"Paused before {where}"
    since = f"Since {on_the_wall(evening.paused_at):%H:%M:%S}. Everything after it moves back until you resume"
    return ClockWords(digits_of(seconds_shown(evening)), "warn", title, since)


def turn_words(evening: EveningNow, event: Event, on_the_wall: OnTheWall) -> str:
    """What is said aloud when the evening has come to another round or break, or was paused."""
    words = clock_words(evening, event, on_the_wall)
    if evening.phase is Phase.BREAK and not evening.paused:
        return f"Break before round {evening.round}. {words.sentence}"
    return f"{words.title}. {words.sentence}"


def planned_start(evening: EveningNow, event: Event) -> datetime:
    """When the coming round was meant to begin, by the wall clock."""
    step = timedelta(seconds=evening.schedule.round_s + evening.schedule.break_s)
    return event.starts_at + (max(evening.round, 1) - 1) * step


def _round_sentence(evening: EveningNow, on_the_wall: OnTheWall) -> str:
    ends = f"Ends {on_the_wall(evening.phase_ends_at):%H:%M}" if evening.phase_ends_at else ""
    if evening.next_round is None:
        return f"{ends}. It is the last round"
    if not evening.schedule.break_s:
        return f"{ends}, then round {evening.next_round.number} at once"
    return f"{ends}, then {_length(evening.schedule.break_s)} to change tables"


def _over_sentence(evening: EveningNow, on_the_wall: OnTheWall) -> str:
    held = [one for one in evening.rounds if one.starts_at is not None]
    if not held or (ended := held[-1].ends_at) is None:
        return "No round was held"
    return f"The last ended at {on_the_wall(ended):%H:%M}"


def _length(seconds: int) -> str:
    if seconds % 60 == 0:
        return counted(seconds // 60, "minute", "minutes")
    return f"{seconds} seconds" if seconds < 120 else f"{seconds // 60} min {seconds % 60} s"


def room_counts(room: Room) -> str:
    """How many people have a seat in the round, are missing, and wait."""
    if room.plan_id is None or room.evening.phase is Phase.OVER:
        return ""
    parts = [f"{counted(room.seated, 'person has', 'people have')} a seat"]
    if room.missing:
        parts.append(f"{len(room.missing):,} missing")
    if room.waiting:
        parts.append(f"{len(room.waiting):,} waiting for a seat")
    return ", ".join(parts)


def need_words(room: Room, seen_to: Set[int] = frozenset()) -> str:
    """What a reseating is for, people in `seen_to` left out; empty if everyone has a seat."""
    parts: list[str] = []
    if missing := sum(one.seat.attendee.id not in seen_to for one in room.missing):
        parts.append(f"{counted(missing, 'person is', 'people are')} missing")
    if room.waiting:
        waiting = "waits" if len(room.waiting) == 1 else "wait"
        who = counted(len(room.waiting), "person", "people") if not parts else f"{len(room.waiting)}"
        parts.append(f"{who} {waiting} for a seat")
    return " and ".join(parts)


def table_words(table: TableNow) -> str:
    """A table in one breath: `Table 8, mentor missing, two mentees`."""
    name = f"Table {table.number}"
    if table.state is TableState.CLOSED:
        return f"{name}, not used in this round"
    if table.state is TableState.EMPTY:
        return f"{name}, nobody sits here"
    parts = [name, _mentor_words(table.mentor)]
    there = [seat for seat in table.mentees if seat.presence in (Presence.EXPECTED, Presence.SEEN)]
    count = number_in_words(len(there))
    parts.append(f"{count} mentee{'' if len(there) == 1 else 's'}")
    parts += [
        f"{number_in_words(lacking)} {PRESENCE_WORDS[presence]}"
        for presence in (Presence.MISSING, Presence.GONE)
        if (lacking := sum(seat.presence is presence for seat in table.mentees))
    ]
    return ", ".join(parts)


def _mentor_words(seat: SeatNow | None) -> str:
    if seat is None:
        return "no mentor"
    said = PRESENCE_WORDS[seat.presence]
    return f"mentor {said}" if said else "mentor"


def rest_words(tables: list[TableNow]) -> str:
    """What is said of tables that are not shown: `all other 96 full`, `94 others full, 2 not used`."""
    unused = sum(table.state in (TableState.CLOSED, TableState.EMPTY) for table in tables)
    full = len(tables) - unused
    if not unused:
        return f"all other {full:,} full" if full else ""
    return f"{full:,} others full, {unused:,} not used"


def noted_words(name: str, presence: Presence) -> str:
    """What is said once something was noted of someone."""
    said = {
        Presence.SEEN: f"{name} is here",
        Presence.MISSING: f"{name} is missing",
        Presence.GONE: f"{name} has left",
        Presence.EXPECTED: f"{name} is expected again",
    }
    return said[presence]


def news_words(back_at: datetime | None, set_by: timedelta, on_the_wall: OnTheWall) -> str:
    """What one should know of the clock itself; empty: nothing."""
    parts: list[str] = []
    if back_at is not None:
        parts.append(f"Back at {on_the_wall(back_at):%H:%M:%S}, the clock kept running.")
    if set_by:
        minutes = abs(round(set_by.total_seconds() / 60))
        amount = counted(minutes, "minute", "minutes") if minutes else f"{abs(round(set_by.total_seconds()))} seconds"
        parts.append(
            f"The laptop’s clock was put {'forward' if set_by > timedelta(0) else 'back'} by {amount}. "
            "The rounds last as long as they would have."
        )
    return " ".join(parts)


def waited(since: datetime, now: datetime) -> str:
    """`3 min`: how long someone has waited."""
    return f"{max(int((now - since).total_seconds() // 60), 0):,} min"
