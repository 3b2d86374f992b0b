"""The figures of the event report as tables: what the charts tell, no more and no less."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mixer_app.domain.paper import EventReport, Supply
from mixer_app.printing import report_words as say
from mixer_app.printing import words
from mixer_app.printing.page_sizes import A4
from mixer_app.printing.paper import Paper
from mixer_app.printing.report_attendance import AttendanceChart
from mixer_app.printing.report_pages import draw_foot
from mixer_app.printing.report_scores import score_steps
from mixer_app.printing.small_counts import Column, is_small, is_told, joined, joined_parts
from mixer_app.printing.wrapping import shorten

_TOP: Final = 30.0
_LAST: Final = 272.0
_COLUMNS: Final = ((18.0, 100.0), (110.0, 192.0))
_ROW: Final = 4.7
_TITLE: Final = 11.4  # of a table, with the names of its columns
_GAP: Final = 5.2
_FIGURE: Final = 20.5  # mm of a column of figures
_FEWEST_ROWS: Final = 3  # of a table that goes on in the next column

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title; `heads` names the columns, the first of which is words."""

    title: str
    heads: Row
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """In mm, with the air below."""
        return _TITLE + _ROW * len(self.rows) + _GAP


Page = list[list[Table]]
"""Tables of each of the two columns of a page."""


def report_tables(paper: Paper, report: EventReport) -> list[Table]:
    """Every figure of the report, in the order of its pages; those that would be empty are left out."""
    tables = [_evening(report), *_attendance(paper, report), *_years(report), *_before(report)]
    tables += [_meetings(report), _fit(report)]
    tables += [
        _supply(say.NEEDS[0], say.NEED, report.needs),
        _supply(say.TOPICS[0], say.TOPIC, report.topics),
        *_answers(report),
    ]
    return [table for table in tables if table.rows]


def laid_out(tables: Sequence[Table]) -> list[Page]:
    """The tables on as few pages as they need; a long one goes on in the next column."""
    pages: list[Page] = [[[], []]]
    column, left = 0, _LAST - _TOP
    waiting = list(tables)
    while waiting:
        table = waiting.pop(0)
        room = int((left - _TITLE) / _ROW)
        if table.height - _GAP <= left:
            pages[-1][column].append(table)
            left -= table.height
            continue
        if room >= _FEWEST_ROWS:
            pages[-1][column].append(Table(table.title, table.heads, table.rows[:room]))
            table = Table(table.title, table.heads, table.rows[room:])
        waiting.insert(0, table)
        column, left = (1, _LAST - _TOP) if column == 0 else (0, _LAST - _TOP)
        if column == 0:
            pages.append([[], []])
    return pages


def draw_tables(paper: Paper, report: EventReport, pages: Sequence[Page], total: int) -> None:
    """The pages after the two with the charts."""
    for number, page in enumerate(pages, total - len(pages) + 1):
        paper.begin_page(*A4)
        paper.text(_COLUMNS[0][0], 20.5, say.TABLE, paper.look.title)
        for (left, right), tables in zip(_COLUMNS, page, strict=True):
            top = _TOP
            for table in tables:
                _draw(paper, table, left, right, top)
                top += table.height
        draw_foot(paper, report, number, total)


def _draw(paper: Paper, table: Table, left: float, right: float, top: float) -> None:
    look = paper.look
    paper.text(left, top, table.title, look.strong)
    _draw_row(paper, table.heads, left, right, top + 5.6, muted=True)
    paper.line(left, top + 7.4, right, top + 7.4, 0.35, "text")
    for index, row in enumerate(table.rows):
        baseline = top + _TITLE + index * _ROW
        _draw_row(paper, row, left, right, baseline, muted=False)
        paper.line(left, baseline + 1.5, right, baseline + 1.5)


def _draw_row(paper: Paper, row: Row, left: float, right: float, baseline: float, *, muted: bool) -> None:
    look = paper.look
    colour = "text_muted" if muted else "text"
    kind = look.small if muted else look.small.with_table_figures
    words_width = right - left - _FIGURE * (len(row) - 1) - 1.5
    first = shorten(paper.shaper, row[0], kind, words_width)[0]
    paper.text(left, baseline, first[0] if first else "", kind, colour)
    for place, figure in enumerate(reversed(row[1:])):
        paper.text(right - place * _FIGURE, baseline, figure, kind, colour, "right")


def _told(count: int) -> str:
    return say.FEWER if is_small(count) else str(count)


def _evening(report: EventReport) -> Table:
    came_late = _told(report.late_arrivals) if report.round_times else ""
    planned, held = report.introductions_planned, report.introductions_held
    matches = say.matches(report) if say.answers_tell(report) else say.answers_entered(report)
    mentors = "" if say.few_are_both(report) else _told(report.mentors)
    rows = (
        ("Registered", say.registered(report)),
        ("Came", str(report.came)),
        ("Mentors who came", mentors),
        ("Mentees who came", _told(report.mentees)),
        ("Rounds", str(report.rounds)),
        ("Minutes of a round", str(report.minutes)),
        ("Tables", str(report.tables)),
        ("Introductions planned", str(planned) if say.compared(held, planned) else ""),
        ("Introductions held", str(held)),
        (f"Mentees with a score of {report.strong:g} or more", say.share(report.strong_mentees, report.mentees)),
        ("Mutual matches", matches),
        ("Came after the first round had begun", came_late),
        ("People who answered", say.people_who_answered(report) if report.sheets else ""),
        ("Referrals to another mentor", _told(report.referrals) if report.referrals else ""),
    )
    return Table(say.EVENING, (say.FIGURE, say.NUMBER), tuple(row for row in rows if row[1]))


def _attendance(paper: Paper, report: EventReport) -> Iterator[Table]:
    if report.arrivals:
        moments = AttendanceChart(paper, report, 0.0).moments()
        changes = [moments[0], *(now for before, now in pairwise(moments) if now[1] != before[1])]
        rows = tuple((words.clock(at), str(count)) for at, count in changes)
        yield Table(say.ATTENDANCE[0], (say.TIME, say.IN_THE_ROOM), rows)


def _years(report: EventReport) -> Iterator[Table]:
    if len(report.years) > 1:
        rows = tuple((year.label, say.registered(year), str(year.came)) for year in report.years)
        yield Table(say.YEARS[0], (say.YEAR, words.capital(say.REGISTERED), words.capital(say.CAME)), rows)


def _before(report: EventReport) -> Iterator[Table]:
    year = say.year_before(report)
    if year is not None and year.introductions:
        rows = (
            ("Introductions held", str(year.introductions)),
            ("Mentees with a strong match", say.share(year.strong, year.mentees)),
            ("Mutual matches", "" if year.mutual is None else say.matches_of(year.mutual, year.introductions)),
        )
        yield Table(say.before(year), (say.FIGURE, say.NUMBER), tuple(row for row in rows if row[1]))


def _columns(columns: Sequence[Column]) -> tuple[Row, ...]:
    return tuple((say.column(one, columns[-1], ""), str(one.count)) for one in columns)


def _meetings(report: EventReport) -> Table:
    return Table(say.MEETINGS, (say.MEETINGS_HAD, say.MENTEES), _columns(joined(report.meetings_per_mentee)))


def _fit(report: EventReport) -> Table:
    held = len(report.scores)
    above = sum(score >= report.strong - 1e-9 for score in report.scores)
    if not is_told(above, held):
        return Table(say.FIT, ("", ""), ((say.nearly_all_fit(report.strong, above=above > held - above), ""),))
    weak, strong = score_steps(report)
    rows = tuple((step.label, str(step.count)) for step in (*weak, *strong))
    return Table(say.FIT, (say.SCORE, say.INTRODUCTIONS), rows)


def _supply(title: str, what: str, supplies: Sequence[Supply]) -> Table:
    rows = tuple((one.name, _small(one.wanted), _small(one.offered)) for one in say.by_shortage(supplies))
    return Table(title, (what, say.ASKED, say.OFFERED), rows)


def _small(count: int) -> str:
    """None at all is not told either: the bars of both have one length."""
    return say.FEWER if count == 0 else _told(count)


def _answers(report: EventReport) -> Iterator[Table]:
    if not say.answers_tell(report):
        return
    sides = (report.mentee_answers.parts, report.mentor_answers.parts)
    rows = tuple(
        (say.answer(group), *(str(sum(side[part] for part in group)) for side in sides))
        for group in joined_parts(sides)
    )
    yield Table(say.STAY, (say.ANSWER, say.MENTEES, say.MENTORS), rows)
    if say.helped(report):
        marks = joined(list(enumerate(report.helped, 1)))
        yield Table(say.HELPED, (say.MARK, say.GIVEN), tuple((_mark(one), str(one.count)) for one in marks))
    columns = joined(report.mutual_per_mentee)
    yield Table(say.MUTUAL, (say.MATCHES_HAD, say.MENTEES), _columns(columns))


def _mark(column: Column) -> str:
    return str(column.low) if column.low == column.high else f"{column.low} to {column.high}"
