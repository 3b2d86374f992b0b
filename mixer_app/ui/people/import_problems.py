"""The rows that need a person: what is wrong with each, and the ways to settle it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from mixer_app.domain.imports import FilePreview, RejectedRow, RowDecision, Suggestion
from mixer_app.ui.people.import_choices import SettledRow, column_of
from mixer_app.ui.people.import_words import field_title, need_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import LINK, QUIET, Button, ElidedLabel, IconButton, IconLabel, label, line

MOST_SHOWN: Final = 100
"""More problem rows than this are counted, not drawn: settle some, the next ones follow."""


ANSWERS_WIDTH: Final = 264
MORE_WIDTH: Final = 40  # of the button with three dots, and the space before it


class ProblemRow(QFrame):
    """One row: its line in the file, the value, the sentence, and the buttons that settle it."""

    decided = Signal(str, object)  # label, RowDecision

    def __init__(self, problem: RejectedRow, preview: FilePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        self._column = column_of(preview, problem)
        self.buttons: list[Button] = []
        self._build()

    def _build(self) -> None:
        problem = self.problem
        self.setAccessibleName(f"Line {problem.row}: {problem.value or 'empty'}. {problem.reason}")
        number = label(f"{problem.row:,}", "muted")
        number.setFixedWidth(current().px(40))
        value = QVBoxLayout()
        value.setSpacing(0)
        value.addWidget(ElidedLabel(problem.value or "empty", "body"))
        value.addWidget(ElidedLabel(field_title(problem.field), "muted_caption"))
        self._value = QWidget()
        self._value.setLayout(value)
        value.setContentsMargins(0, 0, 0, 0)
        self.value_edit = QLineEdit(problem.value)
        self.value_edit.setAccessibleName(f"Line {problem.row}, {field_title(problem.field)}")
        self.value_edit.setProperty("small", True)
        self.value_edit.returnPressed.connect(self._edited)
        self.value_edit.hide()
        sentence = label(problem.reason, "body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(number)
        row.addWidget(self._value, 32)
        row.addWidget(self.value_edit, 32)
        row.addWidget(sentence, 56)
        answers_place = QWidget()
        answers_place.setFixedWidth(current().px(ANSWERS_WIDTH))
        answers = QHBoxLayout(answers_place)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(4)
        self._add_answers(answers)
        answers.addStretch(1)
        row.addWidget(answers_place)
        self.setMinimumHeight(current().px(48))

    def _add_answers(self, row: QHBoxLayout) -> None:
        choices = [(one.label, partial(self.decided.emit, one.label, one.decision)) for one in self._suggestions()]
        if self._column is not None:
            choices.insert(len(choices) if len(choices) < 2 else 2, ("Edit", partial(self._edit)))
        if not any(one.decision.leave_out for one in self._suggestions()):
            out = RowDecision(row=self.problem.row, sheet=self.problem.sheet, leave_out=True)
            choices.append(("Leave out", partial(self.decided.emit, "Leave out", out)))
        left, shown = current().px(ANSWERS_WIDTH - MORE_WIDTH), 0
        for position, (words, act) in enumerate(choices[:2]):
            button = Button(words, small=True) if not position else Button(words, kind=QUIET, small=True)
            if position and button.sizeHint().width() > left:
                break
            if (too_wide := button.sizeHint().width() - left) > 0:
                room = button.fontMetrics().horizontalAdvance(words) - too_wide
                button.setText(button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
                button.setToolTip(words)
            button.setAccessibleName(f"Line {self.problem.row}: {words}")
            button.clicked.connect(act)
            self.buttons.append(button)
            row.addWidget(button)
            left, shown = left - button.sizeHint().width() - row.spacing(), position + 1
        if len(choices) > shown:
            more = IconButton("dots-three", f"Line {self.problem.row}: more ways", size=18, small=True)
            menu = QMenu(more)
            for words, act in choices[shown:]:
                menu.addAction(words, act)
            more.setMenu(menu)
            more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
            row.addWidget(more)

    def _suggestions(self) -> list[Suggestion]:
        return [one for one in self.problem.suggestions if one.label.casefold() != "edit"]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = event.key() - Qt.Key.Key_1
        if 0 <= position < len(self.buttons) and not self.value_edit.hasFocus():
            self.buttons[position].click()
        elif event.key() == Qt.Key.Key_Escape and self.value_edit.isVisible():
            self._show_edit(on=False)
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        self._show_edit(on=True)
        self.value_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_edit.selectAll()

    def _show_edit(self, *, on: bool) -> None:
        self._value.setVisible(not on)
        self.value_edit.setVisible(on)

    def _edited(self) -> None:
        if self._column is not None:
            text = self.value_edit.text().strip()
            decision = RowDecision(row=self.problem.row, sheet=self.problem.sheet, values=((self._column, text),))
            self.decided.emit(f"Changed to “{text}”", decision)


class SettledLine(QFrame):
    """A settled row: one muted line with Undo."""

    undone = Signal()

    def __init__(self, row: SettledRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        number = label(f"{row.problem.row:,}", "muted")
        number.setFixedWidth(current().px(40))
        self.undo_button = Button("Undo", kind=LINK, small=True)
        self.undo_button.setAccessibleName(f"Line {row.problem.row}: undo {row.label}")
        self.undo_button.clicked.connect(self.undone)
        line_row = QHBoxLayout(self)
        line_row.setContentsMargins(0, 4, 0, 4)
        line_row.setSpacing(12)
        line_row.addWidget(number)
        line_row.addWidget(ElidedLabel(f"{row.problem.value or 'empty'}: {row.label}", "muted"), 1)
        line_row.addWidget(self.undo_button)
        self.setMinimumHeight(current().px(48))


class ImportProblems(QWidget):
    """All problem rows of one file, open and settled, in the order of the file."""

    decided = Signal(object, str, object)  # RejectedRow, label, RowDecision
    undone = Signal(object)  # SettledRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ProblemRow] = []
        self.settled_lines: list[SettledLine] = []
        self._shown: tuple[object, ...] = ()
        self._build()

    def _build(self) -> None:
        self.setObjectName("import_problems")
        self.setAccessibleName("Rows that need you")
        self._mark = IconLabel("warning-circle", "warn", size=18, weight="fill")
        self._title_label = label("", "body_strong")
        self._note_label = label("They stay out until settled; the rest can go in now", "muted_caption")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._title_label)
        head.addStretch(1)
        head.addWidget(self._note_label)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(self._rows)

    def show_rows(self, preview: FilePreview, settled: Sequence[SettledRow]) -> None:
        """Show the problems of a file and what was said about some of them."""
        answered = {(row.problem.row, row.problem.sheet) for row in settled}
        still_open = [one for one in preview.problems if (one.row, one.sheet) not in answered]
        shown = (preview.path, preview.sheet, tuple(still_open), tuple(settled))
        self.setVisible(bool(still_open or settled))
        if shown == self._shown:
            return
        self._shown = shown
        self._title_label.setText(need_words(len(still_open)) if still_open else "Every row is settled")
        self._mark.set_icon(
            "warning-circle" if still_open else "check-circle", "warn" if still_open else "good", weight="fill"
        )
        self._note_label.setVisible(bool(still_open))
        self._fill(preview, still_open, settled)

    def _fill(self, preview: FilePreview, still_open: Sequence[RejectedRow], settled: Sequence[SettledRow]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [ProblemRow(problem, preview) for problem in still_open[:MOST_SHOWN]]
        self.settled_lines = [SettledLine(row) for row in settled]
        for row in self.rows:
            row.decided.connect(partial(self.decided.emit, row.problem))
        for settled_line, row in zip(self.settled_lines, settled, strict=True):
            settled_line.undone.connect(partial(self.undone.emit, row))
        both = [(row.problem.row, row) for row in self.rows]
        both += [(row.problem.row, widget) for row, widget in zip(settled, self.settled_lines, strict=True)]
        for _number, widget in sorted(both, key=lambda pair: pair[0]):
            self._rows.addWidget(widget)
            self._rows.addWidget(line())
        if (more := len(still_open) - MOST_SHOWN) > 0:
            self._rows.addWidget(label(f"{more:,} more follow when these are settled.", "muted"))
