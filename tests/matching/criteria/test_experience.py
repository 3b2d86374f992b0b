from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.experience import Experience


@pytest.mark.parametrize(
    ("years", "part", "told"),
    [
        (4, 0, "1 year behind"),
        (5, 0, "Equally experienced"),
        (6, 0, "1 year ahead"),
        (15, 1, "10 years ahead"),
        (25, 1, "20 years ahead"),
        (60, pytest.approx(0.7), "55 years ahead"),
        (7.5, pytest.approx(1.5 / 9), "2.5 years ahead"),
    ],
)
def test_the_gap_in_years(judge: Callable[..., Any], years: float, part: float, told: str) -> None:
    assert judge(Experience, {"experience_years": 5}, {"experience_years": years}) == (part, [told])


def test_the_gap_in_grades_by_the_events_scale(judge: Callable[..., Any]) -> None:
    scale = ("AA", "AO", "EO", "Grade 7")
    said = ({"experience_grade": "AA"}, {"experience_grade": "grade 7"})
    assert judge(Experience, *said, experience_scale=scale) == (1, ["3 grades ahead"])
    assert judge(Experience, *said) == (None, [])
