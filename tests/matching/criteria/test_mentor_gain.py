from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.mentor_gain import MentorGain


def test_what_the_mentee_brings_of_the_mentors_interests(judge: Callable[..., Any]) -> None:
    part, told = judge(
        MentorGain, {"topics_offered": ("Coding",), "field": "Law"}, {"topics_wanted": ("coding", "Law")}
    )
    assert part == pytest.approx(1)
    assert told == ["The mentor would like to hear about coding and law"]


def test_a_mentor_without_interests_is_unknown(judge: Callable[..., Any]) -> None:
    assert judge(MentorGain, {"field": "Law"}, {}) == (None, [])
