from dataclasses import replace
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import (
    DEFAULT_WEIGHTS,
    EmployerRule,
    MatchingRules,
    MetBeforeRule,
    QuestionCriterion,
    QuestionKind,
)
from mixer_app.services.rules_words import CRITERION_TITLES, describe_changes, refuse_impossible

RULES = MatchingRules()
ADVISER = QuestionCriterion(question="Adviser", kind=QuestionKind.DIFFERENT, weight=0.1)


def test_every_criterion_has_a_title() -> None:
    assert list(CRITERION_TITLES) == list(DEFAULT_WEIGHTS)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ()),
        ({"weights": DEFAULT_WEIGHTS | {"reach": 0.2}}, ("weight of reach afterwards 5 to 20",)),
        ({"strong": 0.7}, ("strong from 0.6 to 0.7",)),
        ({"employer": EmployerRule.PREFER_OUTSIDE}, ("same employer: prefer outside",)),
        ({"discovery": True}, ("mentors from another field: wanted",)),
        ({"met_before": MetBeforeRule.PREFER}, ("met before: prefer to meet again",)),
        ({"questions": (ADVISER,)}, ("“Adviser” counts",)),
        ({"experience_scale": ("SEO", "Grade 7")}, ("the order of grades",)),
        ({"minimum_gap_years": 3.0}, ("least years ahead 2 to 3",)),
    ],
)
def test_each_change_is_told_in_a_few_words(changes: dict[str, Any], told: tuple[str, ...]) -> None:
    assert describe_changes(RULES, replace(RULES, **changes)) == told


def test_a_question_that_counts_otherwise_says_how() -> None:
    before = replace(RULES, questions=(ADVISER,))
    after = replace(RULES, questions=(replace(ADVISER, weight=0.2, hard=True),))
    assert describe_changes(before, after) == ("“Adviser” counts 20 as different answers, or they never meet",)
    assert describe_changes(before, RULES) == ("“Adviser” no longer counts",)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"weights": {"needs": -0.1}}, "Give 0 or more"),
        ({"weights": {"needs": float("nan")}}, "Give 0 or more"),
        ({"weights": {}}, "Nothing has a weight"),
        ({"strong": 1.5}, "Choose from 0 to 1"),
        ({"floor": -0.5}, "Choose from 0 to 1"),
        ({"discovery": True, "weights": DEFAULT_WEIGHTS | {"field": 0.0}}, "Give both a weight"),
        ({"minimum_gap_years": 12.0}, r"least years ahead \(12\) are more than those wanted \(10\)"),
        ({"questions": (ADVISER, replace(ADVISER, question="adviser"))}, "counts twice"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_change(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(MixerError, match=sentence):
        refuse_impossible(replace(RULES, **changes))
