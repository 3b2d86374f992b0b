from collections.abc import Callable

import numpy as np
import pytest

from mixer_app.domain.events import MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria import Crowd
from mixer_app.matching.criteria.question import Question

Person = Callable[..., Attendee]


@pytest.mark.parametrize(
    ("kind", "mentee", "mentor", "part"),
    [
        (QuestionKind.OVERLAP, "Chess, Golf", "golf", 0.5),
        (QuestionKind.OVERLAP, "Golf", "Rowing", 0),
        (QuestionKind.SAME, "Yes", "yes", 1),
        (QuestionKind.SAME, "Yes", "No", 0),
        (QuestionKind.DIFFERENT, "Lee, Anna", "lee, anna", 0),
        (QuestionKind.DIFFERENT, "Lee, Anna", "Lee, Bo", 1),
        (QuestionKind.GAP, "2 years", "8 years", 1),
        (QuestionKind.GAP, "8", "2", 0),
        (QuestionKind.SAME, "", "Yes", np.nan),
        (QuestionKind.GAP, "many", "8", np.nan),
    ],
)
def test_each_kind_of_question(an_attendee: Person, kind: QuestionKind, mentee: str, mentor: str, part: float) -> None:
    people = [an_attendee(answers=(("Q", answer),)) for answer in (mentee, mentor)]
    crowd = Crowd(mentees=people[:1], mentors=people[1:], rules=MatchingRules())
    found = Question(crowd, QuestionCriterion(question="q", kind=kind)).parts(np.array([0]))[0, 0]
    assert found == pytest.approx(part, nan_ok=True, abs=0.2 if part == 0.5 else 1e-6)


def test_a_scale_orders_answers_that_are_no_numbers(an_attendee: Person) -> None:
    people = [an_attendee(answers=(("Grade", answer),)) for answer in ("AO", "SEO")]
    crowd = Crowd(mentees=people[:1], mentors=people[1:], rules=MatchingRules())
    asked = QuestionCriterion(question="Grade", kind=QuestionKind.GAP, scale=("AA", "AO", "EO", "HEO", "SEO"))
    assert Question(crowd, asked).parts(np.array([0]))[0, 0] == 1
