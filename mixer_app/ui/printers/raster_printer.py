"""A printer of a system without CUPS (Windows): pages as pictures through Qt's own printing."""

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import PaperReport
from mixer_app.domain.printers import PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services.paper import page_count
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printers.print_job import fit_printer, print_pages

_SETTLES_S: Final = 3.0  # before an idle printer means that it is done with the job


def raster_printers() -> list[PrinterInfo]:
    """The printers that Qt knows."""
    return [PrinterInfo(info.printerName(), info.description() or info.printerName()) for info in
            QPrinterInfo.availablePrinters()]  # fmt: skip


class RasterPrinter:
    """See `domain.printers.Printer`.

    Qt gives no number for a job and tells only how the printer is. So a job counts as out once the printer
    has been idle for three seconds with no error since; after a restart nothing is known of it.
    """

    def __init__(
        self,
        name: str,
        title: str = "",
        *,
        new_printer: Callable[[str], QPrinter] | None = None,
        condition: Callable[[str], QPrinter.PrinterState | None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name, self.title = name, title or name
        self._new_printer = new_printer or _new_printer
        self._condition = condition or _condition
        self._monotonic = monotonic
        self._numbers = count(1)
        self._quiet_since: dict[str, float] = {}  # jobs of this run, and since when the printer is idle

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Draw each page at the printer's resolution."""
        paper = PaperFile(pdf, PaperReport(pages=page_count(pdf), not_printed=[]))
        printer = self._new_printer(self.name)
        printer.setDocName(sending.title)
        fit_printer(printer, *paper.size_mm(0), flip=sending.two_sided)
        print_pages(paper, printer, copies=sending.copies, two_sided=bool(sending.two_sided), progress=progress)
        spool_id = f"run-{id(self)}-{next(self._numbers)}"
        self._quiet_since[spool_id] = self._monotonic()
        return spool_id

    def state(self, spool_id: str) -> SpoolAnswer:
        """Out when the printer has been idle for a while."""
        if spool_id not in self._quiet_since:
            return SpoolAnswer(SpoolState.GONE)
        condition = self._condition(self.name)
        if condition is QPrinter.PrinterState.Idle:
            quiet = self._monotonic() - self._quiet_since[spool_id] > _SETTLES_S
            return SpoolAnswer(SpoolState.COMPLETED if quiet else SpoolState.PRINTING)
        self._quiet_since[spool_id] = self._monotonic()
        if condition is QPrinter.PrinterState.Active:
            return SpoolAnswer(SpoolState.PRINTING)
        return SpoolAnswer(SpoolState.STOPPED, self.status().sentence)

    def status(self) -> PrinterStatus:
        """As the system sees it."""
        condition = self._condition(self.name)
        if condition is None:
            missing = f"This computer no longer has a printer “{self.title}”."
            return PrinterStatus(ready=False, takes_jobs=False, sentence=missing)
        if condition in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            return PrinterStatus(ready=False, sentence="The printer reports an error. Look at it.")
        return PrinterStatus()

    def cancel(self, spool_id: str) -> None:
        """Not possible once the pages are handed over."""
        where = "Cancel it in the system's own list of print jobs."
        raise MixerError(f"{self.title} cannot give its pages back. {where}")


def _new_printer(name: str) -> QPrinter:
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def _condition(name: str) -> QPrinter.PrinterState | None:
    info = QPrinterInfo.printerInfo(name)
    return None if info.isNull() else info.state()
