"""A shared database is copied before it is brought up to date, or it is left as it is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine, insert, select, text

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.services.answers import list_answers, record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, check_integrity, open_database, restore
from mixer_app.services.journal import activity
from mixer_app.services.people import cancel_attendee, list_attendees
from mixer_app.store.engine import url_of
from mixer_app.store.migrations import REVISIONS, upgrade
from mixer_app.store.rows import Row

pytestmark = pytest.mark.database_file


@pytest.fixture(params=["0009", REVISIONS[-2]])
def older(
    request: pytest.FixtureRequest,
    server: str,
    database: Database,
    event: Event,
    add: Callable[..., Any],
    introduce: Callable[..., Any],
    now: datetime,
) -> tuple[str, str]:
    """The address of a shared database of an older version, and that version; it holds what `database` does."""
    said = {"answers": (("Diet?", "vegan"),), "languages": ("pl", "no"), "rests": (1, 2), "keep_apart": ("Eve",)}
    ann, bob = add("Ann Smith", role="mentor", experience_years=12.5), add("Łucja Østergård", **said)
    introduce((ann, bob))
    database.write(record_answer, event.id, bob.id, ann.id, Answer.YES, note="ü", station="Desk", now=now)
    database.write(check_in, event.id, bob.code, station="Desk 1", now=now)
    name = f"older_{request.param}"
    admin = create_engine(url_of(server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    address = server.replace("/postgres", f"/{name}")
    engine = create_engine(url_of(address))
    with engine.begin() as place:
        upgrade(place, request.param)
        tables = MetaData()
        tables.reflect(place)
        for table in Row.metadata.sorted_tables:
            theirs = tables.tables.get(table.name)
            if theirs is not None:
                shared = [column for column in table.c if column.name in theirs.c]
                rows = database.read(lambda session, asked=shared: session.execute(select(*asked)).mappings().all())
                for row in rows:
                    place.execute(insert(table), [dict(row)])
                if "id" in theirs.c:
                    count = "SELECT setval(pg_get_serial_sequence(:name, 'id'), (SELECT max(id) + 1 FROM {}))"
                    place.execute(text(count.format(table.name)), {"name": table.name})
    engine.dispose()
    return address, request.param


def test_a_shared_database_is_copied_before_it_is_brought_up_to_date_and_can_be_put_back(
    older: tuple[str, str],
    database: Database,
    event: Event,
    now: datetime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    address, version = older
    opened = open_database(address)
    copy = opened.backed_up
    assert copy is not None
    assert (copy.parent.name, copy.name.endswith(f"-version-{version}.db")) == ("backups", True)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert list(copy.parent.iterdir()) == [copy]
    people, told = database.read(list_attendees, event.id), database.read(activity, event.id)
    assert opened.read(list_attendees, event.id) == people
    opened.write(cancel_attendee, people[0].id, station="Desk", now=now)
    restore(address, copy)
    assert opened.read(list_attendees, event.id) == people
    newest, *earlier = opened.read(activity, event.id)
    assert (newest.what, earlier) == ("put back", told)
    assert opened.read(list_answers, event.id) == database.read(list_answers, event.id)
    assert opened.read(check_integrity) == []
    opened.close()
    again = open_database(address)
    assert again.backed_up is None
    again.close()


def test_where_no_copy_can_be_made_nothing_is_brought_up_to_date(
    older: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data" / "Mentor Mixer").mkdir(parents=True)
    (tmp_path / "data" / "Mentor Mixer" / "backups").write_text("in the way", encoding="utf-8")
    address, version = older
    with pytest.raises(MixerError, match=r"could not be copied before: .* Nothing was changed\. Make room in"):
        open_database(address)
    engine = create_engine(url_of(address))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == version
    engine.dispose()


def test_a_copy_that_is_not_the_same_is_no_copy(
    older: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mixer_app.store import older_copy

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    read = older_copy._sorted

    def spoilt(connection: Any, *tables: Any) -> Any:
        rows = read(connection, *tables)
        return ({**row, "note": "?"} if connection.dialect.name == "sqlite" and "note" in row else row for row in rows)

    monkeypatch.setattr(older_copy, "_sorted", spoilt)
    with pytest.raises(MixerError, match="“answers” did not arrive as it was"):
        open_database(older[0])
    assert list((tmp_path / "data" / "Mentor Mixer" / "backups").iterdir()) == []
