"""A file goes once nobody has it open, with all that SQLite keeps beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from mixer_app.store.free_files import delete_if_free


def test_a_file_that_somebody_has_open_stays_until_they_close_it(tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE t (n int)")
        other.commit()
        assert not delete_if_free(path)
        assert other.execute("SELECT count(*) FROM t").fetchone() == (0,)
    assert delete_if_free(path)
    assert list(tmp_path.iterdir()) == []
    assert delete_if_free(path)
