"""A line of text in which every script stands on the same line."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLineEdit, QWidget


class LineField(QLineEdit):
    """A field for names and other words that are in Arabic, Hindi or Thai at times.

    Qt draws letters of a face that is higher than the field's own too high: it both centres them by their
    height and lifts them by what they rise above the own face (seen in 6.11).
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textChanged.connect(self._lower)
        self._lower(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._lower(self.text())

    def _lower(self, text: str) -> None:
        """Draw the text as much lower as Qt draws it too high; the field stays as high as it is."""
        higher = 0 if text.isascii() else self._line_height(text) - self._line_height("x")
        lower, around = round(higher / 2), self.textMargins()
        if lower != around.top():
            self.setTextMargins(around.left(), lower, around.right(), -lower)

    def _line_height(self, text: str) -> float:
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return line.height()
