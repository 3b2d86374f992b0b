"""What happens in a rehearsed evening, written in few statements however many people there are."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Final

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import RoundTimes
from mixer_app.domain.people import Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.referrals import ReferralState
from mixer_app.services.evening import act_on_evening, catch_up
from mixer_app.services.referrals import wants_to_refer
from mixer_app.services.rehearsal_cast import Part, mark_of, says_yes
from mixer_app.services.wall_clock import moment_of
from mixer_app.store import Session, afterwards, answers, standing
from mixer_app.store.standing import CheckInAction, Standing

STATION: Final = "Rehearsal"
_UNANSWERED: Final = 0.08
_REFERS: Final = 0.15
_AT_KIOSK: Final = 0.7  # the others hand in paper
_MOST_REFERRED: Final = 40
_ASKED_STILL: Final = 4  # one proposed mentor of so many has not answered yet


def check_in_all(session: Session, parts: Sequence[Part]) -> None:
    """Let everyone in, each at their time."""
    for part in parts:
        at = moment_of(part.arrives)
        came = Standing(status=Status.CHECKED_IN, checked_in_at=at, checked_in_where=STATION)
        standing.set_standing(session, part.attendee.id, came, now=at)
        _note(session, part, CheckInAction.CHECKED_IN, at)


def mark_all_left(session: Session, parts: Sequence[Part]) -> None:
    """Let those go who leave early, each at their time."""
    for part in parts:
        at = moment_of(part.leaves or part.arrives)
        gone = Standing(status=Status.LEFT, checked_in_at=moment_of(part.arrives), checked_in_where=STATION, left_at=at)
        standing.set_standing(session, part.attendee.id, gone, now=at)
        _note(session, part, CheckInAction.LEFT, at)


def hold_round(session: Session, plan: Plan, times: RoundTimes) -> None:
    """Everyone sits where the plan says until the round is over; the first one is started, the others follow."""
    if times.number == 1:
        act_on_evening(
            session, plan.event_id, ActKind.START, round_number=1, station=STATION, now=moment_of(times.starts_at)
        )
    catch_up(session, plan.event_id, station=STATION, now=moment_of(times.ends_at))


def answer_everything(session: Session, plan: Plan, *, dice: Random, now: datetime) -> None:
    """Both sides of every introduction answer, but for a few who hand nothing in; most of them at the kiosk."""
    at_kiosk = {one: dice.random() < _AT_KIOSK for one in (*plan.mentor_ids, *plan.mentee_ids)}
    given = [answer for meeting in plan.introductions for answer in _both_sides(meeting, at_kiosk, dice, now)]
    answers.add_answers(session, plan.event_id, given)


def pass_on(session: Session, event_id: int, *, now: datetime) -> None:
    """Whom a mentor would refer gets a proposal, most proposed mentors agree; who has no match gets a suggestion."""
    from mixer_app.services.next_best import NextBest
    from mixer_app.services.suggestions import people_without_match

    best = NextBest(session, event_id)
    for number, one in enumerate(wants_to_refer(session, event_id)[:_MOST_REFERRED], 1):
        mentor = next((mentor for mentor, _ in best.ranked_mentors(one.mentee_id)), None)
        if mentor is None:
            continue
        told = afterwards.StoredReferral(
            mentee_id=one.mentee_id,
            from_id=one.mentor_id,
            mentor_id=mentor,
            wanted="",
            state=ReferralState.AGREED if number % _ASKED_STILL else ReferralState.ASKED,
            at=now,
            station=STATION,
        )
        afterwards.add_referral(session, event_id, told)
    for one in people_without_match(session, event_id).people:
        other = one.other.attendee_id if one.other is not None else None
        afterwards.set_suggestion(session, event_id, one.attendee_id, other, wanted=True, at=now, station=STATION)


def _both_sides(
    meeting: Introduction, at_kiosk: Mapping[int, bool], dice: Random, now: datetime
) -> Iterator[GivenAnswer]:
    sides = ((meeting.mentee_id, meeting.mentor_id, False), (meeting.mentor_id, meeting.mentee_id, True))
    for one, other, mentor in sides:
        if dice.random() < _UNANSWERED:
            continue
        yes = says_yes(meeting.score, mentor=mentor, dice=dice)
        yield GivenAnswer(
            from_id=one,
            to_id=other,
            answer=Answer.YES if yes else Answer.NO,
            refer=mentor and not yes and dice.random() < _REFERS,
            helped=mark_of(meeting.score, yes=yes, dice=dice),
            source=AnswerSource.KIOSK if at_kiosk[one] else AnswerSource.PAPER,
            at=now,
            station=STATION,
        )


def _note(session: Session, part: Part, action: CheckInAction, at: datetime) -> None:
    standing.add_check_in(session, part.attendee.id, action, at=at, station=STATION, request_id=None)
