"""Whether one's own contact details may be shared: a switch for each, with the masked address."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.words import say

_SWITCH = (64, 36)


class ContactSwitch(TouchButton):
    """A card that is one switch: what is shared, when, and the address behind its mask."""

    def __init__(self, look: KioskLook, heading: str) -> None:
        super().__init__(look)
        self._heading, self.masked, self.low = heading, "", False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return any(line.clipped for line, _ in self._lines())

    def show_address(self, masked: str, *, shared: bool) -> None:
        """Show a masked address, shared or not."""
        self.masked = masked
        self.setChecked(shared)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in use."""
        self.setText(say(self._heading))
        self.setAccessibleName(f"{self.text()}. {say(words.IF_BOTH_SAY_YES)}")
        self._relook()

    def sizeHint(self) -> QSize:
        lines = 2 if self.low else 3
        return QSize(self.look.px(300), lines * self.look.line() + self.look.px(32 if not self.low else 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        self.ground(painter, radius=look.px(12))
        lines = self._lines()
        high = max(line.height for line, _ in lines)
        top = (self.height() - len(lines) * high) // 2
        for line, role in lines:
            box = self.place(QRect(look.px(20), top, self._room(), high))
            line.paint(painter, box, leading(self.layoutDirection()), look.color(role))
            top += high
        self._paint_switch(painter)

    def _paint_switch(self, painter: QPainter) -> None:
        look = self.look
        wide, high = look.px(_SWITCH[0]), look.px(_SWITCH[1])
        spot = self.place(QRect(self.width() - look.px(20) - wide, (self.height() - high) // 2, wide, high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent" if self.isChecked() else "text_muted"))
        painter.drawRoundedRect(spot, high / 2, high / 2)
        knob = high / 2 - look.px(4)
        to_the_right = self.isChecked() is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        x = spot.right() + 1 - high / 2 if to_the_right else spot.left() + high / 2
        painter.setBrush(look.color("surface"))
        center = QPointF(x, QRectF(spot).center().y())
        painter.drawEllipse(center, knob, knob)

    def _lines(self) -> list[tuple[FittedText, str]]:
        look, direction = self.look, self.layoutDirection()
        room = Room(width=self._room(), line_height=look.line(), least=0.6)
        said = [(self.text(), STRONG, "text", direction), (say(words.IF_BOTH_SAY_YES), None, "text_muted", direction)]
        if self.masked and not self.low:
            said.append((self.masked, None, "text_muted", Qt.LayoutDirection.LeftToRight))
        return [(fit_text(text, look.font(weight=weight), room, way), role) for text, weight, role, way in said]

    def _room(self) -> int:
        return self.width() - self.look.px(20 + 16 + _SWITCH[0] + 20)


class ContactCard(QWidget):
    """One switch for what was given at registration: the e-mail, the phone, or both."""

    changed = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.email_switch = ContactSwitch(look, words.SHARE_EMAIL)
        self.phone_switch = ContactSwitch(look, words.SHARE_PHONE)
        self.email_switch.setObjectName("share_email")
        self.phone_switch.setObjectName("share_phone")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for switch in (self.email_switch, self.phone_switch):
            self._column.addWidget(switch)
            switch.clicked.connect(self.changed)
        look.changed.connect(self._relook)
        self._relook()

    def show_contact(self, *, email: str, phone: str, email_shared: bool, phone_shared: bool) -> None:
        """Show masked addresses; an empty one was not given and has no switch."""
        both = bool(email and phone)
        for switch, masked, shared in (
            (self.email_switch, email, email_shared),
            (self.phone_switch, phone, phone_shared),
        ):
            switch.low = both
            switch.show_address(masked, shared=shared)
            switch.setVisible(bool(masked))

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.email_switch.retranslate()
        self.phone_switch.retranslate()

    def _relook(self) -> None:
        self._column.setSpacing(self._look.px(8))
