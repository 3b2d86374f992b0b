"""Round sheets for the room's marshals: tables and people of one round, to be ticked while walking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from mixer_app.domain.paper import PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import PageSize, RoundSheet
from mixer_app.printing import words
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.marks import ROLE_COLOUR, role_shape, tick_box
from mixer_app.printing.name_lines import LINE, RISE, NameLines, name_lines
from mixer_app.printing.page_sizes import PAGES
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.round_layout import (
    COLUMN,
    NAME,
    NOTE_RIGHT,
    ROW_TOP,
    ZONE_HEAD,
    PersonRow,
    TableRow,
    Zone,
    height,
    in_columns,
    note_left,
    pages_of,
    table_rows,
    zones_of,
)
from mixer_app.printing.round_people import people_pages
from mixer_app.printing.round_words import RoundWords
from mixer_app.printing.wrapping import Span, shorten

MARGIN: Final = 14.0
_TOP: Final = 29.8  # the rule under the head, on A4
_FREE_COLUMNS: Final = 5
_FREE_HEAD: Final = 7.9  # from the rule above the free to their names
_BETWEEN: Final = 0.35  # mm between the free
_SHAPE: Final = 13.2
_APART: Final = 9.0  # mm between the figures of the head

Side = Callable[[], None]


def write_round_sheets(
    sheets: Sequence[RoundSheet],
    path: Path,
    *,
    page: PageSize = PageSize.A4,
    by_person: bool = False,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """Each round on as many pages as it takes; with `by_person` the same by name on the back of every sheet."""
    with Paper(path, title=RoundWords.TITLE, kit=kit) as paper:
        for number, sheet in enumerate(sheets):
            report(progress, number / len(sheets), RoundWords.PROGRESS)
            _Round(paper, sheet, PAGES[page]).draw(by_person=by_person, last=number == len(sheets) - 1)
        if not sheets:
            paper.begin_page(*PAGES[page])
    report(progress, 1.0, RoundWords.PROGRESS)
    return paper.report


class _Round:
    """The pages of one round."""

    def __init__(self, paper: Paper, sheet: RoundSheet, page: tuple[float, float]) -> None:
        self._paper, self._sheet = paper, sheet
        self._width, self._height = page
        self._right = self._width - MARGIN
        up = max(0.0, (PAGES[PageSize.A4][1] - self._height) / 6)  # shorter paper: both edges give way
        self._foot = self._height - 8.2 + up / 2
        self._top = _TOP - up
        self._last = self._foot - 4.6  # the lowest baseline of anything above the foot
        self._columns = (MARGIN, self._right - COLUMN)

    def draw(self, *, by_person: bool, last: bool) -> None:
        """All pages; on the backs the list by person, so that every round begins on a sheet of its own."""
        fronts, backs = self._fronts(), self._backs() if by_person else []
        sides: list[Side] = []
        for number, front in enumerate(fronts):
            sides += [front, backs[number % len(backs)]] if backs else [front]
        sides += backs[len(fronts) :]
        for number, side in enumerate(sides):
            self._begin(number + 1, len(sides))
            side()
        if backs and len(sides) % 2 and not last:
            self._paper.begin_page(self._width, self._height)

    def _fronts(self) -> list[Side]:
        """The pages of the tables, and the free below them or, where there is no room, on pages of their own."""
        paper, room = self._paper, self._foot - 5.5 - self._top
        rows = [row for table in self._sheet.tables for row in table_rows(paper, table, room - ZONE_HEAD)]
        pages = pages_of(zones_of(rows, room), room) or [([], [])]
        sides: list[Side] = [partial(self._draw_tables, page) for page in pages]
        free = [_Cell(name_lines(paper, name, paper.look.small, self._free_width)) for name in self._sheet.free]
        below = self._top + max(height(column) for column in pages[-1]) + 2.2
        columns, rest = in_columns(free, _FREE_COLUMNS, self._free_room(below))
        if not rest:
            if free:
                sides[-1] = partial(self._draw_all, pages[-1], columns, below)
            return sides
        title, rest = RoundWords.FREE, free
        while rest:
            columns, rest = in_columns(rest, _FREE_COLUMNS, self._free_room(self._top))
            sides.append(partial(self._draw_free, columns, self._top, title))
            title = RoundWords.FREE_GOES_ON
        return sides

    def _backs(self) -> list[Side]:
        places = (MARGIN, self._right, self._top, self._last)
        return people_pages(self._paper, self._sheet.people, places)

    @property
    def _free_width(self) -> float:
        return (self._right - MARGIN - 3.0 * (_FREE_COLUMNS - 1)) / _FREE_COLUMNS - 4.0

    def _free_room(self, top: float) -> float:
        """The height for names of the free whose head begins at `top`."""
        return self._last + LINE - RISE - top - _FREE_HEAD

    def _begin(self, number: int, total: int) -> None:
        """A page with its head and foot."""
        paper, look, sheet = self._paper, self._paper.look, self._sheet
        paper.begin_page(self._width, self._height)
        up = _TOP - self._top
        paper.text(MARGIN, 14.1 - up, RoundWords.head(number, total), look.caption, "text_muted")
        which = Span(RoundWords.round(sheet.number), look.display)
        of_all = Span(f" {RoundWords.of(sheet.rounds)}", look.title.weighing(500), "text_muted")
        draw_spans(paper, MARGIN, 23.4 - up, (which, of_all))
        seated = sum(table.meets for table in sheet.tables)
        values = (words.clock(sheet.starts_at), words.clock(sheet.ends_at), str(seated), str(len(sheet.free)))
        kind = look.title.with_table_figures
        figures = list(zip(RoundWords.FIGURES, values, strict=True))
        widths = [max(paper.width(title, look.caption), paper.width(value, kind)) for title, value in figures]
        left = self._right - sum(widths) - _APART * (len(widths) - 1)
        for (title, value), wide in zip(figures, widths, strict=True):
            paper.text(left, 18.6 - up, title, look.caption, "text_muted")
            paper.text(left, 25.0 - up, value, kind)
            left += wide + _APART
        paper.line(MARGIN, self._top, self._right, self._top, 0.35, "text")
        plan = RoundWords.plan(sheet.plan_version, sheet.published, words.clock(sheet.plan_at))
        width = paper.text(self._right, self._foot, f"{plan} {RoundWords.DESTROY}", look.caption, "text_muted", "right")
        event, room = f"{sheet.event_name}, {words.day(sheet.day)}", self._right - MARGIN - width - 6
        if paper.width(event, look.caption) > room:
            event = sheet.event_name
        lines, _ = shorten(paper.shaper, event, look.caption, room)
        paper.text(MARGIN, self._foot, lines[0] if lines else "", look.caption, "text_muted")

    def _draw_tables(self, page: tuple[Sequence[Zone], Sequence[Zone]]) -> None:
        if not page[0]:
            self._paper.text(MARGIN, self._top + 8.3, RoundWords.NOBODY, self._paper.look.body, "text_muted")
        for x, zones in zip(self._columns, page, strict=True):
            top = self._top
            for zone in zones:
                self._draw_zone(x, top, zone)
                top += zone.height

    def _draw_all(
        self, page: tuple[Sequence[Zone], Sequence[Zone]], free: Sequence[Sequence["_Cell"]], below: float
    ) -> None:
        """Tables, and the free below a rule."""
        self._draw_tables(page)
        self._paper.line(MARGIN, below, self._right, below, 0.35, "text")
        self._draw_free(free, below, RoundWords.FREE)

    def _draw_zone(self, x: float, top: float, zone: Zone) -> None:
        paper, look = self._paper, self._paper.look
        paper.text(x, top + 7.5, zone.title, look.strong)
        label = x + COLUMN - 35.0
        end = label + paper.text(label, top + 7.5, RoundWords.MARSHAL, look.caption, "text_muted")
        paper.line(end + 3.0, top + 7.5, x + COLUMN, top + 7.5, 0.12, "text_muted")
        down = top + 9.5
        paper.line(x, down, x + COLUMN, down, 0.35, "text")
        for index, row in enumerate(zone.rows):
            if index:
                paper.line(x, down, x + COLUMN, down, 0.35)
            self._draw_row(x, down, row)
            down += row.height

    def _draw_row(self, x: float, top: float, row: TableRow) -> None:
        paper = self._paper
        number, kind = str(row.number), paper.look.title.with_table_figures
        kind = fit_line(paper.shaper, number, 10.6, kind, 5.0) or kind.sized(5.0)
        paper.text(x + (8.0 if len(number) < 3 else 10.6), top + 6.8, number, kind, "text", "right")
        down = top + ROW_TOP
        for person in row.people:
            self._draw_person(x, down, person)
            down += person.height

    def _draw_person(self, x: float, top: float, row: PersonRow) -> None:
        paper, caption = self._paper, self._paper.look.caption
        role = Role.MENTOR if row.person.role.hosts else Role.MENTEE
        baseline = top + row.name.first
        role_shape(paper, x + _SHAPE, baseline - 1.1, 2.4, role, ROLE_COLOUR[role])
        row.name.draw(paper, x + NAME, top)
        tick_box(paper, x + COLUMN - 3.4, baseline - 2.75, 3.4)
        if row.note:
            left = note_left(paper, row.note)
            box = (x + left, baseline - 2.95, NOTE_RIGHT - left, 3.9)
            paper.rectangle(*box, radius=0.8, stroke="text_muted", line=0.25)
            paper.text(x + left + 1.5, baseline, row.note, caption)

    def _draw_free(self, columns: Sequence[Sequence["_Cell"]], top: float, title: str) -> None:
        paper, look = self._paper, self._paper.look
        end = MARGIN + paper.text(MARGIN, top + 5.8, title, look.strong)
        paper.text(end + 4.0, top + 5.8, RoundWords.FREE_HOW, look.caption, "text_muted")
        pitch = (self._right - MARGIN + 3.0) / _FREE_COLUMNS
        for index, column in enumerate(columns):
            x, down = MARGIN + index * pitch, top + _FREE_HEAD
            for cell in column:
                role_shape(paper, x + 1.2, down + cell.name.first - 1.1, 2.4, Role.MENTEE)
                cell.name.draw(paper, x + 4.0, down)
                down += cell.height


@dataclass(frozen=True, slots=True)
class _Cell:
    """One free person."""

    name: NameLines

    @property
    def height(self) -> float:
        return self.name.height + _BETWEEN
