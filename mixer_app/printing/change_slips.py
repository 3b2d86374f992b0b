"""Change slips: what a newer plan changes, for those whom it changes; handed out at the tables."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.round_paper import ChangeSlip
from mixer_app.domain.stock import Box, Stock, label_places
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_name
from mixer_app.printing.label_area import draw_in, panels
from mixer_app.printing.label_sheets import begin_sheet, draw_foot
from mixer_app.printing.marks import badge_qr, role_shape, single_roles
from mixer_app.printing.name_lines import LINE, RISE, name_lines
from mixer_app.printing.paper import Paper, PrintKit, black_kit
from mixer_app.printing.round_words import SlipWords
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.slip_layout import SlipFormat, SlipRow, slip_format, slips_of

_LARGE: Final = NameRule(
    largest=15.0, smallest=10.5, given=10.5, rest=9.0, native_largest=13.0, native_line=5.4, beside=True
)
_SMALL: Final = NameRule(
    largest=12.0, smallest=9.0, given=9.0, rest=9.0, native_largest=11.0, native_line=5.0, beside=True
)
_LEEWAY: Final = 0.6  # mm that two lines of small letters may reach beyond the box of a name
_TABLE: Final = 17.0  # from the margin to the table, where all stands side by side


def write_change_slips(
    slips: Sequence[ChangeSlip],
    stock: Stock,
    path: Path,
    *,
    start_at: int = 1,
    used: Collection[int] = (),
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """One label a slip, in the order given; somebody with many changes gets several; `used` labels are passed by."""
    form, area = slip_format(stock), panels(stock)[0]
    kit = black_kit(kit) if stock.black else kit
    said_of_part = SlipWords.part if form.side_by_side else SlipWords.part_in_short
    with Paper(path, title=SlipWords.TITLE, kit=kit, dpi=stock.dpi) as paper:
        parts = [
            (slip, rows, said_of_part(number, len(pieces)) if len(pieces) > 1 else "")
            for slip in slips
            for pieces in [slips_of(paper, slip.rounds, form)]
            for number, rows in enumerate(pieces, 1)
        ]
        places = list(islice(label_places(stock, start_at, used), len(parts)))
        last_of = Counter(place.sheet for place in places)
        if not parts:
            paper.begin_page(stock.page_width, stock.page_height)
        for number, ((slip, rows, part), place) in enumerate(zip(parts, places, strict=True)):
            report(progress, number / len(parts), SlipWords.PROGRESS)
            if number == 0 or place.sheet != places[number - 1].sheet:
                begin_sheet(paper, stock)
                last = number + last_of[place.sheet]
                texts = (
                    SlipWords.plan(slip.plan_version, slip.replaces),
                    SlipWords.foot(number + 1, last, len(parts)),
                    words.BadgeWords.sheet(place.sheet + 1, places[-1].sheet + 1),
                )
                draw_foot(paper, stock, texts)
            box = Box(place.x + area.x, place.y + area.y, area.width, area.height)
            draw_in(paper, stock, box, partial(_draw_on, paper, slip, rows, part, form))
    report(progress, 1.0, SlipWords.PROGRESS)
    return replace(paper.report, labels=len(parts))


def _draw_on(
    paper: Paper, slip: ChangeSlip, rows: Sequence[SlipRow], part: str, form: SlipFormat, _width: float, _height: float
) -> None:
    _draw(paper, slip, rows, part, form)


def _draw(paper: Paper, slip: ChangeSlip, rows: Sequence[SlipRow], part: str, form: SlipFormat) -> None:
    if form.side_by_side:
        _draw_large_head(paper, slip, part, form)
    else:
        _draw_small_head(paper, slip, part, form)
    top = form.first
    for index, row in enumerate(rows):
        if index or form.side_by_side:
            paper.line(form.margin, top, form.width - form.margin, top, 0.35, "line" if index else "text")
        if form.side_by_side:
            _draw_beside(paper, row, top + 0.8, form)
        else:
            _draw_below(paper, row, top + 0.8, form)
        top += row.height


def _draw_large_head(paper: Paper, slip: ChangeSlip, part: str, form: SlipFormat) -> None:
    look, left = paper.look, form.margin
    right = form.width - left - form.qr - 4.0
    end = draw_role(paper, left, 6.3, slip.role, look.caption)
    beside = part or slip.event_name
    if end + 4.0 + paper.width(beside, look.caption) <= right:
        paper.text(right, 6.3, beside, look.caption, "text_muted", "right")
    _draw_name(paper, slip, (left, 8.0, right - left, 8.0), _LARGE)
    end = left + paper.text(left, 19.6, spaced(slip.code), look.caption.as_code) + 4.0
    paper.text(end, 19.6, _plan(paper, slip, right - end), look.caption)
    badge_qr(paper, form.width - left - form.qr, 4.6, form.qr, slip.code)


def _draw_small_head(paper: Paper, slip: ChangeSlip, part: str, form: SlipFormat) -> None:
    look, left = paper.look, form.margin
    for role in single_roles(slip.role):
        role_shape(paper, left + 1.3, 4.9, 2.6, role)
        left += 3.6
    right = form.width - form.margin
    if part:
        right -= paper.text(right, 6.0, part, look.caption, "text_muted", "right") + 2.0
    _draw_name(paper, slip, (left, 2.2, right - left, 5.2), _SMALL)
    end = form.margin + paper.text(form.margin, 10.2, spaced(slip.code), look.caption.as_code) + 2.0
    paper.text(end, 10.2, _plan(paper, slip, form.width - form.margin - end), look.caption)


def _plan(paper: Paper, slip: ChangeSlip, room: float) -> str:
    said = SlipWords.plan(slip.plan_version, slip.replaces)
    whole = paper.width(said, paper.look.caption) <= room
    return said if whole else SlipWords.plan_in_short(slip.plan_version, slip.replaces)


def _draw_name(paper: Paper, slip: ChangeSlip, box: tuple[float, float, float, float], rule: NameRule) -> None:
    """Large; in short rather than smaller than all else on the slip; smaller where there is no short form."""
    x, y, width, height = box
    fitted = fit_name(paper.shaper, slip.name, width, height, rule)
    if fitted.shrunk:
        most = int((height + _LEEWAY) / LINE)
        lines = name_lines(paper, slip.name, paper.look.caption.weighing(600), width, lines=most)
        if len(lines.lines) <= most and lines.height <= height + _LEEWAY:
            lines.draw(paper, x, y + (height - lines.height) / 2)
            return
        paper.note(words.name_in_small_letters(slip.name.shown))
    fitted.draw(paper, x, y, height)


def _draw_beside(paper: Paper, row: SlipRow, top: float, form: SlipFormat) -> None:
    """Time and round, table and the one before, partners: three columns."""
    look, one, left = paper.look, row.round, form.margin
    first, second = top + RISE, top + RISE + LINE
    paper.text(left, first, words.clock(one.starts_at), look.caption.weighing(600).with_table_figures)
    paper.text(left, second, SlipWords.round(one.number), look.caption, "text_muted")
    paper.text(left + _TABLE, first, SlipWords.table(one.table), look.caption.weighing(600))
    paper.text(left + _TABLE, second, _before(row), look.caption, "text_muted")
    _draw_partners(paper, row, top, form)


def _draw_below(paper: Paper, row: SlipRow, top: float, form: SlipFormat) -> None:
    """Time, round and table on one line, the partners on those below."""
    look, one = paper.look, row.round
    strong, baseline = look.caption.weighing(600), top + RISE
    end = form.margin + paper.text(form.margin, baseline, words.clock(one.starts_at), strong.with_table_figures) + 2.0
    end += paper.text(end, baseline, SlipWords.table(one.table), strong) + 2.0
    before = _before(row)
    paper.text(form.width - form.margin, baseline, before, look.caption, "text_muted", "right")
    room = form.width - form.margin - paper.width(before, look.caption) - 2.0 - end
    if paper.width(SlipWords.round(one.number), look.caption) <= room:
        paper.text(end, baseline, SlipWords.round(one.number), look.caption, "text_muted")
    _draw_partners(paper, row, top + LINE, form)


def _before(row: SlipRow) -> str:
    return SlipWords.MORE if row.goes_on else SlipWords.before(row.round.before, row.round.table)


def _draw_partners(paper: Paper, row: SlipRow, top: float, form: SlipFormat) -> None:
    for lines in row.partners:
        if row.round.partners:
            role_shape(paper, form.partner - 2.2, top + lines.first - 1.1, 2.4, row.round.partner_role)
        lines.draw(paper, form.partner, top, "text" if row.round.partners else "text_muted")
        top += lines.height
