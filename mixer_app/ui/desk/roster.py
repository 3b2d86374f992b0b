"""Everyone whom the desk can check in, and what stands beside them: read whole once, then only who has changed."""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, HeadCounts, Registration, Status
from mixer_app.domain.roles import Role
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import (
    CheckInResult,
    CheckInStatus,
    check_in,
    head_counts,
    last_arrivals,
    undo_check_in,
)
from mixer_app.services.events import find_event
from mixer_app.services.journal import activity, latest_change
from mixer_app.services.people import add_attendee, get_attendees, list_attendees, set_role
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.desk.arrivals import MOST

if TYPE_CHECKING:
    from mixer_app.services.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRoster:
    """What the desk knows of an event."""

    event: Event
    people: dict[int, Attendee]
    index: PeopleIndex
    counts: HeadCounts
    arrivals: tuple[Attendee, ...]
    change: int  # the journal's state that this shows

    def search(self, text: str) -> list[Attendee]:
        """Whom `text` means, best first, as they are now."""
        return [self.people[found.id] for found in self.index.search(text) if found.id in self.people]

    def near(self, registration: Registration) -> list[Attendee]:
        """Who may be the same as a walk-in in spite of slips of the pen or another employer."""
        name = registration.name.full
        return self.search(name)[:1] if " " in name else []

    def with_news(self, news: "DeskNews") -> "DeskRoster":
        """The same people, with what a check-in has changed."""
        people = self.people | {person.id: person for person in (*news.arrivals, *news.changed)}
        return replace(self, people=people, counts=news.counts, arrivals=news.arrivals)

    def late(self) -> int:
        """How many of those who are still to come said that they will be late."""
        start = self.event.starts_at.time()
        return sum(
            person.arrives is not None and person.arrives > start and person.checked_in_at is None
            for person in self.people.values()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNews:
    """What one act at the desk has changed; `entry_id` is its line in the journal."""

    counts: HeadCounts
    arrivals: tuple[Attendee, ...]
    changed: tuple[Attendee, ...] = ()
    result: CheckInResult | None = None
    entry_id: int | None = None
    prints: bool = False  # whether a badge waits at the printer


def load_roster(session: "Session", event_id: int) -> DeskRoster:
    """Everyone registered, the counters and the last arrivals."""
    change = latest_change(session)
    people = list_attendees(session, event_id)
    return DeskRoster(
        change=change,
        event=find_event(session, str(event_id)),
        people={person.id: person for person in people},
        index=PeopleIndex(people),
        counts=head_counts(session, event_id),
        arrivals=tuple(last_arrivals(session, event_id, limit=MOST)),
    )


def renew_roster(session: "Session", old: DeskRoster) -> DeskRoster:
    """The roster as the database has it now, `old` itself if nothing has changed; only who has changed is read."""
    changes = changes_since(session, old.event.id, old.change)
    if changes.everything:
        return load_roster(session, old.event.id)
    if not changes.attendee_ids:
        return old
    fresh = {person.id: person for person in get_attendees(session, changes.attendee_ids)}
    people = old.people | fresh  # those who were listed keep their places
    for gone in changes.attendee_ids:
        if gone not in fresh or fresh[gone].status is Status.CANCELLED:
            people.pop(gone, None)
    return replace(
        old,
        people=people,
        index=old.index.updated(list(people.values())),
        counts=head_counts(session, old.event.id),
        arrivals=tuple(last_arrivals(session, old.event.id, limit=MOST)),
        change=changes.latest,
    )


def admit(
    session: "Session", event_id: int, key: str, *, printer: str, station: str, now: datetime, request_id: str
) -> DeskNews:
    """Check someone in, queue their badge where there is a printer, and say what it has changed."""
    result = check_in(session, event_id, key, station=station, now=now, request_id=request_id)
    prints = _queue_badge(session, event_id, result, printer, station=station, now=now)
    return replace(_news(session, event_id, result), prints=prints)


def admit_walk_in(
    session: "Session",
    event_id: int,
    registration: Registration,
    *,
    printer: str,
    station: str,
    now: datetime,
    dice: Random,
) -> DeskNews:
    """Register someone at the door, check them in and queue their badge, all or nothing."""
    added = add_attendee(session, event_id, registration, station=station, now=now, dice=dice, walk_in=True)
    result = check_in(session, event_id, added.code, station=station, now=now)
    prints = _queue_badge(session, event_id, result, printer, station=station, now=now)
    return replace(_news(session, event_id, result), prints=prints)


def _queue_badge(
    session: "Session", event_id: int, result: CheckInResult, printer: str, *, station: str, now: datetime
) -> bool:
    """Whether the badge of someone who has just come waits at the printer now."""
    arrived = result.attendee if result.status is CheckInStatus.CHECKED_IN else None
    if arrived is None or not printer:
        return False
    return queue_badge(session, event_id, arrived.id, printer=printer, station=station, now=now) is not None


def change_role(
    session: "Session", event_id: int, attendee_id: int, role: Role, *, station: str, now: datetime
) -> DeskNews:
    """Make someone a mentor, a mentee or both."""
    return _news(session, event_id, None, set_role(session, attendee_id, role, station=station, now=now))


def _news(session: "Session", event_id: int, result: CheckInResult | None, *changed: Attendee) -> DeskNews:
    from_result = (result.attendee,) if result is not None and result.attendee is not None else ()
    entries = activity(session, event_id, limit=1)
    return DeskNews(
        counts=head_counts(session, event_id),
        arrivals=tuple(last_arrivals(session, event_id, limit=MOST)),
        changed=(*changed, *from_result),
        result=result,
        entry_id=entries[0].id if entries else None,
    )


def take_back(session: "Session", event_id: int, attendee_id: int, *, station: str, now: datetime) -> DeskNews:
    """Undo a check-in, wherever it was made."""
    return _news(session, event_id, undo_check_in(session, event_id, f"#{attendee_id}", station=station, now=now))
