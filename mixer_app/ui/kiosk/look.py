"""How large everything on a kiosk is: 15 mm to touch where there is room, larger for who asks for it."""

from math import floor
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QScreen

from mixer_app.ui import theme

TOUCH: Final = 64
"""The height of whatever is touched, in px of the design."""

_TOUCH_MM: Final = 15.0
_INCH_MM: Final = 25.4
_FRAME: Final = (1280, 800)  # the design's
_LEAST: Final = (776, 664)  # keyboard with its margins; header, field, two rows of hits, keyboard and footer
_MOST_WIDTHS: Final = 2000  # what a kiosk itself says is far less
_LARGEST_BY_MM: Final = 1.6  # beyond it a screen's physical size is a fault of its driver
_NEXT_WEIGHT: Final = {600: 700}
_TEXT_LARGER: Final = {"kiosk_body": 1.5, "display": 1.375, "kiosk_display": 1.2}
_TEXT_LARGER_SMALL: Final = {"kiosk_body": 1.25, "display": 1.125, "kiosk_display": 1.0}
"""On a window below the design's: as large as everything still has its place."""


def unit_for(size: QSize, dots_per_inch: float) -> float:
    """By how much the sizes of the design are multiplied on a window of `size` px.

    64 px are never under 15 mm where every page still has its place, and a screen larger than the design's is filled.
    """
    physical = _TOUCH_MM / _INCH_MM * dots_per_inch / TOUCH
    fits = min(size.width() / _LEAST[0], size.height() / _LEAST[1])
    filled = min(size.width() / _FRAME[0], size.height() / _FRAME[1])
    touchable = max(1.0, min(round(physical, 2), _LARGEST_BY_MM))
    return max(min(touchable, floor(fits * 100) / 100), floor(filled * 20) / 20)


class KioskLook(QObject):
    """The sizes in use; `changed` tells when they are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unit = 1.0
        self.larger = False
        self._has_semibold = True
        self.size = QSize(*_FRAME)
        self._fonts: dict[tuple[theme.Theme, str, int | None], QFont] = {}  # layouts ask again and again
        self._widths: dict[tuple[theme.Theme, str, int | None, str], int] = {}

    @property
    def compact(self) -> bool:
        """Whether there is less room than the design has, so that pages are split."""
        return self.larger or self.small

    @property
    def small(self) -> bool:
        """Whether the window is lower or narrower than the design's."""
        return self.narrow or self.low

    @property
    def low(self) -> bool:
        """Whether the window is lower than the design's, so that header, footer and field are lower, too."""
        return self.size.height() < 760 * self.unit

    @property
    def narrow(self) -> bool:
        """Whether two columns do not stand beside each other."""
        return self.size.width() < 1240 * self.unit

    @property
    def upright(self) -> bool:
        """Whether the window is higher than wide, so that parts stand below each other."""
        return self.size.height() > self.size.width()

    @property
    def touch(self) -> int:
        """The height of a control, in px."""
        return self.px(76 if self.larger and not self.low else TOUCH)

    @property
    def margin(self) -> int:
        """The page margin, in px."""
        return self.px(theme.current().space.page_margin)

    def px(self, length: float) -> int:
        """A length of the design on this screen, in px."""
        return round(length * self.unit)

    def font(self, style: str = "kiosk_body", weight: int | None = None) -> QFont:
        """`kiosk_body`, `display` or `kiosk_display`, in another weight if given."""
        look = theme.current()
        if (look, style, weight) not in self._fonts:
            font = look.font(style)
            font.setPixelSize(round(font.pixelSize() / look.scale * self._share(style)))
            if weight is not None:
                font.setWeight(QFont.Weight(weight if self._has_semibold else _NEXT_WEIGHT.get(weight, weight)))
            self._fonts[look, style, weight] = font
        return QFont(self._fonts[look, style, weight])

    def width_of(self, text: str, style: str = "kiosk_body", weight: int | None = None) -> int:
        """The width of `text` on one line, in px."""
        key = (theme.current(), style, weight, text)
        if key not in self._widths:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            self._widths[key] = round(QFontMetricsF(self.font(style, weight)).horizontalAdvance(text) + 1.5)
        return self._widths[key]

    def line(self, style: str = "kiosk_body") -> int:
        """The height of a line of text, in px."""
        look = theme.current()
        return round(look.line(style) / look.scale * self._share(style))

    def color(self, role: str) -> QColor:
        """The colour of a role of the theme."""
        return theme.current().color(role)

    def fit_to(self, size: QSize, screen: QScreen | None) -> None:
        """Take up the sizes for a window of `size` px on `screen`."""
        dots = screen.physicalDotsPerInch() if screen is not None else 96.0
        unit = unit_for(size, dots)
        if (unit, size) != (self.unit, self.size):
            self.unit, self.size = unit, QSize(size)
            self._change()

    def set_semibold(self, *, has: bool) -> None:
        """Whether the face of the language in use has a weight of 600."""
        if has != self._has_semibold:
            self._has_semibold = has
            self._change()

    def set_larger(self, *, larger: bool) -> None:
        """Larger text, or the usual one."""
        if larger != self.larger:
            self.larger = larger
            self._change()

    def _change(self) -> None:
        self._fonts.clear()
        self._widths.clear()
        self.changed.emit()

    def _share(self, style: str) -> float:
        larger = _TEXT_LARGER_SMALL if self.small else _TEXT_LARGER
        return self.unit * (larger.get(style, 1.0) if self.larger else 1.0)


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Where a line begins in this direction."""
    rtl = direction is Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
