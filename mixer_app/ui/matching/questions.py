"""Criteria that the organizer makes from the questions of the registration."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.events import QuestionCriterion, QuestionKind
from mixer_app.services.matching_questions import AskedQuestion, in_order
from mixer_app.services.rules_words import KIND_WORDS
from mixer_app.ui.matching.order_editor import OrderEditor
from mixer_app.ui.matching.weights import ShareField
from mixer_app.ui.widgets import Button, ElidedLabel, IconButton, label, menu

_MUST: Final = {
    QuestionKind.OVERLAP: "Never meet without one in common",
    QuestionKind.SAME: "Never meet with different answers",
    QuestionKind.DIFFERENT: "Never meet with the same answer",
}


class QuestionRow(QFrame):
    """One question: how its answers compare, its weight, whether it is a must, the order of its answers."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, criterion: QuestionCriterion, asked: AskedQuestion | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._criterion, self._asked = criterion, asked
        name = criterion.question
        self.setProperty("look", "well")
        self.kind_box = QComboBox()
        self.kind_box.setAccessibleName(f"How answers to “{name}” count")
        for kind, words in KIND_WORDS.items():
            self.kind_box.addItem(words, kind)
        self.kind_box.setCurrentIndex(list(KIND_WORDS).index(criterion.kind))
        self.share = ShareField(criterion.weight, f"Weight of “{name}”")
        self.must_box = QCheckBox()
        self.must_box.setChecked(criterion.hard)
        self.remove_button = IconButton("trash", f"Remove “{name}”", small=True)
        self.order = OrderEditor(f"Answers to “{name}”")
        self.order.show_order(in_order(criterion.scale, asked.answers if asked and asked.needs_order() else ()))
        self._build()
        self._connect()
        self._fit()

    def _build(self) -> None:
        head, controls = QHBoxLayout(), QHBoxLayout()
        head.addWidget(ElidedLabel(self._criterion.question, "body_strong"), 1)
        head.addWidget(self.remove_button)
        controls.setSpacing(12)
        controls.addWidget(self.kind_box, 1)
        controls.addWidget(self.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(label(_answered(self._asked), "muted_caption", wrap=True))
        column.addLayout(controls)
        column.addWidget(self.must_box)
        column.addWidget(self.order)

    def _connect(self) -> None:
        self.kind_box.activated.connect(self._take_kind)
        self.share.changed.connect(self.changed)
        self.must_box.toggled.connect(self.changed)
        self.order.changed.connect(self.changed)
        self.remove_button.clicked.connect(self.removed)

    def criterion(self) -> QuestionCriterion:
        """The rule as it stands here."""
        kind = QuestionKind(self.kind_box.currentData())
        return replace(
            self._criterion,
            kind=kind,
            weight=self.share.weight,
            hard=self.must_box.isChecked() and kind in _MUST,
            scale=self.order.order() if kind is QuestionKind.GAP else self._criterion.scale,
        )

    def _take_kind(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        kind = QuestionKind(self.kind_box.currentData())
        self.must_box.setVisible(kind in _MUST)
        self.must_box.setText(_MUST.get(kind, ""))
        self.must_box.setAccessibleName(f"{_MUST.get(kind, '')}: {self._criterion.question}")
        self.order.setVisible(kind is QuestionKind.GAP and bool(self.order.order()))


class QuestionRows(QWidget):
    """The questions that count, and a button for one more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QuestionRow] = []
        self._asked: Sequence[AskedQuestion] = ()
        self.add_button = Button("Let a question count", icon_name="plus")
        self._menu = menu(self.add_button)
        self.add_button.setMenu(self._menu)
        self._none_label = label("No question of the registration counts yet.", "muted", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none_label)
        column.addLayout(self._column)
        column.addLayout(foot)

    def show_questions(self, criteria: Sequence[QuestionCriterion], asked: Sequence[AskedQuestion]) -> None:
        """Show these rules; `asked` are all questions there are."""
        self._asked = asked
        while self.rows:
            self._take_out(self.rows[0])
        for criterion in criteria:
            self._put_in(criterion)
        self._fit()

    def criteria(self) -> tuple[QuestionCriterion, ...]:
        """The rules as they stand here."""
        return tuple(row.criterion() for row in self.rows)

    def add_question(self, question: str) -> None:
        """Let a question count from now on."""
        found = next(one for one in self._asked if one.question == question)
        row = self._put_in(found.criterion())
        self._fit()
        row.kind_box.setFocus()
        self.changed.emit()

    def show_shares(self, whole: float) -> None:
        """Show the share of each in the sum of all weights."""
        for row in self.rows:
            row.share.show_share(whole)

    def _put_in(self, criterion: QuestionCriterion) -> QuestionRow:
        known = {one.question.casefold(): one for one in self._asked}
        row = QuestionRow(criterion, known.get(criterion.question.casefold()))
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # now, not with the next turn of the loop: the focus goes into it
        return row

    def _remove(self, row: QuestionRow) -> None:
        self._take_out(row)
        self._fit()
        self.add_button.setFocus()
        self.changed.emit()

    def _take_out(self, row: QuestionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _fit(self) -> None:
        counting = {row.criterion().question.casefold() for row in self.rows}
        free = [one for one in self._asked if one.question.casefold() not in counting]
        self._menu.clear()
        for one in free:
            self._menu.addAction(one.question, partial(self.add_question, one.question))
        self.add_button.setEnabled(bool(free))
        self._none_label.setVisible(not self.rows)


def _answered(asked: AskedQuestion | None) -> str:
    if asked is None:
        return "Nobody has answered it yet"
    mentees = f"{asked.mentees} {'mentee' if asked.mentees == 1 else 'mentees'}"
    mentors = f"{asked.mentors} {'mentor' if asked.mentors == 1 else 'mentors'}"
    return f"Answered by {mentees} and {mentors}; who did not answer is neither better nor worse"
