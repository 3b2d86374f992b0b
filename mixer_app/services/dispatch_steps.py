"""What may become of a job: each step is one transaction, and happens only in the state it belongs to."""

from datetime import datetime
from typing import Final

from mixer_app.domain.print_jobs import OPEN_STATES, JobState, JobWish, PrintJob
from mixer_app.domain.printers import SpoolAnswer, SpoolState
from mixer_app.services.badge_queue import note_failed, note_moved, note_printed, note_shortened
from mixer_app.store import Session, print_jobs

LOOK: Final = "Look whether it came out of the printer."

_ONE_SIDE: Final = "Take away the sheet that has one side only: it is printed again with the rest."


def claim(session: Session, job: PrintJob, holder: str, *, station: str, now: datetime) -> bool:
    """Take a waiting job to send it; False when someone else was quicker or it was moved."""
    current = print_jobs.get_job(session, job.id)
    if (current.station, current.printer) != (station, job.printer):
        return False
    return print_jobs.change_job(
        session, job.id, (JobState.WAITING,), now=now, state=JobState.SENDING, holder=holder, sentence=""
    )


def hold_back(session: Session, job: PrintJob, sentence: str, *, station: str, now: datetime) -> bool:
    """Leave it waiting and say why; written once, not every second."""
    if job.sentence == sentence:
        return False
    return print_jobs.change_job(session, job.id, (JobState.WAITING,), now=now, sentence=sentence)


def still_sending(session: Session, job: PrintJob, holder: str, *, station: str, now: datetime) -> bool:
    """Say that it is still on its way; False when someone wants it stopped, or it was given up."""
    if print_jobs.wish_of(session, job.id)[0] is not JobWish.NONE:
        return False
    return print_jobs.change_job(session, job.id, (JobState.SENDING,), now=now, held_by=holder, sentence="")


def note_silence(session: Session, job: PrintJob, *, station: str, now: datetime) -> bool:
    """Leave the job as it is, with its time, so that it can still be given up."""
    current = print_jobs.get_job(session, job.id)
    if current.state is not JobState.SENDING or current.sentence:
        return False
    return print_jobs.change_job(
        session, job.id, (JobState.SENDING,), now=current.changed_at, sentence="The printer does not answer"
    )


def stop_short(session: Session, job: PrintJob, holder: str, *, station: str, now: datetime) -> bool:
    """It was stopped while its pages went to the printer: what a person wanted comes true, as far as that is sure."""
    wish = print_jobs.wish_of(session, job.id)[0]
    if wish is JobWish.CANCEL:
        return print_jobs.change_job(
            session, job.id, (JobState.SENDING,), now=now, held_by=holder, state=JobState.CANCELLED, wish=JobWish.NONE
        )
    sentence = f"It was stopped while its pages went to the printer. {LOOK}"
    return doubt(session, job, sentence, holder=holder, station=station, now=now)


def note_spooled(session: Session, job: PrintJob, spool_id: str, holder: str, *, station: str, now: datetime) -> bool:
    """The spooler has it; also when it had been given up meanwhile and nobody has decided since."""
    still_ours = (JobState.SENDING, JobState.UNKNOWN)
    return print_jobs.change_job(
        session, job.id, still_ours, now=now, held_by=holder, state=JobState.SPOOLED, spool_id=spool_id, sentence=""
    )


def note_said(session: Session, job: PrintJob, said: str, *, station: str, now: datetime) -> bool:
    """It is on its way, and what on it is shortened is told to everybody."""
    note_shortened(session, job, said, station=station, now=now)
    return True


def fail(
    session: Session,
    job: PrintJob,
    states: tuple[JobState, ...],
    sentence: str,
    *,
    printed: int | None = None,
    station: str,
    now: datetime,
) -> bool:
    """It certainly did not come out, or of a document `printed` pages did and the others did not."""
    changed = print_jobs.change_job(
        session,
        job.id,
        states,
        now=now,
        state=JobState.FAILED,
        sentence=sentence,
        wish=JobWish.NONE,
        printed=job.printed if printed is None else printed,
    )
    if changed:
        note_failed(session, job, sentence, station=station, now=now)
    return changed


def doubt(
    session: Session, job: PrintJob, sentence: str, *, holder: str | None = None, station: str, now: datetime
) -> bool:
    """Nobody knows whether it came out."""
    changed = print_jobs.change_job(
        session,
        job.id,
        OPEN_STATES,
        now=now,
        held_by=holder,
        state=JobState.UNKNOWN,
        sentence=sentence,
        wish=JobWish.NONE,
    )
    if changed:
        note_failed(session, job, sentence, station=station, now=now)
    return changed


def give_up(session: Session, stale: list[PrintJob], *, station: str, now: datetime) -> None:
    """Nobody has answered for these jobs for too long."""
    for job in stale:
        current = print_jobs.get_job(session, job.id)
        if (current.state, current.changed_at) == (job.state, job.changed_at):
            who = "This station stopped" if job.station == station else f"{job.station} does not answer"
            doubt(session, job, f"{who} while it was on its way. {LOOK}", station=station, now=now)


def note_answer(session: Session, job: PrintJob, answer: SpoolAnswer, *, station: str, now: datetime) -> bool:
    """Write down what the spooler says; nothing is written when nothing has changed."""
    wish, wish_station, wish_printer = print_jobs.wish_of(session, job.id)
    if answer.state is SpoolState.COMPLETED:
        return _done(session, job, station=station, now=now)
    if answer.state is SpoolState.GONE:
        return doubt(session, job, f"The spooler no longer knows this job. {LOOK}", station=station, now=now)
    if answer.state in (SpoolState.CANCELLED, SpoolState.ABORTED):
        if wish is JobWish.CANCEL:
            return _cancelled(session, job, station=station, now=now)
        printed = _pages_out(job, answer)
        if printed is None or wish is not JobWish.MOVE:
            sentence = _why_stopped(job, answer, printed)
            return fail(session, job, (JobState.SPOOLED,), sentence, station=station, now=now, printed=printed)
        return _moved(session, job, wish_station, wish_printer, printed, station=station, now=now)
    if answer.sentence != job.sentence:
        return print_jobs.change_job(session, job.id, (JobState.SPOOLED,), now=now, sentence=answer.sentence)
    return False


def _pages_out(job: PrintJob, answer: SpoolAnswer) -> int | None:
    """Pages of a document that are out when it is stopped; None where they cannot be told from its copies.

    The last page is never counted: a job that was stopped has something left. Of a two-sided document whole sheets
    count, for what is left begins on a front.
    """
    if not answer.pages or not job.kept:
        return job.printed
    if job.copies > 1:
        return None
    out = min(job.printed + answer.pages, job.pages - 1)
    return out - out % 2 if job.two_sided else out


def _why_stopped(job: PrintJob, answer: SpoolAnswer, printed: int | None) -> str:
    was = "was taken out of the printer's queue" if answer.state is SpoolState.CANCELLED else "was given up"
    why = answer.sentence or f"It {was}."
    if printed is None:
        return f"{why} Some pages came out. Take them away before you print it again."
    if job.two_sided and answer.pages % 2:
        return f"{why} {printed} of {job.pages} pages are on whole sheets. {_ONE_SIDE}"
    return f"{why} {printed} of {job.pages} pages came out; the rest is left." if printed else why


def _done(session: Session, job: PrintJob, *, station: str, now: datetime) -> bool:
    changed = print_jobs.change_job(
        session, job.id, (JobState.SPOOLED,), now=now, state=JobState.DONE, sentence="", wish=JobWish.NONE
    )
    if changed:
        note_printed(session, job, station=station, now=now)
    return changed


def _cancelled(session: Session, job: PrintJob, *, station: str, now: datetime) -> bool:
    return print_jobs.change_job(
        session, job.id, (JobState.SPOOLED,), now=now, state=JobState.CANCELLED, sentence="", wish=JobWish.NONE
    )


def _moved(
    session: Session, job: PrintJob, to: str, printer: str, printed: int, *, station: str, now: datetime
) -> bool:
    changed = print_jobs.change_job(
        session,
        job.id,
        (JobState.SPOOLED,),
        now=now,
        state=JobState.WAITING,
        station=to,
        printer=printer,
        sentence="",
        spool_id="",
        holder="",
        wish=JobWish.NONE,
        printed=printed,
    )
    if changed:
        note_moved(session, job, printer, station=station, now=now)
    return changed
