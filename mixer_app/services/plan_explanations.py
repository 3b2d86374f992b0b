"""Why the plan is as it is, with names: free rounds, who meets fewer, pairs who missed each other, shortages."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import text_key
from mixer_app.domain.progress import Progress
from mixer_app.matching.explanations import blocking_pairs, effect_of_more_mentors, under_average, why_free
from mixer_app.services.database import Database
from mixer_app.services.editable_plan import EditablePlan, open_plan
from mixer_app.services.solver_process import Solver


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


def explain_shortage(
    database: Database, plan_id: int, term: str, *, mentors: int = 2, now: datetime, progress: Progress | None = None
) -> str:
    """What more mentors who offer a need or topic would bring, by planning anew; empty if it would bring nothing.

    Sensitive needs are named, so this is for the control station. Raises `Cancelled`, or `MixerError`
    if no mentor of the plan offers it.
    """
    opened = database.read(open_plan, plan_id, now=now, newcomers=False)
    key = text_key(term)
    like = np.array(
        [key in {text_key(one) for one in (*m.needs_offered, *m.topics_offered)} for m in opened.setting.mentors], bool
    )
    if not like.any():
        raise MixerError(f"No mentor in this plan offers {term}. Choose a need or topic that one of them offers.")
    with Solver(sum(opened.problem.allowed.shape)) as solver:
        effect = solver.solve(effect_of_more_mentors, opened.problem, opened.rounds, like, mentors, progress=progress)
    if effect is None or not effect.lifted:
        return ""
    more = {1: "One more mentor", 2: "Two more mentors", 3: "Three more mentors"}.get(
        mentors, f"{mentors} more mentors"
    )
    sure = "would lift" if effect.proven else "would lift about"
    return f"{more} for {term} {sure} {effect.lifted} {'mentee' if effect.lifted == 1 else 'mentees'}"
