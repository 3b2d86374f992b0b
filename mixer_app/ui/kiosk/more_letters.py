"""The letters that a held key offers, in a row above it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QWidget

from mixer_app.ui.kiosk.key_button import KeyButton
from mixer_app.ui.kiosk.key_layouts import Key
from mixer_app.ui.kiosk.look import KioskLook

_COLUMNS = 5


class MoreLetters(QFrame):
    """Lies within the width of the keyboard until a letter is chosen or something else is touched."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: KioskLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.keys: list[KeyButton] = []
        self._grid = QGridLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.hide()

    def offer(self, button: KeyButton, *, by_keyboard: bool) -> None:
        """Show the letters of `button` above it; from the keyboard the first one is ready to be pressed."""
        page = self._page(button)
        self.setParent(page)
        self._fill(button.key)
        self.adjustSize()
        over = button.mapTo(page, QPoint(button.width() // 2, 0))
        keyboard = button.parentWidget() or button
        first = keyboard.mapTo(page, QPoint()).x()
        left = min(max(over.x() - self.width() // 2, first), first + keyboard.width() - self.width())
        self.move(left, max(0, over.y() - self.height() - self._look.px(4)))
        self.show()
        self.raise_()
        if by_keyboard:
            self.keys[0].setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def close_row(self) -> None:
        """Offer nothing any more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent)
        if pressed and isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched):
            self.close_row()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt calls it so
        """Tab gives the keyboard back to the key that offered them."""
        self.close_row()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: _COLUMNS, Qt.Key.Key_Up: -_COLUMNS}
        now = next((place for place, key in enumerate(self.keys) if key.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        elif event.key() in steps:
            place = min(max(now + steps[Qt.Key(event.key())], 0), len(self.keys) - 1)
            self.keys[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface_raised"))
        painter.setPen(QPen(look.color("accent"), look.px(2)))
        radius = look.px(12)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)

    @staticmethod
    def _page(button: KeyButton) -> QWidget:
        """What the keyboard lies on: the letters of its first row have room above it."""
        keyboard = button.parentWidget() or button
        return keyboard.parentWidget() or keyboard

    def _fill(self, of: Key) -> None:
        for key in self.keys:
            self._grid.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = [KeyButton(self._look, Key(text=letter), self) for letter in of.held]
        margin = self._look.px(8)
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setSpacing(self._look.px(8))
        for place, key in enumerate(self.keys):
            key.setFixedSize(self._look.px(64), self._look.px(64))
            key.clicked.connect(self._choose)
            self._grid.addWidget(key, place // _COLUMNS, place % _COLUMNS)
            key.show()

    def _choose(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.close_row()
            self.chosen.emit(key.key.text)
