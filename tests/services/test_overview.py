"""Where the evening stands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.overview import LookAtKind, Overview, Place, StepState
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.check_in import mark_left
from mixer_app.services.imports import import_files
from mixer_app.services.overview import overview
from mixer_app.services.planning import publish


@pytest.fixture
def look(database: Any, event: Event, now: datetime) -> Callable[..., Overview]:
    def read(*, after: timedelta = timedelta(0), **said: Any) -> Overview:
        return database.read(overview, event.id, now=now + after, **said)

    return read


def current(seen: Overview) -> str:
    [step] = [step for step in seen.steps if step.current]
    return step.name


def test_a_new_event_begins_with_people(look: Callable[..., Overview]) -> None:
    seen = look()
    assert [step.name for step in seen.steps] == ["People", "Badges", "Check-in", "Plan", "Rounds", "Follow-up"]
    assert [step.number for step in seen.steps] == [1, 2, 3, 4, 5, 6]
    assert current(seen) == "People"
    assert seen.steps[0].lack == "Import the registrations"
    assert seen.to_look_at == ()
    assert seen.arrivals == ()


def test_the_caption_tells_day_hours_and_tables(look: Callable[..., Overview], mentors: list[Attendee]) -> None:
    assert look().caption == "Thursday 5 March 2026, 18:30 to 19:28, 4 tables"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (72, "first round in 18 min"),
        (95, "round 1, 5 min left"),
        (101, "round 2 in 1 min"),
        (200, "the rounds are over"),
    ],
)
def test_on_the_day_the_clock_says_what_comes_next(look: Callable[..., Overview], minutes: int, words: str) -> None:
    assert look(after=timedelta(minutes=minutes)).clock == words
    assert look(after=timedelta(days=1)).clock == ""


def test_counters_and_arrivals_grow_together(
    look: Callable[..., Overview],
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    now: datetime,
) -> None:
    arrive(mentors[0], at=now + timedelta(minutes=1))
    arrive(mentees[0], mentees[1], at=now + timedelta(minutes=12))
    seen = look()
    assert (seen.counts.here, seen.counts.registered) == (3, 8)
    assert (seen.counts.mentors_here, seen.counts.mentees_here) == (1, 2)
    assert [(bar.mentors, bar.mentees) for bar in seen.arrivals] == [(1, 0), (1, 0), (1, 2)]
    assert seen.arrivals[1].starts_at - seen.arrivals[0].starts_at == timedelta(minutes=5)
    assert current(seen) == "Check-in"
    assert seen.steps[2].fact == "3 of 8 here"
    assert seen.steps[2].lack == "5 to come"


def test_what_is_short_leads_to_the_people(
    look: Callable[..., Overview], add: Callable[..., Attendee], mentors: list[Attendee]
) -> None:
    for name in ("Ann A", "Ben B", "Cid C"):
        add(name, needs_wanted=("Changing employer",))
    row = next(row for row in look().to_look_at if "changing employer" in row.title)
    assert row.title == "3 mentees want changing employer"
    assert row.detail == "Very short: no mentor offers it"
    assert row.place is Place.PEOPLE


def test_sensitive_needs_are_seen_on_the_control_station_only(
    look: Callable[..., Overview], add: Callable[..., Attendee]
) -> None:
    add("Ann A", needs_wanted=("Interpersonal issue",))
    assert [row.name for row in look().needs] == ["Interpersonal issue"]
    elsewhere = look(control=False)
    assert elsewhere.needs == ()
    assert "interpersonal" not in repr(elsewhere).casefold()


def test_who_said_nothing_is_to_be_asked(
    look: Callable[..., Overview], add: Callable[..., Attendee], mentors: list[Attendee]
) -> None:
    add("Sil Ent")
    seen = look()
    assert seen.steps[0].state is StepState.ATTENTION
    assert seen.steps[0].warns
    [row] = [row for row in seen.to_look_at if "said no need" in row.title]
    assert row.detail == "Ask at the desk: Sil Ent"


def test_rows_that_an_import_left_out_wait_until_the_file_comes_again(
    database: Any, event: Event, look: Callable[..., Overview], now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"

    def import_it(text: str) -> None:
        file.write_text(text, encoding="utf-8")
        import_files(database, event.id, [ImportFile(path=file)], station="Test", now=now, dice=Random(1))

    import_it("Name,Role\nAnn A,Mentor\nBen B,\nCid C,Mentee\n")
    seen = look()
    assert seen.steps[0].lack == "1 row needs a look"
    [row] = [row for row in seen.to_look_at if row.kind is LookAtKind.IMPORT]
    assert row.title == "1 row of people.csv"
    import_it("Name,Role\nAnn A,Mentor\nBen B,Mentee\nCid C,Mentee\n")
    assert not [row for row in look().to_look_at if row.kind is LookAtKind.IMPORT]


def test_missing_mentors_are_told_with_what_it_means(
    look: Callable[..., Overview], mentors: list[Attendee], mentees: list[Attendee], arrive: Callable[..., None]
) -> None:
    arrive(*mentors[:2], *mentees)
    [row] = [row for row in look().to_look_at if "not here yet" in row.title]
    assert row.title == "2 mentors are not here yet"
    assert row.detail == "With 2, there are seats for 2 introductions each"


def test_the_plan_step_follows_the_plan(
    database: Any,
    event: Event,
    look: Callable[..., Overview],
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    assert look().steps[3].fact == "Not planned yet"
    plan = plan_now()
    assert look().steps[3].fact == "Everyone meets 4 mentors"
    assert current(look()) == "Plan"
    database.write(publish, plan.id, station="Control", now=now)
    assert look().steps[3].state is StepState.DONE
    database.write(mark_left, event.id, room[0].code, station="Desk", now=now)
    stale = look()
    assert stale.steps[3].state is StepState.ATTENTION
    assert stale.to_look_at[0].title == "The plan is older than the room"
    assert stale.to_look_at[0].place is Place.PLAN


def test_once_the_evening_runs_the_clock_is_the_live_one_and_not_the_schedule(
    database: Any,
    look: Callable[..., Overview],
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    come_to_round: Callable[..., None],
) -> None:
    plan_now()
    come_to_round(2)
    assert look().clock == "round 2, 10 min left, paused"
    come_to_round(2, over=True)
    assert look().clock == "round 3 in 2 min, paused"


def test_rounds_and_follow_up_come_last(
    database: Any,
    event: Event,
    look: Callable[..., Overview],
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    plan_now()
    come_to_round(2, over=True)
    assert current(look()) == "Rounds"
    assert look().steps[4].place is Place.LIVE
    assert look().steps[4].state is StepState.UNDER_WAY
    come_to_round(5, over=True)
    assert current(look()) == "Follow-up"
    assert look().steps[5].place is Place.FOLLOW_UP
    assert look().steps[4].state is StepState.DONE
