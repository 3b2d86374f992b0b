"""The sticky edges of the grid: rounds above, tables or mentees at the left, and the corner between."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.plan.chip_geometry import CHIP_SIDE, HEAD_HEIGHT, ROW_HEAD_WIDTH
from mixer_app.ui.plan.matrix_model import HEAD_ROLE, RoundHead, RowHead
from mixer_app.ui.theme import Theme
from mixer_app.ui.widgets.labels import cut_to_fit
from mixer_app.ui.widgets.roles import paint_mark


class RoundHeader(QHeaderView):
    """Round and its times; a lock where the round is past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Rounds")

    def sizeHint(self) -> QSize:
        """As high as two lines of words."""
        return QSize(super().sizeHint().width(), theme.current().px(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's name
        """Draw one round."""
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
        head = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, HEAD_ROLE)
        if isinstance(head, RoundHead):
            words = rect.adjusted(look.px(CHIP_SIDE), look.px(5), -look.px(CHIP_SIDE), -look.px(5))
            width = _paint_two_lines(painter, look, words, head.title, head.caption, strong=True)
            if head.locked:
                side = look.px(14)
                lock = QRect(words.left() + width + look.px(6), words.top() + look.px(2), side, side)
                paint_icon(painter, lock, "lock-simple", "text_muted")
        painter.restore()


class RowHeader(QHeaderView):
    """Number, role mark, name and field of a row, over as many lines as the row has seats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.seats = 1
        self.setAccessibleName("Tables or mentees")
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        """Wide enough for a number and most names."""
        look = theme.current()
        return QSize(look.px(ROW_HEAD_WIDTH) + look.px(CHIP_SIDE), 0)  # Qt would measure hundreds of rows

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's name
        """Draw as much of a row's head as lies in one of its lines."""
        look = theme.current()
        head = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, HEAD_ROLE)
        if not isinstance(head, RowHead):
            return
        seat = logicalIndex % self.seats
        row = QRect(rect.left(), rect.top() - seat * rect.height(), rect.width(), rect.height() * self.seats)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.color("surface"))
        row.setWidth(row.width() - look.px(CHIP_SIDE))
        painter.fillRect(QRect(row.right(), row.top(), 1, row.height()), look.color("line"))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), look.color("line"))
        self._paint_head(painter, look, row, head)
        painter.restore()

    def _paint_head(self, painter: QPainter, look: Theme, row: QRect, head: RowHead) -> None:
        left = row.left() + look.px(16)
        if head.number is not None:
            painter.setFont(_semibold(look, tabular=True))
            painter.setPen(look.color("text"))
            number = QRect(row.left(), row.top(), look.px(32), row.height())
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(head.number))
            left = number.right() + look.px(12)
        lines = look.line("body") + look.line("caption")
        before = 0 if head.hosts is None else look.px(14)  # room for the mark of a role
        words = QRect(left + before, row.top() + (row.height() - lines) // 2, 0, lines)
        words.setRight(row.right() - look.px(12))
        if row.height() < lines:
            words = QRect(words.left(), row.top(), words.width(), row.height())
        if head.hosts is not None:
            middle = QPointF(left + look.px(4), words.top() + look.line("body") / 2)
            role, side = (Role.MENTOR, 8) if head.hosts else (Role.MENTEE, 10)
            paint_mark(painter, middle, role, look.px(side), look)
        _paint_two_lines(painter, look, words, head.name, head.caption, strong=False)


class CornerHead(QWidget):
    """Says what the rows are, where the two heads meet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._caption = "", ""

    def say(self, title: str, caption: str) -> None:
        """Show two lines."""
        self._title, self._caption = title, caption
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines and the rules to both heads."""
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(QRect(look.px(ROW_HEAD_WIDTH) - 1, 0, 1, self.height()), look.color("line"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.color("line"))
        words = self.rect().adjusted(look.px(16), look.px(5), -look.px(8), -look.px(5))
        _paint_two_lines(painter, look, words, self._title, self._caption, strong=True)


def _paint_two_lines(painter: QPainter, look: Theme, rect: QRect, first: str, second: str, *, strong: bool) -> int:
    """A line of body and one of caption, each cut to the width; returns how wide the first is."""
    font = _semibold(look) if strong else _medium(look)
    top = QRect(rect.left(), rect.top(), rect.width(), look.line("body"))
    painter.setFont(font)
    painter.setPen(look.color("text"))
    width = _draw_cut(painter, top, first)
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("text_muted"))
    _draw_cut(painter, QRect(rect.left(), top.bottom() + 1, rect.width(), look.line("caption")), second)
    return width


def _draw_cut(painter: QPainter, rect: QRect, text: str) -> int:
    metrics = QFontMetrics(painter.font())
    cut = cut_to_fit(text, metrics, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
    return metrics.horizontalAdvance(cut)


def _medium(look: Theme) -> QFont:
    font = look.font("body")
    font.setWeight(QFont.Weight.Medium)
    return font


def _semibold(look: Theme, *, tabular: bool = False) -> QFont:
    return look.font("body_strong", tabular=tabular)
