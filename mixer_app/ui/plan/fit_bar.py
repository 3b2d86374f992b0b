"""How the introductions divide over the steps of fit: a bar whose parts can be chosen, and its legend."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.ui import theme
from mixer_app.ui.theme import Theme

_BAR_HEIGHT: Final = 12
_ROOM: Final = 4  # for the focus ring
_GAP: Final = 2
_LEAST_WIDTH: Final = 7
_STEPS: Final = tuple(reversed(range(len(FIT_WORDS))))  # best first


class FitBar(QWidget):
    """Parts of a bar, best fit first; a click on one chooses its step, a second click frees it."""

    step_chosen = Signal(object)
    """The step, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Sequence[int] = (0,) * len(FIT_WORDS)
        self.parts = {step: FitPart(step, self) for step in _STEPS}
        self.setAccessibleName("Introductions by fit")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for part in self.parts.values():
            self._group.addButton(part)
        self._group.buttonClicked.connect(self._tell)

    def set_counts(self, counts: Sequence[int]) -> None:
        """Show how many introductions each step has, from weak to very strong."""
        self._counts = counts
        for step, part in self.parts.items():
            part.set_count(counts[step])
        self._place()

    def choose(self, step: int | None) -> None:
        """Choose one step, or none, and tell."""
        for each, part in self.parts.items():
            part.setChecked(each == step)
        self.step_chosen.emit(step)

    @property
    def step(self) -> int | None:
        """The chosen step."""
        return next((step for step, part in self.parts.items() if part.isChecked()), None)

    def sizeHint(self) -> QSize:
        """As high as the bar and its focus ring."""
        return QSize(320, theme.current().px(_BAR_HEIGHT) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the parts."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        shown = [step for step in _STEPS if self._counts[step]]
        widths = _shares([self._counts[step] for step in shown], self.width() - _GAP * max(0, len(shown) - 1))
        left = 0
        for part in self.parts.values():
            part.setVisible(part.step in shown)
        for step, width in zip(shown, widths, strict=True):
            self.parts[step].place(QRect(left, 0, width, self.height()), first=left == 0, last=step == shown[-1])
            left += width + _GAP

    def _tell(self, pressed: QAbstractButton) -> None:
        self.choose(pressed.step if isinstance(pressed, FitPart) and pressed.isChecked() else None)


class FitPart(QAbstractButton):
    """One part of the bar."""

    def __init__(self, step: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self._first = self._last = False
        self.setObjectName(f"fit_part_{step}")
        self.setProperty("ownFocus", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Say how many introductions the part stands for."""
        self.setAccessibleName(f"{FIT_WORDS[self.step].capitalize()} {count:,}")
        self.setToolTip(f"{FIT_WORDS[self.step].capitalize()} {count:,}. Click to outline them.")

    def place(self, rect: QRect, *, first: bool, last: bool) -> None:
        """Stand at `rect`; the first and the last part have round ends."""
        self._first, self._last = first, last
        self.setGeometry(rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint; a weak part is only an outline in `warn`."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect()).adjusted(0, _ROOM, 0, -_ROOM)
        radius = 3.0
        reach = radius * 2  # beyond the edge, so that only the ends of the whole bar are round
        painter.setClipRect(bar)
        shape = bar.adjusted(0 if self._first else -reach, 0, 0 if self._last else reach, 0)
        if self.step == 0:
            painter.setPen(QPen(look.color("warn"), 1))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.fit(self.step))
            painter.drawRoundedRect(shape, radius, radius)
        painter.setClipping(False)
        if self.isChecked() or self.hasFocus():
            _ring(painter, self.rect(), look.color("accent"), look.shape.focus_ring)


class FitLegend(QWidget):
    """Words and counts of the steps; a click on one does what a click on its part does."""

    step_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._words = [_LegendWord(step) for step in _STEPS]
        for word in self._words:
            word.clicked.connect(self._tell)
            row.addWidget(word)
        row.addStretch(1)

    def set_counts(self, counts: Sequence[int]) -> None:
        """Show how many introductions each step has, from weak to very strong."""
        for word in self._words:
            word.set_count(counts[word.step])

    def _tell(self) -> None:
        word = self.sender()
        if isinstance(word, _LegendWord):
            self.step_clicked.emit(word.step)


class _LegendWord(QAbstractButton):
    """A swatch, the word of a step and its count; for the mouse, the bar's part is for the keyboard."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = f"{count:,}"
        self.setText(FIT_WORDS[self.step].capitalize())
        self.setAccessibleName(f"{self.text()} {self._count}")
        self.setEnabled(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetrics(look.font("caption")).horizontalAdvance(self.text())
        count = QFontMetrics(_count_font(look)).horizontalAdvance(self._count)
        return QSize(look.px(14) + words + look.px(6) + count + 1, look.line("caption"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(8)
        paint_swatch(painter, look, QRectF(0, (self.height() - side) / 2, side, side), self.step)
        box = self.rect().adjusted(look.px(14), 0, 0, 0)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(_count_font(look))
        painter.setPen(look.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)


def paint_swatch(painter: QPainter, look: Theme, rect: QRectF, step: int) -> None:
    """A small square in the tint of a step; weak is an outline in `warn`."""
    if step == 0:
        painter.setPen(QPen(look.color("warn"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.fit(step))
    painter.drawRoundedRect(rect, 2, 2)


def _count_font(look: Theme) -> QFont:
    font = look.font("caption")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _ring(painter: QPainter, rect: QRect, color: QColor, width: int) -> None:
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 4, 4)


def _shares(counts: Sequence[int], width: int) -> list[int]:
    """Widths in proportion to `counts`, none too narrow to be hit, together `width`."""
    if not counts:
        return []
    free = max(0, width - _LEAST_WIDTH * len(counts))
    total = sum(counts)
    shares = [_LEAST_WIDTH + free * count // total for count in counts]
    shares[0] += max(0, width - sum(shares))
    return shares
