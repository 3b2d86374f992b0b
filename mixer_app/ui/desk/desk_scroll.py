"""What lies under the search: who is meant, and below it the walk-in form; scrolled where both need more room."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui.desk.hits_place import HitsPlace

_GAP: Final = 16
_AROUND: Final = 8  # so much is shown beside what has the cursor: its ring


class DeskScroll(QScrollArea):
    """Brings whatever has the cursor into sight, however it came there and however large the text is."""

    def __init__(self, place: HitsPlace, below: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._below = place, below
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._place, 1)
        if self._below is not None:
            column.addWidget(self._below)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def _connect(self) -> None:
        self._place.use_room(self._room)
        self._place.turned.connect(self._show_top)
        self.verticalScrollBar().rangeChanged.connect(self._bring)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._place, self._place.fit)

    def _room(self) -> int:
        """How high the place may be for all to be seen without scrolling."""
        below = self._below
        if below is None or below.isHidden():
            return self.viewport().height()
        height = below.heightForWidth(below.width()) if below.hasHeightForWidth() else below.sizeHint().height()
        return self.viewport().height() - height - _GAP

    def _show_top(self) -> None:
        """Something else is shown: from its beginning, unless the cursor is elsewhere in here."""
        self.verticalScrollBar().setValue(0)
        self._bring()

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._bring()
            QTimer.singleShot(0, self, self._bring)  # what was hidden until now has its place with the next layout

    @Slot()
    def _bring(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now) or now is self:
            return
        whole = self._below if self._below is not None and self._below.isAncestorOf(now) else self._place
        if whole.height() > self.viewport().height():
            self.verticalScrollBar().setValue(whole.y())
            self.ensureWidgetVisible(now, 0, _AROUND)
        else:
            self.ensureWidgetVisible(whole, 0, 0)
