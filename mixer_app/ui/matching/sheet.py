"""The sheet on which an organizer changes how people are matched, and sees first what that does."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, MatchingRules
from mixer_app.domain.learning import Learned
from mixer_app.domain.progress import Progress
from mixer_app.services.events import find_event
from mixer_app.services.learning import learn, with_suggestion
from mixer_app.services.matching_questions import AskedPeople, read_asked
from mixer_app.services.matching_rules import RulesPreview, apply_rules, preview_rules
from mixer_app.services.rules_words import describe_changes, refuse_impossible
from mixer_app.ui.background import Background, Task
from mixer_app.ui.matching.editor import RulesEditor
from mixer_app.ui.matching.effect import EVERYONE, EffectPane
from mixer_app.ui.matching.frame import MatchingFoot, MatchingHead
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Sheet

if TYPE_CHECKING:
    from mixer_app.services.database import Database, Session

_WAIT_MS: Final = 350  # after the last change, so that typing a number tries it once
_EFFECT_WIDTH: Final = 384
_BESIDE_FROM: Final = 880  # narrower, the effect stands below the form
_NARROW_BELOW: Final = 560  # the words of the foot stand above its buttons, weights have no bar


class MatchingSheet(Sheet):
    """Form at the left, effect at the right; `applied` tells the journal entry that takes the rules back."""

    applied = Signal(int)
    settled = Signal()  # the form is filled, or a try has ended

    def __init__(
        self,
        window: QWidget,
        *,
        event: Event,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window, name="How people are matched")
        self._event, self._database, self._background = event, database, background
        self._station, self._clock = station, clock
        self._asked = AskedPeople((), (), 0, 0)
        self._rules = event.rules
        self._asked_for = 0
        self._trying: Task | None = None
        self._applying: Task | None = None
        self._build()
        self._connect()
        self._background.run(lambda progress: self._database.read(_read, event.id), on_done=self._fill)
        self._learning = self._background.run(
            lambda progress: learn(self._database, event.id, progress=progress),
            on_done=self.editor.learned.show_learned,
        )

    def _build(self) -> None:
        self.setObjectName("matching_sheet")
        self.head = MatchingHead(self._event)
        self.editor = RulesEditor()
        self.effect = EffectPane()
        self.foot = MatchingFoot()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        content = QWidget()
        content.setProperty("look", "scrolled")
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._content.addWidget(self.editor)
        self.form_area = _scrolled(content, "Rules and what would change")
        right = QWidget()
        right.setProperty("look", "scrolled")
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(self.effect)
        self._effect_area = _scrolled(right, "What would change")
        self._beside = QFrame()
        self._beside.setProperty("look", "line_vertical")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.form_area, 1)
        middle.addWidget(self._beside)
        middle.addWidget(self._effect_area)
        self.place(self.head, middle, self.foot, ends=(self.head.close_button, self.foot.cancel_button))

    def _connect(self) -> None:
        self.foot.reset_button.clicked.connect(self._reset)
        self.foot.use_button.clicked.connect(self._apply)
        self.editor.changed.connect(self._take_change)
        self.editor.learned.wanted.connect(self._take_weights)
        self.effect.cancelled.connect(self._stop)
        self.effect.again_asked.connect(self._try)
        self.effect.room_chosen.connect(self._take_change)
        self._timer.timeout.connect(self._try)

    # the form

    def _fill(self, read: tuple[Event, AskedPeople]) -> None:
        event, self._asked = read
        self._rules = event.rules
        self.editor.show_rules(self._rules, self._asked)
        self.effect.show_room(self._asked.here, self._asked.registered)
        self.effect.show_nothing()
        self.foot.show_changes(())
        first = next(iter(self.editor.weights.fields.values()))
        first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        first.field.selectAll()
        self.settled.emit()

    def _reset(self) -> None:
        self.editor.show_rules(self._rules, self._asked)
        self._take_change()
        next(iter(self.editor.weights.fields.values())).field.setFocus()

    def _take_weights(self, learned: Learned) -> None:
        self.editor.take_weights(with_suggestion(self.editor.rules(), learned), self._asked)

    def _take_change(self) -> None:
        rules = self.editor.rules()
        problem = ""
        try:
            refuse_impossible(rules)
        except MixerError as error:
            problem = str(error)
        self.foot.show_changes(describe_changes(self._rules, rules), problem)
        self._give_up()
        if problem:
            self.effect.show_failure(problem)
        elif rules == self._rules:
            self.effect.show_nothing()
        else:
            self._timer.start()

    # the try

    def _try(self) -> None:
        self._give_up()
        asked = self._asked_for
        self.effect.show_waiting()
        self._trying = self._background.run(
            partial(self._preview, self.editor.rules(), self.effect.room_control.key == EVERYONE, self._clock()),
            on_done=partial(self._show_preview, asked),
            on_failed=partial(self._show_failure, asked),
            on_progress=self.effect.show_progress,
        )

    def _preview(self, rules: MatchingRules, everyone: bool, now: datetime, progress: Progress) -> RulesPreview:
        return preview_rules(self._database, self._event.id, rules, everyone=everyone, now=now, progress=progress)

    def _show_preview(self, asked: int, preview: RulesPreview) -> None:
        if asked == self._asked_for:
            self._trying = None
            self.effect.show_preview(preview)
            self.settled.emit()

    def _show_failure(self, asked: int, sentence: str) -> None:
        if asked == self._asked_for:
            self._trying = None
            self.effect.show_failure(sentence)
            self.settled.emit()

    def _stop(self) -> None:
        self._give_up()
        self.effect.show_stopped()
        self.effect.again_button.setFocus()

    def _give_up(self) -> None:
        """Stop the try under way; its answer, if it still comes, is not heard."""
        self._timer.stop()
        self._asked_for += 1
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

    # the change itself

    def _apply(self) -> None:
        if self._applying is not None:
            return
        self._give_up()
        self.foot.use_button.setEnabled(False)
        rules, now = self.editor.rules(), self._clock()
        self._applying = self._background.run(
            lambda progress: self._database.write(apply_rules, self._event.id, rules, station=self._station, now=now),
            on_done=self._applied,
            on_failed=self.foot.show_failure,
            on_end=self._end_applying,
        )

    def _applied(self, entry: int | None) -> None:
        if entry is not None:
            self.applied.emit(entry)
        self.close_sheet()

    def _end_applying(self) -> None:
        self._applying = None

    def close_sheet(self) -> None:
        """Go; a try under way is stopped."""
        self._give_up()
        self._learning.cancel()
        super().close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        for area in (self.form_area, self._effect_area):
            if now is not None and area.isAncestorOf(now):
                area.ensureWidgetVisible(now, 0, 40)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        beside = self.panel.maximumWidth() >= look.px(_BESIDE_FROM)
        self._effect_area.setFixedWidth(look.px(_EFFECT_WIDTH))
        self._effect_area.setVisible(beside)
        narrow = self.panel.maximumWidth() < look.px(_NARROW_BELOW)
        self.foot.set_narrow(narrow)
        self.editor.weights.set_narrow(narrow)
        self._beside.setVisible(beside)
        scrolls_alone = self._effect_area if beside else self.form_area  # nothing in the effect takes the focus
        for area in (self.form_area, self._effect_area):
            keys = area is scrolls_alone
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if keys else Qt.FocusPolicy.NoFocus)
        (self._right if beside else self._content).addWidget(self.effect)


def _read(session: "Session", event_id: int) -> tuple[Event, AskedPeople]:
    return find_event(session, str(event_id)), read_asked(session, event_id)


def _scrolled(content: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
