"""The schema: the same from its migrations as from its classes, on both kinds of database."""

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

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import PairRule
from mixer_app.services.events import list_events
from mixer_app.services.people import get_attendee
from mixer_app.store import migrations, open_database
from mixer_app.store.backups import backups_of
from mixer_app.store.pair_rules import set_pair_rule
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
    monkeypatch.setattr(migrations, "_upgrade", lambda connection: _pretend(connection))
    again = open_database(database.address)
    assert again.read(list_events) == [event]
    again.close()
    (backup,) = backups_of(database.path)
    assert backup.name.endswith("-version-0000.db")
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(backup)) as raw:
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
    assert list(backups_of(database.path)) == []


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
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("ATTACH ? AS new", (str(database.path),))
        for table in ("events", "persons", "attendees"):
            columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608  # our own names
        raw.commit()
    again = open_database(str(old))
    assert again.read(get_attendee, ann.id) == ann
    assert ann.colleagues_ok is None
    again.close()


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
def test_a_database_of_the_first_version_keeps_its_people_and_plans(database, event, add, introduce):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    plan = introduce((ann, bob))
    database.close()
    with closing(sqlite3.connect(database.path)) as raw:
        for table in (
            *("pair_rules", "settings", "desk_calls", "wrong_tries", "print_jobs", "station_printers"),
            *("live_acts", "sightings"),
        ):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("CREATE TABLE rounds (event_id INTEGER, number INTEGER)")
        for column in ("colleagues_ok", "email_consent", "phone_consent"):
            raw.execute(f"ALTER TABLE attendees DROP COLUMN {column}")
        for table in ("attendees", "persons"):
            raw.execute(f"DROP INDEX ix_{table}_merged_into")
            raw.execute(f"ALTER TABLE {table} DROP COLUMN merged_into")
        raw.commit()
    _set_version(database.path, "0001")
    again = open_database(database.address)
    assert again.read(list_events) == [event]
    assert again.read(latest_plan, event.id) == plan
    assert again.write(set_pair_rule, event.id, ann.id, bob.id, PairRule.MUST_MEET) is None
    again.close()
    (backup,) = backups_of(database.path)
    assert backup.name.endswith("-version-0001.db")
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("SELECT count(*) FROM attendees").fetchone() == (2,)
