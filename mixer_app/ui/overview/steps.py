"""The six steps of the evening, each a button to its place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from mixer_app.domain.overview import Step, StepState
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon

_MARKS: Final = {
    StepState.DONE: ("check-circle", "good", "fill"),
    StepState.ATTENTION: ("warning-circle", "warn", "fill"),
    StepState.UNDER_WAY: ("circle-half", "accent", "regular"),
    StepState.TO_COME: ("circle-dashed", "text_muted", "regular"),
}
_SPOKEN: Final = {
    StepState.DONE: "done",
    StepState.ATTENTION: "needs a look",
    StepState.UNDER_WAY: "under way",
    StepState.TO_COME: "to come",
}
_RADIUS: Final = 12


class StepsCard(QFrame):
    """Six cells in a line, or in two lines of three where the width does not do."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName("Steps of the evening")
        self._columns = 6
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self.cells: list[StepCell] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps; cells are kept, so that the focus stays where it is."""
        while len(self.cells) < len(steps):
            cell = StepCell()
            cell.clicked.connect(self._tell)
            self.cells.append(cell)
        for cell, step in zip(self.cells, steps, strict=True):
            cell.show_step(step)
        self._arrange()

    def set_columns(self, columns: int) -> None:
        """Six or three in a line."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        last = len(self.cells) - 1
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, self._columns)
            self._grid.addWidget(cell, row, column)
            rows = last // self._columns
            cell.set_edges(
                left=column > 0,
                top=row > 0,
                corners=(
                    row == 0 and column == 0,
                    row == 0 and column == self._columns - 1,
                    row == rows and column == self._columns - 1,
                    row == rows and column == 0,
                ),
            )
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _tell(self) -> None:
        cell = self.sender()
        if isinstance(cell, StepCell) and cell.step is not None:
            self.place_chosen.emit(cell.step.place.value)


class StepCell(QAbstractButton):
    """One step: state by the shape of its icon, number and name, one fact, one lack."""

    def __init__(self) -> None:
        super().__init__()
        self.step: Step | None = None
        self._left = self._top = False
        self._corners = (False, False, False, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step) -> None:
        """Show this step."""
        self.step = step
        self.setText(step.name)
        parts = [f"Step {step.number}, {step.name}, {_SPOKEN[step.state]}", step.fact, step.lack]
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.setToolTip("\n".join(part for part in (step.fact, step.lack) if part))
        self.update()

    def set_edges(self, *, left: bool, top: bool, corners: tuple[bool, bool, bool, bool]) -> None:
        """Which edges have a line, and which corners (clockwise from the top left) are the card's."""
        self._left, self._top, self._corners = left, top, corners
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(160), look.px(110))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.current().px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        step = self.step
        if step is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look, step)
        inside = look.px(24) if self.width() > look.px(190) else look.px(16)
        box = QRect(inside, look.px(15), self.width() - inside - look.px(8), look.line("body"))
        side = look.px(20)
        icon_name, role, weight = _MARKS[step.state]
        if step.current and step.state is StepState.UNDER_WAY:
            role = "accent"
        paint_icon(painter, QRect(box.left(), box.top(), side, side), icon_name, role, weight=weight)
        bold = look.font("body_strong")
        title = box.adjusted(side + look.px(8), 0, 0, 0)
        self._write(painter, title, f"{step.number}  {step.name}", bold, look.color("text"))
        box.translate(0, look.px(32))
        self._write(painter, box, step.fact, look.font("body"), look.color("text"))
        box.translate(0, look.px(20))
        lack = look.color("warn" if step.warns else "text_muted")
        self._write(painter, box, step.lack, look.font("caption"), lack)

    def _paint_ground(self, painter: QPainter, look: theme.Theme, step: Step) -> None:
        if step.current or (self.underMouse() and self.isEnabled()):
            color = look.color("accent_soft") if step.current else look.mix("surface", "text", 0.03)
            painter.fillPath(self._shape(), color)
        if self._left:
            painter.fillRect(0, 0, 1, self.height(), look.color("line"))
        if self._top:
            painter.fillRect(0, 0, self.width(), 1, look.color("line"))

    def _shape(self) -> QPainterPath:
        """The cell, rounded where it is a corner of the card."""
        rect = self.rect().toRectF()
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, _RADIUS - 1, _RADIUS - 1)
        half_x, half_y = rect.width() / 2, rect.height() / 2
        quarters = ((0.0, 0.0), (half_x, 0.0), (half_x, half_y), (0.0, half_y))
        for is_corner, (left, top) in zip(self._corners, quarters, strict=True):
            if not is_corner:
                path.addRect(left, top, half_x, half_y)
        return path

    @staticmethod
    def _write(painter: QPainter, box: QRect, text: str, font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
