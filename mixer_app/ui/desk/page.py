"""The desk page: places the search, the walk-in form and the memory of the last minutes."""

from collections.abc import Callable
from functools import partial
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.badge_code import parse_badge_code, spaced
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Registration
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.services.check_in import CheckInStatus
from mixer_app.ui.camera import CameraScanner
from mixer_app.ui.camera_button import CameraButton
from mixer_app.ui.desk.announcer import Announcer
from mixer_app.ui.desk.arrivals import ArrivalsCard
from mixer_app.ui.desk.counters import CountersCard
from mixer_app.ui.desk.desk_work import DeskWork
from mixer_app.ui.desk.finder import Finder
from mixer_app.ui.desk.head_note import DeskHeadNote
from mixer_app.ui.desk.printers_card import PrintersCard
from mixer_app.ui.desk.roster import DeskNews, DeskRoster
from mixer_app.ui.desk.scanner import Scanner, monotonic_ms
from mixer_app.ui.desk.walk_in import WalkInForm
from mixer_app.ui.desk.words import ROLE_WORDS, clock_time, day_words, spoken
from mixer_app.ui.page import Page
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PageHead, pop_up

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_RIGHT_SHARE = 0.395  # of the width at most, so that large text leaves the person's card whole


class DeskPage(Page):
    """Check in whoever comes, in two seconds each, and take back what was wrong."""

    place = "desk"
    title = "Desk"
    icon = "user-check"

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
        self._scanned = ""
        self._printer: BadgePrinter | None = None
        parts: dict[str, Any] = given | {"parent": self, "dice": dice or SystemRandom()}
        self._work = DeskWork(**parts)
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
        self.finder = Finder(self.station, self.clock)
        self.walk_in_form = WalkInForm()
        self.counters = CountersCard()
        self.arrivals = ArrivalsCard(self.station)
        self.printers = PrintersCard(self.station, self.clock)
        self.announcer = Announcer(self)
        self.scanner = Scanner(self, self._may_be_typed, self._key_clock_ms)
        self._assemble()
        for keys, act in (
            ("F2", self._begin_walk_in),
            ("Ctrl+P", self.finder.badge_again),
            *((f"Ctrl+{number}", partial(self.finder.pick_number, number)) for number in range(1, 5)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.finder, 1)
        left.addWidget(self.walk_in_form)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        right.addWidget(self.counters)
        right.addWidget(self.arrivals, 1)
        right.addWidget(self.printers)
        columns = QHBoxLayout()
        margin = current().space.page_margin
        columns.setContentsMargins(margin, 0, margin, 24)
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(self._right)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        self.scanner.scanned.connect(self._code_scanned)
        self.camera.code_seen.connect(self._code_scanned)
        self.camera.lost.connect(self._camera_lost)
        self.camera_button.clicked.connect(self.finder.take_cursor)
        self.finder.check_in_asked.connect(self._check_in)
        self.finder.role_asked.connect(self._work.change_role)
        self.finder.edit_asked.connect(self._edit_person)
        self.finder.take_back_asked.connect(self._take_back)
        self.finder.badge_asked.connect(self._ask_reason)
        self.finder.spoke.connect(self.announcer.say)
        self.walk_in_form.typed.connect(self._work.find_doubles)
        self.walk_in_form.add_asked.connect(self._add_walk_in)
        self.walk_in_form.person_opened.connect(self.show_target)
        self.walk_in_form.left.connect(self.finder.take_cursor)
        self.arrivals.undo_asked.connect(self._take_back)
        self.arrivals.all_asked.connect(self._show_all_here)
        self.printers.queue_asked.connect(partial(self.go_to.emit, "print", "queue"))
        self._work.loaded.connect(self._loaded)
        self._work.arrived.connect(self._arrived)
        self._work.taken_back.connect(self._taken_back)
        self._work.role_changed.connect(self._role_changed)
        self._work.doubles_found.connect(self._doubles_found)
        self._work.failed.connect(self._write_failed)

    # What the window asks

    def show_event(self, event: Event) -> None:
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
        self._printer = printer
        self.printers.use_printer(printer)
        printer.queue_changed.connect(self._badges_changed)
        printer.printer_state_changed.connect(self._badges_changed)
        printer.failed.connect(self.failed)
        self._badges_changed()

    def search_field(self) -> QWidget:
        return self.finder.search

    def regions(self) -> list[QWidget]:
        return [self.finder, self.walk_in_form, self._right]

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
        self._scanned = spaced(code) if code else scanned.strip()
        self._check_in(code or scanned.strip(), True)

    def _check_in(self, key: str, badge: bool) -> None:  # a slot
        self._work.check_in(key, printer=self._printer_for(badge=badge))

    def _add_walk_in(self, registration: Registration) -> None:
        self._work.add_walk_in(registration, printer=self._printer_for(badge=True))
        self.walk_in_form.clear()
        self.finder.start_over()

    def _begin_walk_in(self) -> None:
        self.walk_in_form.begin("" if parse_badge_code(self.finder.search.text()) else self.finder.search.text())
        self.finder.search.clear()

    def _take_back(self, attendee_id: int) -> None:
        self._work.take_back(attendee_id)
        self.finder.take_cursor()

    def _ask_reason(self, attendee: Attendee) -> None:
        from mixer_app.ui.printers.printer_menus import reason_menu

        if self._printer is not None and self._printer.printer:
            beside = self.finder.place.already_card.badge_button
            pop_up(reason_menu(self, attendee.id, self._printer), beside if beside.isVisible() else self.finder.search)
        else:
            self.announcer.say("This station has no printer")

    def _edit_person(self, attendee_id: int) -> None:
        self.go_to.emit("people", attendee_id)

    def _show_all_here(self) -> None:
        self.go_to.emit("people", "here")

    def _badges_changed(self, news: object = None) -> None:
        printer = self._printer
        ready = printer is not None and bool(printer.printer)
        prints = ready and printer is not None and printer.queue.rule is not BadgeRule.NEVER
        self.finder.set_badge("print badge" if prints else "")
        self.finder.set_badge_again("Print the badge again" if ready else "")

    def _printer_for(self, *, badge: bool) -> str:
        """Where the badge of a check-in is printed; empty: nowhere."""
        return self._printer.printer if badge and self._printer is not None else ""

    # What came of it

    def _loaded(self, roster: DeskRoster) -> None:
        if self.event_shown is not None and roster.event.id == self.event_shown.id:
            self._show_roster(roster)

    def _show_roster(self, roster: DeskRoster) -> None:
        self._roster = roster
        self.finder.show_roster(roster)
        self.counters.show_counts(roster.counts, roster.late())
        self.arrivals.show_people(roster.arrivals, roster.counts.here)

    def _take_news(self, news: DeskNews) -> Attendee | None:
        if self._roster is not None:
            self._show_roster(self._roster.with_news(news))
        self.changed.emit()
        return news.changed[0] if news.changed else None

    def _arrived(self, news: DeskNews, badge: bool) -> None:  # a slot
        scanned, self._scanned = self._scanned, ""
        attendee = self._take_news(news)
        result = news.result
        if attendee is None or result is None or result.status is CheckInStatus.UNKNOWN:
            self.finder.show_unknown(scanned or (result.key if result else ""))
            self.announcer.say("This badge is not of this event")
        elif result.status is CheckInStatus.ALREADY:
            self.finder.show_already(attendee, scanned)
            self.announcer.say(spoken(attendee, f"already checked in at {clock_time(attendee.checked_in_at)}"))
        else:
            self._greet(attendee, badge=badge)

    def _greet(self, attendee: Attendee, *, badge: bool) -> None:
        if self.finder.place.interrupts:
            self.finder.start_over()
        at = clock_time(attendee.checked_in_at)
        role = ROLE_WORDS[attendee.role].capitalize()
        self.finder.tell_done(f"{attendee.name.shown} is checked in", f"{role}, {at}. Ctrl Z takes it back.", attendee)
        self.announcer.say(spoken(attendee, "checked in, badge printing" if badge else "checked in"))
        if badge and self._printer is not None:
            self._printer.look()

    def _taken_back(self, news: DeskNews) -> None:
        attendee = self._take_news(news)
        if attendee is None:
            return
        self.finder.tell_done(f"{attendee.name.shown} is no longer checked in", "The check-in was taken back.")
        self.announcer.say(spoken(attendee, "check-in taken back"))

    def _role_changed(self, news: DeskNews) -> None:
        attendee = self._take_news(news)
        if attendee is not None:
            words = f"{attendee.name.shown} is now {ROLE_WORDS[attendee.role]}."
            self.said.emit(words, news.entry_id)
            self.announcer.say(words)

    def _doubles_found(self, registration: Registration, doubles: list[Attendee]) -> None:
        near = self._roster.near(registration) if self._roster and not doubles else []
        self.walk_in_form.show_doubles(registration, doubles or near)

    def _write_failed(self, typed: str, sentence: str) -> None:
        self.finder.tell_failed(typed, sentence)
        self.announcer.say(sentence)

    def _camera_lost(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self.announcer.say(sentence)

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
        look = current()
        wanted = look.px(400) if self.width() >= look.px(1100) else look.px(320)
        self._right.setFixedWidth(min(wanted, max(320, round(self.width() * _RIGHT_SHARE))))
        self.walk_in_form.fold(self.height() < look.px(720))

    def _may_be_typed(self, widget: QWidget) -> bool:
        return widget is self.finder.search
