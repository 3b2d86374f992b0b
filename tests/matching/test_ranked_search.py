"""What a search tells of a model."""

from typing import Any

from ortools.sat.python import cp_model

from mixer_app.matching.deadline import NO_DEADLINE
from mixer_app.matching.ranked_search import RankedSearch


def _search(model: Any, effort: float = 1.0) -> RankedSearch:
    return RankedSearch(model, 0, effort, NO_DEADLINE, None)


def test_the_greatest_figure_is_found_and_proven() -> None:
    model = cp_model.CpModel()
    one, other = model.new_bool_var("one"), model.new_bool_var("other")
    model.add(one + other <= 1)
    found = _search(model).maximised(2 * one + 3 * other, [(one, 1)])
    assert found.proven
    assert found.bound == 3
    assert found.solver is not None
    assert found.solver.boolean_value(other)


def test_what_has_no_solution_is_proven_so() -> None:
    model = cp_model.CpModel()
    one = model.new_bool_var("one")
    model.add(one >= 1)
    model.add(one <= 0)
    found = _search(model).maximised(None, ())
    assert found.proven
    assert found.solver is None
