"""Changing a plan by hand: a new version each time, its cost told before, its rules kept, and always undone again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from mixer_app import matching
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.matching import edits as matching_edits
from mixer_app.services import plan_edits
from mixer_app.services.check_in import mark_left
from mixer_app.services.editable_plan import open_plan
from mixer_app.services.journal import activity, undo
from mixer_app.services.plan_figures import wrong_figures
from mixer_app.services.planning import current_plan, publish
from mixer_app.store.pair_rules import pair_rules
from mixer_app.store.tables import table_numbers


@pytest.fixture
def edit(database: Any, event: Event, now: datetime) -> Callable[..., Plan]:
    """Change the latest plan: `edit(EditKind.FREE, mentee, round=2)`."""

    def change(kind: EditKind, mentee: Attendee, **said: Any) -> Plan:
        latest = database.read(current_plan, event.id)
        asked = PlanEdit(kind=kind, mentee_id=mentee.id, **said)
        return plan_edits.apply_edit(database, latest.id, asked, station="Control", clock=lambda: now)

    return change


@pytest.fixture
def undo_newest(database: Any, event: Event, now: datetime) -> Callable[[], str]:
    def take_back() -> str:
        newest = database.read(activity, event.id)[0]
        return database.write(undo, newest.id, station="Control", now=now)

    return take_back


def seats(plan: Plan) -> set[tuple[int, int, int, bool]]:
    return {(m.round, m.mentor_id, m.mentee_id, m.locked) for m in plan.introductions}


def seat(plan: Plan, mentee: Attendee) -> Any:
    return next(m for m in plan.introductions if m.mentee_id == mentee.id)


def test_a_freed_seat_makes_a_new_version_with_counted_figures(
    room: list[Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan], edit: Callable[..., Plan]
) -> None:
    first = plan_now()
    gone = seat(first, mentees[0])
    second = edit(EditKind.FREE, mentees[0], round=gone.round)
    assert second.version == first.version + 1
    assert second.quality.meetings == first.quality.meetings - 1
    assert second.quality.fewest == 3
    assert second.quality.total_score == pytest.approx(first.quality.total_score - gone.score)
    assert not second.quality.optimal
    assert second.quality.bound_meetings == first.quality.bound_meetings
    assert seats(first) - seats(second) == {(gone.round, gone.mentor_id, gone.mentee_id, False)}


def test_it_is_journalled_taken_back_and_done_again(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
) -> None:
    first = plan_now()
    second = edit(EditKind.FREE, mentees[0], round=seat(first, mentees[0]).round)
    entry = database.read(activity, event.id)[0]
    assert entry.sentence.startswith(f"Freed the seat of {mentees[0].name.full}")
    assert entry.can_undo
    assert undo_newest().startswith("Undone: Freed the seat")
    restored = database.read(current_plan, event.id)
    assert (seats(restored), restored.quality) == (seats(first), first.quality)
    assert undo_newest().startswith("Done again: Freed the seat")
    assert seats(database.read(current_plan, event.id)) == seats(second)


def test_an_older_change_is_not_taken_back_before_the_newer_one(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    now: datetime,
    undo_newest: Callable[[], str],
) -> None:
    first = plan_now()
    edit(EditKind.FREE, mentees[0], round=seat(first, mentees[0]).round)
    older = database.read(activity, event.id)[0]
    edit(EditKind.FREE, mentees[1], round=seat(first, mentees[1]).round)
    with pytest.raises(MixerError, match="changed again"):
        database.write(undo, older.id, station="Control", now=now)
    undo_newest()
    assert database.write(undo, older.id, station="Control", now=now).startswith("Undone")
    assert seats(database.read(current_plan, event.id)) == seats(first)


def test_a_change_is_not_taken_back_once_its_round_has_begun(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    now: datetime,
    come_to_round: Callable[..., None],
) -> None:
    first = plan_now()
    early = next(m for m in first.introductions if m.round == 1)
    mentee = next(one for one in mentees if one.id == early.mentee_id)
    late = next(m for m in first.introductions if m.round > 1 and m.mentee_id == mentee.id)
    freed = edit(EditKind.FREE, mentee, round=1)
    change = database.read(activity, event.id)[0]
    come_to_round(1)
    with pytest.raises(MixerError, match="Round 1 has begun"):
        database.write(undo, change.id, station="Control", now=now)
    assert database.read(current_plan, event.id) == freed
    edit(EditKind.FREE, mentee, round=late.round)
    undo_newest()  # a round to come
    assert seats(database.read(current_plan, event.id)) == seats(freed)


def test_an_undo_that_would_break_a_rule_is_refused(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = plan_now()
    freed = edit(EditKind.FREE, mentees[0], round=seat(first, mentees[0]).round)
    sound = matching.verify

    def stricter(problem: Any, plan: Any) -> list[str]:
        more = ["too many"] if plan.quality.meetings > freed.quality.meetings else []
        return [*sound(problem, plan), *more]

    monkeypatch.setattr(matching, "verify", stricter)
    with pytest.raises(MixerError, match="no longer holds"):
        undo_newest()
    assert database.read(current_plan, event.id) == freed


def test_a_change_whose_plan_breaks_a_rule_is_not_stored(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = plan_now()

    careful = matching_edits.apply_edit

    def careless(problem: Any, plan: Any, asked: Any) -> matching_edits.Edited:
        edited = careful(problem, plan, asked)
        edited.plan.mentor_of[:, 0] = 0  # everybody at one table
        return edited

    monkeypatch.setattr(matching_edits, "apply_edit", careless)
    with pytest.raises(RuntimeError, match="broke a rule"):
        edit(EditKind.LOCK, mentees[0], round=seat(first, mentees[0]).round)
    assert database.read(current_plan, event.id) == first


def test_who_has_left_still_counts_in_the_figures_of_a_change(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    now: datetime,
) -> None:
    first = plan_now()
    assert first.quality.strong_mentees == 4
    database.write(mark_left, event.id, mentees[3].code, station="Desk 1", now=now)
    locked = edit(EditKind.LOCK, mentees[0], round=seat(first, mentees[0]).round)
    assert replace(locked.quality, optimal=True) == first.quality
    changed = locked
    for number in [m.round for m in first.introductions if m.mentee_id == mentees[0].id]:
        edit(EditKind.UNLOCK, mentees[0], round=number)
        changed = edit(EditKind.FREE, mentees[0], round=number)
        assert changed.quality.fewest == sum(m.mentee_id == mentees[0].id for m in changed.introductions)
        assert not list(wrong_figures(changed))
    assert changed.quality.strong_mentees == 3


def test_a_lock_holds_in_the_next_plan(
    room: list[Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan], edit: Callable[..., Plan]
) -> None:
    held = seat(plan_now(), mentees[0])
    locked = edit(EditKind.LOCK, mentees[0], round=held.round)
    assert locked.quality.optimal
    with pytest.raises(MixerError, match="locked"):
        edit(EditKind.FREE, mentees[0], round=held.round)
    assert (held.round, held.mentor_id, held.mentee_id, True) in seats(plan_now(afresh=True, seed=5))
    assert not any(m.locked for m in edit(EditKind.UNLOCK, mentees[0], round=held.round).introductions)


def test_a_forbidden_pair_never_meets_again_until_that_is_taken_back(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    now: datetime,
) -> None:
    plan_now()
    pair = (mentors[1].id, mentees[2].id)
    met = lambda plan: pair in {(m.mentor_id, m.mentee_id) for m in plan.introductions}  # noqa: E731
    assert not met(edit(EditKind.FORBID, mentees[2], mentor_id=mentors[1].id))
    undo_newest()
    assert database.read(pair_rules, event.id) == {}
    edit(EditKind.FORBID, mentees[2], mentor_id=mentors[1].id)
    assert not met(plan_now())
    with pytest.raises(MixerError, match="These two are not paired at this event"):
        edit(EditKind.MUST_MEET, mentees[2], mentor_id=mentors[1].id)
    lift = partial(database.write, plan_edits.lift_pair_rule, event.id, *pair, station="Control", now=now)
    assert lift() is PairRule.FORBIDDEN
    assert met(plan_now())


def test_lifting_what_was_decided_of_a_pair_is_in_the_journal_and_can_be_undone(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    now: datetime,
) -> None:
    plan_now()
    pair = (mentors[1].id, mentees[2].id)
    lift = partial(database.write, plan_edits.lift_pair_rule, event.id, *pair, station="Control", now=now)
    assert lift() is None
    assert not any(entry.what == "pair rule lifted" for entry in database.read(activity, event.id))
    edit(EditKind.FORBID, mentees[2], mentor_id=mentors[1].id)
    forbidden = database.read(activity, event.id)[0]
    lift()
    lifted = database.read(activity, event.id)[0]
    assert lifted.sentence == "Lifted that Gus Mentee is not to meet Bo Mentor"
    assert lifted.can_undo
    with pytest.raises(MixerError, match="changed again after this"):
        database.write(undo, forbidden.id, station="Control", now=now)
    for _ in range(2):  # twice is once
        assert database.write(undo, lifted.id, station="Control", now=now) == f"Undone: {lifted.sentence}"
        assert database.read(pair_rules, event.id) == {pair: PairRule.FORBIDDEN}
    assert undo_newest() == f"Done again: {lifted.sentence}"
    assert database.read(pair_rules, event.id) == {}


def test_undoing_a_change_of_a_published_plan_publishes_what_was_published(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    now: datetime,
) -> None:
    first = plan_now()
    out = now + timedelta(minutes=3)
    first = database.write(publish, first.id, station="Control", now=out)
    published = database.read(activity, event.id)[0]
    assert edit(EditKind.FREE, mentees[0], round=seat(first, mentees[0]).round).published_at is None
    undo_newest()
    restored = database.read(current_plan, event.id)
    assert (seats(restored), restored.published_at) == (seats(first), out)
    undo_newest()  # done again: a draft, as it was
    assert database.read(current_plan, event.id).published_at is None
    undo_newest()
    database.write(undo, published.id, station="Control", now=now)
    assert database.read(current_plan, event.id).published_at is None


def test_two_who_must_meet_meet_in_every_plan_to_come(
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
) -> None:
    arrive(mentors[0], *mentees)  # one mentor, five rounds, four mentees: each meets her
    plan_now()
    made = edit(EditKind.MUST_MEET, mentees[3], mentor_id=mentors[0].id)
    assert (mentors[0].id, mentees[3].id) in {(m.mentor_id, m.mentee_id) for m in made.introductions}
    with pytest.raises(MixerError, match="locked"):
        edit(EditKind.FREE, mentees[3], round=seat(made, mentees[3]).round)
    arrive(*mentors[1:])
    for seed in range(3):
        again = plan_now(afresh=True, seed=seed)
        assert (mentors[0].id, mentees[3].id) in {(m.mentor_id, m.mentee_id) for m in again.introductions}


def test_a_plan_that_somebody_else_changed_is_not_overwritten(
    database: Any, room: list[Attendee], mentees: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    first = plan_now()
    plan_now()
    asked = PlanEdit(kind=EditKind.FREE, mentee_id=mentees[0].id, round=seat(first, mentees[0]).round)
    with pytest.raises(MixerError, match="changed meanwhile"):
        plan_edits.apply_edit(database, first.id, asked, station="Control", clock=lambda: now)


def test_every_offer_costs_what_it_says_and_can_be_taken(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
) -> None:
    arrive(*(add(f"Extra{number} Mentor", role="mentor", employer=f"Extra {number}") for number in range(3)))
    first = plan_now()
    opened = database.read(open_plan, first.id, now=now)
    offers = opened.offers(mentees[0].id, 1, limit=3)
    assert offers
    for offer in offers:
        assert offer.price == opened.price(offer.edit)
        assert "total fit" in offer.price.sentence
    taken = plan_edits.apply_edit(database, first.id, offers[0].edit, station="Control", clock=lambda: now)
    change = taken.quality.total_score - first.quality.total_score
    assert offers[0].price.fit == pytest.approx(change, abs=1e-6)
    assert database.read(current_plan, event.id) == taken


def test_every_hard_rule_reads_alike_and_other_refusals_name_who_and_when(
    database: Any,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    colleague = add("Olga Colleague", employer="hospital 0", keep_apart=("Bo Mentor",))
    arrive(*mentors, *mentees, colleague)
    plan = plan_now()
    opened = database.read(open_plan, plan.id, now=now)
    rounds = {m.round: m for m in plan.introductions if m.mentee_id == colleague.id}
    free = next((number for number in range(1, 6) if number not in rounds), 1)
    places = opened.places(colleague.id, free)
    assert places.tables[mentors[0].id] == places.tables[mentors[1].id] == "These two are not paired at this event"
    others = {places.tables[m.mentor_id] for number, m in rounds.items() if number != free}
    assert any(text.startswith("Olga Colleague meets") and "already in round" in text for text in others)


def test_somebody_who_is_not_here_is_told_what_to_do(
    room: list[Attendee], add: Callable[..., Attendee], plan_now: Callable[..., Plan], edit: Callable[..., Plan]
) -> None:
    plan_now()
    with pytest.raises(MixerError, match="Late Comer is not here yet"):
        edit(EditKind.FREE, add("Late Comer"), round=1)


def test_who_came_after_the_plan_is_seated_by_hand_with_price_and_reasons(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    mentors: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    undo_newest: Callable[[], str],
    now: datetime,
) -> None:
    first = plan_now()
    late = add("Late Comer", employer="Hospital 0", topics_wanted=("Finance",))
    host = add("Nia Newcomer", role="mentor", employer="Elsewhere", topics_offered=("Finance",))
    arrive(late, host)
    opened = database.read(open_plan, first.id, now=now)
    places = opened.places(late.id, 2)
    assert places.tables[mentors[0].id] == "These two are not paired at this event"  # colleagues
    assert places.tables[host.id] == ""
    offers = opened.offers(late.id, 2, limit=None)
    assert {offer.mentor_id for offer in offers} == {one.id for one in (*mentors[1:], host)}
    move = next(offer for offer in offers if offer.mentor_id == host.id)
    assert move.price.sentence.endswith("Late Comer rises to 1 meeting")
    made = edit(EditKind.MOVE, late, round=2, mentor_id=host.id)
    assert made.quality.total_score - first.quality.total_score == pytest.approx(move.price.fit, abs=1e-6)
    assert (made.mentee_ids, made.mentor_ids) == ((*first.mentee_ids, late.id), (*first.mentor_ids, host.id))
    seated = seat(made, late)
    assert (seated.round, seated.mentor_id, seated.table) == (2, host.id, 5)
    assert database.read(table_numbers, event.id)[host.id] == 5
    assert seats(made) - seats(first) == {(2, host.id, late.id, False)}
    undo_newest()
    assert database.read(current_plan, event.id).mentee_ids == first.mentee_ids


def test_a_newcomer_who_must_meet_somebody_costs_exactly_what_was_told(
    database: Any,
    room: list[Attendee],
    mentors: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
    now: datetime,
) -> None:
    first = plan_now()
    late = add("Late Comer", topics_wanted=("Finance",))
    arrive(late, add("Nia Newcomer", role="mentor", employer="Elsewhere", topics_offered=("Finance",)))
    opened = database.read(open_plan, first.id, now=now)
    asked = PlanEdit(kind=EditKind.MUST_MEET, mentee_id=late.id, mentor_id=mentors[0].id)
    price = opened.price(asked)
    assert price.sentence.startswith("They meet in round ")
    made = edit(EditKind.MUST_MEET, late, mentor_id=mentors[0].id)
    assert made.quality.total_score - first.quality.total_score == pytest.approx(price.fit, abs=1e-6)
    assert mentors[0].id in {m.mentor_id for m in made.introductions if m.mentee_id == late.id}
    assert opened.price(replace_mentee(asked, first)).sentence.startswith("They meet already in round ")


def replace_mentee(asked: PlanEdit, plan: Plan) -> PlanEdit:
    """The same wish for somebody who meets that mentor."""
    met = next(m for m in plan.introductions if m.mentor_id == asked.mentor_id)
    return replace(asked, mentee_id=met.mentee_id)


def test_an_edit_of_others_leaves_newcomers_out_of_the_figures(
    room: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
) -> None:
    first = plan_now()
    arrive(add("Late Comer"))
    locked = edit(EditKind.LOCK, mentees[0], round=seat(first, mentees[0]).round)
    assert locked.quality.fewest == first.quality.fewest
    assert locked.quality.optimal
    assert locked.quality.bound_score == pytest.approx(first.quality.bound_score, abs=1e-9)


def test_who_has_lost_the_only_seat_is_listed_with_the_reason(
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    edit: Callable[..., Plan],
) -> None:
    arrive(mentors[0], mentees[0])
    only = seat(plan_now(), mentees[0])
    made = edit(EditKind.FREE, mentees[0], round=only.round)
    assert made.introductions == ()
    assert {one.attendee_id for one in made.without} == {mentors[0].id, mentees[0].id}
