from collections.abc import Callable

import numpy as np

from mixer_app.domain.events import MatchingRules, MetBeforeRule
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria import Crowd
from mixer_app.matching.criteria.wishes import Wishes

Person = Callable[..., Attendee]


def test_no_wish_by_either_is_neutral_and_said(an_attendee: Person) -> None:
    wishes = Wishes(Crowd(mentees=[an_attendee()], mentors=[an_attendee()], rules=MatchingRules()))
    assert np.isnan(wishes.parts(np.array([0]))).all()
    assert [remark.sentence for remark in wishes.remarks(0, 0, None)] == ["No wish by either"]


def test_two_who_asked_to_meet_again_are_brought_together(an_attendee: Person) -> None:
    mentee, mentor = an_attendee(), an_attendee()
    crowd = Crowd(
        mentees=[mentee],
        mentors=[mentor],
        rules=MatchingRules(),
        meet_again=frozenset({frozenset((mentee.id, mentor.id))}),
    )
    assert Wishes(crowd).parts(np.array([0]))[0, 0] > 0.9


def test_having_met_counts_only_where_the_event_prefers_it(an_attendee: Person) -> None:
    mentee, mentor = an_attendee(), an_attendee()
    for rule, counts in ((MetBeforeRule.PREFER, True), (MetBeforeRule.ALLOW, False)):
        crowd = Crowd(
            mentees=[mentee],
            mentors=[mentor],
            rules=MatchingRules(met_before=rule),
            met=frozenset({(mentor.id, mentee.id)}),
        )
        assert bool(Wishes(crowd).parts(np.array([0]))[0, 0] > 0.9) is counts
