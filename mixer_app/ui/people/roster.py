"""The people that the table shows, read off the GUI thread: all of them once, afterwards only who has changed."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.changes import changes_since
from mixer_app.services.events import find_event, list_events
from mixer_app.services.journal import latest_change
from mixer_app.services.people import get_attendees, known_people_count, list_attendees
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
    rows.sort(key=_by_name)
    return Roster(
        event=event,
        everyone=everyone,
        rows=tuple(rows),
        index=PeopleIndex([row.attendee for row in rows]),
        registered=len(here),
        known=known_people_count(session),
        change=change,
    )


def renew_roster(session: "Session", old: Roster) -> Roster:
    """The same list as the database has it now; only people who have changed since are read."""
    changes = changes_since(session, None if old.everyone else old.event.id, old.change)
    if changes.everything:
        return load_roster(session, old.event.id, everyone=old.everyone)
    if not changes.attendee_ids:
        return replace(old, change=changes.latest)
    fresh = {attendee.id: attendee for attendee in get_attendees(session, changes.attendee_ids)}
    if old.everyone and not _stay_in_their_rows(old, changes.attendee_ids, fresh):
        return load_roster(session, old.event.id, everyone=True)
    rows = _with_fresh(old.rows, changes.attendee_ids, fresh)
    return replace(
        old,
        rows=rows,
        index=old.index.updated([row.attendee for row in rows]),
        registered=sum(row.at_event for row in rows),
        known=known_people_count(session),
        change=changes.latest,
    )


def _with_fresh(
    rows: Collection[PersonRow], changed: Collection[int], fresh: dict[int, Attendee]
) -> tuple[PersonRow, ...]:
    """The rows, in order, with `fresh` in the place of those who have changed; who cancelled is left out."""
    before = {row.attendee.id: row for row in rows if row.attendee.id in changed}
    renewed = [
        PersonRow(attendee, before[attendee.id].at_event, before[attendee.id].last_event)
        if attendee.id in before
        else PersonRow(attendee)
        for attendee in fresh.values()
        if attendee.status is not Status.CANCELLED
    ]
    kept = [row for row in rows if row.attendee.id not in changed]
    return tuple(sorted([*kept, *renewed], key=_by_name))


def _by_name(row: PersonRow) -> tuple[str, int]:
    return row.by_name, row.attendee.id


def _stay_in_their_rows(old: Roster, changed: Collection[int], fresh: dict[int, Attendee]) -> bool:
    """Whether everyone who has changed is listed already and stays: nobody came in, left or took another's place."""
    listed = {row.attendee.id for row in old.rows if row.attendee.id in changed}
    coming = {attendee.id for attendee in fresh.values() if attendee.status is not Status.CANCELLED}
    return listed == coming


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
