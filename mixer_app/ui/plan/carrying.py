"""A chip is picked up, goes to another seat of its round, and is dropped there or returned."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.ui.plan.board import Order
from mixer_app.ui.plan.carry import Carry
from mixer_app.ui.plan.carry_gestures import CarryGestures
from mixer_app.ui.plan.carry_tip import CarriedChip, CarryTip, place_beside
from mixer_app.ui.plan.chips import Chip, ChipKind
from mixer_app.ui.plan.matrix_model import PlanMatrixModel
from mixer_app.ui.plan.matrix_view import PlanMatrixView
from mixer_app.ui.plan.words import short_name
from mixer_app.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from mixer_app.services.editable_plan import EditablePlan

_PAUSE_MS: Final = 350  # over a refused place, before it says why
_SCROLL_MS: Final = 30
_EDGE: Final = 28  # px, of the grid, where it scrolls
_ENSURE: Final = PlanMatrixView.ScrollHint.EnsureVisible
_CENTRE: Final = PlanMatrixView.ScrollHint.PositionAtCenter
_STILL_READING: Final = "The plan is still being read. Pick the chip up again in a moment."

WhyNot = Callable[[int, int], str]
"""Why the seat of a mentee in a round cannot be carried; empty: it can."""

OpenPlan = Callable[[Callable[["EditablePlan"], None]], None]
"""Calls back with the plan, at once where it is open already."""


class Carrying(QObject):
    """The hand over the grid."""

    dropped = Signal(object)
    """A `PlanEdit` that is legal."""
    refused = Signal(str)
    began = Signal()
    ended = Signal()

    def __init__(
        self, model: PlanMatrixModel, grid: PlanMatrixView, over: QWidget, open_plan: OpenPlan, why_not: WhyNot
    ) -> None:
        super().__init__(grid)
        self._model, self._grid, self._over = model, grid, over
        self._open_plan, self._why_not = open_plan, why_not
        self.carry: Carry | None = None
        self._waits_for: tuple[int, int] | None = None  # (mentee, round), until the plan is open
        self._by_keys = False
        self._at = QPoint()  # in the viewport
        self._aim = QPersistentModelIndex()
        self.chip = CarriedChip(over)
        self.tip = CarryTip(over)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self.gestures = CarryGestures(grid)
        self._connect()

    def _connect(self) -> None:
        self.gestures.drag_begun.connect(self._drag)
        self.gestures.moved_to.connect(self._move_to)
        self.gestures.let_go.connect(self._let_go)
        self.gestures.stepped.connect(self._step)
        self.gestures.returned.connect(self.put_back)
        self._pause.timeout.connect(self._say_why_not)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def active(self) -> bool:
        """Whether a chip is in the hand."""
        return self.gestures.carrying

    def pick_up(self, mentee_id: int, number: int, *, by_keys: bool = True) -> None:
        """Take somebody's seat of a round (from 1), or their wish for one, into the hand."""
        if self.active:
            return
        if why_not := self._why_not(mentee_id, number):
            self.refused.emit(why_not)
            return
        self._by_keys, self._waits_for = by_keys, (mentee_id, number)
        self.gestures.carrying = True
        self._take_chip(mentee_id, number)
        self.tip.say_waiting()
        if by_keys:
            self._at = self._grid.visualRect(self._grid.currentIndex()).center()
            place_beside(self.chip, self.tip, self._grid.viewport().mapTo(self._over, self._at), self._over.rect())
        self.began.emit()
        self._open_plan(self._begin)

    def put_back(self) -> None:
        """Return the chip to where it was."""
        if not self.active:
            return
        self._pause.stop()
        self._scroll.stop()
        self.chip.hide()
        self.tip.hide()
        self.carry, self._waits_for = None, None
        self.gestures.carrying = False
        if self._by_keys:
            self._grid.scrollTo(self._grid.currentIndex())
        self._aim_at(QModelIndex())
        self._model.carry(None)
        self.ended.emit()

    def _take_chip(self, mentee_id: int, number: int) -> None:
        board = self._model.board
        person = board.people.get(mentee_id) if board else None
        seat = board.seat_of(mentee_id, number) if board else None
        self.chip.show_chip(
            Chip(
                kind=ChipKind.PAIR,
                seat=0,
                text=short_name(person.name) if person else "",
                step=board.step(seat) if board and seat else 1,
                followed=True,
            ),
            self._grid.columnWidth(0),
        )

    def _drag(self, index: QModelIndex) -> None:
        introduction = self._model.introduction_at(index)
        if introduction is not None:
            self._grid.setCurrentIndex(index)
            self.pick_up(introduction.mentee_id, introduction.round, by_keys=False)

    def _begin(self, opened: "EditablePlan") -> None:
        """The plan is open: show where the chip can go."""
        if self._waits_for is None:
            return
        try:
            self.carry = carry = Carry(opened, *self._waits_for, self._model.order)
        except MixerError as refusal:  # somebody who can no longer be planned for
            self.put_back()
            self.refused.emit(str(refusal))
            return
        self._waits_for = None
        self._model.carry(carry.mark)
        if not self._by_keys:
            self._move_to(self._at)
            return
        best = next((found for edit in carry.best() if (found := self._where(edit)).isValid()), QModelIndex())
        first = best if best.isValid() else self._next_target(-1, 1, refused=False)
        if first.isValid():
            self._point(first)
        else:
            self.put_back()
            self.refused.emit(f"There is no other seat in round {carry.round} that breaks no rule.")

    def _where(self, edit: PlanEdit) -> QModelIndex:
        """The place of the grid at which a drop is `edit`."""
        by_table = self._model.order is Order.BY_TABLE
        if edit.kind is EditKind.MOVE:
            cell = self._model.index_of_cell(edit.mentor_id, edit.round) if by_table else QModelIndex()
            seats = range(self._model.seats if cell.isValid() else 0)
            free = (cell.siblingAtRow(cell.row() + seat) for seat in seats)
            return next((one for one in free if self._model.introduction_at(one) is None), QModelIndex())
        board = self._model.board
        seat = board.seat_of(edit.other_id, edit.round) if board else None
        return self._model.index_of(seat) if seat else QModelIndex()

    def _step(self, by: int, refused: bool) -> None:
        layout = self._model.layout_shown
        if self.carry is None or layout is None:
            return
        here = self._aim.row() if self._aim.isValid() else -1
        found = self._next_target(here, by, refused=refused)
        if found.isValid():
            self._point(found)

    def _next_target(self, here: int, by: int, *, refused: bool) -> QModelIndex:
        """The next place of the round before or after a line that takes the chip, or any with `refused`."""
        layout, carry = self._model.layout_shown, self.carry
        if layout is None or carry is None:
            return QModelIndex()
        lines, column = layout.lines_of_round(carry.round)
        line = here + by
        while line in lines:
            if refused or carry.target(layout.place(line, column)).edit is not None:
                return self._model.index(line, column)
            line += by
        return QModelIndex()

    def _point(self, index: QModelIndex) -> None:
        """The keys reach a place."""
        inside = self._grid.viewport().rect().contains(self._grid.visualRect(index))
        self._grid.scrollTo(index, _ENSURE if inside else _CENTRE)
        self._at = self._grid.visualRect(index).center()
        self._aim_at(index)
        if self.tip.sentence:
            announce(self._grid, self.tip.sentence, at_once=True)

    def _move_to(self, position: QPoint) -> None:
        """The mouse reaches a place."""
        self._at, self._by_keys = position, False
        height = self._grid.viewport().height()
        near = min(position.y(), height - position.y()) < _EDGE
        if near and not self._scroll.isActive():
            self._scroll.start()
        elif not near:
            self._scroll.stop()
        self._aim_at(self._grid.indexAt(position))

    def _scroll_on(self) -> None:
        up = self._at.y() < self._grid.viewport().height() / 2
        bar = self._grid.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if up else 1) * bar.singleStep() // 2)
        self._aim_at(self._grid.indexAt(self._at))

    def _aim_at(self, index: QModelIndex) -> None:
        """Say what a drop would do there, and place chip and tip."""
        place, carry = self._model.place_at(index), self.carry
        if self._pause.isActive() and self._aim == index:
            self._float()
            return
        self._pause.stop()
        target = carry.target(place) if place is not None and carry is not None else None
        self._aim = QPersistentModelIndex(index)
        self._grid.aim_at(index if target is not None and target.edit else QModelIndex())
        if not self.active:
            return
        if carry is None:
            self.tip.say_waiting()
        elif target is not None and target.edit is not None:
            self.tip.say_price(target.sentence, carry.price(target.edit))
        elif self._by_keys:
            self._say_why_not()
        else:
            self.tip.say_why_not("")
            self._pause.start()
        self._float()

    def _say_why_not(self) -> None:
        place = self._model.place_at(self._aim)
        if place is not None and self.carry is not None:
            self.tip.say_why_not(self.carry.target(place).sentence)
            self._float()

    def _float(self) -> None:
        place_beside(self.chip, self.tip, self._grid.viewport().mapTo(self._over, self._at), self._over.rect())

    def _let_go(self) -> None:
        place, carry = self._model.place_at(self._aim), self.carry
        edit = carry.target(place).edit if place is not None and carry is not None else None
        if carry is not None and edit is None and self._by_keys:
            return  # Esc returns it; Enter on a refused place leaves it in the hand
        waiting = carry is None
        self.put_back()
        if edit is not None:
            self.dropped.emit(edit)
        elif waiting:
            self.refused.emit(_STILL_READING)
