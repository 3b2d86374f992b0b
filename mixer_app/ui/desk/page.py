"""The desk page: places the search, the walk-in form and the memory of the last minutes."""

from collections.abc import Callable
from functools import partial
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain.badge_code import parse_badge_code, spaced
from mixer_app.domain.desk_calls import DeskCall
from mixer_app.domain.events import Event
from mixer_app.domain.people import Registration
from mixer_app.domain.roles import Role
from mixer_app.ui.camera import CameraScanner
from mixer_app.ui.camera_button import CameraButton
from mixer_app.ui.desk.alone import DeskAlone
from mixer_app.ui.desk.announcer import Announcer
from mixer_app.ui.desk.answers import DeskAnswers
from mixer_app.ui.desk.desk_acts import DeskNews
from mixer_app.ui.desk.desk_badges import DeskBadges
from mixer_app.ui.desk.desk_work import DeskWork
from mixer_app.ui.desk.finder import Finder
from mixer_app.ui.desk.head_note import DeskHeadNote
from mixer_app.ui.desk.note_band import NOTE_KEY, SEEN_KEY
from mixer_app.ui.desk.roster import DeskRoster
from mixer_app.ui.desk.side import DeskSide, arrange
from mixer_app.ui.desk.waiting import SHOW_KEY
from mixer_app.ui.desk.walk_in import WalkInForm
from mixer_app.ui.desk.words import day_words, name_typed, spoken
from mixer_app.ui.page import Page
from mixer_app.ui.scanning.scanner import Scanner, monotonic_ms
from mixer_app.ui.theme import current
from mixer_app.ui.turns import Turns
from mixer_app.ui.widgets import PageHead

if TYPE_CHECKING:
    from mixer_app.ui.away_keeper import AwayKeeper
    from mixer_app.ui.live_clock import LiveClock
    from mixer_app.ui.printers.badge_printer import BadgePrinter


class DeskPage(Page):
    """Check in whoever comes, in two seconds each, and take back what was wrong."""

    place = "desk"
    title = "Desk"
    icon = "user-check"
    takes_scans = True
    works_alone = True

    def __init__(
        self,
        *,
        dice: Random | None = None,
        key_clock_ms: Callable[[], float] = monotonic_ms,
        **given: Any,
    ) -> None:
        super().__init__(**given)
        self._key_clock_ms = key_clock_ms
        self._roster: DeskRoster | None = None
        self._scanned: dict[str, str] = {}  # what was asked for, and how the scan of it is told
        parts: dict[str, Any] = given | {"parent": self, "dice": dice or SystemRandom()}
        self._work = DeskWork(**parts)
        self._turns = Turns(self)
        self._build()
        self._connect()

    # Build

    def _build(self) -> None:
        self.head = PageHead(self.title)
        self.head_note = DeskHeadNote(self.station, self.clock)
        self.camera = CameraScanner(self.background, self)
        self.camera_button = CameraButton(self.camera)
        self.head.add_action(self.camera_button)
        self.head.add_action(self.head_note)
        self.walk_in_form = WalkInForm(self)
        self.finder = Finder(self.station, self.clock, self._turns, self.walk_in_form, self)
        self.side = DeskSide(self.station, self.clock, self)
        self.counters, self.waiting = self.side.counters, self.side.waiting
        self.arrivals, self.printers = self.side.arrivals, self.side.printers
        self.announcer = Announcer(self)
        self.badges = DeskBadges(self.finder)
        self.answers = DeskAnswers(self.finder, self.announcer)
        self.scanner = Scanner(self, self._may_be_typed, self._key_clock_ms, self._is_known)
        arrange(self, self.head, self.finder, self.side)
        for keys, act in (
            ("F2", self._begin_walk_in),
            (SHOW_KEY, self._show_waiting),
            (SEEN_KEY, self.finder.see_note),
            (NOTE_KEY, self.finder.write_note),
            ("Ctrl+P", self.finder.badge_again),
            *((f"Ctrl+{number}", partial(self.finder.pick_number, number)) for number in range(1, 5)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        self.scanner.scanned.connect(self._code_scanned)
        self.camera.code_seen.connect(self._code_scanned)
        for tell in (self.failed, self.announcer.say):
            self.camera.lost.connect(tell)
        self.camera_button.clicked.connect(self.finder.take_cursor)
        self.finder.check_in_asked.connect(self._check_in)
        self.finder.role_asked.connect(self._change_role)
        self.finder.edit_asked.connect(partial(self.go_to.emit, "people"))
        self.finder.take_back_asked.connect(self._take_back)
        self.finder.note.seen_asked.connect(self._work.see_note)
        self.finder.note.written.connect(self._work.write_note)
        self.finder.spoke.connect(self.announcer.say)
        self.finder.lost_line.turned.connect(self.head_note.tell_connection)
        for part in (self.finder.note, self.badges):
            part.spoke.connect(self.answers.tell)
        self.badges.turned.connect(self.finder.show_badges)
        self.badges.turned.connect(self.arrivals.show_badges)
        self.badges.failed.connect(self._badge_failed)
        self.answers.said.connect(self.said)
        self.waiting.show_asked.connect(self._show_call)
        self.waiting.done_asked.connect(self._work.answer_call)
        self.waiting.done_asked.connect(self.finder.take_cursor)
        self.walk_in_form.typed.connect(self._find_doubles)
        self.walk_in_form.add_asked.connect(self._add_walk_in)
        self.walk_in_form.person_opened.connect(self.show_target)
        self.walk_in_form.left.connect(self.finder.take_cursor)
        self.walk_in_form.spoke.connect(self.announcer.say)
        self.arrivals.undo_asked.connect(self._take_back)
        self.arrivals.all_asked.connect(partial(self.go_to.emit, "people", "here"))
        self.printers.left.connect(self.finder.take_cursor)
        self.printers.queue_asked.connect(partial(self.go_to.emit, "print", "queue"))
        self._work.loaded.connect(self._loaded)
        self._work.arrived.connect(self._arrived)
        self._work.taken_back.connect(self._taken_back)
        self._work.role_changed.connect(self._role_changed)
        self._work.doubles_found.connect(self.walk_in_form.show_doubles)
        self._work.acted.connect(self._acted)
        self._work.failed.connect(self._failed)
        self._work.walk_in_failed.connect(self._walk_in_failed)
        self._work.lost.connect(self.finder.lost_line.tell_lost)
        self._work.found.connect(self.finder.lost_line.tell_found)

    # What the window asks

    def use_live_clock(self, live_clock: "LiveClock") -> None:
        """Tell in the head where the evening stands by its own clock."""
        self.head_note.use_live_clock(live_clock)

    def use_away(self, away: "AwayKeeper") -> None:
        """Go on with check-in while the server is away, and say what waits."""
        DeskAlone(self.finder, self.walk_in_form, away).turned.connect(self.refresh)

    def show_event(self, event: Event) -> None:
        if self.event_shown is not None and self.event_shown.id != event.id:
            self.finder.search.clear()
            self.walk_in_form.forget()
        self._roster = None
        self._work.use_event(event.id)
        self.head.set_words(self.title, day_words(event))
        self.head_note.show_event(event)
        super().show_event(event)

    def refresh(self) -> None:
        """Read people, counters and arrivals anew; what is typed stays."""
        if self.event_shown is not None:
            self._work.load()

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Print here on check-in from now on, as the event's rule says."""
        self.badges.use_printer(printer)
        self.printers.use_printer(printer)
        printer.failed.connect(self.failed)

    def search_field(self) -> QWidget:
        return self.finder.search

    def regions(self) -> list[QWidget]:
        return [self.finder, self.walk_in_form, self.side]

    def show_target(self, target: object) -> None:
        """Take a person (their attendee number) or a text, and search for it."""
        person = self._roster.people.get(target) if self._roster and isinstance(target, int) else None
        if person is not None:
            self.finder.search.setText(spaced(person.code))
        elif isinstance(target, str):
            self.finder.search.setText(target)
        self.finder.take_cursor()

    # What a person does

    def _code_scanned(self, scanned: str) -> None:
        code = parse_badge_code(scanned)
        key = code or scanned.strip()
        if self._roster is not None and (gone := self._roster.who_cancelled(key)) is not None:
            self.show_target(gone.id)
            self.announcer.say(spoken(gone, "registration cancelled"))
            return
        self._scanned[key] = spaced(code) if code else key
        self._check_in(key, True)

    def _check_in(self, key: str, badge: bool) -> None:  # a slot
        again = key.startswith("#") and self._roster is not None and self._roster.who_cancelled(key) is not None
        self._work.check_in(key, printer=self.badges.printer_for(badge=badge), again=again)

    def _add_walk_in(self, registration: Registration) -> None:
        self._work.add_walk_in(registration, printer=self.badges.printer_for(badge=True))
        self.walk_in_form.clear()
        self.finder.start_over()

    def _begin_walk_in(self) -> None:
        name = name_typed(self.finder.search.text())
        self.walk_in_form.begin(name)
        if name:
            self.finder.search.clear()

    def _take_back(self, attendee_id: int) -> None:
        self._work.take_back(attendee_id)
        self.finder.take_cursor()

    def _change_role(self, attendee_id: int, role: Role) -> None:
        self._work.change_role(attendee_id, role, printer=self.badges.printer_for(badge=True))

    def _show_waiting(self) -> None:
        if self.waiting.show_next() is None:
            self.announcer.say("Nobody waits whom a kiosk could name" if self.waiting.waiting else "Nobody waits")

    def _show_call(self, call: DeskCall) -> None:
        self.show_target(call.attendee_id)
        self.answers.tell_call(call)

    # What came of it

    def _loaded(self, roster: DeskRoster) -> None:
        if self.event_shown is not None and roster.event.id == self.event_shown.id:
            self._show_roster(roster)

    def _show_roster(self, roster: DeskRoster) -> None:
        self._roster = roster
        self.finder.show_roster(roster)
        for show in (self._show_counts, self._show_arrivals):
            self._turns.take(show)

    def _show_counts(self) -> None:
        if self._roster is not None:
            self.side.show_counts(self._roster)

    def _show_arrivals(self) -> None:
        if self._roster is not None:
            self.side.show_arrivals(self._roster)

    def _take_news(self, news: DeskNews) -> None:
        self.finder.search.end_typing()
        if self._roster is not None:
            self._show_roster(self._roster.with_news(news))
        if news.prints:
            self.badges.look()
        self.changed.emit()

    def _arrived(self, news: DeskNews) -> None:
        scanned = self._scanned.pop(news.result.key, "") if news.result else ""
        self._take_news(news)
        self.answers.tell_arrival(news, scanned)

    def _badge_failed(self, attendee_id: int) -> None:
        person = self._roster.people.get(attendee_id) if self._roster is not None else None
        if person is not None:
            self.answers.tell_badge_failed(person, self.badges.states[attendee_id].sentence)

    def _acted(self, news: DeskNews, sentence: str) -> None:
        self._take_news(news)
        self._turns.take(partial(self.answers.tell_act, news, sentence))

    def _taken_back(self, news: DeskNews) -> None:
        self._take_news(news)
        self.answers.tell_taken_back(news)

    def _role_changed(self, news: DeskNews) -> None:
        self._take_news(news)
        self._turns.take(partial(self.answers.tell_role, news))

    def _find_doubles(self, registration: Registration) -> None:
        self._work.find_doubles(registration, self._roster)

    def _failed(self, key: str, sentence: str) -> None:
        self._scanned.pop(key, None)
        self.answers.tell_failure(key, sentence)

    def _walk_in_failed(self, registration: Registration, sentence: str) -> None:
        kept = self.walk_in_form.take_back(registration)
        self.answers.tell_failure("" if kept else registration.name.full, sentence)

    # Keys, sizes, coming and going

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.finder.start_over()
        elif typed.isprintable() and typed and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finder.take_cursor()
            self.finder.search.insert(typed)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Where a control goes with the cursor on it, Qt looks for the next: here that is the search."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and not (focused.isVisible() and focused.isEnabled()):
            self.finder.take_cursor()
            return True
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scanner.listen(on=True)
        self.finder.take_cursor()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scanner.listen(on=False)
        self.camera.stop()

    def release(self) -> None:
        self.camera.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Share the room out for the size of the window and of the text."""
        self.side.fit(self.width(), self.height())
        self.walk_in_form.fold(self.height() < current().px(720))

    def _may_be_typed(self, widget: QWidget) -> bool:
        return widget is self.finder.search

    def _is_known(self, code: str) -> bool:
        return self._roster is not None and code in self._roster.numbers
