"""Mentee, mentor or both: one row each, by shape, word and colour."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk import words
from mixer_app.ui.kiosk.buttons import STRONG
from mixer_app.ui.kiosk.chips import WalkingButton, focus_neighbour
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook, leading
from mixer_app.ui.kiosk.tab_order import one_of
from mixer_app.ui.kiosk.words import say
from mixer_app.ui.widgets.roles import paint_mark

WORDS: Final = {Role.MENTEE: words.MENTEE, Role.MENTOR: words.MENTOR, Role.BOTH: words.BOTH}
_MARKS: Final = {Role.MENTEE: ("mentee",), Role.MENTOR: ("mentor",), Role.BOTH: ("mentor", "mentee")}
_COLORS: Final = {Role.MENTEE: "mentee", Role.MENTOR: "mentor", Role.BOTH: "text"}
_SOFT: Final = {Role.MENTEE: "mentee_soft", Role.MENTOR: "mentor_soft", Role.BOTH: "canvas"}
_MARK: Final = 22


def paint_marks(painter: QPainter, box: QRect, role: Role, look: KioskLook, direction: Qt.LayoutDirection) -> None:
    """The marks of a role in the middle of `box`: for both, diamond then ring, never over each other."""
    size, gap = look.px(_MARK), look.px(6)
    marks = _MARKS[role]
    left = box.center().x() + 0.5 - (len(marks) * size + (len(marks) - 1) * gap) / 2
    in_order = marks if direction is Qt.LayoutDirection.LeftToRight else tuple(reversed(marks))
    for mark in in_order:
        paint_mark(painter, QPointF(left + size / 2, box.center().y() + 0.5), mark, size, theme.current())
        left += size + gap


class RoleRow(WalkingButton):
    """One role; the chosen one in its colour with a check."""

    def __init__(self, look: KioskLook, role: Role) -> None:
        super().__init__(look)
        self.role = role
        self.setCheckable(True)
        self.setObjectName(f"role_{role.value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return self._fit().clipped

    def retranslate(self) -> None:
        """Say the role in the language in use."""
        self.setText(say(WORDS[self.role]))
        self.setAccessibleName(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(300), self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, chosen = QPainter(self), self.look, self.isChecked()
        color = _COLORS[self.role]
        self.ground(painter, _SOFT[self.role] if chosen else "plain", border=color if chosen else "line")
        marks = self.place(QRect(look.px(20), 0, look.px(52), self.height()))
        paint_marks(painter, marks, self.role, look, self.layoutDirection())
        box = self.place(QRect(look.px(88), 0, self._room(), self.height()))
        self._fit().paint(painter, box, leading(self.layoutDirection()), look.color("text"))
        if chosen:
            side = look.px(28)
            spot = QRect(self.width() - look.px(18) - side, (self.height() - side) // 2, side, side)
            paint_icon(painter, self.place(spot), "check", color)

    def _room(self) -> int:
        return self.width() - self.look.px(88 + 56)

    def _fit(self) -> FittedText:
        weight = STRONG if self.isChecked() else None
        room = Room(width=self._room(), line_height=self.look.line())
        return fit_text(self.text(), self.look.font(weight=weight), room, self.layoutDirection())


class RoleRows(QWidget):
    """The roles that can be chosen, one of which is."""

    changed = Signal(object)

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.rows = [RoleRow(look, role) for role in (Role.MENTEE, Role.MENTOR, Role.BOTH)]
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows:
            self._group.addButton(row)
            self._column.addWidget(row)
            row.clicked.connect(self._tell)
            row.walked.connect(self._walk)
        look.changed.connect(self._relook)
        self._relook()

    @property
    def role(self) -> Role:
        """The chosen role."""
        row = self._group.checkedButton()
        return row.role if isinstance(row, RoleRow) else Role.MENTEE

    def show_role(self, role: Role, *, can_change: bool) -> None:
        """Choose a role; where the event does not let people change it, the others are absent."""
        for row in self.rows:
            row.setChecked(row.role is role)
            row.setVisible(can_change or row.role is role)
            row.retranslate()

    def retranslate(self) -> None:
        """Say the roles in the language in use."""
        for row in self.rows:
            row.retranslate()

    def shown(self) -> Sequence[RoleRow]:
        """The rows that are offered."""
        return [row for row in self.rows if not row.isHidden()]

    def first_stop(self) -> QWidget | None:
        """Where Tab enters: the chosen row, by which the others are reached."""
        return self._group.checkedButton() or next(iter(self.shown()), None)

    def tab_stops(self) -> list[QWidget]:
        """One stop: the row that has the keyboard, else the chosen one."""
        return one_of(self.shown(), self.first_stop())

    def _relook(self) -> None:
        self._column.setSpacing(self._look.px(8))

    def _walk(self, step: int) -> None:
        focus_neighbour(list(self.shown()), step)

    def _tell(self) -> None:
        self.changed.emit(self.role)
