"""The camera's picture over the scan card, so that people see where to hold their code."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent, QTransform
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.buttons import FILLED, TouchButton
from mixer_app.ui.kiosk.text import Words
from mixer_app.ui.mirror import Mirror

_EVERY_MS: Final = 33
_LOW: Final = 230  # px of the design: below it a card says only what is news
_LEAST_FOR_AIM: Final = 120
_LEAST_FOR_CROSS: Final = 64
_RADIUS: Final = 12
_WIDTH_TO_HEIGHT: Final = 4 / 3  # of the highest picture
_AIM: Final = 0.6  # of the picture's height, where the code is best held
_ARM: Final = 0.22  # of the side, as long as its corners are drawn


class Viewfinder(QWidget):
    """Covers `card` from the first picture of the camera on; touches and keys are the card's.

    It keeps the picture that it shows, and none once it is turned off.
    """

    def __init__(self, card: TouchButton, kind: str) -> None:
        super().__init__(card)
        self._card, self._kind, self._look = card, kind, card.look
        self._image: QImage | None = None
        self._is_news = False
        self.mirror = Mirror()
        self.sentence_label = Words(self._look, tone="accent_text" if kind == FILLED else "text_muted", lines=3)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._take)
        self._build()

    @property
    def shows_picture(self) -> bool:
        """Whether what the camera sees is on the screen."""
        return self._image is not None

    def turn(self, *, on: bool) -> None:
        """Show what the camera sees as soon as it sees something; or the card again."""
        if on:
            self._timer.start()
            self._take()
        else:
            self._timer.stop()
            self.mirror.cover()
            self._image = None
            self.hide()

    def set_words(self, sentence: str, *, is_news: bool) -> None:
        """What stands below the picture; in a low card only what is news."""
        self.sentence_label.setText(sentence)
        self._is_news = is_news
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._card.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        self._card.ground(painter, self._kind, radius=self._look.px(_RADIUS))
        place = self._place()
        painter.fillPath(self._rounded(place), _filling(self._image, place))
        if place.height() >= self._look.px(_LEAST_FOR_AIM):
            self._paint_aim(painter, place)
        if place.height() >= self._look.px(_LEAST_FOR_CROSS):
            self._paint_cross(painter)

    def _build(self) -> None:
        self.setObjectName("viewfinder")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.sentence_label)
        self._card.installEventFilter(self)  # in a layout it would make the card higher
        self._look.changed.connect(self._arrange)
        self.hide()

    def _take(self) -> None:
        ratio = self.devicePixelRatioF()
        room = self._place().size() if self.shows_picture else self._card.size()
        image = self.mirror.take(QSize(round(room.width() * ratio), round(room.height() * ratio)))
        if image is None:
            return
        first, self._image = not self.shows_picture, image
        if first:
            self.show()
        self.update()

    def _arrange(self) -> None:
        look = self._look
        low = self._card.height() < look.px(_LOW)
        self.sentence_label.setVisible(self._is_news or not low)
        self._column.setContentsMargins(look.px(24), 0, look.px(24), look.px(12))
        self.update()

    def _place(self) -> QRect:
        """Where the picture stands: above the words, no higher than a camera's pictures are."""
        high = self.height()
        if not self.sentence_label.isHidden():
            high = self.sentence_label.y() - self._look.px(12)
        return QRect(0, 0, self.width(), max(1, min(high, round(self.width() / _WIDTH_TO_HEIGHT))))

    def _rounded(self, place: QRect) -> QPainterPath:
        """The part of the card's form that is in `place`."""
        card, inside = QPainterPath(), QPainterPath()
        card.addRoundedRect(QRectF(self.rect()), self._look.px(_RADIUS), self._look.px(_RADIUS))
        inside.addRect(QRectF(place))
        return card.intersected(inside)

    def _paint_aim(self, painter: QPainter, place: QRect) -> None:
        """Four corners around the middle, light on dark, so that they are seen on every picture."""
        half = place.height() * _AIM / 2
        arm = 2 * half * _ARM
        middle = QRectF(place).center()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for right in (-1, 1):
            for down in (-1, 1):
                corner = middle + QPointF(right * half, down * half)
                ends = corner - QPointF(right * arm, 0), corner, corner - QPointF(0, down * arm)
                for role, width in (("text", 7), ("surface", 3)):
                    pen = QPen(self._look.color(role), self._look.px(width))
                    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                    painter.setPen(pen)
                    painter.drawPolyline(QPolygonF(ends))

    def _paint_cross(self, painter: QPainter) -> None:
        """At the trailing edge: a touch closes the picture."""
        px = self._look.px
        side, edge, icon = px(44), px(12), px(28)
        box = QRect(self.width() - edge - side, edge, side, side)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.setPen(QPen(self._look.color("line"), max(1, px(1))))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(QRectF(spot), px(8), px(8))
        inside = QRect(0, 0, icon, icon)
        inside.moveCenter(spot.center())
        paint_icon(painter, inside, "x", "text")


def _filling(image: QImage, place: QRect) -> QBrush:
    """The image as a ground that fills `place`, its middle in the middle."""
    share = max(place.width() / image.width(), place.height() / image.height())
    left, top = (place.width() - image.width() * share) / 2, (place.height() - image.height() * share) / 2
    brush = QBrush(image)
    brush.setTransform(QTransform.fromTranslate(place.x() + left, place.y() + top).scale(share, share))
    return brush
