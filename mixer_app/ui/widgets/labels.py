"""Texts: a label with a look, and one that ends in an ellipsis where it does not fit."""

import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str = "", look: str = "body", *, tone: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the looks of the style sheet, plain text only."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def from_the_left(text: str) -> str:
    """The same text laid out from the left, also when it begins with an Arabic or Hebrew name."""
    return f"\u200e{text}" if text[:1] and unicodedata.bidirectional(text[0]) in {"R", "AL"} else text


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and have it look again."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()
        widget.update()


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis; the whole is in the tooltip and the accessible name."""

    def __init__(self, text: str = "", look: str = "body", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.setText(text)

    @property
    def whole_text(self) -> str:
        """The text as it was set."""
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = min(self.sizeHint().width(), self.fontMetrics().horizontalAdvance("MMM…"))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        elided = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        super().setText(from_the_left(elided))
        self.setToolTip(self._whole if elided != self._whole else "")
