"""The kiosk's window: full screen, and nobody leaves it but staff."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import KioskScreen, KioskState
from mixer_app.ui.background import Background
from mixer_app.ui.camera_source import Camera, open_camera
from mixer_app.ui.change_watch import ChangeWatch
from mixer_app.ui.kiosk.field import PrivateEdit, wipe_clipboard
from mixer_app.ui.kiosk.frame import KioskFrame
from mixer_app.ui.kiosk.front import KioskFront
from mixer_app.ui.kiosk.guard import KioskGuard
from mixer_app.ui.kiosk.idle import IdleClock
from mixer_app.ui.kiosk.kiosk_acts import KioskSetup, TalkNote
from mixer_app.ui.kiosk.kiosk_camera import KioskCamera
from mixer_app.ui.kiosk.kiosk_work import KioskWork
from mixer_app.ui.kiosk.languages import Interpreter, language, offered
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.pages import KioskPages
from mixer_app.ui.kiosk.place import ScannerPlace
from mixer_app.ui.kiosk.showing import HOME, Showing
from mixer_app.ui.kiosk.upkeep import Upkeep
from mixer_app.ui.kiosk.visit import Visit
from mixer_app.ui.scanning.scanner import Scanner, monotonic_ms

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.kiosk_facts import SecondFactQuestion


class KioskWindow(QWidget):
    """One kiosk; `left` tells that staff have left it by PIN."""

    left = Signal()
    outdated = Signal()
    """The event asks something else of its kiosks now, and nobody is here."""

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        setup: KioskSetup,
        printer: Callable[[], str] = str,
        printer_away: Callable[[], bool] = bool,
        scanner_at: ScannerPlace = ScannerPlace.BELOW,
        now_ms: Callable[[], float] = monotonic_ms,
        open_source: Callable[[], Camera] = open_camera,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.look = KioskLook(self)
        self.work = KioskWork(
            database=database, background=background, station=station, clock=clock, event_id=setup.event.id, parent=self
        )
        self.visit = Visit(setup, self.work, clock=clock, printer=printer, printer_away=printer_away, parent=self)
        self.watch = ChangeWatch(database, background, self)
        self.guard = KioskGuard(self)
        self.front = KioskFront(self)
        self.idle = IdleClock(self)
        self.scanner = Scanner(self, _typed_here, now_ms)
        self.interpreter = Interpreter(self)
        self._open = False
        self._build(setup, scanner_at)
        self.camera = KioskCamera(background, self.visit, self.pages.welcome, self, open_source=open_source)
        self.upkeep = Upkeep(self.watch, self.work, self.visit, self.pages, self.showing, self)
        self._connect()
        self._speak(self.visit.state.language)
        self._show(self.visit.state, self.visit.state)

    def open_on(self, screen: QScreen | None = None, *, full: bool = True) -> None:
        """Show the kiosk on a screen and refuse every way out; `full` is False only for pictures and tests."""
        self._open = True
        self.guard.stand(on=True)
        self.scanner.listen(on=True)
        self.watch.start()
        self.work.load_index()
        self.idle.run(on=True)
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        if full:
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            self.showFullScreen()
            self.front.hold(on=True)
        else:
            self.show()
        self.frame.focus_page()

    def leave(self) -> None:
        """Let go of everything and close."""
        self._open = False
        self.front.hold(on=False)
        self.idle.run(on=False)
        self.watch.stop()
        self.scanner.listen(on=False)
        self.camera.stop()
        self.guard.stand(on=False)
        self.visit.wait.stop()
        self._wipe()
        self.interpreter.stop()
        self.close()

    @property
    def state(self) -> KioskState:
        """What the kiosk knows."""
        return self.visit.state

    # what keeps people in

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._open:
            event.ignore()
        else:
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        shrunk = event.type() == QEvent.Type.WindowStateChange and not self.isFullScreen()
        if self._open and shrunk and self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint:
            self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.look.fit_to(self.size(), self.screen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter prints; nothing else means anything to the window."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.frame.page is self.pages.confirm:
            self.pages.confirm.confirm_now()
        event.accept()

    # making it

    def _build(self, setup: KioskSetup, scanner_at: ScannerPlace) -> None:
        event = setup.event
        self.setObjectName("kiosk")
        self.setWindowTitle(event.name)
        self.setAccessibleName(event.name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setMinimumSize(640, 480)
        languages = offered(setup.settings.kiosk_languages, event.language)
        self.pages = KioskPages(self.look, setup, languages, scanner_at=scanner_at)
        self.frame = KioskFrame(self.look, event.name, languages, self.pages.by_screen(), badges=setup.prints_badges)
        self.showing = Showing(self.visit, self.pages, self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _connect(self) -> None:
        self.visit.stepped.connect(self._show)
        self.visit.question_known.connect(self._ask)
        self.visit.picture_drawn.connect(self.pages.done.show_picture)
        self.visit.desk_told.connect(self.pages.desk.show_told)
        self.visit.pin_refused.connect(self.pages.pin.show_wrong)
        self.visit.pin_unread.connect(self.pages.pin.show_unread)
        self.idle.ticked.connect(self.visit.tick)
        self.idle.ticked.connect(self.upkeep.tick)
        self.upkeep.outdated.connect(self.outdated)
        self.guard.touched.connect(self._touched)
        self.guard.staff_wanted.connect(partial(self.visit.happen, happen.PinWanted()))
        self.scanner.scanned.connect(self._scanned)
        self._connect_frame()
        self._connect_pages()

    def _connect_frame(self) -> None:
        frame = self.frame
        frame.header.staff_wanted.connect(partial(self.visit.happen, happen.PinWanted()))
        frame.header.larger_wanted.connect(partial(self.visit.happen, happen.LargerText()))
        frame.header.language_wanted.connect(self._offer_languages)
        frame.languages.chosen.connect(self._choose_language)
        frame.footer.stay_pressed.connect(partial(self.visit.happen, happen.StayChosen()))

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.welcome.typing_wanted.connect(self._type)
        pages.welcome.scan_wanted.connect(self.camera.look)
        pages.welcome.language_chosen.connect(self._choose_language)
        pages.search.text_changed.connect(self._typed)
        pages.search.hit_chosen.connect(self._choose_hit)
        pages.search.scan_wanted.connect(self.camera.look)
        pages.fact.text_changed.connect(self._typed)
        pages.fact.fact_typed.connect(partial(self.visit.happen, happen.FactSent()))
        for page in (pages.search, pages.fact, pages.note, pages.wrong, pages.pin):
            page.left.connect(partial(self.visit.happen, happen.BackChosen()))
        pages.confirm.confirmed.connect(self._confirm)
        pages.confirm.not_me.connect(partial(self.visit.happen, happen.NotMe()))
        pages.done.wrong_pressed.connect(partial(self.visit.happen, happen.WrongWanted()))
        pages.wrong.chosen.connect(self._wrong_chosen)
        pages.answers.answered.connect(self._answer)
        pages.answers.note_wanted.connect(self._want_note)
        pages.answers.not_me.connect(partial(self.visit.happen, happen.NotMe()))
        pages.note.kept.connect(self._note)
        self.visit.answers.busy_changed.connect(self.showing.show_answers_busy)
        for page in (pages.done, pages.answers, pages.desk):
            page.done_pressed.connect(partial(self.visit.happen, happen.DoneChosen()))
        pages.pin.pin_typed.connect(self.visit.check_pin)

    # what the person does

    def _type(self, letter: str) -> None:
        self.visit.happen(happen.TypeChosen())
        if letter and self.state.screen is KioskScreen.SEARCH:
            self.pages.search.field.insert(letter)

    def _typed(self, text: str) -> None:
        """Only what is typed on the page counts: a field that is wiped on the way home says nothing."""
        typing = self.state.screen in (KioskScreen.SEARCH, KioskScreen.SECOND_FACT)
        if typing and self.frame.page is self.sender():
            self.visit.happen(happen.TextTyped(text))
            if self.pages.search.found_nobody:
                self.upkeep.look_again()

    def _choose_hit(self, attendee_id: int) -> None:
        self.visit.happen(happen.HitChosen(attendee_id))

    def _scanned(self, code: str) -> None:
        self.visit.happen(happen.CodeScanned(code))

    def _confirm(self) -> None:
        self.visit.confirm(self.pages.confirm.answers())

    def _answer(self, partner_id: int, answer: object) -> None:
        self.visit.answers.give(partner_id, answer, self.state.visit)  # type: ignore[arg-type]  # an Answer, by signal

    def _want_note(self, partner_id: int) -> None:
        self.visit.happen(happen.NoteWanted(partner_id))

    def _note(self, said: TalkNote) -> None:
        if self.state.partner_id is not None:
            self.visit.answers.note(self.state.partner_id, said, self.state.visit)

    def _wrong_chosen(self, reason: object) -> None:
        self.visit.happen(happen.WrongChosen(reason))  # type: ignore[arg-type]  # a DeskReason, by signal

    def _touched(self) -> None:
        if self.state.idle:
            self.visit.happen(happen.Touched())

    def _offer_languages(self) -> None:
        self.frame.offer_languages(self.state.language)

    def _choose_language(self, code: str) -> None:
        self.frame.languages.hide()
        self.visit.happen(happen.LanguageChosen(code))

    # what the machine does

    def _ask(self, question: "SecondFactQuestion") -> None:
        if question.kind is not None:
            self.pages.fact.ask(question.kind, language(self.state.language).layout)

    # what is shown

    def _show(self, before: KioskState, after: KioskState) -> None:
        if after.visit != before.visit and after.screen in (*HOME, KioskScreen.PIN, KioskScreen.LEFT):
            self._wipe()
        if (after.language, after.larger) != (before.language, before.larger):
            self.look.set_larger(larger=after.larger)
            self._speak(after.language)
        if after is before or replace(after, idle=before.idle) != before:
            self.showing.fill(before, after)
        if after is before or after.screen is not before.screen:
            self.frame.show_screen(after.screen)
        self.showing.show_time(after)
        if after.screen is KioskScreen.LEFT:
            self.left.emit()

    def _speak(self, code: str) -> None:
        shown = self.interpreter.speak(code)
        self.pages.welcome.show_language(shown.code)
        self.frame.show_language(shown)

    def _wipe(self) -> None:
        """Nothing of the person is left: fields with their undo, hits, choices, badge, clipboard."""
        self.pages.wipe()
        wipe_clipboard()


def _typed_here(widget: QWidget) -> bool:
    return isinstance(widget, PrivateEdit)
