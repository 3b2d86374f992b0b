"""What the application wrote beside the database goes with the people in it; what others wrote stays."""

import os
import tempfile

import pytest

from mixer_app.services.kept_papers import kept_papers
from mixer_app.services.own_files import delete_own_files, printed_folder


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder of temporary things of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _old(folder, now):
    folder.mkdir()
    (folder / "rehearsal.db").write_bytes(b"Ann Smith")
    os.utime(folder, (now.timestamp() - 7200,) * 2)
    return folder


@pytest.mark.database_file
def test_folders_that_a_crash_left_behind_are_deleted_and_those_in_use_stay(database, temporary, now):
    stale, foreign = _old(temporary / "mentor-mixer-abc", now), _old(temporary / "other-abc", now)
    restored = _old(database.path.parent / ".restore-xyz", now)
    in_use = temporary / "mentor-mixer-print-def"
    in_use.mkdir()
    os.utime(in_use, (now.timestamp() - 60,) * 2)
    delete_own_files(database, papers=(), printed=(), now=now)
    assert not stale.exists()
    assert not restored.exists()
    assert foreign.exists()
    assert in_use.exists()


@pytest.mark.database_file
def test_printed_files_are_deleted_by_name_and_nothing_outside_the_folder(database, temporary, now):
    folder = printed_folder(database)
    folder.mkdir()
    (folder / "Badge.pdf").write_bytes(b"x")
    (folder / "Mine.pdf").write_bytes(b"x")
    outside = database.path.parent / "outside.pdf"
    outside.write_bytes(b"x")
    assert delete_own_files(database, papers=(), printed=("Badge.pdf", "../outside.pdf", "gone.pdf"), now=now) == 1
    assert [path.name for path in folder.iterdir()] == ["Mine.pdf"]
    assert outside.exists()


def test_kept_documents_that_no_job_names_go_however_new_they_are(database, temporary, tmp_path, now):
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    kept = kept_papers(database)
    name = kept.keep(pdf)
    delete_own_files(database, papers=(), printed=(), now=now)
    assert not kept.has(name)
