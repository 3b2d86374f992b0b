"""Move the database, or one event of it, to another place: from a file to a server, or back."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mixer_app.domain.backups import BEFORE_REPLACING
from mixer_app.domain.errors import EventThereError, MixerError
from mixer_app.services.check_in import head_counts
from mixer_app.services.database import Database, open_database
from mixer_app.services.safekeeping import back_up_now
from mixer_app.services.wall_clock import venue_time
from mixer_app.services.words import counted
from mixer_app.store import Session, events, journal, moving, moving_over, moving_rows
from mixer_app.store.forgotten import forgotten_events
from mixer_app.store.rights import refusal, sees_everything

MOVED_HERE = "moved here"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedEvent:
    """What has come where: the event's number there, and of its people how many were known there before."""

    event_id: int
    name: str
    where: str
    people: int
    known: int
    rows: int
    backup: Path | None = None  # of what was there, if this took the place of an earlier copy

    @property
    def sentence(self) -> str:
        """The account, to a person."""
        moved = f"Moved {self.name} to {self.where}: {_account(self.people, self.known)}. Everything was compared."
        return f"{moved} As it was there before, it is kept in {self.backup}." if self.backup else moved


def move_database(source: Database, target: str, *, plain_allowed: bool = False) -> int:
    """Copy all that `source` holds, numbers included, into an empty database; how many rows.

    Compared row by row before it is kept; `source` stays as it is.
    """
    place = _opened(source, target, plain_allowed=plain_allowed)
    try:
        return sum(place.fill_from(source).values())
    finally:
        place.close()


def move_event(
    source: Database,
    event_id: int,
    target: str,
    *,
    station: str,
    now: datetime,
    plain_allowed: bool = False,
    replace: bool = False,
) -> MovedEvent:
    """Copy one event, with all that belongs to it, into a database that may hold others; `source` stays as it is.

    People who are known there are the same people. All or nothing, compared before it is kept. If the event is there
    already, `EventThereError` tells of both; with `replace` this one takes its place, after a backup.
    """
    place = _opened(source, target, plain_allowed=plain_allowed)
    try:
        content = source.read(moving_rows.event_content, event_id)
        made_at = content.rows["events"][0]["created_at"]
        copy = place.read(moving_over.find_copy, made_at)
        if copy is None:
            return place.write(_take, content, place.location, station=station, now=now)
        if not replace:
            raise _there(place, copy, source.read(_state_of, event_id))
        backup = back_up_now(place, why=BEFORE_REPLACING, now=now).path
        moved = place.write(_take, content, place.location, station=station, now=now, replace=True)
        return dataclasses.replace(moved, backup=backup)
    finally:
        place.close()


def _there(place: Database, copy: int, here: str) -> EventThereError:
    name, there = place.read(lambda session: (events.get_event(session, copy).name, _state_of(session, copy)))
    return EventThereError(
        f"{place.location} holds this event already: {name}, number {copy}, with {there}. The one to be moved has "
        f"{here}. Nothing has changed: go on with the one there, or put this one in its place (--replace).",
        there=there,
        here=here,
    )


def _state_of(session: Session, event_id: int) -> str:
    """How many people a copy of the event has and how many are here, and when it was changed last."""
    if event_id in forgotten_events(session):
        return "its people forgotten"
    heads = head_counts(session, event_id)
    changed = journal.last_changed(session, event_id, (MOVED_HERE, journal.PUT_BACK))
    last = f", last change {_moment(changed)}" if changed else ""
    return f"{counted(heads.registered, 'person', 'people')}, {heads.here} checked in{last}"


def _take(
    session: Session,
    content: moving_rows.EventContent,
    where: str,
    *,
    station: str,
    now: datetime,
    replace: bool = False,
) -> MovedEvent:
    copy = moving_over.find_copy(session, content.rows["events"][0]["created_at"])
    if copy is not None and not replace:
        raise MixerError(f"{where} holds this event already: it came there a moment ago. Nothing has changed.")
    taken = moving.take_event(session, content, where, copy=copy)
    name = events.get_event(session, taken.event_id).name
    journal.record(
        session,
        event_id=taken.event_id,
        station=station,
        at=now,
        what=MOVED_HERE,
        sentence=f"Moved here: {_account(taken.people, taken.known)}",
    )
    return MovedEvent(
        event_id=taken.event_id, name=name, where=where, people=taken.people, known=taken.known, rows=taken.rows
    )


def _account(people: int, known: int) -> str:
    return f"{counted(people, 'person', 'people')}, {known} known there already, {people - known} new"


def _opened(source: Database, target: str, *, plain_allowed: bool) -> Database:
    source.read(_refuse_a_part)  # before there is a file at the target
    place = open_database(target, plain_allowed=plain_allowed)
    if place.location == source.location:
        place.close()
        raise MixerError(f"{place.location} is the database itself. Choose another one.")
    return place


def _refuse_a_part(session: Session) -> None:
    """What a desk or a kiosk does not see would be missing at the other place."""
    if not sees_everything(session):
        raise refusal(session)


def _moment(moment: datetime) -> str:
    there = venue_time(moment)
    return f"{there.day} {there:%B %Y, %H:%M}"
