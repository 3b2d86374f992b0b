"""The main window: it places the pages and hands each what it needs, nothing more."""

from collections.abc import Callable, Sequence, Set
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from mixer_app.domain.events import Event
from mixer_app.domain.progress import Progress
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.away_keeper import AwayKeeper
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import ChangeWatch
from mixer_app.ui.connection_note import ConnectionNote
from mixer_app.ui.live_clock import LiveClock
from mixer_app.ui.lock.keeper import LockKeeper
from mixer_app.ui.lock.locked_page import Behind, LockedPage
from mixer_app.ui.lock.window_lock import WindowLock
from mixer_app.ui.look_menu import look_menu
from mixer_app.ui.page import CONNECT, Page
from mixer_app.ui.page_stack import PageStack
from mixer_app.ui.places import LOCKED, PLACES, START, Place
from mixer_app.ui.rail import Rail, rail_form
from mixer_app.ui.regions import first_control, go_to_next_region
from mixer_app.ui.scan_elsewhere import ScanElsewhere
from mixer_app.ui.screens import keep_geometry, take_up_geometry
from mixer_app.ui.undo_acts import UndoActs
from mixer_app.ui.widgets.message_bar import MessageBar
from mixer_app.ui.widgets.progress_strip import ProgressStrip
from mixer_app.ui.widgets.tab_order import bring_into_sight, follow_layout

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.steady_clock import SteadyClock
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_TITLE_BAR: Final = 40  # of the system's frame, which is there only once the window is


class MainWindow(QMainWindow):
    """One event at a time; `database_wanted` asks for another database (a path or URL), and what to say then."""

    database_wanted = Signal(str, str)

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        appearance: Appearance,
        places: Sequence[Place] = PLACES,
        settings: QSettings | None = None,
        steady: "SteadyClock | None" = None,
    ) -> None:
        super().__init__()
        self.event_shown: Event | None = None
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self._given: dict[str, Any] = {
            "database": database, "background": background, "station": station, "clock": clock,
        }  # fmt: skip
        self._appearance, self._settings = appearance, settings
        self.places = {place.key: place for place in (START, LOCKED, *places)}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._place = ""
        self._folded = False
        self.badge_printer: BadgePrinter | None = None
        self._build(places, steady)
        self._connect()
        self._add_shortcuts(places)
        self._take_up_geometry()

    # what others ask of the window

    def open_event(self, event: Event, place: str = "") -> None:
        """Show this event, at this place; without one where something can be done now."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self.stack.forget()
        self.event_shown = event
        self.away.use_event(event.id)
        self._name_event(event)
        self._print_badges(event)
        self.scans.use_event(event.id)
        self.live_clock.use_event(event.id)
        self._stale = set(self._pages)
        self.go_to(place or ("desk" if self.away.is_away else "overview"))

    @Slot(str)
    def go_to(self, key: str, target: object = None) -> None:
        """Show a place; without an event there is only the start."""
        if key not in self.places or (self.event_shown is None and key not in (START.key, LOCKED.key)):
            return
        key, target = self.keeper.way_to(key, target, has_event=self.event_shown is not None)
        page = self.page(key)
        self._place = key
        self.stack.show_page(page)
        self.scans.listen(on=not page.takes_scans)
        self.rail.choose(target.key if isinstance(target, Behind) else key)
        self._fit_rail()
        if key in self._stale:
            self._show_event_on(page)
        if target is not None and not self.stack.waits:
            page.show_target(target)
        first = self.stack.first_focus() or page.first_focus() or first_control(page)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self, key: str) -> Page:
        """The page of a place, made on the first visit."""
        if key not in self._pages:
            page = self.places[key].load()(**self._given)
            page.failed.connect(self.message_bar.complain)
            page.said.connect(partial(self._say, key))
            page.changed.connect(self.watch.look)
            page.changed.connect(self.message_bar.forget_key)
            page.go_to.connect(self.go_to)
            page.database_wanted.connect(self.database_wanted)
            page.use_settings(self._settings)
            page.use_live_clock(self.live_clock)
            page.use_away(self.away)
            page.use_access(self.keeper.access)
            if self.badge_printer is not None:
                page.use_printer(self.badge_printer)
            if key == START.key:
                page.event_opened.connect(self.open_event)  # type: ignore[attr-defined]  # the start page's own
            if isinstance(page, LockedPage):
                page.use_lock(self.keeper.lock)
                page.left.connect(self.keeper.go_back)
            self._pages[key] = page
            self._stale.add(key)
            self.stack.add(page)
        return self._pages[key]

    @property
    def place(self) -> str:
        """The key of the place that is shown."""
        return self._place

    # making it

    def _build(self, places: Sequence[Place], steady: "SteadyClock | None") -> None:
        self.setWindowTitle("Mentor Mixer")
        self.setMinimumSize(800, 560)
        self.rail = Rail(places)
        self.watch = ChangeWatch(self._database, self._background, self)
        self.away = AwayKeeper(self._database, self._background, self._clock, self.watch, self)
        self.stack = PageStack(self.away)
        self.progress_strip = ProgressStrip()
        self.message_bar = MessageBar()
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.stack, 1)
        content.addWidget(self.progress_strip)
        content.addWidget(self.message_bar)
        central = QWidget()
        central.setProperty("look", "canvas")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(content, 1)
        self.setCentralWidget(central)
        self._central = central
        self.rail.show_event(None)
        lock = WindowLock(self, self._database, self._background, self._station, self._clock)
        self.keeper = LockKeeper(self, lock, {key: place.title for key, place in self.places.items()})
        self._take_role()
        self.undo_acts = UndoActs(self._database, self._background, self._station, self._clock, lock.access, self)
        self.scans = ScanElsewhere(self, self.message_bar, self.watch, lock.access, **self._given)
        self.live_clock = LiveClock(**self._given, steady=steady, settings=self._settings, parent=self)

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self.go_to)
        self.rail.event_chosen.connect(partial(self.go_to, START.key))
        self.stack.desk_wanted.connect(partial(self.go_to, "desk"))
        self.rail.look_wanted.connect(self._choose_look)
        self.undo_acts.told.connect(self._tell_undone)
        self.rail.lock_wanted.connect(self.keeper.turn)
        self.keeper.turned.connect(self._take_role)
        self.keeper.place_wanted.connect(self.go_to)
        self.keeper.said.connect(self.message_bar.say)
        self.keeper.access.refused.connect(self._refuse)
        self._background.failed.connect(self.message_bar.complain)
        self._background.task_became_slow.connect(self.progress_strip.follow)
        self._appearance.changed.connect(self._fit_rail)
        self.watch.changed.connect(self._take_change)
        self.watch.changed.connect(self.live_clock.look)
        self.watch.changed.connect(self.keeper.lock.look)
        self.live_clock.ticked.connect(self.rail.show_evening)
        note = ConnectionNote(self.watch, self.away, self.rail.saved_mark, self.message_bar)
        note.connect_wanted.connect(partial(self.go_to, START.key, CONNECT))
        self.away.came_back.connect(self._take_change)

    def _add_shortcuts(self, places: Sequence[Place]) -> None:
        keys: dict[str, Callable[[], object]] = {
            f"Alt+{number}": partial(self.go_to, place.key) for number, place in enumerate(places, 1)
        }
        keys |= {
            "Alt+0": partial(self.go_to, START.key),
            "F6": partial(self._next_region, 1),
            "Shift+F6": partial(self._next_region, -1),
            "Ctrl+F": self._search,
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+B": self._fold_rail,
            "Ctrl+L": self.keeper.turn,
            "Ctrl+Shift+L": self._appearance.turn_over,
            "Ctrl++": partial(self._appearance.step_scale, 1),
            "Ctrl+=": partial(self._appearance.step_scale, 1),
            "Ctrl+-": partial(self._appearance.step_scale, -1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _name_event(self, event: Event) -> None:
        self.setWindowTitle(f"{event.name} – Mentor Mixer")
        self.rail.show_event(event)

    def _print_badges(self, event: Event) -> None:
        """Begin to print this station's badges with the first event: nothing of it is needed to start."""
        if self.badge_printer is None:
            from mixer_app.ui.printers.station_printer import station_printer

            self.badge_printer = station_printer(**self._given, settings=self._settings, parent=self)
            for page in self._pages.values():
                page.use_printer(self.badge_printer)
            self.scans.use_printer(self.badge_printer)
            if self.isVisible():
                self.badge_printer.start()
        self.badge_printer.use_event(event.id)

    # behaviour

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.start()
        self.away.start()
        self.live_clock.start()
        self.keeper.lock.watch(on=True)
        if self.badge_printer is not None:
            self.badge_printer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        button = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        follow_layout(self._central)
        moved = super().focusNextPrevChild(forward)
        if (now := QApplication.focusWidget()) is not None:
            bring_into_sight(now)
        return moved

    def closeEvent(self, event: QCloseEvent) -> None:
        self.watch.stop()
        self.away.stop()
        self.live_clock.stop()
        self.keeper.lock.watch(on=False)
        self.scans.listen(on=False)
        if self.badge_printer is not None:
            self.badge_printer.stop()
        for page in self._pages.values():
            page.release()
        keep_geometry(self, self._settings)
        super().closeEvent(event)

    @Slot()
    def undo(self) -> None:
        """Take back what this station did last."""
        if self.event_shown is not None and not self.message_bar.take_back():
            self.undo_acts.undo(self.event_shown.id, self._undoes)

    @Slot()
    def redo(self) -> None:
        """Do again what this station took back last."""
        if self.event_shown is not None:
            self.undo_acts.redo(self.event_shown.id, self._undoes)

    @property
    def _undoes(self) -> Set[str] | None:
        return self._pages[self._place].undoes if self._place else None

    @Slot(str)
    def _tell_undone(self, sentence: str) -> None:
        self.message_bar.say(sentence)
        self.watch.look()
        if self.away.is_away and self._place:
            self._show_event_on(self._pages[self._place])

    def _say(self, key: str, sentence: str, undo: object) -> None:  # bound by `partial`
        """Show what a page has done, to those who may see it; `undo` is a journal entry's id, a callable or None."""
        if not self.keeper.access.may_see(key):
            return
        journalled = isinstance(undo, int)
        if isinstance(undo, int):
            undo = partial(self.undo_acts.undo_entry, undo)
        if callable(undo):
            act = cast("Callable[[], object]", undo)
            self.message_bar.say(sentence, action="Undo", act=act, by_key=not journalled)
        else:
            self.message_bar.say(sentence)

    @Slot()
    def _take_role(self) -> None:
        """Somebody else is at the window: say who, and nothing of what the other was told."""
        access = self.keeper.access
        self.rail.show_role(access.role if access.guarded else None)
        self.message_bar.start_over()
        self._stale = set(self._pages)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.message_bar.complain(sentence, action="Unlock", act=self.keeper.turn)

    @Slot()
    def _take_change(self) -> None:
        waited, self._stale = self._place in self._stale, set(self._pages) - {self._place}
        if waited:
            self._show_event_on(self._pages[self._place])
        elif self._place:
            self._pages[self._place].refresh()
        if self.event_shown is not None:
            self._background.run(partial(self._read_event, self.event_shown.id), on_done=self._take_event)

    def _read_event(self, event_id: int, progress: Progress) -> Event:
        from mixer_app.services.events import find_event

        return self._database.read(find_event, str(event_id))

    def _take_event(self, event: Event) -> None:
        """The event itself was changed, here or elsewhere: every page gets it, the others when they are shown."""
        if self.event_shown is None or event.id != self.event_shown.id or event == self.event_shown:
            return
        self.event_shown = event
        self._name_event(event)
        if self._place:
            self._show_event_on(self._pages[self._place])

    def _show_event_on(self, page: Page) -> None:
        if self.stack.holds_back(page):
            self._stale.add(self._place)
            return
        self._stale.discard(self._place)
        if self.event_shown is not None and page.event_shown != self.event_shown:
            page.show_event(self.event_shown)
        else:
            page.refresh()

    def _choose_look(self) -> None:
        entry = self.rail.look_entry
        shown = look_menu(self._appearance, self)
        shown.aboutToHide.connect(shown.deleteLater)
        shown.popup(entry.mapToGlobal(entry.rect().topRight()))

    def _search(self) -> None:
        field = self._pages[self._place].search_field() if self._place else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_sight(field)

    def _next_region(self, step: int) -> None:
        go_to_next_region([self.rail, *self.stack.regions(), self.progress_strip, self.message_bar], step)

    def _fold_rail(self) -> None:
        self._folded = not self._folded
        self._fit_rail()

    def _fit_rail(self) -> None:
        wants = self._place in self.places and self.places[self._place].wants_width
        form = rail_form(self.width(), self._appearance.scale, page_wants_width=wants, folded=self._folded)
        self.rail.set_form(form)

    def _take_up_geometry(self) -> None:
        if not take_up_geometry(self, self._settings):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(QSize(1440, 900).boundedTo(room))
