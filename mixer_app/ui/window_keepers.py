"""What works for a window as long as it is open: its clock, its backups, what waits elsewhere, its kiosks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from mixer_app.services.steady_clock import SteadyClock
from mixer_app.ui.background import Background
from mixer_app.ui.clock_keeper import ClockKeeper
from mixer_app.ui.kiosk_opener import KioskOpener
from mixer_app.ui.left_queues import LeftQueues
from mixer_app.ui.safekeeper import Safekeeper

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.ui.main_window import MainWindow


def keep_window(
    window: "MainWindow",
    database: "Database",
    background: Background,
    clock: SteadyClock,
    station: str,
    settings: QSettings | None,
) -> KioskOpener:
    """Begin all of it; each lives as long as the window. The one that opens kiosks."""
    ClockKeeper(clock, database, background, window.watch, window)

    def event_shown() -> int | None:
        return window.event_shown.id if window.event_shown is not None else None

    keeper = Safekeeper(database, background, clock.now, event_shown, window)
    keeper.failed.connect(window.message_bar.complain)
    keeper.start()
    queues = LeftQueues(database, background, clock.now, window)
    queues.handed_over.connect(window.message_bar.say)
    queues.handed_over.connect(window.page("start").refresh)
    queues.start()
    opener = KioskOpener(window, database, background, station, clock.now, settings)
    window.rail.kiosk_wanted.connect(opener.ask)
    return opener
