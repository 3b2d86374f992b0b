"""A plan opened for changes by hand: what each costs, where a person could sit instead, and why not elsewhere."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.matching import FREE, PlanProblem, RoundPlan
from mixer_app.matching.alternatives import alternatives
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.edits import Edit, EditCost, apply_edit, cost_of
from mixer_app.matching.openings import openings_of
from mixer_app.matching.problem import RESOLUTION
from mixer_app.matching.quality import quality_of
from mixer_app.matching.reseating import simple_bounds
from mixer_app.matching.targets import REFUSALS, Refusal, legal_targets
from mixer_app.services.plan_edit_words import Price, price_in_words
from mixer_app.services.plan_inputs import PlanInputs, by_id, number_tables, read_plan_inputs
from mixer_app.services.plan_problem import PlanSetting, set_problem
from mixer_app.store import Session, plans


@dataclass(frozen=True, slots=True)
class Offer:
    """Another mentor for somebody in a round."""

    mentor_id: int
    table: int
    score: float
    edit: PlanEdit
    price: Price


@dataclass(frozen=True, slots=True)
class Places:
    """Why each place of a round is refused to a mentee; an empty sentence: it is legal."""

    tables: dict[int, str]  # mentor id -> to an open seat there
    swaps: dict[int, str]  # mentee id -> the two change seats
    seats: dict[int, str]  # mentee id -> that seat, whose owner is then free


class EditablePlan:
    """One version of a plan and all that binds it; asks nothing of the database any more."""

    plan: Plan
    setting: PlanSetting
    problem: PlanProblem
    rounds: RoundPlan
    outside: tuple[Introduction, ...]  # of people who can no longer be planned for; they stay as they are

    def __init__(self, inputs: PlanInputs, plan: Plan, newcomers: PlanEdit | bool = True) -> None:
        """`newcomers`: who of those who are here but not in the plan can be seated; a change: whom it may seat."""
        members = {*plan.mentee_ids, *plan.mentor_ids, *(m.mentee_id for m in plan.introductions)}
        members |= {person.id for person in inputs.attendees if person.here and _may_seat(newcomers, person)}
        attendees = tuple(person for person in inputs.attendees if person.id in members)
        self._people = by_id(inputs.attendees)
        inputs = replace(inputs, attendees=attendees, latest=plan)
        self.plan = plan
        self.setting = set_problem(inputs, seed=0, afresh=True)
        self.tables = number_tables(inputs.tables, self.setting.mentors)
        self._strong = inputs.event.rules.strong
        self._row = {person.id: index for index, person in enumerate(self.setting.mentees)}
        self._column = {person.id: index for index, person in enumerate(self.setting.mentors)}
        inside = [m for m in plan.introductions if m.mentee_id in self._row and m.mentor_id in self._column]
        self.outside = tuple(
            m for m in plan.introductions if m.mentee_id not in self._row or m.mentor_id not in self._column
        )
        mentor_of = np.full(self.setting.problem.present.shape, FREE, np.int64)
        for meeting in inside:
            mentor_of[self._row[meeting.mentee_id], meeting.round - 1] = self._column[meeting.mentor_id]
        self.problem = _holding(self.setting.problem, mentor_of, self._taken_outside())
        self.rounds = RoundPlan(mentor_of, quality_of(self.problem, mentor_of, self._bounds(inside)))

    def price(self, edit: PlanEdit) -> Price:
        """What a change costs, exactly; `MixerError` with the rule in words if it is not legal."""
        asked = self.in_numbers(edit)
        price = self._priced(asked.mentee, cost_of(self.problem, self.rounds, asked))
        return price if edit.kind is not EditKind.MUST_MEET else self._with_the_round(asked, price)

    def places(self, mentee_id: int, number: int) -> Places:
        """Every place of a round (from 1) for a mentee: legal, or why not."""
        row = self.row_of(mentee_id)
        targets = legal_targets(self.problem, self.rounds, row, self._round(number))
        seated = np.flatnonzero(self.rounds.mentor_of[:, number - 1] != FREE).tolist()
        mentees, there = self.setting.mentees, self.rounds.mentor_of[:, number - 1].tolist()
        met = targets.met_in.tolist()
        return Places(
            tables={mentor.id: self._refusal(row, targets.moves[j], met[j]) for mentor, j in self._mentors()},
            swaps={mentees[k].id: self._refusal(row, targets.swaps[k], met[there[k]]) for k in seated},
            seats={mentees[k].id: self._refusal(row, targets.takes[k], met[there[k]]) for k in seated},
        )

    def offers(self, mentee_id: int, number: int, limit: int | None = 3) -> tuple[Offer, ...]:
        """Other mentors in the same round, the cheapest first; every one who can be reached with no `limit`."""
        row = self.row_of(mentee_id)
        return tuple(
            Offer(
                mentor_id=self.setting.mentors[choice.mentor].id,
                table=self.tables[self.setting.mentors[choice.mentor].id],
                score=float(self.problem.scores[row, choice.mentor]),
                edit=self._as_said(choice.edit),
                price=self._priced(row, choice.cost),
            )
            for choice in alternatives(self.problem, self.rounds, row, self._round(number), limit)
        )

    def in_numbers(self, edit: PlanEdit) -> Edit:
        """The same change by rows and columns; `MixerError` for somebody who is not in the plan."""
        return Edit(
            kind=edit.kind,
            mentee=self.row_of(edit.mentee_id),
            round=self._round(edit.round) if edit.round else -1,
            mentor=self._known(edit.mentor_id, self._column) if edit.mentor_id else -1,
            other=self._known(edit.other_id, self._row) if edit.other_id else -1,
        )

    def name(self, attendee_id: int) -> str:
        """The name of somebody in the plan."""
        return self._people[attendee_id].name.shown

    def _with_the_round(self, asked: Edit, price: Price) -> Price:
        """The price of a meeting, with where and when it would be."""
        made = apply_edit(self.problem, self.rounds, asked).plan.mentor_of[asked.mentee]
        when, table = int(np.flatnonzero(made == asked.mentor)[0]), self.tables[self.setting.mentors[asked.mentor].id]
        stays = self.rounds.mentor_of[asked.mentee, when] == asked.mentor
        verb = "They meet already" if stays else "They meet"
        return replace(price, sentence=f"{verb} in round {when + 1} at table {table}. {price.sentence}")

    def _as_said(self, edit: Edit) -> PlanEdit:
        return PlanEdit(
            kind=edit.kind,
            mentee_id=self.setting.mentees[edit.mentee].id,
            round=edit.round + 1,
            mentor_id=self.setting.mentors[edit.mentor].id if edit.mentor >= 0 else 0,
            other_id=self.setting.mentees[edit.other].id if edit.other >= 0 else 0,
        )

    def _mentors(self) -> list[tuple[Attendee, int]]:
        return [(mentor, index) for index, mentor in enumerate(self.setting.mentors)]

    def _priced(self, row: int, cost: EditCost) -> Price:
        return price_in_words(
            cost,
            mover=row,
            name=lambda mentee: self.setting.mentees[mentee].name.shown,
            scores=lambda mentee, mentor: float(self.problem.scores[mentee, mentor]),
            strong=self._strong,
        )

    def _refusal(self, row: int, code: np.int8, met_in: int) -> str:
        refusal = Refusal(int(code))
        if refusal is Refusal.MET and met_in >= 0:
            who = self.setting.mentees[row].name.shown
            mentor = self.setting.mentors[int(self.rounds.mentor_of[row, met_in])].name.shown
            return f"{who} meets {mentor} already in round {met_in + 1}"
        if refusal is Refusal.MET:
            return "The other meets this mentor already in another round"
        return REFUSALS[refusal]

    def row_of(self, attendee_id: int) -> int:
        """The row of a mentee; `MixerError` for somebody who is not in the plan."""
        return self._known(attendee_id, self._row)

    def _known(self, attendee_id: int, known: dict[int, int]) -> int:
        if attendee_id not in known:
            raise MixerError(self._why_unknown(self._people.get(attendee_id)))
        return known[attendee_id]

    def _why_unknown(self, person: Attendee | None) -> str:
        if person is None:
            return "This person is no longer registered. Open the latest plan."
        name = person.name.shown
        if person.status is Status.REGISTERED:
            return f"{name} is not here yet. Check them in first."
        if not person.here:
            return f"{name} has left. Check them in again to seat them."
        if person.id in self._row or person.id in self._column:
            return f"{name} is here as a {'mentee' if person.id in self._row else 'mentor'} only."
        return f"{name} is here for none of the rounds that are left."

    def _round(self, number: int) -> int:
        if not 1 <= number <= self.problem.rounds:
            raise MixerError(f"There is no round {number}. Choose from 1 to {self.problem.rounds}.")
        return number - 1

    def _taken_outside(self) -> Counter[tuple[int, int]]:
        """(mentor, round) seats that are left to people who can no longer be planned for."""
        return Counter(
            (self._column[meeting.mentor_id], meeting.round - 1)
            for meeting in self.outside
            if meeting.mentor_id in self._column
        )

    def _bounds(self, inside: list[Introduction]) -> Bounds:
        """The bounds of the stored plan, if they are about the same people and scores, else what counting proves."""
        scores, figures = self.problem.scores, self.plan.quality
        same = set(self.plan.mentee_ids) == set(self._row) and set(self.plan.mentor_ids) == set(self._column)
        same = same and not self.outside
        same = same and all(
            abs(scores[self._row[m.mentee_id], self._column[m.mentor_id]] - m.score) < 1e-6 for m in inside
        )
        if same and figures.bound_meetings >= len(inside):
            return Bounds(
                figures.optimal, figures.bound_meetings, int(np.ceil(figures.bound_score * RESOLUTION - 1e-6))
            )
        return simple_bounds(openings_of(self.problem))


def open_plan(session: Session, plan_id: int, *, now: datetime, newcomers: PlanEdit | bool = True) -> EditablePlan:
    """Open a version for changes; scoring everybody anew takes as long as a plan's first step.

    Whoever is here but not in the plan can be seated too, unless `newcomers` is False, or is a change
    that cannot seat them.
    """
    plan = plans.get_plan(session, plan_id)
    inputs = read_plan_inputs(session, plan.event_id, everyone=False, now=now)
    members = {*plan.mentee_ids, *plan.mentor_ids}
    registered = any(one.id in members and one.status is Status.REGISTERED for one in inputs.attendees)
    return EditablePlan(replace(inputs, everyone=registered), plan, newcomers)


def _may_seat(newcomers: PlanEdit | bool, person: Attendee) -> bool:
    """Whether somebody who is not in the plan yet may get a seat."""
    if isinstance(newcomers, bool):
        return newcomers
    if person.id in (newcomers.mentee_id, newcomers.mentor_id, newcomers.other_id):
        return True
    return newcomers.kind is EditKind.MUST_MEET and person.role.hosts  # their tables may make room


def _holding(problem: PlanProblem, mentor_of: np.ndarray, outside: Counter[tuple[int, int]]) -> PlanProblem:
    """`problem` in which the plan breaks no rule of its own time: what it seats may stay."""
    mentee, in_round = np.nonzero(mentor_of != FREE)
    mentor = mentor_of[mentee, in_round]
    allowed, present, seats = problem.allowed.copy(), problem.present.copy(), problem.seats.copy()
    allowed[mentee, mentor] = True
    present[mentee, in_round] = True
    for (host, when), many in outside.items():
        seats[host, when] = max(0, seats[host, when] - many)
    taken = np.zeros_like(seats)
    np.add.at(taken, (mentor, in_round), 1)
    met, load = np.bincount(mentee, minlength=len(present)), np.bincount(mentor, minlength=len(seats))
    return replace(
        problem,
        allowed=allowed,
        present=present,
        seats=np.maximum(seats, taken),
        mentee_limit=None if problem.mentee_limit is None else np.maximum(problem.mentee_limit, met),
        mentor_limit=None if problem.mentor_limit is None else np.maximum(problem.mentor_limit, load),
        fixed=_still_there(problem.fixed, mentor_of),
    )


def _still_there(fixed: np.ndarray | None, mentor_of: np.ndarray) -> np.ndarray | None:
    """Fixed seats that this plan has: a pair that is to meet may have none in it yet."""
    return None if fixed is None else fixed[mentor_of[fixed[:, 0], fixed[:, 2]] == fixed[:, 1]]
