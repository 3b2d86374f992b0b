"""Backups that are made by themselves while an event is prepared and held, and the list on paper for the worst hour."""

import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from mixer_app.domain.backups import REGULAR, Backup, worn_out
from mixer_app.domain.errors import DatabaseDamaged, MixerError
from mixer_app.paths import user_data
from mixer_app.services import events
from mixer_app.services.database import Database
from mixer_app.services.evening import evening_now
from mixer_app.services.paper import Document, DocumentOptions, print_document
from mixer_app.services.shared_backups import note_backup
from mixer_app.services.wall_clock import moment_of, told_moment, venue_time
from mixer_app.store import Session, backups, journal, standing
from mixer_app.store.rights import sees_everything

EVERY: Final = timedelta(minutes=10)
"""While an event is held no backup and no emergency list is older, as long as a station is open."""

_LOOK_APART: Final = timedelta(minutes=2)  # stations look once a minute, and making takes its time
_GIVEN_UP_AFTER_S: Final = 300
_DOORS_BEFORE: Final = timedelta(hours=1)  # where the event does not say when they open
_STAYS_AFTER: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSafe:
    """What was due and has been made; None: it was not due."""

    backup: Backup | None = None
    emergency_list: Path | None = None


def list_backups(location: Path) -> list[Backup]:
    """The backups of the database whose place is `location` (see `place_of`), newest first."""
    return backups.backups_of(location)[::-1]


def place_of(database: Database) -> Path:
    """The file beside whose folder `backups` stands: of a shared database, one in the user's own folder."""
    if database.path is not None:
        return database.path
    return user_data() / backups.shared_file(database.location)


def back_up_now(database: Database, *, why: str, now: datetime) -> Backup:
    """Copy the database, open the copy and look through it, and let worn out backups go.

    Raises `DatabaseDamaged` if the copy is not whole, which tells that the database is not either;
    then no earlier backup is touched.
    """
    place = place_of(database)
    target = backups.name_backup(place, why, now)
    backups.make_backup_folder(place)
    database.copy_to(target)
    if faults := backups.faults_of_file(target):
        target.unlink()
        raise DatabaseDamaged(_damaged(database.location, faults[0], list_backups(place)))
    if database.path is None:
        with suppress(MixerError):  # the backup is there, whether or not other stations are told
            database.write(note_backup, now=now)
    made = Backup(path=target, made_at=now.astimezone(UTC), why=why, size=target.stat().st_size)
    for old in worn_out(backups.backups_of(place), now):
        old.path.unlink(missing_ok=True)
    return made


def keep_safe(database: Database, event_id: int, *, now: datetime) -> KeptSafe:
    """Make the backup and the emergency list if they are due.

    A backup is due ten minutes after the last one while the event is held, at other times once
    something was changed since. The list is due every ten minutes while the event is held. Several
    stations of one computer may ask: what one has made is not due for the others, nor what one is making.
    Of a shared database control makes the backups: other stations do not see all of it. While its server is away
    there is none to be made, and the list is written from what stands in for it.
    """
    if database.away and not database.has_stand_in:
        return KeptSafe()
    held, changed_at, anybody = database.door.read(_state, event_id, now=now)
    with _alone(place_of(database)) as alone:
        return _make_due(database, event_id, held, changed_at, anybody=anybody, now=now) if alone else KeptSafe()


def _make_due(
    database: Database, event_id: int, held: bool, changed_at: datetime | None, *, anybody: bool, now: datetime
) -> KeptSafe:
    written_at = _written_at(emergency_list_of(database, event_id))
    if database.door is not database:
        due = anybody and (held or written_at is not None) and _is_old(written_at, now)
        return KeptSafe(emergency_list=write_emergency_list(database, event_id, now=now) if due else None)
    regular = [one for one in list_backups(place_of(database)) if one.why == REGULAR]
    last = regular[0].made_at if regular else None
    due = _is_old(last, now) and (held or last is None or (changed_at is not None and changed_at > last))
    due = due and database.read(sees_everything)
    backup = back_up_now(database, why=REGULAR, now=now) if due else None
    if not (held and anybody and _is_old(written_at, now)):
        return KeptSafe(backup=backup)
    return KeptSafe(backup=backup, emergency_list=write_emergency_list(database, event_id, now=now))


def emergency_list_of(database: Database, event_id: int) -> Path:
    """Where the emergency list of an event is, whether or not it was written yet."""
    place = place_of(database)
    return backups.backup_folder(place) / f"{place.stem} emergency list {event_id}.pdf"


def write_emergency_list(database: Database, event_id: int, *, now: datetime) -> Path:
    """Write who is registered, who is there and who sits where in each round, as a PDF beside the backups."""
    target = emergency_list_of(database, event_id)
    backups.make_backup_folder(place_of(database))
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        print_document(
            database.door, event_id, Document.SIGN_IN, unfinished, options=DocumentOptions(every_round=True), now=now
        )
        unfinished.chmod(0o600)
        os.utime(unfinished, (now.timestamp(), now.timestamp()))
        unfinished.replace(target)
    except OSError as failure:
        raise MixerError(f"The emergency list could not be written to {target}: {failure.strerror}.") from failure
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def told_when(backup: Backup, now: datetime) -> str:
    """When a backup was made, by the venue's clock: the time alone if that was today."""
    return told_moment(backup.made_at, now)


@contextmanager
def _alone(place: Path) -> Generator[bool]:
    """Whether no other station of this computer is making backups of the database; none begins meanwhile."""
    mark = backups.backup_folder(place) / f"{place.stem}.making"
    backups.make_backup_folder(place)
    try:
        if time.time() - mark.stat().st_mtime > _GIVEN_UP_AFTER_S:
            mark.unlink(missing_ok=True)  # whoever made it was ended in the middle
    except FileNotFoundError:
        pass
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        yield False
        return
    try:
        yield True
    finally:
        mark.unlink(missing_ok=True)


def _state(session: Session, event_id: int, *, now: datetime) -> tuple[bool, datetime | None, bool]:
    """Whether the event is held now, when anything was changed last, and whether anybody is registered."""
    event = events.find_event(session, str(event_id))
    times = event.round_times()
    opens = event.doors_at or event.starts_at - _DOORS_BEFORE
    closes = times[-1].ends_at if times else event.starts_at
    held = moment_of(opens) <= now <= moment_of(closes) + _STAYS_AFTER
    held = held or evening_now(session, event_id, now=now).under_way
    return held, journal.latest_time(session), bool(standing.count_by_standing(session, event_id))


def _is_old(made_at: datetime | None, now: datetime) -> bool:
    """Also what claims to be of a time to come is old: the computer's clock was set back."""
    return made_at is None or not timedelta(0) <= now - made_at < EVERY - _LOOK_APART


def _written_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def _damaged(location: str, fault: str, earlier: list[Backup]) -> str:
    last = f"The last good backup is of {_stamp(earlier[0])}." if earlier else "There is no earlier backup."
    return f"The database {location} is damaged ({fault}). {last} Restore it in Settings, Backups."


def _stamp(backup: Backup) -> str:
    return f"{venue_time(backup.made_at):%d %B, %H:%M}"
