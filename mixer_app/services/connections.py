"""Connections to shared databases that this laptop remembers, passwords included, for its owner alone.

They are kept in a file that nobody else may read (0600), not in the settings and not in a keyring: a kiosk logs in
by itself after a power cut, when no keyring is open, and a keyring would be one more thing to install.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from mixer_app.domain.addresses import without_password
from mixer_app.domain.errors import MixerError
from mixer_app.paths import user_data

PORT: Final = 5432
_SCHEMES: Final = ("postgresql", "postgres", "postgresql+psycopg")
_OWNER_ONLY: Final = 0o600
_MOST: Final = 8
_HIDDEN: Final = "***"
_PASSWORD: Final = "password"  # noqa: S105  # the name of an option


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedConnection:
    """Where a shared database is and who connects; `options` are whatever else stands in its address."""

    host: str
    database: str
    user: str
    password: str = ""
    port: int = PORT
    plain_allowed: bool = False
    options: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """The address with its password: never to be shown, logged, or put on a command line."""
        return self._written(f":{quote(self.password, safe='')}" if self.password else "")

    @property
    def location(self) -> str:
        """The address without its password, fit to be shown."""
        return without_password(self._written(""))

    def _written(self, password: str) -> str:
        host = f"[{self.host}]" if ":" in self.host else quote(self.host, safe="")
        port = "" if self.port == PORT else f":{self.port}"
        options = f"?{urlencode(self.options)}" if self.options else ""
        user = f"{quote(self.user, safe='')}{password}@" if self.user else ""
        return f"postgresql://{user}{host}{port}/{quote(self.database, safe='')}{options}"


def read_connection(location: str) -> SharedConnection | None:
    """What an address says; None: it is a file, or no address that can be read."""
    try:
        parts = urlsplit(location)
        port = parts.port or PORT
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES:
        return None
    options = parse_qsl(parts.query)
    password = unquote(parts.password or "") or dict(options).get(_PASSWORD, "")
    return SharedConnection(
        host=unquote(parts.hostname or ""),
        port=port,
        database=unquote(parts.path.removeprefix("/")),
        user=unquote(parts.username or ""),
        password="" if password == _HIDDEN else password,
        options=tuple(one for one in options if one[0] != _PASSWORD),
    )


def known_connection(location: str, folder: Path | None = None) -> SharedConnection | None:
    """What this laptop remembers for an address without a password; None: nothing, or the address has one."""
    asked = read_connection(location)
    if asked is None or asked.password:
        return None
    return next((one for one in remembered_connections(folder) if _same(one, asked)), None)


def is_same_place(one: str, other: str) -> bool:
    """Whether two addresses are of one database and user, however they are written."""
    first, second = read_connection(one), read_connection(other)
    return first is not None and second is not None and _same(first, second)


def remember_connection(connection: SharedConnection, folder: Path | None = None) -> None:
    """Keep a connection, the newest first, whole or not at all."""
    others = [one for one in remembered_connections(folder) if not _same(one, connection)]
    _write([connection, *others][:_MOST], _path(folder))


def forget_connection(connection: SharedConnection, folder: Path | None = None) -> None:
    """Keep a connection no longer; twice is once."""
    kept = remembered_connections(folder)
    if any(_same(one, connection) for one in kept):
        _write([one for one in kept if not _same(one, connection)], _path(folder))


def remembered_connections(folder: Path | None = None) -> list[SharedConnection]:
    """The connections of this laptop, the one that was used last first; a damaged file is as if there were none."""
    try:
        kept = json.loads(_path(folder).read_text(encoding="utf-8"))
        return [_from_json(one) for one in kept]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []


def try_connection(connection: SharedConnection) -> None:
    """Connect once, as a station would; `MixerError` says what is wrong, in words for the person who typed it."""
    from mixer_app.store import open_database

    for value, words in ((connection.host, "the server"), (connection.database, "the database")):
        if not value.strip():
            raise MixerError(f"Say which {words.removeprefix('the ')} it is: {words} has no name yet.")
    open_database(connection.address, plain_allowed=connection.plain_allowed, own_folder=user_data()).close()


def _same(one: SharedConnection, other: SharedConnection) -> bool:
    plain = {"password": "", "plain_allowed": False, "options": ()}
    return replace(one, **plain) == replace(other, **plain)


def _from_json(kept: dict[str, Any]) -> SharedConnection:
    options = tuple((str(key), str(value)) for key, value in kept.get("options", ()))
    return SharedConnection(
        host=str(kept["host"]),
        port=int(kept["port"]),
        database=str(kept["database"]),
        user=str(kept["user"]),
        password=str(kept["password"]),
        plain_allowed=bool(kept["plain_allowed"]),
        options=options,
    )


def _write(connections: list[SharedConnection], path: Path) -> None:
    unfinished = path.with_suffix(".tmp")
    unfinished.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY), "w") as written:
            json.dump([asdict(one) for one in connections], written)
            written.flush()
            os.fsync(written.fileno())
        unfinished.replace(path)
    except OSError as failure:
        unfinished.unlink(missing_ok=True)
        raise MixerError(f"The connection cannot be remembered in {path.parent}: {failure.strerror}.") from failure


def _path(folder: Path | None) -> Path:
    return (folder or user_data()) / "shared-databases.json"
