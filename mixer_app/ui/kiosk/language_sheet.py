"""The languages over whatever screen is shown; a touch on one closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.language_grid import LanguageGrid
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say


class LanguageSheet(QWidget):
    """Covers the content, not the header, so that the same button closes it."""

    chosen = Signal(str)
    covers = Signal(bool)
    """It opened over the page, or closed again."""

    def __init__(self, look: KioskLook, languages: Sequence[Language], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.heading = Words(look, "kiosk_display")
        self.grid = LanguageGrid(look, languages)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.grid)
        self._column.addStretch(1)
        self.grid.chosen.connect(self.chosen)
        look.changed.connect(self._relook)
        self._relook()
        self.hide()

    def open_sheet(self, code: str) -> None:
        """Offer the languages; the one in use is marked and has the keyboard."""
        self.grid.show_chosen(code)
        self.retranslate()
        self.show()
        self.raise_()
        for button in self.grid.buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Say the heading in the language in use."""
        self.heading.setText(say(words.LANGUAGE))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.covers.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.covers.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            event.accept()  # what is covered gets no letters

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("canvas"))

    def _relook(self) -> None:
        look = self._look
        self._column.setContentsMargins(look.margin, look.px(16), look.margin, look.margin)
        self._column.setSpacing(look.px(24))
