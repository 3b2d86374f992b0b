"""A printer that is a folder: each badge or document becomes a PDF in it. For stations without a printer."""

import re
import shutil
from contextlib import suppress
from pathlib import Path

from mixer_app.domain.errors import MixerError
from mixer_app.domain.file_names import file_title
from mixer_app.domain.printers import FOLDER_PRINTER, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress


class FolderPrinter:
    """See `domain.printers.Printer`; what was sent is out as soon as its file is there."""

    def __init__(self, folder: Path) -> None:
        self.name, self.title = FOLDER_PRINTER, "PDF files in a folder"
        self.folder = folder

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Copy the PDF under its title, once; an earlier one of the same title is kept beside it."""
        target = _free(self.folder, file_title(re.sub(r"[^\w. -]", "_", sending.title)))
        unfinished = target.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(pdf, unfinished)
            unfinished.replace(target)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise MixerError(f"“{self.folder}” cannot be written: {error.strerror}. Choose another printer.") from error
        return target.name

    def state(self, spool_id: str) -> SpoolAnswer:
        """Out, if the file is there."""
        there = (self.folder / spool_id).exists()
        return SpoolAnswer(SpoolState.COMPLETED if there else SpoolState.GONE)

    def status(self) -> PrinterStatus:
        """Always ready: what is wrong with a folder shows when it is written."""
        return PrinterStatus(sentence=f"Saves to {self.folder.name}")

    def cancel(self, spool_id: str) -> None:
        """Too late: the file is there."""


def _free(folder: Path, stem: str) -> Path:
    names = [stem, *(f"{stem} ({number})" for number in range(2, 1000))]
    return next(path for path in (folder / f"{name}.pdf" for name in names) if not path.exists())
