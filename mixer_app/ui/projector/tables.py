"""The picture in which people look for one line: their name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont

from mixer_app.domain.projector_frames import TablesHead
from mixer_app.domain.table_pages import SeatLine, TablePage, range_of
from mixer_app.ui.projector.canvas import HEIGHT, MARGIN, NARROWED, Canvas, blend, breadth
from mixer_app.ui.projector.countdown import paint_message

ROWS: Final = 8
_COLUMN_GAP: Final = 64.0
_NARROWEST_COLUMN: Final = 448.0
_HEADING_BASELINE: Final = 146.0
_UNTIL_BASELINE: Final = 135.0
_FIRST_BASELINE: Final = 262.0
_ROW: Final = 80.0
_LINE_BELOW: Final = 17.0
_NUMBER: Final = 88.0
_DASH: Final = "–"
_BREAK: Final = f"{_DASH} Break"
_GAP: Final = 16.0
_BAR: Final = (904.0, 8.0)
_RANGES_BASELINE: Final = 1005.0
_MESSAGE_BASELINE: Final = 1012.0
_PILL: Final = (936.0, 95.0, 40.0, 16.0)  # top, height, padding, radius


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesShown:
    """One page of the list, and what is around it."""

    head: TablesHead
    pages: tuple[TablePage, ...]
    page: int = 0
    share: float = 0.0  # of the time of this page
    part: bool = False  # this screen shows only a part of the alphabet


def columns_for(inner: float) -> int:
    """How many columns stand between the margins: three, and two where names would be cut."""
    return 3 if (inner - 2 * _COLUMN_GAP) / 3 >= _NARROWEST_COLUMN else 2


def paint_tables(
    canvas: Canvas, shown: TablesShown, *, changed: frozenset[int] = frozenset(), pulse: float = 0.0
) -> None:
    """Paint the whole picture; `changed` are those whose table has become another, shown as strongly as `pulse`."""
    _paint_head(canvas, shown.head)
    columns = columns_for(canvas.inner)
    width = (canvas.inner - (columns - 1) * _COLUMN_GAP) / columns
    lines = shown.pages[shown.page].lines if shown.pages else ()
    for place, line in enumerate(lines):
        column, row = divmod(place, ROWS)
        last = row == ROWS - 1 or place == len(lines) - 1
        strength = pulse if line.attendee_id in changed else 0.0
        _paint_line(canvas, line, MARGIN + column * (width + _COLUMN_GAP), row, width, ruled=not last, pulse=strength)
    if len(shown.pages) > 1:
        _paint_bar(canvas, shown.share)
    if shown.head.message:
        paint_message(canvas, shown.head.message, _MESSAGE_BASELINE)
    else:
        _paint_ranges(canvas, shown)


def _paint_head(canvas: Canvas, head: TablesHead) -> None:
    bold, plain = canvas.font("projector_body", weight=700, tabular=True), canvas.font("projector_body")
    until = f"{head.until} " if head.digits else head.until
    parts = [(until, plain, canvas.color("text_muted")), (head.digits, bold, canvas.color(head.tone.value))]
    took = canvas.write_run(parts, MARGIN, _UNTIL_BASELINE, width=canvas.inner, end=True)
    heading, room = canvas.font("projector_title"), canvas.inner - took - _COLUMN_GAP
    canvas.write("Find your table", MARGIN, _HEADING_BASELINE, heading, canvas.color("text"), width=room)


def _paint_line(canvas: Canvas, line: SeatLine, x: float, row: int, width: float, *, ruled: bool, pulse: float) -> None:
    baseline = _FIRST_BASELINE + row * _ROW
    plain = canvas.font("projector_body")
    if ruled:
        canvas.bar(x, baseline + _LINE_BELOW - 1, width, 2, canvas.color("line"), 0)
    if pulse > 0:
        ground = blend(canvas.color("canvas"), canvas.color("fit2"), pulse)
        canvas.bar(x + width - _NUMBER - _GAP, baseline - 56, _NUMBER + _GAP, 70, ground, 8)
    if line.table is None:
        number, table, ink = plain, _BREAK, canvas.color("text_muted")
        if breadth(line.label, plain) * NARROWED + breadth(_BREAK, plain) + _GAP > width:
            table = _DASH
    else:
        number = canvas.font("projector_body", weight=700, tabular=True)
        table, ink = str(line.table), canvas.color("accent")
    field = max(_NUMBER, breadth(table, number) + 4)
    canvas.write(table, x + width - field, baseline, number, ink, width=field, end=True)
    room = width - field - _GAP
    canvas.write(line.label, x, baseline, plain, canvas.color("text"), width=room, keep_end=True)


def _paint_bar(canvas: Canvas, share: float) -> None:
    top, height = _BAR
    top += canvas.height - HEIGHT
    canvas.bar(MARGIN, top, canvas.inner, height, canvas.color("line"), height / 2)
    if share > 0:
        canvas.bar(MARGIN, top, max(canvas.inner * share, height), height, canvas.color("accent"), height / 2)


def _paint_ranges(canvas: Canvas, shown: TablesShown) -> None:
    """The ranges of all pages, or those that come next; what this screen shows, or who stays, at the end."""
    plain = canvas.font("projector_body")
    hint = f"This screen: {range_of(shown.pages)}" if shown.part else shown.head.hint
    baseline, room = _RANGES_BASELINE + canvas.height - HEIGHT, canvas.inner
    font = canvas.font("projector_body", weight=600)
    wanted = breadth(hint, plain) + _COLUMN_GAP
    whole = sum(_widths(shown.pages, font))
    if shown.part or whole + wanted <= room:
        canvas.write(hint, MARGIN, baseline, plain, canvas.color("text_muted"), width=canvas.inner, end=True)
        room -= wanted
    _paint_pills(canvas, shown, font, baseline, room)


def _paint_pills(canvas: Canvas, shown: TablesShown, font: QFont, baseline: float, room: float) -> None:
    top, height, padding, radius = _PILL
    widths = _widths(shown.pages, font)
    x = MARGIN
    for index in _in_sight(widths, shown.page, room + padding):
        page = shown.pages[index]
        chosen = index == shown.page
        if chosen:
            color = canvas.color("surface_raised") if canvas.look.dark else canvas.color("line")
            canvas.bar(x - padding, top + canvas.height - HEIGHT, widths[index], height, color, radius)
        color = canvas.color("text" if chosen else "text_muted")
        canvas.write(
            page.range, x, baseline, font if chosen else canvas.font("projector_body"), color,
            width=widths[index] - 2 * padding + 4,
        )  # fmt: skip
        x += widths[index]


def _widths(pages: Sequence[TablePage], font: QFont) -> list[float]:
    """Of every range with the room around it."""
    return [breadth(page.range, font) + 2 * _PILL[2] for page in pages]


def _in_sight(widths: Sequence[float], page: int, room: float) -> list[int]:
    """All pages if they fit; else this one and those after it, and before it as far as there is room."""
    if sum(widths) <= room:
        return list(range(len(widths)))
    first = last = page
    used = widths[page] if widths else 0.0
    while last + 1 < len(widths) and used + widths[last + 1] <= room:
        last += 1
        used += widths[last]
    while first > 0 and used + widths[first - 1] <= room:
        first -= 1
        used += widths[first]
    return list(range(first, last + 1)) if widths else []
