"""Texts: a label with a look, and one that ends in an ellipsis where it does not fit."""

import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
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


def cut_to_fit(text: str, metrics: QFontMetrics, width: int) -> str:
    """`text` as far as it fits; Arabic and Hebrew are cut between words, with the ellipsis where reading ends."""
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = cut.rstrip("…\u200d")
    letters = kept.rstrip()
    if cut == text or not letters or unicodedata.bidirectional(letters[-1]) not in {"R", "AL", "NSM"}:
        return cut
    words, blank, _ = letters.rpartition(" ")
    whole = kept != letters or text[len(letters) : len(letters) + 1].isspace()
    return f"{letters if whole or not blank else words}…\u200f"  # the mark keeps the ellipsis left of the last word


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


class LineLabel(QLabel):
    """Words that would stand in one line, and go on below where that has no room."""

    def __init__(self, text: str = "", look: str = "body", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.fontMetrics().height())


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis; the whole, or `tip`, is in the tooltip."""

    def __init__(
        self, text: str = "", look: str = "body", *, tone: str = "", tip: str = "", parent: QWidget | None = None
    ) -> None:
        self._whole = ""
        self._hints: tuple[QSize, QSize] | None = None  # layouts ask many times for each text
        super().__init__(parent)
        self._tip = tip
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_text(text)

    @property
    def whole_text(self) -> str:
        """The text as it was set."""
        return self._whole

    def setText(self, text: str) -> None:
        if text != self._whole:
            self._show_text(text)

    def _show_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        return self._measured()[1]

    def _measured(self) -> tuple[QSize, QSize]:
        """What the whole text wants, and what the label can do with."""
        if self._hints is None:
            self.ensurePolished()
            around = self.contentsMargins().left() + self.contentsMargins().right()
            width = self.fontMetrics().horizontalAdvance(self._whole) + 2 + around
            least = min(width, self.fontMetrics().horizontalAdvance("MMM…"))
            heights = super().sizeHint().height(), super().minimumSizeHint().height()
            self._hints = QSize(width, heights[0]), QSize(least, heights[1])
        return self._hints

    def updateGeometry(self) -> None:
        """Measure anew: borders or words are others."""
        self._hints = None
        super().updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        self._hints = None  # the font may be another
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        elided = cut_to_fit(self._whole, self.fontMetrics(), max(self.contentsRect().width(), 0))
        super().setText(from_the_left(elided))
        tip = self._tip or (self._whole if elided != self._whole else "")
        if tip != self.toolTip():
            self.setToolTip(tip)
