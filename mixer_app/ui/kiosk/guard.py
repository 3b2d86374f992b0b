"""Keeps people in front of a kiosk inside it: keys, menus, dragging and closing that lead out are refused."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_ALLOWED_WITH_CTRL: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right}
_ALLOWED_WITH_CTRL_EDIT: Final = {
    Qt.Key.Key_A,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_ALLOWED_WITH_ALT: Final = {Qt.Key.Key_Down}
_FUNCTION_KEYS: Final = {Qt.Key(Qt.Key.Key_F1 + number) for number in range(35)}
_LEAVING_KEYS: Final = _FUNCTION_KEYS | {
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Print,
    Qt.Key.Key_SysReq,
    Qt.Key.Key_Help,
    Qt.Key.Key_HomePage,
    Qt.Key.Key_Close,
    Qt.Key.Key_Exit,
    Qt.Key.Key_LogOff,
    Qt.Key.Key_Copy,
    Qt.Key.Key_Cut,
    Qt.Key.Key_Paste,
}
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_REFUSED: Final = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.Clipboard,
    QEvent.Type.WhatsThis,
    QEvent.Type.ToolTip,
}
_ACTS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
)


class KioskGuard(QObject):
    """Watches every event of the kiosk's window while the kiosk is open."""

    touched = Signal()
    """Somebody is there."""
    staff_wanted = Signal()
    """Ctrl+Alt+L."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def stand(self, *, on: bool) -> None:
        """Begin or stop to refuse."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _REFUSED and kind not in _KEYS and kind not in _ACTS:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if kind in _REFUSED:
            return True
        if isinstance(event, QKeyEvent) and self._leads_out(event):
            self._refuse(event)
            return True
        if kind in _ACTS:
            self.touched.emit()
        return False

    def _leads_out(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _LEAVING_KEYS or held & _META:
            return True
        if held & _CTRL and held & _ALT:
            return not event.text().isprintable() or not event.text() or key == Qt.Key.Key_L  # AltGr types letters
        if held & _CTRL:
            return key not in _ALLOWED_WITH_CTRL | _ALLOWED_WITH_CTRL_EDIT | {Qt.Key.Key_Control, Qt.Key.Key_Shift}
        return bool(held & _ALT) and key not in _ALLOWED_WITH_ALT | {Qt.Key.Key_Alt, Qt.Key.Key_Shift}

    def _refuse(self, event: QKeyEvent) -> None:
        event.accept()
        both = event.modifiers() & _CTRL and event.modifiers() & _ALT
        if event.type() == QEvent.Type.KeyPress and both and event.key() == Qt.Key.Key_L:
            self.staff_wanted.emit()
