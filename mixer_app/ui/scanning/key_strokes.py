"""What a key of the system is as a stroke of a scanner: its character, and where it is on the keyboard."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from mixer_app.domain.keyboards import EVDEV_KEYS, MAC_KEYS
from mixer_app.domain.scanning import Stroke

_X_OFFSET: Final = 8  # X and Wayland number keys from 8 on
_LINUX: Final = frozenset({"xcb", "wayland", "wayland-egl", "eglfs", "linuxfb"})
_DEAD: Final = {
    Qt.Key.Key_Dead_Circumflex: "^",
    Qt.Key.Key_Dead_Acute: "´",
    Qt.Key.Key_Dead_Grave: "`",
    Qt.Key.Key_Dead_Diaeresis: "¨",
    Qt.Key.Key_Dead_Tilde: "~",
    Qt.Key.Key_Dead_Caron: "ˇ",
    Qt.Key.Key_Dead_Cedilla: "¸",
    Qt.Key.Key_Dead_Abovering: "°",
    Qt.Key.Key_Dead_Breve: "˘",
    Qt.Key.Key_Dead_Macron: "¯",
}
_BESIDE_LETTERS: Final = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch}
)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_beside_letters(event: QKeyEvent) -> bool:
    """Whether this key only changes what others give, such as the Shift before every capital letter."""
    return event.key() in _BESIDE_LETTERS


def stroke_of(event: QKeyEvent, platform: str) -> Stroke | None:
    """The stroke that this key may be of a scan; None for commands, arrows and keys that are held down.

    `platform` is Qt's name of the windowing system, which numbers the keys in its own way.
    """
    if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
        return None
    us_key = _us_key(event, platform)
    dead = _DEAD.get(Qt.Key(event.key())) if not event.text() else None
    if dead is not None:
        return Stroke(text=dead, us_key=us_key, dead=True)
    if not event.text() or not _is_written(event.text()):
        return None
    return Stroke(text=event.text(), us_key=us_key)


def stroke_of_commit(event: QInputMethodEvent) -> Stroke | None:
    """The letter that a dead key and a letter gave where the system puts them together; None: more than that."""
    written = event.commitString()
    return Stroke(text=written) if 0 < len(written) <= 2 and not event.preeditString() else None


def _is_written(text: str) -> bool:
    return text.isprintable() or text == "\u200c"  # on a key of the Persian layout


def _us_key(event: QKeyEvent, platform: str) -> str:
    if platform in _LINUX:
        return EVDEV_KEYS.get(event.nativeScanCode() - _X_OFFSET, "")
    if platform == "windows":
        return EVDEV_KEYS.get(event.nativeScanCode(), "")
    if platform == "cocoa":
        return MAC_KEYS.get(event.nativeVirtualKey(), "")
    return ""
