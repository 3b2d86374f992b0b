"""The way out for staff: a pad of digits, wrong ones cost time."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.field import PrivateEdit
from mixer_app.ui.kiosk.key_button import KeyButton
from mixer_app.ui.kiosk.key_layouts import Key
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.tab_order import one_of
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce

_FEWEST: Final = 4
_COLUMNS: Final = 3
_PAD: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back")


class DigitPad(QWidget):
    """The digits as on a telephone, from the left in every language; one stop of Tab, arrows move."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.keys: list[KeyButton] = []
        for place, name in enumerate(_PAD):
            if name:
                key = KeyButton(look, Key(act=name) if name == "back" else Key(text=name))
                key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self.keys.append(key)
                self.grid.addWidget(key, *divmod(place, _COLUMNS))

    def tab_stops(self) -> list[QWidget]:
        """One stop: the key that has the keyboard, else the first."""
        return one_of(self.keys, self.keys[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        focused = next((key for key in self.keys if key.hasFocus()), None)
        if focused is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        row, column, *_ = self.grid.getItemPosition(self.grid.indexOf(focused))  # type: ignore[misc]  # the stub says object
        down, along = steps[Qt.Key(event.key())]
        target = self.grid.itemAtPosition(row + down, column + along)
        if target is not None and (key := target.widget()) is not None:
            key.setFocus(Qt.FocusReason.OtherFocusReason)


class PinPage(KioskPage):
    """What is typed is never shown; nothing of it is kept."""

    pin_typed = Signal(str)
    left = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self._wait, self._busy, self._said = 0, False, words.PIN_LEAVES
        self._build()
        self.edit.returnPressed.connect(self.go_forward)
        self.edit.escaped.connect(self.left)
        self.edit.textChanged.connect(self._typed)
        look.changed.connect(self._relook)
        self._relook()

    def show_wrong(self) -> None:
        """It was not the PIN."""
        self._answer(words.WRONG_PIN)

    def show_unread(self) -> None:
        """It could not be looked at."""
        self._answer(words.PIN_UNREAD)

    def show_wait(self, wait_seconds: int) -> None:
        """No PIN is looked at for so long; the wait goes down, and then the field has the cursor again."""
        if wait_seconds == self._wait:
            return
        begins, over = wait_seconds > self._wait, not wait_seconds
        self._wait = wait_seconds
        self.retranslate()
        if begins:
            announce(self, say(words.WAIT_SECONDS, seconds=wait_seconds))
        if over:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.heading.setText(say(words.STAFF_PIN))
        self.edit.setAccessibleName(say(words.STAFF_PIN))
        usual = self._said == words.PIN_LEAVES
        said = [] if usual and self._wait else [say(self._said)]
        waits = [say(words.WAIT_SECONDS, seconds=self._wait)] if self._wait else []
        self.told.setText(" ".join([*said, *waits]))
        self.told.set_tone("text_muted" if usual and not self._wait else "warn")
        for key in self.keys:
            key.retranslate()
        self.edit.setEnabled(not self._wait)
        self.footing_changed.emit()

    def wipe(self) -> None:
        self.edit.wipe()
        self._wait, self._busy, self._said = 0, False, words.PIN_LEAVES
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        return self.edit

    def back_words(self) -> str:
        return say(words.BACK)

    def forward_words(self) -> tuple[str, str]:
        ready = len(self.edit.text()) >= _FEWEST and not self._wait
        return (say(words.ONE_MOMENT if self._busy else words.LEAVE_KIOSK), "") if ready else ("", "")

    def go_back(self) -> None:
        self.left.emit()

    def go_forward(self) -> None:
        if self.forward_words()[0] and not self._busy:
            self._busy = True
            self.footing_changed.emit()
            self.pin_typed.emit(self.edit.text())

    def _build(self) -> None:
        look = self.look
        self.heading = Words(look, "kiosk_display", lines=2)
        self.told = Words(look, tone="text_muted", lines=3)
        self.edit = PrivateEdit()
        self.edit.setObjectName("pin_edit")
        self.edit.setProperty("look", "")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(32)
        self.pad = DigitPad(look)
        self.keys = self.pad.keys
        for key in self.keys:
            key.clicked.connect(self._pressed)
        side = QVBoxLayout()
        side.addWidget(self.heading)
        side.addWidget(self.told)
        side.addWidget(self.edit)
        side.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(side, 1)
        self._row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        self._side = side

    def _relook(self) -> None:
        look = self.look
        self._row.setContentsMargins(look.margin, look.px(16), look.margin, look.px(16))
        self._row.setSpacing(look.px(48))
        self._side.setSpacing(look.px(16))
        self.pad.grid.setSpacing(look.px(8))
        size, height = look.font("display").pixelSize(), look.px(68)
        self.edit.setStyleSheet(f"QLineEdit {{ font-size: {size}px; min-height: {height}px; max-height: {height}px; }}")
        for key in self.keys:
            key.setFixedSize(look.px(96), look.px(80))

    def _answer(self, said: str) -> None:
        self._said, self._busy = said, False
        self.edit.wipe()
        self.retranslate()
        announce(self, say(said))

    def _pressed(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton) and self.edit.isEnabled():
            self.edit.backspace() if key.key.act else self.edit.insert(key.key.text)

    def _typed(self, text: str) -> None:
        self.footing_changed.emit()
