from collections.abc import Callable

import pytest

from mixer_app.domain.events import EmployerRule, MatchingRules, MetBeforeRule
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria import Crowd
from mixer_app.matching.hard_rules import allowed_pairs, tolerated_colleagues

Person = Callable[..., Attendee]


@pytest.mark.parametrize(
    ("mentee", "mentor", "fine"),
    [
        (("English", "French"), ("french (native)",), True),
        (("English",), ("French",), False),
        (("English",), (), True),
    ],
)
def test_people_need_one_common_language(
    an_attendee: Person, mentee: tuple[str, ...], mentor: tuple[str, ...], fine: bool
) -> None:
    crowd = Crowd(
        mentees=[an_attendee(languages=mentee)], mentors=[an_attendee(languages=mentor)], rules=MatchingRules()
    )
    assert allowed_pairs(crowd, frozenset())[0, 0] == fine


@pytest.mark.parametrize(("rule", "fine"), [(EmployerRule.NEVER, False), (EmployerRule.IGNORE, True)])
def test_colleagues_meet_only_where_the_event_says_so(an_attendee: Person, rule: EmployerRule, fine: bool) -> None:
    people = [an_attendee(employer=name) for name in ("LTH", "Lagoon Teaching Hospital Ltd")]
    rules = MatchingRules(employer=rule, employer_aliases=(("LTH", "Lagoon Teaching Hospital"),))
    crowd = Crowd(mentees=people[:1], mentors=people[1:], rules=rules)
    assert allowed_pairs(crowd, frozenset())[0, 0] == fine


@pytest.mark.parametrize(
    ("rule", "mentee", "mentor", "fine", "counts_less"),
    [
        (EmployerRule.NEVER, True, None, True, True),  # softened for one person
        (EmployerRule.NEVER, None, True, True, True),
        (EmployerRule.NEVER, True, False, False, False),  # nobody is made to
        (EmployerRule.PREFER_OUTSIDE, None, None, True, True),
        (EmployerRule.PREFER_OUTSIDE, None, False, False, False),
        (EmployerRule.IGNORE, False, None, False, False),
        (EmployerRule.IGNORE, True, None, True, False),
    ],
)
def test_what_a_person_says_of_colleagues_comes_before_the_event(
    an_attendee: Person, rule: EmployerRule, mentee: bool | None, mentor: bool | None, fine: bool, counts_less: bool
) -> None:
    people = [an_attendee(employer="City Hospital", colleagues_ok=said) for said in (mentee, mentor)]
    stranger = an_attendee(employer="Elsewhere")
    crowd = Crowd(mentees=people[:1], mentors=[people[1], stranger], rules=MatchingRules(employer=rule))
    assert allowed_pairs(crowd, frozenset()).tolist() == [[fine, True]]
    assert tolerated_colleagues(crowd).tolist() == [[counts_less, False]]


def test_people_who_met_before_meet_again_only_if_both_asked(an_attendee: Person) -> None:
    mentee, mentor = an_attendee(), an_attendee()
    asked = frozenset({frozenset((mentee.id, mentor.id))})
    for rule, again, fine in (
        (MetBeforeRule.AVOID, frozenset[frozenset[int]](), False),
        (MetBeforeRule.AVOID, asked, True),
        (MetBeforeRule.ALLOW, frozenset[frozenset[int]](), True),
    ):
        crowd = Crowd(
            mentees=[mentee],
            mentors=[mentor],
            rules=MatchingRules(met_before=rule),
            met=frozenset({(mentor.id, mentee.id)}),
            meet_again=again,
        )
        assert allowed_pairs(crowd, frozenset())[0, 0] == fine
