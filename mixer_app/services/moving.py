"""Move the database, or one event of it, to another place: from a file to a server, or back."""

from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.services.database import Database, open_database
from mixer_app.services.words import counted
from mixer_app.store import Session, events, journal, moving, moving_rows
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

    @property
    def sentence(self) -> str:
        """The account, to a person."""
        return f"Moved {self.name} to {self.where}: {_account(self.people, self.known)}. Everything was compared."


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
    source: Database, event_id: int, target: str, *, station: str, now: datetime, plain_allowed: bool = False
) -> MovedEvent:
    """Copy one event, with all that belongs to it, into a database that may hold others; `source` stays as it is.

    People who are known there are the same people. All or nothing, compared before it is kept; an event that is
    there already is refused.
    """
    place = _opened(source, target, plain_allowed=plain_allowed)
    try:
        content = source.read(moving_rows.event_content, event_id)
        return place.write(_take, content, place.location, station=station, now=now)
    finally:
        place.close()


def _take(
    session: Session, content: moving_rows.EventContent, where: str, *, station: str, now: datetime
) -> MovedEvent:
    taken = moving.take_event(session, content, where)
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
