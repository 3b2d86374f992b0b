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

from mixer_app.domain.errors import Cancelled, MixerError, SendUnsureError
from mixer_app.domain.print_jobs import JobKind, JobState, JobWish, PrintJob, StationPrinter
from mixer_app.domain.printers import ENDED, Printer, PrinterStatus, Sending, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services import dispatch_steps as steps
from mixer_app.services.database import Database
from mixer_app.store import print_jobs

GIVEN_UP_AFTER: Final = timedelta(seconds=20)
"""Longer than any printer may take to answer: whoever took the job is gone."""

_HEARD_EVERY: Final = timedelta(seconds=30)
_PATIENCE: Final = timedelta(seconds=8)  # with a badge that is coming out while someone wants it elsewhere
_SIGN_OF_LIFE_EVERY: Final = timedelta(seconds=2)

PaperMaker = Callable[[PrintJob, Path], str]
"""Writes the PDF of a job and says what on it is not as it should be; raises `MixerError` when it cannot be printed."""


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
            self.database.write(steps.give_up, stale, station=self.station, now=self.clock())
        return self.database.read(print_jobs.open_jobs_of_station, self.station)

    def send(self, job: PrintJob, printer: Printer, folder: Path, *, heard: Callable[[], None] = lambda: None) -> None:
        """Make the paper of a waiting job and hand it to its printer; what went wrong is in the job afterwards.

        `heard` is called whenever a page has gone to the printer.
        """
        status = self._status(printer)
        if not status.takes_jobs:
            self._write(steps.hold_back, job, status.sentence)
            return
        path = folder / f"job-{job.id}.pdf"
        try:
            said = self.make_paper(job, path)
        except MixerError as refusal:
            self._write(steps.fail, job, (JobState.WAITING,), str(refusal))
            return
        holder = uuid4().hex
        if not self._write(steps.claim, job, holder):
            return
        try:
            as_is = job.kind is JobKind.MEASURING
            sending = Sending(title=_title(job), copies=job.copies, two_sided=job.two_sided, as_is=as_is)
            spool_id = printer.send(path, sending, self._sign_of_life(job, holder, heard))
        except Cancelled:
            self._write(steps.stop_short, job, holder)
            return
        except SendUnsureError as doubt:
            self._write(steps.doubt, job, f"{doubt} {steps.LOOK}", holder=holder)
            return
        except MixerError as refusal:
            self._write(steps.fail, job, (JobState.SENDING,), str(refusal))
            return
        except Exception:  # a mistake in a driver: whoever waits is told now, and not when the job is given up
            self._write(steps.doubt, job, f"The printer could not be used. {steps.LOOK}", holder=holder)
            raise
        finally:
            path.unlink(missing_ok=True)
        if not self._write(steps.note_spooled, job, spool_id, holder):
            printer.cancel(spool_id)  # someone decided otherwise while it was on its way
        elif said:
            self._write(steps.note_said, job, said)

    def _sign_of_life(self, job: PrintJob, holder: str, heard: Callable[[], None]) -> Progress:
        """Told of every page that goes to the printer: the job is not given up meanwhile, and can be stopped."""
        written = self.clock()

        def tell(fraction: float, stage: str) -> bool:
            nonlocal written
            heard()
            if self.clock() - written < _SIGN_OF_LIFE_EVERY:
                return True
            written = self.clock()
            return self._write(steps.still_sending, job, holder)

        return tell

    def note_silence(self, job: PrintJob) -> None:
        """The printer takes its time with a job and says nothing."""
        self._write(steps.note_silence, job)

    def watch(self, job: PrintJob, printer: Printer) -> None:
        """Ask the spooler what became of a job, and take it back if someone wants that."""
        answer = printer.state(job.spool_id)
        comes_out = answer.state is SpoolState.PRINTING and not answer.sentence
        patience = job.wish is JobWish.MOVE and self.clock() - job.changed_at < _PATIENCE
        if job.wish and answer.state not in ENDED and not (patience and comes_out):
            printer.cancel(job.spool_id)
            answer = printer.state(job.spool_id)
        self._write(steps.note_answer, job, answer)

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
    return job.title if job.kept else {JobKind.BADGE: f"Badge {job.code}", JobKind.TEST_PAGE: "Test badge"}[job.kind]
