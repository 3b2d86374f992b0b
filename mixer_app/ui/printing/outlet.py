"""Where paper goes: into the print queue of this station, or into a file; off the GUI thread."""

import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.correction import NO_CORRECTION, Correction
from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import PrintJob
from mixer_app.services.calibration import correct_document
from mixer_app.ui.background import Background
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintAnswer, PrintAsker
from mixer_app.ui.printing.save_dialog import FileChooser

_NO_STATION = "Nothing can be printed before an event is open. Save the PDF and print it where there is a printer."


class Outlet(QObject):
    """Asks for a printer or a file and sends the paper there; every page that prints documents has one."""

    said = Signal(str)
    failed = Signal(str)
    queued = Signal(object, object)
    """The `PrintAnswer` by which a document is queued, and what its sender said it is `about`."""

    def __init__(
        self, background: Background, ask_printer: PrintAsker, choose_file: FileChooser, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._ask_printer, self._choose_file = ask_printer, choose_file
        self._station: BadgePrinter | None = None

    def use_printer(self, station: BadgePrinter) -> None:
        """Print through this station's queue from now on."""
        self._station = station

    @property
    def has_printer(self) -> bool:
        """Whether this station prints at all."""
        return self._station is not None

    def send(self, paper: PaperFile, offered: PaperToPrint, window: QWidget, about: object = None) -> None:
        """Queue `paper` at the printer that the person wants."""
        station = self._station
        if station is None:
            self.failed.emit(_NO_STATION)
            return
        answer = self._ask_printer(window, offered, station)
        if answer is not None:
            station.print_paper(
                paper.path,
                answer.order,
                pages=answer.pages,
                on_queued=partial(self._tell_queued, station, answer, about),
                on_failed=self.failed.emit,
            )

    def save(self, paper: PaperFile, name: str, window: QWidget, *, correction: Correction = NO_CORRECTION) -> None:
        """Write `paper`, corrected, where the person wants it; `name` is what the file is likely called."""
        target = self._choose_file(window, name)
        if target is not None:
            self._background.run(
                lambda progress: _copy(paper, target, correction),
                on_done=partial(self._tell_saved, target),
                on_failed=self.failed.emit,
            )

    def _tell_queued(self, station: BadgePrinter, answer: PrintAnswer, about: object, job: PrintJob) -> None:
        self.said.emit(f"{job.title}: in the queue for {station.title_of(job.printer)}")
        self.queued.emit(answer, about)

    def _tell_saved(self, target: Path, nothing: None) -> None:
        self.said.emit(f"Saved as {target.name}")


def _copy(paper: PaperFile, target: Path, correction: Correction) -> None:
    """The file is there whole or not at all; an older one stays until then."""
    unfinished = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        if correction.does_something:
            correct_document(paper.path, unfinished, correction)
        else:
            shutil.copyfile(paper.path, unfinished)
        unfinished.replace(target)
    except (OSError, MixerError) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        reason = error.__cause__ if isinstance(error, MixerError) else error
        told = getattr(reason, "strerror", None) or reason or error
        raise MixerError(f"“{target}” cannot be written: {told}. Choose another place.") from error
