"""A backup takes the place of a database that other stations have open: whatever they are told was kept is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import check_in
from mixer_app.services.database import back_up, check_integrity, open_database, restore
from mixer_app.services.journal import activity, latest_change
from mixer_app.services.people import list_attendees
from mixer_app.store import Database, Session
from mixer_app.store.restoring import _put_in_place

pytestmark = pytest.mark.database_file


@pytest.fixture
def guests(event: Event, add: Any) -> list[Any]:
    return [add(f"Guest {number}") for number in range(4)]


@pytest.fixture
def backup(database: Database, guests: list[Any], tmp_path: Path) -> Path:
    back_up(database, tmp_path / "copy.db")
    return tmp_path / "copy.db"


@pytest.fixture
def kiosk(database: Database, backup: Path) -> Iterator[Database]:
    """Another station with connections of its own, which it keeps."""
    opened = open_database(database.location)
    yield opened
    opened.close()


def _come(station: Database, person: Any) -> None:
    given: Any = {"station": "Kiosk", "now": person.updated_at, "request_id": f"request {person.id}"}
    station.write(check_in, person.event_id, person.code, **given)


def _damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xaa" * 4096)


def _here(location: str, event: Event) -> set[int]:
    opened = open_database(location)
    try:
        assert opened.read(check_integrity) == []
        return {one.id for one in opened.read(list_attendees, event.id) if one.checked_in_at is not None}
    finally:
        opened.close()


@pytest.mark.parametrize("damaged", [True, False])
def test_a_station_goes_on_with_the_backup_that_another_has_put_back(
    database: Database, event: Event, guests: list[Any], backup: Path, kiosk: Database, damaged: bool
) -> None:
    before, after, later = guests[:3]
    _come(kiosk, before)
    if damaged:
        _damage(Path(database.location))
    restore(database.location, backup)
    _come(kiosk, after)
    _come(database, later)
    assert {one.id for one in kiosk.read(list_attendees, event.id) if one.checked_in_at} == {after.id, later.id}
    kiosk.close()
    database.close()
    assert _here(database.location, event) == {after.id, later.id}


@pytest.mark.parametrize("damaged", [True, False])
def test_a_list_that_was_read_before_is_read_anew_as_a_whole(
    database: Database, event: Event, guests: list[Any], backup: Path, kiosk: Database, damaged: bool
) -> None:
    _come(kiosk, guests[0])
    seen = kiosk.read(latest_change)
    if damaged:
        _damage(Path(database.location))
    restore(database.location, backup)
    assert kiosk.read(latest_change) > seen
    for of in (event.id, None):
        assert kiosk.read(changes_since, of, seen).everything
    newest = kiosk.read(activity, event.id)[0]
    assert (newest.what, newest.sentence, newest.can_undo) == ("put back", "Put back from copy.db", False)


def test_what_was_written_into_a_file_that_is_gone_meanwhile_is_not_acknowledged(
    database: Database, event: Event, guests: list[Any], backup: Path, kiosk: Database
) -> None:
    """The backup is put back while a check-in is on its way; done once more it is kept, and kept once."""
    person = guests[0]

    def come_while_it_is_put_back(session: Session) -> None:
        given: Any = {"station": "Kiosk", "now": person.updated_at, "request_id": "once"}
        check_in(session, event.id, person.code, **given)
        if not put_back:
            put_back.append(True)
            _damage(Path(database.location))
            restore(database.location, backup)

    put_back: list[bool] = []
    with pytest.raises(MixerError, match=r"put back from a backup at this moment\. Do it once more"):
        kiosk.write(come_while_it_is_put_back)
    assert _here(database.location, event) == set()
    kiosk.write(come_while_it_is_put_back)
    kiosk.write(come_while_it_is_put_back)
    assert _here(database.location, event) == {person.id}
    assert sum(one.what == "checked in" for one in kiosk.read(activity, event.id)) == 1


def test_a_file_that_was_moved_away_is_told_and_not_made_anew(
    database: Database, event: Event, guests: list[Any], tmp_path: Path
) -> None:
    path = Path(database.location)
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").rename(tmp_path / f"away{suffix}")
    for act in (lambda: _come(database, guests[0]), lambda: database.read(list_attendees, event.id)):
        with pytest.raises(MixerError, match="is gone: it was moved, renamed or deleted"):
            act()
    with pytest.raises(MixerError, match="could not be copied"):
        back_up(database, tmp_path / "another.db")
    assert not path.exists()
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"away{suffix}").rename(f"{path}{suffix}")
    _come(database, guests[0])
    assert _here(database.location, event) == {guests[0].id}


def test_each_damaged_file_is_kept_with_its_log_for_its_owner_alone(
    database: Database, event: Event, guests: list[Any], backup: Path, kiosk: Database
) -> None:
    path = Path(database.location)
    path.chmod(0o644)
    _come(kiosk, guests[0])
    log = Path(f"{path}-wal").read_bytes()
    kept: list[Path] = []
    for _ in range(2):
        _damage(path)
        damaged = restore(database.location, backup)
        assert damaged is not None
        kept.append(damaged)
    assert len({*kept}) == 2
    assert all(one.read_bytes()[:4] == b"\xaa" * 4 and one.stat().st_mode & 0o777 == 0o600 for one in kept)
    assert Path(f"{kept[0]}-wal").read_bytes() == log


def test_what_is_readable_but_not_whole_is_no_backup_to_go_back_to(
    database: Database, event: Event, guests: list[Any], backup: Path
) -> None:
    with closing(sqlite3.connect(database.location)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'check_ins'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with Path(database.location).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xaa" * size)
    kept = restore(database.location, backup)
    assert kept is not None
    assert kept.name.startswith("mixer.db.damaged-")
    assert _here(database.location, event) == set()
    _come(database, guests[0])


def test_where_an_open_file_cannot_be_replaced_it_is_said_what_to_close(
    database: Database, event: Event, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "it is used by another process")

    _damage(Path(database.location))
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MixerError, match="Close the other windows and kiosks of this database first"):
        _put_in_place(Path(database.location), backup)
