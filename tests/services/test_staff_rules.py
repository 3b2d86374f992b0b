"""Pairs that staff want to meet get a round that breaks no rule; forbidden ones are taken out."""

from typing import Any

import numpy as np

from mixer_app.domain.plan_edits import PairRule
from mixer_app.services.staff_rules import forbid_pairs, rounds_for_musts

MUST = {(10, 1): PairRule.MUST_MEET}


def rounds(**said: Any) -> list[tuple[int, int, int]]:
    """One mentee (1, row 0), another in row 1, one mentor (10, column 0), two rounds, one seat."""
    known: dict[str, Any] = {
        "row": {1: 0, 2: 1},
        "column": {10: 0},
        "latest": None,
        "fixed": [],
        "allowed": np.ones((2, 1), bool),
        "present": np.ones((2, 2), bool),
        "seats": np.ones((1, 2), np.int64),
        "apart": [],
        "same_person": [],
    }
    return rounds_for_musts(MUST, **(known | said))


def test_the_first_round_that_fits_is_taken() -> None:
    assert rounds() == [(0, 0, 0)]
    assert rounds(present=np.array([[False, True], [True, True]])) == [(0, 0, 1)]
    assert rounds(fixed=[(1, 0, 0)]) == [(0, 0, 1)]  # the only seat is somebody's
    assert rounds(seats=np.full((1, 2), 2), fixed=[(1, 0, 0)], apart=[(0, 1)]) == [(0, 0, 1)]
    assert rounds(seats=np.full((1, 2), 2), fixed=[(1, 0, 0)]) == [(0, 0, 0)]


def test_who_cannot_meet_is_left_out_and_who_meets_already_needs_nothing() -> None:
    assert rounds(allowed=np.zeros((2, 1), bool)) == []
    assert rounds(row={2: 1}) == []
    assert rounds(fixed=[(0, 0, 1)]) == []


def test_someone_who_is_both_does_not_host_and_seek_at_once() -> None:
    present, allowed = np.ones((2, 2), bool), np.ones((2, 2), bool)
    seats = np.ones((2, 2), np.int64)
    found = rounds(
        column={10: 0, 1: 1}, present=present, allowed=allowed, seats=seats, fixed=[(1, 1, 0)], same_person=[(0, 1)]
    )
    assert found == [(0, 0, 1)]  # in the first round they host


def test_forbidden_pairs_are_taken_out() -> None:
    allowed = np.ones((1, 2), bool)
    forbid_pairs(
        allowed, {(10, 1): PairRule.FORBIDDEN, (11, 1): PairRule.MUST_MEET, (9, 9): PairRule.FORBIDDEN},
        {1: 0}, {10: 0, 11: 1},
    )  # fmt: skip
    assert allowed.tolist() == [[False, True]]
