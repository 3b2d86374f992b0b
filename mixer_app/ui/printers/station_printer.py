"""The badge printer of a window: the desk's and the kiosk's alike."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from mixer_app.services.own_files import printed_folder
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
    return BadgePrinter(
        database=database,
        background=background,
        station=station,
        clock=clock,
        settings=settings,
        shelf=SystemPrinters(printed_folder(database)),
        parent=parent,
    )
