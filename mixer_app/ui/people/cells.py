"""How the cells of the people table are painted."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from mixer_app.domain.people import PersonName
from mixer_app.ui.icons import BOLD, FILL, REGULAR, paint_icon
from mixer_app.ui.people.ink import Ink, ink
from mixer_app.ui.people.rows import PersonRow, Standing, family_span, work_words
from mixer_app.ui.people.table_model import AttendeeTableModel, Column
from mixer_app.ui.widgets.roles import paint_role

PAD: Final = 8
_BOX: Final = 16

_STANDING_LOOK: Final[dict[str, tuple[str, str, str]]] = {
    "Double?": ("users", REGULAR, "warn"),
    "No email": ("warning", REGULAR, "warn"),
    Standing.HERE: ("check-circle", FILL, "good"),
    Standing.EXPECTED: ("circle-dashed", REGULAR, "text_muted"),
    Standing.LEFT: ("sign-out", REGULAR, "text_muted"),
    Standing.CANCELLED: ("prohibit", REGULAR, "text_muted"),
}
"""Icon, weight and colour role of each standing; those without an icon are plain."""


class Cell:
    """Paints the words of one column; the other kinds paint what is theirs.

    The view paints the rows itself with these: to have Qt ask a delegate cell by cell takes twice as long,
    and the whole table is painted anew with every letter of a search.
    """

    def __init__(self, model: AttendeeTableModel, column: Column) -> None:
        self._model = model
        self._column = column
        self.two_lines = False

    def draw(self, used: Ink, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """Paint what the column says of `row` into `rect`."""
        words = self._model.words(row, self._column)
        muted = not words or row.cancelled or (self._column is Column.LAST_EVENT and not row.at_event)
        silent = "not answered" if self._column is Column.NEEDS else ""
        draw_text(used, painter, rect, words or silent, "body", "text_muted" if muted else "text")


class TickCell(Cell):
    """The box by which a row is chosen."""

    def draw(self, used: Ink, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """Paint the box, ticked or empty; none where someone cannot be chosen."""
        if row.cancelled:
            return
        state = Qt.CheckState.Checked if self._model.is_ticked(row) else Qt.CheckState.Unchecked
        used.stamp(painter, rect, ("tick", state), lambda on, box: draw_box(on, box, state))


class NameCell(Cell):
    """The name with its family part set off; in narrow windows the title stands under it."""

    def draw(self, used: Ink, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """Paint the name, and what else there is room for."""
        tone = "text_muted" if row.cancelled else "text"
        if not self.two_lines:
            draw_name(used, painter, rect, row.attendee.name, tone)
            return
        line = used.look.line("body")
        top = rect.top() + (rect.height() - line - used.look.line("caption")) // 2
        draw_name(used, painter, QRect(rect.left(), top, rect.width(), line), row.attendee.name, tone)
        under = QRect(rect.left(), top + line, rect.width(), used.look.line("caption"))
        draw_text(used, painter, under, work_words(row.attendee), "caption", "text_muted")


class RoleCell(Cell):
    """Diamond, ring or both, then the word."""

    def draw(self, used: Ink, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """Paint the mark and the word."""
        role = row.attendee.role
        used.stamp(painter, rect, role, lambda on, box: paint_role(on, box, role, used.look))


class StatusCell(Cell):
    """Where someone stands, as an icon and a word."""

    def draw(self, used: Ink, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        """Paint the icon and the word."""
        words = row.status_words
        mark = _STANDING_LOOK.get(words)
        used.stamp(painter, rect, ("status", words), lambda on, box: draw_status(used, on, box, words, mark))


_KINDS: Final[dict[Column, type[Cell]]] = {
    Column.TICK: TickCell,
    Column.NAME: NameCell,
    Column.ROLE: RoleCell,
    Column.STATUS: StatusCell,
}


def cells_of(model: AttendeeTableModel) -> dict[Column, Cell]:
    """What paints each column of `model`."""
    return {column: _KINDS.get(column, Cell)(model, column) for column in Column}


def paint_ground(used: Ink, painter: QPainter, rect: QRect, *, ticked: bool, hovered: bool) -> None:
    """The ground of a row and the line under it."""
    if ticked or hovered:
        painter.fillRect(rect, used.color("accent_soft" if ticked else "canvas"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, used.color("line"))


def draw_text(used: Ink, painter: QPainter, rect: QRect, words: str, look: str, role: str) -> None:
    """One line of text, cut with an ellipsis where it must be."""
    painter.setFont(used.font(look))
    painter.setPen(used.color(role))
    shown = used.elided(words, look, rect.width())
    painter.drawText(rect, _LEFT, shown)


_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def draw_name(used: Ink, painter: QPainter, rect: QRect, name: PersonName, tone: str) -> None:
    """A name in its own script and direction, the family name semibold."""
    layout = used.laid_out(name, rect.width(), _lay_out)
    painter.setPen(used.color(tone))
    height = layout.boundingRect().height()
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - height) / 2))


def _lay_out(name: PersonName, width: int) -> QTextLayout:
    used = ink()
    start, end = family_span(name)
    shown = used.elided(name.shown, "body_strong", width)
    layout = QTextLayout(shown, used.font("body"))
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
    weight = QTextCharFormat()
    weight.setFontWeight(used.font("body_strong").weight())
    family = QTextLayout.FormatRange()
    first, last = _utf16(shown[:start]), _utf16(shown[:end])
    family.start, family.length, family.format = first, last - first, weight
    layout.setFormats([family])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout


def _utf16(text: str) -> int:
    """How long Qt takes a text to be: it counts rare characters, such as an emoji, twice."""
    return len(text.encode("utf-16-le")) // 2


def draw_status(used: Ink, painter: QPainter, rect: QRect, words: str, mark: tuple[str, str, str] | None) -> None:
    """An icon and a word in the colour of a status; without an icon the word is muted."""
    look = used.look
    left, side = rect.left(), look.px(_BOX)
    name, weight, role = mark or ("", REGULAR, "text_muted")
    if name:
        place = QRect(QPoint(left, rect.top() + (rect.height() - side) // 2), QSize(side, side))
        paint_icon(painter, place, name, role, weight=weight)
        left += side + look.px(6)
    draw_text(used, painter, QRect(left, rect.top(), rect.right() - left, rect.height()), words, "body", role)


def draw_box(painter: QPainter, rect: QRect, state: Qt.CheckState) -> None:
    """A tick box in the middle of `rect`: empty, ticked or half."""
    used = ink()
    side = used.look.px(_BOX)
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    full = state is Qt.CheckState.Checked
    painter.setPen(used.color("accent" if full else "text_muted"))
    painter.setBrush(used.color("accent") if full else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(box, 4, 4)
    if state is not Qt.CheckState.Unchecked:
        mark, role = ("check", "accent_text") if full else ("minus", "text_muted")
        paint_icon(painter, box.adjusted(2, 2, -2, -2), mark, role, weight=BOLD)
