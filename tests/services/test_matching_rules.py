"""An organizer tries other rules, applies them, and takes them back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.events import EmployerRule, Event, MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.events import find_event
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.matching_rules import RulesPreview, apply_rules, preview_rules
from mixer_app.services.plan_age import rules_changed_since
from mixer_app.services.plan_versions import plan_versions


@pytest.fixture
def preview(database: Any, event: Event, now: datetime) -> Callable[..., RulesPreview]:
    """Try these rules on the event: `preview(floor=0.5)`."""

    def build(*, everyone: bool = False, progress: Any = None, **rules: Any) -> RulesPreview:
        tried = replace(event.rules, **rules)
        return preview_rules(database, event.id, tried, everyone=everyone, now=now, progress=progress)

    return build


@pytest.fixture
def apply(database: Any, event: Event, now: datetime) -> Callable[..., int | None]:
    """Apply these rules to the event; the journal entry."""

    def build(*, after: timedelta = timedelta(0), **rules: Any) -> int | None:
        wanted = replace(database.read(find_event, None).rules, **rules)
        return database.write(apply_rules, event.id, wanted, station="Control", now=now + after)

    return build


def rules_of(database: Any) -> MatchingRules:
    return database.read(find_event, None).rules


def test_the_same_rules_change_nothing(room: list[Attendee], preview: Callable[..., RulesPreview]) -> None:
    tried = preview()
    assert (tried.before, tried.differ, tried.affected) == (tried.after, 0, ())
    assert tried.headline == "Nobody meets anybody else."
    assert (tried.mentees, tried.mentors) == (4, 4)


def test_a_floor_takes_introductions_away_and_says_from_whom(
    room: list[Attendee], preview: Callable[..., RulesPreview]
) -> None:
    tried = preview(floor=0.7)
    assert (tried.before.fewest, tried.before.meetings) == (4, 16)
    assert tried.after.meetings < 16
    assert tried.after.possible_pairs == tried.after.meetings == sum(tried.after.steps)
    assert tried.after.average_fit > tried.before.average_fit
    assert tried.affected[0].worse
    assert "instead of 4." in tried.affected[0].sentence


def test_employers_that_matter_less_bring_colleagues_together(
    add: Callable[..., Attendee], arrive: Callable[..., None], mentors: list[Attendee], preview: Callable[..., Any]
) -> None:
    olga = add("Olga Colleague", employer="Hospital 0", needs_wanted=("Relocation",))
    arrive(*mentors, olga)
    tried = preview(employer=EmployerRule.IGNORE)
    assert (tried.before.meetings, tried.after.meetings, tried.differ) == (3, 4, 1)
    assert [person.sentence for person in tried.affected] == [
        "Olga Colleague meets 4 mentors instead of 3.",
        "Ada Mentor meets 1 mentee instead of nobody.",
    ]
    assert not any(person.worse for person in tried.affected)


def test_another_scale_is_told_apart_from_another_plan(
    room: list[Attendee], preview: Callable[..., RulesPreview]
) -> None:
    tried = preview(weights={"experience": 1.0})
    assert tried.differ == 0
    assert tried.after.average_fit == pytest.approx(tried.before_by_new)
    assert tried.after.average_fit != pytest.approx(tried.before.average_fit)


def test_a_preview_stores_nothing(
    database: Any, event: Event, room: list[Attendee], preview: Callable[..., RulesPreview]
) -> None:
    before = database.read(latest_change)
    preview(weights={"topics": 1.0}, floor=0.3)
    assert database.read(latest_change) == before
    assert database.read(plan_versions, event.id) == []
    assert rules_of(database) == event.rules


def test_a_preview_can_be_cancelled_and_tells_how_far_it_is(
    room: list[Attendee], preview: Callable[..., RulesPreview]
) -> None:
    told: list[tuple[float, str]] = []
    preview(floor=0.3, progress=lambda fraction, stage: told.append((fraction, stage)) or True)
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)
    assert {"Planning with the rules as they are", "Planning with the new rules"} <= {stage for _, stage in told}
    with pytest.raises(Cancelled):
        preview(floor=0.3, progress=lambda fraction, stage: fraction < 0.5)


def test_nobody_here_is_said_unless_everyone_is_asked_for(
    mentors: list[Attendee], mentees: list[Attendee], preview: Callable[..., RulesPreview]
) -> None:
    with pytest.raises(MixerError, match="no mentors and mentees to try this on"):
        preview(floor=0.1)
    assert preview(everyone=True).before.meetings == 16


def test_rules_are_applied_and_one_undo_takes_them_back(
    database: Any, event: Event, apply: Callable[..., int], now: datetime
) -> None:
    asked = QuestionCriterion(question="Adviser", kind=QuestionKind.DIFFERENT, hard=True)
    entry = apply(weights=event.rules.weights | {"topics": 0.4}, questions=(asked,), employer=EmployerRule.IGNORE)
    assert rules_of(database).weights["topics"] == 0.4
    assert rules_of(database).questions == (asked,)
    (newest, *_) = database.read(activity, event.id)
    assert (newest.id, newest.can_undo, newest.station) == (entry, True, "Control")
    assert newest.sentence == (
        "Changed how people are matched: weight of topics 25 to 40, “Adviser” counts, same employer: does not matter"
    )
    assert database.write(undo, entry, station="Control", now=now).startswith("Undone: Changed how people are matched")
    assert rules_of(database) == event.rules
    database.write(undo, entry, station="Control", now=now)  # twice is once
    assert rules_of(database) == event.rules


def test_an_undo_can_be_taken_back_and_undone_again(
    database: Any, event: Event, apply: Callable[..., int], now: datetime
) -> None:
    entry = apply(floor=0.2)
    database.write(undo, entry, station="Control", now=now)
    (undoing, *_) = database.read(activity, event.id)
    assert database.write(undo, undoing.id, station="Control", now=now).startswith("Done again: Changed how people")
    assert rules_of(database).floor == 0.2
    database.write(undo, entry, station="Control", now=now)
    assert rules_of(database).floor == 0.0


def test_a_change_that_a_later_one_rests_on_is_not_undone(
    database: Any, apply: Callable[..., int], now: datetime
) -> None:
    first, second = apply(floor=0.2), apply(strong=0.7)
    with pytest.raises(MixerError, match="changed again after this"):
        database.write(undo, first, station="Control", now=now)
    database.write(undo, second, station="Control", now=now)
    database.write(undo, first, station="Control", now=now)
    assert (rules_of(database).floor, rules_of(database).strong) == (0.0, 0.6)


def test_applying_what_holds_already_leaves_no_trace(
    database: Any, event: Event, apply: Callable[..., int | None]
) -> None:
    before = database.read(latest_change)
    assert apply() is None
    assert database.read(latest_change) == before


def test_a_plan_knows_that_the_rules_have_changed_since_and_that_they_were_put_back(
    database: Any, apply: Callable[..., int], room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    apply(floor=0.1)
    plan = plan_now(after=timedelta(minutes=1))
    assert not database.read(rules_changed_since, plan)
    entry = apply(floor=0.3, after=timedelta(minutes=2))
    assert database.read(rules_changed_since, plan)
    database.write(undo, entry, station="Control", now=now + timedelta(minutes=3))
    assert not database.read(rules_changed_since, plan)


def test_rules_that_cannot_be_are_neither_tried_nor_applied(
    preview: Callable[..., Any], apply: Callable[..., Any], database: Any, event: Event
) -> None:
    for refused in (preview, apply):
        with pytest.raises(MixerError, match="Nothing has a weight"):
            refused(weights={"needs": 0.0})
    assert rules_of(database) == event.rules
