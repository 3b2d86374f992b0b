"""A mentee's seat picked up: what a drop at each place of the grid would do, what it costs, or why it is refused."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.ui.plan.board import CellState, Order
from mixer_app.ui.plan.chips import CarryMark
from mixer_app.ui.plan.matrix_places import Place

if TYPE_CHECKING:
    from mixer_app.services.editable_plan import EditablePlan
    from mixer_app.services.plan_edit_words import Price


@dataclass(frozen=True, slots=True)
class Target:
    """What a place is to a seat that is carried."""

    edit: PlanEdit | None  # None: refused
    sentence: str  # what a drop would do, or why there can be none


class Carry:
    """One mentee in one round, on the way to another seat of that round.

    Everything is answered from the plan that was opened, within milliseconds and with nobody asked.
    """

    def __init__(self, opened: "EditablePlan", mentee_id: int, number: int, order: Order) -> None:
        self.mentee_id, self.round = mentee_id, number
        self._opened, self._order = opened, order
        self._places = opened.places(mentee_id, number)
        mentor_of = opened.rounds.mentor_of
        self._seated = bool(mentor_of[opened.row_of(mentee_id), number - 1] >= 0)
        self._gives: dict[int, str] = {}  # mentee who is free -> why they cannot have this seat
        self._prices: dict[PlanEdit, Price] = {}

    def mark(self, place: Place) -> CarryMark:
        """How a place is drawn meanwhile."""
        if self._is_own(place):
            return CarryMark.ORIGIN if place.round == self.round else CarryMark.OWN
        return CarryMark.TARGET if self.target(place).edit else CarryMark.REFUSED

    def target(self, place: Place) -> Target:
        """What a drop there would do."""
        if place.round != self.round:
            return Target(None, f"Only round {self.round} takes part")
        if self._is_own(place):
            return Target(None, "")
        if place.introduction is not None:
            return self._seat_of(place.introduction.mentee_id)
        if place.cell.state is CellState.ELSEWHERE:
            return Target(None, "Has another part in this round")
        return self._table(place) if self._order is Order.BY_TABLE else self._given_to(place.row.attendee.id)

    def price(self, edit: PlanEdit) -> "Price":
        """What a legal drop costs."""
        if edit not in self._prices:
            self._prices[edit] = self._opened.price(edit)
        return self._prices[edit]

    def best(self) -> tuple[PlanEdit, ...]:
        """The cheapest drops."""
        return tuple(offer.edit for offer in self._opened.offers(self.mentee_id, self.round))

    def _is_own(self, place: Place) -> bool:
        if place.introduction is not None:
            return place.introduction.mentee_id == self.mentee_id
        own_row = self._order is Order.BY_MENTEE and place.row.attendee.id == self.mentee_id
        return own_row and place.round == self.round

    def _seat_of(self, other_id: int) -> Target:
        swap, take = self._places.swaps.get(other_id), self._places.seats.get(other_id)
        if swap is None or take is None:
            return Target(None, "This seat is of somebody who has left")
        name = self._opened.name(other_id)
        if not swap:
            return Target(self._edit(EditKind.SWAP, other_id=other_id), f"Swap with {name}")
        if not take:
            return Target(self._edit(EditKind.TAKE, other_id=other_id), f"Take the seat of {name}, who is then free")
        return Target(None, swap if self._seated else take)

    def _table(self, place: Place) -> Target:
        mentor_id = place.row.attendee.id
        refusal = self._places.tables.get(mentor_id, "Is not here in this round")
        if refusal:
            return Target(None, refusal)
        return Target(self._edit(EditKind.MOVE, mentor_id=mentor_id), f"Move to table {place.row.table}")

    def _given_to(self, other_id: int) -> Target:
        """The seat goes to somebody who is free in this round."""
        if not self._seated:
            return Target(None, "Both are free in this round")
        if other_id not in self._gives:
            seats = self._opened.places(other_id, self.round).seats
            self._gives[other_id] = seats.get(self.mentee_id, "This seat is of somebody who has left")
        if self._gives[other_id]:
            return Target(None, self._gives[other_id])
        edit = PlanEdit(kind=EditKind.TAKE, mentee_id=other_id, round=self.round, other_id=self.mentee_id)
        giver = self._opened.name(self.mentee_id)
        return Target(edit, f"Give the seat to {self._opened.name(other_id)}; {giver} is then free")

    def _edit(self, kind: EditKind, *, mentor_id: int = 0, other_id: int = 0) -> PlanEdit:
        return PlanEdit(kind=kind, mentee_id=self.mentee_id, round=self.round, mentor_id=mentor_id, other_id=other_id)
