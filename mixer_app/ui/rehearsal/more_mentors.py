"""What one more mentor of each kind would bring: a bar with its range, and a sentence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.services.evenings_account import MoreMentors
from mixer_app.services.evenings_words import kind_words, more_mentors_words, supply_words
from mixer_app.services.mentor_kinds import Trait
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import IconLabel, label, line
from mixer_app.ui.widgets.ranges import RangeBar

_NAME_WIDTH = 208


class MoreMentorsView(QWidget):
    """A row for each kind; rows are kept while their figures grow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("One more mentor")
        self.rows: list[MoreMentorsRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(line())
        column.addWidget(label("One more mentor", "body_strong"))
        column.addWidget(
            label(
                "The same evenings once more, with one mentor more who is there all evening. "
                "Bars are solid up to the low end of the range, faint up to its high end.",
                "muted_caption",
                wrap=True,
            )
        )
        column.addLayout(self._rows)

    def show_kinds(self, more: Sequence[MoreMentors]) -> None:
        """Show what each kind brings."""
        kinds = [one.kind for one in more]
        if [row.kind for row in self.rows] != kinds:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [MoreMentorsRow(one) for one in more]
            for row in self.rows:
                self._rows.addWidget(row)
        of_all = max((one.gain.high for one in more if one.kind.trait is Trait.ANY), default=0.0)
        of_kinds = max((one.gain.high for one in more if one.kind.trait is not Trait.ANY), default=0.0)
        for row, one in zip(self.rows, more, strict=True):
            row.show_gain(one, of_all if one.kind.trait is Trait.ANY else of_kinds)


class MoreMentorsRow(QWidget):
    """Name and shortness at the left, bar and sentence at the right."""

    def __init__(self, one: MoreMentors) -> None:
        super().__init__()
        self.kind = one.kind
        self.sentence_label = label("", "body", wrap=True)
        self.bar = RangeBar("mentor" if one.kind.trait is Trait.ANY else "mentee")
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(label(kind_words(one.kind), "body_strong", wrap=True), 0 if one.kind.sensitive else 1)
        if one.kind.sensitive:
            private = IconLabel("eye-slash", size=16)
            private.setAccessibleName("private")
            name.addWidget(private)
            name.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(name)
        left.addWidget(label(supply_words(one.kind), "muted_caption", wrap=True))
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self.bar)
        right.addWidget(self.sentence_label)
        right.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnMinimumWidth(0, current().px(_NAME_WIDTH))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)

    def show_gain(self, one: MoreMentors, most: float) -> None:
        """Show what it brings, on a scale up to `most`."""
        words = more_mentors_words(one)
        self.sentence_label.setText(words)
        self.bar.show_range(one.gain.low, one.gain.high, most, words)
