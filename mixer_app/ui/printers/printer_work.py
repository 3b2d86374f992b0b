"""What is done with one printer on a worker's thread: ask about what it has, give it what waits, see how it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState, PrintJob, StationPrinter
from mixer_app.domain.printers import Printer, PrinterStatus
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.ui.printers.scratch import scratch_folder

_SENT_AT_ONCE: Final = 5
_SILENT: Final = PrinterStatus(ready=False, takes_jobs=False, sentence="No answer")


@dataclass(frozen=True, slots=True)
class PrinterWork:
    """One turn at a printer; `tells` where it is the station's own, whose state every station sees.

    `heard` is called whenever a page has gone to it: who is given many pages takes its time and is not silent.
    """

    dispatcher: Dispatcher
    printer: Printer
    jobs: Sequence[PrintJob]
    before: StationPrinter | None
    tells: bool
    heard: Callable[[], None]

    def do(self) -> StationPrinter | None:
        """Serve the printer; how it is then, if it is the station's own."""
        try:
            for job in self.jobs:
                if job.state is JobState.SPOOLED:
                    self.dispatcher.watch(job, self.printer)
            self._send([job for job in self.jobs if job.state is JobState.WAITING][:_SENT_AT_ONCE])
            status = self.printer.status() if self.tells else _SILENT
        except MixerError as silence:
            status = PrinterStatus(ready=False, takes_jobs=False, sentence=str(silence))
        return self._tell(status)

    def note_silence(self) -> StationPrinter | None:
        """An earlier turn has not come back for too long: nobody has to wait to be told."""
        for job in self.jobs:
            if job.state is JobState.SENDING:
                self.dispatcher.note_silence(job)
        return self._tell(_SILENT)

    def _send(self, waiting: Sequence[PrintJob]) -> None:
        if not waiting:
            return
        with scratch_folder("print") as folder:
            for job in waiting:
                self.dispatcher.send(job, self.printer, folder, heard=self.heard)

    def _tell(self, status: PrinterStatus) -> StationPrinter | None:
        return self.dispatcher.tell_printer(self.printer, status, self.before) if self.tells else None
