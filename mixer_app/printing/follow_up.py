"""Follow-up summaries: a letter to each attendee; contacts only where both said yes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import FollowUpSummary, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_name
from mixer_app.printing.follow_up_contact import LARGE, USUAL, LetterFrame
from mixer_app.printing.follow_up_rows import MetRow, NextRow, Spacing
from mixer_app.printing.follow_up_words import FollowUpWords
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.look import Type
from mixer_app.printing.marks import single_roles, tick_box
from mixer_app.printing.paper import A4, Paper, PrintKit
from mixer_app.printing.paragraphs import paragraph
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.wrapping import shorten, wrap

_LOGO: Final = (50.0, 14.0)  # mm, the most that a logo takes
_LOGO_TOP: Final = 24.0
_GOAL: Final = 6.1  # mm that the goal stands in
_WORD: Final = FollowUpWords
_NAME_RULE: Final = NameRule(largest=24.0, native_largest=24.0, native_line=9.0, beside=True)


def write_follow_up(
    summaries: Sequence[FollowUpSummary],
    path: Path,
    *,
    large: bool = False,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """One letter a person, on as many A4 pages as it takes; `large` is everything times 1.4."""
    with Paper(path, title=_WORD.TITLE, kit=kit) as paper:
        if not summaries:
            paper.begin_page(*A4)
        for number, summary in enumerate(summaries):
            report(progress, number / len(summaries), _WORD.PROGRESS)
            _Letter(paper, summary, LARGE if large else USUAL).draw()
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


_SPACINGS: Final = (
    Spacing(section=10.5, below=4.0, contact=25.4),
    Spacing(section=8.2, below=2.6, contact=24.0),
    Spacing(section=7.0, below=2.1, contact=22.2, raised=1.4),  # too close for large print
)
"""A letter has the first of those with which it takes the fewest pages."""

_TOP: Final = 18.0  # mm, of a page that goes on


class _Letter:
    """One summary being drawn from top to foot."""

    def __init__(self, paper: Paper, summary: FollowUpSummary, frame: LetterFrame) -> None:
        self._paper = paper
        self._frame = frame
        self._look = paper.look
        self._summary = summary
        self._top = 0.0
        self._spacing = _SPACINGS[0]
        self._met = [MetRow(paper, frame, met) for met in summary.met]
        self._next = [NextRow(paper, frame, person, how) for person, how in _WORD.next_people(summary)]
        self._advice = _WORD.advice(summary)

    def draw(self) -> None:
        """All parts, one below the other, on as few pages as they take."""
        self._begin_page()
        self._draw_head()
        self._draw_lead()
        if self._summary.goal:
            self._draw_goal()
        self._spacing = min(_SPACINGS if self._frame.beside else _SPACINGS[:2], key=self._pages)
        for height, draw in self._blocks(self._spacing):
            if self._top + height > self._frame.last:
                self._begin_page()
            draw()

    def _pages(self, spacing: Spacing) -> int:
        """How many pages the rest of the letter takes."""
        pages, top = 1, self._top
        for height, _ in self._blocks(spacing):
            if top + height > self._frame.last:
                pages, top = pages + 1, _TOP
            top += height
        return pages

    def _blocks(self, spacing: Spacing) -> Iterator[tuple[float, Callable[[], None]]]:
        """What is never divided between pages: its height in mm, and what draws it."""
        heading = spacing.section + 2.85
        for title, rows, note in ((_WORD.MET, self._met, self._privacy), (_WORD.NEXT, self._next, "")):
            for row in rows:
                head, foot = title if row is rows[0] else "", note if row is rows[-1] else ""
                height = row.height(spacing) + (heading if head else 0.0) + self._note_height(foot)
                yield height, partial(self._draw_row, row, head, foot)
        yield heading + self._dates_height(), self._draw_dates
        if self._advice:
            lines = len(wrap(self._paper.shaper, self._advice, self._look.body, self._frame.suggestion_width))
            yield heading + 3.5 + lines * self._look.body.line_mm, self._draw_suggestion

    def _begin_page(self) -> None:
        paper, summary = self._paper, self._summary
        paper.begin_page(*A4, self._frame.scale)
        paper.line(self._frame.left, self._frame.foot, self._frame.right, self._frame.foot)
        caption = self._look.caption
        baseline = self._frame.foot + 5.4
        code = paper.text(self._frame.right, baseline, spaced(summary.code), caption.as_code, "text_muted", "right")
        room = self._frame.width - code - 4
        for index, line in enumerate(wrap(paper.shaper, _WORD.questions(summary.questions_to), caption, room)[:2]):
            paper.text(self._frame.left, baseline + index * 4.0, line, caption, "text_muted")
        self._top = _TOP

    def _draw_head(self) -> None:
        paper, look, summary = self._paper, self._look, self._summary
        paper.text(self._frame.left, 19.15, _WORD.HEAD, look.caption, "text_muted")
        role_width = _role_width(paper, summary.role, look.strong)
        draw_role(paper, self._frame.right - role_width, 19.9, summary.role, look.strong)
        logo = draw_logo(paper, self._frame.right, _LOGO_TOP, *_LOGO, "right", rise=1.0)
        width = self._frame.width - (logo + 6.0 if logo else 0.0)
        fitted = fit_name(paper.shaper, summary.name, width, 11.2, _NAME_RULE)
        if fitted.shrunk:
            paper.note(words.name_in_small_letters(summary.name.shown))
        fitted.draw(paper, self._frame.left, 20.4, 11.2)
        event = shorten(paper.shaper, f"{summary.event_name}, {words.day(summary.day)}", look.body, width)[0]
        paper.text(self._frame.left, 36.0, event[0], look.body, "event")
        paper.line(self._frame.left, 41.65, self._frame.right, 41.65, 0.35, "text")
        self._top = 46.3

    def _draw_lead(self) -> None:
        mutual = sum(bool(met.contact or met.waits) for met in self._summary.met)
        text = _WORD.lead(self._summary.role, len(self._summary.met), mutual)
        self._top = paragraph(
            self._paper,
            self._frame.left,
            self._top,
            text,
            self._look.title.weighing(500),
            self._frame.width,
        )

    def _draw_goal(self) -> None:
        paper, look = self._paper, self._look
        lines = wrap(paper.shaper, self._summary.goal, look.title, self._frame.width - _GOAL)
        height = 5.3 + len(lines) * look.title.line_mm
        top = self._top + 5.1
        paper.rectangle(self._frame.left, top, 0.9, height, fill="accent")
        paper.text(self._frame.left + _GOAL, top + 4.0, _WORD.GOAL, look.caption, "text_muted")
        paragraph(paper, self._frame.left + _GOAL, top + 5.3, self._summary.goal, look.title, self._frame.width - _GOAL)
        self._top = top + height

    def _draw_heading(self, title: str) -> None:
        paper = self._paper
        baseline = self._top + self._spacing.section
        paper.text(self._frame.left, baseline, title, self._look.strong)
        paper.line(self._frame.left, baseline + 2.85, self._frame.right, baseline + 2.85, 0.35, "text")
        self._top = baseline + 2.85

    def _draw_row(self, row: MetRow | NextRow, title: str, note: str) -> None:
        if title:
            self._draw_heading(title)
        row.draw(self._top, self._spacing)
        self._top += row.height(self._spacing)
        self._paper.line(self._frame.left, self._top, self._frame.right, self._top)
        if note:
            small = self._look.small
            paragraph(self._paper, self._frame.left, self._top + 2.7, note, small, self._frame.width, "text_muted")
            self._top += self._note_height(note)

    @property
    def _privacy(self) -> str:
        return _WORD.SCAN if any(met.contact for met in self._summary.met) else _WORD.PRIVATE

    def _note_height(self, note: str) -> float:
        small = self._look.small
        return 2.5 + len(wrap(self._paper.shaper, note, small, self._frame.width)) * small.line_mm if note else 0.0

    def _dates_height(self) -> float:
        body = self._look.body
        steps = _WORD.steps(self._summary)
        lines = max(len(wrap(self._paper.shaper, text, body, self._frame.date_width)) for text in steps)
        return 21.3 + lines * body.line_mm

    def _draw_dates(self) -> None:
        summary = self._summary
        soon, later = _WORD.steps(summary)
        self._draw_heading(_WORD.DATES)
        top = self._top
        columns = (
            (self._frame.left, _WORD.TWO_WEEKS, summary.two_weeks, soon),
            (self._frame.second_date, _WORD.THREE_MONTHS, summary.three_months, later),
        )
        foot = top
        for x, title, day, text in columns:
            paper, look = self._paper, self._look
            paper.text(x, top + 6.3, title, look.caption, "text_muted")
            paper.text(x, top + 12.75, words.short_day(day), look.title)
            lines_end = paragraph(paper, x, top + 15.9, text, look.body, self._frame.date_width)
            tick_box(paper, x, lines_end + 1.8, 3.6)
            paper.text(x + 5.3, lines_end + 4.75, _WORD.DONE, look.small)
            foot = max(foot, lines_end + 5.4)
        self._top = foot

    def _draw_suggestion(self) -> None:
        self._draw_heading(_WORD.SUGGESTION)
        body, frame = self._look.body, self._frame
        self._top = paragraph(self._paper, frame.left, self._top + 3.5, self._advice, body, frame.suggestion_width)


def _role_width(paper: Paper, role: Role, kind: Type) -> float:
    one = [kind.size * 0.3 + 2.0 + paper.width(words.ROLE[part], kind.weighing(600)) for part in single_roles(role)]
    return sum(one) + 4.0 * (len(one) - 1)
