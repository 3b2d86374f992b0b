"""What stands on each person's match sheet."""

from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.paper import MatchSheet
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.paper_contents import match_sheets


@pytest.fixture
def sheets(database: Any, event: Event) -> Callable[[], dict[str, MatchSheet]]:
    def read() -> dict[str, MatchSheet]:
        return {sheet.code: sheet for sheet in database.read(match_sheets, event.id, None)}

    return read


def test_every_sheet_agrees_with_the_plan(
    room: list[Attendee], plan_now: Callable[..., Plan], sheets: Callable[[], dict[str, MatchSheet]]
) -> None:
    plan = plan_now()
    printed = sheets()
    assert set(printed) == {person.code for person in room}
    for person in room:
        planned = {m.round: m.table for m in plan.introductions if person.id in (m.mentee_id, m.mentor_id)}
        assert {part.number: part.table for part in printed[person.code].rounds if part.table} == planned
        assert [part.number for part in printed[person.code].rounds] == [1, 2, 3, 4, 5]


def test_a_free_round_keeps_its_place_and_has_no_table(
    room: list[Attendee], plan_now: Callable[..., Plan], sheets: Callable[[], dict[str, MatchSheet]]
) -> None:
    plan_now()
    sheet = sheets()[room[-1].code]
    free = [part for part in sheet.rounds if not part.meetings]
    assert len(free) == 1  # four mentors in five rounds
    assert free[0].table is None


def test_someone_who_came_but_has_no_seat_gets_a_sheet_of_free_rounds(
    room: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    sheets: Callable[[], dict[str, MatchSheet]],
) -> None:
    plan_now()
    late = add("Vera Late")
    arrive(late)
    assert not any(part.meetings for part in sheets()[late.code].rounds)


def test_the_mentee_reads_the_evidence_and_the_mentor_the_same_ground_from_their_chair(
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    sheets: Callable[[], dict[str, MatchSheet]],
) -> None:
    mentor = add("Ada Mentor", role="mentor", employer="H", needs_offered=("Relocation",), topics_offered=("Finance",))
    mentee = add("Eli Mentee", employer="C", needs_wanted=("Relocation",), topics_wanted=("Finance",))
    arrive(mentor, mentee)
    plan_now()
    printed = sheets()
    [from_mentee] = [m for part in printed[mentee.code].rounds for m in part.meetings]
    [from_mentor] = [m for part in printed[mentor.code].rounds for m in part.meetings]
    assert "relocation" in " ".join(from_mentee.why).casefold()
    assert from_mentor.why == (
        "Asks about relocation.",
        "Would like to talk about finance.",
    )
    assert from_mentee.shared == from_mentor.shared == ("Relocation", "Finance")
    assert len(from_mentee.prompts) == len(from_mentor.prompts) == 2
    assert set(from_mentee.prompts).isdisjoint(from_mentor.prompts)


def test_a_sensitive_need_stands_on_no_sheet_in_no_form(
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    sheets: Callable[[], dict[str, MatchSheet]],
) -> None:
    need = "Interpersonal issue"
    arrive(
        add("Ada Mentor", role="mentor", employer="H", needs_offered=(need, "Relocation")),
        add("Eli Mentee", employer="C", needs_wanted=(need, "Relocation")),
    )
    plan_now()
    assert need.casefold() not in repr(sheets()).casefold()


def test_those_at_a_table_know_who_sits_with_them(
    database: Any,
    event: Event,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    sheets: Callable[[], dict[str, MatchSheet]],
    now: Any,
) -> None:
    from dataclasses import replace

    from mixer_app.services.events import update_event

    database.write(update_event, replace(event, seats=2), station="Test", now=now)
    mentor = add("Ada Mentor", role="mentor", employer="H")
    mentees = [add("Eli Mentee", employer="C"), add("Fay Mentee", employer="D")]
    arrive(mentor, *mentees)
    plan_now()
    printed = sheets()
    eli = next(part for part in printed[mentees[0].code].rounds if part.table)
    fay = next(part for part in printed[mentees[1].code].rounds if part.table)
    if eli.number == fay.number:
        assert eli.company == ("Fay",)
    host = next(part for part in printed[mentor.code].rounds if part.table)
    assert host.company == ()


def test_without_a_plan_there_is_no_sheet_but_a_sentence(
    room: list[Attendee], sheets: Callable[[], dict[str, MatchSheet]]
) -> None:
    with pytest.raises(MixerError, match="not planned yet"):
        sheets()
