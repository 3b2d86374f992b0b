"""The people that the table shows, read in one go off the GUI thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mixer_app.domain.events import Event
from mixer_app.services.events import find_event, list_events
from mixer_app.services.journal import latest_change
from mixer_app.services.people import known_people_count, list_attendees
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.people.rows import PersonRow

if TYPE_CHECKING:
    from mixer_app.services.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """People of one event, or of all events, with what is needed to find them."""

    event: Event
    everyone: bool
    rows: tuple[PersonRow, ...]
    index: PeopleIndex
    registered: int
    known: int
    change: int  # the journal's state that this shows


def load_roster(session: "Session", event_id: int, *, everyone: bool) -> Roster:
    """The people of the event, or everyone known with their latest registration."""
    change = latest_change(session)
    event = find_event(session, str(event_id))
    here = list_attendees(session, event_id)
    rows = [PersonRow(attendee) for attendee in here]
    if everyone:
        rows += _from_other_events(session, event, {attendee.person_id for attendee in here})
    return Roster(
        event=event,
        everyone=everyone,
        rows=tuple(rows),
        index=PeopleIndex([row.attendee for row in rows]),
        registered=len(here),
        known=known_people_count(session),
        change=change,
    )


def _from_other_events(session: "Session", event: Event, seen: set[int]) -> list[PersonRow]:
    rows: list[PersonRow] = []
    for other in list_events(session):
        if other.id == event.id:
            continue
        words = f"{other.date.year} {other.venue or other.name}"
        new = [attendee for attendee in list_attendees(session, other.id) if attendee.person_id not in seen]
        seen |= {attendee.person_id for attendee in new}
        rows += [PersonRow(attendee, at_event=False, last_event=words) for attendee in new]
    return rows
