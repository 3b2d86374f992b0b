"""Whom each person met, and whose contact they may have."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import Event
from mixer_app.domain.paper import FollowUpSummary
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.answers import record_answer
from mixer_app.services.follow_up import follow_up_rows, months_later, next_working_day
from mixer_app.services.paper_contents import follow_up_summaries


@pytest.fixture
def say(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """One answers about another: `say(ann, bob, Answer.YES)`."""

    def answer(one: Attendee, other: Attendee, said: Answer, **more: Any) -> None:
        database.write(record_answer, event.id, one.id, other.id, said, station="Desk 1", now=now, **more)

    return answer


@pytest.fixture
def summaries(database: Any, event: Event) -> Callable[[], dict[str, FollowUpSummary]]:
    def read() -> dict[str, FollowUpSummary]:
        return {summary.code: summary for summary in database.read(follow_up_summaries, event.id, None)}

    return read


@pytest.fixture
def pair(
    add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> Callable[..., tuple[Attendee, Attendee]]:
    """A mentor and a mentee who met, with what they said of sharing their contact."""

    def meet(mentor_consents: bool | None = True, mentee_consents: bool | None = True) -> tuple[Attendee, Attendee]:
        mentor = add(
            "Ada Mentor",
            role="mentor",
            employer="H",
            email="ada@h.example",
            phone="+1 555 0100",
            needs_offered=("Relocation", "Interpersonal issue"),
            contact_consent=mentor_consents,
        )
        mentee = add(
            "Eli Mentee",
            employer="C",
            email="eli@c.example",
            needs_wanted=("Interpersonal issue", "Relocation"),
            contact_consent=mentee_consents,
        )
        arrive(mentor, mentee)
        plan_now()
        return mentor, mentee

    return meet


def test_contacts_go_both_ways_where_both_said_yes(
    database: Any,
    event: Event,
    pair: Callable[..., tuple[Attendee, Attendee]],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
) -> None:
    mentor, mentee = pair()
    say(mentor, mentee, Answer.YES)
    say(mentee, mentor, Answer.YES)
    rows = {row.code: row for row in database.read(follow_up_rows, event.id)}
    assert rows[mentee.code].contact == "ada@h.example, +1 555 0100"
    assert rows[mentor.code].contact == "eli@c.example"
    assert all(row.mutual and row.met for row in rows.values())
    contact = summaries()[mentee.code].met[0].contact
    assert contact is not None
    assert contact.email == "ada@h.example"


@pytest.mark.parametrize("answers", [(Answer.YES, Answer.NO), (Answer.NO, Answer.YES), (Answer.YES, None)])
def test_one_yes_shows_no_contact_and_not_a_word_about_the_answer(
    database: Any,
    event: Event,
    pair: Callable[..., tuple[Attendee, Attendee]],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
    answers: tuple[Answer | None, Answer | None],
) -> None:
    mentor, mentee = pair()
    silent = summaries()
    for (one, other), said in zip(((mentor, mentee), (mentee, mentor)), answers, strict=True):
        if said is not None:
            say(one, other, said)
    assert summaries() == silent
    assert not any(row.contact or row.mutual for row in database.read(follow_up_rows, event.id))


@pytest.mark.parametrize("consents", [(False, True), (True, False)])
def test_who_did_not_agree_to_share_is_reached_through_the_organizer(
    database: Any,
    event: Event,
    pair: Callable[..., tuple[Attendee, Attendee]],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
    consents: tuple[bool, bool],
) -> None:
    mentor, mentee = pair(*consents)
    say(mentor, mentee, Answer.YES)
    say(mentee, mentor, Answer.YES)
    rows = database.read(follow_up_rows, event.id)
    assert [row.mutual for row in rows] == [True, True]
    assert [row.contact for row in rows] == ["", ""]
    summary = summaries()[mentee.code]
    assert summary.met[0].contact is None
    assert "Ask the organizers" in summary.suggestion


def test_who_was_missing_by_what_staff_noted_is_not_listed_unless_both_said_yes(
    database: Any,
    event: Event,
    pair: Callable[..., tuple[Attendee, Attendee]],
    introduce: Callable[..., Plan],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
) -> None:
    mentor, mentee = pair()
    introduce((mentor, mentee), took_place=False)
    assert summaries()[mentee.code].met == ()
    assert [row.met for row in database.read(follow_up_rows, event.id)] == [False, False]
    say(mentor, mentee, Answer.YES)
    say(mentee, mentor, Answer.YES)
    assert summaries()[mentee.code].met[0].mutual
    assert [(row.met, row.mutual) for row in database.read(follow_up_rows, event.id)] == [(True, True), (True, True)]


def test_a_sensitive_need_and_a_private_note_stand_on_no_summary(
    pair: Callable[..., tuple[Attendee, Attendee]],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
) -> None:
    mentor, mentee = pair()
    say(mentor, mentee, Answer.YES, note="A little shy")
    say(mentee, mentor, Answer.YES)
    told = repr(summaries()).casefold()
    assert "interpersonal" not in told
    assert "shy" not in told
    assert summaries()[mentee.code].met[0].talked_about == ("relocation",)


def test_the_suggestion_rests_on_evidence(
    pair: Callable[..., tuple[Attendee, Attendee]],
    say: Callable[..., None],
    summaries: Callable[[], dict[str, FollowUpSummary]],
) -> None:
    mentor, mentee = pair()
    assert "To talk more about relocation" in summaries()[mentee.code].suggestion
    assert "Ada" not in summaries()[mentee.code].suggestion
    say(mentor, mentee, Answer.YES)
    say(mentee, mentor, Answer.YES)
    assert summaries()[mentee.code].suggestion.startswith("You asked about relocation, which Ada knows well.")


@pytest.mark.parametrize(
    ("day", "working_day"),
    [
        (date(2026, 5, 29), date(2026, 5, 29)),  # a Friday
        (date(2026, 5, 30), date(2026, 6, 1)),
        (date(2026, 5, 31), date(2026, 6, 1)),
    ],
)
def test_dates_move_to_the_next_working_day(day: date, working_day: date) -> None:
    assert next_working_day(day) == working_day


def test_three_months_later_stays_within_the_month() -> None:
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 5, 14), 3) == date(2026, 8, 14)
    assert months_later(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_the_summary_has_two_dates_and_the_goal(
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    summaries: Callable[[], dict[str, FollowUpSummary]],
) -> None:
    plan_now()
    summary = summaries()[mentees[0].code]
    assert (summary.two_weeks, summary.three_months) == (date(2026, 3, 19), date(2026, 6, 5))
    assert summary.goal == "Reach goal 0"
    assert [met.round for met in summary.met] == sorted(met.round for met in summary.met)
