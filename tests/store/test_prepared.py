"""Statements that are worked out once do what the same statements do by way of SQLAlchemy."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.store import Session
from mixer_app.store.prepared import Prepared
from mixer_app.store.rows import CheckInAction, CheckInRow, JournalRow

ACTS = CheckInRow.__table__.c


@pytest.fixture
def addition() -> Prepared:
    return Prepared(insert(CheckInRow), "attendee_id", "action", "at", "station", "request_id")


@pytest.fixture
def question() -> Prepared:
    asked = select(ACTS.attendee_id, ACTS.action, ACTS.at, ACTS.request_id)
    return Prepared(asked.where(ACTS.attendee_id == bindparam("whom")).order_by(ACTS.id))


def an_act(attendee_id: int, at: datetime, request_id: str | None = None) -> dict[str, Any]:
    said = {"attendee_id": attendee_id, "action": CheckInAction.UNDONE, "at": at, "station": "Desk 1"}
    return said | {"request_id": request_id}


def test_what_was_written_is_read_in_its_own_types_both_ways(
    database: Any, add: Callable[..., Attendee], addition: Prepared, question: Prepared
) -> None:
    ann = add("Ann Smith")
    east = datetime(2026, 3, 5, 20, 0, tzinfo=timezone(timedelta(hours=3)))
    number = database.write(lambda session: addition.run(session, an_act(ann.id, east)))
    [row] = database.read(lambda session: question.rows(session, {"whom": ann.id}))
    assert list(row) == [ann.id, CheckInAction.UNDONE, datetime(2026, 3, 5, 17, 0, tzinfo=UTC), None]
    assert row[2].tzinfo is UTC
    kept = database.read(lambda session: session.get(CheckInRow, number))
    assert (kept.attendee_id, kept.action, kept.at, kept.station) == (ann.id, row[1], row[2], "Desk 1")


def test_it_sees_what_the_session_has_not_sent_yet_and_is_dropped_with_it(
    database: Any, event: Event, now: datetime
) -> None:
    asked = Prepared(select(JournalRow.__table__.c.what).where(JournalRow.__table__.c.station == bindparam("where")))

    def add_and_fail(session: Session) -> None:
        row = JournalRow(event_id=event.id, at=now, station="Here", what="tried", sentence="Tried")
        session.add(row)
        assert [list(found) for found in asked.rows(session, {"where": "Here"})] == [["tried"]]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(add_and_fail)
    assert not database.read(lambda session: asked.rows(session, {"where": "Here"}))


@pytest.mark.database_file
def test_what_the_database_refuses_is_the_same_error_as_elsewhere_in_the_store(
    database: Any, add: Callable[..., Attendee], addition: Prepared, now: datetime
) -> None:
    ann = add("Ann Smith")
    database.write(lambda session: addition.run(session, an_act(ann.id, now, "a")))
    with pytest.raises(IntegrityError):
        database.write(lambda session: addition.run(session, an_act(ann.id, now, "a")))
    with pytest.raises(OperationalError, match="readonly"):
        database.read(lambda session: addition.run(session, an_act(ann.id, now, "b")))


def test_a_time_without_a_zone_is_refused(
    database: Any, add: Callable[..., Attendee], addition: Prepared, now: datetime
) -> None:
    ann = add("Ann Smith")
    with pytest.raises((ValueError, StatementError), match="without a zone"):
        database.write(lambda session: addition.run(session, an_act(ann.id, now.replace(tzinfo=None))))
