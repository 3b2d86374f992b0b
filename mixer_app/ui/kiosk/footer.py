"""The foot of the kiosk: back at the leading edge, the way forward at the trailing edge, always there."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import FILLED, PLAIN, STRONG, KioskButton
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.screen import KioskPage
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.announcing import announce


class KioskFooter(QWidget):
    """96 px on the surface with a line above."""

    back_pressed = Signal()
    forward_pressed = Signal()
    stay_pressed = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.back_button = KioskButton(look, kind=PLAIN)
        self.forward_button = KioskButton(look, kind=FILLED)
        self.stay_button = KioskButton(look, kind=PLAIN)
        self.sentence = Words(look, tone="text_muted", lines=2, centred=True)
        for name in ("back_button", "stay_button", "forward_button", "sentence"):
            part: QWidget = getattr(self, name)
            part.setParent(self)
            part.setObjectName(f"kiosk_{name}")
        self.stay_button.hide()
        self.back_button.clicked.connect(self.back_pressed)
        self.forward_button.clicked.connect(self.forward_pressed)
        self.stay_button.clicked.connect(self.stay_pressed)
        look.changed.connect(self._relook)
        self._relook()

    def show_page(self, page: KioskPage) -> None:
        """Show what this page wants in the footer."""
        back, (forward, icon) = page.back_words(), page.forward_words()
        self.back_button.set_words(back)
        self.back_button.setVisible(bool(back))
        self.forward_button.set_words(forward)
        self.forward_button.set_icon(icon)
        self.forward_button.set_kind(FILLED if page.forward_is_filled() else PLAIN)
        self.forward_button.setVisible(bool(forward))
        self.stay_button.set_words(say(words.STAY))
        if not self.warns:
            self.sentence.setText(page.sentence())
        self._arrange()

    def warn(self, sentence: str) -> None:
        """Ask in `sentence` whether someone is still there, with a button to stay; empty: no longer."""
        asked = self.warns
        self.stay_button.setVisible(bool(sentence))
        self.sentence.set_tone("warn" if sentence else "text_muted", STRONG if sentence else None)
        if sentence:
            self.sentence.setText(sentence)
        if asked != bool(sentence):
            self._arrange()
            if sentence:  # once, not with every second
                announce(self, sentence, at_once=True)

    @property
    def warns(self) -> bool:
        """Whether it asks at present."""
        return not self.stay_button.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, self.width(), max(1, self._look.px(1)), self._look.color("line"))

    def _relook(self) -> None:
        look = self._look
        self.sentence.set_lines(3 if look.upright else 2)
        self.sentence.set_most_height(look.px(96) if look.upright else None)
        self.setFixedHeight(look.px(80 if look.low else 104 if look.larger else 96))
        self._arrange()

    def _arrange(self) -> None:
        """The buttons at the edges, each at most 36 % wide; what is between them is the sentence's."""
        if self.warns and self._look.upright:
            self._leave_the_question_alone()
        look, most = self._look, round(self.width() * (0.4 if self._look.upright else 0.36))
        top, height = (self.height() - look.touch) // 2 + 1, look.touch
        left, right = look.margin, self.width() - look.margin
        if not self.back_button.isHidden():
            width = min(self.back_button.sizeHint().width(), most)
            self._put(self.back_button, QRect(left, top, width, height))
            left += width + look.px(24)
        if not self.forward_button.isHidden():
            width = min(self.forward_button.sizeHint().width(), most)
            self._put(self.forward_button, QRect(right - width, top, width, height))
            right -= width + look.px(24)
        if not self.stay_button.isHidden():
            width = self.stay_button.sizeHint().width()
            self._put(self.stay_button, QRect(right - width, top, width, height))
            right -= width + look.px(16)
        wanted = self.sentence.sizeHint().width() + 4
        middle = QRect((self.width() - wanted) // 2, 0, wanted, self.height())
        room = QRect(left, 0, max(1, right - left), self.height())
        self._put(self.sentence, middle if room.contains(middle) else room)
        self.sentence.setVisible(not (self._look.upright and self.sentence.clipped))

    def _leave_the_question_alone(self) -> None:
        """Only Stay beside it, until it is answered: there is no room for more."""
        for button in (self.back_button, self.forward_button):
            if button.hasFocus():
                self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
