"""What a queue says of the documents it takes, and what is made of it."""

import pytest

from mixer_app.domain.printers import SheetBack
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.cups_formats import TakenFormats

RESOLUTIONS = "pwg-raster-document-resolution-supported"
KINDS = "pwg-raster-document-type-supported"


@pytest.mark.parametrize(
    ("formats", "as_pictures"),
    [
        (["application/octet-stream", "application/pdf", "image/pwg-raster"], False),
        (["application/octet-stream", "image/pwg-raster"], True),
        (["application/octet-stream"], False),  # a raw queue: nobody knows
        ([], False),
    ],
)
def test_pictures_are_for_queues_that_take_them_and_no_pdf(formats: list[str], as_pictures: bool) -> None:
    assert TakenFormats.said_by({"document-format-supported": list(formats)}).as_pictures == as_pictures


@pytest.mark.parametrize(
    ("taken", "usual", "dpi"),
    [
        ([203], 203, 203),
        ([300, 600, 1200], 300, 300),
        ([300, 600, 1200], 1200, 600),
        ([300, 600, 1200], 0, 600),
        ([1200], 0, 1200),
        ([], 203, 203),
        ([], 0, 300),
    ],
)
def test_the_resolution_is_the_printer_s_own_or_the_sharpest_of_use(taken: list[int], usual: int, dpi: int) -> None:
    said = TakenFormats.said_by({RESOLUTIONS: list(taken), "printer-resolution-default": [usual]})
    assert said.dpi == dpi


def test_colours_and_backs_are_as_the_printer_wants_them() -> None:
    said = TakenFormats.said_by({KINDS: ["sgray_8"], "pwg-raster-document-sheet-back": ["rotated"]})
    form = said.form(two_sided=Flip.LONG_EDGE, upright=True)
    assert (form.grey, form.back, form.two_sided, form.upright) == (True, SheetBack.ROTATED, Flip.LONG_EDGE, True)
    assert not TakenFormats.said_by({KINDS: ["srgb_8", "sgray_8"]}).grey
    assert TakenFormats.said_by({"pwg-raster-document-sheet-back": ["sideways"]}).back is SheetBack.NORMAL
