"""The kinds of mentors that an event is short of, and one more of each for a try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from operator import attrgetter
from statistics import median
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.overview import Shortness, SupplyRow
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.services.supply import supply_among
from mixer_app.services.words import mid_sentence

LEAST_PEOPLE: Final = 5
"""A kind that fewer people want would tell of each of them."""

_NOBODY_YET: Final = datetime(2000, 1, 1, tzinfo=UTC)


class Trait(StrEnum):
    """What makes a mentor one of a kind."""

    ANY = "any"
    NEED = "need"
    TOPIC = "topic"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class MentorKind:
    """Mentors who offer one thing, how many mentees want it and how many mentors offer it."""

    trait: Trait
    name: str = ""
    wanted: int = 0
    offered: int = 0
    sensitive: bool = False  # for the control station only

    @property
    def words(self) -> str:
        """The kind inside a sentence: `relocation`."""
        return mid_sentence(self.name)

    def wanted_by(self, mentee: Attendee) -> bool:
        """Whether a mentee wants what this kind offers; any mentor is wanted by all."""
        wants = {Trait.NEED: mentee.needs_wanted, Trait.TOPIC: mentee.topics_wanted, Trait.FIELD: (mentee.field,)}
        return self._is_among(wants)

    def offered_by(self, mentor: Attendee) -> bool:
        """Whether a mentor is of this kind."""
        offers = {Trait.NEED: mentor.needs_offered, Trait.TOPIC: mentor.topics_offered, Trait.FIELD: (mentor.field,)}
        return self._is_among(offers)

    def _is_among(self, names: dict[Trait, tuple[str, ...]]) -> bool:
        return self.trait is Trait.ANY or self.name.casefold() in {name.casefold() for name in names[self.trait]}


ANY_KIND: Final = MentorKind(Trait.ANY)
"""One more mentor, whoever it is."""


def _field(person: Attendee) -> tuple[str, ...]:
    return (person.field,) if person.field else ()


_TRAITS: Final = (
    (Trait.NEED, attrgetter("needs_wanted"), attrgetter("needs_offered")),
    (Trait.TOPIC, attrgetter("topics_wanted"), attrgetter("topics_offered")),
    (Trait.FIELD, _field, _field),
)
"""What mentees want and mentors offer; fields last, which count at some events only."""


def short_kinds(
    event: Event, attendees: Sequence[Attendee], *, most: int, control: bool = True
) -> tuple[MentorKind, ...]:
    """Any mentor, then at most so many kinds that are short, the shortest first; none below five people.

    Sensitive needs are left out unless this is the control station.
    """
    if len(attendees) < LEAST_PEOPLE:
        return ()
    traits = _TRAITS if event.rules.weights.get("field") else _TRAITS[:2]
    short = [
        MentorKind(trait, row.name, row.wanted, row.offered, row.sensitive)
        for trait, wanted, offered in traits
        for row in supply_among(event, attendees, wanted, offered)
        if _is_told(row, control=control)
    ]
    short.sort(key=lambda kind: (kind.offered / kind.wanted, -kind.wanted, kind.name))
    return ANY_KIND, *short[:most]


def one_more(kind: MentorKind, number: int, event: Event, attendees: Sequence[Attendee]) -> Attendee:
    """A mentor of this kind of whom nothing else is known but the usual experience; `number` (from 1) tells them apart.

    The id is negative, which nobody's is.
    """
    years = [one.experience_years for one in attendees if one.role.hosts and one.experience_years is not None]
    return Attendee(
        id=-number,
        person_id=-number,
        event_id=event.id,
        code="",
        name=PersonName(full="One more mentor"),
        role=Role.MENTOR,
        status=Status.REGISTERED,
        updated_at=_NOBODY_YET,
        experience_years=median(years) if years else None,
        needs_offered=(kind.name,) if kind.trait is Trait.NEED else (),
        topics_offered=(kind.name,) if kind.trait is Trait.TOPIC else (),
        field=kind.name if kind.trait is Trait.FIELD else "",
    )


def _is_told(row: SupplyRow, *, control: bool) -> bool:
    return row.shortness is not Shortness.ENOUGH and row.wanted >= LEAST_PEOPLE and (control or not row.sensitive)
