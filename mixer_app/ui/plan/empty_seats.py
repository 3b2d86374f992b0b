"""The words for a seat in which nobody sits."""

from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.ui.plan.board import CellState, Order, PlanBoard
from mixer_app.ui.plan.matrix_places import Place
from mixer_app.ui.plan.words import given_name, seat_phrase, short_name

_WORDS: Final = {
    (CellState.OPEN, Order.BY_TABLE): ("A free seat", "Nobody sits here with {} in this round."),
    (CellState.RESTS, Order.BY_TABLE): ("The table rests", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_TABLE): ("The table is empty", "{} is not here in this round."),
    (CellState.ELSEWHERE, Order.BY_TABLE): ("The table is empty", "{} is a mentee at another table in this round."),
    (CellState.ELSEWHERE, Order.BY_MENTEE): ("Hosts a table", "{} is a mentor in this round."),
    (CellState.RESTS, Order.BY_MENTEE): ("A free round", "{} asked to rest in this round."),
    (CellState.AWAY, Order.BY_MENTEE): ("Not here", "{} is not here in this round."),
}


def empty_words(place: Place, order: Order) -> tuple[str, str, str]:
    """Title, where, and sentence of a seat in which nobody sits, and nobody could be meant."""
    title, sentence = _WORDS[place.cell.state, order]
    where = seat_phrase(place.row.table, place.round) if place.row.table else f"Round {place.round}"
    return title, where, sentence.format(given_name(place.row.attendee.name))


def why_absent(board: PlanBoard, person: Attendee) -> str:
    """Why somebody has no seat in a plan."""
    reason = board.reason_without(person.id)
    if reason:
        return reason
    if person.here:
        return "Arrived after this plan was made. Plan again, or choose a seat by hand."
    return f"{short_name(person.name)} is not checked in, and this plan was made without them."
