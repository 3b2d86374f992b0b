"""Whether one's own contact details may be shared: a switch for each, with the masked address."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_SWITCH = (64, 36)


class ContactSwitch(TouchButton):
    """A card that is one switch: what is shared, when, and the address behind its mask."""

    def __init__(self, look: KioskLook, heading: str) -> None:
        super().__init__(look)
        self._heading, self.masked, self.brief = heading, "", False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        lines = [line for line, _ in self._lines()]
        return any(line.clipped for line in lines) or sum(line.ink_height for line in lines) > self.height()

    def show_address(self, masked: str, *, shared: bool) -> None:
        """Show a masked address, shared or not."""
        self.masked = masked
        self.setChecked(shared)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in use."""
        self.setText(say(self._heading))
        self.setAccessibleName(f"{self.text()}. {say(words.IF_BOTH_SAY_YES)}. {self.masked}")
        self._relook()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(300), self.height_of(brief=self.brief))

    def height_of(self, *, brief: bool) -> int:
        """Its height with two lines or three, in px."""
        lines, pad = (2, 8) if brief else (3, 32)
        return lines * self.look.line() + self.look.px(pad)

    def show_brief(self, *, brief: bool) -> None:
        """Without the line that says when: it stands above both switches."""
        if brief != self.brief:
            self.brief = brief
            self._relook()

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
        said: list[tuple[str, int | None, str, Qt.LayoutDirection]] = [(self.text(), STRONG, "text", direction)]
        if not self.brief:
            said.append((say(words.IF_BOTH_SAY_YES), None, "text_muted", direction))
        said.append((self.masked, None, "text_muted", Qt.LayoutDirection.LeftToRight))
        return [(fit_text(text, look.font(weight=weight), room, way), role) for text, weight, role, way in said]

    def _room(self) -> int:
        return self.width() - self.look.px(20 + 16 + _SWITCH[0] + 20)


class ContactCard(QWidget):
    """One switch for what was given at registration: the e-mail, the phone, or both.

    Where two have too little room, when something is shared is said once, above them.
    """

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
        self.condition_label = Words(look, tone="text_muted")
        self.condition_label.hide()
        self._column.addWidget(self.condition_label)
        for switch in (self.email_switch, self.phone_switch):
            self._column.addWidget(switch)
            switch.clicked.connect(self.changed)
        look.changed.connect(self._relook)
        self._relook()

    def show_contact(self, *, email: str, phone: str, email_shared: bool, phone_shared: bool) -> None:
        """Show masked addresses; an empty one was not given and has no switch."""
        for switch, masked, shared in (
            (self.email_switch, email, email_shared),
            (self.phone_switch, phone, phone_shared),
        ):
            switch.show_address(masked, shared=shared)
            switch.setVisible(bool(masked))

    def height_of(self, *, brief: bool) -> int:
        """The height of what is shown, with few lines or all of them, in px."""
        shown = [switch for switch in (self.email_switch, self.phone_switch) if not switch.isHidden()]
        parts = [switch.height_of(brief=brief) for switch in shown] + ([self._look.line()] if brief else [])
        return sum(parts) + max(0, len(parts) - 1) * self._gap(brief)

    def show_brief(self, *, brief: bool) -> None:
        """With few lines, or all of them."""
        self.condition_label.setVisible(brief)
        for switch in (self.email_switch, self.phone_switch):
            switch.show_brief(brief=brief)
        self._column.setSpacing(self._gap(brief))

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.condition_label.setText(say(words.IF_BOTH_SAY_YES))
        self.email_switch.retranslate()
        self.phone_switch.retranslate()

    def _relook(self) -> None:
        self._column.setSpacing(self._gap(self.email_switch.brief))

    def _gap(self, brief: bool) -> int:
        return self._look.px(4 if brief else 8)
