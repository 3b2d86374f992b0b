"""Who else this person met, besides the plan: so that both can answer about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.services.search import PeopleIndex
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.widgets import label


class AlsoMet(QWidget):
    """`met` carries the other's number; `left` that nobody is meant."""

    met = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_field = FindPerson(prompt="Who else did they meet? Name or badge code", note="")
        self.find_field.setObjectName("also_met_field")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(12)
        row.addWidget(label("Also met", "body_strong"))
        row.addWidget(self.find_field, 1)
        self.find_field.person_chosen.connect(self.met)
        self.hide()

    def set_index(self, index: PeopleIndex) -> None:
        """Look among these people."""
        self.find_field.set_index(index)

    def open_empty(self) -> None:
        """Ask who it was."""
        self.find_field.clear()
        self.show()
        self.find_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
