"""Make a database on a PostgreSQL server, with a user for each kind of station and its rights; repeat-safe."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, NullPool

from mixer_app.domain.errors import MixerError
from mixer_app.domain.station_kinds import StationKind
from mixer_app.store.engine import shown_address
from mixer_app.store.failures import told_in_sentences
from mixer_app.store.migrations import bring_up_to_date
from mixer_app.store.rights import grants, quoted
from mixer_app.store.server import open_server

_MAINTENANCE: Final = "postgres"
_HIDDEN: Final = "********"
_LIMITS: Final = {
    "idle_in_transaction_session_timeout": ("10s", 0),
    "transaction_timeout": ("60s", 170000),
}
"""Of desks and kiosks, so that none keeps all others from writing by accident; from which PostgreSQL on there are."""

_LONGEST_NAME: Final = 50  # with the kind of station behind it, within PostgreSQL's 63


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerUser:
    """A user at the server; `password` is empty where the one that was set before still holds."""

    kind: StationKind
    name: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSetup:
    """What was done, or would be: the statements have no password in them."""

    database: str
    users: tuple[ServerUser, ...]
    statements: tuple[str, ...]
    backup: Path | None  # of an older database, before it was brought up to date


def set_up_server(
    url: URL,
    passwords: Mapping[StationKind, str],
    *,
    own_folder: Path,
    renew_passwords: bool = False,
    dry_run: bool = False,
) -> ServerSetup:
    """Make what is missing of the database that `url` names, as the administrator whom it names.

    `passwords` are for users who are not there yet, or for all with `renew_passwords`. A backup of an older database
    goes into `own_folder` before it is brought up to date.
    """
    name = url.database or ""
    if url.get_backend_name() == "sqlite":
        raise MixerError("Say where the server is: --database postgresql://postgres@localhost/mixer.")
    if name in ("", _MAINTENANCE) or len(name) > _LONGEST_NAME:
        raise MixerError("Say what the database is to be called: --database postgresql://postgres@localhost/mixer.")
    return _Setup(url, name, passwords, own_folder, renew_passwords=renew_passwords, dry_run=dry_run).run()


class _Setup:
    """One run; each step says what it does, and does it unless this is a rehearsal."""

    def __init__(
        self,
        url: URL,
        name: str,
        passwords: Mapping[StationKind, str],
        own_folder: Path,
        *,
        renew_passwords: bool,
        dry_run: bool,
    ) -> None:
        self._url, self._name, self._passwords, self._own_folder = url, name, passwords, own_folder
        self._backup: Path | None = None
        self._renew, self._dry_run = renew_passwords, dry_run
        self._where = shown_address(url)
        self._names = {kind: f"{name}_{kind.value}" for kind in StationKind}
        self._said: list[str] = []
        self._engine = open_server(url, poolclass=NullPool)

    def run(self) -> ServerSetup:
        """Do it all; `MixerError` says what the server refused."""
        try:
            return self._set_up()
        except self._engine.dialect.loaded_dbapi.Error as failure:
            told = f"{self._where} refused: {str(failure).splitlines()[0]}. Connect as an administrator of the server"
            again = ", and draw --new-passwords" if any(" ROLE " in one for one in self._said) else ""
            raise MixerError(f"{told}{again}.") from failure

    def _set_up(self) -> ServerSetup:
        with told_in_sentences(self._where), closing(self._connect(_MAINTENANCE)) as driver:
            users = tuple(self._user(driver, kind) for kind in StationKind)
            exists = driver.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self._name]).fetchone()
            for statement in self._database(exists=bool(exists)):
                self._do(driver, statement)
        self._tables(exists=bool(exists))
        return ServerSetup(database=self._name, users=users, statements=tuple(self._said), backup=self._backup)

    def _connect(self, database: str) -> Any:
        self._engine = open_server(self._url.set(database=database), poolclass=NullPool)
        connection = self._engine.raw_connection()
        driver = connection.driver_connection
        connection.detach()
        return driver

    def _do(self, driver: Any, statement: str, said: str = "") -> None:
        self._said.append(said or statement)
        if not self._dry_run:
            driver.execute(statement)

    def _user(self, driver: Any, kind: StationKind) -> ServerUser:
        user = self._with_password(driver, kind)
        for setting, (value, since) in _LIMITS.items() if kind is not StationKind.CONTROL else ():
            if driver.info.server_version >= since:
                self._do(driver, f"ALTER ROLE {quoted(user.name)} SET {setting} = '{value}'")
        return user

    def _with_password(self, driver: Any, kind: StationKind) -> ServerUser:
        name = self._names[kind]
        known = driver.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
        if known and not self._renew:
            return ServerUser(kind=kind, name=name, password="")
        password = self._passwords[kind]
        kept = driver.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
        verb = "ALTER" if known else "CREATE"
        words = f"{verb} ROLE {quoted(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD"
        self._do(driver, f"{words} '{kept}'", f"{words} '{_HIDDEN}'")
        if kind is StationKind.CONTROL and not known:
            self._do(driver, f"GRANT {quoted(name)} TO CURRENT_USER")  # who is no superuser makes tables as control
        if known:
            self._end_connections(driver, name)
        return ServerUser(kind=kind, name=name, password=password)

    def _end_connections(self, driver: Any, name: str) -> None:
        """Whoever came in by the old password is out at once."""
        may = driver.execute("SELECT pg_has_role(%s::name, 'USAGE')", [name]).fetchone()
        if not may[0]:
            self._do(driver, f"GRANT {quoted(name)} TO CURRENT_USER")
        asked = "SELECT pid FROM pg_stat_activity WHERE usename = %s AND pid <> pg_backend_pid()"
        for (pid,) in driver.execute(asked, [name]).fetchall():
            self._do(driver, f"SELECT pg_terminate_backend({pid})")

    def _database(self, *, exists: bool) -> Iterator[str]:
        database, owner = quoted(self._name), quoted(self._names[StationKind.CONTROL])
        if exists:
            yield f"ALTER DATABASE {database} OWNER TO {owner}"
        else:
            yield f"CREATE DATABASE {database} OWNER {owner} ENCODING 'UTF8' TEMPLATE template0"
        yield f"REVOKE ALL ON DATABASE {database} FROM PUBLIC"
        for kind in (StationKind.DESK, StationKind.KIOSK):
            yield f"GRANT CONNECT ON DATABASE {database} TO {quoted(self._names[kind])}"

    def _tables(self, *, exists: bool) -> None:
        owner = quoted(self._names[StationKind.CONTROL])
        if self._dry_run:
            self._said += [f"SET ROLE {owner}", "-- the tables of Mentor Mixer are made or brought up to date here"]
            self._said += grants(self._names)
            return
        with told_in_sentences(self._where), closing(self._connect(self._name)) as driver:
            self._do(driver, f"GRANT ALL ON SCHEMA public TO {owner}")
            self._do(driver, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
            for statement in self._handed_over(driver) if exists else ():
                self._do(driver, statement)
            control = _as_role(self._url, self._names[StationKind.CONTROL])
            self._backup = bring_up_to_date(control, self._where, copy_shared=self._copy_older)
            with driver.transaction():
                self._do(driver, f"SET ROLE {owner}")
                for statement in grants(self._names):
                    self._do(driver, statement)

    def _copy_older(self, connection: Connection, version: str) -> Path:
        from mixer_app.store.older_copy import copy_older

        return copy_older(connection, version, self._where, self._own_folder)

    def _handed_over(self, driver: Any) -> list[str]:
        """What was made by someone else, such as an administrator who tried the application out, becomes control's."""
        owner = self._names[StationKind.CONTROL]
        asked = (
            "SELECT format('ALTER TABLE %%I OWNER TO %%I', c.relname, %s::text) FROM pg_class c"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
            " AND pg_get_userbyid(c.relowner) <> %s UNION ALL"
            " SELECT format('ALTER FUNCTION %%I() OWNER TO %%I', p.proname, %s::text) FROM pg_proc p"
            " WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'mixer\\_%%'"
            " AND pg_get_userbyid(p.proowner) <> %s"
        )
        return [statement for (statement,) in driver.execute(asked, [owner] * 4)]


def _as_role(url: URL, role: str) -> URL:
    escaped = role.replace("\\", "\\\\").replace(" ", "\\ ")
    return url.update_query_dict({"options": f"{url.query.get('options', '')} -c role={escaped}".strip()})
