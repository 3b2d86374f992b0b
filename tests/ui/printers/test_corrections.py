"""Corrections are kept on this computer, and what goes to a printer is corrected."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QSettings
from reportlab.pdfgen.canvas import Canvas

from mixer_app.domain.correction import NO_CORRECTION, Correction
from mixer_app.domain.printers import Sending
from mixer_app.domain.progress import Progress
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.corrections import CorrectedPrinter, Corrections

MOVED = Correction(right_mm=1.5, down_mm=-0.4, across=1.002)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "station.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "badge.pdf"), pagesize=(255, 170))
    canvas.drawString(100, 100, "Bo Li")
    canvas.save()
    return tmp_path / "badge.pdf"


class Remembering:
    """A printer that remembers where the first letter of each page it got was."""

    name, title = "Label / printer", "The label printer"

    def __init__(self) -> None:
        self.lefts: list[float] = []
        self.sendings: list[tuple[Sending, Progress | None]] = []

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        with pypdfium2.PdfDocument(pdf) as document:
            self.lefts.append(document[0].get_textpage().get_charbox(0)[0])
        self.sendings.append((sending, progress))
        return sending.title

    def state(self, spool_id: str) -> Any:
        return f"state of {spool_id}"

    def status(self) -> Any:
        return "status"

    def cancel(self, spool_id: str) -> None:
        raise NotImplementedError(spool_id)


def test_a_correction_is_kept_on_this_computer_until_it_is_taken_away(settings: QSettings) -> None:
    Corrections(settings).keep("Label / printer", MOVED)
    again = Corrections(settings)
    assert again.of("Label / printer") == MOVED
    assert again.of("Laser") == NO_CORRECTION
    assert again.names() == ["Label / printer"]
    again.keep("Label / printer", NO_CORRECTION)
    assert Corrections(settings).names() == []


@pytest.mark.parametrize("kept", ["nonsense", '{"a": 7}', "[1]", '{"a": [1, 2]}'])
def test_what_cannot_be_read_corrects_nothing(settings: QSettings, kept: str) -> None:
    settings.setValue("corrections", kept)
    assert Corrections(settings).names() == []


def test_what_is_sent_is_corrected_as_it_is_kept_then(settings: QSettings, badge: Path) -> None:
    real, corrections = Remembering(), Corrections(settings)
    printer: Any = CorrectedPrinter(real, corrections)
    before = badge.read_bytes()
    assert printer.send(badge, Sending(title="first")) == "first"
    corrections.keep(real.name, MOVED)
    wanted, progress = Sending(title="second", copies=2, two_sided=Flip.SHORT_EDGE), lambda fraction, stage: True
    printer.send(badge, wanted, progress)
    assert real.sendings[-1] == (wanted, progress)
    first, second = real.lefts
    assert second == pytest.approx(1.002 * first + 1.5 * 72 / 25.4, abs=0.05)
    assert badge.read_bytes() == before
    assert (printer.title, printer.state("x"), printer.status()) == ("The label printer", "state of x", "status")
