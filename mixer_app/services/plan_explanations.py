"""Why the plan is as it is, with names: free rounds, who meets fewer, pairs who missed each other, shortages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import text_key
from mixer_app.domain.progress import Progress, part_of
from mixer_app.matching.explanations import (
    SupplyEffect,
    blocking_pairs,
    effect_of_more_mentors,
    plan_from_the_start,
    under_average,
    why_free,
)
from mixer_app.services.editable_plan import EditablePlan
from mixer_app.services.solver_process import Solver
from mixer_app.services.words import counted


@dataclass(frozen=True, slots=True)
class Told:
    """Something about one mentee, in words."""

    mentee_id: int
    sentence: str


@dataclass(frozen=True, slots=True)
class RatherMet:
    """A mentee and a mentor who would both rather have met, in a round (from 1)."""

    mentee_id: int
    mentor_id: int
    round: int
    gain: float  # by how much they fit better than what either would give up
    sentence: str


def explain_free_round(opened: EditablePlan, mentee_id: int, number: int) -> str:
    """Why a mentee is free in a round (from 1); empty if they are not."""
    row = opened.row_of(mentee_id)
    return why_free(opened.problem, opened.rounds, row, number - 1)


def explain_under_average(opened: EditablePlan) -> tuple[Told, ...]:
    """Every mentee who meets fewer than the average, fewest first."""
    mentees = opened.setting.mentees
    return tuple(Told(mentees[row].id, why) for row, why in under_average(opened.problem, opened.rounds))


def explain_rather_met(opened: EditablePlan, limit: int = 20) -> tuple[RatherMet, ...]:
    """Pairs who would both rather have met, the greatest gain first."""
    mentees, mentors = opened.setting.mentees, opened.setting.mentors
    return tuple(
        RatherMet(
            mentee_id=mentees[pair.mentee].id,
            mentor_id=mentors[pair.mentor].id,
            round=pair.round + 1,
            gain=pair.gain,
            sentence=f"{mentees[pair.mentee].name.shown} and {mentors[pair.mentor].name.shown} would both rather "
            f"have met in round {pair.round + 1}",
        )
        for pair in blocking_pairs(opened.problem, opened.rounds, limit)
    )


def explain_shortages_of(
    opened: EditablePlan, terms: Sequence[str], *, mentors: int = 2, progress: Progress | None = None
) -> tuple[str, ...]:
    """What more mentors would bring for each need or topic, one sentence for each that would bring something.

    The evening is planned from the start once as it is, and once with more mentors for each of `terms`:
    a plan that has grown by hand is not what it is compared with. Sensitive needs are named, so this is
    for the control station. Raises `Cancelled`, or `MixerError` if no mentor of the plan offers a term.
    """
    offering = [_offering(opened, term) for term in terms]
    if not offering:
        return ()
    share = 1 / (1 + len(terms))
    told: list[str] = []
    with Solver(sum(opened.problem.allowed.shape)) as solver:
        stage = "Planning without more mentors"
        base = solver.solve(plan_from_the_start, opened.problem, progress=part_of(progress, 0.0, share, stage))
        for place, (term, like) in enumerate(zip(terms, offering, strict=True), start=1):
            stage = f"Trying more mentors for {term}"
            part = part_of(progress, place * share, (place + 1) * share, stage)
            work = partial(effect_of_more_mentors, base=base)
            effect = solver.solve(work, opened.problem, like, mentors, progress=part)
            if effect is not None and effect.lifted:
                told.append(_supply_in_words(effect, term))
    return tuple(told)


def _offering(opened: EditablePlan, term: str) -> NDArray[np.bool_]:
    """(mentors,) who offer a need or topic."""
    key = text_key(term)
    mentors = opened.setting.mentors
    like = np.array([key in map(text_key, (*one.needs_offered, *one.topics_offered)) for one in mentors], bool)
    if not like.any():
        raise MixerError(f"No mentor in this plan offers {term}. Choose a need or topic that one of them offers.")
    return like


def _supply_in_words(effect: SupplyEffect, term: str) -> str:
    more = {1: "One more mentor", 2: "Two more mentors", 3: "Three more mentors"}.get(
        effect.mentors, f"{effect.mentors} more mentors"
    )
    sure = "would lift" if effect.proven else "would lift about"
    whom = counted(effect.lifted, "mentee", "mentees")
    return f"{more} for {term} {sure} {whom} in a plan from the start, less those who would lose by it"
