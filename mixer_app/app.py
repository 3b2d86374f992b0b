"""The only place where the parts of the application with windows are joined."""

import logging
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from mixer_app.diagnostics import report_of, set_up_logging
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.paths import resource, user_data, user_logs
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.fonts import load_fonts
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.report_dialog import ReportDialog
from mixer_app.ui.station import take_station
from mixer_app.ui.watchdog import ONE_FRAME_MS, Watchdog

STATION = "Desk 1"
_log = logging.getLogger(__name__)


def run_application(
    database_location: str | None = None,
    event: str | None = None,
    *,
    demo: bool = False,
    station: str | None = None,
    watch_ms: float | None = None,
) -> int:
    """Open the application and stay until its window is closed; the exit status.

    `database_location` is a path or URL (None: the user's own), `event` a name or number; `demo` opens a
    fresh sample event. `station` is the name of this station (None: the remembered, or the next that is free);
    with `watch_ms`, or the environment variable `MIXER_WATCH`, the log tells when the window stands still for longer.
    """
    set_up_logging(user_logs())
    settings = QSettings(str(user_data() / "window.ini"), QSettings.Format.IniFormat)
    app = prepare(sys.argv[:1], settings)
    try:
        own = take_station(user_data() / "stations", wanted=station, settings=settings)
    except MixerError as refusal:
        QMessageBox.critical(None, "Mentor Mixer", str(refusal))
        return 1
    watchdog = _watchdog(app, watch_ms)
    running = Running(app, settings, station=own.name)
    try:
        running.open_database(database_location)
        if demo:
            running.open_sample()
        else:
            running.open_event(event)
        return app.exec()
    except MixerError as refusal:
        QMessageBox.critical(None, "Mentor Mixer", str(refusal))
        return 1
    except Exception as mistake:  # noqa: BLE001  # before there is a loop nobody else would show it
        _log.exception("The application could not open")
        ReportDialog(report_of(mistake)).exec()
        return 1
    finally:
        running.close()
        own.release()
        if watchdog is not None:
            watchdog.stop()


def _watchdog(app: QApplication, watch_ms: float | None) -> Watchdog | None:
    """Watch for stalls, if this was asked for."""
    asked = watch_ms if watch_ms is not None else os.environ.get("MIXER_WATCH", "").strip() or None
    try:
        longest_ms = float(asked) if asked is not None else None
    except ValueError:
        longest_ms = ONE_FRAME_MS
    if longest_ms is None:
        return None
    watchdog = Watchdog(app, longest_ms=longest_ms)
    watchdog.start()
    return watchdog


def prepare(arguments: list[str], settings: QSettings | None = None) -> QApplication:
    """The application object with its fonts, look and language; windows may be made after it."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    QLoggingCategory.setFilterRules("qt.text.font.db=false")  # says which face lacks a script before it tries the next
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(arguments)
    app.setApplicationName("Mentor Mixer")
    app.setDesktopFileName("mentor-mixer")
    app.setWindowIcon(QIcon(str(resource("icons", "application.svg"))))
    if app.findChild(FocusRing) is None:
        FocusRing(app)
    (app.findChild(Appearance) or Appearance(app, load_fonts(), settings)).apply()
    return app


class Running(QObject):
    """A database and the window on it; another database closes both and opens anew."""

    def __init__(
        self,
        app: QApplication,
        settings: QSettings | None,
        *,
        station: str = STATION,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(app)
        self._settings, self._station, self._clock = settings, station, clock
        self._appearance = app.findChild(Appearance) or Appearance(app, load_fonts(), settings)
        self._reports: list[ReportDialog] = []
        self._hook_before = sys.excepthook
        sys.excepthook = self._report_crash
        self.window: MainWindow | None = None

    def open_database(self, location: str | None) -> MainWindow:
        """Open a database and show a window on it; what was open before is closed once the new one is there."""
        from mixer_app.services.database import open_database

        database = open_database(location)
        self.close_window()
        self._database = database
        self._background = Background(self)
        self._background.broke.connect(self._show_report)
        self.window = MainWindow(
            database=database,
            background=self._background,
            station=self._station,
            clock=self._clock,
            appearance=self._appearance,
            settings=self._settings,
        )
        self.window.database_wanted.connect(self._change_database)
        self.window.go_to("start")
        self.window.show()
        return self.window

    def open_event(self, wanted: str | None) -> None:
        """Open the named event; without a name the start shows them all."""
        from mixer_app.services.events import find_event

        if wanted is not None and self.window is not None:
            self.window.open_event(self._database.read(find_event, wanted))

    def open_sample(self) -> Event:
        """Make a fresh sample event and open it."""
        from mixer_app.ui.start.sample import make_sample

        event = make_sample(self._database, station=self._station, now=self._clock())
        if self.window is not None:
            self.window.open_event(event)
        return event

    def close_window(self) -> None:
        """Close the window, let its work end, and close the database."""
        if self.window is not None:
            self.window.close()
            self._background.close()
            self.window.deleteLater()
            self._background.deleteLater()
            self._database.close()
            self.window = None

    def close(self) -> None:
        """End everything."""
        self.close_window()
        sys.excepthook = self._hook_before

    @Slot(str)
    def _change_database(self, location: str) -> None:
        try:
            self.open_database(location)
        except MixerError as refusal:
            if self.window is not None:
                self.window.message_bar.complain(str(refusal))

    def _report_crash(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.quit)
            return
        if isinstance(error, MixerError) and self.window is not None:
            self.window.message_bar.complain(str(error))
            return
        _log.error("The window met a mistake", exc_info=(kind, error, trace))
        self._show_report(error)

    @Slot(object)
    def _show_report(self, error: BaseException) -> None:
        if self._reports:
            return  # one report at a time: the first is the one that tells
        dialog = ReportDialog(report_of(error), self.window)
        self._reports.append(dialog)
        dialog.finished.connect(self._reports.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
