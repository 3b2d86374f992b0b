"""The search of the desk: it has the cursor whenever nothing else needs it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mixer_app.ui.widgets import SearchField


class DeskSearch(SearchField):
    """A large search field; Enter and Shift Enter ask for the check-in of the chosen hit."""

    entered = Signal(bool)  # with the badge

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Name, employer, email or badge code", name="Search people", large=True, parent=parent)
        self.setObjectName("desk_search")

    def tell_scanned(self, scanned: str, at: datetime) -> None:
        """Say at the right what was scanned, and when; nothing for what was typed."""
        if scanned:
            self.set_icon("barcode")
            self.set_note(f"{scanned} scanned {at.astimezone():%H:%M:%S}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
