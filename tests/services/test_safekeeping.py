"""Backups by themselves, looked through, let go in time; and the list for the worst hour."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from mixer_app.domain.backups import BY_HAND, REGULAR
from mixer_app.domain.errors import DatabaseDamaged, MixerError
from mixer_app.services.check_in import check_in
from mixer_app.services.paper import page_count
from mixer_app.services.paper_contents import sign_in_list
from mixer_app.services.safekeeping import (
    KeptSafe,
    back_up_now,
    emergency_list_of,
    keep_safe,
    list_backups,
    place_of,
    told_when,
)
from mixer_app.services.stand_in import StandIn
from mixer_app.services.wall_clock import moment_of, venue_time
from mixer_app.store import open_database

MINUTE = timedelta(minutes=1)


@pytest.fixture
def doors(event):
    """When the doors open."""
    return moment_of(event.doors_at or event.starts_at - timedelta(hours=1))


def test_while_the_event_is_held_no_backup_and_no_list_is_older_than_ten_minutes(database, event, add, doors):
    add("Ann Smith")
    for minute in range(60):
        now = doors + minute * MINUTE
        keep_safe(database, event.id, now=now)
        newest = list_backups(place_of(database))[0]
        assert now - newest.made_at < 10 * MINUTE
        assert now.timestamp() - emergency_list_of(database, event.id).stat().st_mtime < 600
    assert len(list_backups(place_of(database))) <= 8


def test_at_other_times_a_backup_is_made_once_something_was_changed(database, event, add, now):
    assert keep_safe(database, event.id, now=now - timedelta(days=30)).backup is not None
    assert keep_safe(database, event.id, now=now).backup is not None  # the event itself was made since
    assert keep_safe(database, event.id, now=now + 12 * MINUTE).backup is None
    person = add("Ann Smith")
    database.write(check_in, event.id, person.code, station="Desk 1", now=now + 13 * MINUTE)
    kept = keep_safe(database, event.id, now=now + 14 * MINUTE)
    assert kept.backup is not None
    assert kept.emergency_list is None


def test_a_backup_opens_by_itself_and_has_everything_and_is_closed_to_others(database, event, add, now):
    add("Ann Smith")
    made = back_up_now(database, why=BY_HAND, now=now)
    assert (made.path.stat().st_mode & 0o777, made.path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    copy = open_database(str(made.path))
    copy.close()
    with closing(sqlite3.connect(made.path)) as raw:
        assert raw.execute("SELECT full_name FROM attendees").fetchall() == [("Ann Smith",)]
    assert list_backups(place_of(database)) == [made]


def test_worn_out_backups_go_when_a_new_one_is_made(database, event, now):
    first = back_up_now(database, why=REGULAR, now=now - timedelta(days=2, minutes=5))
    second = back_up_now(database, why=REGULAR, now=now - timedelta(days=2))
    third = back_up_now(database, why=REGULAR, now=now)
    assert list_backups(place_of(database)) == [third, second]
    assert not first.path.exists()


@pytest.mark.database_file
def test_a_damaged_database_is_told_with_the_last_good_backup_which_stays(database, event, add, now):
    for number in range(300):
        add(f"Person {number}")
    good = back_up_now(database, why=REGULAR, now=now)
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attendees'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with database.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)
    with pytest.raises(DatabaseDamaged, match=r"damaged .* last good backup is of .* Restore it in Settings"):
        back_up_now(database, why=REGULAR, now=now + 10 * MINUTE)
    assert list_backups(place_of(database)) == [good]


def test_a_clock_that_was_set_back_holds_up_no_backup(database, event, doors):
    first = keep_safe(database, event.id, now=doors + timedelta(hours=1)).backup
    assert keep_safe(database, event.id, now=doors).backup not in (None, first)


@pytest.mark.database_file
def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing_behind(database, event, add, doors):
    add("Ann Smith")
    (database.path.parent / "backups").write_text("a file, not a folder")
    with pytest.raises(MixerError, match="backups"):
        keep_safe(database, event.id, now=doors)


def test_the_list_for_an_emergency_is_a_pdf_for_staff_alone(database, event, add, doors):
    add("Ann Smith")
    written = keep_safe(database, event.id, now=doors).emergency_list
    assert written == emergency_list_of(database, event.id)
    assert page_count(written) == 1
    assert written.stat().st_mode & 0o777 == 0o600
    assert [path.suffix for path in written.parent.iterdir() if path.suffix == ".unfinished"] == []


def test_a_backup_is_told_by_the_time_and_by_the_day_if_that_was_another(database, event, now):
    made = back_up_now(database, why=BY_HAND, now=now)
    assert ":" in told_when(made, now)
    assert len(told_when(made, now + timedelta(days=3))) > len(told_when(made, now))


def test_what_one_station_is_making_no_other_makes_too(database, event, add, doors):
    add("Ann Smith")
    folder = place_of(database).parent / "backups"
    folder.mkdir(mode=0o700)
    mark = folder / f"{place_of(database).stem}.making"
    mark.touch()
    assert keep_safe(database, event.id, now=doors) == KeptSafe()
    os.utime(mark, (0, 0))  # whoever made it was ended in the middle
    assert keep_safe(database, event.id, now=doors).backup is not None
    assert not mark.exists()


def test_stations_that_look_at_one_moment_make_one_backup(database, event, add, doors):
    add("Ann Smith")
    with ThreadPoolExecutor(4) as stations:
        made = [stations.submit(keep_safe, database, event.id, now=doors) for _ in range(4)]
        assert sum(one.result().backup is not None for one in made) == 1
    assert len(list_backups(place_of(database))) == 1


@pytest.mark.database_file
def test_while_the_server_is_away_the_list_stays_fresh_with_the_tables_and_who_came_here(
    database, event, add, introduce, doors, tmp_path
):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob))
    place = StandIn(database, event.id, open_database(str(tmp_path / "copy.db")))
    assert place.renew(doors)
    database.keep_stand_in(place.copy)
    assert keep_safe(database, event.id, now=doors).emergency_list is not None
    database.go_away("No connection since 17:46.")
    key = f"#{bob.id}"
    database.write_at_the_door(check_in, event.id, key, station="Desk 1", now=doors + 3 * MINUTE, request_id="r")
    assert keep_safe(database, event.id, now=doors + 5 * MINUTE) == KeptSafe()
    for minute in (11, 21):
        now = doors + minute * MINUTE
        written = keep_safe(database, event.id, now=now)
        assert written == KeptSafe(emergency_list=emergency_list_of(database, event.id))
        assert now.timestamp() - written.emergency_list.stat().st_mtime < 600
    listed = place.copy.read(sign_in_list, event.id, None, every_round=True, now=now)
    assert listed.seen_at == venue_time(doors)
    assert [(one.name.full, one.checked_in_at is not None, one.tables[0]) for one in listed.lines] == [
        ("Bob Jones", True, 1),
        ("Ann Smith", False, 1),
    ]
    database.come_back()
    assert database.read(sign_in_list, event.id, None, every_round=True, now=now).seen_at is None


@pytest.mark.database_file
def test_without_a_copy_nothing_is_tried_while_the_server_is_away(database, event, add, doors):
    add("Ann Smith")
    database.go_away("No connection since 17:46.")
    assert keep_safe(database, event.id, now=doors) == KeptSafe()
