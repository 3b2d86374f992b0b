from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EmployerRule, MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.matching.compatibility import PairScores, score_pairs

Person = Callable[..., Attendee]


@pytest.fixture
def the_pair(an_attendee: Person) -> tuple[Attendee, Attendee]:
    """The pair of the Plan screen's picture."""
    mentee = an_attendee(
        needs_wanted=("Clinical to administrative",),
        topics_wanted=("Finance", "Law", "Teams"),
        experience_years=6,
        field="Emergency medicine",
        remote_ok=True,
        contact_frequency="Monthly",
    )
    mentor = an_attendee(
        Role.MENTOR,
        needs_offered=("clinical to administrative", "Relocation"),
        topics_offered=("teams", "FINANCE"),
        experience_years=20,
        field="Intensive care",
        remote_ok=True,
        contact_frequency="monthly",
    )
    return mentee, mentor


def score(mentee: Attendee, mentor: Attendee, **rules: Any) -> PairScores:
    return score_pairs([mentee], [mentor], MatchingRules(**rules))


def test_a_pair_tells_its_reasons_in_the_words_of_the_picture(
    the_pair: tuple[Attendee, Attendee], an_attendee: Person
) -> None:
    stranger = an_attendee()
    scores = score_pairs(
        [the_pair[0], stranger],
        [the_pair[1]],
        MatchingRules(related_fields=(("Emergency medicine", "Intensive care"),)),
        wishes={(stranger.id, the_pair[1].id)},
    )
    assert [piece.sentence for piece in scores.evidence(0, 0)] == [
        "Went through clinical to administrative",
        "Shares finance, the first choice, and teams",
        "14 years ahead",
        "Related field: intensive care",
        "No wish by either",
        "Both fine with remote, monthly",
    ]
    assert scores.scores[0, 0] >= 0.8
    assert sum(piece.weight for piece in scores.evidence(0, 0)) == pytest.approx(1)


def test_somebody_who_said_nothing_is_neutral_with_everybody(
    the_pair: tuple[Attendee, Attendee], an_attendee: Person
) -> None:
    scores = score_pairs([an_attendee(), the_pair[0]], [the_pair[1]], MatchingRules())
    assert scores.scores[0, 0] == 0.5
    assert scores.allowed.all()


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"needs_offered": ("Relocation",)}, {"needs_offered": ("Exploring",)}),
        ({"topics_offered": ("Finance",)}, {"topics_offered": ("Law",)}),
        ({"topics_offered": ("Finance",)}, {"topics_offered": ("Golf",)}),
        ({"experience_years": 15}, {"experience_years": 7}),
        ({"experience_years": 7}, {"experience_years": 5}),
        ({"experience_years": 20}, {"experience_years": 50}),
        ({"field": "surgery"}, {"field": "Nursing"}),
        ({"field": "Nursing"}, {"field": "Painting"}),
        ({"region": "north"}, {"region": "South"}),
        ({"topics_wanted": ("Law",)}, {"topics_wanted": ("Golf",)}),
    ],
)
def test_a_better_answer_scores_more_than_none_and_none_more_than_a_worse(
    an_attendee: Person, better: dict[str, Any], worse: dict[str, Any]
) -> None:
    mentee = an_attendee(
        needs_wanted=("Relocation",),
        topics_wanted=("Finance", "Law"),
        experience_years=3,
        field="Surgery",
        region="North",
    )
    mentors = [an_attendee(Role.MENTOR, **said) for said in (better, worse)]
    rules = MatchingRules(related_fields=(("Surgery", "Nursing"),))
    good, bad = score_pairs([mentee], mentors, rules).scores[0]
    assert good > bad


def test_whole_terms_are_matched_and_never_substrings(an_attendee: Person) -> None:
    mentee = an_attendee(topics_wanted=("AI",))
    mentors = [an_attendee(Role.MENTOR, topics_offered=(topic,)) for topic in ("Retail", "A.I", "ai ", "Ai")]
    scores = score_pairs([mentee], mentors, MatchingRules(weights={"topics": 1}))
    assert scores.scores[0].tolist() == [0, 0, 1, 1]


def test_a_rarer_need_counts_more(an_attendee: Person) -> None:
    mentee = an_attendee(needs_wanted=("Common", "Rare"))
    mentors = [an_attendee(Role.MENTOR, needs_offered=("Common",)) for _ in range(5)]
    mentors.append(an_attendee(Role.MENTOR, needs_offered=("Rare",)))
    scores = score_pairs([mentee], mentors, MatchingRules()).scores[0]
    assert scores[5] > scores[0]


def test_a_wish_of_both_is_worth_more_than_a_wish_of_one_and_one_sided_wishes_stay_private(an_attendee: Person) -> None:
    mentee, both, hers, his, none = (an_attendee() for _ in range(5))
    wishes = {(mentee.id, both.id), (both.id, mentee.id), (mentee.id, hers.id), (his.id, mentee.id)}
    scores = score_pairs([mentee], [both, hers, his, none], MatchingRules(), wishes=wishes)
    assert np.all(np.diff(scores.scores[0]) < 0)
    assert [scores.evidence(0, mentor)[0].sensitive for mentor in range(3)] == [False, True, True]


def test_a_sensitive_need_is_flagged_and_stands_apart_from_the_others(an_attendee: Person) -> None:
    mentee = an_attendee(needs_wanted=("Interpersonal issue", "Relocation"))
    mentor = an_attendee(Role.MENTOR, needs_offered=("Interpersonal issue", "Relocation"))
    scores = score_pairs([mentee], [mentor], MatchingRules(), sensitive=lambda need: need == "Interpersonal issue")
    told = [(piece.sentence, piece.sensitive) for piece in scores.evidence(0, 0)]
    assert told == [("Went through relocation", False), ("Went through interpersonal issue", True)]


def test_grades_count_where_years_are_not_known(an_attendee: Person) -> None:
    scale = ("AA", "AO", "EO", "HEO", "SEO")
    mentee = an_attendee(experience_grade="ao")
    mentors = [an_attendee(Role.MENTOR, experience_grade=grade) for grade in ("SEO", "EO", "AO", "AA")]
    scores = score_pairs([mentee], mentors, MatchingRules(experience_scale=scale))
    assert scores.scores[0, 0] > scores.scores[0, 1] > scores.scores[0, 2] == scores.scores[0, 3]
    assert scores.evidence(0, 0)[0].sentence == "3 grades ahead"


def test_every_hard_rule_gives_one_and_the_same_sentence(an_attendee: Person) -> None:
    mentee = an_attendee(employer="Acme Ltd", languages=("French",), answers=(("Adviser", "Lee, Anna"),))
    fine, apart, colleague, stranger, met, pupil = (
        an_attendee(Role.MENTOR),
        an_attendee(Role.MENTOR),
        an_attendee(Role.MENTOR, employer="ACME"),
        an_attendee(Role.MENTOR, languages=("Finnish",)),
        an_attendee(Role.MENTOR),
        an_attendee(Role.MENTOR, answers=(("Adviser", "lee, anna"),)),
    )
    question = QuestionCriterion(question="Adviser", kind=QuestionKind.DIFFERENT, hard=True)
    scores = score_pairs(
        [mentee],
        [fine, apart, colleague, stranger, met, pupil, replace(mentee, role=Role.BOTH)],
        MatchingRules(questions=(question,)),
        apart={frozenset((mentee.id, apart.id))},
        met={(met.id, mentee.id)},
    )
    assert scores.allowed[0].tolist() == [True] + [False] * 6


def test_colleagues_may_meet_where_the_event_only_prefers_outside_but_score_less(an_attendee: Person) -> None:
    mentee = an_attendee(employer="Acme")
    mentors = [an_attendee(Role.MENTOR, employer="Acme GmbH"), an_attendee(Role.MENTOR, employer="Other")]
    scores = score_pairs([mentee], mentors, MatchingRules(employer=EmployerRule.PREFER_OUTSIDE))
    assert scores.allowed.all()


def test_colleagues_score_less_where_the_event_prefers_outside(an_attendee: Person) -> None:
    mentee = an_attendee(employer="Acme", field="Law")
    mentors = [an_attendee(Role.MENTOR, employer=name, field="Law") for name in ("Acme GmbH", "Other")]
    scores = score_pairs([mentee], mentors, MatchingRules(employer=EmployerRule.PREFER_OUTSIDE))
    assert scores.scores[0, 0] < scores.scores[0, 1]


def test_a_pair_under_the_floor_never_meets(an_attendee: Person) -> None:
    mentee = an_attendee(field="Law")
    mentors = [an_attendee(Role.MENTOR, field=field) for field in ("Law", "Art")]
    assert score_pairs([mentee], mentors, MatchingRules(floor=0.3)).allowed[0].tolist() == [True, False]


def test_discovery_is_another_field_with_experience_that_fits_a_need(an_attendee: Person) -> None:
    mentee = an_attendee(field="Law", needs_wanted=("Relocation",))
    mentors = [
        an_attendee(Role.MENTOR, field=field, needs_offered=(need,))
        for field, need in (("Art", "Relocation"), ("Law", "Relocation"), ("Art", "Exploring"), ("", "Relocation"))
    ]
    assert score_pairs([mentee], mentors, MatchingRules()).discovery[0].tolist() == [True, False, False, False]


def test_a_question_of_the_organizer_counts_and_is_never_printed(an_attendee: Person) -> None:
    mentee = an_attendee(answers=(("Hobbies ", "Chess; Golf"),))
    mentors = [an_attendee(Role.MENTOR, answers=(("hobbies", text),)) for text in ("golf;chess;", "Rowing")]
    question = QuestionCriterion(question="Hobbies", kind=QuestionKind.OVERLAP, weight=0.5)
    scores = score_pairs([mentee], mentors, MatchingRules(questions=(question,)))
    assert scores.scores[0].tolist() == [1, 0]
    assert all(piece.sensitive for piece in scores.evidence(0, 0))


@pytest.mark.parametrize("weights", [{"needs": -0.1}, {"horoscope": 1.0}, {"needs": float("nan")}])
def test_a_weight_that_makes_no_sense_is_refused(an_attendee: Person, weights: dict[str, float]) -> None:
    with pytest.raises(MixerError):
        score(an_attendee(), an_attendee(Role.MENTOR), weights=weights)


def test_nobody_on_one_side_gives_empty_scores(an_attendee: Person) -> None:
    scores = score_pairs([], [an_attendee(Role.MENTOR)], MatchingRules())
    assert scores.scores.shape == scores.allowed.shape == scores.discovery.shape == (0, 1)
    assert score_pairs([an_attendee()], [], MatchingRules()).scores.shape == (1, 0)
