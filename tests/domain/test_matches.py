"""Who goes on with whom, who waits, and how often to be in contact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.matches import (
    MatchDecision,
    MatchedPair,
    Standing,
    means_in_words,
    often_in_words,
    standings,
)

PAIRS = st.lists(
    st.builds(
        MatchedPair,
        pair=st.tuples(st.integers(1, 3), st.integers(11, 16)),
        score=st.sampled_from((0.2, 0.5, 0.9)),
        round=st.integers(1, 3),
    ),
    unique_by=lambda one: one.pair,
)
PLACES = st.dictionaries(st.integers(1, 3), st.one_of(st.none(), st.integers(0, 3)))
DECISIONS = st.dictionaries(st.tuples(st.integers(1, 3), st.integers(11, 16)), st.sampled_from(MatchDecision))


def match(mentee: int, score: float = 0.5, *, mentor: int = 1, number: int = 1) -> MatchedPair:
    return MatchedPair(pair=(mentor, mentee), score=score, round=number)


@given(pairs=PAIRS, places=PLACES, decisions=DECISIONS, order=st.randoms())
def test_no_mentor_goes_on_with_more_than_they_have_places_and_nobody_waits_beside_a_free_one(
    pairs, places, decisions, order
):
    found = standings(pairs, places, decisions)
    assert found.keys() == {one.pair for one in pairs}
    for mentor in {one.pair[0] for one in pairs}:
        own = {pair: standing for pair, standing in found.items() if pair[0] == mentor}
        counted = [
            pair
            for pair, standing in own.items()
            if standing is Standing.GOES_ON and decisions.get(pair) is not MatchDecision.BEYOND
        ]
        waiting = [pair for pair, standing in own.items() if standing is Standing.WAITS]
        limit = places.get(mentor)
        assert limit is None or len(counted) <= limit
        assert not waiting or (limit is not None and len(counted) == limit)
        assert all((decisions.get(p) is MatchDecision.ENDED) == (s is Standing.ENDED) for p, s in own.items())
    mixed = list(pairs)
    order.shuffle(mixed)
    assert standings(mixed, places, decisions) == found


def test_whom_it_is_the_only_match_of_comes_before_a_better_score():
    pairs = [match(11, 0.9), match(12, 0.4), match(11, 0.3, mentor=2)]
    assert standings(pairs, {1: 1}, {}) == {
        (1, 12): Standing.GOES_ON,
        (1, 11): Standing.WAITS,
        (2, 11): Standing.GOES_ON,
    }


def test_staff_put_first_take_more_and_free_a_place():
    pairs = [match(11, 0.9), match(12, 0.5), match(13, 0.1)]
    assert [*standings(pairs, {1: 1}, {}).values()] == [Standing.GOES_ON, Standing.WAITS, Standing.WAITS]
    first = standings(pairs, {1: 1}, {(1, 13): MatchDecision.FIRST})
    assert (first[1, 13], first[1, 11]) == (Standing.GOES_ON, Standing.WAITS)
    beyond = standings(pairs, {1: 1}, {(1, 13): MatchDecision.BEYOND})
    assert (beyond[1, 13], beyond[1, 11], beyond[1, 12]) == (Standing.GOES_ON, Standing.GOES_ON, Standing.WAITS)
    ended = standings(pairs, {1: 1}, {(1, 11): MatchDecision.ENDED})
    assert (ended[1, 11], ended[1, 12], ended[1, 13]) == (Standing.ENDED, Standing.GOES_ON, Standing.WAITS)


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("Monthly", "once a month", "both monthly"),
        ("Monthly", "Quarterly", "you monthly, Ana quarterly: begin with quarterly"),
        ("Every two months", "weekly", "you every two months, Ana weekly: begin with every two months"),
        ("when it suits", "monthly", "you when it suits, Ana monthly: agree when you first write"),
        ("When it suits", "when it suits", "both when it suits"),
        ("", "Weekly", "Ana weekly"),
        ("Weekly", "", "you weekly"),
        ("", "", ""),
    ],
)
def test_how_often_is_compared_and_the_rarer_is_where_to_begin(own, other, words):
    assert often_in_words(own, other, "Ana") == words


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("Video, phone", "phone or e-mail", "both by phone"),
        ("E-mail", "email", "both by e-mail"),
        ("Phone; video", "Video / phone", "both by phone or video"),
        ("Phone", "E-mail", "you by phone, Ana by e-mail"),
        ("", "E-mail", "Ana by e-mail"),
        ("", "", ""),
    ],
)
def test_means_that_both_like_come_first(own, other, words):
    assert means_in_words(own, other, "Ana") == words
