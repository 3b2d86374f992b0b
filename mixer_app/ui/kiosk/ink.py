"""How far letters really reach: the fonts of some scripts claim twice the height that a line of them takes."""

from PySide6.QtGui import QTextLine

_SOFT = 1  # px: the soft edge of a letter


def reach(line: QTextLine) -> tuple[float, float]:
    """How far the letters of a laid out line reach above and below its baseline, in px."""
    baseline = line.y() + line.ascent()
    above = below = 0.0
    for run in line.glyphRuns():
        font = run.rawFont()
        for glyph, spot in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = font.boundingRect(glyph)
            if not box.isEmpty():
                above = max(above, baseline - spot.y() - box.top())
                below = max(below, spot.y() + box.bottom() - baseline)
    return above + _SOFT, below + _SOFT
