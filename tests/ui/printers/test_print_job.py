"""Pages on their way to a printer."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.paper import PaperReport
from mixer_app.services.paper import page_count
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printers.print_job import fit_printer, print_pages


@pytest.fixture
def paper(tmp_path: Path) -> PaperFile:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "paper.pdf"), pagesize=(420, 595))  # A5
    for number in range(3):
        canvas.drawString(50, 50, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return PaperFile(tmp_path / "paper.pdf", PaperReport(pages=3, not_printed=[]))


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    return printer


def test_the_paper_has_the_size_of_the_page_and_no_margin(paper: PaperFile, printer: QPrinter) -> None:
    width, height = paper.size_mm(0)
    fit_printer(printer, width, height)
    assert printer.pageLayout().pageSize().name().startswith("A5")
    assert printer.pageLayout().fullRect() == printer.pageLayout().paintRect()
    fit_printer(printer, height, width)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


def test_all_pages_are_sent(paper: PaperFile, printer: QPrinter, tmp_path: Path) -> None:
    fit_printer(printer, *paper.size_mm(0))
    told: list[str] = []
    print_pages(paper, printer, progress=lambda fraction, stage: bool(told.append(stage)) or True)
    assert page_count(tmp_path / "out.pdf") == 3
    assert told == ["Sending page 1 of 3", "Sending page 2 of 3", "Sending page 3 of 3"]


def test_copies_come_one_after_the_other(paper: PaperFile, printer: QPrinter, tmp_path: Path) -> None:
    print_pages(paper, printer, copies=2)
    assert page_count(tmp_path / "out.pdf") == 6


def test_cancel_stops_between_two_pages(paper: PaperFile, printer: QPrinter) -> None:
    with pytest.raises(Cancelled):
        print_pages(paper, printer, progress=lambda fraction, stage: fraction == 0)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says it too, when the printer refuses
def test_a_printer_that_takes_no_job_is_named(paper: PaperFile, printer: QPrinter, capfd: Any) -> None:
    printer.setOutputFileName("/nowhere/out.pdf")
    with pytest.raises(MixerError, match="does not take the job"):
        print_pages(paper, printer)
