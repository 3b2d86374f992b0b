"""Look a plan over from the problem alone; nothing here is shared with the solver."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from mixer_app.matching.problem import PlanProblem, PlanQuality, RoundPlan

Seat = tuple[int, int, int]  # mentee, mentor, round


def verify(problem: PlanProblem, plan: RoundPlan) -> list[str]:
    """Every rule that `plan` breaks and every figure of its quality that is wrong, as sentences."""
    shape = (len(problem.allowed), problem.rounds)
    if tuple(plan.mentor_of.shape) != shape:
        return [f"The plan has shape {tuple(plan.mentor_of.shape)}, the problem {shape}."]
    rows: list[list[int]] = plan.mentor_of.tolist()
    mentors = len(problem.seats)
    strange = [
        f"Mentee {mentee}, round {in_round}: there is no mentor {mentor}."
        for mentee, row in enumerate(rows)
        for in_round, mentor in enumerate(row)
        if not -1 <= mentor < mentors
    ]
    if strange:
        return strange
    seats = [
        (mentee, mentor, in_round)
        for mentee, row in enumerate(rows)
        for in_round, mentor in enumerate(row)
        if mentor >= 0
    ]
    return [
        *_broken_for_pairs(problem, seats),
        *_broken_at_tables(problem, seats),
        *_broken_for_people(problem, seats),
        *_broken_fixed(problem, rows),
        *_wrong_figures(problem, seats, plan.quality),
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
    for row in [] if problem.same_person is None else problem.same_person:
        for mentee, _, in_round in seats:
            if mentee == row[0] and (int(row[1]), in_round) in tables:
                yield f"Round {in_round}: mentee {row[0]} and mentor {row[1]} are one person, and both are seated."


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
        if (told.tolist() if isinstance(value, list) else told) != value:
            yield f"{name} is told as {told}, counted it is {value}."
    total = sum(float(problem.scores[mentee, mentor]) for mentee, mentor, _ in seats)
    if abs(total - quality.total_score) > 1e-6:
        yield f"total_score is told as {quality.total_score}, counted it is {total}."
    if quality.bound_meetings < len(seats):
        yield f"bound_meetings is {quality.bound_meetings}, but the plan has {len(seats)}."
    if quality.bound_score < total - 1e-6:
        yield f"bound_score is {quality.bound_score}, but the plan has {total}."
