"""What staff decided about pairs, and lifting it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.services.decided_pairs import DecidedPair
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.labels import from_the_left, label

NOTHING: Final = "Nothing is decided about any pair: every plan is free to seat them as is best."


class DecidedView(QWidget):
    """The content of the panel: one line for each pair."""

    lift_asked = Signal(object)
    """The `DecidedPair`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._lines: list[QWidget] = []
        self.lift_buttons: list[Button] = []

    def show_pairs(self, pairs: Sequence[DecidedPair]) -> None:
        """Show what is decided."""
        for entry in self._lines:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.lift_buttons = []
        self._lines = [self._line(pair) for pair in pairs] or [label(NOTHING, "muted", wrap=True)]
        for position, entry in enumerate(self._lines):
            self._column.insertWidget(position, entry)

    def _line(self, pair: DecidedPair) -> QWidget:
        entry = QWidget()
        button = Button("Lift", small=True)
        button.setAccessibleName(f"Lift that {pair.sentence}")
        button.clicked.connect(partial(self.lift_asked.emit, pair))
        self.lift_buttons.append(button)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(from_the_left(f"{pair.sentence}."), "body", wrap=True), 1)
        row.addWidget(button)
        return entry
