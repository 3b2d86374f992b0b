from collections.abc import Callable
from typing import Any

from mixer_app.domain.events import Event, QuestionKind
from mixer_app.domain.people import Attendee
from mixer_app.services.matching_questions import in_order, read_asked


def test_questions_come_with_who_answered_them_and_the_rule_that_suggests_itself(
    database: Any, event: Event, add: Callable[..., Attendee]
) -> None:
    add("Ann Smith", role="mentor", answers=(("Grade", "SEO"), ("Sports", "Golf; Chess"), ("Band", "7")))
    add("Bo Li", role="mentee", answers=(("grade", "HEO"), ("Sports", "Chess"), ("Band", "5")))
    add("Chi Ng", role="mentee", answers=(("Grade", "HEO"), ("Diet", "")))
    asked = database.read(read_asked, event.id)
    by_title = {one.question: one for one in asked.questions}
    assert set(by_title) == {"Grade", "Sports", "Band"}
    assert (by_title["Grade"].mentees, by_title["Grade"].mentors, by_title["Grade"].answers) == (2, 1, ("HEO", "SEO"))
    kinds = {title: one.criterion().kind for title, one in by_title.items()}
    assert kinds == {"Grade": QuestionKind.SAME, "Sports": QuestionKind.OVERLAP, "Band": QuestionKind.GAP}
    assert [title for title, one in by_title.items() if one.needs_order()] == ["Grade", "Sports"]


def test_grades_come_in_the_order_of_the_years_that_people_have(
    database: Any, event: Event, add: Callable[..., Attendee]
) -> None:
    add("Ann Smith", experience_grade="SEO", experience_years=12.0)
    add("Bo Li", experience_grade="Grade 7", experience_years=15.0)
    add("Chi Ng", experience_grade="HEO", experience_years=4.0)
    add("Dee Oh", experience_grade="heo")
    add("Eli Po", experience_grade="Apprentice")
    assert database.read(read_asked, event.id).grades == ("HEO", "SEO", "Grade 7", "Apprentice")


def test_an_order_once_given_stays_and_new_answers_follow() -> None:
    assert in_order(("HEO", "SEO"), ("seo", "Grade 7", "HEO")) == ("HEO", "SEO", "Grade 7")
