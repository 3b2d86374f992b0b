"""The only place where the parts of the application with windows are joined."""

import logging
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLocale, QLoggingCategory, QObject, QSettings, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from mixer_app.diagnostics import report_of, set_up_logging
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.paths import resource, user_data, user_logs
from mixer_app.services.connections import read_connection
from mixer_app.services.steady_clock import SteadyClock, keep_time
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.clock_keeper import ClockKeeper
from mixer_app.ui.damage_watch import DamageWatch
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.fonts import load_fonts
from mixer_app.ui.kiosk.place import KioskPlace, ScannerPlace
from mixer_app.ui.kiosk.resuming import resume_kiosks
from mixer_app.ui.kiosk_address import is_kiosk_address, offer_kiosk
from mixer_app.ui.last_database import open_last, remember_last
from mixer_app.ui.left_queues import leave
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.mistakes import Mistakes
from mixer_app.ui.opening import open_or_recover
from mixer_app.ui.places import PLACES
from mixer_app.ui.report_dialog import ReportDialog
from mixer_app.ui.station import take_station
from mixer_app.ui.watchdog import watch_window
from mixer_app.ui.window_keepers import keep_window

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.stand_in import StandIn

STATION = "Desk 1"
KIOSK = "Kiosk"
PROJECTOR = "Projector"
_log = logging.getLogger(__name__)


def run_application(
    database_location: str | None = None,
    event: str | None = None,
    *,
    demo: bool = False,
    station: str | None = None,
    watch_ms: float | None = None,
    plain_allowed: bool = False,
) -> int:
    """Open the application and stay until its window is closed; the exit status.

    `database_location` is a path or URL (None: what was open last, at first the user's own), `event` a name or
    number; `demo` opens a fresh sample event. `station` is the name of this station (None: the remembered, or the
    next that is free); the log tells when the window hangs, or with `watch_ms` or the environment variable
    `MIXER_WATCH` when it stands still for longer than that.
    """
    set_up_logging(user_logs())
    settings = QSettings(str(user_data() / "window.ini"), QSettings.Format.IniFormat)
    app = prepare(sys.argv[:1], settings)
    if not demo and not resume_kiosks(user_data() / "stations", settings):
        return 0
    try:
        own = take_station(user_data() / "stations", wanted=station, settings=settings)
    except MixerError as refusal:
        QMessageBox.critical(None, "Mentor Mixer", str(refusal))
        return 1
    watchdog = watch_window(app, watch_ms)
    running = Running(app, settings, station=own.name)
    try:
        open_at = partial(running.open_or_recover, event=event, demo=demo, plain_allowed=plain_allowed)
        by_itself = not demo and database_location is None and event is None
        opened, told = open_last(settings, open_at) if by_itself else (open_at(database_location), "")
        if not opened:
            return 1
        running.complain(told)
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
        watchdog.stop()


def run_kiosk(
    database_location: str | None = None,
    event: str | None = None,
    *,
    station: str | None = None,
    screen: int | None = None,
    printer: str | None = None,
    scanner: str | None = None,
    plain_allowed: bool = False,
) -> int:
    """Open a kiosk and stay until staff leave it by PIN; the exit status.

    `station` is its name (None: the next kiosk that is free), `screen` from 1, `printer` by its name at the
    system, `scanner` where it is (None: what is remembered for the station).
    """
    set_up_logging(user_logs())
    settings = QSettings(str(user_data() / "window.ini"), QSettings.Format.IniFormat)
    app = prepare(sys.argv[:1], settings)
    own = take_station(user_data() / "stations", kind=KIOSK, wanted=station)
    watchdog = watch_window(app)
    try:
        at = ScannerPlace(scanner) if scanner else None
        place = KioskPlace(station=own.name, screen=screen, printer=printer, scanner=at)
        return stay_in_kiosk(app, settings, database_location, event, place, plain_allowed=plain_allowed)
    finally:
        own.release()
        watchdog.stop()


def run_projector(
    database_location: str | None = None,
    event: str | None = None,
    *,
    screen: int | None = None,
    part: int = 1,
    parts: int = 1,
    full: bool = True,
    plain_allowed: bool = False,
) -> int:
    """Open a projector and stay until its window is closed; the exit status.

    `screen` is from 1; of several projectors this one shows the `part`-th (from 1) of `parts` of the alphabet.
    """
    from mixer_app.services.database import open_database
    from mixer_app.services.events import find_event
    from mixer_app.ui.projector.place import ProjectorPlace
    from mixer_app.ui.projector.running import RunningProjector

    set_up_logging(user_logs())
    settings = QSettings(str(user_data() / "window.ini"), QSettings.Format.IniFormat)
    app = prepare(sys.argv[:1], settings)
    own = take_station(user_data() / "stations", kind=PROJECTOR)
    database = open_database(database_location, plain_allowed=plain_allowed)
    try:
        clock = SteadyClock()
        keep_time(database, clock)
        place = ProjectorPlace(station=own.name, screen=screen, part=part, parts=parts)
        found = database.read(find_event, event)
        projector = RunningProjector(database, found.id, place, clock=clock.now, shift=clock.shift, parent=app)
        projector.broke.connect(_log_mistake)
        mistakes = Mistakes(projector)
        ClockKeeper(clock, database, projector.background, projector.window.reading.watch, projector)
        projector.ended.connect(app.quit)
        projector.open_window(full=full)
        status = app.exec()
        mistakes.stop()
        projector.close()
        return status
    finally:
        database.close()
        own.release()


def stay_in_kiosk(
    app: QApplication,
    settings: QSettings,
    location: str | None,
    event: str | None,
    place: KioskPlace,
    *,
    plain_allowed: bool = False,
) -> int:
    """0 once staff have left the kiosk by PIN, 1 if it ended otherwise."""
    from mixer_app.services.database_place import keep_password
    from mixer_app.services.events import find_event
    from mixer_app.services.stand_in import open_database_or_copy
    from mixer_app.ui.kiosk.running import RunningKiosk

    database, copy = open_database_or_copy(location, event, plain_allowed=plain_allowed)
    try:
        found = copy.event() if copy is not None else database.read(find_event, event)
        clock = SteadyClock()
        if copy is None:
            keep_password(database)
            keep_time(database, clock)
        kiosk = RunningKiosk(database, found.id, place, settings=settings, clock=clock.now, copy=copy, parent=app)
        ClockKeeper(clock, database, kiosk.background, kiosk.window.watch, kiosk)
        left: list[bool] = []
        kiosk.ended.connect(partial(left.append, True))
        until_left = QEventLoop()  # the application itself goes on: a window may be opened after the kiosk
        kiosk.ended.connect(until_left.quit)
        kiosk.broke.connect(_log_mistake)
        mistakes = Mistakes(kiosk)
        kiosk.open_window()
        until_left.exec()
        mistakes.stop()
        kiosk.close()
        return 0 if left else 1
    finally:
        database.close()


def _log_mistake(error: BaseException) -> None:
    """People in front of a kiosk or a projector are told nothing of it; the report is for the log."""
    _log.error("Work in the background met a mistake", exc_info=error)


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
        clock: SteadyClock | None = None,
    ) -> None:
        super().__init__(app)
        self._settings, self._station, self._clock = settings, station, clock or SteadyClock()
        self._appearance = app.findChild(Appearance) or Appearance(app, load_fonts(), settings)
        self._reports: list[ReportDialog] = []
        self._mistakes = Mistakes(self)
        self._mistakes.refused.connect(self.complain)
        self._mistakes.broke.connect(self._show_report)
        self.window: MainWindow | None = None
        self._copy: StandIn | None = None
        self._for_kiosk = False

    def open_or_recover(
        self, at: str | None, *, event: str | None = None, demo: bool = False, plain_allowed: bool = False
    ) -> bool:
        """Open a database and an event of it, or a fresh sample; False: it is damaged, and stays as it is."""
        opens = partial(self.open_all, at, event, demo=demo, plain_allowed=plain_allowed)
        return open_or_recover(opens, self.close_window, at)

    def open_all(self, at: str | None, event: str | None, *, demo: bool = False, plain_allowed: bool = False) -> None:
        """Open a database and an event of it, or a fresh sample."""
        self.open_database(at, event=event, plain_allowed=plain_allowed)
        if demo:
            self.open_sample()
        else:
            self.remember()
            self.open_event(event)

    def open_database(self, at: str | None, *, event: str | None = None, plain_allowed: bool = False) -> MainWindow:
        """Open a database, or the copy of an event whose server is away; then close what was open."""
        from mixer_app.services.stand_in import open_database_or_copy

        return self._show(*open_database_or_copy(at, event, plain_allowed=plain_allowed))

    def _show(self, database: "Database", copy: "StandIn | None") -> MainWindow:
        from mixer_app.services.database import told_of_backup

        self._copy = copy
        self.close_window()
        self._database = database
        if not database.away:
            keep_time(database, self._clock)
        self._background = Background(self)
        self._background.broke.connect(self._show_report)
        self._for_kiosk = is_kiosk_address(database, self._settings)
        self.window = MainWindow(
            places=() if self._for_kiosk else PLACES,
            database=database,
            background=self._background,
            station=self._station,
            clock=self._clock.now,
            appearance=self._appearance,
            settings=self._settings,
            steady=self._clock,
        )
        self.window.database_wanted.connect(self._change_database)
        opener = keep_window(self.window, database, self._background, self._clock, self._station, self._settings)
        damage = DamageWatch(database, self._background, self._clock.now, self.window)
        self._mistakes.damaged.connect(damage.look_well)
        damage.restored.connect(self._change_database)
        if self._for_kiosk:
            offer_kiosk(self.window, opener)
        self.window.go_to("start")
        self.window.show()
        damage.start()
        if said := told_of_backup(database.backed_up):
            self.window.message_bar.say(said)
        if self._copy is not None:
            self.window.away.use_event(self._copy.event_id, self._copy)
            if not self._for_kiosk:
                self.window.open_event(self._copy.event(), "desk")
        return self.window

    def open_event(self, wanted: str | None) -> None:
        """Open the named event; without a name the evening that is under way, or else the start shows them all."""
        from mixer_app.services.events import find_event
        from mixer_app.services.running_event import running_event

        if self.window is None or self._copy is not None or self._for_kiosk:
            return
        if wanted is not None:
            self.window.open_event(self._database.read(find_event, wanted))
        elif (event := self._database.read(running_event, now=self._clock.now())) is not None:
            self.window.open_event(event, "live")

    def open_sample(self) -> Event:
        """Make a fresh sample event and open it."""
        from mixer_app.ui.start.sample import make_sample

        event = make_sample(self._database, station=self._station, now=self._clock.now())
        if self.window is not None:
            self.window.open_event(event)
        return event

    def remember(self) -> None:
        """Open this database again the next time."""
        remember_last(self._settings, self._database)

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
        self._mistakes.stop()

    @Slot(str, str)
    def _change_database(self, location: str, sentence: str) -> None:
        """Open another database, or the same whose content was put back: there at the event that was shown."""
        from mixer_app.services.stand_in import open_database_or_copy

        if self.window is None:
            return
        take = partial(self._take_database, location, sentence)
        if read_connection(location) is not None:  # it may take its time to answer
            self._background.run(lambda _: open_database_or_copy(location, None), on_done=take, on_failed=self.complain)
            return
        try:
            take(open_database_or_copy(location, None))
        except MixerError as refusal:
            self.complain(str(refusal))

    def _take_database(self, location: str, sentence: str, opened: "tuple[Database, StandIn | None]") -> None:
        if self.window is None:
            opened[0].close()
            return
        before = self._database
        shown = self.window.event_shown if location == before.location else None
        window = self._show(*opened)
        self.remember()
        if sentence:
            window.message_bar.say(sentence)
        if before.path is None and before.location != self._database.location:
            leave(before, self._background, self._clock.now, window.message_bar)
        if shown is not None:
            self.open_event(str(shown.id))

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say in the window what did not work; an empty sentence says nothing."""
        if self.window is not None and sentence:
            self.window.message_bar.complain(sentence)

    @Slot(object)
    def _show_report(self, error: BaseException) -> None:
        if self._reports:
            return  # one report at a time: the first is the one that tells
        dialog = ReportDialog(report_of(error), self.window)
        self._reports.append(dialog)
        dialog.finished.connect(self._reports.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
