"""A plan knows that it is older than the rules, whichever way they came, and tells nothing of what has changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.services import plan_age
from mixer_app.services.events import find_event
from mixer_app.services.imports import import_files
from mixer_app.services.journal import activity, undo
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.people import edit_attendee
from mixer_app.services.plan_age import fingerprint, rules_changed_since
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import current_plan
from mixer_app.store.codec import rules_to_json


@pytest.fixture
def is_older(database: Any, event: Event) -> Callable[[], bool]:
    return lambda: database.read(rules_changed_since, database.read(current_plan, event.id))


@pytest.mark.parametrize("column", ["Would like to meet", "Keep apart from"])
def test_a_wish_that_comes_with_an_import_makes_the_plan_older_until_it_is_undone(
    database: Any,
    event: Event,
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    is_older: Callable[[], bool],
    now: datetime,
    tmp_path: Path,
    column: str,
) -> None:
    plan_now()
    file = tmp_path / "late.csv"
    file.write_text(f"Name,Email,Role,{column}\nEli Mentee,mentee0@clinic.example,mentee,Ada Mentor\n", "utf-8")
    account = import_files(
        database, event.id, [ImportFile(path=file)], station="Control", now=now + timedelta(minutes=1), dice=Random(1)
    )
    assert account.updated == 1
    assert is_older()
    entry = next(entry for entry in database.read(activity, event.id) if entry.what == "import")
    database.write(undo, entry.id, station="Control", now=now + timedelta(minutes=2))
    assert not is_older()


def test_an_answer_that_nobody_is_matched_by_leaves_the_plan_young(
    database: Any,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    is_older: Callable[[], bool],
    now: datetime,
) -> None:
    plan_now()
    said = registration_of(mentees[0])
    for telling, older in ((replace(said, phone="+44 1"), False), (replace(said, topics_wanted=("Law",)), True)):
        database.write(edit_attendee, mentees[0].id, telling, station="Desk 1", now=now + timedelta(minutes=1))
        assert is_older() is older


def test_a_change_by_hand_leaves_a_plan_as_old_as_it_was(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    is_older: Callable[[], bool],
    now: datetime,
) -> None:
    plan = plan_now()
    rules = replace(database.read(find_event, None).rules, floor=0.05)
    database.write(apply_rules, event.id, rules, station="Control", now=now + timedelta(minutes=1))
    held = next(m for m in plan.introductions if m.mentee_id == mentees[0].id)
    asked = PlanEdit(kind=EditKind.LOCK, mentee_id=mentees[0].id, round=held.round)
    apply_edit(database, plan.id, asked, station="Control", clock=lambda: now + timedelta(minutes=2))
    assert is_older()
    plan_now(after=timedelta(minutes=3))
    assert not is_older()


def test_a_plan_with_somebody_who_is_both_is_as_young_as_any_other(
    room: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    is_older: Callable[[], bool],
) -> None:
    arrive(add("Una Both", role="both", employer="Elsewhere", topics_offered=("Finance",), topics_wanted=("Law",)))
    plan_now()
    assert not is_older()


def test_plans_from_before_discovery_could_be_asked_for_stay_young(
    event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = replace(event, rules=replace(event.rules, discovery=True))
    now = fingerprint(event, (), frozenset(), frozenset())
    assert fingerprint(asked, (), frozenset(), frozenset()) != now
    known_before = {name: rule for name, rule in rules_to_json(event.rules).items() if name != "discovery"}
    monkeypatch.setattr(plan_age, "rules_to_json", lambda rules: known_before)
    assert fingerprint(event, (), frozenset(), frozenset()) == now


def test_the_plan_from_before_planning_again_is_as_old_as_it_was_and_the_newer_one_young_again(
    database: Any,
    event: Event,
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    is_older: Callable[[], bool],
    now: datetime,
) -> None:
    plan_now()
    rules = replace(database.read(find_event, str(event.id)).rules, strong=0.75)
    database.write(apply_rules, event.id, rules, station="Control", now=now)
    plan_now(after=timedelta(minutes=1))
    assert not is_older()
    for expected in (True, False):  # undone, and done again
        entry = next(one for one in database.read(activity, event.id) if one.what in ("planned", "undo"))
        said = database.write(undo, entry.id, station="Control", now=now + timedelta(minutes=2))
        assert said == ("Undone: Made plan 2" if expected else "Done again: Made plan 2")
        assert is_older() is expected
