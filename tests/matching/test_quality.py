from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.quality import quality_of

Build = Callable[..., PlanProblem]


def test_the_figures_are_those_of_the_plan(a_problem: Build) -> None:
    scores = np.array([[0.6, 0.2], [0.5, 0.59]])
    keep = np.array([[0, 1], [-1, -1]])
    problem = a_problem(2, 2, 2, scores=scores, keep=keep, discovery=np.array([[0, 1], [0, 0]], bool))
    quality = quality_of(problem, np.array([[0, -1], [1, 0]]), Bounds(False, 4, 20_000))
    assert quality.meetings_per_mentee.tolist() == [1, 2]
    assert quality.mentor_load.tolist() == [2, 1]
    assert (quality.fewest, quality.meetings, quality.kept) == (1, 3, 1)
    assert (quality.strong_mentees, quality.discovery_mentees) == (1, 0)
    assert quality.total_score == 1.69
    assert (quality.bound_meetings, quality.bound_score) == (4, 2.0)


def test_the_bound_holds_for_scores_finer_than_the_resolution(a_problem: Build) -> None:
    problem = a_problem(1, 1, 1, scores=np.array([[0.50004]]))
    assert quality_of(problem, np.array([[0]]), Bounds(True, 1, 5_000)).bound_score >= 0.50004
