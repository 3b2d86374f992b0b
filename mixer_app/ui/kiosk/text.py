"""Words on a kiosk: a label that never hides a letter without saying so."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading

_ENDLESS = 100_000


class Words(QLabel):
    """Text in one of the kiosk's three sizes; `clipped` says whether even the smallest was too large."""

    def __init__(
        self,
        look: KioskLook,
        style: str = "kiosk_body",
        *,
        tone: str = "text",
        weight: int | None = None,
        lines: int = 1,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._style, self._weight, self._lines, self._centred = look, style, weight, lines, centred
        self.tone = tone
        self.least = 0.7  # of its size, before it is cut
        self._most_height: int | None = None
        self.inset = 0  # px of the design at the leading edge
        self.isolated = False  # data keep their own direction, only their place follows the page
        self._fitted: dict[int, FittedText] = {}  # by width: layouts ask for the same again and again
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self._relook)

    @property
    def clipped(self) -> bool:
        """Whether letters are hidden, at the side or above and below."""
        fitted = self.fitted()
        return bool(self.text()) and (fitted.clipped or fitted.ink_height > self.height())

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
            self._relook()

    def set_tone(self, tone: str, weight: int | None = None) -> None:
        """Another colour role, and another weight."""
        if (tone, weight) != (self.tone, self._weight):
            self.tone, self._weight = tone, weight
            self._relook()

    def set_style(self, style: str) -> None:
        """Another of the three sizes."""
        if style != self._style:
            self._style = style
            self._relook()

    def set_lines(self, lines: int) -> None:
        """Another number of lines."""
        if lines != self._lines:
            self._lines = lines
            self._relook()

    def set_most_height(self, height: int | None) -> None:
        """No higher than so many px: letters become smaller before."""
        if height != self._most_height:
            self._most_height = height
            self._relook()

    def line_height(self) -> int:
        """The height of one line, in px."""
        return self._look.line(self._style)

    def fitted(self) -> FittedText:
        """The text as it stands in its present place."""
        return self._fit(self.width())

    def hasHeightForWidth(self) -> bool:
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        return self._fit(width).height if self.text() else 0

    def sizeHint(self) -> QSize:
        width = self._look.width_of(self.text(), self._style, self._weight) + self._look.px(self.inset)
        return QSize(width, max(self._look.line(self._style), self._fit(_ENDLESS).height if self.text() else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height() if self.text() else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._fitted.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        align = Qt.AlignmentFlag.AlignHCenter if self._centred else leading(self.layoutDirection())
        inside = QRect(self._look.px(self.inset), 0, self.width() - self._look.px(self.inset), self.height())
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), inside)
        self.fitted().paint(QPainter(self), box, align, self._look.color(self.tone))

    def _fit(self, width: int) -> FittedText:
        if width not in self._fitted:
            self._fitted[width] = self._fit_anew(width)
        return self._fitted[width]

    def _fit_anew(self, width: int) -> FittedText:
        room = Room(
            width=max(width - self._look.px(self.inset), 1),
            lines=self._lines,
            line_height=self.line_height(),
            height=self._most_height,
            least=self.least,
        )
        direction = Qt.LayoutDirection.LayoutDirectionAuto if self.isolated else self.layoutDirection()
        return fit_text(self.text(), self._look.font(self._style, self._weight), room, direction)

    def _relook(self) -> None:
        self._fitted.clear()
        self.updateGeometry()
        self.update()
