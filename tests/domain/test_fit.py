"""Steps of fit."""

import pytest

from mixer_app.domain.fit import FIT_WORDS, fit_counts, fit_step


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (0.0, "weak"),
        (0.19, "weak"),
        (0.2, "fair"),
        (0.4, "good"),
        (0.59, "good"),
        (0.6, "strong"),
        (0.8, "very strong"),
        (1, "very strong"),
    ],
)
def test_scores_fall_on_their_step(score: float, word: str) -> None:
    assert FIT_WORDS[fit_step(score, 0.6)] == word


def test_strong_begins_where_the_event_says() -> None:
    assert fit_step(0.5, 0.5) == 3
    assert fit_step(0.85, 0.9) == 2


def test_counts_go_from_weak_to_very_strong() -> None:
    assert fit_counts([0.1, 0.3, 0.5, 0.7, 0.9, 0.95], 0.6) == (1, 1, 1, 1, 2)
