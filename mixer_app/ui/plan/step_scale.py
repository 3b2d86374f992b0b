"""The five steps of fit as small tints, the pair's own in a ring."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.ui import theme
from mixer_app.ui.plan.chip_art import outline

_WIDTH: Final = 16
_HEIGHT: Final = 12
_GAP: Final = 5
_RING: Final = 3


class StepScale(QWidget):
    """Where a pair stands among weak, fair, good, strong and very strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int) -> None:
        """Put the ring around `step`."""
        self._step = step
        self.setAccessibleName(f"Step {step + 1} of {len(FIT_WORDS)}, {FIT_WORDS[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        """Five tints and the ring."""
        look = theme.current()
        steps = len(FIT_WORDS)
        width = steps * look.px(_WIDTH) + (steps - 1) * look.px(_GAP)
        return QSize(width + 2 * _RING, look.px(_HEIGHT) + 2 * _RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tints from weak to very strong."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(len(FIT_WORDS)):
            left = _RING + step * (look.px(_WIDTH) + look.px(_GAP))
            tint = QRectF(left, _RING, look.px(_WIDTH), look.px(_HEIGHT))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.fit(step))
            painter.drawRoundedRect(tint, 3, 3)
            if step == self._step:
                outline(painter, tint.adjusted(-_RING, -_RING, _RING, _RING), look.color("text"), 2, 5)
