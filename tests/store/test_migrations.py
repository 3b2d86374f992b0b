"""The schema: the same from its migrations as from its classes, on both kinds of database."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from mixer_app.domain.answers import AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.services.check_in import check_in
from mixer_app.services.events import list_events
from mixer_app.services.people import get_attendee, list_attendees
from mixer_app.store import journal, migrations, open_database
from mixer_app.store.answers import all_answers
from mixer_app.store.backups import backups_of
from mixer_app.store.integrity import find_faults
from mixer_app.store.plans import latest_plan
from mixer_app.store.rows import Row


def _set_version(path, version):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (version,))
        raw.commit()


def test_the_migrations_make_what_the_classes_say(database):
    engine = create_engine(database.url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Row.metadata) == []
    engine.dispose()


def test_the_list_of_versions_is_that_of_the_files():
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    scripts = ScriptDirectory.from_config(config)
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(migrations.REVISIONS)
    assert scripts.get_heads() == [migrations.REVISIONS[-1]]


@pytest.mark.parametrize("table", Row.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table):
    dialect = postgresql.dialect()
    assert str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert str(CreateIndex(index).compile(dialect=dialect))


@pytest.mark.parametrize("table", Row.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_constraint_has_a_name(table):
    assert all(constraint.name for constraint in table.constraints)
    assert all(index.name for index in table.indexes)


@pytest.mark.database_file
def test_an_older_database_is_copied_before_it_is_migrated(database, event, monkeypatch):
    database.close()
    _set_version(database.path, "0000")
    monkeypatch.setattr(migrations, "REVISIONS", ("0000", *migrations.REVISIONS))
    monkeypatch.setattr(migrations, "upgrade", lambda connection: _pretend(connection))
    again = open_database(database.address)
    assert again.read(list_events) == [event]
    again.close()
    (backup,) = backups_of(database.path)
    assert backup.path.name.endswith("-version-0000.db")
    assert backup.path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(backup.path)) as raw:
        assert raw.execute("SELECT name, version_num FROM events, alembic_version").fetchall() == [(event.name, "0000")]


def _pretend(connection):
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")


@pytest.mark.database_file
def test_a_migration_that_fails_changes_nothing(database, event, monkeypatch):
    database.close()
    _set_version(database.path, "0000")
    before = database.path.read_bytes()
    monkeypatch.setattr(migrations, "REVISIONS", ("0000", *migrations.REVISIONS))
    with pytest.raises(Exception, match="0000"):
        open_database(database.address)  # no such file among the versions
    with closing(sqlite3.connect(database.path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]
    assert database.path.read_bytes() == before


@pytest.mark.database_file
def test_a_database_of_the_latest_version_is_not_copied(database):
    database.close()
    open_database(database.address).close()
    assert backups_of(database.path) == []


@pytest.mark.database_file
def test_a_newer_database_is_refused_and_left_alone(database):
    database.close()
    _set_version(database.path, "9999")
    before = database.path.read_bytes()
    with pytest.raises(MixerError, match="newer Mentor Mixer"):
        open_database(database.address)
    assert database.path.read_bytes() == before


@pytest.mark.database_file
def test_people_of_an_older_database_have_not_said_whether_colleagues_are_fine(tmp_path, database, add):
    ann = add("Ann Smith", employer="City Hospital")
    old = _database_of("0001", tmp_path / "old.db")
    database.close()
    _fill(old, database.path)
    again = open_database(str(old))
    assert again.read(get_attendee, ann.id) == ann
    assert ann.colleagues_ok is None
    again.close()


def _fill(old, new):
    """Give an old database what a new one holds, as far as it has the columns."""
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("ATTACH ? AS new", (str(new),))
        for (table,) in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            theirs = {row[1] for row in raw.execute(f"PRAGMA new.table_info({table})")}
            columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})") if row[1] in theirs)
            if table != "alembic_version" and columns:
                raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608  # our own names
        raw.commit()


def _database_of(version, path):
    """A database as it was at `version` of the schema."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
    return path


@pytest.mark.database_file
@pytest.mark.parametrize("version", migrations.REVISIONS[:-1])
def test_a_database_of_each_earlier_version_keeps_its_people_plan_and_arrivals(
    tmp_path, database, event, add, introduce, now, version
):
    ann, bob = add("Ann Smith", role="mentor", employer="City Hospital"), add("Bob Jones", email="bob@example.org")
    plan = introduce((ann, bob))
    database.write(check_in, event.id, bob.code, station="Desk 1", now=now)
    people = database.read(list_attendees, event.id)
    database.close()
    old = _database_of(version, tmp_path / "old.db")
    _fill(old, database.path)
    again = open_database(str(old))
    assert again.read(list_attendees, event.id) == people
    assert again.read(latest_plan, event.id) == plan
    assert again.read(find_faults) == []
    again.close()
    (backup,) = backups_of(old)
    assert backup.why == f"version-{version}"


@pytest.mark.database_file
def test_answers_of_an_older_database_came_from_paper_and_what_helped_has_a_mark(tmp_path, database, event, add, now):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    old = _database_of("0008", tmp_path / "old.db")
    database.close()
    _fill(old, database.path)
    moment = now.strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(old)) as raw:
        raw.executemany(
            "INSERT INTO answers (event_id, from_id, to_id, answer, refer, note, helped, at, station)"
            " VALUES (?, ?, ?, 'yes', 0, 'n', ?, ?, 'Desk 1')",
            [
                (event.id, ann.id, bob.id, 1, moment),
                (event.id, bob.id, ann.id, 0, moment),
                (event.id, eve.id, ann.id, None, moment),
            ],
        )
        raw.commit()
    again = open_database(str(old))
    assert [(one.helped, one.source, one.note, one.at) for one in again.read(all_answers, event.id)] == [
        (mark, AnswerSource.PAPER, "n", now) for mark in (4, 2, None)
    ]
    again.close()


@pytest.mark.database_file
def test_what_only_control_may_read_of_older_changes_goes_into_a_table_of_its_own(tmp_path):
    old = _database_of("0012", tmp_path / "old.db")
    change = {"table": "persons", "key": [2], "before": {"merged_into": None}, "after": {"merged_into": 1}}
    decided = {"kind": "plan edited", "after": 2, "decided": [1, 2, None, "forbidden"]}
    kept = [
        ("merged", "Merged A into B", {"kind": "merged", "attendee_ids": [1, 2], "changes": [change]}),
        ("plan edited", "A is not to meet B", decided),
        ("edited", "Changed A", {"before": {"goal": "x"}, "after": {"goal": "y"}}),
        ("checked in", "A came", None),
    ]
    with closing(sqlite3.connect(old)) as raw:
        raw.executemany(
            "INSERT INTO journal (at, station, what, sentence, payload)"
            " VALUES ('2026-03-05 17:00:00.000000', 'C', ?, ?, ?)",
            [(what, sentence, payload and json.dumps(payload)) for what, sentence, payload in kept],
        )
        raw.commit()
    again = open_database(str(old))
    told = again.read(lambda session: [journal.get_record(session, number) for number in range(1, 5)])
    again.close()
    assert [(one.what, one.sentence, one.payload) for one in told] == kept
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("SELECT id FROM journal_private").fetchall() == [(1,), (2,)]
        left = str(raw.execute("SELECT sentence, payload FROM journal").fetchall())
    assert "forbidden" not in left
    assert "not to meet" not in left
    assert "persons" not in left
