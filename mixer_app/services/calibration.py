"""The test page of a printer, and documents corrected for one."""

from pathlib import Path

from mixer_app.domain.correction import Correction
from mixer_app.domain.paper import PaperReport
from mixer_app.domain.stock import Stock


def print_test_page(stock: Stock, out: Path) -> PaperReport:
    """Write the test page of a stock: rulers, crosses and the outlines of its labels."""
    from mixer_app.printing.calibration import write_test_page

    return write_test_page(stock, out)


def correct_document(source: Path, target: Path, correction: Correction) -> None:
    """Write a PDF with every page moved and scaled, so that a printer puts it in its place."""
    from mixer_app.printing.correcting import write_corrected

    write_corrected(source, target, correction)
