"""What binds a plan, as the people and the event say it: people who met at an earlier event, and colleagues."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.events import EmployerRule, Event, EventPlanning, MetBeforeRule
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.events import create_event, update_event
from mixer_app.services.plan_problem import limits_of
from mixer_app.services.planning import plan_event

MENTOR = {"role": "mentor", "email": "ada@hospital.example", "needs_offered": ("Relocation",)}
MENTEE = {"role": "mentee", "email": "bo@clinic.example", "needs_wanted": ("Relocation",)}


class NextYear:
    """An event a year later, to which people come again."""

    def __init__(self, database: Any, event: Event, now: datetime, add: Callable[..., Attendee]) -> None:
        self._database, self._now, self._add = database, now + timedelta(days=365), add
        planning = EventPlanning(name="Next year", starts_at=event.starts_at + timedelta(days=365), rounds=1)
        self.event = database.write(create_event, planning, station="Test", now=now)

    def rule(self, **rules: Any) -> None:
        """Change the event's rules."""
        self.event = replace(self.event, rules=replace(self.event.rules, **rules))
        self._database.write(update_event, self.event, station="Test", now=self._now)

    def come(self, name: str, **said: Any) -> Attendee:
        """Register someone."""
        return self._add(name, to=self.event, **said)

    def pairs(self) -> set[tuple[int, int]]:
        """Who meets whom in its one round (mentor, mentee)."""
        plan = plan_event(
            self._database, self.event.id, everyone=True, station="Test", clock=lambda: self._now - timedelta(days=1)
        )
        return {(meeting.mentor_id, meeting.mentee_id) for meeting in plan.introductions}


@pytest.fixture
def next_year(database: Any, event: Event, now: datetime, add: Callable[..., Attendee]) -> NextYear:
    """The event after `event`."""
    return NextYear(database, event, now, add)


@pytest.fixture
def met(add: Callable[..., Attendee], introduce: Callable[..., Plan]) -> Plan:
    """Ada and Bo sat together at the first event."""
    return introduce((add("Ada Mentor", **MENTOR), add("Bo Mentee", **MENTEE)), took_place=True)


@pytest.mark.parametrize(
    ("rule", "again"), [(MetBeforeRule.AVOID, False), (MetBeforeRule.ALLOW, True), (MetBeforeRule.PREFER, True)]
)
def test_people_who_met_at_the_last_event_meet_as_this_one_says(
    met: Plan, next_year: NextYear, rule: MetBeforeRule, again: bool
) -> None:
    next_year.rule(met_before=rule)
    ada, bo = next_year.come("Ada Mentor", **MENTOR), next_year.come("Bo Mentee", **MENTEE)
    assert ((ada.id, bo.id) in next_year.pairs()) is again


@pytest.mark.parametrize("asks", ["mentor", "mentee", "both"])
def test_two_who_both_ask_to_meet_again_do_even_where_only_new_people_are_to_meet(
    met: Plan, next_year: NextYear, asks: str
) -> None:
    ada = next_year.come("Ada Mentor", **MENTOR, wishes=() if asks == "mentee" else ("Bo Mentee",))
    bo = next_year.come("Bo Mentee", **MENTEE, wishes=() if asks == "mentor" else ("ada@hospital.example",))
    assert next_year.event.rules.met_before is MetBeforeRule.AVOID
    assert next_year.pairs() == ({(ada.id, bo.id)} if asks == "both" else set())


def test_a_wish_to_meet_again_never_outweighs_a_keep_apart(met: Plan, next_year: NextYear) -> None:
    next_year.come("Ada Mentor", **MENTOR, wishes=("Bo Mentee",), keep_apart=("Bo Mentee",))
    next_year.come("Bo Mentee", **MENTEE, wishes=("Ada Mentor",))
    assert next_year.pairs() == set()


def test_where_people_who_met_are_preferred_they_come_before_a_better_fit_by_answers(
    met: Plan, next_year: NextYear
) -> None:
    next_year.rule(met_before=MetBeforeRule.PREFER, weights={"wishes": 1.0})
    ada, bo = next_year.come("Ada Mentor", **MENTOR), next_year.come("Bo Mentee", **MENTEE)
    chi = next_year.come("Chi Mentor", **(MENTOR | {"email": "chi@hospital.example"}))
    eli = next_year.come("Eli Mentee", **(MENTEE | {"email": "eli@clinic.example"}))
    assert next_year.pairs() == {(ada.id, bo.id), (chi.id, eli.id)}


def test_an_introduction_that_did_not_take_place_is_no_meeting(
    add: Callable[..., Attendee], introduce: Callable[..., Plan], next_year: NextYear
) -> None:
    introduce((add("Ada Mentor", **MENTOR), add("Bo Mentee", **MENTEE)), took_place=False)
    ada, bo = next_year.come("Ada Mentor", **MENTOR), next_year.come("Bo Mentee", **MENTEE)
    assert next_year.pairs() == {(ada.id, bo.id)}


@pytest.mark.parametrize(
    ("rule", "mentee_says", "meets"),
    [
        (EmployerRule.NEVER, None, False),
        (EmployerRule.NEVER, True, True),
        (EmployerRule.PREFER_OUTSIDE, None, True),
        (EmployerRule.PREFER_OUTSIDE, False, False),
    ],
)
def test_one_person_softens_or_hardens_the_employer_rule_of_the_event(
    next_year: NextYear, rule: EmployerRule, mentee_says: bool | None, meets: bool
) -> None:
    next_year.rule(employer=rule)
    next_year.come("Ada Mentor", **MENTOR, employer="City Hospital")
    next_year.come("Bo Mentee", **MENTEE, employer="City Hospital Ltd", colleagues_ok=mentee_says)
    assert bool(next_year.pairs()) is meets


def test_who_is_fine_with_colleagues_still_meets_someone_from_outside_first(next_year: NextYear) -> None:
    next_year.come("Ada Mentor", **MENTOR, employer="City Hospital")
    chi = next_year.come("Chi Mentor", **(MENTOR | {"email": "chi@hospital.example"}), employer="Elsewhere")
    bo = next_year.come("Bo Mentee", **MENTEE, employer="City Hospital", colleagues_ok=True)
    assert next_year.pairs() == {(chi.id, bo.id)}


def test_limits_are_never_under_what_is_fixed_and_counted_once_for_all() -> None:
    assert limits_of([None, None], [1]) is None
    limits = limits_of([2, 1, None], [1, 1, 1, 0])
    assert limits is not None
    assert limits.tolist() == [2, 3, 1_000_000]


def test_three_who_are_mentor_and_mentee_all_meet_somebody_whichever_way_fits_better(
    database: Any, event: Event, now: datetime, add: Callable[..., Attendee], arrive: Callable[..., None]
) -> None:
    ada = add("Ada Both", role="both", email="ada@a.example", needs_offered=("Relocation", "New position"))
    offered, wanted = ("New position",), ("Relocation",)
    bo = add("Bo Both", role="both", email="bo@b.example", needs_offered=offered, needs_wanted=wanted)
    chi = add("Chi Both", role="both", email="chi@c.example", needs_wanted=("Relocation", "New position"))
    arrive(ada, bo, chi)
    plan = plan_event(database, event.id, station="Control", clock=lambda: now)
    assert sorted(meeting.mentee_id for meeting in plan.introductions) == sorted([ada.id, bo.id, chi.id])
    assert len({frozenset((meeting.mentor_id, meeting.mentee_id)) for meeting in plan.introductions}) == 3
    assert plan.quality is not None
    assert plan.quality.optimal
