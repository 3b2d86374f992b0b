"""A kiosk on a database: its window, its printer, and the mark that brings it back after a crash."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from mixer_app.domain.errors import MixerError
from mixer_app.domain.printers import PrinterInfo
from mixer_app.services.kiosk_marker import KioskMarker, remove_marker, write_marker
from mixer_app.services.staff_pin import can_leave_kiosk
from mixer_app.ui.away_keeper import AwayKeeper
from mixer_app.ui.background import Background
from mixer_app.ui.kiosk.kiosk_acts import load_setup
from mixer_app.ui.kiosk.place import KioskPlace, ScannerPlace
from mixer_app.ui.kiosk.window import KioskWindow
from mixer_app.ui.safekeeper import Safekeeper
from mixer_app.ui.screens import find_screen

if TYPE_CHECKING:
    from pathlib import Path

    from mixer_app.services.database import Database
    from mixer_app.services.stand_in import StandIn

_log = logging.getLogger(__name__)
NO_PIN = (
    "There is no staff PIN yet, so nobody could leave the kiosk. Set one in Settings, then open the kiosk. "
    "With the address of a kiosk it is the helpers’ PIN, set at control."
)


class RunningKiosk(QObject):
    """Opens the window of an event's kiosk and puts everything away when staff have left it."""

    ended = Signal()
    broke = Signal(object)

    def __init__(
        self,
        database: "Database",
        event_id: int,
        place: KioskPlace,
        *,
        settings: QSettings | None,
        clock: Callable[[], datetime],
        markers: "Path | None" = None,
        copy: "StandIn | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        if copy is not None:
            database.keep_stand_in(copy.copy)
        if not database.door.read(can_leave_kiosk):
            raise MixerError(NO_PIN)
        self._database, self._event_id, self._place, self._markers = database, event_id, place, markers
        self._settings, self._clock, self._full = settings, clock, True
        self.background = Background(self)
        self.background.broke.connect(self.broke)
        self._copy = copy  # where the server does not answer from the start
        self._away: AwayKeeper | None = None
        self._add_printer(settings, clock)
        self.window = self._make_window()
        self._safekeeper = Safekeeper(database, self.background, clock, lambda: event_id, self)
        self._safekeeper.failed.connect(self._note_failure)

    def open_window(self, *, full: bool = True) -> None:
        """Show the kiosk, and mark that it is open; `full` is False only for tests."""
        self._full = full
        path = self._database.path
        location = str(path.resolve()) if path is not None else self._database.location
        write_marker(
            KioskMarker(
                database=location, event_id=self._event_id, station=self._place.station, screen=self._place.screen
            ),
            self._markers,
        )
        self.window.open_on(find_screen(self._place.screen), full=full)
        self._badge_printer.use_event(self._event_id)
        self._badge_printer.start()
        if path is not None:  # a shared database is kept safe at control, who sees all of it
            self._safekeeper.start()

    def close(self) -> None:
        """End the work; the mark stays, unless staff have left."""
        self._badge_printer.stop()
        self._safekeeper.stop()
        if self._away is not None:
            self._away.stop()
        self.window.leave()
        self.background.close()
        self.window.deleteLater()

    def _make_window(self) -> KioskWindow:
        window = KioskWindow(
            database=self._database,
            background=self.background,
            station=self._place.station,
            clock=self._clock,
            setup=self._database.door.read(load_setup, self._event_id),
            printer=self._printer_name,
            printer_away=self._is_printer_away,
            scanner_at=_scanner(self._settings, self._place),
        )
        window.left.connect(self._left)
        window.outdated.connect(self._renew)
        if self._away is not None:
            self._away.stop()
            self._copy = self._away.stand_in
        self._away = AwayKeeper(self._database, self.background, self._clock, window.watch, window)
        window.upkeep.use_away(self._away)
        self._away.use_event(self._event_id, self._copy)
        return window

    def _renew(self) -> None:
        """Open the window anew with what the event asks now, before the old one goes."""
        old, self.window = self.window, self._make_window()
        self.window.open_on(find_screen(self._place.screen), full=self._full)
        old.leave()
        old.deleteLater()

    def _add_printer(self, settings: QSettings | None, clock: Callable[[], datetime]) -> None:
        from mixer_app.ui.printers.station_printer import station_printer

        self._badge_printer = station_printer(
            database=self._database,
            background=self.background,
            station=self._place.station,
            clock=clock,
            settings=settings,
            parent=self,
        )
        if self._place.printer is not None:
            name = self._place.printer
            self._badge_printer.choose_printer(PrinterInfo(name, name) if name else None)

    def _printer_name(self) -> str:
        """Empty as well while its printer brings nothing: nobody is promised a badge then."""
        return "" if self._is_printer_away() else self._badge_printer.printer

    def _is_printer_away(self) -> bool:
        printer, queue = self._badge_printer.printer, self._badge_printer.queue
        return bool(printer) and queue.is_held_up(self._place.station, printer, self._clock())

    def _note_failure(self, _sentence: str) -> None:
        """Whoever stands in front of a kiosk can do nothing about it, and the log names no folder."""
        _log.warning("The kiosk could not make its backup, or the emergency list")

    def _left(self) -> None:
        remove_marker(self._place.station, self._markers)
        self.window.leave()  # an open kiosk refuses to be closed, and with it the application to end
        self.ended.emit()


def _scanner(settings: QSettings | None, place: KioskPlace) -> ScannerPlace:
    """Where the scanner is: as told, which this laptop remembers, or as remembered."""
    key = f"kiosk {place.station.replace('/', ' ')}/scanner"
    if settings is None or place.scanner is not None:
        if settings is not None:
            settings.setValue(key, str(place.scanner))
        return place.scanner or ScannerPlace.BELOW
    kept = str(settings.value(key, ""))
    return ScannerPlace(kept) if kept in set(ScannerPlace) else ScannerPlace.BELOW
