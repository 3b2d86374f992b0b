"""Opens a kiosk from the window: asks on which screen, sees to a PIN, and starts a process of its own."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Slot

from mixer_app.domain.events import Event
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.ui.kiosk.opening import KioskWish
    from mixer_app.ui.main_window import MainWindow
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_NO_PIN: Final = "There is no PIN for helpers yet, so nobody could leave the kiosk. Set one at control, in Settings."
_SCANNER_KEY: Final = "kiosk/scanner"  # where it was at the kiosk that was opened last


class KioskOpener(QObject):
    """Belongs to a window, and works on its event."""

    def __init__(
        self,
        window: "MainWindow",
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        settings: QSettings | None,
    ) -> None:
        super().__init__(window)
        self._window, self._database, self._background = window, database, background
        self._station, self._clock, self._settings = station, clock, settings
        self.may_set_pin = True
        """Whether a PIN can be set from here where there is none."""

    @Slot()
    def ask(self) -> None:
        """Ask on which screen, then open the kiosk of the event that is shown there."""
        if self._window.event_shown is not None:
            self.ask_for(self._window.event_shown)

    @Slot(object)
    def ask_for(self, event: Event) -> None:
        """Ask on which screen, then open the kiosk of this event there."""
        from mixer_app.services.staff_pin import can_leave_kiosk

        self._background.run(
            lambda _progress: self._database.door.read(can_leave_kiosk), on_done=partial(self._ask_where, event.id)
        )

    def _ask_where(self, event_id: int, has_pin: bool) -> None:
        from mixer_app.services.staff_pin import set_pin
        from mixer_app.ui.camera_source import missing_camera
        from mixer_app.ui.kiosk.opening import OpenKioskDialog

        window = self._window
        if not has_pin and not self.may_set_pin:
            window.message_bar.complain(_NO_PIN)
            return
        printing = window.badge_printer or self._printers()
        dialog = OpenKioskDialog(
            printing.known,
            printer=printing.printer,
            needs_pin=not has_pin,
            scanner=str(self._settings.value(_SCANNER_KEY, "")) if self._settings is not None else "",
            parent=window,
        )
        printing.printers_found.connect(dialog.show_printers)
        printing.find_printers()
        self._background.run(lambda _progress: missing_camera(), on_done=dialog.show_camera, counts=False)
        accepted, wish = dialog.exec(), dialog.wish()
        dialog.deleteLater()
        open_it = partial(self._start, event_id, wish)
        if accepted and wish.pin:
            window.keeper.access.expects_pin = True
            self._background.run(
                lambda _progress: self._database.write(
                    set_pin, wish.pin, old=None, station=self._station, now=self._clock()
                ),
                on_done=partial(self._take_pin, open_it),
            )
        elif accepted:
            open_it()

    def _printers(self) -> "BadgePrinter":
        """The printers of this computer, where the window itself prints nothing."""
        from mixer_app.ui.printers.station_printer import station_printer

        return station_printer(
            database=self._database,
            background=self._background,
            station=self._station,
            clock=self._clock,
            settings=self._settings,
            parent=self,
        )

    def _take_pin(self, open_it: Callable[[], None], _none: None) -> None:
        self._window.watch.look()
        open_it()

    def _start(self, event_id: int, wish: "KioskWish") -> None:
        from mixer_app.services.database_place import place_of
        from mixer_app.ui.kiosk.opening import start_kiosk

        if self._settings is not None:
            self._settings.setValue(_SCANNER_KEY, wish.scanner.value)
        if start_kiosk(place_of(self._database), event_id, wish):
            self._window.message_bar.say("The kiosk opens. Staff leave it with their PIN.")
        else:
            self._window.message_bar.complain("The kiosk could not be started. Run “mixer-app kiosk” instead.")
