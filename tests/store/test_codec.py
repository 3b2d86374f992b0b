"""Values go through JSON unchanged."""

import json
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.events import MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.plans import Evidence
from mixer_app.domain.roles import Role
from mixer_app.store.codec import (
    evidence_from_json,
    evidence_to_json,
    registration_from_json,
    registration_to_json,
    rules_from_json,
    rules_to_json,
)

texts = st.text(max_size=8)
lists = st.lists(texts, max_size=3).map(tuple)


def _through_json(value):
    return json.loads(json.dumps(value))


@given(
    st.builds(
        Registration,
        name=st.builds(PersonName, full=texts, given=texts, family=texts, native=texts),
        role=st.none() | st.sampled_from(Role),
        experience_years=st.none() | st.floats(0, 60),
        topics_wanted=lists,
        wishes=lists,
        remote_ok=st.none() | st.booleans(),
        arrives=st.none() | st.times(),
        leaves=st.none() | st.just(time(0, 0)),
        rests=st.lists(st.integers(1, 9), max_size=3).map(tuple),
        answers=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    )
)
def test_a_registration_comes_back_equal(registration):
    assert registration_from_json(_through_json(registration_to_json(registration))) == registration


def test_rules_come_back_equal_and_unknown_or_missing_ones_do_no_harm():
    rules = MatchingRules(
        questions=(QuestionCriterion(question="Grade", kind=QuestionKind.GAP, weight=0.2, scale=("AO", "EO")),),
        employer_aliases=(("A", "B"),),
        related_fields=(("x", "y"), ("z",)),
    )
    kept = _through_json(rules_to_json(rules))
    assert rules_from_json(kept) == rules
    assert rules_from_json({}) == MatchingRules()
    assert rules_from_json(kept | {"from the future": 1}) == rules


def test_evidence_comes_back_equal():
    evidence = (Evidence("needs", 0.3, 0.123456789, "Went through “x”", True), Evidence("field", 0.1, None, ""))
    assert evidence_from_json(_through_json(evidence_to_json(evidence)), {}) == evidence
