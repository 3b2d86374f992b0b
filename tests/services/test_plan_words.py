"""The quality of a plan in words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from mixer_app.domain.plans import Introduction, Plan, QualityFigures
from mixer_app.services.plan_words import headline, verdict


def a_plan(meetings: list[int], *, mentors: int = 9, **figures: Any) -> Plan:
    """A plan in which the mentees meet as many mentors as `meetings` says."""
    introductions = tuple(
        Introduction(round=number + 1, table=number + 1, mentor_id=100 + number, mentee_id=mentee, score=0.7)
        for mentee, count in enumerate(meetings)
        for number in range(count)
    )
    total = len(introductions)
    quality = {
        "meetings": total,
        "fewest": min(meetings, default=0),
        "kept": 0,
        "strong_mentees": sum(count > 0 for count in meetings),
        "discovery_mentees": 0,
        "total_score": 0.7 * total,
        "optimal": True,
        "bound_meetings": total,
        "bound_score": 0.7 * total,
    }
    return Plan(
        id=1,
        event_id=1,
        version=1,
        made_at=datetime(2026, 5, 14, 18, 0, tzinfo=UTC),
        rounds=5,
        mentee_ids=tuple(range(len(meetings))),
        mentor_ids=tuple(range(100, 100 + mentors)),
        introductions=introductions,
        quality=QualityFigures(**{**quality, **figures}),
    )


@pytest.mark.parametrize(
    ("meetings", "words"),
    [
        ([4, 5, 4], "Everyone meets 4 or 5 mentors"),
        ([5, 5], "Everyone meets 5 mentors"),
        ([1, 1], "Everyone meets 1 mentor"),
        ([2, 5, 4], "Everyone meets 2 to 5 mentors"),
        ([0, 4, 5], "2 of 3 mentees meet 4 or 5 mentors, 1 meet nobody"),
        ([0, 0], "Nobody can be introduced"),
        ([3], "One mentee meets 3 mentors"),
        ([], "No mentees to introduce"),
    ],
)
def test_the_headline_says_how_many_mentors_each_mentee_meets(meetings: list[int], words: str) -> None:
    assert headline(a_plan(meetings)) == words


def test_without_mentors_the_headline_says_so() -> None:
    assert headline(a_plan([0], mentors=0)) == "No mentors to introduce"
    assert headline(a_plan([], mentors=0)) == "Nobody to introduce yet"


def test_a_proven_plan_says_so_and_counts_strong_introductions() -> None:
    said = verdict(a_plan([4, 4]), 0.6)
    assert said.proven
    assert said.detail == "Best possible, proven. All 2 get a strong introduction."
    assert said.counts == (0, 0, 0, 8, 0)


def test_an_unproven_plan_says_how_much_better_any_plan_could_be() -> None:
    said = verdict(a_plan([4, 4], optimal=False, bound_meetings=11, strong_mentees=1), 0.6)
    assert said.detail == "At most 3 more meetings are possible. 1 of 2 get a strong introduction."
    assert verdict(a_plan([4, 4], optimal=False, bound_meetings=9), 0.6).detail.startswith(
        "At most 1 more meeting is possible."
    )
    assert verdict(a_plan([4, 3], optimal=False, fairest=True, bound_meetings=9), 0.6).detail.startswith(
        "No plan is fairer, proven; the fit is the best possible to a tenth of a percent."
    )
    assert (
        "No plan is fairer, proven; a fit up to 20 % better may exist."
        in verdict(a_plan([4], optimal=False, fairest=True, total_score=2.0, bound_score=2.5), 0.6).detail
    )
    assert "No plan has more meetings" in verdict(a_plan([4, 4], optimal=False), 0.6).detail


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (0, ""),
        (1, "1 of 2 meets a mentor from another field who fits a need."),
        (2, "All meet a mentor from another field who fits a need."),
    ],
)
def test_mentors_from_another_field_are_counted_where_there_are_any(found: int, words: str) -> None:
    assert ("another field" in verdict(a_plan([4, 4]), 0.6).detail) is False
    assert words in verdict(a_plan([4, 4], discovery_mentees=found), 0.6).detail


def test_an_empty_plan_does_not_boast() -> None:
    assert verdict(a_plan([0]), 0.6).detail == ""
