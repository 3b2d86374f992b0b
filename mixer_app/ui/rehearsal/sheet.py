"""The sheet on which the coming evening is rehearsed in fast motion, many times, on a copy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.progress import Progress
from mixer_app.services.evenings_account import EveningsAccount
from mixer_app.services.evenings_words import headline
from mixer_app.services.many_evenings import EveningsRequest, rehearse_evenings
from mixer_app.services.rehearsal_ground import RehearsalGround, read_ground
from mixer_app.ui.background import Background, Task
from mixer_app.ui.rehearsal.form import RehearsalForm
from mixer_app.ui.rehearsal.frame import RehearsalFoot
from mixer_app.ui.rehearsal.results import ResultsPane
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Sheet
from mixer_app.ui.widgets.announcing import announce
from mixer_app.ui.widgets.sheet_parts import SheetHead, scrolled

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_FORM_WIDTH: Final = 304
_BESIDE_FROM: Final = 800  # narrower, the results stand below the form
_NARROW_BELOW: Final = 560  # the words of the foot stand above its buttons


@dataclass(frozen=True, slots=True)
class KeptRehearsal:
    """The last rehearsal of an event, for as long as the window is open."""

    event_id: int
    request: EveningsRequest
    account: EveningsAccount


class _Growing:
    """Where the worker leaves the account after each evening, and the window picks it up."""

    latest: EveningsAccount | None = None

    def take(self, account: EveningsAccount) -> None:
        self.latest = account


class RehearsalSheet(Sheet):
    """Form at the left, what to expect at the right; `rehearsed` carries each result to be kept."""

    rehearsed = Signal(object)  # KeptRehearsal
    settled = Signal()  # the event was read, or a rehearsal has ended

    def __init__(
        self,
        window: QWidget,
        *,
        event: Event,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        kept: KeptRehearsal | None = None,
    ) -> None:
        super().__init__(window, name="Rehearse the evening")
        self._event, self._database, self._background, self._clock = event, database, background, clock
        self._kept = kept
        self._ground: RehearsalGround | None = None
        self._running: Task | None = None
        self._reading = self._changed_since = False
        self._asked = 0
        self._request = EveningsRequest()
        self._growing = _Growing()
        self._build()
        self._connect()
        self._show_kept()
        self.refresh()

    def _build(self) -> None:
        self.setObjectName("rehearsal_sheet")
        self.head = SheetHead(
            "Rehearse the evening", f"{self._event.name}, {self._event.date.day} {self._event.date:%B}"
        )
        self.form = RehearsalForm()
        self.results = ResultsPane()
        self.foot = RehearsalFoot()
        content, right = QWidget(), QWidget()
        self._content, self._right = QVBoxLayout(content), QVBoxLayout(right)
        for layout in (self._content, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._content.addWidget(self.form)
        self._right.addWidget(self.results)
        self.form_area, self.results_area = scrolled(content), scrolled(right)
        self.results_area.setAccessibleName("What to expect")
        self.form_area.setAccessibleName("What is drawn by lot, and what to expect")
        self._beside = QFrame()
        self._beside.setProperty("look", "line_vertical")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.form_area)
        middle.addWidget(self._beside)
        middle.addWidget(self.results_area, 1)
        self.place(self.head, middle, self.foot, ends=(self.head.close_button, self.foot.close_button))

    def _connect(self) -> None:
        self.foot.run_button.clicked.connect(self._run)
        self.foot.stop_button.clicked.connect(self._stop)

    # how the event stands

    def refresh(self) -> None:
        """Read how the event stands now: what is shown may be older."""
        if self._reading:
            self._changed_since = True
            return
        self._reading = True
        now = self._clock()
        self._background.run(
            lambda progress: self._database.read(read_ground, self._event.id, now=now),
            on_done=self._take_ground,
            on_end=self._end_reading,
        )

    def _end_reading(self) -> None:
        self._reading = False
        if self._changed_since:
            self._changed_since = False
            self.refresh()

    def _take_ground(self, ground: RehearsalGround) -> None:
        first = self._ground is None
        self._ground = ground
        self.form.show_ground(ground)
        if first and self._kept is None:
            self.form.evenings_field.setValue(ground.evenings)
        if ground.refusal and self._kept is None:
            self.results.show_refusal(ground.refusal)
        self._show_age()
        self.settled.emit()

    def _show_kept(self) -> None:
        if self._kept is not None:
            self.form.show_request(self._kept.request)
            self.results.show_account(self._kept.account)
            self.foot.set_again(True)

    def _show_age(self) -> None:
        """Say whether what is shown is older than the data."""
        kept, ground = self._kept, self._ground
        if kept is None or ground is None or self._running is not None:
            self.results.set_changed(False)
        else:
            self.results.set_changed(kept.account.digest != ground.digest)

    # the rehearsal

    def _run(self) -> None:
        if self._running is not None:
            return
        self._asked += 1
        self._request, self._growing = self.form.request(), _Growing()
        self.form.set_busy(True)
        self.foot.begin()
        self.results.set_changed(False)
        self._running = self._background.run(
            partial(self._rehearse, self._request, self._growing, self._clock()),
            on_done=partial(self._take_account, self._asked),
            on_failed=partial(self._show_failure, self._asked),
            on_progress=partial(self._show_progress, self._asked),
        )

    def _rehearse(
        self, request: EveningsRequest, growing: _Growing, now: datetime, progress: Progress
    ) -> EveningsAccount:
        return rehearse_evenings(
            self._database, self._event.id, request, now=now, progress=progress, so_far=growing.take
        )

    def _show_progress(self, asked: int, fraction: float, stage: str) -> None:
        if asked != self._asked or self._running is None:
            return
        self.foot.show_progress(fraction, stage)
        self._show_so_far()

    def _show_so_far(self) -> None:
        """Show the evenings that are over, and keep them."""
        account = self._growing.latest
        if account is not None and (self._kept is None or self._kept.account is not account):
            self._keep(account)

    def _keep(self, account: EveningsAccount) -> None:
        self._kept = KeptRehearsal(self._event.id, self._request, account)
        self.results.show_account(account)
        self.rehearsed.emit(self._kept)

    def _take_account(self, asked: int, account: EveningsAccount) -> None:
        if asked == self._asked:
            self._keep(account)
            self._end("")
            announce(self, headline(account))

    def _show_failure(self, asked: int, sentence: str) -> None:
        if asked == self._asked:
            self.results.show_refusal(sentence)
            self._end("")

    def _stop(self) -> None:
        """Hold no more evenings; those that are over stay."""
        self._give_up()
        account = self._growing.latest
        if account is None:
            self.results.show_stopped()
        words = f"Stopped after {account.held} of {account.evenings} evenings." if account else "Stopped."
        if account is not None and account.held == account.evenings:
            words = "Stopped. More mentors were not tried in every evening."
        self._end(words)

    def _give_up(self) -> None:
        """Stop what is under way; its answer, if it still comes, is not heard."""
        self._asked += 1
        if self._running is not None:
            self._running.cancel()
            self._show_so_far()

    def _end(self, words: str) -> None:
        self._running = None
        self.form.set_busy(False)
        self.foot.end(words)
        self.foot.set_again(self._kept is not None)
        self._show_age()
        self.settled.emit()

    def close_sheet(self) -> None:
        """Go; a rehearsal under way is stopped, its evenings so far are kept."""
        self._give_up()
        self._running = None
        super().close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if now is not None and self.form_area.isAncestorOf(now):
            self.form_area.ensureWidgetVisible(now, 0, 40)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look, room = current(), self.panel.maximumWidth()
        beside = room >= look.px(_BESIDE_FROM)
        self.form_area.setMinimumWidth(look.px(_FORM_WIDTH) if beside else 0)
        self.form_area.setMaximumWidth(look.px(_FORM_WIDTH) if beside else room)
        self.results_area.setVisible(beside)
        self._beside.setVisible(beside)
        self.foot.set_narrow(room < look.px(_NARROW_BELOW))
        (self._right if beside else self._content).addWidget(self.results)
        self.results.show()  # now and not with the next event: until then it would have no size
        self.results.set_width((room - (look.px(_FORM_WIDTH) if beside else 0)) / look.scale)
        self._let_keys_scroll(self.results_area if beside else self.form_area)

    def _let_keys_scroll(self, area: QScrollArea) -> None:
        """Nothing in the results takes the focus, so that what holds them does."""
        for one in (self.form_area, self.results_area):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is area else Qt.FocusPolicy.NoFocus)
