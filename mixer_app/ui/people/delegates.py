"""How the cells of the people table are painted."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mixer_app.domain.people import PersonName
from mixer_app.ui import theme
from mixer_app.ui.icons import BOLD, FILL, REGULAR, paint_icon
from mixer_app.ui.people.rows import PersonRow, Standing, family_span, work_words
from mixer_app.ui.people.table_model import ROW_ROLE
from mixer_app.ui.widgets.roles import paint_role

Index = QModelIndex | QPersistentModelIndex

PAD: Final = 8
_BOX: Final = 16

_STANDING_LOOK: Final[dict[Standing, tuple[str, str, str]]] = {
    Standing.HERE: ("check-circle", FILL, "good"),
    Standing.EXPECTED: ("circle-dashed", REGULAR, "text_muted"),
    Standing.LEFT: ("sign-out", REGULAR, "text_muted"),
}
"""Icon, weight and colour role of each standing; those without an icon are plain."""


class CellDelegate(QStyledItemDelegate):
    """Ground and text of a cell; the other delegates add what is theirs."""

    def __init__(self, *, muted: bool = False, parent: Any = None) -> None:
        super().__init__(parent)
        self._muted = muted
        self.two_lines = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PersonRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        ticked = index.sibling(index.row(), 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_ground(painter, rect, ticked=ticked, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        self.draw(painter, rect.adjusted(PAD, 0, -PAD, -1), row, index)
        painter.restore()

    def draw(self, painter: QPainter, rect: QRect, row: PersonRow, index: Index) -> None:
        """Paint the contents into `rect`."""
        words = index.data(Qt.ItemDataRole.DisplayRole)
        muted = (self._muted and not row.at_event) or not words
        draw_text(
            painter, rect, words or "not answered", theme.current().font("body"), "text_muted" if muted else "text"
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 0)  # heights and widths are the table's


class TickDelegate(CellDelegate):
    """The box by which a row is chosen."""

    def draw(self, painter: QPainter, rect: QRect, row: PersonRow, index: Index) -> None:
        draw_box(painter, rect, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))


class NameDelegate(CellDelegate):
    """The name with its family part set off; in narrow windows the title stands under it."""

    def draw(self, painter: QPainter, rect: QRect, row: PersonRow, index: Index) -> None:
        look = theme.current()
        if not self.two_lines:
            draw_name(painter, rect, row.attendee.name, look.font("body"))
            return
        line = look.line("body")
        top = rect.top() + (rect.height() - line - look.line("caption")) // 2
        draw_name(painter, QRect(rect.left(), top, rect.width(), line), row.attendee.name, look.font("body"))
        under = QRect(rect.left(), top + line, rect.width(), look.line("caption"))
        draw_text(painter, under, work_words(row.attendee), look.font("caption"), "text_muted")


class RoleDelegate(CellDelegate):
    """Diamond, ring or both, then the word."""

    def draw(self, painter: QPainter, rect: QRect, row: PersonRow, index: Index) -> None:
        paint_role(painter, rect, row.attendee.role, theme.current())


class StatusDelegate(CellDelegate):
    """Where someone stands, as an icon and a word."""

    def draw(self, painter: QPainter, rect: QRect, row: PersonRow, index: Index) -> None:
        if row.standing is Standing.KNOWN and row.lacks_email:
            draw_status(painter, rect, "No email", ("warning", REGULAR, "warn"))
        else:
            draw_status(painter, rect, row.standing, _STANDING_LOOK.get(row.standing))


def paint_ground(painter: QPainter, rect: QRect, *, ticked: bool, hovered: bool) -> None:
    """The ground of a cell and the line under it."""
    look = theme.current()
    painter.fillRect(rect, look.color("accent_soft" if ticked else "canvas" if hovered else "surface"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))


def draw_text(painter: QPainter, rect: QRect, words: str, font: QFont, role: str) -> None:
    """One line of text, cut with an ellipsis where it must be."""
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def draw_name(painter: QPainter, rect: QRect, name: PersonName, font: QFont) -> None:
    """A name in its own script and direction, the family name semibold."""
    strong = theme.current().font("body_strong")
    start, end = family_span(name)
    shown = QFontMetrics(strong).elidedText(name.shown, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
    weight = QTextCharFormat()
    weight.setFontWeight(strong.weight())
    family = QTextLayout.FormatRange()
    family.start, family.length, family.format = start, max(min(end, len(shown)) - start, 0), weight  # type: ignore[misc]
    layout.setFormats([family])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(theme.current().color("text"))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def draw_status(painter: QPainter, rect: QRect, words: str, mark: tuple[str, str, str] | None) -> None:
    """An icon and a word in the colour of a status; without an icon the word is muted."""
    look = theme.current()
    left, side = rect.left(), look.px(_BOX)
    name, weight, role = mark or ("", REGULAR, "text_muted")
    if name:
        paint_icon(
            painter,
            QRect(QPoint(left, rect.top() + (rect.height() - side) // 2), QSize(side, side)),
            name,
            role,
            weight=weight,
        )
        left += side + look.px(6)
    draw_text(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), words, look.font("body"), role)


def draw_box(painter: QPainter, rect: QRect, state: Qt.CheckState) -> None:
    """A tick box in the middle of `rect`: empty, ticked or half."""
    look = theme.current()
    side = look.px(_BOX)
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    full = state is Qt.CheckState.Checked
    painter.setPen(look.color("accent" if full else "text_muted"))
    painter.setBrush(look.color("accent") if full else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(box, 4, 4)
    if state is not Qt.CheckState.Unchecked:
        mark, role = ("check", "accent_text") if full else ("minus", "text_muted")
        paint_icon(painter, box.adjusted(2, 2, -2, -2), mark, role, weight=BOLD)
