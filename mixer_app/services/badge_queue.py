"""The print queue as people use it: queue a badge, retry, other printer, cancel, print here.

A badge in the queue says nothing about who is here, and a check-in nothing about paper: neither changes
the other. What the machine does with the queue is in `badge_dispatch`.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Status
from mixer_app.domain.print_jobs import (
    OPEN_STATES,
    STUCK_STATES,
    JobKind,
    JobState,
    JobWish,
    PrintJob,
    PrintQueue,
)
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.services.paper_facts import mark_badges_printed
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, attendees, journal, print_jobs, standing

BADGE_FOLLOWS: Final = "badge follows"
"""A badge that is printed again because something else was done."""

_ENDED_SHOWN: Final = 50
_IDLE: Final = (JobState.WAITING, *STUCK_STATES)
_AT_PRINTER: Final = (JobState.SENDING, JobState.SPOOLED)


def queue_badge(
    session: Session,
    event_id: int,
    attendee_id: int,
    *,
    printer: str,
    reason: str = "",
    station: str,
    now: datetime,
    request_id: str | None = None,
    follows: bool = False,
) -> PrintJob | None:
    """Queue someone's badge at `printer` of this station; None where the event's rule asks for none.

    A `reason` is given by a person who wants it printed again, whatever the rule says, or (`follows`) by another
    act that asks for it, and is what undo means then. A repeated
    `request_id` gets the first answer again; a badge that is under way already is not queued twice.
    """
    if request_id and (first := print_jobs.job_of_request(session, request_id)) is not None:
        return first
    if not printer:
        raise MixerError("This station has no printer. Choose one on the Print page.")
    standing.lock_attendee(session, attendee_id)
    attendee = attendees.get_attendee(session, attendee_id)
    if attendee.event_id != event_id or attendee.status is Status.CANCELLED:
        raise MixerError(f"{attendee.name.full} is not registered for this event, so there is no badge to print.")
    if not reason and not _rule_asks(session, event_id, attendee_id, printed=attendee.badge_printed_at is not None):
        return None
    job = print_jobs.add_job(
        session,
        event_id=event_id,
        attendee_id=attendee_id,
        kind=JobKind.BADGE,
        station=station,
        printer=printer,
        reason=reason,
        now=now,
        request_id=request_id,
    )
    if reason:
        what = "follows" if follows else "again"
        _record(session, job, what, f"Badge of {{name}} to be printed again: {reason}", station, now)
    return job


def withdraw_badge(session: Session, job: PrintJob, *, station: str, now: datetime) -> bool:
    """Do not print another badge, because what asked for it was taken back; False: it came out meanwhile."""
    withdrawn = print_jobs.change_job(session, job.id, _IDLE, now=now, state=JobState.CANCELLED, sentence="")
    if withdrawn:
        _record(session, job, "follows", f"{_of(job)} not to be printed again", station, now)
    return withdrawn


def queue_test_page(session: Session, event_id: int, *, printer: str, station: str, now: datetime) -> PrintJob:
    """Queue a badge of nobody, which shows that the printer and its labels are right."""
    return print_jobs.add_job(
        session,
        event_id=event_id,
        attendee_id=None,
        kind=JobKind.TEST_PAGE,
        station=station,
        printer=printer,
        now=now,
        request_id=None,
    )


def jobs(session: Session, event_id: int, states: Collection[JobState] = tuple(JobState)) -> list[PrintJob]:
    """The jobs of an event in these states, oldest first."""
    return print_jobs.jobs_in(session, event_id, states)


def get_job(session: Session, job_id: int) -> PrintJob:
    """One job as it is now."""
    return print_jobs.get_job(session, job_id)


def print_queue(session: Session, event_id: int) -> PrintQueue:
    """What is live, oldest first, then what ended last, newest first; the printers of all stations, and the rule."""
    live = print_jobs.live_jobs(session, event_id)
    ended = print_jobs.ended_jobs(session, event_id, _ENDED_SHOWN)
    rule = event_settings(session, event_id).badge_at_check_in
    return PrintQueue(jobs=(*live, *ended), printers=tuple(print_jobs.station_printers(session)), rule=rule)


def retry_job(session: Session, job_id: int, *, station: str, now: datetime, from_start: bool = False) -> PrintJob:
    """Print it again at the same printer: after a failure, or when a person saw that nothing came out.

    Of a document that was stopped in its midst the rest is printed, or all of it `from_start`.
    """
    job = print_jobs.get_job(session, job_id)
    if job.open and not job.wish:
        return job
    _restart(session, job, job.station, job.printer, now, printed=0 if from_start else job.printed)
    return print_jobs.get_job(session, job_id)


def send_to_other_printer(session: Session, job_id: int, printer: str, *, station: str, now: datetime) -> PrintJob:
    """Print it at `printer` of this station instead.

    What a spooler has is taken back from it first, by the station it belongs to; if it came out in
    the meantime, it is not printed again.
    """
    job = print_jobs.get_job(session, job_id)
    if (job.station, job.printer) == (station, printer) and job.open:
        return job
    if job.state in _AT_PRINTER:
        _wish(session, job, JobWish.MOVE, now, wish_station=station, wish_printer=printer)
    else:
        _restart(session, job, station, printer, now)
        note_moved(session, job, printer, station=station, now=now)
    return print_jobs.get_job(session, job_id)


def take_over_jobs(
    session: Session, event_id: int, from_station: str, printer: str, *, station: str, now: datetime
) -> int:
    """Print here the badges that do not come out at another station; how many that is.

    Documents stay: their pages are kept on the computer that made them.
    """
    stuck = [
        job
        for job in print_jobs.live_jobs(session, event_id)
        if job.station == from_station and job.state is not JobState.UNKNOWN and not job.kept
    ]
    for job in stuck:
        send_to_other_printer(session, job.id, printer, station=station, now=now)
    return len(stuck)


def cancel_job(session: Session, job_id: int, *, station: str, now: datetime) -> PrintJob:
    """Do not print it; what a spooler has is taken back from it."""
    job = print_jobs.get_job(session, job_id)
    if job.state in _AT_PRINTER:
        _wish(session, job, JobWish.CANCEL, now)
    elif print_jobs.change_job(session, job_id, _IDLE, now=now, state=JobState.CANCELLED, sentence=""):
        _record(session, job, "cancelled", f"{_of(job)} not to be printed", station, now)
    return print_jobs.get_job(session, job_id)


def confirm_printed(session: Session, job_id: int, *, station: str, now: datetime) -> PrintJob:
    """A person saw it come out of the printer."""
    if print_jobs.change_job(session, job_id, STUCK_STATES, now=now, state=JobState.DONE, sentence=""):
        note_printed(session, print_jobs.get_job(session, job_id), station=station, now=now)
    return print_jobs.get_job(session, job_id)


def note_printed(session: Session, job: PrintJob, *, station: str, now: datetime) -> None:
    """A job came out: those whose badges it has have one from now on."""
    if job.kept and job.badges:
        mark_badges_printed(session, job.event_id, job.badges, station=station, now=now)
    elif job.kept:
        _record(session, job, "printed", f"Printed {job.title} on {job.printer}", station, now)
    elif job.attendee_id is not None:
        standing.mark_badges_printed(session, [job.attendee_id], now=now)
        again = f" again ({job.reason})" if job.reason else ""
        _record(session, job, "printed", f"Printed the badge of {{name}}{again} on {job.printer}", station, now)


def note_failed(session: Session, job: PrintJob, sentence: str, *, station: str, now: datetime) -> None:
    """A job did not come out, or nobody knows: into the activity list, where every station sees it."""
    _record(session, job, "failed", f"{_of(job)} at {job.printer}: {sentence}", station, now)


def note_shortened(session: Session, job: PrintJob, said: str, *, station: str, now: datetime) -> None:
    """A badge is printed whose title is shortened or whose name is in small letters."""
    _record(session, job, "shortened", f"{_of(job)} at {job.printer}: {said}", station, now)


def note_moved(session: Session, job: PrintJob, printer: str, *, station: str, now: datetime) -> None:
    """A job is printed elsewhere."""
    _record(session, job, "moved", f"{_of(job)} sent to {printer} instead of {job.printer}", station, now)


def _rule_asks(session: Session, event_id: int, attendee_id: int, *, printed: bool) -> bool:
    rule = event_settings(session, event_id).badge_at_check_in
    under_way = any(
        job.state in (*OPEN_STATES, *STUCK_STATES) for job in print_jobs.jobs_of_attendee(session, attendee_id)
    )
    return (rule is BadgeRule.ALWAYS and not under_way) or (rule is BadgeRule.ONCE and not (under_way or printed))


def _restart(
    session: Session, job: PrintJob, station: str, printer: str, now: datetime, printed: int | None = None
) -> None:
    if job.kept and job.state is JobState.CANCELLED:
        raise MixerError(f"The pages of {job.title} are no longer kept. Print them anew from the Print page.")
    changed = print_jobs.change_job(
        session,
        job.id,
        (*_IDLE, JobState.CANCELLED),
        now=now,
        state=JobState.WAITING,
        station=station,
        printer=printer,
        sentence="",
        spool_id="",
        holder="",
        wish=JobWish.NONE,
        printed=job.printed if printed is None else printed,
    )
    if not changed:
        raise MixerError(f"{_named(job)} came out or is on its way already. Look at the list again.")


def _wish(session: Session, job: PrintJob, wish: JobWish, now: datetime, **where: str) -> None:
    if not print_jobs.change_job(session, job.id, _AT_PRINTER, now=now, wish=wish, **where):
        raise MixerError(f"{_named(job)} came out in the meantime. Look at the list again.")


def _of(job: PrintJob) -> str:
    return job.title if job.kept else {JobKind.BADGE: "Badge of {name}", JobKind.TEST_PAGE: "Test badge"}[job.kind]


def _named(job: PrintJob) -> str:
    return _of(job).replace("{name}", job.name)


def _record(session: Session, job: PrintJob, became: str, sentence: str, station: str, now: datetime) -> None:
    journal.record(
        session,
        event_id=job.event_id,
        attendee_id=job.attendee_id,
        station=station,
        at=now,
        what=f"{'document' if job.kept else 'badge'} {became}",
        sentence=sentence,
    )
