"""What every screen of the kiosk is: it shows its part of the state, and forgets all of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.words import say

_MINUTE = 60


class KioskPage(QWidget):
    """One screen between header and footer."""

    footing_changed = Signal()
    """The buttons or the sentence of the footer are others now."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self.look = look
        self.idle_seconds = _MINUTE

    def retranslate(self) -> None:
        """Say everything anew in the language in use."""

    def wipe(self) -> None:
        """Forget whatever was entered or shown of a person."""

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the screen opens."""
        return None

    def back_words(self) -> str:
        """What stands on the button at the leading edge; empty: no button."""
        return ""

    def forward_words(self) -> tuple[str, str]:
        """Words and icon of the button at the trailing edge; no words: no button."""
        return "", ""

    def forward_is_filled(self) -> bool:
        """Whether the way forward is the main thing to do."""
        return True

    def announcement(self) -> str:
        """What a screen reader says when the screen opens."""
        return ""

    def sentence(self) -> str:
        """What the footer says in the middle."""
        return ""

    def clears_sentence(self) -> str:
        """After how long without a touch everything is wiped."""
        if self.idle_seconds == _MINUTE:
            return say(words.CLEARS_AFTER_A_MINUTE)
        return say(words.CLEARS_WITHOUT_TOUCH, seconds=self.idle_seconds)

    def go_back(self) -> None:
        """The button at the leading edge was pressed."""

    def go_forward(self) -> None:
        """The button at the trailing edge was pressed."""
