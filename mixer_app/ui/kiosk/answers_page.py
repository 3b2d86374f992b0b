"""Whom one has met: stay in touch or not now, one touch each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.answers import Answer, KioskAnswerLine, KioskAnswerSheet
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.answer_row import AnswerRow, name_width, row_height
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_GAP = 12


class AnswersPage(KioskPage):
    """As many at a time as there is room for, the newest round first; the next by the way forward."""

    answered = Signal(int, object)  # partner, Answer
    note_wanted = Signal(int)  # partner
    done_pressed = Signal()
    not_me = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self._lines: Sequence[KioskAnswerLine] = ()
        self._answers: dict[int, Answer] = {}
        self._first = 0
        self.busy = False
        self.heading = Words(look, "kiosk_display", lines=2)
        self.promise = Words(look, tone="text_muted", lines=2)
        self.rows: list[AnswerRow] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.promise)
        self._column.addStretch(1)
        look.changed.connect(self._relook)
        self._relook()

    def show_sheet(self, sheet: KioskAnswerSheet | None, answers: Mapping[int, Answer]) -> None:
        """Show whom somebody has met, and what they answered at this visit."""
        self._lines, self._answers = sheet.lines if sheet else (), dict(answers)
        self._first = 0
        self._fill()

    def show_busy(self, *, busy: bool) -> None:
        """Whether an answer is still being written; nobody leaves before it is kept."""
        if busy is not self.busy:
            self.busy = busy
            self.footing_changed.emit()

    def retranslate(self) -> None:
        self.heading.setText(say(words.IN_TOUCH_QUESTION))
        self.promise.setText(say(words.BOTH_OR_NOBODY))
        for row in self.rows:
            row.retranslate()

    def wipe(self) -> None:
        self.busy = False
        self.show_sheet(None, {})
        for row in self.rows:
            row.wipe()

    def first_focus(self) -> QWidget | None:
        shown = [row for row in self.rows if not row.isHidden()]
        return shown[0].first_stop() if shown else None

    def back_words(self) -> str:
        return say(words.BACK) if self._first else say(words.NOT_ME)

    def forward_words(self) -> tuple[str, str]:
        if self._has_more():
            return say(words.MORE_PEOPLE), ""
        return say(words.ONE_MOMENT if self.busy else words.DONE), ""

    def sentence(self) -> str:
        return say(words.KEPT_AT_ONCE)

    def announcement(self) -> str:
        return f"{self.heading.text()} {self.promise.text()}"

    def go_back(self) -> None:
        if not self._first:
            self.not_me.emit()
            return
        self._turn(max(0, self._first - self._room()))

    def go_forward(self) -> None:
        if self._has_more():
            self._turn(self._first + self._room())
        elif not self.busy:
            self.done_pressed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill()

    def _relook(self) -> None:
        look = self.look
        self._column.setContentsMargins(look.margin, look.px(16), look.margin, look.px(8))
        self._column.setSpacing(look.px(_GAP))
        self.heading.set_style("display" if look.compact else "kiosk_display")
        self._fill()

    def _room(self) -> int:
        """How many rows fit."""
        look, wide = self.look, self.width() - 2 * self.look.margin
        head = self.heading.heightForWidth(wide) + self.promise.heightForWidth(wide) + look.px(24 + 2 * _GAP)
        row = row_height(look, long_names=self._has_long_names()) + look.px(_GAP)
        return max(1, (self.height() - head + look.px(_GAP)) // row)

    def _has_long_names(self) -> bool:
        """Whether a name needs two lines; then all rows are higher, so that they stand evenly on every page."""
        room = name_width(self.look, self.width() - 2 * self.look.margin)
        return any(self.look.width_of(line.name.shown, weight=STRONG) > room for line in self._lines)

    def _has_more(self) -> bool:
        return self._first + self._room() < len(self._lines)

    def _turn(self, first: int) -> None:
        self._first = first
        self._fill()
        if (target := self.first_focus()) is not None:
            target.setFocus()

    def _fill(self) -> None:
        shown = self._lines[self._first : self._first + self._room()]
        long_names = self._has_long_names()
        while len(self.rows) < len(shown):
            self.rows.append(self._new_row())
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_line(shown[place], self._answers.get(shown[place].partner_id), long_names=long_names)
        self.footing_changed.emit()

    def _new_row(self) -> AnswerRow:
        row = AnswerRow(self.look)
        row.answered.connect(self._answer)
        row.note_wanted.connect(self.note_wanted)
        self._column.insertWidget(2 + len(self.rows), row)
        return row

    def _answer(self, partner_id: int, answer: Answer) -> None:
        self._answers[partner_id] = answer
        self.answered.emit(partner_id, answer)
