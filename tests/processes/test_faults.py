"""What an evening must survive: the power goes, the disk is full, the folder is closed."""

import os
import shutil
import signal
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mixer_app.domain.backups import BY_HAND
from mixer_app.domain.errors import MixerError
from mixer_app.services.check_in import check_in
from mixer_app.services.database import check_integrity, open_database, restore
from mixer_app.services.paper import Document, print_document
from mixer_app.services.people import list_attendees
from mixer_app.services.safekeeping import back_up_now, list_backups, place_of

resource = pytest.importorskip("resource", reason="Windows has no limit for the size of files")
CUTS = int(os.environ.get("MIXER_CUTS", "8"))
"""At so many places the last write is torn; every byte would take an hour."""


@pytest.fixture
def guests(database, event, add):
    """People who are about to come."""
    return [add(f"Guest {number}") for number in range(6)]


def come(database, event, person):
    """Check somebody in, as the desk does."""
    return database.write(check_in, event.id, person.code, station="Desk 1", now=datetime.now(UTC))


def here(location, event):
    """Who is checked in, after the database was opened anew and found sound."""
    database = open_database(location)
    try:
        assert database.read(check_integrity) == []
        return {one.id for one in database.read(list_attendees, event.id) if one.checked_in_at is not None}
    finally:
        database.close()


@pytest.mark.parametrize("tail", ["cut", "zeros", "noise"])
def test_a_power_cut_in_a_write_loses_nothing_that_was_acknowledged(database, event, guests, tmp_path, tail):
    """The disk holds what was written before the cut and any part of what was on its way."""
    *before, last = guests
    for person in before:
        come(database, event, person)
    log = Path(f"{database.path}-wal")
    acknowledged = log.stat().st_size
    come(database, event, last)
    whole = log.read_bytes()
    on_its_way = len(whole) - acknowledged
    assert on_its_way > 4096, "the last write stands behind the others in the log"
    for number in range(CUTS):
        at = acknowledged + on_its_way * number // CUTS
        rest = {"cut": b"", "zeros": bytes(len(whole) - at), "noise": os.urandom(len(whole) - at)}[tail]
        folder = tmp_path / f"cut-{number}"
        folder.mkdir()
        shutil.copy(database.path, folder / "mixer.db")
        (folder / "mixer.db-wal").write_bytes(whole[:at] + rest)
        assert here(str(folder / "mixer.db"), event) == {person.id for person in before}
        shutil.rmtree(folder)
    assert here(str(database.path), event) == {person.id for person in guests}


@pytest.mark.parametrize("damaged", [True, False])
def test_what_a_kiosk_is_told_was_kept_is_kept_although_a_backup_was_put_back(
    database, event, guests, station, now, damaged
):
    """The kiosk is a process of its own, and goes on as if nothing had been."""
    before, after, *_ = guests
    backup = back_up_now(database, why=BY_HAND, now=now)
    kiosk = station("Kiosk 1")
    assert kiosk.answer() == "ready"
    kiosk.ask("in", before.code, "before")
    assert kiosk.answer()[1] == "checked-in"
    if damaged:
        with database.path.open("r+b") as file:
            file.write(b"\xaa" * 4096)
    restore(database.location, backup.path)
    kiosk.ask("in", after.code, "after")
    assert kiosk.answer()[1] == "checked-in"
    kiosk.close()
    assert here(database.location, event) == {after.id}


@pytest.fixture
def full_disk():
    """Let no file grow beyond so many bytes: `full_disk(size)`; given back afterwards."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_is_told_and_nothing_is_half_done(database, event, guests, full_disk):
    first, second, *_ = guests
    come(database, event, first)
    full_disk(Path(f"{database.path}-wal").stat().st_size)
    with pytest.raises(MixerError, match=r"[Dd]isk .* Nothing was changed|so nothing was changed"):
        come(database, event, second)
    full_disk(resource.RLIM_INFINITY)
    assert {one.id for one in database.read(list_attendees, event.id) if one.checked_in_at} == {first.id}
    come(database, event, second)
    assert here(str(database.path), event) == {first.id, second.id}


def test_a_backup_on_a_full_disk_is_told_and_leaves_nothing_behind(database, event, guests, full_disk, now):
    full_disk(50_000)
    with pytest.raises(MixerError, match="could not be copied"):
        back_up_now(database, why=BY_HAND, now=now)
    full_disk(resource.RLIM_INFINITY)
    assert list_backups(place_of(database)) == []
    assert list((database.path.parent / "backups").iterdir()) == []


def test_a_document_on_a_full_disk_is_told_and_leaves_nothing_behind(database, event, guests, full_disk, now, tmp_path):
    full_disk(2_000)
    with pytest.raises(MixerError, match=r"badges\.pdf"):
        print_document(database, event.id, Document.BADGES, tmp_path / "badges.pdf", now=now)
    full_disk(resource.RLIM_INFINITY)
    assert not list(tmp_path.glob("badges*"))


def test_a_folder_that_may_not_be_written_is_told(database, event, guests):
    """Whoever is root may write everywhere; so the look is taken by a child that is nobody."""
    folder = Path(tempfile.mkdtemp())
    try:
        with closing(sqlite3.connect(database.path)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(database.path, folder / "mixer.db")
        (folder / "mixer.db").chmod(0o444)
        folder.chmod(0o555)
        assert _as_nobody(lambda: open_database(str(folder / "mixer.db"))) == "cannot be written"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _as_nobody(act):
    """Which of the sentences expected the act was refused with, in a child without rights."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        told = "nothing was refused"
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            act()
        except MixerError as refusal:
            told = "cannot be written" if "cannot be written" in str(refusal) else str(refusal)
        except BaseException as mistake:  # noqa: BLE001  # whatever it is, the parent must hear of it
            told = repr(mistake)
        os.write(write, told.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as heard:
        told = heard.read()
    os.waitpid(child, 0)
    return told
