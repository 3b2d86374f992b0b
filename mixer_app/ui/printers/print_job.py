"""Send a document to a printer: its pages as pictures in the printer's own resolution."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from mixer_app.domain.correction import NO_CORRECTION, Correction
from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.paper_file import MM_PER_INCH, PaperFile

SHARPEST_DPI: Final = 600

_DUPLEX: Final = {
    Flip.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Flip.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}

PrinterChooser: TypeAlias = Callable[[QWidget, int], QPrinter | None]
"""Asks a person for a printer, given the window and the number of pages; None: they do not want to print."""


def ask_for_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The system's own dialogue: printer, copies, pages."""
    if not QPrinterInfo.availablePrinterNames():
        raise MixerError("This computer has no printer. Save the PDF and print it where there is one.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


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
    paper: PaperFile, printer: QPrinter, *, correction: Correction = NO_CORRECTION, progress: Progress | None = None
) -> int:
    """Print the pages that the person chose; how many they were.

    Runs on a worker's thread. Raises `MixerError` when the printer does not take the job, and
    `Cancelled`, having told the printer to forget it.
    """
    wanted = _wanted(printer, paper.pages)
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or printer.outputFileName()
        raise MixerError(f"“{name}” does not take the job. See that it is switched on, or choose another printer.")
    try:
        for position, page in enumerate(wanted):
            report(progress, position / len(wanted), f"Sending page {position + 1} of {len(wanted)}")
            if position and not printer.newPage():
                raise MixerError(
                    f"The printer stopped after page {position}. See to it, then print from page {page + 1}."
                )
            image = paper.image(page, min(printer.resolution(), SHARPEST_DPI))
            painter.drawImage(_corrected(printer, correction), image)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(wanted)


def _corrected(printer: QPrinter, correction: Correction) -> QRectF:
    """Where the page goes, in the printer's dots."""
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    dots_in_mm = printer.resolution() / MM_PER_INCH
    return QRectF(
        paper.x() + correction.right_mm * dots_in_mm,
        paper.y() + correction.down_mm * dots_in_mm,
        paper.width() * correction.across,
        paper.height() * correction.down,
    )


def _wanted(printer: QPrinter, pages: int) -> range:
    first, last = printer.fromPage(), printer.toPage()
    return range(pages) if first <= 0 else range(first - 1, min(last or pages, pages))
