"""The badge printer of a window: the desk's and the kiosk's alike."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from mixer_app.paths import user_data
from mixer_app.ui.background import Background
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printers.shelf import SystemPrinters

if TYPE_CHECKING:
    from mixer_app.services.database import Database


def station_printer(
    *,
    database: "Database",
    background: Background,
    station: str,
    clock: Callable[[], datetime],
    settings: QSettings | None,
    parent: QObject,
) -> BadgePrinter:
    """A `BadgePrinter` on the printers of this computer; call `use_event` and `start` on it."""
    folder = _beside(str(database.location)) / "badges"
    return BadgePrinter(
        database=database,
        background=background,
        station=station,
        clock=clock,
        settings=settings,
        shelf=SystemPrinters(folder),
        parent=parent,
    )


def _beside(location: str) -> Path:
    """Badges go beside the database; for a database elsewhere, to the user's own folder."""
    path = Path(location)
    return path.parent if path.is_file() else user_data()
