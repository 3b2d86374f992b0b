"""The schema's versions, and how a database is brought to the latest when it is opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, inspect, text

from mixer_app.domain.errors import MixerError
from mixer_app.store.backups import back_up_before
from mixer_app.store.engine import open_engine, sqlite_path
from mixer_app.store.transactions import WRITES

REVISIONS: Final = tuple(f"{number:04}" for number in range(1, 15))
"""Every version of the schema, oldest first; a test holds this to the files in `versions`."""

_MIGRATION_LOCK: Final = 0x4D495845

_NEWER: Final = (
    "The database {where} was made by a newer Mentor Mixer. Install the newest version, or choose another database."
)
_FOREIGN: Final = (
    "{where} belongs to another program: it holds tables that Mentor Mixer does not know. Choose another file."
)

_NOT_READY: Final = (
    "The shared database {where} has to be brought up to date first. Open it at control, then try again here."
)


def bring_up_to_date(
    url: URL, where: str, *, copy_shared: Callable[[Connection, str], Path] | None = None
) -> Path | None:
    """Make or migrate the schema, with a backup before; the backup, None: none was needed.

    Of a file the backup is beside it; a shared database is copied by `copy_shared`, given its version, without which
    it is not migrated. Raises `MixerError` for a newer or foreign database.
    """
    engine = open_engine(url, foreign_keys=False)
    try:
        with engine.connect() as connection:
            version = _version(connection, where)
        if version == REVISIONS[-1]:
            return None
        path, kept = sqlite_path(url), None
        if version is not None and path is not None:
            kept = back_up_before(path, f"version-{version}")
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            _refuse_who_may_not(connection, where)
            _wait_for_others(connection)
            version = _version(connection, where)
            if version == REVISIONS[-1]:
                return kept  # another process was quicker
            if version is not None and path is None:
                if copy_shared is None:
                    raise MixerError(_NOT_READY.format(where=where))
                kept = copy_shared(connection, version)
            upgrade(connection)
        return kept
    finally:
        engine.dispose()


def _version(connection: Connection, where: str) -> str | None:
    """The version of the schema; None: an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise MixerError(_FOREIGN.format(where=where))
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if version is not None and version not in REVISIONS:
        raise MixerError(_NEWER.format(where=where))
    return version


def _refuse_who_may_not(connection: Connection, where: str) -> None:
    """On a server, control owns the tables; a desk or a kiosk waits until it has brought them up to date."""
    if connection.dialect.name == "postgresql":
        may = connection.exec_driver_sql("SELECT has_schema_privilege('public', 'CREATE')").scalar()
        if not may:
            raise MixerError(_NOT_READY.format(where=where))


def _wait_for_others(connection: Connection) -> None:
    """Let one station migrate at a time; SQLite's write transaction does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")  # the backup takes its time
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")


def upgrade(connection: Connection, version: str = "head") -> None:
    """Bring the schema to a version, within the transaction of `connection`."""
    from alembic import command  # a quarter of a second, and only this start needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise MixerError(f"The database could not be migrated: {broken[0]} refers to what is not there.")
