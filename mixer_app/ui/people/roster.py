"""The people that the table shows, read off the GUI thread: all of them once, afterwards only who has changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.changes import changes_since
from mixer_app.services.doubles import find_doubles, identity_of
from mixer_app.services.events import find_event, list_events
from mixer_app.services.journal import latest_change
from mixer_app.services.people import get_attendees, known_people_count, list_attendees, may_come_again
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.people.facets import MarkCounts, marks_of
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
    cancelled: int  # of those who had registered for the event: they are listed too
    known: int
    change: int  # the journal's state that this shows
    counts: MarkCounts = field(default_factory=MarkCounts)
    doubles: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])


def load_roster(session: "Session", event_id: int, *, everyone: bool) -> Roster:
    """The people of the event, or everyone known with their latest registration."""
    from mixer_app.services.imports import files_of_people  # readers of files: not for a page that only opens

    change = latest_change(session)
    event = find_event(session, str(event_id))
    here = list_attendees(session, event_id, cancelled=True)
    files = files_of_people(session, event_id)
    rows = [PersonRow(attendee, files=tuple(files.get(attendee.id, ()))) for attendee in here]
    if everyone:
        rows += _from_other_events(session, event, {attendee.person_id for attendee in here})
    rows.sort(key=_by_name)
    doubles = find_doubles(_coming(rows))
    rows = [_marked(row, event, double=row.attendee.id in doubles) for row in rows]
    cancelled = sum(row.cancelled for row in rows)
    return Roster(
        event=event,
        everyone=everyone,
        rows=tuple(rows),
        counts=MarkCounts().renewed((), (row.marks for row in rows)),
        doubles=doubles,
        index=PeopleIndex([row.attendee for row in rows]),
        registered=len(here) - cancelled,
        cancelled=cancelled,
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
    doubles = _doubles_now(old, rows)
    known = {row.attendee.id: row for row in old.rows}
    rows = tuple(_renewed(row, known, old.event, double=row.attendee.id in doubles) for row in rows)
    stay = {id(row) for row in rows}
    gone = [row.marks for row in old.rows if id(row) not in stay]
    come = [row.marks for row in rows if known.get(row.attendee.id) is not row]
    cancelled = sum(row.cancelled for row in rows)
    return replace(
        old,
        rows=rows,
        counts=old.counts.renewed(gone, come),
        doubles=doubles,
        index=old.index.updated([row.attendee for row in rows]),
        registered=sum(row.at_event for row in rows) - cancelled,
        cancelled=cancelled,
        known=known_people_count(session),
        change=changes.latest,
    )


def _with_fresh(
    rows: Collection[PersonRow], changed: Collection[int], fresh: dict[int, Attendee]
) -> tuple[PersonRow, ...]:
    """The rows, in order, with `fresh` in the place of those who have changed; who was merged is left out."""
    before = {row.attendee.id: row for row in rows if row.attendee.id in changed}
    renewed = [
        replace(before[attendee.id], attendee=attendee) if attendee.id in before else PersonRow(attendee)
        for attendee in fresh.values()
        if _is_listed(attendee)
    ]
    kept = [row for row in rows if row.attendee.id not in changed]
    return tuple(sorted([*kept, *renewed], key=_by_name))


def _doubles_now(old: Roster, rows: Sequence[PersonRow]) -> Mapping[int, tuple[int, ...]]:
    """Who may be listed twice; looked for again only where a name, an address or an employer is another."""
    before = {one.id: one for one in _coming(old.rows)}
    coming = _coming(rows)
    same = len(before) == len(coming) and all(
        (one := before.get(other.id)) is other or (one is not None and identity_of(one) == identity_of(other))
        for other in coming
    )
    return old.doubles if same else find_doubles(coming)


def _coming(rows: Iterable[PersonRow]) -> list[Attendee]:
    """All but those who cancelled: whoever registered once more is not there twice."""
    return [row.attendee for row in rows if row.attendee.status is not Status.CANCELLED]


def _is_listed(attendee: Attendee) -> bool:
    return attendee.status is not Status.CANCELLED or may_come_again(attendee)


def _renewed(row: PersonRow, known: Mapping[int, PersonRow], event: Event, *, double: bool) -> PersonRow:
    """The row itself where nothing about it is new."""
    if known.get(row.attendee.id) is row and row.double == double:
        return row
    return _marked(row, event, double=double)


def _marked(row: PersonRow, event: Event, *, double: bool) -> PersonRow:
    at_event = row.at_event and not row.cancelled
    marks = marks_of(row.attendee, event, at_event=at_event, double=double, imports=row.files)
    return replace(row, double=double, marks=marks)


def _by_name(row: PersonRow) -> tuple[str, int]:
    return row.by_name, row.attendee.id


def _stay_in_their_rows(old: Roster, changed: Collection[int], fresh: dict[int, Attendee]) -> bool:
    """Whether everyone who has changed is listed already and stays: nobody came in, left or took another's place."""
    listed = {row.attendee.id for row in old.rows if row.attendee.id in changed}
    coming = {
        one.id
        for one in fresh.values()
        if _is_listed(one) and (one.event_id == old.event.id or one.status is not Status.CANCELLED)
    }
    return listed == coming


def _from_other_events(session: "Session", event: Event, seen: set[int]) -> list[PersonRow]:
    """Those of other events with the latest at which they were; only of who was at none, one that they cancelled."""
    rows: list[PersonRow] = []
    gone: list[PersonRow] = []
    for other in list_events(session):
        if other.id == event.id:
            continue
        words = f"{other.date.year} {other.venue or other.name}"
        known = [one for one in list_attendees(session, other.id, cancelled=True) if one.person_id not in seen]
        cancelled = [one for one in known if one.status is Status.CANCELLED]
        new = [one for one in known if one.status is not Status.CANCELLED and one.forgotten_at is None]
        seen |= {attendee.person_id for attendee in new}
        rows += [PersonRow(attendee, at_event=False, last_event=words) for attendee in new]
        gone += [PersonRow(attendee, at_event=False, last_event=f"{words}, cancelled") for attendee in cancelled]
    latest = {row.attendee.person_id: row for row in reversed(gone) if row.attendee.person_id not in seen}
    return [*rows, *latest.values()]
