"""Look a plan over from the problem alone; nothing but the reading of the problem is shared with the solver."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.problem import FREE, PlanInputError, PlanProblem, PlanQuality, RoundPlan
from mixer_app.matching.validation import in_arrays

Seat = tuple[int, int, int]  # mentee, mentor, round


def verify(problem: PlanProblem, plan: RoundPlan) -> list[str]:
    """Every rule that `plan` breaks and every figure of its quality that is wrong, as sentences.

    What cannot be read, in the problem or in the plan, is told as a sentence too; nothing is raised.
    """
    try:
        problem = in_arrays(problem)
    except PlanInputError as error:
        return [f"The problem cannot be read: {error}"]
    plan = replace(plan, mentor_of=np.asarray(plan.mentor_of))
    strange = _strange(problem, plan.mentor_of)
    if strange:
        return strange
    rows: list[list[int]] = plan.mentor_of.tolist()
    seats = [
        (mentee, mentor, in_round)
        for mentee, row in enumerate(rows)
        for in_round, mentor in enumerate(row)
        if mentor != FREE
    ]
    return [
        *_broken_for_pairs(problem, seats),
        *_broken_at_tables(problem, seats),
        *_broken_for_people(problem, seats),
        *_broken_fixed(problem, rows),
        *_wrong_figures(problem, seats, plan.quality),
        *_wrong_claim(problem, plan, seats),
    ]


def guests_per_round(problem: PlanProblem, plan: RoundPlan) -> NDArray[np.int64]:
    """(mentors, rounds) guests; -1 where a mentor does not host: absent, resting, or a guest themselves."""
    loads = np.zeros(problem.seats.shape, np.int64)
    for row in plan.mentor_of.tolist():
        for in_round, mentor in enumerate(row):
            if mentor >= 0:
                loads[mentor, in_round] += 1
    loads[(loads == 0) & (problem.seats <= 0)] = -1
    for mentee, mentor in [] if problem.same_person is None else problem.same_person.tolist():
        loads[mentor, plan.mentor_of[mentee] >= 0] = -1
    return loads


def uneven_mentors(problem: PlanProblem, plan: RoundPlan) -> list[int]:
    """Mentors whose guests differ by more than one between two rounds that they host."""
    rows = enumerate(guests_per_round(problem, plan).tolist())
    hosted = ((mentor, [many for many in row if many >= 0]) for mentor, row in rows)
    return [mentor for mentor, many in hosted if many and max(many) - min(many) > 1]


def _strange(problem: PlanProblem, mentor_of: NDArray[np.generic]) -> list[str]:
    """Why the seats cannot be read at all."""
    shape = (len(problem.allowed), problem.rounds)
    if mentor_of.shape != shape:
        return [f"The plan has shape {mentor_of.shape}, the problem {shape}."]
    if mentor_of.dtype.kind not in "iu":
        return [f"The plan holds numbers of the kind {mentor_of.dtype}: each must be the whole number of a mentor."]
    return [
        f"Mentee {mentee}, round {in_round}: there is no mentor {mentor}."
        for mentee, row in enumerate(mentor_of.tolist())
        for in_round, mentor in enumerate(row)
        if not FREE <= mentor < len(problem.seats)
    ]


def _broken_for_pairs(problem: PlanProblem, seats: list[Seat]) -> Iterator[str]:
    met: set[tuple[int, int]] = set()
    persons = {(int(row[0]), int(row[1])) for row in ([] if problem.same_person is None else problem.same_person)}
    for mentee, mentor, in_round in seats:
        where = f"Mentee {mentee}, mentor {mentor}, round {in_round}"
        if not problem.allowed[mentee, mentor]:
            yield f"{where}: this pair is not allowed."
        if (mentee, mentor) in persons:
            yield f"{where}: they are one person."
        if not problem.present[mentee, in_round]:
            yield f"{where}: the mentee is not present."
        if (mentee, mentor) in met:
            yield f"{where}: they meet a second time."
        met.add((mentee, mentor))
    for a, b, c, d in [] if problem.once is None else problem.once.tolist():
        if (a, b) in met and (c, d) in met:
            yield f"Mentee {a} meets mentor {b}, and mentee {c} mentor {d}: only one of these two may meet."


def _broken_at_tables(problem: PlanProblem, seats: list[Seat]) -> Iterator[str]:
    tables: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for mentee, mentor, in_round in seats:
        tables[mentor, in_round].append(mentee)
    apart = {frozenset(map(int, row)) for row in ([] if problem.apart is None else problem.apart)}
    for (mentor, in_round), guests in tables.items():
        seats_here = int(problem.seats[mentor, in_round])
        if len(guests) > seats_here:
            yield f"Mentor {mentor}, round {in_round}: {len(guests)} mentees for {seats_here} seats."
        for pair in combinations(guests, 2):
            if frozenset(pair) in apart:
                yield f"Mentor {mentor}, round {in_round}: mentees {pair[0]} and {pair[1]} are to be apart."
    seated: defaultdict[int, list[int]] = defaultdict(list)
    for mentee, _, in_round in seats:
        seated[mentee].append(in_round)
    for mentee, mentor in [] if problem.same_person is None else problem.same_person.tolist():
        for in_round in seated[mentee]:
            if (mentor, in_round) in tables:
                yield f"Round {in_round}: mentee {mentee} and mentor {mentor} are one person, and both are seated."


def _broken_for_people(problem: PlanProblem, seats: list[Seat]) -> Iterator[str]:
    met = Counter(mentee for mentee, _, _ in seats)
    load = Counter(mentor for _, mentor, _ in seats)
    for name, limit, count in (("Mentee", problem.mentee_limit, met), ("Mentor", problem.mentor_limit, load)):
        for person, most in enumerate([] if limit is None else limit):
            if count[person] > most:
                yield f"{name} {person}: {count[person]} introductions, the limit is {most}."


def _broken_fixed(problem: PlanProblem, rows: list[list[int]]) -> Iterator[str]:
    for mentee, mentor, in_round in [] if problem.fixed is None else problem.fixed:
        if rows[mentee][in_round] != mentor:
            yield f"Mentee {mentee}, round {in_round}: mentor {mentor} is fixed, not {rows[mentee][in_round]}."


def _wrong_figures(problem: PlanProblem, seats: list[Seat], quality: PlanQuality) -> Iterator[str]:
    met = Counter(mentee for mentee, _, _ in seats)
    load = Counter(mentor for _, mentor, _ in seats)
    off_path, keep = problem.discovery, problem.keep
    counted: dict[str, object] = {
        "meetings_per_mentee": [met[mentee] for mentee in range(len(problem.allowed))],
        "fewest": min((met[mentee] for mentee in range(len(problem.allowed))), default=0),
        "meetings": len(seats),
        "kept": 0 if keep is None else sum(int(keep[mentee, when]) == mentor for mentee, mentor, when in seats),
        "strong_mentees": len({i for i, j, _ in seats if problem.scores[i, j] >= problem.strong}),
        "discovery_mentees": 0 if off_path is None else len({i for i, j, _ in seats if off_path[i, j]}),
        "mentor_load": [load[mentor] for mentor in range(len(problem.seats))],
    }
    for name, value in counted.items():
        told = getattr(quality, name)
        if np.asarray(told).tolist() != value:
            yield f"{name} is told as {told}, counted it is {value}."
    total = sum(float(problem.scores[mentee, mentor]) for mentee, mentor, _ in seats)
    if not abs(total - quality.total_score) <= 1e-6:  # NaN is no score
        yield f"total_score is told as {quality.total_score}, counted it is {total}."
    if not quality.bound_meetings >= len(seats):
        yield f"bound_meetings is {quality.bound_meetings}, but the plan has {len(seats)}."
    if not quality.bound_score >= total - 1e-6:
        yield f"bound_score is {quality.bound_score}, but the plan has {total}."


def _wrong_claim(problem: PlanProblem, plan: RoundPlan, seats: list[Seat]) -> Iterator[str]:
    """A plan with room for one more introduction, as it is, is not the best."""
    if plan.quality.optimal and any(_additions(problem, plan.mentor_of, seats)):
        yield "The plan is told to be best, but one more introduction would break no rule."


def _additions(problem: PlanProblem, mentor_of: NDArray[np.int64], seats: list[Seat]) -> Iterator[Seat]:
    """Every introduction that could be added, the others as they are."""
    met = np.zeros(problem.allowed.shape, bool)  # (mentees, mentors)
    taken = np.zeros(problem.seats.shape, np.int64)  # (mentors, rounds)
    for mentee, mentor, in_round in seats:
        met[mentee, mentor] = True
        taken[mentor, in_round] += 1
    may, free, is_open = problem.allowed & ~met, problem.present & (mentor_of == FREE), problem.seats > taken
    may &= _under(problem.mentee_limit, met.sum(axis=1))[:, None] & _under(problem.mentor_limit, met.sum(axis=0))
    for mentee, mentor in [] if problem.same_person is None else problem.same_person.tolist():
        may[mentee, mentor] = False
        free[mentee] &= taken[mentor] == 0
        is_open[mentor] &= mentor_of[mentee] == FREE
    for a, b, c, d in [] if problem.once is None else problem.once.tolist():
        may[a, b] &= not met[c, d]
        may[c, d] &= not met[a, b]
    apart = {frozenset(row) for row in ([] if problem.apart is None else problem.apart.tolist())}
    for in_round in range(problem.rounds):
        one, other = np.flatnonzero(free[:, in_round]), np.flatnonzero(is_open[:, in_round])
        for row, column in np.argwhere(may[np.ix_(one, other)]).tolist():
            mentee, mentor = int(one[row]), int(other[column])
            company = np.flatnonzero(mentor_of[:, in_round] == mentor).tolist()
            if not any(frozenset((mentee, guest)) in apart for guest in company):
                yield mentee, mentor, in_round


def _under(limit: NDArray[np.int64] | None, counts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(people,) who may have one introduction more."""
    return np.ones(len(counts), bool) if limit is None else counts < limit
