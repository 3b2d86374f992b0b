"""One of several things to choose: the chosen one stands on its colour with a check."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.chips import WalkingButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook

_LINE = 27  # px of the design: two lines stand in a button of 64


class ChoiceButton(WalkingButton):
    """Words in the middle, on two lines where one is too short; a check before them once it is chosen."""

    def __init__(self, look: KioskLook, *, width: int = 160) -> None:
        super().__init__(look)
        self._width = width
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return self._fit().clipped

    @property
    def shrunk(self) -> bool:
        """Whether the words are smaller than those of other buttons."""
        return self._fit().layout.font().pixelSize() < self.look.font().pixelSize()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(self._width), self.look.touch)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.touch, self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        self.ground(painter, "accent_soft" if chosen else "plain", border="accent" if chosen else "line")
        fitted = self._fit()
        side, gap = (self.look.px(24), self.look.px(10)) if chosen else (0, 0)
        left = (self.width() - round(fitted.width) - side - gap) // 2
        if chosen:
            spot = self.place(QRect(left, (self.height() - side) // 2, side, side))
            paint_icon(painter, spot, "check", "accent", weight="bold")
        box = self.place(QRect(left + side + gap, 0, round(fitted.width) + 2, self.height()))
        fitted.paint(painter, box, Qt.AlignmentFlag.AlignHCenter, self.look.color("text"))

    def words_direction(self) -> Qt.LayoutDirection:
        """In which direction the words are read."""
        return self.layoutDirection()

    def _fit(self) -> FittedText:
        weight = STRONG if self.isChecked() else None
        room = Room(
            width=self.width() - self.look.px(50), lines=2, line_height=self.look.px(_LINE), height=self.height()
        )
        return fit_text(self.text(), self.look.font(weight=weight), room, self.words_direction())
