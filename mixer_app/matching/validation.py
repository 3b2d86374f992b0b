"""A problem that contradicts itself is refused with the first offending index."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mixer_app.matching.problem import FREE, PlanInputError, PlanProblem

Integers = NDArray[np.int64]

_FLAGS: Final = ("allowed", "present", "discovery")
_WIDTHS: Final = {"fixed": 3, "apart": 2, "same_person": 2, "once": 4}  # numbers in each row
_MOST: Final = 2.0**62  # a number from here on is no count of anything


def checked(problem: PlanProblem) -> PlanProblem:
    """The same problem with arrays of the right types; raises `PlanInputError`."""
    problem = in_arrays(problem)
    if problem.fixed is not None:
        _FixedRows(problem).check()
    return problem


def in_arrays(problem: PlanProblem) -> PlanProblem:
    """The same problem with arrays of the right types, shapes and ranges; raises `PlanInputError`.

    Whether what is fixed agrees with the rules is not looked at.
    """
    if not _is_number(problem.strong):
        raise PlanInputError(f"strong is {problem.strong!r}: it must be a number.")
    numbers = {"rounds": _whole("rounds", problem.rounds, 0), "seed": _whole("seed", problem.seed, None)}
    arrays = {name: _converted(name, getattr(problem, name)) for name in _kinds(problem)}
    problem = replace(problem, **numbers, **arrays)
    _check_shapes(problem)
    _check_scores(problem)
    for name in ("seats", "mentor_limit", "mentee_limit"):
        _check_range(name, getattr(problem, name), 0, None)
    mentees, mentors = problem.scores.shape
    _check_range("keep", problem.keep, FREE, mentors - 1)
    _check_rows("apart", problem.apart, (mentees, mentees))
    _check_rows("same_person", problem.same_person, (mentees, mentors))
    _check_rows("once", problem.once, (mentees, mentors, mentees, mentors))
    _check_rows("fixed", problem.fixed, (mentees, mentors, problem.rounds))
    return problem


def _kinds(problem: PlanProblem) -> Iterator[str]:
    """The names of the arrays that are given; those that every evening needs must be."""
    for field in fields(problem):
        if field.name in ("rounds", "strong", "seed"):
            continue
        if getattr(problem, field.name) is not None:
            yield field.name
        elif field.default is MISSING:
            raise PlanInputError(f"{field.name} is missing.")


def _is_number(value: object) -> bool:
    return isinstance(value, float | int | np.floating | np.integer) and value == value  # NaN differs from itself


def _whole(name: str, value: object, least: int | None) -> int:
    if not isinstance(value, int | np.integer) or (least is not None and value < least):
        more = "" if least is None else f", {least} or more"
        raise PlanInputError(f"{name} is {value!r}: it must be a whole number{more}.")
    return int(value)


def _converted(name: str, value: ArrayLike) -> NDArray[np.generic]:
    if np.ma.is_masked(value):
        raise PlanInputError(f"{name} has entries that are masked: each must be a number.")
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise PlanInputError(f"{name} has rows of different lengths.") from error
    if array.size == 0 and name in _WIDTHS:
        return np.zeros((0, _WIDTHS[name]), np.int64)
    if array.size and array.dtype.kind not in "biuf":
        raise PlanInputError(f"{name} holds something that is not a number.")
    if name == "scores":
        return array.astype(np.float64)
    kind: type[np.generic] = np.bool_ if name in _FLAGS else np.int64
    wrong = np.argwhere(~(np.abs(array) < _MOST)) if array.dtype.kind == "f" else np.zeros((0, array.ndim), np.int64)
    changed = array if len(wrong) else array.astype(kind)  # NaN cannot be changed
    wrong = wrong if len(wrong) else np.argwhere(changed != array)
    if len(wrong):
        raise PlanInputError(f"{name}{_index(wrong[0])} is {array[tuple(wrong[0])]}: it must be a whole number.")
    return changed


def _index(at: Integers) -> str:
    return "".join(f"[{int(place)}]" for place in at)


def _check_shapes(problem: PlanProblem) -> None:
    if problem.scores.ndim != 2:
        raise PlanInputError(f"scores has shape {problem.scores.shape}: it must have a row per mentee.")
    mentees, mentors = problem.scores.shape
    expected = {
        "allowed": (mentees, mentors),
        "discovery": (mentees, mentors),
        "seats": (mentors, problem.rounds),
        "present": (mentees, problem.rounds),
        "keep": (mentees, problem.rounds),
        "mentor_limit": (mentors,),
        "mentee_limit": (mentees,),
    }
    for name, shape in expected.items():
        array = getattr(problem, name)
        if array is not None and array.shape != shape:
            raise PlanInputError(f"{name} has shape {array.shape}: {shape} agrees with scores and rounds.")
    for name, width in _WIDTHS.items():
        array = getattr(problem, name)
        if array is not None and (array.ndim != 2 or array.shape[1] != width):
            raise PlanInputError(f"{name} has shape {array.shape}: each row must have {width} numbers.")


def _check_scores(problem: PlanProblem) -> None:
    wrong = np.argwhere(~((problem.scores >= 0) & (problem.scores <= 1)))  # NaN is neither
    if len(wrong):
        value = problem.scores[tuple(wrong[0])]
        raise PlanInputError(f"scores{_index(wrong[0])} is {value}: it must be a number from 0 to 1.")


def _check_range(name: str, array: Integers | None, lowest: int, highest: int | None) -> None:
    if array is None:
        return
    outside = array < lowest if highest is None else (array < lowest) | (array > highest)
    wrong = np.argwhere(outside)
    if len(wrong):
        limit = f"from {lowest} to {highest}" if highest is not None else f"{lowest} or more"
        raise PlanInputError(f"{name}{_index(wrong[0])} is {array[tuple(wrong[0])]}: it must be {limit}.")


def _check_rows(name: str, rows: Integers | None, sizes: tuple[int, ...]) -> None:
    if rows is None or not len(rows):
        return
    wrong = np.argwhere((rows < 0) | (rows >= np.array(sizes)))
    if len(wrong):
        row, column = wrong[0]
        raise PlanInputError(
            f"{name}[{row}][{column}] is {rows[row, column]}: it must be from 0 to {sizes[column] - 1}."
        )
    if name == "apart":
        same = np.flatnonzero(rows[:, 0] == rows[:, 1])
        if len(same):
            raise PlanInputError(f"apart[{same[0]}] asks mentee {rows[same[0], 0]} to be apart from themself.")
    if name == "once":
        same = np.flatnonzero((rows[:, :2] == rows[:, 2:]).all(axis=1))
        if len(same):
            raise PlanInputError(f"once[{same[0]}] names one pair twice.")


class _FixedRows:
    """Goes through the fixed introductions in order, as if seating them one after the other."""

    def __init__(self, problem: PlanProblem) -> None:
        self._problem = problem
        self._persons = {tuple(row) for row in _rows(problem.same_person)}
        self._mentors_of: dict[int, list[int]] = {}  # mentee -> mentors that they are too
        self._mentees_of: dict[int, list[int]] = {}
        for mentee, mentor in _rows(problem.same_person):
            self._mentors_of.setdefault(mentee, []).append(mentor)
            self._mentees_of.setdefault(mentor, []).append(mentee)
        self._apart = {frozenset(row) for row in _rows(problem.apart)}
        self._rivals: dict[tuple[int, int], list[tuple[int, int]]] = {}  # pairs that do not meet if this one does
        for a, b, c, d in _rows(problem.once):
            self._rivals.setdefault((a, b), []).append((c, d))
            self._rivals.setdefault((c, d), []).append((a, b))
        self._mentor_at: dict[tuple[int, int], int] = {}  # (mentee, round)
        self._mentees_at: dict[tuple[int, int], list[int]] = {}  # (mentor, round)
        self._pairs: set[tuple[int, int]] = set()
        self._met: dict[int, int] = {}
        self._load: dict[int, int] = {}

    def check(self) -> None:
        for number, (mentee, mentor, in_round) in enumerate(_rows(self._problem.fixed)):
            fault = self._fault(mentee, mentor, in_round) or self._crowding(mentee, mentor, in_round)
            if fault:
                raise PlanInputError(f"fixed[{number}] (mentee {mentee}, mentor {mentor}, round {in_round}): {fault}.")
            self._seat(mentee, mentor, in_round)

    def _seat(self, mentee: int, mentor: int, in_round: int) -> None:
        self._mentor_at[mentee, in_round] = mentor
        self._mentees_at.setdefault((mentor, in_round), []).append(mentee)
        self._pairs.add((mentee, mentor))
        self._met[mentee] = self._met.get(mentee, 0) + 1
        self._load[mentor] = self._load.get(mentor, 0) + 1

    def _fault(self, mentee: int, mentor: int, in_round: int) -> str:
        problem = self._problem
        if not problem.allowed[mentee, mentor]:
            return "this pair is not allowed"
        if (mentee, mentor) in self._persons:
            return "mentee and mentor are one person"
        if not problem.present[mentee, in_round]:
            return "the mentee is not present in this round"
        if (mentee, in_round) in self._mentor_at:
            return "the mentee is already seated in this round"
        if (mentee, mentor) in self._pairs:
            return "this pair has already met"
        if any(rival in self._pairs for rival in self._rivals.get((mentee, mentor), ())):
            return "only one of this pair and another that is fixed may meet"
        return ""

    def _crowding(self, mentee: int, mentor: int, in_round: int) -> str:
        problem, company = self._problem, self._mentees_at.get((mentor, in_round), [])
        if len(company) >= problem.seats[mentor, in_round]:
            return f"the mentor has {problem.seats[mentor, in_round]} seats in this round"
        if problem.mentee_limit is not None and self._met.get(mentee, 0) >= problem.mentee_limit[mentee]:
            return "the mentee has reached their limit"
        if problem.mentor_limit is not None and self._load.get(mentor, 0) >= problem.mentor_limit[mentor]:
            return "the mentor has reached their limit"
        if any(frozenset((mentee, other)) in self._apart for other in company):
            return "someone who is to be apart from the mentee sits there"
        hosts = any((person, in_round) in self._mentor_at for person in self._mentees_of.get(mentor, ()))
        seeks = any((same, in_round) in self._mentees_at for same in self._mentors_of.get(mentee, ()))
        return "the same person is mentor and mentee in this round" if hosts or seeks else ""


def _rows(array: Integers | None) -> list[list[int]]:
    return [] if array is None else array.tolist()
