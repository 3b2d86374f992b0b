from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.openings import openings_of
from mixer_app.matching.roles import split_roles, with_roles_settled

Build = Callable[..., PlanProblem]


def test_in_each_round_somebody_who_is_both_hosts_or_seeks(a_problem: Build) -> None:
    openings = openings_of(a_problem(8, 4, 4, same_person=np.array([[0, 0], [1, 1]])))
    settled = with_roles_settled(openings)
    for person in (0, 1):
        hosts, seeks = settled.seats[person] > 0, settled.present[person]
        assert not (hosts & seeks).any()
        assert hosts.any()
        assert seeks.any()


def test_where_nobody_is_both_nothing_changes(a_problem: Build) -> None:
    openings = openings_of(a_problem(3, 2, 2))
    assert with_roles_settled(openings) is openings


def test_each_who_seeks_takes_their_own_seats_away(a_problem: Build) -> None:
    # two mentors with two seats, one of them also a mentee, who cannot meet with themself
    openings = openings_of(a_problem(4, 2, 2, seats=2, same_person=np.array([[0, 0]])))
    split = split_roles(openings)
    assert split.spread == (4, 1)
    assert sum(split.seekers) == 1
    assert split.most == 6


def test_where_all_are_both_no_round_has_more_than_half_of_the_heads(a_problem: Build) -> None:
    people = np.array([[i, i] for i in range(10)])
    openings = openings_of(a_problem(10, 10, 4, same_person=people))
    split = split_roles(openings)
    assert split.spread == (10, 10, 0, 0)
    assert split.most == 20
