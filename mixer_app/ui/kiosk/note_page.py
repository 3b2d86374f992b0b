"""How much one talk helped, and a private note on it: both only if one likes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.answers import HELPED_MOST
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.chips import focus_neighbour
from mixer_app.ui.kiosk.choice_button import ChoiceButton
from mixer_app.ui.kiosk.kiosk_acts import TalkNote
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.tab_order import one_of, stops_in
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.typing_page import TypingPage
from mixer_app.ui.kiosk.words import say

_LEAST_OF_A_NAME: Final = 0.4  # of its size: still that of the other words


class MarkButton(ChoiceButton):
    """A mark: only its figure, without a check."""

    def __init__(self, look: KioskLook, mark: int) -> None:
        super().__init__(look, width=64)
        self.mark = mark
        self.setText(str(mark))


class NotePage(TypingPage):
    """`kept` carries a `TalkNote` when the page is left; only mentors are asked whether someone else suits better."""

    kept = Signal(object)

    def __init__(self, look: KioskLook, layouts: Sequence[str]) -> None:
        self.question = Words(look, weight=600, lines=2)
        self.least = Words(look, tone="text_muted", lines=2)
        self.most = Words(look, tone="text_muted", lines=2)
        self.promise = Words(look, tone="text_muted", lines=3)
        self.marks = [MarkButton(look, mark) for mark in range(1, HELPED_MOST + 1)]
        self._group = QButtonGroup()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.refer_button = ChoiceButton(look)
        self.refer_button.setObjectName("refer_button")
        row, ends = QHBoxLayout(), QHBoxLayout()
        self._marks_row, self._side = row, column
        for button in self.marks:
            self._group.addButton(button)
            row.addWidget(button, 1)
        ends.addWidget(self.least, 1)
        ends.addWidget(self.most)
        for part in (row, ends):
            part.setSpacing(look.px(8))
        column.addWidget(self.question)
        column.addLayout(row)
        column.addLayout(ends)
        column.addWidget(self.promise)
        column.addWidget(self.refer_button)
        column.addStretch(1)
        super().__init__(look, layouts, side, icon="note-pencil")
        self.heading.isolated = True
        self.heading.least = _LEAST_OF_A_NAME
        for button in self.marks:
            button.setObjectName(f"mark_{button.mark}")
            button.walked.connect(self._walk)
        self.field.entered.connect(self.go_forward)
        look.changed.connect(self._relook)
        self._relook()

    def show_talk(self, name: str, said: TalkNote, layout: str, *, hosted: bool) -> None:
        """Ask about the talk with `name`; `said` is what was said at this visit, `hosted` as the mentor of the two."""
        self.keyboard.start_over(layout)
        self.set_heading(name)
        self._show_mark(said.helped)
        self.refer_button.setVisible(hosted)
        self.refer_button.setChecked(said.refer)
        self.field.wipe()
        self.field.insert(said.note)
        self.retranslate()

    def retranslate(self) -> None:
        self.question.setText(say(words.DID_IT_HELP))
        self.least.setText(say(words.NOT_AT_ALL))
        self.most.setText(say(words.VERY_MUCH))
        self.promise.setText(say(words.NOTE_IS_PRIVATE))
        self.refer_button.setText(say(words.SUITS_BETTER))
        self.refer_button.setAccessibleName(self.refer_button.text())
        self.field.name(say(words.YOUR_NOTE), say(words.YOUR_NOTE))
        for button in self.marks:
            button.setAccessibleName(say(words.MARK_OF, mark=button.mark, most=HELPED_MOST))
        self.keyboard.retranslate()
        self.footing_changed.emit()

    def wipe(self) -> None:
        super().wipe()
        self.set_heading("")
        self._show_mark(None)
        self.refer_button.setChecked(False)

    def least_beside(self) -> int:
        """A question and its marks."""
        return self.look.line() + self.look.px(12) + self.look.touch

    def fit_beside(self, height: int) -> None:
        """The question above the marks; where that is too high, before them in their row."""
        in_row = height < self.least_beside()
        self._marks_row.removeWidget(self.question)
        self._side.removeWidget(self.question)
        if in_row:
            self._marks_row.insertWidget(0, self.question, 4)
        else:
            self._side.insertWidget(0, self.question)
        self.question.set_lines(1 if self.look.compact and not in_row else 2)
        self.question.set_most_height(min(height, self.look.touch) if in_row else None)

    def forward_words(self) -> tuple[str, str]:
        return say(words.DONE), ""

    def sentence(self) -> str:
        return say(words.NOTE_ON, name=self.heading.text()) if self.heading.text() else ""

    def stops_beside(self) -> list[QWidget]:
        """The marks are one stop."""
        chosen = self._group.checkedButton() or self.marks[0]
        return [*one_of(self.marks, chosen), *stops_in(self.refer_button)]

    def go_forward(self) -> None:
        chosen = self._group.checkedButton()
        mark = chosen.mark if isinstance(chosen, MarkButton) else None
        self.kept.emit(TalkNote(" ".join(self.field.text().split()), mark, self.refer_button.isChecked()))
        self.left.emit()

    def _escape(self) -> None:
        """Escape leaves the page with what is on it: nothing of a note is lost by a key."""
        self.go_forward()

    def _show_mark(self, mark: int | None) -> None:
        self._group.setExclusive(False)
        for button in self.marks:
            button.setChecked(button.mark == mark)
        self._group.setExclusive(True)

    def _walk(self, step: int) -> None:
        focus_neighbour(list(self.marks), step)

    def _relook(self) -> None:
        """Where there is little room above the keys, the question and the marks are all."""
        for part in (self.least, self.most, self.promise):
            part.setVisible(not self.look.compact)
        for layout in (self._side, self._marks_row):
            layout.removeWidget(self.refer_button)
        if self.look.compact:
            self._marks_row.addWidget(self.refer_button, 3)
        else:
            self._side.insertWidget(self._side.count() - 1, self.refer_button)
