"""A plan on the screen: verdict, tools, grid and panel, and how a choice in one shows in the others."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.ui import theme
from mixer_app.ui.plan.board import CellState, Order, PlanBoard
from mixer_app.ui.plan.loading import ShownPlan
from mixer_app.ui.plan.matrix_model import PlanMatrixModel
from mixer_app.ui.plan.matrix_view import PlanMatrixView
from mixer_app.ui.plan.plan_panel import PlanPanel
from mixer_app.ui.plan.plan_toolbar import PlanToolbar
from mixer_app.ui.plan.quality_card import QualityCard
from mixer_app.ui.plan.side_panel import PANEL_WIDTH
from mixer_app.ui.plan.words import given_name, seat_phrase, short_name

_BESIDE_FROM = 1120  # narrower, the panel slides over the grid
_COVERED_SHARE = 0.45  # of the width at most, so that large text leaves the first rounds in sight


class PlanBody(QWidget):
    """Everything below the head of the page."""

    reasons_asked = Signal()
    free_round_opened = Signal(int, int)  # attendee id, round: why it is free is to be told

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: PlanBoard | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.quality_card = QualityCard()
        self.toolbar = PlanToolbar()
        self.model = PlanMatrixModel(self)
        self.matrix = PlanMatrixView(self.model)
        self._grid_card = _GridCard(self.matrix)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addWidget(self.quality_card)
        self._column.addWidget(self.toolbar)
        self._column.addWidget(self._grid_card, 1)
        self.panel = PlanPanel(self)
        self.panel.hide()

    def _connect(self) -> None:
        self.quality_card.step_chosen.connect(self._follow_step)
        self.quality_card.reasons_asked.connect(self._show_reasons)
        self.toolbar.order_chosen.connect(self._show_order)
        self.toolbar.find_person.person_chosen.connect(self.show_person)
        self.toolbar.without_asked.connect(self._show_without)
        self.matrix.seat_opened.connect(self._open_seat)
        self.matrix.seat_reached.connect(self._reach_seat)
        self.panel.closed.connect(self.close_panel)
        self.panel.stop_chosen.connect(self._go_to)

    def show_plan(self, shown: ShownPlan) -> None:
        """Show a plan; what was chosen in the last one stays chosen where it is still there."""
        kept = self.model.introduction_at(self.matrix.currentIndex()) if self._board else None
        scrolled = self.matrix.verticalScrollBar().value()
        board = self._board = shown.board
        self.quality_card.show_verdict(shown.verdict)
        self.toolbar.find_person.set_index(shown.index)
        self.toolbar.show_without(len(board.without()))
        self.model.show(board, self.model.order)
        self.matrix.verticalScrollBar().setValue(scrolled)
        if kept is not None and self.model.index_of(kept).isValid():
            self.matrix.choose(self.model.index_of(kept))
        else:
            self.close_panel()

    def show_person(self, attendee_id: int) -> None:
        """Jump to someone: to their first meeting, or to why they have none."""
        board = self._board
        if board is None or attendee_id not in board.people:
            return
        evening = board.evening(attendee_id)
        if not evening:
            person = board.people[attendee_id]
            title = "Without an introduction" if board.reason_without(attendee_id) else "Not in this plan"
            self._show_people(title, "", [(person, _why_absent(board, person))])
            return
        self._go_to(evening[0])
        self.model.follow_person(attendee_id)
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Take the panel away and free the chips it had outlined."""
        had_focus = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.panel.hide()
        self.model.follow_person(None)
        self._place_panel()
        if had_focus:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel at the right edge."""
        super().resizeEvent(event)
        self._place_panel()

    def _place_panel(self) -> None:
        look = theme.current()
        margin, shown = look.space.page_margin, self.panel.isVisibleTo(self)
        width = min(look.px(PANEL_WIDTH), max(PANEL_WIDTH, round(self.width() * _COVERED_SHARE)))
        beside = shown and self.width() >= look.px(_BESIDE_FROM)
        right = width + look.space.between_groups if beside else margin
        self._column.setContentsMargins(margin, 0, right, look.space.between_groups)
        self._grid_card.set_covered(width - margin if shown and not beside else 0)
        self._column.activate()
        top = 0 if beside else self._grid_card.y()
        self.panel.setGeometry(self.width() - width, top, width, self.height() - top)
        self.panel.raise_()
        if self.matrix.currentIndex().isValid():
            self.matrix.scrollTo(self.matrix.currentIndex())

    def _open_seat(self, index: QModelIndex) -> None:
        introduction = self.model.introduction_at(index)
        if introduction is not None:
            self._show_pair(introduction)
        elif index.isValid() and self._board is not None:
            self._show_empty_seat(index)

    def _reach_seat(self, index: QModelIndex) -> None:
        if self.panel.isVisibleTo(self):
            self._open_seat(index)

    def _go_to(self, introduction: Introduction) -> None:
        self.matrix.choose(self.model.index_of(introduction))
        self._show_pair(introduction)

    def _show_pair(self, introduction: Introduction) -> None:
        if self._board is None:
            return
        self.panel.show_pair(self._board, introduction)
        by_table = self.model.order is Order.BY_TABLE
        self.model.follow_person(introduction.mentee_id if by_table else introduction.mentor_id)
        self._place_panel()

    def _show_empty_seat(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        cell = row.cells[index.column()]
        place = seat_phrase(row.table, index.column() + 1) if row.table else f"Round {index.column() + 1}"
        title, sentence = _EMPTY_WORDS[cell.state, self.model.order]
        self._show_people(title, place, [(row.attendee, sentence.format(given_name(row.attendee.name)))])
        if (cell.state, self.model.order) == (CellState.OPEN, Order.BY_MENTEE):
            self.free_round_opened.emit(row.attendee.id, index.column() + 1)

    def show_free_round(self, attendee_id: int, number: int, reason: str) -> None:
        """Say why a round is free, if it is still the one that is looked at."""
        row = self.model.row_at(self.matrix.currentIndex().row()) if self.matrix.currentIndex().isValid() else None
        same = row is not None and (row.attendee.id, self.matrix.currentIndex().column() + 1) == (attendee_id, number)
        if row is not None and same and self.panel.isVisibleTo(self) and reason:
            self._show_people("A free round", f"Round {number}", [(row.attendee, reason)])

    def _show_reasons(self) -> None:
        self.panel.show_reasons()
        self.model.follow_person(None)
        self._place_panel()
        self.reasons_asked.emit()

    def _show_without(self) -> None:
        if self._board is not None:
            self._show_people("Without an introduction", "", self._board.without())

    def _show_people(self, title: str, place: str, people: list[tuple[Attendee, str]]) -> None:
        self.panel.show_people(title, place, people)
        self.model.follow_person(None)
        self._place_panel()

    def _follow_step(self, step: int | None) -> None:
        self.model.follow_step(step)

    def _show_order(self, order: Order) -> None:
        kept = self.model.introduction_at(self.matrix.currentIndex())
        self.model.show(self._board, order)
        if kept is not None:
            self.matrix.choose(self.model.index_of(kept))
            if self.panel.isVisibleTo(self):
                self._show_pair(kept)


class _GridCard(QFrame):
    """Holds the grid inside round corners."""

    def __init__(self, matrix: PlanMatrixView) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._matrix = matrix
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.addWidget(matrix)

    def set_covered(self, width: int) -> None:
        """Keep the grid out of the right part that the panel covers."""
        self._column.setContentsMargins(1, 1, 1 + width, 1)
        self._column.activate()
        self._round_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._round_corners()

    def _round_corners(self) -> None:
        radius = theme.current().shape.radius_card - 1
        path = QPainterPath()
        path.addRoundedRect(self._matrix.rect().toRectF(), radius, radius)
        self._matrix.setMask(QRegion(path.toFillPolygon().toPolygon()))


_EMPTY_WORDS = {
    (CellState.OPEN, Order.BY_TABLE): ("A free seat", "Nobody sits here with {} in this round."),
    (CellState.RESTS, Order.BY_TABLE): ("The table rests", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_TABLE): ("The table is empty", "{} is not here in this round."),
    (CellState.ELSEWHERE, Order.BY_TABLE): ("The table is empty", "{} is a mentee at another table in this round."),
    (CellState.ELSEWHERE, Order.BY_MENTEE): ("Hosts a table", "{} is a mentor in this round."),
    (CellState.OPEN, Order.BY_MENTEE): ("A free round", "{} meets nobody in this round."),
    (CellState.RESTS, Order.BY_MENTEE): ("A free round", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_MENTEE): ("Not here", "{} is not here in this round."),
}


def _why_absent(board: PlanBoard, person: Attendee) -> str:
    reason = board.reason_without(person.id)
    if reason:
        return reason
    if person.here:
        return "Arrived after this plan was made. Plan again to seat them."
    return f"{short_name(person.name)} is not checked in, and this plan was made without them."
