"""The line under the search while the database does not answer: what is true then."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from mixer_app.ui.widgets import restyle

ON_PAPER: Final = "Write the name of a walk-in on paper, and add them when the connection is back."


class LostLine(QLabel):
    """Hidden while all is well; `spoke` carries what a screen reader says, `turned` what is shown or nothing."""

    spoke = Signal(str)
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goes_on = ""
        self.setObjectName("lost_line")
        self.setWordWrap(True)
        restyle(self, look="body_strong", tone="bad")
        self.hide()

    def tell_lost(self, sentence: str) -> None:
        """The database does not answer: what is shown may be old, and nothing can be saved."""
        if not self._goes_on:
            self._tell(f"{sentence} Until then nothing is saved, and what is shown may be old.", "bad")

    def tell_found(self) -> None:
        """The database answers again."""
        if not self._goes_on and not self.isHidden():
            self.hide()
            self.turned.emit("")
            self.spoke.emit("The database answers again")

    def tell_away(self, sentence: str) -> None:
        """The server is away, and check-in goes on without it."""
        self._goes_on = sentence
        self._tell(f"{sentence} {ON_PAPER}", "warn")

    def tell_back(self) -> None:
        """The server is there again."""
        self._goes_on = ""
        self.tell_found()

    def _tell(self, told: str, tone: str) -> None:
        if self.isHidden() or self.text() != told:
            restyle(self, look="body_strong", tone=tone)
            self.setText(told)
            self.show()
            self.turned.emit(told)
            self.spoke.emit(told)
