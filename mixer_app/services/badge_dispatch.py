"""What the machine does with the queue: hands jobs to printers, asks what became of them, and says so.

Every step is written down before the next begins. A job is handed over at most once for each time a person
(or a check-in) asked for it: whoever dies while handing it over leaves it `SENDING`, and it becomes `UNKNOWN`.
The functions that talk to a printer may take seconds; no transaction is open meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

from mixer_app.domain.errors import MixerError, SendUnsureError
from mixer_app.domain.print_jobs import (
    OPEN_STATES,
    JobState,
    JobWish,
    PrintJob,
    StationPrinter,
)
from mixer_app.domain.printers import ENDED, Printer, PrinterStatus, SpoolAnswer, SpoolState
from mixer_app.services.badge_queue import note_failed, note_printed
from mixer_app.services.database import Database
from mixer_app.store import Session, journal, print_jobs

GIVEN_UP_AFTER: Final = timedelta(seconds=20)
"""Longer than any printer may take to answer: whoever took the job is gone."""

_HEARD_EVERY: Final = timedelta(seconds=30)
_PATIENCE: Final = timedelta(seconds=8)  # with a badge that is coming out while someone wants it elsewhere
_LOOK: Final = "Look whether it came out of the printer."

PaperMaker = Callable[[PrintJob, Path], None]
"""Writes the PDF of a job; raises `MixerError` when it cannot be printed as it should."""


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """One station's hand on the queue; any thread may use it."""

    database: Database
    station: str
    clock: Callable[[], datetime]
    make_paper: PaperMaker

    def jobs(self) -> list[PrintJob]:
        """What this station has to do now, oldest first; jobs nobody answers for are given up before."""
        stale = self.database.read(print_jobs.stale_jobs, self.clock() - GIVEN_UP_AFTER)
        if stale:
            self.database.write(_give_up, stale, station=self.station, now=self.clock())
        return self.database.read(print_jobs.open_jobs_of_station, self.station)

    def send(self, job: PrintJob, printer: Printer, folder: Path) -> None:
        """Make the paper of a waiting job and hand it to its printer; what went wrong is in the job afterwards."""
        status = self._status(printer)
        if not status.takes_jobs:
            self._write(_hold_back, job, status.sentence)
            return
        path = folder / f"job-{job.id}.pdf"
        try:
            self.make_paper(job, path)
        except MixerError as refusal:
            self._write(_fail, job, (JobState.WAITING,), str(refusal))
            return
        holder = uuid4().hex
        if not self._write(_claim, job, holder):
            return
        try:
            spool_id = printer.send(path, _title(job))
        except SendUnsureError as doubt:
            self._write(_doubt, job, f"{doubt} {_LOOK}", holder=holder)
            return
        except MixerError as refusal:
            self._write(_fail, job, (JobState.SENDING,), str(refusal))
            return
        finally:
            path.unlink(missing_ok=True)
        if not self._write(_note_spooled, job, spool_id, holder):
            printer.cancel(spool_id)  # someone decided otherwise while it was on its way

    def watch(self, job: PrintJob, printer: Printer) -> None:
        """Ask the spooler what became of a job, and take it back if someone wants that."""
        answer = printer.state(job.spool_id)
        comes_out = answer.state is SpoolState.PRINTING and not answer.sentence
        patience = job.wish is JobWish.MOVE and self.clock() - job.changed_at < _PATIENCE
        if job.wish and answer.state not in ENDED and not (patience and comes_out):
            printer.cancel(job.spool_id)
            answer = printer.state(job.spool_id)
        self._write(_note_answer, job, answer)

    def tell_printer(self, printer: Printer, status: PrinterStatus, before: StationPrinter | None) -> StationPrinter:
        """Let every station know how this station's printer is; written when it changes, and now and then."""
        now = self.clock()
        since = before.since if before and before.sentence == status.sentence else now
        seen = StationPrinter(
            station=self.station,
            printer=printer.name,
            title=printer.title,
            ready=status.ready,
            sentence=status.sentence,
            since=since,
            seen_at=now,
        )
        unchanged = before is not None and replace(before, seen_at=now) == seen
        if before is not None and unchanged and now - before.seen_at < _HEARD_EVERY:
            return before
        self.database.write(print_jobs.set_station_printer, seen)
        return seen

    def forget_printer(self) -> None:
        """This station prints no more."""
        self.database.write(print_jobs.remove_station_printer, self.station)

    def _status(self, printer: Printer) -> PrinterStatus:
        try:
            return printer.status()
        except MixerError as silence:
            return PrinterStatus(ready=False, takes_jobs=False, sentence=str(silence))

    def _write(self, step: Callable[..., bool], job: PrintJob, *arguments: object, **named: object) -> bool:
        return self.database.write(step, job, *arguments, **named, station=self.station, now=self.clock())


def _title(job: PrintJob) -> str:
    """What the spooler calls it: no name, since its lists are open to all."""
    return f"Badge {job.code}" if job.attendee_id is not None else "Test badge"


def _claim(session: Session, job: PrintJob, holder: str, *, station: str, now: datetime) -> bool:
    """Take a waiting job to send it; False when someone else was quicker or it was moved."""
    current = print_jobs.get_job(session, job.id)
    if (current.station, current.printer) != (station, job.printer):
        return False
    return print_jobs.change_job(
        session, job.id, (JobState.WAITING,), now=now, state=JobState.SENDING, holder=holder, sentence=""
    )


def _hold_back(session: Session, job: PrintJob, sentence: str, *, station: str, now: datetime) -> bool:
    """Leave it waiting and say why; written once, not every second."""
    if job.sentence == sentence:
        return False
    return print_jobs.change_job(session, job.id, (JobState.WAITING,), now=now, sentence=sentence)


def _note_spooled(session: Session, job: PrintJob, spool_id: str, holder: str, *, station: str, now: datetime) -> bool:
    """The spooler has it; also when it had been given up meanwhile and nobody has decided since."""
    still_ours = (JobState.SENDING, JobState.UNKNOWN)
    return print_jobs.change_job(
        session, job.id, still_ours, now=now, held_by=holder, state=JobState.SPOOLED, spool_id=spool_id, sentence=""
    )


def _fail(
    session: Session, job: PrintJob, states: tuple[JobState, ...], sentence: str, *, station: str, now: datetime
) -> bool:
    """It certainly did not come out."""
    changed = print_jobs.change_job(
        session, job.id, states, now=now, state=JobState.FAILED, sentence=sentence, wish=JobWish.NONE
    )
    if changed:
        note_failed(session, job, sentence, station=station, now=now)
    return changed


def _doubt(
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


def _give_up(session: Session, stale: list[PrintJob], *, station: str, now: datetime) -> None:
    for job in stale:
        current = print_jobs.get_job(session, job.id)
        if (current.state, current.changed_at) == (job.state, job.changed_at):
            who = "This station stopped" if job.station == station else f"{job.station} does not answer"
            _doubt(session, job, f"{who} while it was on its way. {_LOOK}", station=station, now=now)


def _note_answer(session: Session, job: PrintJob, answer: SpoolAnswer, *, station: str, now: datetime) -> bool:
    """Write down what the spooler says; nothing is written when nothing has changed."""
    wish, wish_station, wish_printer = print_jobs.wish_of(session, job.id)
    if answer.state is SpoolState.COMPLETED:
        return _done(session, job, station=station, now=now)
    if answer.state is SpoolState.GONE:
        return _doubt(session, job, f"The spooler no longer knows this job. {_LOOK}", station=station, now=now)
    if answer.state in (SpoolState.CANCELLED, SpoolState.ABORTED):
        if wish is JobWish.CANCEL:
            return _cancelled(session, job, station=station, now=now)
        if wish is JobWish.MOVE:
            return _moved(session, job, wish_station, wish_printer, station=station, now=now)
        was = "was taken out of the printer's queue" if answer.state is SpoolState.CANCELLED else "was given up"
        return _fail(session, job, (JobState.SPOOLED,), answer.sentence or f"It {was}.", station=station, now=now)
    if answer.sentence != job.sentence:
        return print_jobs.change_job(session, job.id, (JobState.SPOOLED,), now=now, sentence=answer.sentence)
    return False


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


def _moved(session: Session, job: PrintJob, to: str, printer: str, *, station: str, now: datetime) -> bool:
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
    )
    if changed:
        journal.record(
            session,
            event_id=job.event_id,
            attendee_id=job.attendee_id,
            station=station,
            at=now,
            what="badge moved",
            sentence=f"Badge of {{name}} sent to {printer} instead of {job.printer}",
        )
    return changed
