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
_WIDE: Final = 7.5  # from one round's tables to the next
_NARROW: Final = 4.8
_MOST_WIDE: Final = 6  # rounds; of more each gets less room
_FIRST: Final = 44.0  # first row on the first page
_NEXT: Final = 24.0  # and on the others
_LAST: Final = 280.0
_FOOT: Final = 288.0
_AROUND: Final = 1.2  # mm above and below a name of several lines
_LOWER: Final = 0.2  # mm, so that letters look centred
_WORD: Final = words.SignInWords


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns begin, in mm from the left; `tables` are right edges, one for each round."""

    role: float
    code: float
    tables: tuple[float, ...]
    sign: float | None  # None: a list of where everybody sits, which nobody signs

    @property
    def names(self) -> float:
        """The width of the column of names, in mm."""
        return self.role - _NAME - 3.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One person; `height` is that of the row in mm."""

    line: SignInLine
    name: NameLines
    height: float


def write_sign_in_list(
    sign_in: SignInList, path: Path, *, progress: Progress | None = None, kit: PrintKit | None = None
) -> PaperReport:
    """A4 pages, one row a person, in the order given: a line to sign on, or the tables of all rounds."""
    columns = _columns(sign_in)
    with Paper(path, title=f"{_WORD.TITLE}, {sign_in.event_name}", kit=kit) as paper:
        pages = _pages([_row(paper, line, columns) for line in sign_in.lines])
        for number, rows in enumerate(pages):
            report(progress, number / len(pages), _WORD.PROGRESS)
            paper.begin_page(*A4)
            top = _FIRST if number == 0 else _NEXT
            if number == 0:
                _draw_head(paper, sign_in)
            _draw_columns(paper, top, columns, sign_in.rounds)
            for row in rows:
                _draw_row(paper, row, columns, top)
                top += row.height
            _draw_foot(paper, sign_in, number + 1, len(pages))
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


def _row(paper: Paper, line: SignInLine, columns: _Columns) -> _Row:
    """A long name on two lines, and on more where even its short form needs them."""
    name = name_lines(paper, line.name, paper.look.caption.weighing(600), columns.names, lines=2)
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


def _columns(sign_in: SignInList) -> _Columns:
    if sign_in.as_of is None:
        return _Columns(role=110.0, code=126.0, tables=(158.0,), sign=162.0)
    rounds = len(sign_in.rounds)
    apart = _WIDE if rounds <= _MOST_WIDE else max(_NARROW, _WIDE * _MOST_WIDE / rounds)
    tables = tuple(_RIGHT - (rounds - 1 - index) * apart for index in range(rounds))
    code = tables[0] - apart - 30.0
    return _Columns(role=code - 13.0, code=code, tables=tables, sign=None)


def _draw_head(paper: Paper, sign_in: SignInList) -> None:
    look = paper.look
    paper.text(_LEFT, 14.2, _title(sign_in), look.caption, "text_muted")
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


def _title(sign_in: SignInList) -> str:
    if sign_in.as_of is None:
        return _WORD.TITLE
    if sign_in.seen_at is None:
        return _WORD.EMERGENCY.format(words.clock(sign_in.as_of))
    return _WORD.EMERGENCY_AWAY.format(words.clock(sign_in.as_of), words.clock(sign_in.seen_at))


def _draw_columns(paper: Paper, top: float, columns: _Columns, rounds: Sequence[int]) -> None:
    caption = paper.look.caption
    for x, title in ((_NAME, _WORD.NAME), (columns.role, _WORD.ROLE), (columns.code, _WORD.CODE)):
        paper.text(x, top - 2.4, title, caption, "text_muted")
    if columns.sign is not None:
        paper.text(columns.tables[0], top - 2.4, words.TABLE, caption, "text_muted", "right")
        paper.text(columns.sign, top - 2.4, _WORD.SIGNATURE, caption, "text_muted")
    else:
        figures = caption.with_table_figures
        before = columns.tables[0] - paper.width(str(rounds[0]), figures) - 1.4
        for x, number in zip(columns.tables, rounds, strict=True):
            paper.text(x, top - 2.4, str(number), figures, "text_muted", "right")
        paper.text(before, top - 2.4, _WORD.TABLE_IN_ROUND, caption, "text_muted", "right")
    paper.line(_LEFT, top, _RIGHT, top, 0.35, "text")


def _draw_row(paper: Paper, row: _Row, columns: _Columns, top: float) -> None:
    look, line = paper.look, row.line
    baseline = top + row.height / 2 + 1.2
    if line.checked_in_at:
        check_mark(paper, _LEFT + 0.2, baseline + 0.1, 2.6)
        paper.text(_LEFT + 4.0, baseline, words.clock(line.checked_in_at), look.small.with_table_figures, "text_muted")
    else:
        tick_box(paper, _LEFT, baseline - 2.9, 3.4)
    row.name.draw(paper, _NAME, top + (row.height - row.name.height) / 2 + _LOWER)
    if len(row.name.lines) == 1:
        _draw_employer(paper, row, columns, baseline)
    for index, role in enumerate(single_roles(line.role)):
        role_shape(paper, columns.role + 1.6 + index * 4.6, baseline - 1.15, 3.0, role, ROLE_COLOUR[role])
    paper.text(columns.code, baseline, spaced(line.code), look.small.as_code)
    table_kind = look.caption.weighing(600).with_table_figures
    for x, table in zip(columns.tables, line.tables, strict=True):
        if table is not None:
            paper.text(x, baseline, str(table), table_kind, "text", "right")
        elif columns.sign is None:
            paper.text(x, baseline, _WORD.FREE, look.caption, "text_muted", "right")
    foot = top + row.height
    if columns.sign is not None:
        paper.line(columns.sign, foot - 1.6, _RIGHT, foot - 1.6, 0.12, "text_muted")
    paper.line(_LEFT, foot, columns.sign - 4 if columns.sign else _RIGHT, foot, 0.2)


def _draw_employer(paper: Paper, row: _Row, columns: _Columns, baseline: float) -> None:
    """In what is left of the column of names."""
    small = paper.look.small
    end = _NAME + paper.width(row.name.lines[0][1], row.name.kind) + 3
    left = _NAME + columns.names - end
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
