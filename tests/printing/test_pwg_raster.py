"""Pages as pictures for printers that take no PDF, decoded by a reader of their own."""

import errno
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.printers import RasterForm, SheetBack
from mixer_app.domain.stock import Flip
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.preview import OpenDocument
from mixer_app.printing.pwg_raster import write_pwg_raster


@pytest.fixture
def pdf(tmp_path: Path, kit: PrintKit) -> Path:
    """Three pages of 60 × 40 mm, each with another name."""
    with Paper(tmp_path / "pages.pdf", title="Pages", kit=kit) as paper:
        for name in ("Łukasz Żółć", "محمد علي", "王小明"):
            paper.begin_page(60, 40)
            paper.rectangle(2, 2, 20, 8, fill="mentor")
            paper.text(5, 25, name, paper.look.title)
    return tmp_path / "pages.pdf"


def raster(pdf: Path, form: RasterForm) -> list[tuple[dict[str, int], Any]]:
    out = pdf.with_suffix(".pwg")
    write_pwg_raster(pdf, out, form)
    return decoded(out.read_bytes())


def decoded(raw: bytes) -> list[tuple[dict[str, int], Any]]:
    assert raw[:4] == b"RaS2"
    pages, at = [], 4
    while at < len(raw):
        names = {"duplex": 272, "dpi": 276, "tumble": 368, "width": 372, "height": 376, "line": 392, "space": 400,
                 "colours": 420, "pages": 452, "across": 456, "down": 460}  # fmt: skip
        header = {name: struct.unpack_from(">i", raw, at + place)[0] for name, place in names.items()}
        at += 1796
        rows: list[bytes] = []
        while len(rows) < header["height"]:
            times, row, at = raw[at] + 1, bytearray(), at + 1
            while len(row) < header["line"]:
                code, step, at = raw[at], header["colours"], at + 1
                if code < 128:
                    row += raw[at : at + step] * (code + 1)
                    at += step
                else:
                    row += raw[at : at + (257 - code) * step]
                    at += (257 - code) * step
            rows += [bytes(row)] * times
        shape = header["height"], header["width"], header["colours"]
        pages.append((header, np.frombuffer(b"".join(rows), np.uint8).reshape(shape)))
    return pages


def drawn(pdf: Path, page: int, dpi: int, **how: bool) -> Any:
    picture = OpenDocument(pdf).picture(page, dpi, **how)
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def test_every_page_comes_out_dot_for_dot_in_the_resolution_of_the_printer(pdf: Path) -> None:
    pages = raster(pdf, RasterForm(dpi=203))
    assert len(pages) == 3
    for number, (header, pixels) in enumerate(pages):
        assert (header["dpi"], header["width"], header["height"]) == (203, 480, 320)
        assert (header["space"], header["pages"], header["duplex"]) == (19, 3, 0)
        assert np.array_equal(pixels, drawn(pdf, number, 203))


def test_a_page_of_many_bands_is_whole(pdf: Path) -> None:
    (_, pixels), *_ = raster(pdf, RasterForm(dpi=600))
    whole = drawn(pdf, 0, 600)
    assert pixels.shape == whole.shape == (945, 1417, 3)
    assert np.abs(pixels.astype(int) - whole).max() < 32  # the edges of letters are smoothed from where a band begins
    assert (np.abs(pixels.astype(int) - whole).max(axis=2) > 0).mean() < 0.001


def test_a_printer_without_colours_gets_grey(pdf: Path) -> None:
    (header, pixels), *_ = raster(pdf, RasterForm(dpi=100, grey=True))
    assert (header["space"], header["line"]) == (18, header["width"])
    assert np.abs(pixels[:, :, 0].astype(float) - drawn(pdf, 0, 100) @ [0.299, 0.587, 0.114]).max() < 2


def test_a_page_on_its_side_is_turned_as_its_paper_is(pdf: Path) -> None:
    (header, pixels), *_ = raster(pdf, RasterForm(dpi=100, upright=True))
    assert header["width"] < header["height"]
    assert np.array_equal(pixels, drawn(pdf, 0, 100, turned=True))
    assert np.abs(pixels.astype(int) - np.rot90(drawn(pdf, 0, 100), -1)).mean() < 3


@pytest.mark.parametrize(
    ("back", "flip", "across", "down"),
    [
        (SheetBack.NORMAL, Flip.LONG_EDGE, 1, 1),
        (SheetBack.ROTATED, Flip.LONG_EDGE, -1, -1),
        (SheetBack.ROTATED, Flip.SHORT_EDGE, 1, 1),
        (SheetBack.FLIPPED, Flip.LONG_EDGE, 1, -1),
        (SheetBack.FLIPPED, Flip.SHORT_EDGE, -1, 1),
        (SheetBack.MANUAL_TUMBLE, Flip.SHORT_EDGE, -1, -1),
    ],
)
def test_backs_are_turned_as_the_printer_wants_them(
    pdf: Path, back: SheetBack, flip: Flip, across: int, down: int
) -> None:
    pages = raster(pdf, RasterForm(dpi=100, two_sided=flip, back=back))
    assert [page["duplex"] for page, _ in pages] == [1, 1, 1]
    assert pages[0][0]["tumble"] == (flip is Flip.SHORT_EDGE)
    assert np.array_equal(pages[0][1], drawn(pdf, 0, 100))
    assert np.array_equal(pages[1][1], drawn(pdf, 1, 100)[::down, ::across])
    assert (pages[1][0]["across"], pages[1][0]["down"]) == (across, down)


def test_drawing_stops_when_asked(pdf: Path) -> None:
    with pytest.raises(Cancelled):
        write_pwg_raster(pdf, pdf.with_suffix(".pwg"), RasterForm(dpi=100), progress=lambda done, stage: done == 0)


def test_a_full_disk_is_told_and_leaves_nothing(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(rows: object) -> list[bytes]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mixer_app.printing.pwg_raster._packed_rows", full)
    with pytest.raises(MixerError, match=r"No space left on device\. Make room on the disk"):
        raster(pdf, RasterForm(dpi=100))
    assert not pdf.with_suffix(".pwg").exists()
