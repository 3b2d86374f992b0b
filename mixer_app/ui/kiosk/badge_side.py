"""The badge as it is printed, and how far the printer has come."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.kiosk import BadgeState
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.kiosk.words import say

_USUAL_S: Final = 8.0  # before any badge has come out here
_STANDS_AT: Final = 0.94
_EVERY_MS: Final = 250


class BadgePicture(QWidget):
    """A page of the badge printer; a pale card until it is drawn."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_image(self, image: QImage) -> None:
        """Show this page; an empty image wipes it."""
        self._image = image
        self.updateGeometry()
        self.update()

    @property
    def empty(self) -> bool:
        """Whether nobody's badge is shown."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        most = QSize(self._look.px(480), self._look.px(344))
        if self._image.isNull():
            return QSize(self._look.px(480), self._look.px(320))
        return self._image.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(QRectF(self.rect()), self._image)
        painter.setBrush(look.color("surface") if self._image.isNull() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("line"), 1))
        radius = look.px(12 if self._image.isNull() else 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class ProgressLine(QWidget):
    """8 px: what is done in the accent."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look, self.share = look, 0.0

    def show_share(self, share: float) -> None:
        """How much of it is done, 0 to 1."""
        self.share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("line"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        done = round(self.width() * self.share)
        left = self.width() - done if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        painter.setBrush(self._look.color("accent"))
        painter.drawRoundedRect(QRect(left, 0, done, self.height()), radius, radius)


class BadgeSide(QWidget):
    """Picture, bar, sentence and the time left; the bar runs to the median of the last badges and then stands."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self._state = BadgeState.NONE
        self._lasts_s = _USUAL_S
        self._since = QElapsedTimer()
        self.picture = BadgePicture(look)
        self.bar = ProgressLine(look)
        self.told = Words(look, weight=STRONG, lines=2)
        self.left = Words(look, tone="text_muted")
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._show_time)
        self._line = QHBoxLayout()
        self._line.addWidget(self.told, 1)
        self._line.addWidget(self.left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.picture)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._line)
        self._column.addStretch(1)
        look.changed.connect(self._relook)
        self._relook()

    def show_badge(self, state: BadgeState, durations_s: Sequence[float]) -> None:
        """How far the badge is, and how long the last ones took."""
        if state is BadgeState.COMING and self._state is not BadgeState.COMING:
            self._lasts_s = median(durations_s) if durations_s else _USUAL_S
            self._since.start()
            self._timer.start()
        elif state is not BadgeState.COMING:
            self._timer.stop()
        self._state = state
        self.retranslate()

    @property
    def seconds(self) -> float:
        """How long the badge has been under way."""
        return self._since.elapsed() / 1000 if self._since.isValid() else 0.0

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        out = self._state is BadgeState.OUT
        self.bar.setVisible(self._state is BadgeState.COMING)
        told = {BadgeState.COMING: words.IS_PRINTING, BadgeState.OUT: words.TAKE_YOUR_BADGE}.get(self._state, "")
        self.told.setText(say(told) if told else "")
        self.told.set_tone("good" if out else "text", STRONG)
        self._show_time()

    def wipe(self) -> None:
        """Forget the badge."""
        self.picture.show_image(QImage())
        self.show_badge(BadgeState.NONE, ())

    def _show_time(self) -> None:
        if self._state is not BadgeState.COMING:
            self.left.setText("")
            return
        share = self.seconds / max(self._lasts_s, 0.1)
        self.bar.show_share(min(share, _STANDS_AT))
        rest = round(self._lasts_s - self.seconds)
        self.left.setText(say(words.ABOUT_SECONDS, seconds=rest) if rest > 0 else say(words.ALMOST_THERE))

    def _relook(self) -> None:
        self._column.setSpacing(self._look.px(12 if self._look.compact else 24))
        beside = QHBoxLayout.Direction.LeftToRight
        self._line.setDirection(QHBoxLayout.Direction.TopToBottom if self._look.compact else beside)
        self.bar.setFixedHeight(self._look.px(8))
        self.setFixedWidth(self._look.px(480))
