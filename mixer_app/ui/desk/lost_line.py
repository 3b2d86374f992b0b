"""The line under the search while the database does not answer: what is true then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from mixer_app.ui.widgets import restyle


class LostLine(QLabel):
    """Hidden while all is well; `spoke` carries what a screen reader says."""

    spoke = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lost_line")
        self.setWordWrap(True)
        restyle(self, look="body_strong", tone="bad")
        self.hide()

    def tell_lost(self, sentence: str) -> None:
        """The database does not answer: what is shown may be old, and nothing can be saved."""
        told = f"{sentence} Until then nothing is saved, and what is shown may be old."
        if self.isHidden() or self.text() != told:
            self.setText(told)
            self.show()
            self.spoke.emit(told)

    def tell_found(self) -> None:
        """The database answers again."""
        self.hide()
        self.spoke.emit("The database answers again")
