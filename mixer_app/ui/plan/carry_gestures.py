"""Mouse and keys while a chip is carried over the grid."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class CarryGestures(QObject):
    """Watches a grid; while `carrying`, its mouse and keys belong to the chip in the hand."""

    drag_begun = Signal(QModelIndex)
    moved_to = Signal(QPoint)  # in the viewport
    let_go = Signal()
    stepped = Signal(int, bool)  # -1 back, 1 on; over refused places too
    returned = Signal()

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid, self._viewport = grid, grid.viewport()
        self._pressed: tuple[QPoint, QModelIndex] | None = None
        self.carrying = False
        grid.installEventFilter(self)
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn what is done into signals; True keeps it from the grid."""
        if watched is self._viewport:  # not asked for anew: the grid may be going
            return isinstance(event, QMouseEvent) and self._take_mouse(event)
        if watched is not self._grid or not self.carrying:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.returned.emit()
            return False
        if not isinstance(event, QKeyEvent) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that no shortcut of the page takes the key
            return True
        return event.type() == QEvent.Type.KeyPress and self._take_key(event)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        position, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (position, self._grid.indexAt(position))
            if self.carrying:
                self.moved_to.emit(position)
            return self.carrying
        if kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(position)
            return True  # the grid would scroll and choose by itself
        if kind == QEvent.Type.MouseButtonRelease and self.carrying:
            self._pressed = None
            self.let_go.emit()
            return True
        return False

    def _drag(self, position: QPoint) -> None:
        if self.carrying:
            self.moved_to.emit(position)
            return
        if self._pressed is None:
            return
        start, index = self._pressed
        if (position - start).manhattanLength() >= QApplication.startDragDistance() and index.isValid():
            self._pressed = None
            self.drag_begun.emit(index)
            if self.carrying:
                self.moved_to.emit(position)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.let_go.emit()
        elif key == Qt.Key.Key_Escape:
            self.returned.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.returned.emit()
            return False
        return True
