"""One row of the people table, and the words that stand in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.folding import fold
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.ui.people.facets import Mark

ROLE_WORDS: Final[dict[Role, str]] = {Role.MENTOR: "Mentor", Role.MENTEE: "Mentee", Role.BOTH: "Both"}


class Standing(StrEnum):
    """Where a person stands, in the words of the status column."""

    HERE = "Here"
    EXPECTED = "Not here yet"
    LEFT = "Left"
    CANCELLED = "Cancelled"
    KNOWN = "Known"


_STANDINGS: Final = {
    Status.CHECKED_IN: Standing.HERE,
    Status.REGISTERED: Standing.EXPECTED,
    Status.LEFT: Standing.LEFT,
    Status.CANCELLED: Standing.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the table lists them."""

    attendee: Attendee
    at_event: bool = True
    last_event: str = "At this event"
    double: bool = False  # may be in the list twice
    files: tuple[str, ...] = ()  # of imports that named this person
    marks: Mapping[Mark, str] = field(default_factory=dict[Mark, str], repr=False, compare=False)
    by_name: str = field(init=False, repr=False, compare=False)
    """What names are ordered by: made with the row, off the GUI thread, and not while a column is ordered."""
    cancelled: bool = field(init=False, repr=False, compare=False)  # had registered for the event, and is not coming

    def __post_init__(self) -> None:
        object.__setattr__(self, "cancelled", self.at_event and self.attendee.status is Status.CANCELLED)
        object.__setattr__(self, "by_name", family_first(self.attendee.name))

    @property
    def standing(self) -> Standing:
        """Where this person stands on the evening; `KNOWN` when not registered for it."""
        if not self.at_event:
            return Standing.KNOWN
        return _STANDINGS[self.attendee.status]

    @property
    def status_words(self) -> str:
        """What the status column says: a possible double before all."""
        if self.double:
            return "Double?"
        return "No email" if self.standing is Standing.KNOWN and self.lacks_email else self.standing

    @property
    def lacks_email(self) -> bool:
        """Whether no summary could be sent to this person."""
        return not self.attendee.email


def family_span(name: PersonName) -> tuple[int, int]:
    """Start and end of the family name within `name.shown`; both 0 when it is not known."""
    start = name.shown.rfind(name.family) if name.family else -1
    return (start, start + len(name.family)) if start >= 0 else (0, 0)


def family_first(name: PersonName) -> str:
    """The text by which names are put in order: family name, then the rest; accents do not count."""
    return fold(f"{name.family} {name.given}" if name.family else name.full)


def work_words(attendee: Attendee) -> str:
    """Title and employer in one line."""
    return ", ".join(part for part in (attendee.title, attendee.employer) if part)


def needs_words(attendee: Attendee, event: Event) -> str:
    """What someone wants and what they offer; sensitive needs are counted, never named."""
    wanted = _listed(attendee.needs_wanted, event) if attendee.role.seeks else ""
    offered = _listed(attendee.needs_offered, event) if attendee.role.hosts else ""
    if not offered:
        return _capital(wanted)
    return f"{_capital(wanted)}; offers {offered}" if wanted else f"Offers {offered}"


def shown_needs(needs: Sequence[str], event: Event) -> tuple[tuple[str, ...], int]:
    """The needs that may be named, and how many may not."""
    named = tuple(need for need in needs if not event.is_sensitive(need))
    return named, len(needs) - len(named)


def ticked_words(count: int, unseen: int) -> str:
    """How many rows are chosen, and how many of them a search or a filter hides."""
    return f"{count:,} selected, {unseen:,} not shown" if unseen else f"{count:,} selected"


def people_words(known: int, registered: int, cancelled: int = 0) -> str:
    """The line under the title of the page."""
    person = "person" if known == 1 else "people"
    gone = f", {cancelled:,} cancelled" if cancelled else ""
    return f"{known:,} {person} known, {registered:,} of them at this event{gone}"


def joined(names: Collection[str]) -> str:
    """A list in words: `a, b and c`."""
    listed = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}" if listed else ""


def _listed(needs: Sequence[str], event: Event) -> str:
    named, private = shown_needs(needs, event)
    hidden = (f"{private} private",) if private else ()
    return ", ".join((*(_small(need) for need in named), *hidden))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
