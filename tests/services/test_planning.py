"""Planning those who are here, and again when people come and go."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from mixer_app import matching
from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.domain.roles import Role
from mixer_app.matching import reseating
from mixer_app.services import planning
from mixer_app.services.check_in import mark_left
from mixer_app.services.events import update_event
from mixer_app.services.patience import LAST_SEARCH_S
from mixer_app.services.people import set_role
from mixer_app.services.plan_words import verdict

FIRST_ROUND = timedelta(hours=1, minutes=31)  # the fixtures' now is 17:00, the first round 18:30


def seats_of(plan: Plan, person: Attendee) -> dict[int, int]:
    """Round to table."""
    return {m.round: m.table for m in plan.introductions if person.id in (m.mentee_id, m.mentor_id)}


def pairs(plan: Plan, round_number: int) -> set[tuple[int, int]]:
    return {(m.mentor_id, m.mentee_id) for m in plan.introductions if m.round == round_number}


def test_everyone_who_is_here_meets_every_mentor_once(
    room: list[Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    plan = plan_now()
    assert Counter(m.mentee_id for m in plan.introductions) == {mentee.id: 4 for mentee in mentees}
    assert len({(m.mentor_id, m.mentee_id) for m in plan.introductions}) == 16
    assert plan.quality.fewest == 4
    assert plan.quality.optimal
    assert plan.without == ()


def test_nobody_is_at_two_tables_and_mentors_keep_theirs(
    room: list[Attendee], mentors: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    plan = plan_now()
    for person in room:
        tables = [(m.round, m.table) for m in plan.introductions if person.id in (m.mentee_id, m.mentor_id)]
        assert len(tables) == len({number for number, _ in tables})
    assert all(len(set(seats_of(plan, mentor).values())) == 1 for mentor in mentors)
    assert {m.table for m in plan.introductions} == {1, 2, 3, 4}


def test_only_those_here_are_planned_unless_everyone_is_asked_for(
    arrive: Callable[..., None], mentors: list[Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    arrive(mentors[0], mentees[0], mentees[1])
    plan = plan_now()
    assert set(plan.mentor_ids) == {mentors[0].id}
    assert set(plan.mentee_ids) == {mentees[0].id, mentees[1].id}
    assert set(plan_now(everyone=True).mentor_ids) == {mentor.id for mentor in mentors}


def test_colleagues_and_people_kept_apart_never_meet(
    add: Callable[..., Attendee], arrive: Callable[..., None], mentors: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    colleague = add("Olga Colleague", employer="hospital 0")
    wary = add("Pia Wary", employer="Elsewhere", keep_apart=("Bo Mentor",))
    arrive(*mentors, colleague, wary)
    met = {(m.mentor_id, m.mentee_id) for m in plan_now().introductions}
    assert (mentors[0].id, colleague.id) not in met
    assert (mentors[1].id, wary.id) not in met
    assert (mentors[1].id, colleague.id) in met


def test_a_second_plan_keeps_every_seat_when_nothing_has_changed(
    room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    first, second = plan_now(), plan_now()
    assert second.version == first.version + 1
    assert {(m.round, m.table, m.mentee_id) for m in second.introductions} == {
        (m.round, m.table, m.mentee_id) for m in first.introductions
    }


def test_rounds_held_stay_as_they_were_and_late_arrivals_are_seated(
    database: Any,
    event: Event,
    room: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    first = plan_now()
    come_to_round(1, over=True)
    late = add("Vera Late", employer="Late Clinic")
    arrive(late)
    second = plan_now()
    assert pairs(second, 1) == pairs(first, 1)
    assert 1 not in seats_of(second, late)
    assert len(seats_of(second, late)) >= 3


def test_a_round_that_has_begun_by_the_clock_is_past_but_only_if_it_was_planned_before(
    room: list[Attendee], add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    first = plan_now()
    late = add("Vera Late", employer="Late Clinic")
    arrive(late)
    second = plan_now(after=FIRST_ROUND + timedelta(minutes=30))
    assert pairs(second, 1) == pairs(first, 1)
    assert 1 not in seats_of(second, late)


def test_while_a_late_start_is_awaited_no_round_is_past(
    room: list[Attendee], add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    plan_now()
    late = add("Vera Late", employer="Late Clinic")
    arrive(late)
    mentor = add("Mo Late", role="mentor", employer="Late House")
    arrive(mentor)
    second = plan_now(after=FIRST_ROUND + timedelta(minutes=10))
    assert 1 in seats_of(second, late)


def test_an_event_tried_out_after_its_day_has_no_past(room: list[Attendee], plan_now: Callable[..., Plan]) -> None:
    plan = plan_now(after=timedelta(days=30))
    assert {m.round for m in plan.introductions} <= {1, 2, 3, 4, 5}
    assert plan.quality.fewest == 4


def test_a_mentor_who_left_meets_nobody_any_more_but_their_past_stays(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    first = plan_now()
    come_to_round(1, over=True)
    database.write(mark_left, event.id, mentors[0].code, station="Desk 1", now=now)
    second = plan_now()
    assert set(seats_of(second, mentors[0])) <= {1}
    assert pairs(second, 1) == pairs(first, 1)
    assert {m.table for m in second.introductions if m.round > 1} == {2, 3, 4}


def test_a_new_mentor_gets_the_next_free_table(
    room: list[Attendee], add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    before = {m.mentor_id: m.table for m in plan_now().introductions}
    new = add("Aaron Anders", role="mentor", employer="New Hospital")
    arrive(new)
    after = {m.mentor_id: m.table for m in plan_now().introductions}
    assert after[new.id] == 5
    assert {mentor: after[mentor] for mentor in before} == before


def test_announced_times_rests_and_limits_hold(
    add: Callable[..., Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    tired = add("Tom Tired", role="mentor", employer="T", rests=(2,), introductions_limit=2)
    late = add("Lea Late", role="mentor", employer="L", arrives=time(18, 50))
    plan = plan_now(everyone=True)
    assert 2 not in seats_of(plan, tired)
    assert len([m for m in plan.introductions if m.mentor_id == tired.id]) <= 2
    assert min(seats_of(plan, late)) == 3  # rounds begin at 18:30, 18:42, 18:54


def test_someone_who_is_both_hosts_or_seeks_but_never_in_one_round_and_never_themselves(
    room: list[Attendee], add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    both = add("Bea Both", role="both", employer="Between")
    arrive(both)
    plan = plan_now()
    hosting = {m.round for m in plan.introductions if m.mentor_id == both.id}
    seeking = {m.round for m in plan.introductions if m.mentee_id == both.id}
    assert hosting | seeking
    assert not hosting & seeking
    assert not [m for m in plan.introductions if m.mentor_id == m.mentee_id]


def test_a_mentee_who_becomes_a_mentor_between_rounds_keeps_the_past(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    first = plan_now()
    come_to_round(1, over=True)
    database.write(set_role, mentees[0].id, Role.MENTOR, station="Desk 1", now=now)
    second = plan_now()
    assert pairs(second, 1) == pairs(first, 1)
    assert not [m for m in second.introductions if m.mentee_id == mentees[0].id and m.round > 1]


def test_who_has_no_introduction_is_told_why_without_a_hint_at_private_wishes(
    add: Callable[..., Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    mentor = add("Ada Mentor", role="mentor", employer="Hospital")
    colleague = add("Cleo Colleague", employer="Hospital")
    wary = add("Will Wary", employer="Clinic", keep_apart=("Ada Mentor",))
    arrive(mentor, colleague, wary)
    reasons = {person.attendee_id: person.reason for person in plan_now().without}
    assert set(reasons) == {mentor.id, colleague.id, wary.id}
    assert reasons[colleague.id] == reasons[wary.id]


def test_planning_before_anybody_has_come_says_what_to_do(
    mentors: list[Attendee], event: Event, plan_now: Callable[..., Plan]
) -> None:
    with pytest.raises(MixerError, match="Nobody is checked in yet"):
        plan_now()


def test_planning_an_empty_event_asks_for_registrations(event: Event, plan_now: Callable[..., Plan]) -> None:
    with pytest.raises(MixerError, match="Import the registrations"):
        plan_now(everyone=True)


def test_mentees_without_any_mentor_get_an_empty_plan_that_says_so(
    mentees: list[Attendee], arrive: Callable[..., None], plan_now: Callable[..., Plan]
) -> None:
    arrive(*mentees)
    plan = plan_now()
    assert plan.introductions == ()
    assert {person.reason for person in plan.without} == {"No mentor is here."}


def test_a_cancelled_plan_leaves_no_trace(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    with pytest.raises(Cancelled):
        plan_now(progress=lambda fraction, stage: False)
    assert database.read(planning.current_plan, event.id) is None


@pytest.mark.parametrize("stage", ["Looking who fits whom", "Noting why each pair fits"])
def test_a_plan_can_be_cancelled_also_before_and_after_it_is_solved(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], stage: str
) -> None:
    with pytest.raises(Cancelled):
        plan_now(progress=lambda fraction, told: told != stage)
    assert database.read(planning.current_plan, event.id) is None


def test_the_state_of_the_plan_says_who_came_and_went_since(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    plan_now()
    assert not database.read(planning.plan_state, event.id, now=now).stale
    come_to_round(1, over=True)
    arrive(add("Nia New"), add("Noa New"))
    database.write(mark_left, event.id, mentees[0].code, station="Desk 1", now=now)
    state = database.read(planning.plan_state, event.id, now=now)
    assert state.stale
    assert (state.arrived_since, state.left_since, state.past_rounds) == (2, 1, 1)
    assert state.sentence == "2 arrived and 1 left since. Plan again keeps round 1."


def test_publishing_is_kept(database: Any, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime) -> None:
    published = database.write(planning.publish, plan_now().id, station="Control", now=now)
    assert published.published_at == now


def test_the_same_seed_gives_the_same_plan(room: list[Attendee], plan_now: Callable[..., Plan]) -> None:
    first = plan_now(seed=3, afresh=True)
    second = plan_now(seed=3, afresh=True)
    assert [(m.round, m.mentor_id, m.mentee_id) for m in first.introductions] == [
        (m.round, m.mentor_id, m.mentee_id) for m in second.introductions
    ]


def test_who_leaves_early_meets_fewer_and_the_plan_is_still_proven_fair(
    database: Any,
    event: Event,
    room: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    early = add("Pia Early", leaves=time(18, 55))  # two rounds of ten minutes from 18:30 on
    arrive(early)
    plan = plan_now()
    assert plan.quality.fewest == 2
    assert plan.quality.fairest
    assert sum(meeting.mentee_id == early.id for meeting in plan.introductions) == 2


def test_an_event_that_asks_for_it_brings_people_to_mentors_of_another_field(
    database: Any,
    event: Event,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    told = {"role": "mentor", "needs_offered": ("Relocation",)}
    near = add("Nia Near", **told, employer="One", field="Cardiology", topics_offered=("Finance",))
    far = add("Fay Far", **told, employer="Two", field="Publishing")
    mentee = add(
        "Mia Mentee", employer="Three", field="Cardiology", needs_wanted=("Relocation",), topics_wanted=("Finance",),
        introductions_limit=1,
    )  # fmt: skip
    arrive(near, far, mentee)
    rules = replace(event.rules, strong=0.1)
    for discovery, mentor, sentence in ((False, near, ""), (True, far, "One is from another field.")):
        now_asked = replace(event, rules=replace(rules, discovery=discovery))
        database.write(update_event, now_asked, station="Control", now=event.created_at)
        plan = plan_now(afresh=True)
        assert [meeting.mentor_id for meeting in plan.introductions] == [mentor.id]
        assert plan.quality.discovery_mentees == discovery
        assert verdict(plan, rules.strong).detail.endswith(sentence)


def test_a_plan_that_breaks_a_rule_is_not_stored(
    database: Any,
    event: Event,
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan_rounds = matching.plan_rounds

    def careless(*arguments: Any, **said: Any) -> Any:
        plan = plan_rounds(*arguments, **said)
        plan.mentor_of[:, 0] = 0  # everybody at one table
        return plan

    monkeypatch.setattr(matching, "plan_rounds", careless)
    with pytest.raises(RuntimeError, match="broke its own rules"):
        plan_now()
    assert database.read(planning.current_plan, event.id) is None


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("ends", [{"finish_now": lambda: True}, {"time_limit": 0.0}])
def test_a_search_that_is_ended_gives_a_plan_that_keeps_every_rule(
    room: list[Attendee],
    plan_now: Callable[..., Plan],
    monkeypatch: pytest.MonkeyPatch,
    ends: dict[str, Any],
    again: bool,
) -> None:
    if again:
        plan_now()
    plan_rounds, limits = matching.plan_rounds, list[float | None]()

    def watched(*arguments: Any, **said: Any) -> Any:
        limits.append(said.get("time_limit"))
        return plan_rounds(*arguments, **said)

    monkeypatch.setattr(matching, "plan_rounds", watched)
    monkeypatch.setattr(reseating, "plan_rounds", watched)
    plan = plan_now(**ends)
    assert limits[-1] == LAST_SEARCH_S
    assert plan.version == 1 + again
    assert plan.quality.fewest == 4


def test_cancelling_a_search_that_may_be_ended_keeps_nothing(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    with pytest.raises(Cancelled):
        plan_now(progress=lambda fraction, _stage: fraction < 0.2, finish_now=lambda: False, time_limit=60.0)
    assert database.read(planning.current_plan, event.id) is None
