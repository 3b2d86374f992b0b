"""Vector charts of the reports: bars, rings, a line, a bar in parts. Lengths in mm, labels at the things themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from mixer_app.domain.roles import Role
from mixer_app.printing.marks import role_shape
from mixer_app.printing.paper import Paper
from mixer_app.printing.small_counts import SMALL

AXIS: Final = 0.25
GRID: Final = 0.2
RADIUS: Final = 0.75
RING_PITCH: Final = 3.9
RING: Final = 3.2
_TO_BASELINE: Final = 1.15  # from the middle of 9-pt capitals to their baseline


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how many, how it is filled ("" is hatched), the colour of its number."""

    count: int
    fill: str
    number: str = "text"


def count_bar(
    paper: Paper,
    x: float,
    y: float,
    height: float,
    scale: float,
    count: int,
    *,
    fill: str = "",
    stroke: str = "",
    line: float = 0.4,
    small: str = "",
) -> None:
    """A bar of `count` × `scale` mm with its number at the end; a small count has one length and is not told."""
    if small and count < SMALL:
        width = SMALL * scale
        paper.hatch(x, y, width, height, RADIUS, "text_muted")
        paper.text(x + width + 1.3, y + height / 2 + _TO_BASELINE, small, paper.look.small, "text_muted")
        return
    width = count * scale
    line = line if stroke else 0.0
    if width > 0:
        paper.rectangle(
            x + line / 2,
            y + line / 2,
            max(width - line, 0.4),
            height - line,
            radius=RADIUS,
            fill=fill,
            stroke=stroke,
            line=line,
        )
    kind = paper.look.caption.weighing(600).with_table_figures
    paper.text(x + width + 1.6, y + height / 2 + _TO_BASELINE, str(count), kind)


def ring_columns(
    paper: Paper,
    x: float,
    foot: float,
    columns: Sequence[tuple[str, int]],
    *,
    width: float,
    height: float,
    each: int = 1,
) -> None:
    """One ring for every `each` mentees, filled from the baseline, label below and count above."""
    rings = [ceil(count / each) for _, count in columns]
    pitch, across = _ring_grid(rings, width, height)
    caption = paper.look.caption.weighing(600).with_table_figures
    for index, ((label, count), number) in enumerate(zip(columns, rings, strict=True)):
        left = x + index * pitch
        rows = ceil(number / across)
        for ring in range(number):
            row, place = divmod(ring, across)
            top = foot - 2.75 - row * RING_PITCH
            role_shape(paper, left + 0.3 + RING / 2 + place * RING_PITCH, top, RING, Role.MENTEE)
        paper.line(left, foot, left + across * RING_PITCH + 0.3, foot, AXIS, "text_muted")
        paper.text(left + 0.4, foot - 2.75 - (rows - 1) * RING_PITCH - RING / 2 - 1.5, str(count), caption)
        paper.text(left + 0.4, foot + 4.6, label, paper.look.small, "text_muted")


def people_in_a_ring(counts: Sequence[int], width: float, height: float) -> int:
    """The least number of people that one ring must be, so that the columns are no higher than `height` mm."""
    most = int((height - 4) / RING_PITCH)
    return next(each for each in _people_in_rings() if _rows([ceil(count / each) for count in counts], width) <= most)


def _people_in_rings() -> Iterator[int]:
    magnitude = 1
    while True:
        yield from (magnitude, 2 * magnitude, 5 * magnitude)
        magnitude *= 10


def _rows(rings: Sequence[int], width: float) -> int:
    """The height of the columns in rings, as many to a row as there is room for."""
    across = max(1, int((width / max(len(rings), 1) - 4) / RING_PITCH))
    return ceil(max(rings, default=0) / across)


def _ring_grid(rings: Sequence[int], width: float, height: float) -> tuple[float, int]:
    """Distance between columns and rings to a row, four or five where that is high enough."""
    room = width / max(len(rings), 1)
    rows = max(1, int((height - 4) / RING_PITCH))
    wanted = max(5 if len(rings) <= 3 else 4, ceil(max(rings, default=1) / rows))
    across = max(1, min(wanted, int((room - 4) / RING_PITCH)))
    return min(max(across * RING_PITCH + 10 if len(rings) <= 3 else across * RING_PITCH + 5.9, 21.5), room), across


def parts_bar(paper: Paper, x: float, y: float, width: float, height: float, parts: Sequence[Part]) -> None:
    """One bar divided among its parts, each with its number in the middle."""
    total = sum(part.count for part in parts)
    if total == 0:
        return
    kind = paper.look.caption.weighing(600).with_table_figures
    left = x
    for part in parts:
        if part.count == 0:
            continue
        wide = width * part.count / total - 0.35
        middle = left + wide / 2
        number = str(part.count)
        if part.fill:
            paper.rectangle(left, y, wide, height, radius=RADIUS, fill=part.fill)
        else:
            paper.hatch(left, y, wide, height, RADIUS, "text_muted")
            half = paper.width(number, kind) / 2 + 1.6
            if wide > 2 * half:
                paper.rectangle(middle - half, y + 1.4, 2 * half, height - 2.8, fill="surface")
        if wide > paper.width(number, kind) + 1:
            paper.text(middle, y + height / 2 + _TO_BASELINE, number, kind, part.number, "centre")
        left += wide + 0.35


def level(value: int) -> int:
    """The height of one of three gridlines so that the uppermost is not below `value`."""
    for magnitude in (1, 10, 100, 1000, 10000):
        for step in (1, 2, 3, 5):
            if step * magnitude * 3 >= value:
                return step * magnitude
    return ceil(value / 3)
