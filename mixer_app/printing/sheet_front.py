"""The front of a match sheet: where to be when, with whom, why, and how to begin."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import MatchSheet
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.look import Type
from mixer_app.printing.marks import ROLE_COLOUR, badge_qr, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.sheet_rounds import DASH, Room, RoundRow
from mixer_app.printing.wrapping import shorten

LEFT: Final = 10.0
RIGHT: Final = 138.0
FIRST_ROW: Final = 40.3
LAST_ROW: Final = 196.4
FOOT: Final = 201.0
_LOGO: Final = (24.0, 7.0)  # mm, the most that a logo takes
_LOGO_TOP: Final = 32.0
_BESIDE_LOGO: Final = 3.6  # mm between two lines
_TABLE: Final = 30.4
_TEXT: Final = 47.8
WIDTH: Final = RIGHT - _TEXT
_NAME_RULE: Final = NameRule(largest=24.0, given=20.0, native_largest=24.0, native_line=9.0, beside=True)


def draw_front(
    paper: Paper, sheet: MatchSheet, rows: Sequence[RoundRow], room: Room, *, foot: float | None = FOOT
) -> None:
    """Head, the given rounds, and the foot unless the place has another use."""
    _draw_head(paper, sheet)
    top = FIRST_ROW
    for index, row in enumerate(rows):
        _draw_round(paper, sheet, row, top, room)
        top += row.height
        if index < len(rows) - 1:
            paper.line(LEFT, top, RIGHT, top)
    caption = paper.look.caption
    if not rows:
        paper.text(LEFT, FIRST_ROW + 8.3, words.SheetWords.NO_ROUNDS, paper.look.body, "text_muted")
    if foot is None:
        return
    paper.text(LEFT, foot, words.SheetWords.KEPT, caption, "text_muted")
    changes = words.SheetWords.CHANGES
    if sheet.replaces is not None:
        changes = words.SheetWords.plan(sheet.plan_version, sheet.replaces)
    paper.text(RIGHT, foot, changes, caption, "text_muted", "right")


def draw_role(paper: Paper, x: float, baseline: float, role: Role, kind: Type) -> float:
    """Shape and word of a role, both for someone who is both; returns where it ends."""
    size = kind.size * 0.3 + 0.4
    for one in single_roles(role):
        role_shape(paper, x + size / 2, baseline - kind.size * 0.128, size, one)
        x += size + 1.6
        x += paper.text(x, baseline, words.ROLE[one], kind.weighing(600), ROLE_COLOUR[one]) + 4.0
    return x - 4.0


def _draw_head(paper: Paper, sheet: MatchSheet) -> None:
    look = paper.look
    draw_role(paper, LEFT, 12.2, sheet.role, look.caption)
    badge_qr(paper, RIGHT - 18, 8.95, 18, sheet.code)
    width = RIGHT - 18 - 4 - LEFT
    fitted = fit_name(paper.shaper, sheet.name, width, 11.2, _NAME_RULE)
    if fitted.shrunk:
        paper.note(words.name_in_small_letters(sheet.name.shown))
    fitted.draw(paper, LEFT, 13.95, 11.2)
    job, _ = shorten(paper.shaper, words.job(sheet.title, sheet.employer), look.small, width)
    if job:
        paper.text(LEFT, 28.7, job[0], look.small, "text_muted")
    code = paper.text(RIGHT, 36.75, spaced(sheet.code), look.caption.as_code, "text", "right")
    day = words.day(sheet.day)
    logo = draw_logo(paper, LEFT, _LOGO_TOP, *_LOGO)
    start = LEFT + (logo + 3.0 if logo else 0.0)
    room = RIGHT - start - code - paper.width(day, look.caption) - 12
    event, _ = shorten(paper.shaper, sheet.event_name, look.caption, room, 2 if logo else 1)
    first = 36.75 - (len(event) - 1) * _BESIDE_LOGO / 2
    end = start
    for index, text in enumerate(event):
        end = max(end, start + paper.text(start, first + index * _BESIDE_LOGO, text, look.caption, "event"))
    paper.rectangle(end + 3.95, 35.25, 0.9, 0.9, radius=0.45, fill="text_muted")
    paper.text(end + 8.8, 36.75, day, look.caption, "text_muted")
    paper.line(LEFT, FIRST_ROW, RIGHT, FIRST_ROW, 0.35, "text")


def _draw_round(paper: Paper, sheet: MatchSheet, row: RoundRow, top: float, room: Room) -> None:
    look = paper.look
    if not row.lines:
        _draw_free(paper, sheet, row, top)
        return
    start = top - 4.8 * (1 - room.padding)
    paper.text(LEFT, start + 8.3, words.clock(row.round.starts_at), look.title.with_table_figures)
    paper.text(LEFT, start + 12.85, words.SheetWords.round(row.round.number), look.caption, "text_muted")
    _draw_table(paper, start + 3.4, row.round.table)
    baseline = start + 8.3
    for line in row.lines:
        baseline += line.down
        if line.dash:
            paper.line(_TEXT + 0.1, baseline - 1.05, _TEXT + 2.1, baseline - 1.05, 0.35, "accent")
        draw_spans(paper, _TEXT + (DASH if line.dash else 0), baseline, line.spans)


def _draw_table(paper: Paper, top: float, table: int | None) -> None:
    paper.rectangle(_TABLE, top, 14, 15, radius=2, stroke="text")
    paper.text(_TABLE + 7, top + 4.5, words.TABLE, paper.look.caption, "text_muted", "centre")
    number = "" if table is None else str(table)
    kind = paper.look.display if len(number) < 3 else paper.look.display.sized(18.0)
    fitted = fit_line(paper.shaper, number, 12.6, kind, 6.0) or kind.sized(6.0)
    paper.text(_TABLE + 7, top + 12.6, number, fitted, "text", "centre")


def _draw_free(paper: Paper, sheet: MatchSheet, row: RoundRow, top: float) -> None:
    look = paper.look
    rests = sheet.role is Role.MENTOR
    middle = top + row.height / 2
    paper.text(LEFT, middle + 1.75, words.clock(row.round.starts_at), look.title.with_table_figures)
    paper.rectangle(_TABLE, middle - 3.45, 14, 6.9, radius=2, stroke="text_muted", line=0.22, dash=(0.8, 0.6))
    word = words.SheetWords.REST if rests else words.SheetWords.FREE
    paper.text(_TABLE + 7, middle + 1.1, word, look.caption, "text_muted", "centre")
    sentence = words.SheetWords.REST_ROUND if rests else words.SheetWords.FREE_ROUND
    lines, _ = shorten(paper.shaper, sentence, look.small, WIDTH, 2)
    first = middle - (len(lines) - 1) * look.small.line_mm / 2 + 1.15
    for index, line in enumerate(lines):
        paper.text(_TEXT, first + index * look.small.line_mm, line, look.small, "text_muted")
