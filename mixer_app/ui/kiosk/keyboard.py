"""The keyboard on the screen: it types into a field that keeps the cursor."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.ui.kiosk.key_button import KeyButton
from mixer_app.ui.kiosk.key_layouts import ROW_WIDTH, Key, key_layouts
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.more_letters import MoreLetters

_DIGITS: Final = "digits"
_KEY: Final = 64
_STEP: Final = 72
_LOW_STEP: Final = 68


class ScreenKeyboard(QWidget):
    """Rows of 64 px keys, ten wide; one stop of Tab, arrows move, Space presses, Alt+Down offers accents."""

    typed = Signal(str)
    deleted = Signal()
    voice_wanted = Signal()
    rows_changed = Signal()
    """It is higher or lower than before: alphabets have four or five rows."""

    def __init__(self, look: KioskLook, layouts: Sequence[str]) -> None:
        super().__init__()
        self._look, self._layouts = look, list(dict.fromkeys(layouts))
        self._letters = self._layouts[0]
        self.layout_name = self._letters
        self._compact = self._low = False
        self._rows: list[list[KeyButton]] = []
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more_letters = MoreLetters(look, self)
        self.more_letters.chosen.connect(self.typed)
        self.more_letters.closed.connect(self._give_back_focus)
        self._holder: KeyButton | None = None
        look.changed.connect(self._relook)
        self.show_layout(self._letters)

    def show_layout(self, name: str) -> None:
        """Show this alphabet, or `digits`."""
        if name != _DIGITS:
            self._letters = name
        self.layout_name = name
        self._make_keys()

    def start_over(self, name: str) -> None:
        """Show the alphabet of a language, with nothing held."""
        self.more_letters.close_row()
        if name in self._layouts and name != self.layout_name:
            self.show_layout(name)

    def retranslate(self) -> None:
        """Name the keys in the language in use."""
        for button in self.buttons():
            button.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        """With digits behind a key of their own, or in a row."""
        if compact != self._compact:
            self._compact = compact
            self._make_keys()

    def set_low(self, *, low: bool) -> None:
        """With less room between its rows, or as usual."""
        if low != self._low:
            self._low = low
            self._relook()

    def usual_height(self) -> int:
        """How high it is with its usual room between the rows, in px."""
        return self._look.px((len(self._rows) - 1) * _STEP + _KEY)

    def buttons(self) -> list[KeyButton]:
        """All keys, row by row."""
        return [button for row in self._rows for button in row]

    def button(self, text: str) -> KeyButton:
        """The key that types `text`, or does it (`space`, `back`)."""
        return next(button for button in self.buttons() if text in (button.key.text, button.key.act))

    def sizeHint(self) -> QSize:
        gaps = len(self._rows) - 1
        return QSize(self._look.px((ROW_WIDTH - 1) * _STEP + _KEY), self._look.px(gaps * self._row_step() + _KEY))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        focused = next((button for button in self.buttons() if button.hasFocus()), None)
        if focused is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        self._go(focused, *steps[Qt.Key(event.key())])

    def _make_keys(self) -> None:
        self.more_letters.close_row()
        for button in self.buttons():
            button.hide()
            button.setParent(None)
            button.deleteLater()
        layout = key_layouts()[self.layout_name]
        self._rows = [
            [self._make(key) for key in row if self._is_there(key)] for row in layout.keys(compact=self._compact)
        ]
        self._rows[0][0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.updateGeometry()
        self._arrange()
        self.rows_changed.emit()

    def _make(self, key: Key) -> KeyButton:
        button = KeyButton(self._look, key, self)
        button.clicked.connect(self._pressed)
        button.held_down.connect(self._offer)
        button.show()
        return button

    def _is_there(self, key: Key) -> bool:
        """With one alphabet there is no other to go to."""
        return key.act != "globe" or len(self._layouts) > 1

    def _arrange(self) -> None:
        look = self._look
        for number, row in enumerate(self._rows):
            top, bottom = look.px(number * self._row_step()), look.px(number * self._row_step() + _KEY)
            for button in row:
                key = button.key
                left, end = look.px(key.left * _STEP), look.px((key.left + key.width) * _STEP - 8)
                button.setGeometry(left, top, end - left, bottom - top)

    def _row_step(self) -> int:
        return _LOW_STEP if self._low else _STEP

    def _relook(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _pressed(self) -> None:
        button = self.sender()
        if not isinstance(button, KeyButton):
            return
        act = button.key.act
        if not act or act == "space":
            self.typed.emit(button.key.text or " ")
        elif act == "back":
            self.deleted.emit()
        elif act == "voice":
            self.voice_wanted.emit()
        else:
            self.show_layout(self._next_layout(act))

    def _next_layout(self, act: str) -> str:
        if act == "digits":
            return _DIGITS
        if act == "letters":
            return self._letters
        return self._layouts[(self._layouts.index(self._letters) + 1) % len(self._layouts)]

    def _offer(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton):
            self._holder = button if button.hasFocus() else None
            self.more_letters.offer(button, by_keyboard=button.hasFocus())

    def _give_back_focus(self) -> None:
        if self._holder is not None:
            self._holder.setFocus(Qt.FocusReason.PopupFocusReason)
            self._holder = None

    def _go(self, button: KeyButton, down: int, along: int) -> None:
        """Give the keyboard to the neighbour, which becomes the stop of Tab."""
        number = next(place for place, row in enumerate(self._rows) if button in row)
        if down:
            row = self._rows[min(max(number + down, 0), len(self._rows) - 1)]
            middle = button.geometry().center().x()
            target = min(row, key=lambda other: abs(other.geometry().center().x() - middle))
        else:
            row = self._rows[number]
            target = row[min(max(row.index(button) + along, 0), len(row) - 1)]
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
