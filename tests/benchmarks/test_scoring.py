"""How long the scores of all pairs take, and how much room, at the largest event we plan for.

Run with: `pytest tests/benchmarks/test_scoring.py --benchmark-enable`.
"""

import tracemalloc
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from mixer_app.domain.events import DEFAULT_NEEDS, MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.matching.compatibility import score_pairs

RULES = MatchingRules(
    questions=(
        QuestionCriterion(question="Adviser", kind=QuestionKind.DIFFERENT, hard=True, weight=0.1),
        QuestionCriterion(question="Band", kind=QuestionKind.GAP, weight=0.1),
        QuestionCriterion(question="Sports", kind=QuestionKind.OVERLAP, weight=0.1),
    )
)
MOST_BYTES = 400_000_000  # a dense score alone is 40 MB, the permissions and the discoveries 5 MB each


def _person(number: int, role: Role, dice: Random) -> Attendee:
    needs = [need.name for need in DEFAULT_NEEDS]
    topics = [f"Topic {topic}" for topic in range(40)]
    return Attendee(
        id=number,
        person_id=number,
        event_id=1,
        code=f"C{number}",
        role=role,
        status=Status.CHECKED_IN,
        updated_at=datetime(2026, 5, 14, tzinfo=UTC),
        name=PersonName(full=f"Person {number}"),
        employer=f"Hospital {dice.randrange(400)}",
        field=f"Field {dice.randrange(25)}",
        region=f"Region {dice.randrange(20)}",
        languages=tuple(dice.sample(["English", "French", "German", "Arabic"], 2)),
        experience_years=float(dice.randrange(1, 35)),
        needs_wanted=tuple(dice.sample(needs, 2)),
        needs_offered=tuple(dice.sample(needs, 3)),
        topics_wanted=tuple(dice.sample(topics, 4)),
        topics_offered=tuple(dice.sample(topics, 6)),
        remote_ok=dice.random() < 0.6,
        contact_frequency=dice.choice(["weekly", "monthly"]),
        answers=(
            ("Adviser", f"Adviser {dice.randrange(300)}"),
            ("Band", str(dice.randrange(9))),
            ("Sports", ";".join(dice.sample(["Golf", "Chess", "Running", "Skiing"], 2))),
        ),
    )


@pytest.fixture(scope="module")
def crowd() -> tuple[list[Attendee], list[Attendee]]:
    """5,000 mentees and 1,000 mentors who answered everything."""
    dice = Random(3)
    mentees = [_person(number, Role.MENTEE, dice) for number in range(5000)]
    return mentees, [_person(number, Role.MENTOR, dice) for number in range(5000, 6000)]


def test_five_million_pairs_are_scored(benchmark: Any, crowd: tuple[list[Attendee], list[Attendee]]) -> None:
    scores = benchmark.pedantic(score_pairs, (*crowd, RULES), rounds=3)
    assert scores.scores.shape == (5000, 1000)


def test_the_scores_of_five_million_pairs_take_little_room(crowd: tuple[list[Attendee], list[Attendee]]) -> None:
    tracemalloc.start()
    try:
        score_pairs(*crowd, RULES)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_BYTES, f"{peak / 1e6:.0f} MB"
