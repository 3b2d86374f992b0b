"""What a projector shows at one moment, in words and figures: worked out from the evening, never counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import Final

from mixer_app.domain.evening import ActKind, EveningNow, Phase, RoundState
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorLayout, ProjectorState, message_lines

ZEROS_FOR: Final = timedelta(seconds=3)
"""How long 00:00 stands before people are told where to go."""

_SAID_FOR: Final = timedelta(seconds=5)
_TWO_MINUTES_FOR: Final = 10  # seconds
_LAST_MINUTE: Final = 60
_TWO_MINUTES: Final = 120

Venue = Callable[[datetime], datetime]
"""A moment (UTC) as the wall clock of the venue shows it."""


class Tone(StrEnum):
    """How figures and words are coloured; each comes with words or a place of its own."""

    PLAIN = "text"
    LAST_MINUTE = "warn"
    STILL = "text_muted"
    NEWS = "accent"


@dataclass(frozen=True, slots=True)
class Segment:
    """A round in the strip of all rounds: how much of it is past, and whether it runs."""

    share: float
    running: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """One number, and the two things people then ask: which round, when is the next."""

    title: str
    title_rest: str = ""
    status: str = ""  # beside the title
    status_tone: Tone = Tone.PLAIN
    digits: str = ""
    words: str = ""  # where there are no digits
    tone: Tone = Tone.PLAIN
    segments: tuple[Segment, ...] = ()
    clock: str = ""  # on the wall
    following: str = ""  # what comes next
    following_rest: str = ""
    hint: str = ""
    message: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesHead:
    """What stands around the list of tables."""

    round: int
    until: str  # such as "Round 4 in"
    digits: str
    tone: Tone = Tone.PLAIN
    hint: str = ""
    message: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message that has the screen for itself."""

    title: str
    lines: tuple[str, ...]
    clock: str


def picture_now(evening: EveningNow, state: ProjectorState, *, can_find_tables: bool) -> ProjectorLayout:
    """Which picture is on; AUTOMATIC is never the answer. `can_find_tables`: a plan is out and names them."""
    if state.layout is ProjectorLayout.TABLES:
        return ProjectorLayout.TABLES if can_find_tables else ProjectorLayout.COUNTDOWN
    if state.layout is not ProjectorLayout.AUTOMATIC:
        return state.layout
    if just_ended(evening):
        return ProjectorLayout.COUNTDOWN
    if evening.phase is Phase.OVER:
        return ProjectorLayout.MESSAGE
    if evening.phase is Phase.BREAK and can_find_tables:
        return ProjectorLayout.TABLES
    return ProjectorLayout.COUNTDOWN


def next_layout(evening: EveningNow, state: ProjectorState, *, can_find_tables: bool) -> ProjectorLayout:
    """What the key for the next picture chooses: always another picture, by itself where that is due anyway."""
    shown = picture_now(evening, state, can_find_tables=can_find_tables)
    pictures = [ProjectorLayout.COUNTDOWN]
    pictures += [ProjectorLayout.TABLES] * can_find_tables
    pictures += [ProjectorLayout.MESSAGE] * bool(state.message or evening.phase is Phase.OVER)
    after = pictures[(pictures.index(shown) + 1) % len(pictures)] if shown in pictures else pictures[0]
    due = picture_now(evening, ProjectorState(message=state.message), can_find_tables=can_find_tables)
    return ProjectorLayout.AUTOMATIC if after is due else after


def round_to_find(evening: EveningNow, state: ProjectorState) -> int | None:
    """The round whose tables are looked for; None: no round comes."""
    if evening.phase is Phase.ROUND and state.layout is ProjectorLayout.TABLES:
        return evening.round
    coming = evening.next_round
    return coming.number if coming is not None else None


def just_ended(evening: EveningNow) -> bool:
    """Whether a round has ended in the last three seconds."""
    turn = evening.turns[-1] if evening.turns else None
    return turn is not None and not turn.began and evening.at - turn.at < ZEROS_FOR


def seconds_shown(evening: EveningNow) -> int:
    """Whole seconds left; a second that has begun counts, so that zero is the end."""
    return max(ceil(evening.remaining.total_seconds()), 0)


def digits_of(seconds: int) -> str:
    """Minutes and seconds, such as `07:48`."""
    return f"{seconds // 60:02}:{seconds % 60:02}"


def until_next_second(evening: EveningNow) -> float:
    """Seconds until other digits are due; while nothing counts, until the wall clock may have turned."""
    left = evening.remaining.total_seconds()
    if evening.under_way and not evening.paused and left > 0:
        return left % 1.0 or 1.0
    return 1.0 - evening.at.microsecond / 1_000_000


def countdown(event: Event, evening: EveningNow, state: ProjectorState, venue: Venue) -> Countdown:
    """The countdown at the moment of `evening`."""
    clock, message = _hour(venue(evening.at)), message_lines(state.message)
    if evening.phase is Phase.BEFORE:
        return _before(event, evening, clock, message, venue)
    if just_ended(evening):
        number = evening.turns[-1].round
        return Countdown(
            title=f"Round {number}", title_rest=f"of {len(evening.rounds)}", digits=digits_of(0),
            tone=Tone.LAST_MINUTE, segments=_segments(evening), clock=clock, message=message,
        )  # fmt: skip
    if evening.phase is Phase.OVER:
        return Countdown(
            title=event.name, words="All rounds are over", segments=_segments(evening), clock=clock, message=message
        )
    return _under_way(evening, clock, message, venue)


def tables_head(evening: EveningNow, state: ProjectorState) -> TablesHead:
    """What stands around the list of tables at the moment of `evening`."""
    message = message_lines(state.message)
    number = round_to_find(evening, state) or evening.round
    if not evening.under_way:
        return TablesHead(round=number, until=f"Round {number}", digits="", hint=_WHO_STAYS, message=message)
    into = f"Round {number}, left" if evening.phase is Phase.ROUND and number == evening.round else f"Round {number} in"
    if evening.phase is Phase.ROUND and number != evening.round:
        into = f"Round {evening.round}, left"
    return TablesHead(
        round=number,
        until="Paused" if evening.paused else into,
        digits=digits_of(seconds_shown(evening)),
        tone=Tone.STILL if evening.paused else Tone.PLAIN,
        hint=_WHO_STAYS,
        message=message,
    )


def notice(event: Event, evening: EveningNow, state: ProjectorState, venue: Venue) -> Notice:
    """The message at the moment of `evening`; without one, thanks at the end and a welcome before."""
    usual = "Thank you for coming" if evening.phase is Phase.OVER else "Welcome"
    return Notice(
        title=event.name, lines=message_lines(state.message) or (usual,), clock=_hour(venue(evening.at))
    )  # fmt: skip


_WHO_STAYS: Final = "Mentors keep their table"


def _before(event: Event, evening: EveningNow, clock: str, message: tuple[str, ...], venue: Venue) -> Countdown:
    now, start = venue(evening.at), event.starts_at
    if now >= start:
        return Countdown(title=event.name, words="We start in a moment", clock=clock, message=message)
    day = "" if start.date() == now.date() else f"on {start.day} {start:%B}"
    return Countdown(
        title="Starts at", title_rest=day, digits=_hour(start), segments=_segments(evening), clock=clock,
        following=event.name, message=message,
    )  # fmt: skip


def _under_way(evening: EveningNow, clock: str, message: tuple[str, ...], venue: Venue) -> Countdown:
    left, coming = seconds_shown(evening), evening.next_round
    in_round = evening.phase is Phase.ROUND
    status, status_tone = _status(evening, left)
    following, rest = "Last round", ""
    if coming is not None and coming.starts_at is not None:
        following, rest = f"Round {coming.number}", f"at {_hour(_to_the_minute(venue(coming.starts_at)))}"
    tone = Tone.LAST_MINUTE if in_round and left <= _LAST_MINUTE else Tone.PLAIN
    return Countdown(
        title=f"Round {evening.round}",
        title_rest=f"of {len(evening.rounds)}" if in_round else "in",
        status=status,
        status_tone=status_tone,
        digits=digits_of(left),
        tone=Tone.STILL if evening.paused else tone,
        segments=_segments(evening),
        clock=clock,
        following=following,
        following_rest=rest,
        hint="Your table is on your match sheet" if coming is not None else "",
        message=message,
    )


def _status(evening: EveningNow, left: int) -> tuple[str, Tone]:
    if evening.paused:
        return "Paused", Tone.STILL
    act = evening.last_act
    if act is not None and act.kind is ActKind.EXTEND and evening.at - act.at < _SAID_FOR:
        minutes, seconds = divmod(abs(act.seconds), 60)
        amount = f"{minutes} min" if not seconds else f"{abs(act.seconds)} s"
        return f"{'+' if act.seconds >= 0 else '−'}{amount}", Tone.NEWS
    if evening.phase is not Phase.ROUND:
        return "", Tone.PLAIN
    if left <= _LAST_MINUTE:
        return "One minute left", Tone.LAST_MINUTE
    if _TWO_MINUTES - _TWO_MINUTES_FOR < left <= _TWO_MINUTES:
        return "Two minutes left", Tone.NEWS
    return "", Tone.PLAIN


def _segments(evening: EveningNow) -> tuple[Segment, ...]:
    return tuple(
        Segment(_share(evening), running=True)
        if one.state in (RoundState.RUNNING, RoundState.PAUSED)
        else Segment(1.0 if one.state in (RoundState.ENDED, RoundState.SKIPPED) else 0.0)
        for one in evening.rounds
    )


def _share(evening: EveningNow) -> float:
    """How much of the round under way has gone, by whole seconds as the digits show them."""
    if evening.phase_started_at is None or evening.phase_ends_at is None:
        return 0.0
    whole = (evening.phase_ends_at - evening.phase_started_at).total_seconds()
    return min(max(1 - seconds_shown(evening) / whole, 0.0), 1.0) if whole > 0 else 1.0


def _hour(wall_clock: datetime) -> str:
    return f"{wall_clock:%H:%M}"


def _to_the_minute(wall_clock: datetime) -> datetime:
    return (wall_clock + timedelta(seconds=30)).replace(second=0, microsecond=0)
