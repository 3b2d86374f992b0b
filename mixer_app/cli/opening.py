"""The database and the event that a command was asked to work with."""

from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from mixer_app.cli.terminal import tell

if TYPE_CHECKING:
    from mixer_app.domain.events import Event
    from mixer_app.services.database import Database

STATION: Final = "Command line"


@contextmanager
def opened_database(chosen: Namespace) -> "Generator[Database]":
    """Open the database for as long as the command runs."""
    from mixer_app.services.database import open_database, told_of_backup

    database = open_database(chosen.database, plain_allowed=chosen.allow_plain)
    try:
        if said := told_of_backup(database.backed_up):
            tell(said)
        yield database
    finally:
        database.close()


@contextmanager
def opened_event(chosen: Namespace) -> "Generator[tuple[Database, Event]]":
    """Open the database, and find the event."""
    from mixer_app.services.events import find_event

    with opened_database(chosen) as database:
        yield database, database.read(find_event, chosen.event)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
