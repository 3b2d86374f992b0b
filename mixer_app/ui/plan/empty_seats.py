"""The words for a seat in which nobody sits."""

from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.ui.plan.board import CellState, Order, PlanBoard
from mixer_app.ui.plan.words import short_name

EMPTY_WORDS: Final = {
    (CellState.OPEN, Order.BY_TABLE): ("A free seat", "Nobody sits here with {} in this round."),
    (CellState.RESTS, Order.BY_TABLE): ("The table rests", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_TABLE): ("The table is empty", "{} is not here in this round."),
    (CellState.ELSEWHERE, Order.BY_TABLE): ("The table is empty", "{} is a mentee at another table in this round."),
    (CellState.ELSEWHERE, Order.BY_MENTEE): ("Hosts a table", "{} is a mentor in this round."),
    (CellState.OPEN, Order.BY_MENTEE): ("A free round", "{} meets nobody in this round."),
    (CellState.RESTS, Order.BY_MENTEE): ("A free round", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_MENTEE): ("Not here", "{} is not here in this round."),
}


def why_absent(board: PlanBoard, person: Attendee) -> str:
    """Why somebody has no seat in a plan."""
    reason = board.reason_without(person.id)
    if reason:
        return reason
    if person.here:
        return "Arrived after this plan was made. Plan again, or choose a seat by hand."
    return f"{short_name(person.name)} is not checked in, and this plan was made without them."
