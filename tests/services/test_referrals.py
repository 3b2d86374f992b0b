"""Better with someone else."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.referrals import ReferralState
from mixer_app.services.answer_sheets import answer_sheet
from mixer_app.services.answers import record_answer
from mixer_app.services.journal import activity, undo
from mixer_app.services.kiosk_answers import answer_at_kiosk
from mixer_app.services.paper_contents import follow_up_summaries
from mixer_app.services.plan_edits import lift_pair_rule
from mixer_app.services.planning import current_plan
from mixer_app.services.referrals import (
    list_referrals,
    propose,
    propose_mentors,
    refer,
    referral_terms,
    rounds_to_come,
    seat_referral,
    set_referral_state,
    wants_to_refer,
)
from mixer_app.services.report_figures import event_report


@pytest.fixture
def act(now):
    return {"station": "Desk 1", "now": now}


@pytest.fixture
def hall(add, introduce, arrive):
    """Bob has met Ann. Cy knows relocation and finance, Dee finance, Fay relocation and is Bob's colleague."""
    ann = add("Ann Smith", role="mentor", employer="A")
    bob = add("Bob Jones", employer="B", needs_wanted=("Relocation",), topics_wanted=("Finance",))
    cy = add("Cy Young", role="mentor", employer="C", needs_offered=("Relocation",), topics_offered=("Finance",))
    dee = add("Dee Lake", role="mentor", employer="D", topics_offered=("Finance",))
    fay = add("Fay Reed", role="mentor", employer="B", needs_offered=("Relocation",))
    arrive(ann, bob, cy, dee, fay)
    introduce((ann, bob))
    return ann, bob, cy, dee, fay


def _summary(database, event, person):
    return {one.code: one for one in database.read(follow_up_summaries, event.id, None)}[person.code]


def test_the_best_who_knows_it_and_may_meet_is_proposed(database, event, hall):
    _, bob, cy, dee, _ = hall
    proposed = database.read(propose_mentors, event.id, bob.id)
    assert [one.attendee_id for one in proposed] == [cy.id, dee.id]
    assert proposed[0].words.startswith("went through relocation")
    assert [one.attendee_id for one in database.read(propose_mentors, event.id, bob.id, "relocation")] == [cy.id]
    assert database.read(propose_mentors, event.id, bob.id, "Leadership") == []


def test_whom_someone_is_kept_apart_from_is_simply_not_proposed(database, event, add, arrive):
    bob = add("Bob Jones", topics_wanted=("Finance",), keep_apart=("Cy Young",))
    cy, dee = (add(name, role="mentor", topics_offered=("Finance",)) for name in ("Cy Young", "Dee Lake"))
    arrive(bob, cy, dee)
    assert [one.attendee_id for one in database.read(propose_mentors, event.id, bob.id)] == [dee.id]


def test_refusals_give_no_reason_away(database, event, hall, add, arrive, act):
    ann, bob, _, dee, fay = hall
    eve = add("Eve Adams", keep_apart=("Dee Lake",))
    arrive(eve)
    said = []
    for mentee, mentor in ((bob, ann), (bob, fay), (eve, dee)):
        with pytest.raises(MixerError) as refused:
            database.write(refer, event.id, mentee.id, from_id=None, mentor_id=mentor.id, **act)
        said.append(str(refused.value).replace(mentee.name.shown, "X").replace(mentor.name.shown, "Y"))
    assert set(said) == {"Y is not among those who can be proposed for X. Choose from the list."}


def test_a_mentor_refers_and_the_best_is_proposed_once(database, event, hall, act):
    ann, bob, cy, *_ = hall
    told = database.write(refer, event.id, bob.id, from_id=ann.id, wanted=" finance ", **act)
    assert (told.referral.mentor_id, told.referral.wanted) == (cy.id, "Finance")
    assert told.referral.state is ReferralState.PROPOSED
    again = database.write(refer, event.id, bob.id, from_id=ann.id, wanted="Finance", **act)
    assert (again.referral.id, again.entry_id) == (told.referral.id, None)
    assert database.read(answer_sheet, ann.id).lines[0].referred
    assert database.read(event_report, event.id).referrals == 1
    database.write(undo, told.entry_id, **act)
    assert database.read(list_referrals, event.id) == []


def test_only_who_has_met_someone_refers_them(database, event, hall, act):
    _, bob, cy, *_ = hall
    with pytest.raises(MixerError, match="Cy Young has not met Bob Jones"):
        database.write(refer, event.id, bob.id, from_id=cy.id, wanted="Finance", **act)


@pytest.mark.parametrize(
    ("said", "sentence"), [({}, "name the mentor"), ({"wanted": "Juggling"}, "no topic or need of this event")]
)
def test_a_referral_says_for_what_or_to_whom(database, event, hall, act, said, sentence):
    with pytest.raises(MixerError, match=sentence):
        database.write(refer, event.id, hall[1].id, from_id=None, **said, **act)


def test_the_mentee_hears_of_it_only_once_the_other_has_agreed(database, event, hall, act):
    ann, bob, cy, dee, _ = hall
    before = _summary(database, event, bob)
    told = database.write(refer, event.id, bob.id, from_id=ann.id, mentor_id=cy.id, **act)
    for state in (ReferralState.ASKED, ReferralState.DECLINED):
        told = database.write(set_referral_state, event.id, told.referral.id, state, **act)
        assert _summary(database, event, bob) == before
    told = database.write(propose, event.id, told.referral.id, dee.id, **act)
    assert told.referral.state is ReferralState.PROPOSED
    told = database.write(set_referral_state, event.id, told.referral.id, ReferralState.AGREED, **act)
    (other,) = _summary(database, event, bob).referred_to
    assert (other.name, other.words) == (dee.name, "shares finance, the first choice")
    assert "Ann" not in repr(_summary(database, event, bob).referred_to)
    assert database.write(undo, told.entry_id, **act) == "Undone: Dee Lake agreed to talk with Bob Jones"
    assert _summary(database, event, bob) == before


def test_a_state_that_cannot_come_next_is_refused(database, event, hall, act):
    told = database.write(refer, event.id, hall[1].id, from_id=None, wanted="Leadership", **act)
    assert told.referral.mentor_id is None
    with pytest.raises(MixerError, match="Nobody is proposed yet"):
        database.write(set_referral_state, event.id, told.referral.id, ReferralState.AGREED, **act)
    told = database.write(set_referral_state, event.id, told.referral.id, ReferralState.WITHDRAWN, **act)
    assert (
        database.write(set_referral_state, event.id, told.referral.id, ReferralState.WITHDRAWN, **act).entry_id is None
    )
    assert database.read(event_report, event.id).referrals == 0


def test_terms_are_those_of_the_event_and_what_its_mentors_offer(database, event, hall, add):
    add("Gus Moor", role="mentor", topics_offered=("Sailing", "finance"))
    terms = database.read(referral_terms, event.id)
    assert {"Finance", "Leadership", "Relocation", "Sailing"} <= set(terms)
    assert list(terms) == sorted(terms, key=str.casefold)
    assert sum(one.casefold() == "finance" for one in terms) == 1


def test_a_referral_is_put_into_a_round_to_come_and_that_is_undone_like_any_change(
    database, event, wide_room, plan_now, now, act
):
    plan = plan_now()
    met = {(one.mentor_id, one.mentee_id) for one in plan.introductions}
    mentee = next(one for one in wide_room if one.role.seeks)
    mentor = next(one for one in wide_room if one.role.hosts and (one.id, mentee.id) not in met)
    told = database.write(refer, event.id, mentee.id, from_id=None, mentor_id=mentor.id, **act)
    assert told.referral.round is None
    assert database.read(rounds_to_come, event.id, now=now) == 5
    said = seat_referral(database, event.id, told.referral.id, station="Control", clock=lambda: now)
    (known,) = database.read(list_referrals, event.id)
    assert said == f"{mentee.name.shown} meets {mentor.name.shown} in round {known.round}."
    seats = {(one.mentor_id, one.mentee_id) for one in database.read(current_plan, event.id).introductions}
    assert (mentor.id, mentee.id) in seats
    assert seat_referral(database, event.id, told.referral.id, station="Control", clock=lambda: now) == said
    edit = next(one for one in database.read(activity, event.id) if one.what == "plan edited")
    database.write(undo, edit.id, **act)
    (known,) = database.read(list_referrals, event.id)
    assert known.round is None
    assert database.write(lift_pair_rule, event.id, mentor.id, mentee.id, **act) is None


def test_after_the_last_round_a_referral_goes_into_the_follow_up(database, event, hall, come_to_round, now, act):
    _, bob, cy, *_ = hall
    told = database.write(refer, event.id, bob.id, from_id=None, mentor_id=cy.id, **act)
    come_to_round(5, over=True)
    assert database.read(rounds_to_come, event.id, now=now) == 0
    with pytest.raises(MixerError, match="No round is left"):
        seat_referral(database, event.id, told.referral.id, station="Control", clock=lambda: now)


def test_an_answer_that_refers_counts_in_the_report_and_nowhere_else(database, event, hall, act):
    ann, bob, *_ = hall
    before = _summary(database, event, bob)
    database.write(record_answer, event.id, ann.id, bob.id, Answer.NO, refer=True, **act)
    assert _summary(database, event, bob) == before
    assert database.read(event_report, event.id).mentor_answers.referred == 1


def test_a_mentor_who_only_ticked_it_at_the_kiosk_is_listed_until_staff_say_for_what(database, event, hall, act):
    ann, bob, *_ = hall
    database.write(answer_at_kiosk, event.id, ann.id, bob.id, Answer.NO, refer=True, **act)
    (wish,) = database.read(wants_to_refer, event.id)
    assert (wish.mentor_id, wish.mentee) == (ann.id, bob.name)
    database.write(refer, event.id, bob.id, from_id=ann.id, wanted="Finance", **act)
    assert database.read(wants_to_refer, event.id) == []
