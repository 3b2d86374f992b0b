"""Send a document to a printer: its pages as pictures in the printer's own resolution."""

from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from mixer_app.domain.errors import Cancelled, MixerError, SendUnsureError
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.paper_file import PaperFile

SHARPEST_DPI: Final = 600

_DUPLEX: Final = {
    Flip.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Flip.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def fit_printer(printer: QPrinter, width_mm: float, height_mm: float, *, flip: Flip = Flip.NONE) -> None:
    """Set the paper to the page's true size, with no margins and no scaling of its own, and to the sides wanted."""
    if flip:
        printer.setDuplex(_DUPLEX[flip])
    landscape = width_mm > height_mm
    upright = QSizeF(min(width_mm, height_mm), max(width_mm, height_mm))
    layout = QPageLayout(
        QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch),
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def print_pages(paper: PaperFile, printer: QPrinter, *, copies: int = 1, progress: Progress | None = None) -> None:
    """Print every page, `copies` times one after the other.

    Runs on a worker's thread. Raises `MixerError` when the printer does not take the job, and
    `Cancelled`, having told the printer to forget it.
    """
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or printer.outputFileName()
        raise MixerError(f"“{name}” does not take the job. See that it is switched on, or choose another printer.")
    number = paper.pages * copies
    try:
        for sheet in range(number):
            report(progress, sheet / number, f"Sending page {sheet + 1} of {number}")
            if sheet and not printer.newPage():
                raise SendUnsureError(f"The printer stopped after page {sheet} of {number}.")
            image = paper.image(sheet % paper.pages, min(printer.resolution(), SHARPEST_DPI))
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
