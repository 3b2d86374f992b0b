"""One table as a tile: its number, and who sits there as shapes."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mixer_app.domain.room import Presence, SeatNow, TableNow, TableState
from mixer_app.ui import theme
from mixer_app.ui.live.words import table_words
from mixer_app.ui.widgets.roles import paint_mark

_MARK = 8
_GAP = 4
_SIZES = ((_MARK, _GAP), (_MARK, 2), (7, 2))  # the first that fits
_UNUSED = (TableState.CLOSED, TableState.EMPTY)
_THERE = (Presence.EXPECTED, Presence.SEEN)


class TableTile(QAbstractButton):
    """A mark for the mentor, one for each mentee, and a dash in the place of whoever is missing."""

    def __init__(self, table: TableNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        self.table = table
        self.show_table(table)

    def show_table(self, table: TableNow) -> None:
        """Show this table as it is now."""
        self.table = table
        words = table_words(table)
        self.setText(str(table.number))
        self.setObjectName(f"table_{table.number}_tile")
        if words != self.accessibleName():
            self.setAccessibleName(words)
        seats = [seat for seat in (table.mentor, *table.mentees) if seat is not None]
        names = [f"{seat.attendee.name.shown}{_presence_note(seat)}" for seat in seats]
        self.setToolTip("\n".join((words, *names)))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        marks = 1 + max(len(self.table.mentees), 2)
        return QSize(max(look.px(41), marks * look.px(_MARK + _GAP) + look.px(4)), look.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(32), theme.current().px(56))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the table; the space bar is the clock's on this page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unused = self.table.state in _UNUSED
        edge, width = self._edge(look)
        painter.setPen(QPen(edge, width))
        painter.setBrush(self._ground(look, unused=unused))
        half = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 8, 8)
        painter.setFont(look.font("body" if unused else "body_strong", tabular=True))
        painter.setPen(look.color("text_muted" if unused else "text"))
        box = QRect(0, look.px(9), self.width(), look.line("body"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        middle = look.px(40)
        if unused:
            _paint_dash(painter, QPointF(self.width() / 2, middle), look.color("text_muted"), look)
        else:
            self._paint_seats(painter, middle, look)

    def _edge(self, look: theme.Theme) -> tuple[QColor, int]:
        if self.isChecked():
            return look.color("accent"), 2
        strong = {TableState.NO_MENTOR: "bad", TableState.LACKING: "warn"}.get(self.table.state)
        return (look.color(strong), 2) if strong else (look.color("line"), 1)

    def _ground(self, look: theme.Theme, *, unused: bool) -> QColor:
        if self.isChecked():
            return look.color("accent_soft")
        if unused:
            return QColor(Qt.GlobalColor.transparent)
        return look.mix("surface", "text", 0.04) if self.underMouse() else look.color("surface")

    def _paint_seats(self, painter: QPainter, middle: float, look: theme.Theme) -> None:
        seats: list[tuple[str, SeatNow | None]] = [("mentor", self.table.mentor)]
        seats += [("mentee", seat) for seat in self.table.mentees]
        room = self.width() - look.px(4)
        for mark, gap in _SIZES:
            step = look.px(mark + gap)
            if len(seats) * step - look.px(gap) <= room:
                break
        else:
            self._paint_counted(painter, middle, look)
            return
        left = (self.width() - (len(seats) - 1) * step) / 2
        for position, (role, seat) in enumerate(seats):
            _paint_seat(painter, QPointF(left + position * step, middle), role, seat, look, mark)

    def _paint_counted(self, painter: QPainter, middle: float, look: theme.Theme) -> None:
        """More mentees than marks have room: one ring and how many of them are there."""
        there = sum(seat.presence in _THERE for seat in self.table.mentees)
        left = look.px(10)
        _paint_seat(painter, QPointF(left, middle), "mentor", self.table.mentor, look, _MARK)
        font = look.font("caption", tabular=True)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color("mentee"))
        box = QRectF(left + look.px(4), middle - look.px(8), self.width() - left - look.px(8), look.px(16))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{there}/{len(self.table.mentees)}")


def _paint_seat(
    painter: QPainter, center: QPointF, role: str, seat: SeatNow | None, look: theme.Theme, mark: int
) -> None:
    if seat is not None and seat.presence in _THERE:
        paint_mark(painter, center, role, look.px(mark), look)
    else:
        _paint_dash(painter, center, look.color(role), look, mark - 2)


def _paint_dash(painter: QPainter, center: QPointF, color: QColor, look: theme.Theme, length: int = 6) -> None:
    half = look.px(length) / 2
    painter.setPen(QPen(color, max(2, look.px(2)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(center - QPointF(half, 0), center + QPointF(half, 0))


def _presence_note(seat: SeatNow) -> str:
    said = {Presence.SEEN: "seen", Presence.MISSING: "missing", Presence.GONE: "gone"}.get(seat.presence)
    return f", {said}" if said else ""
