"""Measuring a printer: its test page is printed or saved, and what was measured is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from mixer_app.domain.correction import Correction
from mixer_app.domain.file_names import file_title
from mixer_app.domain.print_jobs import JobState, PaperOrder, PrintJob
from mixer_app.domain.printers import FOLDER_PRINTER, PrinterInfo
from mixer_app.domain.stock import Stock
from mixer_app.services.calibration import correct_document, print_test_page
from mixer_app.ui.page import Page
from mixer_app.ui.printers.corrections import Corrections
from mixer_app.ui.printers.queue_words import STATE_WORDS, job_sentence
from mixer_app.ui.printing.calibration_sheet import CalibrationSheet
from mixer_app.ui.printing.save_dialog import FileChooser

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_TITLE = "Test page"


class Calibrating(QObject):
    """Opens the sheet over a page and does what it asks for; `corrections` are those that printing looks at."""

    def __init__(self, page: Page, choose_file: FileChooser, changed: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._choose_file, self._changed = page, choose_file, changed
        self._printer: BadgePrinter | None = None
        self.corrections = Corrections()
        self.sheet: CalibrationSheet | None = None
        self._folder = TemporaryDirectory(prefix="mentor-mixer-test-page-", ignore_cleanup_errors=True)
        self._pages = 0
        self._job_id = 0
        self.destroyed.connect(self._folder.cleanup)

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep corrections there, until a printer brings its own."""
        if self._printer is None:
            self.corrections = Corrections(settings)

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Measure the printers of this station."""
        self._printer = printer
        self.corrections = printer.corrections
        printer.printers_found.connect(self._show_printers)
        printer.job_changed.connect(self._tell_job)

    def corrected(self) -> dict[str, str]:
        """The printers that are corrected: their names, and what people call them."""
        printer = self._printer
        return {name: printer.title_of(name) if printer is not None else name for name in self.corrections.names()}

    def open_sheet(self, stocks: list[Stock], stock: Stock) -> None:
        """Measure a printer on this stock."""
        printer = self._printer
        self.sheet = CalibrationSheet(
            self._page.window(),
            printers=_real(printer.known) if printer is not None else [],
            printer=printer.printer if printer is not None else "",
            stocks=stocks,
            stock=stock,
            corrections=self.corrections,
        )
        self.sheet.print_asked.connect(self._print)
        self.sheet.save_asked.connect(self._save)
        self.sheet.correction_kept.connect(self._keep)
        self.sheet.closed.connect(self._forget)
        self.sheet.open_sheet(self.sheet.printer_combo)
        if printer is not None:
            printer.find_printers()

    def _show_printers(self, found: list[PrinterInfo]) -> None:
        if self.sheet is not None:
            self.sheet.show_printers(_real(found))

    def _print(self, info: PrinterInfo, stock: Stock, correction: Correction) -> None:
        if self._printer is None:
            return
        self._say("The test page is written.")
        self._pages += 1
        path = Path(self._folder.name) / f"test-page-{self._pages}.pdf"
        self._page.background.run(
            lambda progress: _write(stock, correction, path),
            on_done=partial(self._queue, self._printer, info, path),
            on_failed=self._say,
        )

    def _queue(self, printer: "BadgePrinter", info: PrinterInfo, path: Path, nothing: None) -> None:
        printer.print_paper(
            path,
            PaperOrder(title=_TITLE, pages=1, printer=info.name),
            measures=True,
            on_queued=self._follow,
            on_failed=self._say,
        )

    def _follow(self, job: PrintJob) -> None:
        """Say from now on what becomes of a test page."""
        self._job_id = job.id
        self._tell_job(job)

    def _tell_job(self, job: PrintJob) -> None:
        if job.id != self._job_id or self._printer is None:
            return
        where = self._printer.title_of(job.printer)
        state = f"{STATE_WORDS[job.state]}. {job_sentence(job)}".strip()
        came_out = job.state is JobState.DONE
        self._say(f"The test page came out of {where}." if came_out else f"The test page for {where}: {state}")

    def _save(self, stock: Stock) -> None:
        target = self._choose_file(self._page.window(), f"{file_title(stock.title)}, test page.pdf")
        if target is not None:
            self._page.background.run(
                lambda progress: print_test_page(stock, target),
                on_done=lambda report: self._say(f"Saved as {target.name}. Print it at its true size."),
                on_failed=self._say,
            )

    def _keep(self, name: str, correction: Correction) -> None:
        before = self.corrections.of(name)
        self._keep_only(name, correction)
        title = self.sheet.foot.effect_label.text() if self.sheet is not None else name
        if self.sheet is not None:
            self.sheet.close_sheet()
        self._page.said.emit(f"{title} is corrected from now on.", partial(self._keep_only, name, before))

    def _keep_only(self, name: str, correction: Correction) -> None:
        self.corrections.keep(name, correction)
        self._changed()

    def _say(self, sentence: str) -> None:
        if self.sheet is not None:
            self.sheet.say(sentence)

    def _forget(self) -> None:
        self.sheet = None


def _write(stock: Stock, correction: Correction, path: Path) -> None:
    """On a worker's thread."""
    plain = path.with_name(f"plain-{path.name}")
    print_test_page(stock, plain)
    correct_document(plain, path, correction)


def _real(printers: list[PrinterInfo]) -> list[PrinterInfo]:
    """Those that put ink on paper."""
    return [info for info in printers if info.name != FOLDER_PRINTER]
