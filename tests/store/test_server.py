"""PostgreSQL: one writer at a time, numbers in their order, and connections that died are replaced."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from mixer_app.domain.errors import MixerError
from mixer_app.store import Database, Session, journal, open_database
from mixer_app.store.settings import read_settings, write_settings

NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)


def _note(session: Session, what: str) -> int:
    return journal.record_numbered(session, event_id=None, station="Desk", at=NOW, what=what, sentence=what)


@pytest.fixture
def shared(server_database: str) -> Iterator[Database]:
    opened = open_database(server_database)
    yield opened
    opened.close()


@pytest.fixture
def another(server_database: str) -> Iterator[Callable[[], Database]]:
    opened: list[Database] = []

    def station() -> Database:
        opened.append(open_database(server_database))
        return opened[-1]

    yield station
    for one in opened:
        one.close()


def test_a_change_that_is_kept_late_is_never_passed_over(shared: Database, another: Callable[[], Database]) -> None:
    noted, may_end = threading.Event(), threading.Event()
    other = another()

    def slowly(session: Session) -> int:
        number = _note(session, "slow")
        noted.set()
        assert may_end.wait(10)
        return number

    with ThreadPoolExecutor(2) as stations:
        slow = stations.submit(shared.write, slowly)
        assert noted.wait(10)
        quick = stations.submit(other.write, _note, "quick")
        seen = [other.read(journal.latest_number)]
        may_end.set()
        assert slow.result(10) < quick.result(10)
    assert seen == [0]
    assert other.read(journal.latest_number) == quick.result()


def test_a_program_that_knows_nothing_of_the_lock_keeps_the_order_too(server_database: str, shared: Database) -> None:
    import psycopg

    row = "INSERT INTO journal (at, station, what, sentence) VALUES (now(), 'psql', 'x', 'x') RETURNING id"
    with psycopg.connect(server_database) as first, psycopg.connect(server_database) as second:
        earlier = first.execute(row).fetchone()
        second.execute("SET lock_timeout = '100ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            second.execute(row)
        second.rollback()
        first.commit()
        assert earlier is not None
        assert shared.write(_note, "ours") > earlier[0]


def test_what_a_writer_has_read_nobody_changes_meanwhile(shared: Database, another: Callable[[], Database]) -> None:
    def count_up(session: Session) -> None:
        write_settings(session, None, {"count": read_settings(session, None).get("count", 0) + 1})

    stations = [shared, another(), another(), another()]
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(station.write, count_up) for _ in range(10) for station in stations]:
            done.result(30)
    assert shared.read(read_settings, None) == {"count": 40}


def test_a_read_cannot_change_anything(shared: Database) -> None:
    with pytest.raises(Exception, match="read-only transaction"):
        shared.read(_note, "refused")


@pytest.mark.parametrize("act", ["read", "write"])
def test_a_connection_that_died_is_replaced_without_a_word(
    shared: Database, another: Callable[[], Database], act: str
) -> None:
    shared.write(_note, "before")
    _end_others(another())
    assert getattr(shared, act)(journal.latest_number) == 1


def test_a_connection_that_dies_in_the_middle_is_told_and_changes_nothing(
    shared: Database, another: Callable[[], Database]
) -> None:
    other = another()

    def dies(session: Session) -> None:
        _note(session, "lost")
        _end_others(other)
        _note(session, "too late")

    with pytest.raises(MixerError, match="does not answer"):
        shared.write(dies)
    assert shared.read(journal.latest_number) == 0


def test_a_station_that_writes_for_too_long_is_waited_for_and_then_told(
    shared: Database, another: Callable[[], Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    from mixer_app.store import server

    monkeypatch.setattr(server, "_WRITE", [statement.replace("'10s'", "'50ms'") for statement in server._WRITE])
    other = another()

    def meanwhile(session: Session) -> None:
        _note(session, "writes")
        with pytest.raises(MixerError, match=r"Another station.*try again"):
            other.write(_note, "waits")

    shared.write(meanwhile)
    assert other.write(_note, "now") > 0


def _end_others(database: Database) -> None:
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'tests'"
    database.read(lambda session: session.execute(text(ended)).all())


def test_the_address_may_say_how_long_to_wait(server_database: str) -> None:
    from mixer_app.store.engine import url_of
    from mixer_app.store.server import connect_arguments

    said: Any = connect_arguments(url_of(f"{server_database}?connect_timeout=2&options=-csearch_path%3Dpublic"))
    assert "connect_timeout" not in said
    assert said["options"].endswith("-csearch_path=public")


def test_a_change_that_waits_for_the_next_question_is_seen_by_it_and_refused_with_it(shared: Database) -> None:
    from sqlalchemy.exc import IntegrityError

    def note_and_look(session: Session) -> int:
        journal.record(session, event_id=None, station="Desk", at=NOW, what="x", sentence="x")
        return journal.latest_number(session)

    assert shared.write(note_and_look) == 1

    def refers_to_nothing(session: Session) -> None:
        journal.record(session, event_id=77, station="Desk", at=NOW, what="x", sentence="x")

    with pytest.raises(IntegrityError):
        shared.write(refers_to_nothing)
    assert shared.read(journal.latest_number) == 1


def test_a_scan_takes_four_round_trips(shared: Database, event: Any, a_registration: Any, monkeypatch: Any) -> None:
    from random import Random

    from mixer_app.services.check_in import check_in
    from mixer_app.services.events import create_event
    from mixer_app.services.people import add_attendee
    from mixer_app.store.pipeline import _Held

    held = shared.write(create_event, event, station="Control", now=NOW)
    ann = shared.write(add_attendee, held.id, a_registration(), station="Desk", now=NOW, dice=Random(1))
    sent: list[str] = []
    send = _Held.send
    monkeypatch.setattr(_Held, "send", lambda *given: sent.append("") or send(*given))
    shared.write(check_in, held.id, ann.code, station="Desk", now=NOW, request_id="a")
    assert len(sent) == 4  # begin and is it sent again; who; their lists; three changes and the commit
