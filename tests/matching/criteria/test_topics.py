from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.topics import Topics

WANTED = {"topics_wanted": ("Finance", "Law", "Teams")}


@pytest.mark.parametrize(
    ("offered", "told"),
    [
        (("Finance",), "Shares finance, the first choice"),
        (("Finance", "Teams"), "Shares finance, the first choice, and teams"),
        (("Teams", "Law"), "Shares law and teams"),
        (("Golf",), "No topic in common"),
    ],
)
def test_shared_topics_are_named_in_the_mentees_order(
    judge: Callable[..., Any], offered: tuple[str, ...], told: str
) -> None:
    assert judge(Topics, WANTED, {"topics_offered": offered})[1] == [told]


def test_the_first_choice_counts_more_than_any_other(judge: Callable[..., Any]) -> None:
    first, other = (judge(Topics, WANTED, {"topics_offered": (topic,)})[0] for topic in ("Finance", "Law"))
    assert first > other > 0
