"""Where a database is, as one process of ours tells another: a password is on no command line, which all users see."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from mixer_app.domain.addresses import is_address
from mixer_app.services.connections import read_connection, remember_connection

if TYPE_CHECKING:
    from mixer_app.services.database import Database

DATABASE_VARIABLE: Final = "MIXER_DATABASE"
PLAIN_VARIABLE: Final = "MIXER_ALLOW_PLAIN"


@dataclass(frozen=True, slots=True)
class DatabasePlace:
    """Words for a command line, and variables of the environment, which only the same user reads."""

    options: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict[str, str])


def place_at(location: str | None, *, plain_allowed: bool = False) -> DatabasePlace:
    """How to tell of the database at a path or an address; None: the user's own file, of which nothing need be said."""
    if location is None:
        return DatabasePlace()
    if not is_address(location):
        return DatabasePlace(("--database", location))
    return DatabasePlace((), {DATABASE_VARIABLE: location, PLAIN_VARIABLE: "1" if plain_allowed else ""})


def place_of(database: "Database") -> DatabasePlace:
    """How to tell of a database that is open here."""
    return place_at(database.address, plain_allowed=database.plain_allowed)


def told_database() -> str | None:
    """The database that the environment names, if any."""
    return os.environ.get(DATABASE_VARIABLE) or None


def told_plain() -> bool:
    """Whether the environment says that the network is ours alone."""
    return bool(os.environ.get(PLAIN_VARIABLE))


def keep_password(database: "Database") -> None:
    """Remember how a shared database is reached, so that a kiosk comes back by itself after a power cut."""
    connection = read_connection(database.address)
    if connection is not None and connection.password:
        remember_connection(replace(connection, plain_allowed=database.plain_allowed))
