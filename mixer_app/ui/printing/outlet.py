"""Where paper goes: to a printer or into a file, off the GUI thread, one job at a time."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mixer_app.domain.correction import Correction
from mixer_app.domain.errors import MixerError
from mixer_app.domain.stock import Flip
from mixer_app.services.calibration import correct_document
from mixer_app.ui.background import Background, Task
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printers.print_job import PrinterChooser, fit_printer, print_pages
from mixer_app.ui.printing.save_dialog import FileChooser


class Outlet(QObject):
    """Asks for a printer or a file and sends the paper there."""

    said = Signal(str)
    failed = Signal(str)
    progressed = Signal(float, str)
    ended = Signal()
    sent = Signal(object)
    """What was given as `about` to `send`, once all its pages are on their way."""

    def __init__(
        self,
        background: Background,
        choose_printer: PrinterChooser,
        choose_file: FileChooser,
        correction_of: Callable[[str], Correction],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._choose_printer, self._choose_file = choose_printer, choose_file
        self._correction_of = correction_of
        self._printing: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are on their way."""
        return self._printing is not None

    def send(
        self,
        paper: PaperFile,
        size_mm: tuple[float, float],
        window: QWidget,
        about: object,
        *,
        flip: Flip = Flip.NONE,
    ) -> None:
        """Print `paper` where the person wants it, two-sided as `flip` says; nothing while a job is on its way."""
        if self.busy:
            return
        try:
            printer = self._choose_printer(window, paper.pages)
        except MixerError as refusal:
            self.failed.emit(str(refusal))
            return
        if printer is None:
            return
        fit_printer(printer, *size_mm, flip=flip)
        work = partial(print_pages, paper, printer, correction=self._correction_of(printer.printerName()))
        self._printing = self._background.run(
            lambda progress: work(progress=progress),
            on_done=partial(self._tell_sent, printer, about),
            on_failed=self.failed.emit,
            on_progress=self.progressed.emit,
            on_end=self._end,
        )

    def save(self, paper: PaperFile, name: str, window: QWidget, *, printer: str = "") -> None:
        """Write `paper` where the person wants it; `name` is what the file is likely called.

        It is corrected for `printer` if one is named.
        """
        target = self._choose_file(window, name)
        if target is not None:
            self._background.run(
                lambda progress: _copy(paper, target, self._correction_of(printer)),
                on_done=partial(self._tell_saved, target),
                on_failed=self.failed.emit,
            )

    def cancel(self) -> None:
        """Stop printing after the page that is on its way."""
        if self._printing is not None:
            self._printing.cancel()

    def _end(self) -> None:
        self._printing = None
        self.ended.emit()

    def _tell_sent(self, printer: QPrinter, about: object, pages: int) -> None:
        name = printer.printerName() or Path(printer.outputFileName()).name
        self.said.emit(f"{pages:,} {'page' if pages == 1 else 'pages'} sent to {name}")
        self.sent.emit(about)

    def _tell_saved(self, target: Path, nothing: None) -> None:
        self.said.emit(f"Saved as {target.name}")


def _copy(paper: PaperFile, target: Path, correction: Correction) -> None:
    if correction.does_something:
        correct_document(paper.path, target, correction)
        return
    try:
        shutil.copyfile(paper.path, target)
    except OSError as error:
        raise MixerError(f"“{target}” cannot be written: {error.strerror}. Choose another place.") from error
