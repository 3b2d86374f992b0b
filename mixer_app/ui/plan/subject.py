"""Whom an act is about: a mentee in a round."""

from dataclasses import dataclass

from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import CellState, Order
from mixer_app.ui.plan.matrix_places import Place


@dataclass(frozen=True, slots=True)
class Subject:
    """A mentee in a round (from 1): what the panel speaks of, or what is chosen in the grid."""

    mentee_id: int
    round: int
    introduction: Introduction | None


def subject_at(place: Place | None, order: Order) -> Subject | None:
    """Who is meant by a seat of the grid; a free seat means somebody only in the row of a mentee."""
    if place is None:
        return None
    if place.introduction is not None:
        return Subject(place.introduction.mentee_id, place.round, place.introduction)
    free = order is Order.BY_MENTEE and place.cell.state is CellState.OPEN
    return Subject(place.row.attendee.id, place.round, None) if free else None
