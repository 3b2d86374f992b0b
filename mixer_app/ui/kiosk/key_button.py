"""One key of the keyboard on the screen; held, it offers more letters."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import TouchButton
from mixer_app.ui.kiosk.fitting import Room, fit_text
from mixer_app.ui.kiosk.key_layouts import Key
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.words import say

HOLD_MS = 450
"""For how long a key is held to offer more letters."""

_ICONS = {"globe": "globe", "back": "backspace"}
_WORDS = {
    "globe": words.OTHER_LETTERS,
    "back": words.DELETE,
    "space": words.SPACE,
    "digits": words.DIGITS,
    "letters": words.LETTERS,
    "voice": words.VOICING,
}
_FACES = {"digits": "123", "letters": "ABC", "voice": "゛゜小"}


class KeyButton(TouchButton):
    """A key; it never takes the cursor from the field when it is touched."""

    held_down = Signal()
    arrows_are_the_parents = True

    def __init__(self, look: KioskLook, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.key = key
        self._offered = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName(f"key_{key.act or key.text}")
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self._offer)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the key in the language in use."""
        name = say(_WORDS[self.key.act]) if self.key.act else self.key.text
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(self.key.held))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._offered = False
        if self.key.held:
            self._timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._timer.stop()
        if self._offered:
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.key.held and (alt_down or event.key() == Qt.Key.Key_Menu):
            self.held_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        self.ground(painter)
        act = self.key.act
        if act in _ICONS:
            side = look.px(26)
            box = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            paint_icon(painter, box, _ICONS[act], "text_muted")
            return
        face = _FACES.get(act) or (say(words.SPACE) if act == "space" else self.key.text)
        room = Room(width=self.width() - look.px(6), line_height=look.line(), least=0.5)
        shown = fit_text(face, look.font(), room, Qt.LayoutDirection.LeftToRight)
        color = look.color("text_muted" if act else "text")
        shown.paint(painter, self.rect(), Qt.AlignmentFlag.AlignHCenter, color)

    def _offer(self) -> None:
        self._offered = True
        self.setDown(False)
        self.held_down.emit()
