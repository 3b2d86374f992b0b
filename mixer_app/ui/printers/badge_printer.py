"""The station's hand on the print queue: looks once a second, works in the background, tells what changed."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from mixer_app.domain.print_jobs import JobKind, JobState, PaperOrder, PrintJob, PrintQueue, StationPrinter
from mixer_app.domain.printers import Printer, PrinterInfo
from mixer_app.domain.progress import Progress
from mixer_app.services import badge_queue
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.database import Database
from mixer_app.services.document_queue import queue_document
from mixer_app.services.job_paper import JobPaper
from mixer_app.services.kept_papers import kept_papers
from mixer_app.ui.background import Background
from mixer_app.ui.printers.corrections import CorrectedPrinter, Corrections
from mixer_app.ui.printers.printer_work import PrinterWork
from mixer_app.ui.printers.remembered import RememberedPrinter
from mixer_app.ui.printers.shelf import PrinterShelf

EVERY_MS: Final = 1000
_TURNED: Final = "The connection went or came back this moment. Look at the print queue again."

SILENT_AFTER_S: Final = 4.0
"""A printer that has not answered for so long is told to be silent; what it was given stays where it is."""


class BadgePrinter(QObject):
    """Prints the jobs of this station, badges and documents; each printer has at most one piece of work under way.

    A printer that hangs keeps one thread of the background and nothing else: the queue is looked at, other
    printers go on, and the desk sees that it does not answer.
    """

    queue_changed = Signal(object)
    """The `PrintQueue` of the event that is shown, whenever it differs from the one told before."""
    job_changed = Signal(object)
    """A `PrintJob` that is new or differs from what was told before."""
    printer_state_changed = Signal(object)
    """The `StationPrinter` of this station."""
    printers_found = Signal(list)
    """Every `PrinterInfo` that can be chosen."""
    failed = Signal(str)

    def __init__(
        self,
        *,
        database: Database,
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        shelf: PrinterShelf,
        settings: QSettings | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self.station = station
        self._shelf, self._monotonic = shelf, monotonic
        self._papers = kept_papers(database)
        self._dispatcher = self._dispatcher_at(database)
        self._shown_from = self._dispatcher  # whose jobs are shown: the server's, or of what stands in for it
        self._remembered = RememberedPrinter(settings, station)
        self._remembered_for_papers = RememberedPrinter(settings, station, "documents")
        self._event_id = 0
        self._looking = False
        self.corrections = Corrections(settings)
        self._open: dict[str, Printer] = {}
        self._busy_since: dict[str, float] = {}
        self.queue = PrintQueue()
        self.state: StationPrinter | None = None
        self.known: list[PrinterInfo] = []
        self.chosen = self._remembered.read()
        self.chosen_for_papers = self._remembered_for_papers.read()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    # the station's printer

    @property
    def printer(self) -> str:
        """The name of this station's printer, to be given to `queue_badge`; empty: none was chosen."""
        return self.chosen.name if self.chosen else ""

    def choose_printer(self, printer: PrinterInfo | None) -> None:
        """Print here from now on; remembered on this computer."""
        self.chosen, self.state = printer, None
        self._remembered.write(printer)
        if printer is None:
            self._run(lambda: self._dispatcher.forget_printer())
        self.look()

    def change_over(self, printer: PrinterInfo) -> None:
        """Print here from now on, and there what waits at the printer until now; what is doubtful stays."""
        before = self.printer
        self.choose_printer(printer)
        for job in self.queue.waiting_at(self.station):
            if job.printer == before and job.state is not JobState.UNKNOWN:
                self.move(job.id, printer.name)

    def find_printers(self) -> None:
        """Look which printers there are; `printers_found` tells."""
        self._background.run(
            lambda progress: self._shelf.printers(),
            on_done=self._take_printers,
            on_failed=self.failed.emit,
            counts=False,
        )

    # the queue

    def use_event(self, event_id: int) -> None:
        """Tell of the queue of this event; jobs of this station are printed whatever their event."""
        self._event_id = event_id
        self.look()

    def start(self) -> None:
        """Begin to print."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Print no more; what is under way ends."""
        self._timer.stop()

    def print_paper(
        self,
        pdf: Path,
        order: PaperOrder,
        *,
        pages: range | None = None,
        measures: bool = False,
        on_queued: Callable[[PrintJob], None],
        on_failed: Callable[[str], None],
    ) -> None:
        """Keep a document, or some of its pages (from 0), and print it: the one way of every document to paper.

        What `measures` the printer is printed as it is, and says nothing of where documents are printed.
        """
        event_id, request = self._event_id, uuid4().hex
        kind = JobKind.MEASURING if measures else JobKind.DOCUMENT
        if not measures:
            self.chosen_for_papers = PrinterInfo(order.printer, self.title_of(order.printer))
            self._remembered_for_papers.write(self.chosen_for_papers)

        def work(progress: Progress) -> PrintJob:
            paper = self._papers.keep(pdf, pages)
            queue = partial(queue_document, paper=paper, kind=kind, request_id=request)
            return self._database.write(queue, event_id, order, station=self.station, now=self._clock())

        self._background.run(work, on_done=on_queued, on_failed=on_failed, on_end=self.look)

    def has_paper(self, job: PrintJob) -> bool:
        """Whether this computer can print a job: the pages of a document are where it was queued."""
        return not job.kept or self._papers.has(job.paper)

    def retry(self, job_id: int, *, from_start: bool = False) -> None:
        """Print a job again at its printer; of a document what is left, or all of it."""
        self._act(badge_queue.retry_job, job_id, from_start=from_start)

    def move(self, job_id: int, printer: str) -> None:
        """Print a job at another printer of this station."""
        self._act(badge_queue.send_to_other_printer, job_id, printer)

    def cancel(self, job_id: int) -> None:
        """Do not print a job."""
        self._act(badge_queue.cancel_job, job_id)

    def confirm(self, job_id: int) -> None:
        """Someone saw it come out."""
        self._act(badge_queue.confirm_printed, job_id)

    def print_here(self, station: str) -> None:
        """Take over what does not come out at another station."""
        self._act(badge_queue.take_over_jobs, self._event_id, station, self.printer)

    def print_again(self, attendee_id: int, reason: str) -> None:
        """Print someone's badge once more, and say why."""
        self._act(
            badge_queue.queue_badge,
            self._event_id,
            attendee_id,
            printer=self.printer,
            reason=reason,
            request_id=uuid4().hex,
        )

    def print_test_page(self, printer: str = "") -> None:
        """Print a badge of nobody, at this station's printer or another one."""
        self._act(badge_queue.queue_test_page, self._event_id, printer=printer or self.printer)

    @Slot()
    def look(self) -> None:
        """Look what there is to do; never two looks at once."""
        if self._looking:
            return
        self._looking = True
        event_id = self._event_id
        self._background.run(
            lambda progress: self._read(event_id), on_done=self._take, on_failed=_later, on_end=self._rest, counts=False
        )

    def _dispatcher_at(self, place: Database) -> Dispatcher:
        """Of each place: its jobs have numbers of their own."""
        return Dispatcher(place, self.station, self._clock, JobPaper(BadgePaper(place), self._papers))

    def _read(self, event_id: int) -> tuple[Dispatcher, list[PrintJob], PrintQueue | None]:
        dispatcher, place = self._dispatcher, self._database.door
        if place is self._database:
            self._papers.tidy(place, self._clock())
        elif self._shown_from.database is place:
            dispatcher = self._shown_from
        else:
            dispatcher = self._dispatcher_at(place)
        return dispatcher, dispatcher.jobs(), place.read(badge_queue.print_queue, event_id) if event_id else None

    def _rest(self) -> None:
        self._looking = False

    def _take(self, read: tuple[Dispatcher, list[PrintJob], PrintQueue | None]) -> None:
        self._shown_from, jobs, queue = read
        if queue is not None:
            self._tell(queue)
        names = dict.fromkeys(job.printer for job in jobs)
        if self.chosen is not None:
            names.setdefault(self.chosen.name)
        for name in names:
            self._serve(name, [job for job in jobs if job.printer == name])

    def _tell(self, queue: PrintQueue) -> None:
        if queue == self.queue:
            return
        before = {job.id: job for job in self.queue.jobs}
        self.queue = queue
        for job in queue.jobs:
            if before.get(job.id) != job:
                self.job_changed.emit(job)
        self.queue_changed.emit(queue)

    # one printer at work

    def _serve(self, name: str, jobs: Sequence[PrintJob]) -> None:
        tells = self.chosen is not None and self.chosen.name == name
        hear = partial(self._hear, name)
        work = PrinterWork(self._shown_from, self._printer(name), jobs, self.state, tells, hear)
        if name not in self._busy_since:
            self._busy_since[name] = self._monotonic()
            self._background.run(
                lambda progress: work.do(),
                on_done=partial(self._take_state, name),
                on_end=partial(self._end, name),
                counts=False,
            )
        elif self._monotonic() - self._busy_since[name] > SILENT_AFTER_S:
            self._background.run(
                lambda progress: work.note_silence(),
                on_done=partial(self._take_state, name),
                on_failed=_later,
                counts=False,
            )

    def _take_state(self, name: str, seen: StationPrinter | None) -> None:
        if seen is None or name != self.printer or seen == self.state:
            return
        self.state = seen
        self.printer_state_changed.emit(seen)

    def _hear(self, name: str) -> None:
        """On the worker's thread: the printer takes page after page."""
        self._busy_since[name] = self._monotonic()

    def _end(self, name: str) -> None:
        self._busy_since.pop(name, None)

    def _printer(self, name: str) -> Printer:
        if name not in self._open:
            self._open[name] = CorrectedPrinter(self._shelf.open(name, self.title_of(name)), self.corrections)
        return self._open[name]

    def title_of(self, name: str) -> str:
        """What people call a printer of this computer."""
        chosen = [info for info in (self.chosen, self.chosen_for_papers) if info is not None]
        return next((info.title for info in (*self.known, *chosen) if info.name == name), name)

    # small things

    def _act(self, service: Callable[..., object], *arguments: object, **named: object) -> None:
        write: Callable[..., object] = self._shown_from.database.write
        if self._shown_from.database is not self._database.door:
            self.failed.emit(_TURNED)
            return
        now = self._clock()
        self._run(lambda: write(service, *arguments, **named, station=self.station, now=now))

    def _run(self, work: Callable[[], object]) -> None:
        self._background.run(lambda progress: work(), on_done=self._acted, on_failed=self.failed.emit)

    def _acted(self, result: object) -> None:
        self.look()

    def _take_printers(self, found: list[PrinterInfo]) -> None:
        self.known = found
        self.printers_found.emit(found)


def _later(sentence: str) -> None:
    """The window says that the database does not answer; the next look tries again."""
