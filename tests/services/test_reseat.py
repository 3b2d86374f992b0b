"""Reseating: the least change, shown first, applied as one act, undone as one act."""

from datetime import timedelta

import pytest

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.evening import ActKind
from mixer_app.domain.room import Presence, SeatMoveKind
from mixer_app.services.check_in import check_in
from mixer_app.services.evening import act_on_evening
from mixer_app.services.journal import activity, undo
from mixer_app.services.planning import current_plan, plan_event
from mixer_app.services.presence import note_presence
from mixer_app.services.reseat import apply_reseat, propose_reseat
from mixer_app.services.room import read_room
from mixer_app.services.wall_clock import moment_of
from mixer_app.store.integrity import find_faults
from mixer_app.store.seats import published_plan


@pytest.fixture
def come(database, event, now):
    def arrive(*people, minutes=-30):
        for person in people:
            database.write(check_in, event.id, person.code, station="Desk 1", now=now + timedelta(minutes=minutes))

    return arrive


@pytest.fixture
def mentors(add):
    return [add(f"Mentor {letter}", role="mentor", employer=f"House {letter}") for letter in "ABCDE"]


@pytest.fixture
def mentees(add):
    return [add(f"Mentee {letter}", employer=f"Place {letter}") for letter in "STUVW"]


@pytest.fixture
def planned(database, event, mentors, mentees, come, now):
    come(*mentors, *mentees)
    plan_event(database, event.id, station="Control", clock=lambda: now)


@pytest.fixture
def started(database, event, planned, now):
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)


@pytest.fixture
def note(database, event, now):
    def noted(person, presence, *, minutes=3, number=1):
        at = now + timedelta(minutes=minutes)
        return database.write(
            note_presence, event.id, person.id, presence, round_number=number, station="Control", now=at
        )

    return noted


@pytest.fixture
def propose(database, event, now):
    def ask(from_round, minutes=4, **said):
        return propose_reseat(
            database, event.id, from_round=from_round, station="Control",
            clock=lambda: now + timedelta(minutes=minutes), **said,
        )  # fmt: skip

    return ask


@pytest.fixture
def apply(database, now):
    return lambda proposal, minutes=5: database.write(
        apply_reseat, proposal, station="Control", now=now + timedelta(minutes=minutes)
    )


def seats(plan, rounds=range(1, 6)):
    return {(m.round, m.mentee_id): m.mentor_id for m in plan.introductions if m.round in rounds}


def partner(plan, mentee, number):
    return seats(plan).get((number, mentee.id))


def test_with_nothing_to_do_everyone_has_a_seat(started, propose):
    proposal = propose(2)
    assert (proposal.moves, proposal.verdict) == ((), "Everyone has a seat")


def test_who_comes_late_is_seated_and_nobody_who_sits_loses_more_than_they_must(
    database, event, started, propose, apply, add, come, mentees
):
    before = database.read(current_plan, event.id)
    late = add("Late Lou", employer="Far")
    come(late, minutes=2)
    proposal = propose(2)
    (own,) = [move for move in proposal.moves if move.attendee.id == late.id]
    assert own.kind is SeatMoveKind.SEATED
    assert proposal.verdict == f"{len(proposal.moves)} changes, everyone else stays as planned"
    assert "Late: " in proposal.consequence
    done = apply(proposal)
    assert seats(done.plan, [1]) == seats(before, [1])
    assert database.read(published_plan, event.id).id == done.plan.id
    assert database.read(find_faults) == []


def test_before_a_late_start_who_came_late_is_seated_in_the_first_round_too(database, event, planned, add, come, now):
    at = moment_of(event.starts_at) + timedelta(minutes=9)  # and nobody has started the evening yet
    late, helper = add("Late Lou", employer="Far"), add("Mentor New", role="mentor", employer="House N")
    for person in (late, helper):
        come(person, minutes=(at - now).total_seconds() / 60)
    proposal = propose_reseat(database, event.id, from_round=1, station="Control", clock=lambda: at)
    done = database.write(apply_reseat, proposal, station="Control", now=at)
    assert partner(done.plan, late, 1) is not None
    assert database.write(undo, done.entry_id, station="Control", now=at).startswith("Undone")


def test_it_is_one_act_that_is_undone_as_one_act_and_done_again(
    database, event, started, propose, apply, add, come, now
):
    before = database.read(current_plan, event.id)
    come(add("Late Lou", employer="Far"), minutes=2)
    done = apply(propose(2))
    said = {"station": "Control", "now": now + timedelta(minutes=6)}
    assert database.write(undo, done.entry_id, **said).startswith("Undone: Reseated")
    restored = database.read(current_plan, event.id)
    assert seats(restored) == seats(before)
    assert database.read(published_plan, event.id).id == restored.id
    (newest, *_) = database.read(activity, event.id, 1)
    database.write(undo, newest.id, **said)
    assert seats(database.read(current_plan, event.id)) == seats(done.plan)


def test_in_the_round_under_way_only_those_without_a_partner_are_moved(
    database, event, started, propose, apply, note, add, come, mentors, mentees
):
    before = database.read(current_plan, event.id)
    gone = next(mentor for mentor in mentors if mentor.id == partner(before, mentees[0], 1))
    note(gone, Presence.GONE)
    helper = add("Mentor New", role="mentor", employer="House N")
    come(helper, minutes=3)
    proposal = propose(1)
    done = apply(proposal)
    assert partner(done.plan, mentees[0], 1) == helper.id
    for mentee in mentees[1:]:
        assert partner(done.plan, mentee, 1) == partner(before, mentee, 1), "a talk was broken off"
    assert gone.id not in seats(done.plan, range(1, 6)).values()


def test_a_mentor_who_comes_takes_the_table_of_one_who_is_gone(
    database, event, started, propose, apply, note, add, come, mentors, mentees
):
    before = database.read(current_plan, event.id)
    gone = next(mentor for mentor in mentors if mentor.id == partner(before, mentees[0], 1))
    table = next(m.table for m in before.introductions if m.mentor_id == gone.id)
    note(gone, Presence.GONE)
    helper = add("Mentor New", role="mentor", employer="House N")
    come(helper, minutes=3)
    proposal = propose(1)
    done = apply(proposal)
    assert {m.table for m in done.plan.introductions if m.mentor_id == helper.id} == {table}
    (own,) = [move for move in proposal.moves if move.attendee.id == mentees[0].id]
    assert (own.kind, own.why) == (SeatMoveKind.STAYS, "Now with Mentor New")


def test_who_is_only_missing_keeps_the_seats_of_later_rounds(database, event, started, propose, apply, note, mentees):
    before = database.read(current_plan, event.id)
    note(mentees[0], Presence.MISSING)
    done = apply(propose(1))
    assert partner(done.plan, mentees[0], 1) is None
    later = [partner(done.plan, mentees[0], number) for number in range(2, 6)]
    assert sum(one is not None for one in later) >= 3
    assert seats(before, [1]).keys() - seats(done.plan, [1]).keys() == {(1, mentees[0].id)}


def test_a_reseating_of_the_round_under_way_is_undone_until_it_is_over(
    database, event, started, propose, apply, note, mentees, now
):
    note(mentees[0], Presence.GONE)
    done = apply(propose(1))
    with pytest.raises(MixerError, match="Round 1 has begun"):
        database.write(undo, done.entry_id, station="Control", now=now + timedelta(minutes=11))
    database.write(undo, done.entry_id, station="Control", now=now + timedelta(minutes=8))
    assert partner(database.read(current_plan, event.id), mentees[0], 1) is not None


def test_a_list_that_no_longer_fits_the_room_is_not_applied(
    database, event, started, propose, apply, note, add, come, mentees, now
):
    come(add("Late Lou", employer="Far"), minutes=2)
    proposal = propose(2)
    come(add("Later Lea", employer="Farther"), minutes=4)
    room = database.read(read_room, event.id, now=now + timedelta(minutes=4))
    assert proposal.stale_since(room) == "1 more person is waiting."
    with pytest.raises(MixerError, match=r"1 more person is waiting\. Look again"):
        apply(proposal)
    note(mentees[0], Presence.GONE)
    with pytest.raises(MixerError, match="Round 2 has begun meanwhile"):
        apply(propose(2), minutes=13)


def test_a_round_that_is_over_cannot_be_reseated(started, propose):
    with pytest.raises(MixerError, match="Round 1 is over"):
        propose(1, minutes=11)


def test_a_person_who_cancels_changes_nothing(database, event, started, propose):
    before = database.read(activity, event.id, 1)
    with pytest.raises(Cancelled):
        propose(2, progress=lambda fraction, stage: fraction < 0.1)
    assert database.read(activity, event.id, 1) == before


def test_the_reasons_give_no_keep_apart_away(database, event, started, propose, add, come, mentors):
    shy = add("Shy Sam", employer="Else", keep_apart=(mentors[0].code,))
    come(shy, minutes=2)
    told = " ".join(move.why for move in propose(2).moves).casefold()
    assert "apart" not in told
    assert "veto" not in told


def test_two_who_did_not_come_together_may_meet_in_a_later_round(
    database, event, started, propose, note, mentors, mentees
):
    before = database.read(current_plan, event.id)
    note(mentees[0], Presence.MISSING)
    missed = partner(before, mentees[0], 1)
    leaver = next(mentor for mentor in mentors if mentor.id != missed)
    note(leaver, Presence.SEEN)
    note(leaver, Presence.GONE)  # after the talk of round 1
    proposal = propose(2, minutes=11)
    after = [meeting.mentor_id for meeting in proposal.draft.introductions if meeting.mentee_id == mentees[0].id]
    assert len(after) == 4
    assert missed in after
