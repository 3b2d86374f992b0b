"""The search of the desk: it has the cursor whenever nothing else needs it."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
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

    def event(self, event: QEvent) -> bool:
        """Ctrl Z belongs to the field only while something is typed in it."""
        if isinstance(event, QKeyEvent) and self._leaves_to_the_window(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves_to_the_window(self, event: QKeyEvent) -> bool:
        asks = event.type() is QEvent.Type.ShortcutOverride
        return asks and not self.text() and event.matches(QKeySequence.StandardKey.Undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
