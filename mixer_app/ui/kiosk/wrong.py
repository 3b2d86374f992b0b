"""Something is wrong: large choices, each of which tells the desk."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.kiosk import DeskReason
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import KioskButton
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_CHOICES: Final = {
    DeskReason.WRONG_NAME: words.NAME_WRONG,
    DeskReason.WRONG_ROLE: words.ROLE_WRONG,
    DeskReason.NO_BADGE: words.NO_BADGE,
}


class WrongPage(KioskPage):
    """Name, role, or no badge where there are any."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: KioskLook, *, badges: bool = True) -> None:
        """`badges`: a check-in brings one, which may be missing."""
        super().__init__(look)
        self.heading = Words(look, "kiosk_display", lines=2)
        self.buttons = {reason: KioskButton(look) for reason in _CHOICES if badges or reason is not DeskReason.NO_BADGE}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        for reason, button in self.buttons.items():
            button.setObjectName(f"wrong_{reason.name.lower()}")
            button.clicked.connect(self._tell)
            self._column.addWidget(button)
        self._column.addStretch(1)
        look.changed.connect(self._relook)
        self._relook()

    def retranslate(self) -> None:
        self.heading.setText(say(words.WHAT_IS_WRONG))
        for reason, button in self.buttons.items():
            button.set_words(say(_CHOICES[reason]))

    def first_focus(self) -> QWidget | None:
        return self.buttons[DeskReason.WRONG_NAME]

    def back_words(self) -> str:
        return say(words.BACK)

    def sentence(self) -> str:
        return self.clears_sentence()

    def go_back(self) -> None:
        self.left.emit()

    def _relook(self) -> None:
        look = self.look
        self._column.setContentsMargins(look.margin, look.px(16 if look.compact else 64), look.margin, look.margin)
        self._column.setSpacing(look.px(16))
        for button in self.buttons.values():
            button.setFixedHeight(look.px(96))
            button.setMaximumWidth(look.px(900))

    def _tell(self) -> None:
        self.chosen.emit(next(reason for reason, button in self.buttons.items() if button is self.sender()))
