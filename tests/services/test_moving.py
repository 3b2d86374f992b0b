"""All of an evening goes from a file to a server and back, and nothing is lost on the way."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.services import badge_queue, people
from mixer_app.services.answers import Answer, record_answer
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.database import Database, back_up, check_integrity, open_database, restore
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import create_event, list_events
from mixer_app.services.journal import activity, undo
from mixer_app.services.moving import move_database
from mixer_app.services.planning import plan_event, publish
from mixer_app.services.staff_pin import set_pin

pytestmark = pytest.mark.database_file


@pytest.fixture
def evening(
    database: Database, event: Event, room: list[Any], add: Callable[..., Any], now: datetime
) -> tuple[Database, Event]:
    """A file in which nearly every table has something."""
    by: Any = {"station": "Control", "now": now}
    plan = plan_event(database, event.id, station="Control", clock=lambda: now)
    database.write(publish, plan.id, **by)
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, **by)
    meeting = plan.introductions[0]
    database.write(record_answer, event.id, meeting.mentor_id, meeting.mentee_id, Answer.YES, note="ü", **by)
    database.write(badge_queue.queue_badge, event.id, room[0].id, printer="label", **by)
    database.write(set_pin, "4711", old=None, **by)
    add("Łucja Østergård", answers=(("Diet?", "vegan"),), keep_apart=("Eve",), languages=("pl", "no"), rests=(1, 2))
    return database, event


@pytest.fixture
def shared(server_database: str) -> Iterator[Database]:
    opened = open_database(server_database)
    yield opened
    opened.close()


def _content(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        return {name: sorted(map(repr, raw.execute(f"SELECT * FROM {name}"))) for name in names}  # noqa: S608


def test_everything_goes_to_a_server_and_back_and_is_the_same_byte_for_byte(
    evening: tuple[Database, Event], shared: Database, tmp_path: Path
) -> None:
    source, event = evening
    rows = move_database(source, shared.address)
    assert rows == sum(len(some) for some in _content(source.path).values()) - _of_sqlite(source.path)
    assert shared.read(head_counts, event.id) == source.read(head_counts, event.id)
    assert shared.read(activity, event.id) == source.read(activity, event.id)
    move_database(shared, str(tmp_path / "back.db"))
    assert _content(tmp_path / "back.db") == _content(source.path)


def _of_sqlite(path: Path) -> int:
    """Rows of tables that are not ours: the version of the schema, and SQLite's own count."""
    content = _content(path)
    return len(content["alembic_version"]) + len(content["sqlite_sequence"])


def test_the_evening_goes_on_there_with_fresh_numbers(
    evening: tuple[Database, Event], shared: Database, a_registration: Callable[..., Any], now: datetime
) -> None:
    source, event = evening
    move_database(source, shared.address)
    new = shared.write(people.add_attendee, event.id, a_registration("Cy New"), station="D", now=now, dice=Random(1))
    assert new.id > max(one.id for one in source.read(people.list_attendees, event.id))
    shared.write(check_in, event.id, new.code, station="D", now=now)
    shared.write(undo, shared.read(activity, event.id)[0].id, station="D", now=now)
    assert shared.read(check_integrity) == []


def test_a_database_that_holds_something_is_not_written_over(
    evening: tuple[Database, Event], shared: Database, event: Event, now: datetime, tmp_path: Path
) -> None:
    source, _ = evening
    shared.write(create_event, replace(event, name="Another"), station="Control", now=now)
    with pytest.raises(MixerError, match="holds something already"):
        move_database(source, shared.address)
    assert [one.name for one in shared.read(list_events)] == ["Another"]
    back_up(source, tmp_path / "full.db")
    with pytest.raises(MixerError, match="holds something already"):
        move_database(shared, str(tmp_path / "full.db"))
    with pytest.raises(MixerError, match="the database itself"):
        move_database(source, str(source.path))


def test_what_does_not_arrive_as_it_was_is_noticed_and_nothing_is_kept(
    evening: tuple[Database, Event], shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mixer_app.store import copying

    values = copying._values
    spoilt = lambda connection, table: (  # noqa: E731  # one value, on one side only
        {**row, "employer": "?"} if connection.dialect.name == "postgresql" and table.name == "attendees" else row
        for row in values(connection, table)
    )
    monkeypatch.setattr(copying, "_values", spoilt)
    with pytest.raises(MixerError, match="did not keep the table “attendees”"):
        move_database(evening[0], shared.address)
    assert shared.read(list_events) == []


def test_a_backup_is_put_in_the_place_of_a_shared_database_and_the_present_one_is_kept(
    evening: tuple[Database, Event],
    shared: Database,
    event: Event,
    now: datetime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    source, _ = evening
    back_up(source, tmp_path / "copy.db")
    shared.write(create_event, replace(event, name="Before"), station="Control", now=now)
    kept = restore(shared.address, tmp_path / "copy.db")
    assert shared.read(head_counts, event.id) == source.read(head_counts, event.id)
    assert kept is not None
    assert kept.stat().st_mode & 0o777 == 0o600
    before = open_database(str(kept))
    assert [one.name for one in before.read(list_events)] == ["Before"]
    before.close()
    assert [path for path in kept.parent.iterdir() if path != kept and not path.name.startswith(kept.name)] == []
