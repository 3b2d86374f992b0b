"""The dice of one rehearsed evening: who stays away, who comes late, who leaves early."""

from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from mixer_app.domain.people import Attendee, Status
from mixer_app.services.plan_inputs import PlanInputs

Attendance: TypeAlias = dict[int, tuple[bool, ...]]
"""For each attendee id, whether they are in the room in each round; in none: they stay away, or come too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningRates:
    """How likely one person stays away, comes late (if they come) and leaves early, each in [0, 1]."""

    no_show: float = 0.25
    late: float = 0.10
    leave_early: float = 0.05


def draw_attendance(inputs: PlanInputs, rates: EveningRates, dice: Random) -> Attendance:
    """Who is in the room in which of the rounds to come.

    Who is checked in is there; who announced when they come or go keeps to it. The same dice draw the
    same fate for each person at other rates, so that more no-shows never bring anybody.
    """
    people = sorted(inputs.attendees, key=lambda person: person.id)
    return {person.id: _rounds_there(inputs, person, rates, dice) for person in people}


def _rounds_there(inputs: PlanInputs, person: Attendee, rates: EveningRates, dice: Random) -> tuple[bool, ...]:
    away, late, arriving, early, leaving = (dice.random() for _ in range(5))
    rounds, window = inputs.event.rounds, inputs.windows(person)
    expected = person.status is Status.REGISTERED
    first = next((number for number, there in enumerate(window) if there), rounds)
    if expected and away < rates.no_show:
        first = rounds
    if expected and person.arrives is None and late < rates.late:
        first += 1 + int(arriving * (rounds - first - 1))
    last = rounds
    if person.leaves is None and early < rates.leave_early and rounds - first > 1:
        last = first + 1 + int(leaving * (rounds - first - 1))
    return tuple(there and first <= number < last for number, there in enumerate(window))
