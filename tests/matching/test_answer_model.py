"""What predicts a yes: found where it is there, not found where it is not, and as sure as it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.matching.answer_model import AnswerTable, fit_answers, shares_of_yes
from mixer_app.matching.weight_advice import advise

WEIGHTS = np.array([0.30, 0.25, 0.15, 0.10, 0.10, 0.05, 0.05])
PERSON, PAIR = 0.7, 0.5  # how much people, and pairs, differ in saying yes at all


def evening(seed, slopes, *, mentees=40, mentors=12, rounds=5):
    """Answers of people who differ in how readily they say yes; both sides of a talk share a mood."""
    dice = np.random.default_rng(seed)
    count = len(slopes)
    ease, charm = dice.normal(0, PERSON, (2, mentees + mentors))
    rows = []
    for mentee in range(mentees):
        for place, mentor in enumerate(dice.choice(mentors, rounds, replace=False) + mentees):
            parts, mood = dice.choice([0, 1 / 3, 0.5, 2 / 3, 1], count), dice.normal(0, PAIR)
            for side, (giver, subject) in enumerate(((mentee, mentor), (mentor, mentee))):
                odds = 0.2 + 0.3 * side + (parts - 0.5) @ np.array(slopes) + mood + ease[giver] + charm[subject]
                rows.append((parts, dice.random() < 1 / (1 + np.exp(-odds)), (side, place), giver, subject))
    parts, yes, others, givers, subjects = zip(*rows, strict=True)
    return AnswerTable(np.array(parts), np.array(yes), np.array(others, float), np.array(givers), np.array(subjects))


def population(slopes):
    """The slopes over people who differ: smaller than those of each (Zeger, Liang and Albert 1988)."""
    return np.array(slopes) / np.sqrt(1 + 0.346 * (2 * PERSON**2 + PAIR**2))


@pytest.mark.parametrize("slopes", [(0.0,) * 7, tuple(6 * WEIGHTS)], ids=["noise", "as weighted"])
def test_intervals_hold_the_truth_as_often_as_they_say(slopes):
    held = []
    for seed in range(60):
        model = fit_answers(evening(seed, slopes))
        _, low, high = model.intervals(np.eye(7), 0.95)
        held.append((low <= population(slopes)) & (population(slopes) <= high))
    assert 0.92 <= np.mean(held) <= 1.0  # 420 intervals; 95 % less three standard errors


@pytest.mark.parametrize("slopes", [(0.0,) * 7, tuple(6 * WEIGHTS)], ids=["noise", "as weighted"])
def test_weights_that_are_as_good_as_any_are_left_alone(slopes):
    suggested = [not np.isnan(advise(evening(seed, slopes), WEIGHTS).suggested).all() for seed in range(60)]
    assert sum(suggested) <= 6  # of 60 at most 3 are expected


def test_what_clearly_predicts_more_than_its_weight_is_found_and_raised():
    found = [advise(evening(seed, (0, 0, 0, 0, 0, 0, 3.0)), WEIGHTS) for seed in range(10)]
    raised = [one.suggested[6] for one in found]
    assert sum(value > WEIGHTS[6] for value in raised) >= 8
    assert np.nanmax(raised) <= 2 * WEIGHTS[6]
    assert all(one.low[6] > 0 for one in found)


def test_what_counts_for_much_and_predicts_nothing_is_lowered_never_below_half():
    found = [advise(evening(seed, (0, 3.0, 0, 0, 0, 0, 0), mentees=80), WEIGHTS) for seed in range(6)]
    lowered = np.array([one.suggested[0] for one in found])
    assert (lowered < WEIGHTS[0]).sum() >= 4
    assert np.nanmin(lowered) >= WEIGHTS[0] / 2


def test_answers_of_one_person_are_not_taken_for_answers_of_many():
    """The same answers, once as given by forty people and once by four: four are less sure."""
    dice = np.random.default_rng(3)
    parts, mood = dice.choice([0.0, 1.0], (160, 1)), dice.normal(0, 1.5, 4)
    four = np.repeat(np.arange(4), 40)
    yes = dice.random(160) < 1 / (1 + np.exp(-(parts[:, 0] - 0.5 + mood[four])))
    parts[four < 2] = np.where(dice.random((80, 1)) < 0.8, 1.0, 0.0)  # who says yes readily also met those who fit
    others, subjects = np.zeros((160, 1)), np.arange(160) + 1000
    apart = fit_answers(AnswerTable(parts, yes, others, np.arange(160), subjects))
    together = fit_answers(AnswerTable(parts, yes, others, four, subjects))
    assert together.slopes == pytest.approx(apart.slopes)
    low, high = together.intervals(np.eye(1), 0.95)[1:]
    narrow_low, narrow_high = apart.intervals(np.eye(1), 0.95)[1:]
    assert high - low > narrow_high - narrow_low


def test_a_criterion_that_parts_yes_from_no_altogether_has_an_estimate():
    parts = np.repeat([[0.0], [1.0]], 40, axis=0)
    table = AnswerTable(parts, parts[:, 0] > 0.5, np.zeros((80, 1)), np.arange(80), np.arange(80) + 100)
    model = fit_answers(table)
    assert np.isfinite(model.slopes).all()
    assert model.slopes[0] > 2


def test_nothing_is_said_of_what_hardly_differs():
    parts = np.tile([0.5, 1.0], (80, 1))
    parts[:40, 1] = 0.0
    parts[:3, 0] = 1.0
    yes = np.arange(80) % 3 > 0
    advice = advise(AnswerTable(parts, yes, np.zeros((80, 1)), np.arange(80), np.arange(80)), np.array([0.5, 0.5]))
    assert advice.columns.tolist() == [1]
    same = AnswerTable(np.full((80, 2), 0.5), yes, np.zeros((80, 1)), np.arange(80), np.arange(80))
    assert advise(same, np.array([0.5, 0.5])) is None


@given(seed=st.integers(0, 10_000), mentees=st.integers(5, 12), known=st.floats(0.2, 1.0))
def test_whatever_the_answers_shares_are_shares_and_the_order_of_lines_does_not_matter(seed, mentees, known):
    table = evening(seed, (1.0, 0.0, -1.0), mentees=mentees, mentors=6, rounds=3)
    dice = np.random.default_rng(seed)
    table.parts[dice.random(table.parts.shape) > known] = np.nan
    advice = advise(table, np.array([0.5, 0.3, 0.2]))
    if advice is None:
        return
    assert ((advice.without > 0) & (advice.without < 1) & (advice.with_it > 0) & (advice.with_it < 1)).all()
    assert (advice.low <= advice.with_it - advice.without + 1e-9).all()
    assert (advice.high >= advice.with_it - advice.without - 1e-9).all()
    order = dice.permutation(len(table.yes))
    turned = AnswerTable(*(getattr(table, name)[order] for name in ("parts", "yes", "others", "givers", "subjects")))
    again = advise(turned, np.array([0.5, 0.3, 0.2]))
    np.testing.assert_allclose(again.with_it, advice.with_it, atol=1e-6)
    np.testing.assert_allclose(again.low, advice.low, atol=1e-6)


def test_shares_at_both_ends_lie_around_the_middle():
    without, with_it = shares_of_yes(np.array([0.0]), np.array([2.0]))
    assert without[0] == pytest.approx(1 - with_it[0])
