"""The small signs: role shapes, tick boxes, check marks, crop marks, QR codes."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor
from typing import Final

from mixer_app.domain.roles import Role
from mixer_app.printing.paper import Paper

ROLE_COLOUR: Final = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}

CROP_OFF: Final = 0.6
"""Between a corner and its marks, in mm."""
_MODULES: Final = 21  # in a row of version 1
_LEAST_MODULE: Final = 0.55  # mm

_DARK_IS_ONE: Final = b"1" * 128 + b"0" * 128


def single_roles(role: Role) -> tuple[Role, ...]:
    """Mentor first where someone is both."""
    return (Role.MENTOR, Role.MENTEE) if role is Role.BOTH else (role,)


def role_shape(paper: Paper, x: float, y: float, size: float, role: Role, colour: str = "", line: float = 0.0) -> None:
    """A filled diamond (mentor) or a ring (mentee) centred at a point; `size` is that of the box around it."""
    colour = colour or ROLE_COLOUR[role]
    half = size * 0.46
    if role is Role.MENTOR:
        paper.polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill=colour)
    else:
        paper.ring(x, y, size, line or size / 6, colour)


def tick_box(paper: Paper, x: float, y: float, side: float, colour: str = "text") -> None:
    """An empty box to tick, by its top left corner."""
    paper.rectangle(x, y, side, side, radius=0.7, stroke=colour, line=0.28)


def check_mark(paper: Paper, x: float, y: float, width: float, colour: str = "good") -> None:
    """A tick whose left end is at x and whose foot is at y."""
    height = width * 0.72
    points = [(x, y - height * 0.42), (x + width * 0.34, y), (x + width, y - height)]
    with paper.as_read(x, width):
        paper.polygon(points, stroke=colour, line=0.38, closed=False)


def crop_marks(paper: Paper, box: tuple[float, float, float, float], lengths: Sequence[float]) -> None:
    """Marks 0.6 mm off the corners of a box (x, y, width, height); lengths at left, top, right and bottom.

    There are none where the length is nothing or less.
    """
    x, y, width, height = box
    left, top, right, bottom = lengths
    off, thin = CROP_OFF, 0.18
    for edge in (y, y + height):
        if left > 0:
            paper.line(x - off - left, edge, x - off, edge, thin, "text")
        if right > 0:
            paper.line(x + width + off, edge, x + width + off + right, edge, thin, "text")
    for edge in (x, x + width):
        if top > 0:
            paper.line(edge, y - off - top, edge, y - off, thin, "text")
        if bottom > 0:
            paper.line(edge, y + height + off, edge, y + height + off + bottom, thin, "text")


def qr_side(paper: Paper, wanted: float) -> float:
    """The side nearest to `wanted` whose modules are whole dots of the printer and no smaller than allowed."""
    if not paper.dot:
        return wanted
    dots = max(floor(wanted / _MODULES / paper.dot + 1e-6), ceil(_LEAST_MODULE / paper.dot - 1e-6))
    return dots * paper.dot * _MODULES


def badge_qr(paper: Paper, x: float, y: float, side: float, code: str) -> None:
    """The code as a QR of version 1, level Q; `side` is that of the modules, without the quiet zone."""
    bits, modules = qr_bits(code)
    paper.mask(x, y, side, bits, modules)


@lru_cache(maxsize=64)
def qr_bits(content: str, level: str = "Q") -> tuple[bytes, int]:
    """The modules of a QR code as padded bit rows, dark is 1, and how many stand in a row; no quiet zone."""
    import zxingcpp

    barcode = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    image = zxingcpp.write_barcode_to_image(barcode, scale=1, add_quiet_zones=False)
    height, width = image.shape
    raw = bytes(memoryview(image))  # type: ignore[arg-type]  # its stub leaves the buffer out
    rows = (raw[row * width : (row + 1) * width] for row in range(height))
    return b"".join(_packed(row) for row in rows), width


def _packed(row: bytes) -> bytes:
    """Eight modules to a byte, dark ones are 1."""
    padded = row + b"\xff" * (-len(row) % 8)
    return int(padded.translate(_DARK_IS_ONE), 2).to_bytes(len(padded) // 8, "big")
