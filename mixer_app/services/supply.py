"""What mentees want against what mentors offer: needs, topics and fields of an event."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from mixer_app.domain.events import Event
from mixer_app.domain.overview import SupplyRow
from mixer_app.domain.people import Attendee


def needs_supply(event: Event, attendees: Sequence[Attendee]) -> tuple[SupplyRow, ...]:
    """The needs in the event's order, then those that only registrations name; unused ones are left out."""
    return _rows(
        attendees,
        wanted=lambda person: person.needs_wanted,
        offered=lambda person: person.needs_offered,
        order=[need.name for need in event.needs],
        sensitive=event.is_sensitive,
    )


def topics_supply(event: Event, attendees: Sequence[Attendee]) -> tuple[SupplyRow, ...]:
    """The topics, most wanted first."""
    rows = _rows(
        attendees,
        wanted=lambda person: person.topics_wanted if person.role.seeks else (),
        offered=lambda person: person.topics_offered,
        order=list(event.topics),
        sensitive=event.is_sensitive,
    )
    return tuple(sorted(rows, key=lambda row: (-row.wanted, -row.offered)))


def fields_supply(event: Event, attendees: Sequence[Attendee]) -> tuple[SupplyRow, ...]:
    """The fields of work in which mentees and mentors are, most mentees first."""
    rows = _rows(
        attendees,
        wanted=lambda person: (person.field,) if person.field else (),
        offered=lambda person: (person.field,) if person.field else (),
        order=(),
        sensitive=event.is_sensitive,
    )
    return tuple(sorted(rows, key=lambda row: (-row.wanted, -row.offered)))


def _rows(
    attendees: Sequence[Attendee],
    *,
    wanted: Callable[[Attendee], Iterable[str]],
    offered: Callable[[Attendee], Iterable[str]],
    order: Sequence[str],
    sensitive: Callable[[str], bool],
) -> tuple[SupplyRow, ...]:
    seeking = [person for person in attendees if person.role.seeks]
    hosting = [person for person in attendees if person.role.hosts]
    asking, offering = _count(seeking, wanted), _count(hosting, offered)
    offering_here = _count([person for person in hosting if person.here], offered)
    spellings = [*order, *(name for read in (wanted, offered) for person in attendees for name in read(person))]
    names: dict[str, str] = {}
    for name in spellings:
        names.setdefault(name.casefold(), name)
    return tuple(
        SupplyRow(
            name=name,
            wanted=asking[key],
            offered=offering[key],
            offered_here=offering_here[key],
            sensitive=sensitive(name),
        )
        for key, name in names.items()
        if asking[key] or offering[key]
    )


def _count(people: Sequence[Attendee], read: Callable[[Attendee], Iterable[str]]) -> Counter[str]:
    return Counter(key for person in people for key in {name.casefold() for name in read(person)})
