"""Pages as pictures in the format that printers take which take no PDF: PWG Raster (PWG 5102.4), page by page."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError
from mixer_app.domain.printers import RasterForm, SheetBack
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.stock import MM_PER_INCH, Flip
from mixer_app.printing.preview import OpenDocument

_SYNC: Final = b"RaS2"
_HEADER_BYTES: Final = 1796
_BAND_ROWS: Final = 512  # so many are in memory at once
_MOST_ALIKE: Final = 256  # rows that are told as one
_MOST_IN_A_ROW: Final = 128  # pixels of one run
_WORTH_A_RUN: Final = 3  # fewer equal pixels are cheaper among their neighbours
_LUMA: Final = np.array([77, 150, 29], dtype=np.uint32)  # of 256
_GREY, _RGB = 18, 19  # numbers of the colour spaces
_POINTS_PER_INCH: Final = 72
_MIRRORED: Final = -1
_AS_IT_IS: Final = (1, 1)
_BACKS: Final[dict[tuple[SheetBack, Flip], tuple[int, int]]] = {
    (SheetBack.ROTATED, Flip.LONG_EDGE): (_MIRRORED, _MIRRORED),
    (SheetBack.MANUAL_TUMBLE, Flip.SHORT_EDGE): (_MIRRORED, _MIRRORED),
    (SheetBack.FLIPPED, Flip.LONG_EDGE): (1, _MIRRORED),
    (SheetBack.FLIPPED, Flip.SHORT_EDGE): (_MIRRORED, 1),
}
"""How a back is turned, across and down, where the printer wants it otherwise than it is seen."""

Pixels = NDArray[np.uint8]


def write_pwg_raster(pdf: Path, out: Path, form: RasterForm, *, progress: Progress | None = None) -> int:
    """Write every page of `pdf` to `out`; how many there are. A file that cannot be written is none."""
    document = OpenDocument(pdf)
    pages = document.look_up_pages()
    try:
        with out.open("wb") as file:
            file.write(_SYNC)
            for page in range(pages):
                report(progress, page / pages, f"Drawing page {page + 1} of {pages}")
                _write_page(file, document, page, pages, form)
    except OSError as error:
        out.unlink(missing_ok=True)
        raise MixerError(
            f"The pages cannot be drawn for the printer: {error.strerror}. Make room on the disk."
        ) from error
    return pages


def _write_page(file: BinaryIO, document: OpenDocument, page: int, pages: int, form: RasterForm) -> None:
    size_mm = document.size_mm(page)
    turned = form.upright and size_mm[0] > size_mm[1]
    width_mm, height_mm = size_mm[::-1] if turned else size_mm
    turn = _BACKS.get((form.back, form.two_sided), _AS_IT_IS) if page % 2 else _AS_IT_IS
    width, height = (max(1, round(length * form.dpi / MM_PER_INCH)) for length in (width_mm, height_mm))
    file.write(_header(width, height, (width_mm, height_mm), turn, pages, form))
    bands = [range(top, min(top + _BAND_ROWS, height)) for top in range(0, height, _BAND_ROWS)]
    rows = (
        row
        for band in (bands if turn[1] > 0 else reversed(bands))
        for row in _pixels(document, page, band, form, turn, turned=turned)
    )
    file.writelines(_packed_rows(rows))


def _pixels(
    document: OpenDocument, page: int, rows: range, form: RasterForm, turn: tuple[int, int], *, turned: bool
) -> Pixels:
    """Some rows of a page, (rows, width, colours), as the printer wants them."""
    picture = document.picture(page, form.dpi, rows, turned=turned)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    if form.grey:
        pixels = ((pixels @ _LUMA) >> 8).astype(np.uint8)[:, :, np.newaxis]
    return pixels[:: turn[1], :: turn[0]]


def _packed_rows(rows: Iterator[Pixels]) -> Iterator[bytes]:
    """Rows that are alike are told once, with how many there are."""
    held, times = next(rows), 1
    raw = held.tobytes()
    for row in rows:
        if times < _MOST_ALIKE and row.tobytes() == raw:
            times += 1
            continue
        yield bytes([times - 1]) + _packed(held, raw)
        held, raw, times = row, row.tobytes(), 1
    yield bytes([times - 1]) + _packed(held, raw)


def _packed(row: Pixels, raw: bytes) -> bytes:
    """A row of pixels (width, colours) as runs of equal pixels and what is between them."""
    width, step = row.shape
    changes = np.flatnonzero((row[1:] != row[:-1]).any(axis=1)) + 1
    starts, ends = np.append(0, changes), np.append(changes, width)
    long = np.flatnonzero(ends - starts >= _WORTH_A_RUN)
    packed, at = bytearray(), 0
    for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        _add_pixels(packed, raw[at * step : start * step], step)
        pixel = raw[start * step : (start + 1) * step]
        for done in range(start, end, _MOST_IN_A_ROW):
            packed.append(min(_MOST_IN_A_ROW, end - done) - 1)
            packed += pixel
        at = end
    _add_pixels(packed, raw[at * step :], step)
    return bytes(packed)


def _add_pixels(packed: bytearray, raw: bytes, step: int) -> None:
    """Pixels that differ, one after the other."""
    for at in range(0, len(raw), _MOST_IN_A_ROW * step):
        some = raw[at : at + _MOST_IN_A_ROW * step]
        number = len(some) // step
        packed.append(257 - number if number > 1 else 0)
        packed += some


def _header(
    width: int, height: int, size_mm: tuple[float, float], turn: tuple[int, int], pages: int, form: RasterForm
) -> bytes:
    """A page's head: numbers at fixed places, nought where nothing is said."""
    colours = 1 if form.grey else 3
    points = [round(length * _POINTS_PER_INCH / MM_PER_INCH) for length in size_mm]
    header = bytearray(_HEADER_BYTES)
    header[0:9] = b"PwgRaster"
    numbers = {
        272: (int(bool(form.two_sided)),),
        276: (form.dpi, form.dpi),
        340: (1,),
        352: points,
        368: (int(form.two_sided is Flip.SHORT_EDGE),),
        372: (width, height),
        384: (8, 8 * colours, width * colours, 0, _GREY if form.grey else _RGB),
        420: (colours,),
        452: (pages, *turn, 0, 0, width, height, 0xFFFFFF),
    }
    for at, values in numbers.items():
        struct.pack_into(f">{len(values)}i", header, at, *values)
    name = f"custom_page_{size_mm[0]:.4g}x{size_mm[1]:.4g}mm".encode()
    header[1732 : 1732 + len(name)] = name
    return bytes(header)
