"""Follow-up summaries: a letter to each attendee; contacts only where both said yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import FollowUpSummary, MetPerson, PaperReport, SharedContact
from mixer_app.domain.people import PersonName
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.look import Type
from mixer_app.printing.marks import check_mark, qr_bits, single_roles, tick_box
from mixer_app.printing.paper import A4, Paper, PrintKit
from mixer_app.printing.paragraphs import draw_spans, paragraph
from mixer_app.printing.sheet_back import called
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.sheet_rounds import name_spans
from mixer_app.printing.wrapping import Span, shorten, wrap

_CONTACT_WIDTH: Final = 56.5
_QR: Final = 19.0
_LOGO: Final = (50.0, 14.0)  # mm, the most that a logo takes
_LOGO_TOP: Final = 24.0
_FIRST_BASELINE: Final = 8.45
_GOAL: Final = 6.1  # mm that the goal stands in
_WORD: Final = words.FollowUpWords
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
            _Letter(paper, summary, _LARGE if large else _USUAL).draw()
    report(progress, 1.0, _WORD.PROGRESS)
    return paper.report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spacing:
    """In mm: from a part's foot to the next heading, below the last line of a row, and a row with a contact."""

    section: float
    below: float
    contact: float


_AIRY: Final = _Spacing(section=10.5, below=4.0, contact=25.4)
_CLOSE: Final = _Spacing(section=8.2, below=2.6, contact=24.0)  # where it saves a second page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where things are on a page of a size, in mm before `scale`; a narrow page has contacts below, not beside."""

    scale: float = 1.0
    left: float = 18.0
    right: float = 192.0
    name: float = 28.1
    contact: float = 114.2
    beside: bool = True
    last: float = 276.0  # foot of the last line
    foot: float = 280.6
    second_date: float = 111.1
    date_width: float = 81.0
    suggestion_width: float = 150.0

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.right - self.left


_USUAL: Final = _Frame()
_LARGE: Final = _Frame(
    scale=1.4,
    left=13.0,
    right=137.0,
    name=22.0,
    contact=22.0,
    beside=False,
    last=194.0,
    foot=198.0,
    second_date=78.0,
    date_width=58.0,
    suggestion_width=124.0,
)


class _Letter:
    """One summary being drawn from top to foot."""

    def __init__(self, paper: Paper, summary: FollowUpSummary, frame: _Frame) -> None:
        self._paper = paper
        self._frame = frame
        self._look = paper.look
        self._summary = summary
        self._top = 0.0
        self._spacing = _AIRY
        self._any_contact = any(met.contact for met in summary.met)

    def draw(self) -> None:
        """All parts, one below the other."""
        self._begin_page()
        self._draw_head()
        self._draw_lead()
        if self._summary.goal:
            self._draw_goal()
        if self._top + self._rest() > self._frame.last:
            self._spacing = _CLOSE
        if self._summary.met:
            self._draw_met()
        self._draw_dates()
        if self._summary.suggestion:
            self._draw_suggestion()

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
        self._top = 18.0

    def _need(self, height: float) -> None:
        if self._top + height > self._frame.last:
            self._begin_page()

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
        mutual = sum(met.contact is not None for met in self._summary.met)
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

    def _section(self, title: str, room: float) -> None:
        self._need(self._spacing.section + 2.85 + room)
        paper = self._paper
        baseline = self._top + self._spacing.section
        paper.text(self._frame.left, baseline, title, self._look.strong)
        paper.line(self._frame.left, baseline + 2.85, self._frame.right, baseline + 2.85, 0.35, "text")
        self._top = baseline + 2.85

    def _draw_met(self) -> None:
        self._section(_WORD.MET, 28)
        for met in self._summary.met:
            self._need(self._row_height(met))
            self._draw_person(met)
        text = _WORD.SCAN if self._any_contact else _WORD.PRIVATE
        small = self._look.small
        foot = paragraph(self._paper, self._frame.left, self._top + 2.7, text, small, self._frame.width, "text_muted")
        self._top = foot - 0.2

    def _draw_person(self, met: MetPerson) -> None:
        paper, top = self._paper, self._top
        baseline = top + _FIRST_BASELINE
        number = str(met.round) if met.round else _WORD.OUTSIDE
        paper.text(self._frame.left, baseline, number, self._look.title.with_table_figures, "text_muted")
        for down, spans in self._lines_about(met):
            baseline += down
            draw_spans(paper, self._frame.name, baseline, spans)
        if met.contact:
            _draw_contact(paper, self._frame, met, met.contact, top if self._frame.beside else top + self._told(met))
        self._top += self._row_height(met)
        paper.line(self._frame.left, self._top, self._frame.right, self._top)

    def _lines_about(self, met: MetPerson) -> list[tuple[float, list[Span]]]:
        """Name, job and what they talked about: how far each line is below the one above, in mm, and what."""
        look, shaper = self._look, self._paper.shaper
        frame = self._frame
        width = (frame.contact if met.contact and frame.beside else frame.right) - frame.name - 4
        name = name_spans(self._paper, met.name, look.title, look.caption, width)
        lines = [(5.0 if index else 0.0, row) for index, row in enumerate(name)]
        for text, colour, down in (
            (words.job(met.title, met.employer), "text_muted", 5.35),
            (_WORD.talked_about(met.talked_about) if met.talked_about else "", "text", 4.9),
        ):
            rows = shorten(shaper, text, look.small, width, 2)[0] if text else []
            lines += [(3.9 if index else down, [Span(row, look.small, colour)]) for index, row in enumerate(rows)]
        return lines

    def _row_height(self, met: MetPerson) -> float:
        told = self._told(met)
        if met.contact is None:
            return told
        prefers = bool(met.contact.means or met.contact.frequency)
        addresses = len(_addresses(self._paper, met.contact))
        contact = 12.7 + 5.0 * (addresses + prefers)
        return max(told, self._spacing.contact, contact) if self._frame.beside else told + max(contact, 23.0)

    def _told(self, met: MetPerson) -> float:
        return _FIRST_BASELINE + sum(down for down, _ in self._lines_about(met)) + self._spacing.below

    def _rest(self) -> float:
        """What whom they met, the dates and the suggestion take, in mm."""
        summary, body = self._summary, self._look.body
        heading = self._spacing.section + 2.85
        met = sum(self._row_height(met) for met in summary.met) + heading + 6.7 if summary.met else 0.0
        suggested = wrap(self._paper.shaper, summary.suggestion, body, self._frame.suggestion_width)
        suggestion = heading + 3.5 + len(suggested) * body.line_mm if suggested else 0.0
        dates = max(len(wrap(self._paper.shaper, text, body, self._frame.date_width)) for text in self._steps())
        return met + heading + 21.3 + dates * body.line_mm + suggestion

    def _steps(self) -> tuple[str, str]:
        """What to do in two weeks and in three months."""
        names = [called(met.name) for met in self._summary.met if met.contact]
        return _WORD.in_two_weeks(names), _WORD.in_three_months(names)

    def _draw_dates(self) -> None:
        summary = self._summary
        soon, later = self._steps()
        self._section(_WORD.DATES, 34)
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
        lines = wrap(self._paper.shaper, self._summary.suggestion, self._look.body, self._frame.suggestion_width)
        self._section(_WORD.SUGGESTION, 3.5 + len(lines) * self._look.body.line_mm)
        self._top = paragraph(
            self._paper,
            self._frame.left,
            self._top + 3.5,
            self._summary.suggestion,
            self._look.body,
            self._frame.suggestion_width,
        )


def _addresses(paper: Paper, contact: SharedContact) -> list[Span]:
    """E-mail and telephone, a line each down to 9 pt; what is longer takes two lines."""
    largest = paper.look.body.weighing(500)
    smallest = largest.sized(paper.look.caption.size)
    lines: list[Span] = []
    for text in (contact.email, contact.phone):
        kind = fit_line(paper.shaper, text, _CONTACT_WIDTH, largest, smallest.size)
        name, at, host = text.partition("@")
        halves = [name, at + host] if at else [text]
        rows = (
            [text] if kind else [row for half in halves for row in wrap(paper.shaper, half, smallest, _CONTACT_WIDTH)]
        )
        lines += [Span(row, kind or smallest) for row in rows if row]
    return lines


def _draw_contact(paper: Paper, frame: _Frame, met: MetPerson, contact: SharedContact, top: float) -> None:
    look = paper.look
    check_mark(paper, frame.contact, top + 8.4, 3.0)
    paper.text(frame.contact + 4.7, top + 8.15, _WORD.BOTH_YES, look.caption, "good")
    baseline = top + 8.8
    for index, line in enumerate(_addresses(paper, contact)):
        baseline += 4.95 if index else 5.4
        paper.text(frame.contact, baseline, line.text, line.kind)
    prefers = _WORD.prefers(contact.means, contact.frequency)
    for line in shorten(paper.shaper, prefers, look.small, _CONTACT_WIDTH)[0] if prefers else []:
        paper.text(frame.contact, baseline + 4.7, line, look.small, "text_muted")
    bits, modules = qr_bits(_contact_card(met.name, met.employer, contact), "M")
    paper.mask(frame.right - _QR, top + 3.1, _QR, bits, modules)


def _contact_card(name: PersonName, employer: str, contact: SharedContact) -> str:
    """A vCard 3.0: name, employer, e-mail, telephone only."""
    rows = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_card(name.family)};{_card(name.given)};;;", f"FN:{_card(name.full)}"]
    rows += [f"ORG:{_card(employer)}"] if employer else []
    rows += [f"EMAIL:{_card(contact.email)}"] if contact.email else []
    rows += [f"TEL:{_card(contact.phone)}"] if contact.phone else []
    return "\r\n".join([*rows, "END:VCARD"])


def _card(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", " ")):
        text = text.replace(plain, escaped)
    return text


def _role_width(paper: Paper, role: Role, kind: Type) -> float:
    one = [kind.size * 0.3 + 2.0 + paper.width(words.ROLE[part], kind.weighing(600)) for part in single_roles(role)]
    return sum(one) + 4.0 * (len(one) - 1)
