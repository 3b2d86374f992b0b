"""What was done at the door while the server was away, told to the server: each act in a transaction of its own.

Every act carries the number of its request, so that telling it twice is telling it once. Whoever was checked in at
two stations came at the earlier moment, and staff see that a badge may be out twice.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.print_jobs import JobKind, JobState, PrintJob
from mixer_app.services.badge_queue import note_failed, note_printed
from mixer_app.services.check_in import check_in, undo_check_in
from mixer_app.services.desk_calls import record_call
from mixer_app.store import Session, attendees, desk_calls, print_jobs, standing
from mixer_app.store.stand_in import KeptAct, KeptBadge
from mixer_app.store.standing import CheckInAction, standing_of

_PRINTED: Final = frozenset({JobState.DONE, JobState.SPOOLED})
_LOOK: Final = "It was on its way to the printer when this station stopped. Look whether it came out."


def take_act(session: Session, event_id: int, act: KeptAct, *, now: datetime) -> None:
    """Do at the server what was done at a station at `act.at`; again is once."""
    if standing.answered_request(session, act.request_id) is not None:
        return
    person = _whom(session, event_id, act.attendee_id)
    if person is None:
        if act.action is CheckInAction.CHECKED_IN and not act.undone:
            _call(session, event_id, None, DeskReason.NOBODY, act.station, act.at)
    elif act.action is CheckInAction.UNDONE:
        _take_back(session, person, act)
    else:
        _ARRIVES[person.status](session, person, act, now)


def take_badge(session: Session, event_id: int, badge: KeptBadge, *, now: datetime) -> None:
    """Note what became of a badge, or have it printed; again is once, and what came out is not printed again."""
    person = _whom(session, event_id, badge.attendee_id)
    if person is None:
        return
    job = print_jobs.job_of_request(session, badge.request_id)
    if job is None:
        if badge.state is JobState.WAITING and not badge.reason and person.badge_printed_at is not None:
            return  # another station has printed it meanwhile
        job = _add_job(session, event_id, person, badge)
    elif job.state is not JobState.WAITING:
        return
    if badge.state in _PRINTED:
        _note_printed(session, job, badge, now)
    elif badge.state is not JobState.WAITING:
        sentence = badge.sentence or (_LOOK if badge.state is JobState.UNKNOWN else "")
        print_jobs.change_job(session, job.id, (JobState.WAITING,), now=now, state=badge.state, sentence=sentence)
        if badge.state is not JobState.CANCELLED:
            note_failed(session, job, sentence, station=badge.station, now=badge.at)


def _come(session: Session, person: Attendee, act: KeptAct, now: datetime) -> None:
    check_in(session, person.event_id, f"#{person.id}", station=act.station, now=act.at, request_id=act.request_id)


def _come_twice(session: Session, person: Attendee, act: KeptAct, now: datetime) -> None:
    """Another station was there already: the first by time counts, and the other one is told."""
    _note(session, person, act)
    if act.undone:
        return
    other_at, other = act.at, act.station
    if person.checked_in_at is not None and act.at < person.checked_in_at:
        other_at, other = person.checked_in_at, person.checked_in_where
        first = replace(standing_of(person), checked_in_at=act.at, checked_in_where=act.station)
        standing.set_standing(session, person.id, first, now=now)
    _call(session, person.event_id, person.id, DeskReason.TWICE, other, other_at)


def _come_after_leaving(session: Session, person: Attendee, act: KeptAct, now: datetime) -> None:
    """Back again, or here before they left, which changes nothing."""
    if person.left_at is not None and act.at > person.left_at:
        _come(session, person, act, now)
    else:
        _note(session, person, act)


def _come_cancelled(session: Session, person: Attendee, act: KeptAct, now: datetime) -> None:
    """Who came although they had cancelled is for staff to decide on."""
    _note(session, person, act)
    if not act.undone:
        _call(session, person.event_id, person.id, DeskReason.CANCELLED, act.station, act.at)


_ARRIVES: Final[dict[Status, Callable[[Session, Attendee, KeptAct, datetime], None]]] = {
    Status.REGISTERED: _come,
    Status.CHECKED_IN: _come_twice,
    Status.LEFT: _come_after_leaving,
    Status.CANCELLED: _come_cancelled,
}


def _take_back(session: Session, person: Attendee, act: KeptAct) -> None:
    """Only what this station had done itself is taken back; another station's check-in stands."""
    if person.status is Status.CHECKED_IN and person.checked_in_where == act.station:
        undo_check_in(
            session, person.event_id, f"#{person.id}", station=act.station, now=act.at, request_id=act.request_id
        )
    else:
        _note(session, person, act)


def _whom(session: Session, event_id: int, attendee_id: int) -> Attendee | None:
    """The attendee as they are now; of somebody who was merged, who stands for them."""
    followed = {attendee_id}
    while found := attendees.get_attendees(session, [attendee_id]):
        person = found[0]
        if person.event_id != event_id:
            return None
        if person.merged_into is None:
            standing.lock_attendee(session, person.id)
            return person
        attendee_id = person.merged_into
        if attendee_id in followed:
            return None
        followed.add(attendee_id)
    return None


def _note(session: Session, person: Attendee, act: KeptAct) -> None:
    """Keep that it happened, by which it is known when it is told again; nobody stands otherwise for it."""
    standing.add_check_in(session, person.id, act.action, at=act.at, station=act.station, request_id=act.request_id)


def _call(
    session: Session, event_id: int, attendee_id: int | None, reason: DeskReason, station: str, at: datetime
) -> None:
    record_call(session, desk_calls.add_call(session, event_id, attendee_id, reason, station=station, at=at))


def _add_job(session: Session, event_id: int, person: Attendee, badge: KeptBadge) -> PrintJob:
    return print_jobs.add_job(
        session,
        event_id=event_id,
        attendee_id=person.id,
        kind=JobKind.BADGE,
        station=badge.station,
        printer=badge.printer,
        reason=badge.reason,
        now=badge.at,
        request_id=badge.request_id,
    )


def _note_printed(session: Session, job: PrintJob, badge: KeptBadge, now: datetime) -> None:
    """It came out; one that had been asked for before the server went away is not printed after it."""
    print_jobs.change_job(session, job.id, (JobState.WAITING,), now=now, state=JobState.DONE)
    note_printed(session, job, station=badge.station, now=badge.at)
    for other in print_jobs.jobs_of_attendee(session, job.attendee_id or 0):
        if other.id != job.id and other.state is JobState.WAITING and not other.reason:
            print_jobs.change_job(session, other.id, (JobState.WAITING,), now=now, state=JobState.CANCELLED)
