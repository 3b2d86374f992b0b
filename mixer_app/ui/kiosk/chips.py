"""Needs and topics as chips: a box, a word, a mark where it is private."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.words import say

_BOX = 28
_GAP = 12


class WalkingButton(TouchButton):
    """One of a group: Tab reaches the group, arrows walk in it, in the direction of reading."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Right
        back = Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        steps = {forward: 1, Qt.Key.Key_Down: 1, back: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Chip(WalkingButton):
    """A need or a topic; `order` is its place among the chosen topics, from 1."""

    def __init__(self, look: KioskLook, name: str, *, private: bool = False, ordered: bool = False) -> None:
        super().__init__(look)
        self.name, self.private, self._ordered = name, private, ordered
        self.order = 0
        self.most = 0  # px wide
        self.setCheckable(True)
        self.setObjectName("chip")
        self.retranslate()

    @property
    def clipped(self) -> bool:
        return self._fit().clipped

    def show_chosen(self, order: int) -> None:
        """Chosen as number `order`, or not (0)."""
        self.order = order
        self.setChecked(order > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language in use."""
        told = say(self.name)
        spoken = told
        if self._ordered:
            spoken = (
                say(words.CHOSEN_TOPIC, name=told, number=self.order) if self.order else say(words.TOPIC, name=told)
            )
        else:
            spoken = say(words.PRIVATE, name=told) if self.private else told
            spoken = say(words.CHOSEN_NEED, name=spoken) if self.order else spoken
        self.setAccessibleName(spoken)
        self.setText(told)
        self._relook()

    def nextCheckState(self) -> None:
        """Whoever keeps the order decides what a touch means."""

    def sizeHint(self) -> QSize:
        look = self.look
        eye = look.px(24 + _GAP) if self.private else 0
        width = look.width_of(self.text()) + look.px(_BOX + _GAP + 16 + 20) + eye + 1
        return QSize(min(width, self.most) if self.most else width, look.touch)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        chosen = self.order > 0
        self.ground(painter, "accent_soft" if chosen else "plain", border="accent" if chosen else "line")
        side, left = look.px(_BOX), look.px(16)
        self._paint_box(painter, self.place(QRect(left, (self.height() - side) // 2, side, side)))
        fitted = self._fit()
        start = left + side + look.px(_GAP)
        box = self.place(QRect(start, 0, round(fitted.width) + 2, self.height()))
        fitted.paint(painter, box, leading(self.layoutDirection()), look.color("text"))
        if self.private:
            eye = look.px(24)
            spot = QRect(start + round(fitted.width) + look.px(_GAP), (self.height() - eye) // 2, eye, eye)
            paint_icon(painter, self.place(spot), "eye-slash", "text_muted")

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        look = self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.order:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text_muted"), look.px(2)))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px(8), look.px(8))
            return
        painter.setBrush(look.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if self._ordered:
            painter.setPen(look.color("accent_text"))
            font = look.font(weight=STRONG)
            font.setPixelSize(look.px(22))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.order))
        else:
            inset = look.px(4)
            spot = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, spot, "check", "accent_text", weight="bold")

    def _fit(self) -> FittedText:
        look = self.look
        eye = look.px(24 + _GAP) if self.private else 0
        room = Room(width=self.width() - look.px(_BOX + _GAP + 16 + 16) - eye, line_height=look.line(), least=0.65)
        return fit_text(self.text(), look.font(), room, self.layoutDirection())


class MoreChip(WalkingButton):
    """`+ 6 more`: shows the others."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__(look)
        self.setObjectName("more_chip")
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many are not shown."""
        self.setText(say(words.MORE, count=count))
        self.setAccessibleName(self.text())
        self._relook()

    def sizeHint(self) -> QSize:
        words_width = self.look.width_of(self.text(), weight=STRONG)
        return QSize(words_width + self.look.px(24 + 2 * 20 + 14), self.look.touch)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        self.ground(painter)
        side, left = look.px(22), look.px(22)
        paint_icon(painter, self.place(QRect(left, (self.height() - side) // 2, side, side)), "plus", "accent")
        box = self.place(QRect(left + side + look.px(12), 0, self.width() - 2 * left - side, self.height()))
        room = Room(width=box.width(), line_height=look.line())
        shown = fit_text(self.text(), look.font(weight=STRONG), room, self.layoutDirection())
        shown.paint(painter, box, leading(self.layoutDirection()), look.color("accent"))


def focus_neighbour(buttons: list[QWidget], step: int) -> None:
    """Give the keyboard to the next of a group, or the one before."""
    now = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
    buttons[min(max(now + step, 0), len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
