"""The columns of a file: what each is called, what is in it, and what it means."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.imports import FIELD_TITLES, ColumnChoice, Decided, Field
from mixer_app.ui.people.import_words import (
    DECIDED_WORDS,
    columns_words,
    columns_worth_showing,
    samples_words,
)
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import LINK, Button, ElidedLabel, IconLabel, StatusMark, label, line

_ICONS: Final = {
    Decided.REMEMBERED: ("clock-counter-clockwise", "text_muted"),
    Decided.GUESSED: ("magic-wand", "text_muted"),
    Decided.PLEASE_CHECK: ("question", "warn"),
    Decided.GIVEN: ("check", "text_muted"),
}


class FieldComboBox(QComboBox):
    """What a column means; the wheel scrolls the sheet and changes nothing."""

    field_chosen = Signal(object)  # Field

    def __init__(self, column: ColumnChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"field_of_{column.header}")
        self.setAccessibleName(f"What “{column.header}” means")
        self.setProperty("small", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        for field, title in FIELD_TITLES.items():
            self.addItem(title, field)
        self.setCurrentIndex(list(FIELD_TITLES).index(column.field))
        if column.how is Decided.PLEASE_CHECK:
            self.setProperty("tone", "warn")
        self.activated.connect(self._chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _chosen(self, position: int) -> None:
        self.field_chosen.emit(Field(self.itemData(position)))


class ImportColumns(QWidget):
    """One row for each column; of many columns first those that a person should look at."""

    field_chosen = Signal(str, object)  # column title, Field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[ColumnChoice] = ()
        self._all = False
        self.combos: dict[str, FieldComboBox] = {}
        self._build()

    def _build(self) -> None:
        self.setObjectName("import_columns")
        self._note_label = label("", "muted_caption")
        self.all_button = Button("Show all", kind=LINK, small=True)
        self.all_button.setObjectName("all_columns_button")
        self.all_button.clicked.connect(self._all_clicked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Columns", "body_strong"))
        head.addStretch(1)
        head.addWidget(self._note_label)
        head.addWidget(self.all_button)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._rows)

    def show_columns(self, columns: Sequence[ColumnChoice], *, other_file: bool) -> None:
        """Show these columns; another file begins with the short list again."""
        self._all = self._all and not other_file
        if tuple(columns) != self._columns or other_file:
            self._columns = tuple(columns)
            self._fill()

    def shown_columns(self) -> Sequence[ColumnChoice]:
        """All columns of the file, as they are understood now."""
        return self._columns

    def first_to_check(self) -> QWidget | None:
        """The first combo that asks for a look."""
        for column in self._columns:
            if column.how is Decided.PLEASE_CHECK and column.header in self.combos:
                return self.combos[column.header]
        return None

    def _all_clicked(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        had_focus = next((header for header, combo in self.combos.items() if combo.hasFocus()), None)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.combos = {}
        worth = columns_worth_showing(self._columns)
        shown = list(self._columns) if self._all else worth
        self._note_label.setText(columns_words(len(shown), self._columns))
        self.all_button.setVisible(len(shown) < len(self._columns))
        for position, column in enumerate(shown):
            self._add_row(2 * position, column)
        for position, share in ((0, 25), (1, 26), (3, 32), (4, 17)):
            self._grid.setColumnStretch(position, share)
        if had_focus in self.combos:
            self.combos[had_focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, row: int, column: ColumnChoice) -> None:
        combo = FieldComboBox(column)
        combo.field_chosen.connect(partial(self.field_chosen.emit, column.header))
        self.combos[column.header] = combo
        icon, role = _ICONS[column.how]
        look = "caption" if column.how is Decided.PLEASE_CHECK else "muted_caption"
        title = ElidedLabel(" ".join(column.header.split()) or "no title", "body")
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(ElidedLabel(samples_words(column.samples) or "empty", "muted"), row, 1)
        self._grid.addWidget(IconLabel("arrow-right", size=16), row, 2)
        self._grid.addWidget(combo, row, 3)
        self._grid.addWidget(StatusMark(icon, DECIDED_WORDS[column.how], role, look=look, size=14), row, 4)
        self._grid.setRowMinimumHeight(row, current().px(40))
        self._grid.addWidget(line(), row + 1, 0, 1, 5)
