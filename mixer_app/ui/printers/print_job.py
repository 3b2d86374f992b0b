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


def print_pages(
    paper: PaperFile, printer: QPrinter, *, copies: int = 1, two_sided: bool = False, progress: Progress | None = None
) -> None:
    """Print every page, `copies` times one after the other; `two_sided` each copy begins on a new sheet.

    Runs on a worker's thread. Raises `MixerError` when the printer does not take the job, and
    `Cancelled`, having told the printer to forget it.
    """
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or printer.outputFileName()
        raise MixerError(f"“{name}” does not take the job. See that it is switched on, or choose another printer.")
    pages = _sheets(paper.pages, copies, two_sided=two_sided)
    try:
        for number, page in enumerate(pages):
            report(progress, number / len(pages), f"Sending page {number + 1} of {len(pages)}")
            if number and not printer.newPage():
                raise SendUnsureError(f"The printer stopped after page {number} of {len(pages)}.")
            if page is not None:
                _paint(painter, printer.resolution(), paper, page)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()


def _sheets(pages: int, copies: int, *, two_sided: bool) -> list[int | None]:
    """The pages in the order in which they are printed; None is the empty back of the last sheet of a copy."""
    one: list[int | None] = list(range(pages))
    between = [*one, None] if two_sided and pages % 2 else one
    return between * (copies - 1) + one


def _paint(painter: QPainter, dots_per_inch: int, paper: PaperFile, page: int) -> None:
    """A page in bands, so that a large one is never in memory as a whole; a dot of the picture is whole dots wide."""
    scale = -(-dots_per_inch // SHARPEST_DPI)
    for top, band in paper.bands(page, dots_per_inch // scale):
        painter.drawImage(QRectF(0, top * scale, band.width() * scale, band.height() * scale), band)
