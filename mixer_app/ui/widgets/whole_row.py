"""A row of words that go on below where the width ends."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame

from mixer_app.ui.theme import current


class WholeRow(QFrame):
    """Is as high as its words need at its width, whatever they say and however large the text: none is cut.

    It sees to that itself: a column of cards that each ask for a height for a width shares out less than
    they need where room is scarce.
    """

    least_px = 0  # at 100 %

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out once more: growing while it is about to be shown, the row hears of no new size."""
        super().showEvent(event)
        self._fit()
        if (layout := self.layout()) is not None:
            layout.setGeometry(self.contentsRect())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # words or the size of the text have changed
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            wraps = layout.hasHeightForWidth()
            needed = layout.totalHeightForWidth(self.width()) if wraps else layout.totalMinimumSize().height()
            self.setMinimumHeight(max(needed, current().px(self.least_px)))
