"""Bold letters of the scripts whose faces have one weight: drawn with their outline, at every size alike.

A bold one made up by the system is thin from 64 px on, and there is none of a weight of 600.
"""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath, QTextLine

_ONE_WEIGHT: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)
_PEN: Final = 1 / 24  # of the size


def thick_pieces(text: str, font: QFont, strong: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Start and length, in code units, of the East Asian letters that are to be bold; `strong` are in any font."""
    bold = [(0, len(text))] if font.weight() >= QFont.Weight.DemiBold else strong
    pieces: list[tuple[int, int]] = []
    for start, length in bold:
        for found in _ONE_WEIGHT.finditer(text, start, start + length):
            before = _units(text[: found.start()])
            pieces.append((before, _units(found.group())))
    return pieces


def pen_width(font: QFont) -> float:
    """How thick the outline of a bold letter is, in px; half of it is outside of the letter."""
    return font.pixelSize() * _PEN


def outlines(line: QTextLine, pieces: Sequence[tuple[int, int]]) -> QPainterPath:
    """The outlines of the letters of these pieces that are on a laid out line, where its layout has them."""
    path = QPainterPath()
    start, end = line.textStart(), line.textStart() + line.textLength()
    for first, length in pieces:
        here, beyond = max(first, start), min(first + length, end)
        for run in line.glyphRuns(here, beyond - here) if beyond > here else ():
            font = run.rawFont()
            for glyph, spot in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(font.pathForGlyph(glyph).translated(QPointF(spot)))
    return path


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
