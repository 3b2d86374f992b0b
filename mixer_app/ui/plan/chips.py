"""What is drawn in the seats of the grid."""

from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from enum import IntEnum

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import CellState, Order, PlanBoard
from mixer_app.ui.plan.matrix_places import Layout, Place
from mixer_app.ui.plan.words import given_name, pair_sentence, seat_phrase, short_name


class ChipKind(IntEnum):
    """What is drawn in a seat."""

    PAIR = 0
    FREE = 1
    RESTS = 2
    AWAY = 3
    ELSEWHERE = 4


class CarryMark(IntEnum):
    """What a seat is while a chip is on its way to another."""

    TARGET = 0
    ORIGIN = 1
    OWN = 2  # another meeting of the same mentee
    REFUSED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A seat as it is painted."""

    kind: ChipKind
    seat: int  # within the cell, from 0
    text: str
    tag: str = ""  # small, at the end
    step: int | None = None
    followed: bool = False  # belongs to the chosen person, step or comparison
    locked: bool = False
    pointed: bool = False  # something elsewhere speaks of this seat
    faded: bool = False  # takes no part in what goes on
    leaving: bool = False  # its chip is in the hand


Follows = Callable[[Introduction], bool]
Marks = Callable[[Place], CarryMark]


class ChipMaker:
    """Makes the chips of one layout; what is followed, pointed at or carried changes them."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.follows: Follows = lambda introduction: False
        self.pointed: Set[tuple[int, int]] = frozenset()  # (mentee, round)
        self.different: Set[tuple[int, int]] = frozenset()  # (mentee, round) that another version has otherwise
        self.marks: Marks | None = None

    def chip(self, place: Place) -> Chip:
        """The chip of a seat."""
        introduction = place.introduction
        chip = self._pair_chip(place, introduction) if introduction else self._empty_chip(place)
        return chip if self.marks is None else self._marked(chip, place, self.marks(place))

    def sentence(self, place: Place) -> str:
        """The seat in one breath, for a screen reader and a tooltip."""
        introduction, row = place.introduction, place.row
        if introduction is None:
            where = seat_phrase(row.table, place.round) if row.table else f"Round {place.round}"
            return f"{where}, {short_name(row.attendee.name)}: {self._empty_chip(place).text}"
        mentee, mentor = self._name(introduction.mentee_id), self._name(introduction.mentor_id)
        where, board = seat_phrase(introduction.table, introduction.round), self._layout.board
        said = pair_sentence(mentee, mentor, where, board.step(introduction), introduction.score)
        return f"{said}, locked" if board.is_locked(introduction) else said

    def _pair_chip(self, place: Place, introduction: Introduction) -> Chip:
        layout = self._layout
        by_table = layout.order is Order.BY_TABLE
        step = layout.board.step(introduction)
        tags = [] if by_table else [f"T{introduction.table}"]
        if layout.columns == 1:  # there is room
            tags.insert(0, f"{FIT_WORDS[step].capitalize()} {introduction.score:.2f}")
        return Chip(
            kind=ChipKind.PAIR,
            seat=place.seat,
            text=self._name(introduction.mentee_id if by_table else introduction.mentor_id),
            tag="   ".join(tags),
            step=step,
            followed=self.follows(introduction),
            locked=layout.board.is_locked(introduction),
            pointed=(introduction.mentee_id, introduction.round) in self.pointed,
        )

    def _empty_chip(self, place: Place) -> Chip:
        cell = place.cell
        if cell.state is CellState.ELSEWHERE:
            words = "mentee at table" if self._layout.order is Order.BY_TABLE else "hosts table"
            return Chip(kind=ChipKind.ELSEWHERE, seat=place.seat, text=f"{words} {cell.table}")
        chip = _EMPTY[cell.state](place.seat)
        seat = (place.row.attendee.id, place.round) if self._layout.order is Order.BY_MENTEE else None
        return replace(chip, pointed=seat in self.pointed, followed=seat in self.different)

    def _marked(self, chip: Chip, place: Place, mark: CarryMark) -> Chip:
        if mark is CarryMark.ORIGIN:
            leaver = place.introduction.mentee_id if place.introduction else place.row.attendee.id
            return Chip(kind=ChipKind.FREE, seat=chip.seat, text=f"{self._given(leaver)} leaves", leaving=True)
        return replace(chip, faded=mark is CarryMark.REFUSED, followed=mark is CarryMark.OWN)

    def _name(self, attendee_id: int) -> str:
        attendee = self._layout.board.people.get(attendee_id)
        return short_name(attendee.name) if attendee else "Cancelled"

    def _given(self, attendee_id: int) -> str:
        attendee = self._layout.board.people.get(attendee_id)
        return given_name(attendee.name) if attendee else "Cancelled"


def followed_by(board: PlanBoard, person: int | None, step: int | None) -> Follows:
    """Outline every chip of one person, else of one step of fit."""
    if person is not None:
        return lambda introduction: person in (introduction.mentee_id, introduction.mentor_id)
    return lambda introduction: board.step(introduction) == step


_EMPTY = {
    CellState.OPEN: lambda seat: Chip(kind=ChipKind.FREE, seat=seat, text="free"),
    CellState.RESTS: lambda seat: Chip(kind=ChipKind.RESTS, seat=seat, text="rests"),
    CellState.AWAY: lambda seat: Chip(kind=ChipKind.AWAY, seat=seat, text="away"),
}
