"""Every change of a reseating, one row each: who, why, from where, to where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mixer_app.domain.room import SeatMove, SeatMoveKind
from mixer_app.services.words import listed
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.live.line_list import Index, LineList
from mixer_app.ui.live.row_art import paint_chip, paint_ground, paint_person, row_height
from mixer_app.ui.widgets.roles import WORDS

_CHIP = 80
_END = 16
_ARROW = 20
_DIMMED = 0.6


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One change, in words."""

    move: SeatMove
    first_round: int  # of the reseating

    @property
    def attendee_id(self) -> int:
        """Whom it is about."""
        return self.move.attendee.id

    @property
    def detail(self) -> str:
        """Why, and in which rounds beside the first."""
        move = self.move
        why = move.why if move.round == self.first_round else f"From round {move.round}: {_small(move.why)}"
        if not move.more_rounds:
            return why
        rounds = listed([str(number) for number in move.more_rounds])
        return f"{why}; round{'s' if len(move.more_rounds) > 1 else ''} {rounds} too"

    @property
    def before(self) -> str:
        """Where from, in words; a table is shown as a chip."""
        if self.move.kind is SeatMoveKind.STAYS:
            return "Stays at"
        return "Waiting" if self.move.from_table is None else f"Table {self.move.from_table}"

    @property
    def after(self) -> str:
        """Where to."""
        if self.move.to_table is not None:
            return f"Table {self.move.to_table}"
        return "Left" if self.move.kind is SeatMoveKind.LEFT else "No seat"

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        move = self.move
        where = f"{self.before} {self.after.lower()}" if move.kind is SeatMoveKind.STAYS else self._way()
        return f"{move.attendee.name.shown}, {WORDS[move.role.value].lower()}, {where}. {self.detail}"

    def _way(self) -> str:
        return f"{self.before.lower()}, then {self.after.lower()}"


def move_lines(moves: Sequence[SeatMove], first_round: int) -> list[MoveLine]:
    """The changes of a reseating that begins with `first_round`."""
    return [MoveLine(move, first_round) for move in moves]


class MovesList(LineList[MoveLine]):
    """The changes; pale while others are looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Changes", parent)
        self.setObjectName("moves_list")
        self.dimmed = False
        self.setItemDelegate(_MoveDelegate(self))

    def set_dimmed(self, dimmed: bool) -> None:
        """Be pale, or not."""
        self.dimmed = dimmed
        self.viewport().update()


class _MoveDelegate(QStyledItemDelegate):
    def __init__(self, view: MovesList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._view.lines.lines[index.row()]
        look = theme.current()
        rect: QRect = option.rect
        painter.save()
        painter.setOpacity(_DIMMED if self._view.dimmed else 1.0)
        current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        paint_ground(painter, rect, look, current=current, last=index.row() == len(self._view.lines.lines) - 1)
        inside = rect.adjusted(0, 0, 0, -1)
        left = self._paint_way(painter, inside, line, look)
        words = QRect(inside.left(), inside.top(), left - look.px(8) - inside.left(), inside.height())
        move = line.move
        paint_person(painter, words, look, name=move.attendee.name.shown, role=move.role.value, detail=line.detail)
        painter.restore()

    @staticmethod
    def _paint_way(painter: QPainter, rect: QRect, line: MoveLine, look: theme.Theme) -> int:
        """Paint from where to where; the left edge of it."""
        move = line.move
        metrics = QFontMetrics(look.font("body_strong", tabular=True))
        chip = max(look.px(_CHIP), metrics.horizontalAdvance("Table 888") + look.px(12))
        height, arrow = look.px(28), look.px(_ARROW)
        top = rect.top() + (rect.height() - height) // 2
        after = QRect(rect.right() + 1 - look.px(_END) - chip, top, chip, height)
        stays = move.kind is SeatMoveKind.STAYS
        if move.to_table is not None:
            paint_chip(painter, after, line.after, look, fresh=not stays)
        else:
            _paint_words(painter, after, line.after, look, Qt.AlignmentFlag.AlignLeft)
        gap = look.px(8)
        icon = QRect(after.left() - gap - arrow, rect.top() + (rect.height() - arrow) // 2, arrow, arrow)
        before = QRect(icon.left() - gap - chip, top, chip, height)
        if stays:
            _paint_words(painter, before, line.before, look, Qt.AlignmentFlag.AlignRight)
            return before.left()
        paint_icon(painter, icon, "arrow-right", "text_muted")
        if move.from_table is not None:
            paint_chip(painter, before, line.before, look, fresh=False)
        else:
            _paint_words(painter, before, line.before, look, Qt.AlignmentFlag.AlignRight)
        return before.left()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height(theme.current()))


def _paint_words(painter: QPainter, rect: QRect, words: str, look: theme.Theme, side: Qt.AlignmentFlag) -> None:
    painter.setFont(look.font("body"))
    painter.setPen(look.color("text_muted"))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)


def _small(why: str) -> str:
    return why[:1].lower() + why[1:] if why[1:2].islower() and not why.startswith("Dr") else why
