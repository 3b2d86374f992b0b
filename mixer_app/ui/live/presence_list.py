"""People with what is known of them: here or gone, by a click or a key."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mixer_app.domain.room import Presence
from mixer_app.ui import theme
from mixer_app.ui.live.line_list import Index, LineList
from mixer_app.ui.live.person_lines import TOGGLE_WORDS, PersonLine
from mixer_app.ui.live.row_art import EDGE, paint_ground, paint_person, paint_toggles, row_height

_KEYS: Final = {Qt.Key.Key_H: Presence.SEEN, Qt.Key.Key_G: Presence.GONE, Qt.Key.Key_M: Presence.MISSING}
_END: Final = 16


class PresenceList(LineList[PersonLine]):
    """Rows with toggles; H, G and M press them in the current row."""

    presence_chosen = Signal(int, object)  # attendee, Presence

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(_PersonDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, toggle = self.current_line(), _KEYS.get(Qt.Key(event.key()))
        if line is not None and toggle is not None and not event.modifiers() and line.toggles:
            self._press(line, toggle)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        line = self.lines.lines[index.row()]
        for toggle, rect in zip(line.toggles, toggle_rects(self.visualRect(index), line), strict=True):
            if rect.contains(event.position().toPoint()):
                self._press(line, toggle)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses of a toggle are two presses; elsewhere they open the person."""
        index = self.indexAt(event.position().toPoint())
        line = self.lines.lines[index.row()] if index.isValid() else None
        rects = toggle_rects(self.visualRect(index), line) if line is not None else []
        if any(rect.contains(event.position().toPoint()) for rect in rects):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def toggle_rect(self, row: int, toggle: Presence) -> QRect:
        """Where a toggle is on the screen."""
        line = self.lines.lines[row]
        return toggle_rects(self.visualRect(self.lines.index(row)), line)[line.toggles.index(toggle)]

    def _press(self, line: PersonLine, toggle: Presence) -> None:
        if toggle in line.toggles or toggle is Presence.MISSING:
            self.presence_chosen.emit(line.attendee_id, line.after(toggle))


def toggle_rects(rect: QRect, line: PersonLine) -> list[QRect]:
    """Where the toggles of a row are: joined, at its end."""
    look = theme.current()
    metrics = QFontMetrics(look.font("body_strong"))
    height = look.px(36)
    top = rect.top() + (rect.height() - 1 - height) // 2
    right = rect.right() + 1 - look.px(_END)
    found: list[QRect] = []
    for toggle in reversed(line.toggles):
        width = max(look.px(62), metrics.horizontalAdvance(TOGGLE_WORDS[toggle]) + look.px(24))
        found.insert(0, QRect(right - width, top, width, height))
        right -= width
    return found


class _PersonDelegate(QStyledItemDelegate):
    def __init__(self, view: LineList[PersonLine]) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._view.lines.lines[index.row()]
        look = theme.current()
        rect: QRect = option.rect
        painter.save()
        current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        paint_ground(painter, rect, look, current=current, last=index.row() == len(self._view.lines.lines) - 1)
        inside = rect.adjusted(0, 0, 0, -1)
        right = self._paint_end(painter, inside, line, look)
        words = QRect(inside.left(), inside.top(), right - inside.left(), inside.height())
        paint_person(painter, words, look, name=line.name, role=line.role, detail=line.detail, urgent=line.urgent)
        painter.restore()

    @staticmethod
    def _paint_end(painter: QPainter, rect: QRect, line: PersonLine, look: theme.Theme) -> int:
        """Paint what stands at the end; the left edge of it."""
        if line.toggles:
            rects = toggle_rects(rect.adjusted(0, 0, 0, 1), line)
            pressed = line.toggles.index(line.pressed) if line.pressed in line.toggles else None
            paint_toggles(painter, rects, [TOGGLE_WORDS[one] for one in line.toggles], look, pressed=pressed)
            return rects[0].left() - look.px(8)
        if not line.end:
            return rect.right() - look.px(EDGE)
        font = look.font("body", tabular=True)
        width = QFontMetrics(font).horizontalAdvance(line.end)
        box = QRect(rect.right() - look.px(EDGE) - width, rect.top(), width + 1, rect.height())
        painter.setFont(font)
        painter.setPen(look.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.end)
        return box.left() - look.px(8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height(theme.current()))
