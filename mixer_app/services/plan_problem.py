"""From people and their bounds to the arrays that the planner solves."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Introduction
from mixer_app.domain.progress import Progress
from mixer_app.domain.roles import Role
from mixer_app.matching import PlanProblem
from mixer_app.matching.compatibility import PairScores, score_pairs
from mixer_app.services.plan_inputs import PlanInputs
from mixer_app.services.staff_rules import forbid_pairs, rounds_for_musts

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class PlanSetting:
    """The problem, and whom its rows and columns stand for."""

    problem: PlanProblem
    mentees: tuple[Attendee, ...]
    mentors: tuple[Attendee, ...]
    pairs: PairScores
    locked: frozenset[tuple[int, int, int]]  # (round, mentor id, mentee id) that staff locked


def set_problem(inputs: PlanInputs, *, seed: int, afresh: bool, progress: Progress | None = None) -> PlanSetting:
    """Set the problem of `inputs`; `afresh` forgets the plan to stay close to, except what is past or locked.

    Raises `Cancelled` if `progress` says so.
    """
    past = inputs.past_introductions
    mentees = _taking_part(inputs, {meeting.mentee_id for meeting in past}, hosts=False)
    mentors = _taking_part(inputs, {meeting.mentor_id for meeting in past}, hosts=True)
    pairs = _scored(inputs, mentees, mentors, progress)
    room = _room(inputs, mentees, mentors, pairs)
    planned = inputs.latest.introductions if inputs.latest else ()
    locked = [meeting for meeting in planned if meeting.locked and room.holds(meeting)]
    for meeting in past:
        room.make_place_for(meeting)
    apart = [(room.row[a], room.row[b]) for a, b in map(sorted, inputs.apart) if a in room.row and b in room.row]
    same_person = [(room.row[person], room.column[person]) for person in room.row if person in room.column]
    fixed = [room.seat(meeting) for meeting in (*past, *locked)]
    once = _ways_left_open(inputs, room, fixed)
    fixed += _musts(inputs, room, fixed, apart, same_person)
    problem = PlanProblem(
        scores=pairs.scores,
        allowed=room.allowed,
        rounds=inputs.event.rounds,
        seats=room.seats,
        present=room.present,
        mentor_limit=limits_of([_mentor_limit(person) for person in mentors], [entry[1] for entry in fixed]),
        mentee_limit=limits_of([_mentee_limit(person) for person in mentees], [entry[0] for entry in fixed]),
        fixed=_rows(fixed, 3),
        keep=None if afresh or inputs.latest is None else room.kept(planned),
        apart=_rows(apart, 2),
        same_person=_rows(same_person, 2),
        once=_rows(once, 4),
        discovery=pairs.discovery if inputs.event.rules.discovery else None,
        strong=inputs.event.rules.strong,
        seed=seed,
    )
    return PlanSetting(problem, mentees, mentors, pairs, frozenset(map(_key, locked)))


@dataclass(frozen=True, slots=True)
class _Room:
    """Who may meet whom and when, and where each person stands in the arrays, which change as places are made."""

    row: dict[int, int]  # mentee id -> row
    column: dict[int, int]  # mentor id -> column
    allowed: NDArray[np.bool_]  # (mentees, mentors)
    present: NDArray[np.bool_]  # (mentees, rounds)
    seats: NDArray[np.int64]  # (mentors, rounds)

    def seat(self, meeting: Introduction) -> tuple[int, int, int]:
        """Row, column and round (from 0) of a meeting."""
        return self.row[meeting.mentee_id], self.column[meeting.mentor_id], meeting.round - 1

    def holds(self, meeting: Introduction) -> bool:
        """Whether a meeting of an earlier plan is still possible."""
        known = meeting.mentee_id in self.row and meeting.mentor_id in self.column
        if not known or meeting.round > self.seats.shape[1]:
            return False
        mentee, mentor, in_round = self.seat(meeting)
        return bool(
            self.allowed[mentee, mentor] and self.present[mentee, in_round] and self.seats[mentor, in_round] > 0
        )

    def make_place_for(self, meeting: Introduction) -> None:
        """It has happened, whatever the rules say now."""
        mentee, mentor, in_round = self.seat(meeting)
        self.allowed[mentee, mentor] = True
        self.present[mentee, in_round] = True
        self.seats[mentor, in_round] += 1

    def kept(self, planned: "Iterable[Introduction]") -> NDArray[np.int64]:
        """The mentor of each mentee and round in a plan to stay close to, -1 where there is none."""
        keep = np.full(self.present.shape, -1, dtype=np.int64)  # (mentees, rounds)
        for meeting in planned:
            if self.holds(meeting):
                mentee, mentor, in_round = self.seat(meeting)
                keep[mentee, in_round] = mentor
        return keep


def _musts(
    inputs: PlanInputs,
    room: _Room,
    fixed: list[tuple[int, int, int]],
    apart: list[tuple[int, int]],
    same_person: list[tuple[int, int]],
) -> list[tuple[int, int, int]]:
    """A seat for each pair that staff want to meet and that has none in `fixed`."""
    return rounds_for_musts(
        inputs.staff_rules,
        row=room.row,
        column=room.column,
        latest=inputs.latest,
        fixed=fixed,
        allowed=room.allowed,
        present=room.present,
        seats=room.seats,
        apart=apart,
        same_person=same_person,
    )


def _scored(
    inputs: PlanInputs, mentees: tuple[Attendee, ...], mentors: tuple[Attendee, ...], progress: Progress | None
) -> PairScores:
    return score_pairs(
        mentees,
        mentors,
        inputs.event.rules,
        apart=inputs.apart,
        wishes=inputs.wishes,
        met=inputs.met,
        meet_again=inputs.meet_again,
        sensitive=inputs.event.is_sensitive,
        progress=progress,
    )


def _room(inputs: PlanInputs, mentees: tuple[Attendee, ...], mentors: tuple[Attendee, ...], pairs: PairScores) -> _Room:
    """What the rules of the event and of the staff leave open, before anything is fixed."""
    row = {person.id: index for index, person in enumerate(mentees)}
    column = {person.id: index for index, person in enumerate(mentors)}
    allowed = pairs.allowed.copy()
    forbid_pairs(allowed, inputs.staff_rules, row, column)
    return _Room(row, column, allowed, _presence(inputs, mentees), _seats(inputs, mentors))


def _ways_left_open(
    inputs: PlanInputs, room: _Room, fixed: "Iterable[tuple[int, int, int]]"
) -> list[tuple[int, int, int, int]]:
    """Rows (mentee, mentor, mentee, mentor) of two who are both: they meet once, whichever way is better.

    Where staff said which way, or they have met both ways already, nothing is left open.
    """
    both = sorted(person for person in room.row if person in room.column)
    settled = {(mentee, mentor) for mentee, mentor, _ in fixed}
    musts = {pair for pair, rule in inputs.staff_rules.items() if rule is PairRule.MUST_MEET}  # (mentor id, mentee id)
    ways: list[tuple[int, int, int, int]] = []
    for one, other in combinations(both, 2):
        there, back = (room.row[one], room.column[other]), (room.row[other], room.column[one])
        if not (room.allowed[there] and room.allowed[back]) or {there, back} <= settled:
            continue
        if (other, one) in musts and back not in settled:
            room.allowed[back] = False
        elif (one, other) in musts and there not in settled:
            room.allowed[there] = False
        else:
            ways.append((*there, *back))
    return ways


def _taking_part(inputs: PlanInputs, seated: set[int], *, hosts: bool) -> tuple[Attendee, ...]:
    """Those who can be introduced in some round to come, and those who were in a past one; in the given order."""
    return tuple(
        person
        for person in inputs.attendees
        if person.id in seated or ((person.role.hosts if hosts else person.role.seeks) and any(inputs.windows(person)))
    )


def _presence(inputs: PlanInputs, mentees: tuple[Attendee, ...]) -> NDArray[np.bool_]:
    present = np.zeros((len(mentees), inputs.event.rounds), dtype=bool)
    for index, mentee in enumerate(mentees):
        present[index] = mentee.role.seeks and np.array(inputs.windows(mentee))
    return present


def _seats(inputs: PlanInputs, mentors: tuple[Attendee, ...]) -> NDArray[np.int64]:
    seats = np.zeros((len(mentors), inputs.event.rounds), dtype=np.int64)
    for index, mentor in enumerate(mentors):
        if mentor.role.hosts:
            window = inputs.windows(mentor)
            seats[index] = [
                inputs.event.seats * (there and r + 1 not in mentor.rests) for r, there in enumerate(window)
            ]
    return seats


def _mentor_limit(person: Attendee) -> int | None:
    return person.introductions_limit


def _mentee_limit(person: Attendee) -> int | None:
    """The limit of someone who is both binds the mentor's side, where it is asked for."""
    return person.introductions_limit if person.role is Role.MENTEE else None


def limits_of(limits: list[int | None], fixed: list[int]) -> NDArray[np.int64] | None:
    """One bound for each person, never under what is fixed already; None where nobody has one."""
    if all(limit is None for limit in limits):
        return None
    most, counted = 1_000_000, Counter(fixed)
    return np.array(
        [most if limit is None else max(limit, counted[index]) for index, limit in enumerate(limits)],
        dtype=np.int64,
    )


def _rows(entries: "Iterable[tuple[int, ...]]", width: int) -> NDArray[np.int64] | None:
    listed = list(entries)
    return np.array(listed, dtype=np.int64).reshape(-1, width) if listed else None


def _key(meeting: Introduction) -> tuple[int, int, int]:
    return meeting.round, meeting.mentor_id, meeting.mentee_id
