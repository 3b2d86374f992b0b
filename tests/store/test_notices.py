"""The server tells each change to who listens, also what was missed while the line was cut."""

from collections.abc import Iterator
from datetime import UTC, datetime
from queue import Queue
from typing import Any

import pytest
from sqlalchemy import text

from mixer_app.store import Database, journal, open_database

NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)


@pytest.fixture
def shared(server_database: str) -> Iterator[Database]:
    opened = open_database(server_database)
    yield opened
    opened.close()


@pytest.fixture
def heard(shared: Database) -> Iterator["Queue[int | str]"]:
    """What a listener was told: numbers, or a sentence."""
    told: Queue[int | str] = Queue()
    notices = shared.listen(on_grown=told.put, on_lost=told.put)
    assert notices is not None
    assert told.get(timeout=10) == 0
    yield told
    notices.stop()


def _change(database: Database) -> int:
    return database.write(journal.record_numbered, event_id=None, station="Desk", at=NOW, what="x", sentence="x")


def test_each_change_is_told_with_its_number(shared: Database, heard: "Queue[int | str]") -> None:
    for _ in range(3):
        assert _change(shared) == heard.get(timeout=10)


def test_what_was_changed_while_the_line_was_cut_is_told_afterwards(
    shared: Database, heard: "Queue[int | str]"
) -> None:
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT coalesce(max(id)%'"

    def cut_and_change(session: Any) -> int:
        assert session.execute(text(cut)).all()
        return journal.record_numbered(session, event_id=None, station="Desk", at=NOW, what="x", sentence="x")

    number = shared.write(cut_and_change)
    found: list[int | str] = []
    while number not in found:
        found.append(heard.get(timeout=10))
    assert any("does not answer" in str(told) for told in found)
    assert _change(shared) == number + 1
    assert heard.get(timeout=10) == number + 1


def test_a_change_that_is_dropped_is_told_to_nobody(shared: Database, heard: "Queue[int | str]") -> None:
    def fails(session: Any) -> None:
        journal.record(session, event_id=None, station="Desk", at=NOW, what="x", sentence="x")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shared.write(fails)
    assert _change(shared) == heard.get(timeout=10)


@pytest.mark.database_file
def test_a_file_tells_nobody(database: Database) -> None:
    assert database.listen(on_grown=print, on_lost=print) is None


def test_who_listens_is_told_again_and_again_that_the_server_is_gone(server_database: str) -> None:
    from mixer_app.store.engine import url_of
    from mixer_app.store.notices import ChangeNotices

    told: Queue[int | str] = Queue()
    nowhere = url_of(server_database).set(host="127.0.0.1", port=1)
    notices = ChangeNotices(nowhere, "nowhere", on_grown=told.put, on_lost=told.put)
    assert "does not answer" in str(told.get(timeout=10))
    assert "does not answer" in str(told.get(timeout=10))
    notices.stop()
