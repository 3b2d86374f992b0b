"""Which database was open last on this laptop, so that it is opened again: after a power cut, too."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings

from mixer_app.domain.errors import MixerError
from mixer_app.services.connections import read_connection

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_KEY: Final = "database/last"
_OWN: Final = "This is the database in your own folder."


def remember_last(settings: QSettings | None, database: "Database") -> None:
    """Keep where this database is, without a password: that goes to the connections that this laptop remembers."""
    from mixer_app.services.database_place import keep_password

    if settings is None:
        return
    settings.setValue(_KEY, str(database.path.resolve()) if database.path is not None else database.location)
    settings.sync()  # the power may go
    if not database.away:
        keep_password(database)


def open_last(settings: QSettings, open_at: Callable[[str | None], bool]) -> tuple[bool, str]:
    """Open what was open last; whether a database is open now, and a sentence where it had to be another one.

    `open_at` opens the database at a place (None: the user's own file), and says whether it did.
    """
    last = str(settings.value(_KEY) or "")
    if not last:
        return open_at(None), ""
    if read_connection(last) is None and not Path(last).is_file():
        return open_at(None), f"The database {last}, which was open last, is not there any more. {_OWN}"
    try:
        if open_at(last):
            return True, ""
    except MixerError as refusal:
        return open_at(None), f"{refusal} {_OWN}"
    return open_at(None), ""
