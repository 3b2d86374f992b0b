"""Where things stand in the grid: the whole evening, one round, or the evening of one table or one mentee alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import BoardRow, Cell, Order, PlanBoard


@dataclass(frozen=True, slots=True)
class Place:
    """One seat of the grid."""

    row: BoardRow
    round: int  # from 1
    seat: int  # within the cell, from 0

    @property
    def cell(self) -> Cell:
        """The round of the row that the seat belongs to."""
        return self.row.cells[self.round - 1]

    @property
    def introduction(self) -> Introduction | None:
        """Who sits there; None where it is free."""
        met = self.cell.introductions
        return met[self.seat] if self.seat < len(met) else None


@dataclass(frozen=True, slots=True)
class Alone:
    """What is looked at by itself: a round, or the row of a person (a table by its mentor)."""

    round: int | None = None
    attendee_id: int | None = None


WHOLE = Alone()


class Layout:
    """Lines and columns of the grid; the rounds of one row alone run down."""

    def __init__(self, board: PlanBoard, order: Order, alone: Alone = WHOLE) -> None:
        self.board, self.order, self.alone = board, order, alone
        self.seats = board.seats(order)
        rows = board.rows(order)
        own = tuple(row for row in rows if row.attendee.id == alone.attendee_id)
        self.rows_down = not own  # else rounds
        self._rows = rows if self.rows_down else own
        every = tuple(range(1, board.plan.rounds + 1))
        self._rounds = (alone.round,) if alone.round in every else every

    @property
    def lines(self) -> int:
        """How many lines the table has."""
        return self.seats * len(self._rows if self.rows_down else self._rounds)

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self._rounds) if self.rows_down else 1

    @property
    def is_whole(self) -> bool:
        """Whether every row and every round is there."""
        return self.rows_down and len(self._rounds) == self.board.plan.rounds

    def place(self, line: int, column: int) -> Place:
        """The seat at a line and a column."""
        position, seat = divmod(line, self.seats)
        if self.rows_down:
            return Place(self._rows[position], self._rounds[column], seat)
        return Place(self._rows[0], self._rounds[position], seat)

    def row_of(self, line: int) -> BoardRow:
        """The row of the plan that a line belongs to."""
        return self.place(line, 0).row

    def round_of(self, line: int, column: int) -> int:
        """The round at a line and a column."""
        return self.place(line, column).round

    def find(self, introduction: Introduction) -> tuple[int, int] | None:
        """Line and column of an introduction; None if it is not in sight."""
        for position, row, column in self._cells_of(introduction.round):
            met = row.cells[introduction.round - 1].introductions
            if introduction in met:
                return position * self.seats + met.index(introduction), column
        return None

    def find_cell(self, attendee_id: int, number: int) -> tuple[int, int] | None:
        """The first line and the column of a person's row in a round."""
        for position, row, column in self._cells_of(number):
            if row.attendee.id == attendee_id:
                return position * self.seats, column
        return None

    def lines_of_round(self, number: int) -> tuple[range, int]:
        """The lines and the column in which a round stands; no lines where it is out of sight."""
        if number not in self._rounds:
            return range(0), 0
        at = self._rounds.index(number)
        if self.rows_down:
            return range(self.lines), at
        return range(at * self.seats, (at + 1) * self.seats), 0

    def _cells_of(self, number: int) -> Iterator[tuple[int, BoardRow, int]]:
        """Every row at a round: at which group of lines, the row, and in which column."""
        if number not in self._rounds:
            return
        at = self._rounds.index(number)
        if self.rows_down:
            for position, row in enumerate(self._rows):
                yield position, row, at
        else:
            yield at, self._rows[0], 0
