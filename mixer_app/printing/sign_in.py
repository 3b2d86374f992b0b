"""The sign-in list: everybody of an event for the desk, in case the screens fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import PaperReport, SignInLine, SignInList
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.marks import ROLE_COLOUR, check_mark, role_shape, single_roles, tick_box
from mixer_app.printing.name_lines import NameLines, name_lines
from mixer_app.printing.page_sizes import A4
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.paragraphs import draw_title
from mixer_app.printing.wrapping import shorten

_LEFT: Final = 14.0
_RIGHT: Final = 196.0
_ROW: Final = 8.2
_NAME: Final = 30.0
_ROLE: Final = 110.0
_CODE: Final = 126.0
_TABLE: Final = 158.0  # right edge of the figures
_SIGN: Final = 162.0
_FIRST: Final = 44.0  # first row on the first page
_NEXT: Final = 24.0  # and on the others
_LAST: Final = 280.0
_FOOT: Final = 288.0
_NAME_WIDTH: Final = _ROLE - _NAME - 3.0
_AROUND: Final = 1.2  # mm above and below a name of several lines
_LOWER: Final = 0.2  # mm, so that letters look centred
_WORD: Final = words.SignInWords


@dataclass(frozen=True, slots=True)
class _Row:
    """One person; `height` is that of the row in mm."""

    line: SignInLine
    name: NameLines
    height: float


def write_sign_in_list(
    sign_in: SignInList, path: Path, *, progress: Progress | None = None, kit: PrintKit | None = None
) -> PaperReport:
    """A4 pages, one row a person, in the order given."""
    with Paper(path, title=f"{_WORD.TITLE}, {sign_in.event_name}", kit=kit) as paper:
        pages = _pages([_row(paper, line) for line in sign_in.lines])
        for number, rows in enumerate(pages):
            report(progress, number / len(pages), _WORD.PROGRESS)
            paper.begin_page(*A4)
            top = _FIRST if number == 0 else _NEXT
            if number == 0:
                _draw_head(paper, sign_in)
            _draw_columns(paper, top)
            for row in rows:
                _draw_row(paper, row, top)
                top += row.height
            _draw_foot(paper, sign_in, number + 1, len(pages))
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


def _row(paper: Paper, line: SignInLine) -> _Row:
    """A long name on two lines, and on more where even its short form needs them."""
    name = name_lines(paper, line.name, paper.look.caption.weighing(600), _NAME_WIDTH, lines=2)
    return _Row(line, name, max(_ROW, name.height + _AROUND))


def _pages(rows: Sequence[_Row]) -> list[list[_Row]]:
    pages: list[list[_Row]] = [[]]
    room = _LAST - _FIRST
    for row in rows:
        if pages[-1] and sum(placed.height for placed in pages[-1]) + row.height > room:
            pages.append([])
            room = _LAST - _NEXT
        pages[-1].append(row)
    return pages


def _draw_head(paper: Paper, sign_in: SignInList) -> None:
    look = paper.look
    paper.text(_LEFT, 14.2, _WORD.TITLE, look.caption, "text_muted")
    lines = sign_in.lines
    values = (
        len(lines),
        sum(line.role.hosts for line in lines),
        sum(line.role is Role.MENTEE for line in lines),
        sum(line.checked_in_at is not None for line in lines),
    )
    right = _RIGHT
    for title, value in reversed(list(zip(_WORD.FIGURES, values, strict=True))):
        width = max(paper.width(title, look.caption), 12.0)
        paper.text(right - width, 18.6, title, look.caption, "text_muted")
        paper.text(right - width, 25.0, str(value), look.title.with_table_figures)
        right -= width + 7.0
    draw_title(paper, _LEFT, 24.2, sign_in.event_name, look.display, right - _LEFT - 4)
    paper.text(_LEFT, 30.6, words.day_and_year(sign_in.day), look.body, "text_muted")


def _draw_columns(paper: Paper, top: float) -> None:
    caption = paper.look.caption
    for x, title, align in (
        (_NAME, _WORD.NAME, "left"),
        (_ROLE, _WORD.ROLE, "left"),
        (_CODE, _WORD.CODE, "left"),
        (_TABLE, words.TABLE, "right"),
        (_SIGN, _WORD.SIGNATURE, "left"),
    ):
        paper.text(x, top - 2.4, title, caption, "text_muted", "right" if align == "right" else "left")
    paper.line(_LEFT, top, _RIGHT, top, 0.35, "text")


def _draw_row(paper: Paper, row: _Row, top: float) -> None:
    look, line = paper.look, row.line
    baseline = top + row.height / 2 + 1.2
    if line.checked_in_at:
        check_mark(paper, _LEFT + 0.2, baseline + 0.1, 2.6)
        paper.text(_LEFT + 4.0, baseline, words.clock(line.checked_in_at), look.small.with_table_figures, "text_muted")
    else:
        tick_box(paper, _LEFT, baseline - 2.9, 3.4)
    row.name.draw(paper, _NAME, top + (row.height - row.name.height) / 2 + _LOWER)
    if len(row.name.lines) == 1:
        _draw_employer(paper, row, baseline)
    for index, role in enumerate(single_roles(line.role)):
        role_shape(paper, _ROLE + 1.6 + index * 4.6, baseline - 1.15, 3.0, role, ROLE_COLOUR[role])
    paper.text(_CODE, baseline, spaced(line.code), look.small.as_code)
    if line.first_table is not None:
        paper.text(
            _TABLE, baseline, str(line.first_table), look.caption.weighing(600).with_table_figures, "text", "right"
        )
    foot = top + row.height
    paper.line(_SIGN, foot - 1.6, _RIGHT, foot - 1.6, 0.12, "text_muted")
    paper.line(_LEFT, foot, _SIGN - 4, foot, 0.2)


def _draw_employer(paper: Paper, row: _Row, baseline: float) -> None:
    """In what is left of the column of names."""
    small = paper.look.small
    end = _NAME + paper.width(row.name.lines[0][1], row.name.kind) + 3
    left = _NAME + _NAME_WIDTH - end
    if row.line.employer and left > 15:
        paper.text(end, baseline, shorten(paper.shaper, row.line.employer, small, left)[0][0], small, "text_muted")


def _draw_foot(paper: Paper, sign_in: SignInList, page: int, pages: int) -> None:
    caption = paper.look.caption
    right = f"{_WORD.DESTROY} {_WORD.page(page, pages)}"
    width = paper.text(_RIGHT, _FOOT, right, caption, "text_muted", "right")
    left = f"{sign_in.event_name}, {words.day(sign_in.day)}"
    paper.text(
        _LEFT, _FOOT, shorten(paper.shaper, left, caption, _RIGHT - _LEFT - width - 6)[0][0], caption, "text_muted"
    )
