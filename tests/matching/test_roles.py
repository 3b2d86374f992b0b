from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.roles import with_roles_settled

Build = Callable[..., PlanProblem]


def test_in_each_round_somebody_who_is_both_hosts_or_seeks(a_problem: Build) -> None:
    openings = openings_of(a_problem(8, 4, 4, same_person=np.array([[0, 0], [1, 1]])))
    settled = with_roles_settled(openings, choose_pairs(openings, Aims()))
    for person in (0, 1):
        hosts, seeks = settled.seats[person] > 0, settled.present[person]
        assert not (hosts & seeks).any()
        assert hosts.any()
        assert seeks.any()


def test_where_nobody_is_both_nothing_changes(a_problem: Build) -> None:
    openings = openings_of(a_problem(3, 2, 2))
    assert with_roles_settled(openings, openings.possible) is openings
