"""A printer of a system without CUPS; Qt's printer writes a file here, and its condition is told by the test."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter

from mixer_app.domain.errors import MixerError
from mixer_app.domain.printers import Sending, SpoolState
from mixer_app.domain.stock import Flip
from mixer_app.services.paper import page_count
from mixer_app.ui.printers.raster_printer import RasterPrinter

State = QPrinter.PrinterState


class Windows:
    """What the system says of a printer, and a clock."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "out.pdf"
        self.condition: Any = State.Idle
        self.seconds = 0.0

    def printer(self) -> RasterPrinter:
        return RasterPrinter(
            "label",
            "Brother",
            new_printer=self.new,
            condition=lambda name: self.condition,
            monotonic=lambda: self.seconds,
        )

    def new(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out))
        return printer


@pytest.fixture
def windows(qapp: object, tmp_path: Path) -> Windows:
    return Windows(tmp_path)


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "badge.pdf"), pagesize=(255, 170))
    canvas.drawString(50, 50, "Ann")
    canvas.save()
    return tmp_path / "badge.pdf"


def test_a_badge_is_out_when_the_printer_has_been_idle_for_a_while(windows: Windows, badge: Path) -> None:
    printer = windows.printer()
    spool_id = printer.send(badge, Sending(title="Badge"))
    assert page_count(windows.out) == 1
    assert printer.state(spool_id).state is SpoolState.PRINTING  # the system may not have begun
    windows.condition, windows.seconds = State.Active, 10.0
    assert printer.state(spool_id).state is SpoolState.PRINTING
    windows.condition, windows.seconds = State.Idle, 11.0
    assert printer.state(spool_id).state is SpoolState.PRINTING
    windows.seconds = 14.0
    assert printer.state(spool_id).state is SpoolState.COMPLETED


def test_an_error_of_the_printer_is_told_and_never_taken_for_done(windows: Windows, badge: Path) -> None:
    printer = windows.printer()
    spool_id = printer.send(badge, Sending(title="Badge"))
    windows.condition, windows.seconds = State.Error, 60.0
    assert printer.state(spool_id).state is SpoolState.STOPPED
    assert printer.state(spool_id).sentence == printer.status().sentence == "The printer reports an error. Look at it."
    with pytest.raises(MixerError, match="own list"):
        printer.cancel(spool_id)


def test_after_a_restart_nothing_is_known_of_a_job(windows: Windows, badge: Path) -> None:
    spool_id = windows.printer().send(badge, Sending(title="Badge"))
    assert windows.printer().state(spool_id).state is SpoolState.GONE


def test_a_printer_that_was_removed_is_missed(windows: Windows) -> None:
    windows.condition = None
    status = windows.printer().status()
    assert (status.takes_jobs, status.sentence) == (False, "This computer no longer has a printer “Brother”.")


def test_each_copy_on_both_sides_begins_on_a_sheet_of_its_own_and_each_page_reports(
    windows: Windows, badge: Path
) -> None:
    told: list[str] = []
    sending = Sending(title="Sheets", copies=3, two_sided=Flip.LONG_EDGE)
    windows.printer().send(badge, sending, lambda fraction, stage: bool(told.append(stage)) or True)
    assert page_count(windows.out) == 5  # the backs of the first two stay empty
    assert told == [f"Sending page {number} of 5" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("flip", "duplex"),
    [
        (Flip.LONG_EDGE, [QPrinter.DuplexMode.DuplexLongSide]),
        (Flip.SHORT_EDGE, [QPrinter.DuplexMode.DuplexShortSide]),
        (Flip.NONE, []),
    ],
)
def test_the_sheet_is_turned_as_its_backs_were_laid_out(
    windows: Windows, badge: Path, monkeypatch: pytest.MonkeyPatch, flip: Flip, duplex: list[QPrinter.DuplexMode]
) -> None:
    turned: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda printer, mode: turned.append(mode))
    windows.printer().send(badge, Sending(title="Badges", two_sided=flip))
    assert turned == duplex
