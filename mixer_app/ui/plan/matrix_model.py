"""The plan as a Qt table: one line for each seat, one column for each round."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import BoardRow, Cell, CellState, Order, PlanBoard
from mixer_app.ui.plan.words import pair_sentence, round_caption, seat_phrase, short_name

Index = QModelIndex | QPersistentModelIndex

CHIP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Chip` of a seat."""

HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `RowHead` or `RoundHead` of a row or column."""


class ChipKind(IntEnum):
    """What is drawn in a seat."""

    PAIR = 0
    FREE = 1
    RESTS = 2
    AWAY = 3
    ELSEWHERE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A seat as it is painted."""

    kind: ChipKind
    seat: int  # within the cell, from 0
    text: str
    tag: str = ""  # small, at the end
    step: int | None = None
    followed: bool = False  # belongs to the chosen person or step
    locked: bool = False


@dataclass(frozen=True, slots=True)
class RowHead:
    """The first column of a row."""

    number: int | None
    name: str
    caption: str
    hosts: bool


@dataclass(frozen=True, slots=True)
class RoundHead:
    """The head of a round."""

    title: str
    caption: str
    locked: bool


class PlanMatrixModel(QAbstractTableModel):
    """Seats of a plan; a cell of several seats takes as many lines of the table."""

    order_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: PlanBoard | None = None
        self._order = Order.BY_TABLE
        self._rows: tuple[BoardRow, ...] = ()
        self._seats = 1
        self._followed_person: int | None = None
        self._followed_step: int | None = None

    @property
    def board(self) -> PlanBoard | None:
        """The plan that is shown, with its people."""
        return self._board

    @property
    def order(self) -> Order:
        """What the rows are."""
        return self._order

    @property
    def seats(self) -> int:
        """Lines of the table that make up one row of the plan."""
        return self._seats

    def show(self, board: PlanBoard | None, order: Order) -> None:
        """Show `board` by table or by mentee."""
        self.beginResetModel()
        self._board, self._order = board, order
        self._rows = board.rows(order) if board else ()
        self._seats = board.seats(order) if board else 1
        self.endResetModel()
        self.order_changed.emit()

    def follow_person(self, attendee_id: int | None) -> None:
        """Outline every chip of one person."""
        self._followed_person = attendee_id
        self._repaint_all()

    def follow_step(self, step: int | None) -> None:
        """Outline every chip of one step."""
        self._followed_step = step
        self._repaint_all()

    def row_at(self, line: int) -> BoardRow:
        """The row of the plan that a line of the table belongs to."""
        return self._rows[line // self._seats]

    def introduction_at(self, index: Index) -> Introduction | None:
        """The introduction at a seat; None where it is free."""
        if not index.isValid():
            return None
        met = self.row_at(index.row()).cells[index.column()].introductions
        seat = index.row() % self._seats
        return met[seat] if seat < len(met) else None

    def index_of(self, introduction: Introduction) -> QModelIndex:
        """Where an introduction is; invalid if it is not on the board."""
        column = introduction.round - 1
        for position, row in enumerate(self._rows):
            met = row.cells[column].introductions
            if introduction in met:
                return self.index(position * self._seats + met.index(introduction), column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Seats of all rows."""
        return 0 if parent.isValid() else len(self._rows) * self._seats

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Rounds of the plan."""
        return self._board.plan.rounds if self._board and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a seat, or its `Chip`."""
        if not index.isValid():
            return None
        if role == CHIP_ROLE:
            return self._chip(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._chip(index).text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a round or of a table, or its head."""
        if self._board is None or role not in (
            HEAD_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if orientation == Qt.Orientation.Horizontal:
            head = self._round_head(self._board, section)
            return head if role == HEAD_ROLE else f"{head.title}, {head.caption}"
        row_head = self._row_head(section)
        if role == HEAD_ROLE:
            return row_head
        return f"Table {row_head.number}, {row_head.name}" if row_head.number else row_head.name

    def _chip(self, index: Index) -> Chip:
        seat = index.row() % self._seats
        introduction = self.introduction_at(index)
        if introduction is None or self._board is None:
            return self._empty_chip(self.row_at(index.row()).cells[index.column()], seat)
        by_table = self._order is Order.BY_TABLE
        return Chip(
            kind=ChipKind.PAIR,
            seat=seat,
            text=self._name(introduction.mentee_id if by_table else introduction.mentor_id),
            tag="" if by_table else f"T{introduction.table}",
            step=self._board.step(introduction),
            followed=self._follows(introduction),
            locked=introduction.locked,
        )

    def _empty_chip(self, cell: Cell, seat: int) -> Chip:
        if cell.state is not CellState.ELSEWHERE:
            return _EMPTY[cell.state](seat)
        words = "mentee at table" if self._order is Order.BY_TABLE else "hosts table"
        return Chip(kind=ChipKind.ELSEWHERE, seat=seat, text=f"{words} {cell.table}")

    def _follows(self, introduction: Introduction) -> bool:
        if self._followed_person is not None:
            return self._followed_person in (introduction.mentee_id, introduction.mentor_id)
        return self._board is not None and self._followed_step == self._board.step(introduction)

    def _sentence(self, index: Index) -> str:
        introduction, row = self.introduction_at(index), self.row_at(index.row())
        if introduction is None or self._board is None:
            chip = self._chip(index)
            place = seat_phrase(row.table, index.column() + 1) if row.table else f"Round {index.column() + 1}"
            return f"{place}, {short_name(row.attendee.name)}: {chip.text}"
        mentee, mentor = self._name(introduction.mentee_id), self._name(introduction.mentor_id)
        place = seat_phrase(introduction.table, introduction.round)
        return pair_sentence(mentee, mentor, place, self._board.step(introduction), introduction.score)

    def _name(self, attendee_id: int) -> str:
        attendee = self._board.people.get(attendee_id) if self._board else None
        return short_name(attendee.name) if attendee else "Cancelled"

    def _row_head(self, line: int) -> RowHead:
        row = self.row_at(line)
        attendee = row.attendee
        caption = attendee.field or attendee.title or attendee.employer
        hosts = self._order is Order.BY_TABLE
        return RowHead(row.table, short_name(attendee.name), caption, hosts)

    def _round_head(self, board: PlanBoard, section: int) -> RoundHead:
        times = board.event.round_times()
        caption = round_caption(times[section]) if section < len(times) else ""
        return RoundHead(f"Round {section + 1}", caption, section < board.held_rounds)

    def _repaint_all(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [CHIP_ROLE])


_EMPTY = {
    CellState.OPEN: lambda seat: Chip(kind=ChipKind.FREE, seat=seat, text="free"),
    CellState.RESTS: lambda seat: Chip(kind=ChipKind.RESTS, seat=seat, text="rests"),
    CellState.AWAY: lambda seat: Chip(kind=ChipKind.AWAY, seat=seat, text="away"),
}
