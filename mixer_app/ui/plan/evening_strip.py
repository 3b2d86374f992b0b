"""A mentee's evening in one line: round and table, tinted by fit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.domain.plans import Introduction
from mixer_app.ui import theme
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.chip_art import outline
from mixer_app.ui.theme import Theme

_IN_A_LINE: Final = 5
_GAP: Final = 4


class EveningStrip(QWidget):
    """The rounds of one person; a click on one goes there."""

    stop_chosen = Signal(object)
    """The `Introduction` of the round."""
    free_round_chosen = Signal(int)
    """A round (from 1) in which the person meets nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[EveningStop] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def show_evening(self, board: PlanBoard, evening: Sequence[Introduction], shown: int) -> None:
        """Show the rounds of `evening`; `shown` is the round that the panel speaks of."""
        for stop in self.stops:
            self._grid.removeWidget(stop)
            stop.hide()
            stop.deleteLater()
        met = {introduction.round: introduction for introduction in evening}
        self.stops = [EveningStop(number, met.get(number), board) for number in range(1, board.plan.rounds + 1)]
        for stop in self.stops:
            stop.setChecked(stop.number == shown)
            stop.clicked.connect(self._tell)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """One round wide: the others go below."""
        widest = max((stop.sizeHint().width() for stop in self.stops), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a line as the width holds."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        widest = max((stop.sizeHint().width() for stop in self.stops), default=1)
        in_a_line = min(_IN_A_LINE, max(1, (self.width() + _GAP) // (widest + _GAP)))
        for position, stop in enumerate(self.stops):
            self._grid.addWidget(stop, position // in_a_line, position % in_a_line)

    def _tell(self) -> None:
        stop = self.sender()
        if not isinstance(stop, EveningStop):
            return
        if stop.introduction is not None:
            self.stop_chosen.emit(stop.introduction)
        else:
            self.free_round_chosen.emit(stop.number)


class EveningStop(QAbstractButton):
    """One round: `R3 T7`."""

    def __init__(self, number: int, introduction: Introduction | None, board: PlanBoard) -> None:
        super().__init__()
        self.introduction, self.number = introduction, number
        self._round = f"R{number}"
        self._table = f"T{introduction.table}" if introduction else "free"
        self._step = board.step(introduction) if introduction else None
        self.setCheckable(True)
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        where = f"table {introduction.table}, {FIT_WORDS[self._step or 0]}" if introduction else "free"
        self.setAccessibleName(f"Round {number}, {where}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a chip, as wide as its words."""
        look = theme.current()
        words = QFontMetrics(_strong_font(look)).horizontalAdvance(f"{self._round} {self._table}")
        return QSize(words + look.px(8) + look.px(4), look.px(24))

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint at the left, then round and table."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        _paint_ground(painter, look, rect, self._step)
        words = self.rect().adjusted(look.px(8), 0, -look.px(2), 0)
        font = look.font("caption")
        width = QFontMetrics(font).horizontalAdvance(f"{self._round} ")
        painter.setFont(font)
        painter.setPen(look.color("text_muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._round)
        painter.setFont(_strong_font(look) if self.introduction else font)
        painter.setPen(look.color("text" if self.introduction else "text_muted"))
        rest = QRect(words.left() + width, words.top(), words.width() - width, words.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._table)
        if self.isChecked() or self.hasFocus():
            outline(painter, rect, look.color("accent"), look.shape.focus_ring, 6)


def _strong_font(look: Theme) -> QFont:
    font = look.font("caption")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint_ground(painter: QPainter, look: Theme, rect: QRectF, step: int | None) -> None:
    if step is None:
        outline(painter, rect, look.color("text_muted"), 1, 6, Qt.PenStyle.DashLine)
        return
    path = QPainterPath()
    path.addRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(rect, look.color("canvas"))
    if step:
        painter.fillRect(QRectF(0, 0, look.px(4), rect.height()), look.fit(step))
    painter.restore()
    if step == 0:
        outline(painter, rect, look.color("warn"), 1, 6)
