"""The keys of the sheet, which a click presses too."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.key_cap import KeyHint


class SheetFoot(QWidget):
    """`pressed` tells the letter of a key, or its name."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_hint = KeyHint("N", "Note")
        self.referral_hint = KeyHint("R", "Referral")
        self.met_hint = KeyHint("A", "Also met")
        self.back_hint = KeyHint("Backspace", "One back")
        self.next_hint = KeyHint("Enter", "Next sheet")
        hints = {
            "n": self.note_hint,
            "r": self.referral_hint,
            "a": self.met_hint,
            "back": self.back_hint,
            "next": self.next_hint,
        }
        for key, hint in hints.items():
            hint.clicked.connect(partial(self._press, key))
        first = [hint for hint in hints.values() if hint is not self.next_hint]
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.addWidget(FlowRow(first, at_end=(self.next_hint,), spacing=16))

    def show_for(self, *, lines: bool, mentees: bool) -> None:
        """Offer what makes sense on this sheet: without lines there is nothing to note."""
        for hint in (self.note_hint, self.back_hint):
            hint.setVisible(lines)
        self.referral_hint.setVisible(mentees)

    def _press(self, key: str, _checked: bool = False) -> None:
        self.pressed.emit(key)
