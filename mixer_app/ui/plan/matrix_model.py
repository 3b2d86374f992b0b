"""The plan as a Qt table: one line for each seat, one column for each round, or what is looked at alone."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import Order, PlanBoard
from mixer_app.ui.plan.chips import ChipMaker, Marks, followed_by
from mixer_app.ui.plan.matrix_places import WHOLE, Alone, Layout, Place
from mixer_app.ui.plan.words import round_caption, short_name

Index = QModelIndex | QPersistentModelIndex

CHIP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Chip` of a seat."""

HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `RowHead` or `RoundHead` of a row or column."""


@dataclass(frozen=True, slots=True)
class RowHead:
    """The first column of a row."""

    number: int | None
    name: str
    caption: str
    hosts: bool | None  # None: no person


@dataclass(frozen=True, slots=True)
class RoundHead:
    """The head of a column."""

    title: str
    caption: str
    locked: bool


class PlanMatrixModel(QAbstractTableModel):
    """Seats of a plan; a cell of several seats takes as many lines of the table."""

    order_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._chips: ChipMaker | None = None
        self._order = Order.BY_TABLE
        self._followed: tuple[int | None, int | None] = (None, None)  # person, step
        self._compared: Set[tuple[int, int]] | None = None  # (mentee, round)

    @property
    def board(self) -> PlanBoard | None:
        """The plan that is shown, with its people."""
        return self._layout.board if self._layout else None

    @property
    def layout_shown(self) -> Layout | None:
        """Where everything stands."""
        return self._layout

    @property
    def order(self) -> Order:
        """What the rows are."""
        return self._order

    @property
    def alone(self) -> Alone:
        """What is looked at by itself."""
        return self._layout.alone if self._layout else WHOLE

    @property
    def seats(self) -> int:
        """Lines of the table that make up one row of the plan."""
        return self._layout.seats if self._layout else 1

    def show(self, board: PlanBoard | None, order: Order, alone: Alone = WHOLE) -> None:
        """Show `board` by table or by mentee; the whole of it, or something alone."""
        self.beginResetModel()
        self._order = order
        self._layout = Layout(board, order, alone) if board else None
        self._chips = ChipMaker(self._layout) if self._layout else None
        self._follow()
        self.endResetModel()
        self.order_changed.emit()

    def follow_person(self, attendee_id: int | None) -> None:
        """Outline every chip of one person."""
        self._followed = (attendee_id, self._followed[1])
        self._follow()
        self._repaint_all()

    def follow_step(self, step: int | None) -> None:
        """Outline every chip of one step."""
        self._followed = (self._followed[0], step)
        self._follow()
        self._repaint_all()

    def compare(self, changed: Set[tuple[int, int]] | None) -> None:
        """Outline the seats, as (mentee, round), that another version has otherwise, and nothing else."""
        self._compared = changed
        self._follow()
        self._repaint_all()

    def point_at(self, seats: Set[tuple[int, int]]) -> None:
        """Mark the chips, as (mentee, round), that something elsewhere speaks of."""
        if self._chips is not None and self._chips.pointed != seats:
            self._chips.pointed = frozenset(seats)
            self._repaint_all()

    def carry(self, marks: Marks | None) -> None:
        """Show where a chip on its way can go; None once it has arrived."""
        if self._chips is not None:
            self._chips.marks = marks
            self._repaint_all()

    def place_at(self, index: Index) -> Place | None:
        """The seat at an index."""
        return self._layout.place(index.row(), index.column()) if index.isValid() and self._layout else None

    def introduction_at(self, index: Index) -> Introduction | None:
        """The introduction at a seat; None where it is free."""
        place = self.place_at(index)
        return place.introduction if place else None

    def index_of(self, introduction: Introduction) -> QModelIndex:
        """Where an introduction is; invalid if it is not in sight."""
        found = self._layout.find(introduction) if self._layout else None
        return self.index(*found) if found else QModelIndex()

    def index_of_cell(self, attendee_id: int, number: int) -> QModelIndex:
        """The first seat of a person's row in a round; invalid if it is not in sight."""
        found = self._layout.find_cell(attendee_id, number) if self._layout else None
        return self.index(*found) if found else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Seats of all rows."""
        return self._layout.lines if self._layout and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Rounds in sight."""
        return self._layout.columns if self._layout and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a seat, or its `Chip`."""
        place = self.place_at(index)
        if place is None or self._chips is None:
            return None
        if role == CHIP_ROLE:
            return self._chips.chip(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._chips.chip(place).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._chips.sentence(place)
        if role == Qt.ItemDataRole.ToolTipRole and self._chips.marks is None:
            return self._chips.sentence(place)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a round or of a table, or its head."""
        layout = self._layout
        if layout is None or role not in (HEAD_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            head = self._column_head(layout, section)
            return head if role == HEAD_ROLE else f"{head.title}, {head.caption}"
        row_head = self._row_head(layout, section)
        if role == HEAD_ROLE:
            return row_head
        if row_head.hosts is None:
            return f"{row_head.name}, {row_head.caption}"
        return f"Table {row_head.number}, {row_head.name}" if row_head.number else row_head.name

    def _row_head(self, layout: Layout, line: int) -> RowHead:
        if not layout.rows_down:
            number = layout.round_of(line, 0)
            return RowHead(None, f"Round {number}", _times(layout.board, number), None)
        row = layout.row_of(line)
        attendee = row.attendee
        caption = attendee.field or attendee.title or attendee.employer
        return RowHead(row.table, short_name(attendee.name), caption, self._order is Order.BY_TABLE)

    def _column_head(self, layout: Layout, section: int) -> RoundHead:
        if not layout.rows_down:
            row = layout.row_of(0)
            name = short_name(row.attendee.name)
            work = row.attendee.field or row.attendee.title or row.attendee.employer
            return RoundHead(f"Table {row.table}, {name}" if row.table else name, work, locked=False)
        number = layout.round_of(0, section) if layout.lines else section + 1
        return RoundHead(f"Round {number}", _times(layout.board, number), number <= layout.board.held_rounds)

    def _follow(self) -> None:
        if self._chips is None or self._layout is None:
            return
        compared = self._compared
        self._chips.different = compared or frozenset()
        if compared is not None:
            self._chips.follows = lambda meeting: (meeting.mentee_id, meeting.round) in compared
        else:
            self._chips.follows = followed_by(self._layout.board, *self._followed)

    def _repaint_all(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [CHIP_ROLE])


def _times(board: PlanBoard, number: int) -> str:
    times = board.event.round_times()
    return round_caption(times[number - 1]) if number <= len(times) else ""
