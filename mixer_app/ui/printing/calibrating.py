"""Measuring a printer: its test page is printed or saved, and what was measured is kept."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from mixer_app.domain.correction import Correction
from mixer_app.domain.printers import FOLDER_PRINTER, PrinterInfo, Sending
from mixer_app.domain.stock import Stock
from mixer_app.services.calibration import correct_document, print_test_page
from mixer_app.ui.page import Page
from mixer_app.ui.printers.corrections import Corrections
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

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep corrections there, until a printer brings its own."""
        if self._printer is None:
            self.corrections = Corrections(settings)

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Measure the printers of this station."""
        self._printer = printer
        self.corrections = printer.corrections
        printer.printers_found.connect(self._show_printers)

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
        printer = self._printer
        if printer is None:
            return
        self._say("The test page is on its way.")
        self._page.background.run(
            lambda progress: _send(printer, info, stock, correction),
            on_done=partial(self._sent, info),
            on_failed=self._say,
        )

    def _save(self, stock: Stock) -> None:
        target = self._choose_file(self._page.window(), f"{stock.title}, test page.pdf".replace("/", " "))
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

    def _sent(self, info: PrinterInfo, spool_id: str) -> None:
        self._say(f"The test page was sent to {info.title}.")

    def _say(self, sentence: str) -> None:
        if self.sheet is not None:
            self.sheet.say(sentence)

    def _forget(self) -> None:
        self.sheet = None


def _send(printer: "BadgePrinter", info: PrinterInfo, stock: Stock, correction: Correction) -> str:
    """On a worker's thread: write the page and hand it over."""
    with tempfile.TemporaryDirectory(prefix="mentor-mixer-test-page-") as folder:
        plain, corrected = Path(folder) / "plain.pdf", Path(folder) / "test-page.pdf"
        print_test_page(stock, plain)
        correct_document(plain, corrected, correction)
        return printer.open_printer(info).send(corrected, Sending(title=_TITLE))


def _real(printers: list[PrinterInfo]) -> list[PrinterInfo]:
    """Those that put ink on paper."""
    return [info for info in printers if info.name != FOLDER_PRINTER]
