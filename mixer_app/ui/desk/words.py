"""The sentences of the desk."""

from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.badge_code import parse_badge_code, spaced
from mixer_app.domain.evening import EveningNow
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.live_words import live_words
from mixer_app.services.words import number_in_words, when_words
from mixer_app.ui.desk.badge_state import PRINTED, BadgeState

ROLE_WORDS: Final[dict[Role, str]] = {Role.MENTOR: "mentor", Role.MENTEE: "mentee", Role.BOTH: "mentor and mentee"}


def clock_time(at: datetime | None) -> str:
    """The time of day on the wall clock of this machine."""
    return at.astimezone().strftime("%H:%M") if at else ""


def day_words(event: Event) -> str:
    """The event and its day: `Physician Leaders Mixer, Thursday 14 May`."""
    return f"{event.name}, {event.date:%A} {event.date.day} {event.date:%B}"


def round_words(event: Event, now: datetime, evening: EveningNow | None = None) -> str:
    """How long until the first round, or which round it is: by the schedule until staff have started the evening."""
    if evening is not None and (running_words := live_words(evening)):
        return running_words
    wall = now.astimezone().replace(tzinfo=None)
    rounds = event.round_times()
    if not rounds:
        return ""
    until = rounds[0].starts_at - wall
    if until > timedelta(days=1):
        return f"first round on {rounds[0].starts_at.day} {rounds[0].starts_at:%B}"
    if until > timedelta():
        return f"first round in {_duration(until)}"
    running = next((times for times in rounds if wall < times.ends_at), None)
    if running is None:
        return "the rounds are over"
    if wall < running.starts_at:
        return f"round {running.number} in {_duration(running.starts_at - wall)}"
    return f"round {running.number} of {event.rounds}"


def stay_words(attendee: Attendee, event: Event) -> str:
    """When someone comes and goes, and how many rounds that is; empty when nothing was said."""
    if attendee.arrives is None and attendee.leaves is None:
        return ""
    count = sum(event.rounds_between(attendee.arrives, attendee.leaves))
    start = f"From {attendee.arrives:%H:%M}" if attendee.arrives else "From the start"
    end = f"until {attendee.leaves:%H:%M}" if attendee.leaves else "to the end"
    rounds = (
        "all " + number_in_words(count)
        if count == event.rounds
        else f"{number_in_words(count)} of {number_in_words(event.rounds)}"
    )
    return f"{start} {end}, {rounds} rounds"


def badge_words(attendee: Attendee, state: BadgeState | None = None) -> tuple[str, str]:
    """The code of the badge, and whether it was printed, or what became of it."""
    at = attendee.badge_printed_at
    if state is not None and state != PRINTED:
        return spaced(attendee.code), state.words.removeprefix("badge ")
    return spaced(attendee.code), f"printed at {clock_time(at)}" if at else "not printed yet"


def namesake_words(count: int, *, more: bool) -> str:
    """Of so many people with one name, `more` where others are not shown: how one of them is chosen."""
    keys = "1 or 2" if count == 2 else f"1 to {count}"
    many = "Several" if more else number_in_words(count).capitalize()
    return f"{many} people have this name. Choose with the arrow keys or Ctrl {keys}."


def already_words(attendee: Attendee, now: datetime) -> str:
    """When and where someone was checked in before."""
    at = attendee.checked_in_at
    if at is None:
        return "This person is already in the room."
    when = when_words(at, now)
    where = f", at {attendee.checked_in_where}" if attendee.checked_in_where else ""
    return f"{when[:1].upper()}{when[1:]}{where}. Nothing was changed now."


def spoken(attendee: Attendee, what: str) -> str:
    """What the live region says: `Adaeze Nnamdi, mentee, checked in`."""
    return f"{attendee.name.shown}, {ROLE_WORDS[attendee.role]}, {what}"


def name_typed(text: str) -> str:
    """The name that somebody who is not found has by what was typed; empty: that is a badge code or an address."""
    return "" if parse_badge_code(text) or "@" in text else text.strip()


def walk_in_hint(text: str) -> str:
    """What F2 does about somebody who is not found by what was typed."""
    return "walk-in with this name" if name_typed(text) else "walk-in"


def not_found_words(typed: str) -> tuple[str, str]:
    """That a badge code or an address which was typed, not scanned, is nobody's; and what to do.

    A `#number` is somebody who was found and chosen.
    """
    if typed.startswith("#"):
        return "No longer registered", "This person was merged with another or erased meanwhile. Search again."
    what, whose = ("address", "email address") if "@" in typed else ("code", "badge code")
    return (
        f"No one with this {what}",
        f"“{typed}” is nobody’s {whose} here. Correct it, type the name instead, or press F2 for a walk-in.",
    )


def found_words(count: int) -> str:
    """What the search says of its hits."""
    return f"{count:,} found" if count else ""


def still_to_come(registered: int, here: int, walk_ins: int, late: int) -> str:
    """The line under the bar of the counters."""
    parts = [f"{max(registered - here, 0):,} still to come"]
    if late:
        parts.append(f"{late:,} said they will be late")
    coming = ", ".join(parts)
    if not walk_ins:
        return coming[:1].upper() + coming[1:]
    return f"{walk_ins:,} walk-in{'s' if walk_ins > 1 else ''}. {coming}"


def _duration(length: timedelta) -> str:
    minutes = -(-int(length.total_seconds()) // 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02d} min"
