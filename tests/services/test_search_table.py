"""Tests of the words of people as they are searched in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from mixer_app.services.search_table import WordTable

LETTERS = "abcdnжол"


@pytest.fixture
def scores_of(an_attendee):
    """What typos in a typed word give to people of these names."""

    def scores(names, typed):
        raised = np.zeros(len(names), np.float32)
        WordTable(enumerate(map(an_attendee, names))).add_typos(typed, raised)
        return raised

    return scores


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(0, 2))
def test_nobody_whose_name_is_near_or_begins_near_is_missed(scores_of, dice, slips):
    names = ["".join(dice.choices(LETTERS, k=dice.randint(3, 12))) for _ in range(4)]
    typed = names[0][: dice.randint(3, 12)]
    for _ in range(slips):
        at = dice.randint(0, len(typed))
        typed = typed[:at] + dice.choice(("", *LETTERS)) + typed[at + dice.randint(0, 1) :]
    allowed = 0 if len(typed) < 3 else 1 if len(typed) < 6 else 2
    scores = scores_of(names, typed)
    for name, score in zip(names, scores, strict=True):
        near = min(OSA.distance(typed, name), OSA.distance(typed, name[: len(typed)]))
        assert not allowed or (score > 0) >= (near <= allowed)


def test_the_nearer_a_name_is_the_more_it_says(scores_of):
    exact, one, two, three = scores_of(("quarter", "quorter", "quortar", "qoortax"), "quarter")
    assert exact > one > two > three == 0


def test_a_typo_is_forgiven_in_a_name_of_any_length(scores_of):
    name = "wolfeschlegelsteinhausenbergerdorff"
    assert scores_of((name,), name.replace("berger", "burger")) > 0
    assert scores_of((name,), "wolfeschlogelstein") > 0
    assert scores_of(("anna",), name) == 0
