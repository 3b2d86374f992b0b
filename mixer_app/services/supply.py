"""What mentees want against what mentors offer: needs and topics of an event."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from mixer_app.domain.events import Event
from mixer_app.domain.overview import SupplyRow
from mixer_app.domain.people import Attendee
from mixer_app.store import Session, figures
from mixer_app.store.figures import Tally


def needs_supply(session: Session, event: Event) -> tuple[SupplyRow, ...]:
    """The needs in the event's order, then those that only registrations name; unused ones are left out."""
    return _rows(event, figures.count_needs(session, event.id))


def topics_supply(session: Session, event: Event) -> tuple[SupplyRow, ...]:
    """The topics, most wanted first."""
    rows = _rows(event, figures.count_topics(session, event.id))
    return tuple(sorted(rows, key=lambda row: (-row.wanted, -row.offered)))


def supply_among(
    event: Event,
    attendees: Iterable[Attendee],
    wanted: Callable[[Attendee], Iterable[str]],
    offered: Callable[[Attendee], Iterable[str]],
) -> tuple[SupplyRow, ...]:
    """The same of people at hand, who need not be in the database, most wanted first."""
    spelled: dict[str, str] = {}
    tallies = [
        Tally(spelled.setdefault(key, name), offers, person.role, 1, int(person.here))
        for person in attendees
        for offers, names in ((False, wanted(person)), (True, offered(person)))
        for key, name in {name.casefold(): name for name in names}.items()
    ]
    return tuple(sorted(_rows(event, tallies), key=lambda row: (-row.wanted, -row.offered)))


def _rows(event: Event, tallies: Sequence[Tally]) -> tuple[SupplyRow, ...]:
    wanted: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    offered_here: Counter[str] = Counter()
    for tally in tallies:
        if tally.offers and tally.role.hosts:
            offered[tally.name] += tally.people
            offered_here[tally.name] += tally.here
        elif not tally.offers and tally.role.seeks:
            wanted[tally.name] += tally.people
    return tuple(
        SupplyRow(
            name=name,
            wanted=wanted[name],
            offered=offered[name],
            offered_here=offered_here[name],
            sensitive=event.is_sensitive(name),
        )
        for name in dict.fromkeys(tally.name for tally in tallies)
        if wanted[name] or offered[name]
    )
