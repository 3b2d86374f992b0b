"""What happens in a rehearsed evening, written in few statements however many people there are."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random
from typing import Final

from mixer_app.domain.answers import Answer, GivenAnswer
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import RoundTimes
from mixer_app.domain.people import Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services.evening import act_on_evening, catch_up
from mixer_app.services.rehearsal_cast import Part, says_yes
from mixer_app.services.wall_clock import moment_of
from mixer_app.store import Session, answers, standing
from mixer_app.store.standing import CheckInAction, Standing

STATION: Final = "Rehearsal"
_UNANSWERED: Final = 0.08
_REFERS: Final = 0.15


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
    """Both sides of every introduction answer, but for a few who hand nothing in."""
    given = [answer for meeting in plan.introductions for answer in _both_sides(meeting, dice, now)]
    answers.add_answers(session, plan.event_id, given)


def _both_sides(meeting: Introduction, dice: Random, now: datetime) -> Iterator[GivenAnswer]:
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
            at=now,
            station=STATION,
        )


def _note(session: Session, part: Part, action: CheckInAction, at: datetime) -> None:
    standing.add_check_in(session, part.attendee.id, action, at=at, station=STATION, request_id=None)
