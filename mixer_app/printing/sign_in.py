"""The sign-in list: everybody of an event for the desk, in case the screens fail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import PaperReport, SignInLine, SignInList
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.marks import ROLE_COLOUR, check_mark, role_shape, single_roles, tick_box
from mixer_app.printing.paper import A4, Paper, PrintKit
from mixer_app.printing.wrapping import shorten, wrap

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
_WORD: Final = words.SignInWords


def write_sign_in_list(
    sign_in: SignInList, path: Path, *, progress: Progress | None = None, kit: PrintKit | None = None
) -> PaperReport:
    """A4 pages, one row a person, in the order given."""
    pages = _pages(sign_in.lines)
    with Paper(path, title=f"{_WORD.TITLE}, {sign_in.event_name}", kit=kit) as paper:
        for number, lines in enumerate(pages):
            report(progress, number / len(pages), _WORD.PROGRESS)
            paper.begin_page(*A4)
            top = _FIRST if number == 0 else _NEXT
            if number == 0:
                _draw_head(paper, sign_in)
            _draw_columns(paper, top)
            for index, line in enumerate(lines):
                _draw_row(paper, line, top + index * _ROW)
            _draw_foot(paper, sign_in, number + 1, len(pages))
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


def _pages(lines: Sequence[SignInLine]) -> list[Sequence[SignInLine]]:
    first, more = int((_LAST - _FIRST) / _ROW), int((_LAST - _NEXT) / _ROW)
    rest = lines[first:]
    return [lines[:first], *(rest[start : start + more] for start in range(0, len(rest), more))]


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
    kind = fit_line(paper.shaper, sign_in.event_name, right - _LEFT - 4, look.display, 12.0) or look.display.sized(12.0)
    paper.text(_LEFT, 24.2, sign_in.event_name, kind)
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


def _draw_row(paper: Paper, line: SignInLine, top: float) -> None:
    look = paper.look
    baseline = top + 5.3
    if line.checked_in_at:
        check_mark(paper, _LEFT + 0.2, baseline + 0.1, 2.6)
        paper.text(_LEFT + 4.0, baseline, words.clock(line.checked_in_at), look.small.with_table_figures, "text_muted")
    else:
        tick_box(paper, _LEFT, top + 2.4, 3.4)
    _draw_name(paper, line, baseline)
    for index, role in enumerate(single_roles(line.role)):
        role_shape(paper, _ROLE + 1.6 + index * 4.6, baseline - 1.15, 3.0, role, ROLE_COLOUR[role])
    paper.text(_CODE, baseline, spaced(line.code), look.small.as_code)
    if line.first_table is not None:
        paper.text(
            _TABLE, baseline, str(line.first_table), look.caption.weighing(600).with_table_figures, "text", "right"
        )
    paper.line(_SIGN, top + 6.6, _RIGHT, top + 6.6, 0.12, "text_muted")
    paper.line(_LEFT, top + _ROW, _SIGN - 4, top + _ROW, 0.2)


def _draw_name(paper: Paper, line: SignInLine, baseline: float) -> None:
    """Name, then employer in what is left of the column; a long name on two lines."""
    look = paper.look
    room = _ROLE - _NAME - 3
    strong = look.caption.weighing(600)
    shown = words.name_in_a_list(line.name, paper.mark)
    if paper.width(shown, strong) <= room:
        end = paper.text(_NAME, baseline, shown, strong)
        left = room - end - 3
        if line.employer and left > 15:
            employer, _ = shorten(paper.shaper, line.employer, look.small, left)
            paper.text(_NAME + end + 3, baseline, employer[0], look.small, "text_muted")
        return
    rows = wrap(paper.shaper, shown, strong, room)
    kind = strong if len(rows) == 2 else fit_line(paper.shaper, shown, room, strong, 5.0) or strong.sized(5.0)
    for index, row in enumerate(rows if len(rows) == 2 else [shown]):
        paper.text(_NAME, baseline + (index * 2 - 1) * 1.75 if len(rows) == 2 else baseline, row, kind)


def _draw_foot(paper: Paper, sign_in: SignInList, page: int, pages: int) -> None:
    caption = paper.look.caption
    right = f"{_WORD.DESTROY} {_WORD.page(page, pages)}"
    width = paper.text(_RIGHT, _FOOT, right, caption, "text_muted", "right")
    left = f"{sign_in.event_name}, {words.day(sign_in.day)}"
    paper.text(
        _LEFT, _FOOT, shorten(paper.shaper, left, caption, _RIGHT - _LEFT - width - 6)[0][0], caption, "text_muted"
    )
