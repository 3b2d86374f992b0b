"""A match sheet on an A6 card: where to be when and with whom, and three boxes to tick beside each name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import MatchSheet, SheetMeeting, SheetRound
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.marks import badge_qr, tick_box
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans, paragraph
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.sheet_rounds import name_spans
from mixer_app.printing.wrapping import Span, shorten

CARD: Final = (105.0, 148.5)
_LEFT: Final = 7.0
_RIGHT: Final = 98.0
_TABLE: Final = 21.5
_TABLE_SIDE: Final = 11.0
_TEXT: Final = 35.5
_TICKS: Final = 79.4
_PITCH: Final = 7.2
_BOX: Final = 4.2
_GAP: Final = 2.4
_WIDTH: Final = _TICKS - _TEXT - _GAP
_FIRST: Final = 42.2
_LAST: Final = 132.0
_FREE: Final = 9.5
_NAME_RULE: Final = NameRule(largest=18.0, given=15.0, native_largest=18.0, native_line=7.4, beside=True)
_WORD: Final = words.SheetWords


@dataclass(frozen=True, slots=True)
class CardRow:
    """A round as it stands on a card: `told` of each partner are the job and why (2), the job (1), the name (0)."""

    round: SheetRound
    told: int
    height: float  # in mm


def cards_of(paper: Paper, sheet: MatchSheet) -> list[list[CardRow]]:
    """The rounds of a person on as few cards as can be, with as much told of each partner as then fits."""
    ways = [_on_cards([_row(paper, one, told) for one in sheet.rounds]) for told in (2, 1, 0)]
    return min(ways, key=len)


def _row(paper: Paper, one: SheetRound, most: int) -> CardRow:
    told = min(most, {1: 2, 2: 1}.get(len(one.meetings), 0))  # of several at a table the job or only the name
    height = sum(_height(paper, meeting, told) for meeting in one.meetings) + 2.0
    return CardRow(one, told, max(height, _TABLE_SIDE + 3.8) if one.meetings else _FREE)


def _on_cards(rows: Sequence[CardRow]) -> list[list[CardRow]]:
    cards: list[list[CardRow]] = [[]]
    for row in rows:
        if cards[-1] and sum(each.height for each in cards[-1]) + row.height > _LAST - _FIRST:
            cards.append([])
        cards[-1].append(row)
    return cards


def draw_card(paper: Paper, sheet: MatchSheet, rows: Sequence[CardRow], *, kept: bool = False) -> None:
    """Head, rounds, and what to do with the card: it is left at the desk, or `kept` as notes are on its back."""
    _draw_head(paper, sheet)
    top = _FIRST
    for index, row in enumerate(rows):
        _draw_round(paper, sheet, row, top)
        top += row.height
        if index < len(rows) - 1:
            paper.line(_LEFT, top, _RIGHT, top)
    if not rows:
        paragraph(paper, _LEFT, _FIRST + 2, _WORD.NO_ROUNDS, paper.look.body, _RIGHT - _LEFT, "text_muted")
    _draw_foot(paper, sheet, _WORD.CARD_KEPT if kept else _WORD.CARD)


def _draw_head(paper: Paper, sheet: MatchSheet) -> None:
    look = paper.look
    draw_role(paper, _LEFT, 10.0, sheet.role, look.caption)
    badge_qr(paper, _RIGHT - 16, 7.0, 16, sheet.code)
    width = _RIGHT - 16 - 4 - _LEFT
    fitted = fit_name(paper.shaper, sheet.name, width, 9.6, _NAME_RULE)
    if fitted.shrunk:
        paper.note(words.name_in_small_letters(sheet.name.shown))
    fitted.draw(paper, _LEFT, 11.6, 9.6)
    event = shorten(paper.shaper, sheet.event_name, look.small, width - 4.0)[0]
    for index, line in enumerate((*event[:1], words.day(sheet.day))):
        paper.text(_LEFT, 25.4 + index * look.small.line_mm, line, look.small, "text_muted")
    paper.text(_RIGHT, 27.0, spaced(sheet.code), look.caption.as_code, "text", "right")
    paper.line(_LEFT, 33.0, _RIGHT, 33.0, 0.35, "text")
    paper.text(_TICKS - 3.4, 38.6, _WORD.STAY, look.caption, "text_muted", "right")
    for place, (key, word) in enumerate(_WORD.SHORT_ANSWERS):
        middle = _TICKS + place * _PITCH + _BOX / 2
        paper.text(middle, 36.8, key, look.caption.weighing(600).with_table_figures, "text", "centre")
        paper.text(middle, 40.6, word, look.small, "text_muted", "centre")
    paper.line(_LEFT, _FIRST, _RIGHT, _FIRST)


def _draw_round(paper: Paper, sheet: MatchSheet, row: CardRow, top: float) -> None:
    look, one = paper.look, row.round
    if not one.meetings:
        middle = top + row.height / 2 + 1.2
        paper.text(_LEFT, middle + 0.5, words.clock(one.starts_at), look.strong.with_table_figures)
        rests = sheet.role is Role.MENTOR
        paper.text(_TABLE, middle, _WORD.REST if rests else _WORD.FREE_SHORT, look.small, "text_muted")
        return
    paper.text(_LEFT, top + 5.6, words.clock(one.starts_at), look.strong.with_table_figures)
    paper.text(_LEFT, top + 9.8, _WORD.round(one.number), look.small, "text_muted")
    _draw_table(paper, top + 1.9, one.table)
    y = top + 1.2
    for meeting in one.meetings:
        _draw_partner(paper, meeting, row.told, y)
        y += _height(paper, meeting, row.told)


def _draw_table(paper: Paper, top: float, table: int | None) -> None:
    paper.rectangle(_TABLE, top, _TABLE_SIDE, _TABLE_SIDE, radius=1.6, stroke="text")
    kind = paper.look.display.sized(18.0)
    number = "" if table is None else str(table)
    fitted = fit_line(paper.shaper, number, _TABLE_SIDE - 1.6, kind, 6.0) or kind.sized(6.0)
    baseline = top + _TABLE_SIDE / 2 + fitted.size * 0.128
    paper.text(_TABLE + _TABLE_SIDE / 2, baseline, number, fitted, "text", "centre")


def _draw_partner(paper: Paper, meeting: SheetMeeting, told: int, top: float) -> None:
    look = paper.look
    baseline = top + 4.4
    for index, spans in enumerate(_name(paper, meeting)):
        baseline += look.body.line_mm if index else 0.0
        draw_spans(paper, _TEXT, baseline, spans)
    for line, colour in _about(paper, meeting, told):
        baseline += look.small.line_mm
        paper.text(_TEXT, baseline, line, look.small, colour)
    for place in range(len(_WORD.SHORT_ANSWERS)):
        tick_box(paper, _TICKS + place * _PITCH, top + 1.6, _BOX)


def _name(paper: Paper, meeting: SheetMeeting) -> list[list[Span]]:
    """Own script and Latin form, each on a line of its own where one does not hold both."""
    strong, caption, name = paper.look.strong, paper.look.caption, meeting.name
    rows = name_spans(paper, name, strong, caption, _WIDTH)
    if len(rows) > 1 and name.native:
        return [
            [Span(f"{paper.mark}{name.native}", strong)],
            *name_spans(paper, _latin(name), caption, caption, _WIDTH),
        ]
    return rows


def _latin(name: PersonName) -> PersonName:
    return PersonName(full=name.full, given=name.given, family=name.family)


def _about(paper: Paper, meeting: SheetMeeting, told: int) -> list[tuple[str, str]]:
    """Job and the first sentence of why that fits."""
    small = paper.look.small
    if not told:
        return []
    job = words.job(meeting.title, meeting.employer)
    job = job if paper.width(job, small) <= _WIDTH else meeting.title or meeting.employer
    shown = shorten(paper.shaper, job, small, _WIDTH)[0][:1] if job else []
    lines = [(line, "text_muted") for line in shown]
    why = next((f"{text.rstrip('.')}." for text in meeting.why if paper.width(f"{text}.", small) <= _WIDTH), "")
    return [*lines, (why, "text")] if why and told > 1 else lines


def _height(paper: Paper, meeting: SheetMeeting, told: int) -> float:
    look = paper.look
    names, about = len(_name(paper, meeting)), len(_about(paper, meeting, told))
    return max(7.4, 6.4 + (names - 1) * look.body.line_mm + about * look.small.line_mm)


def _draw_foot(paper: Paper, sheet: MatchSheet, said: Sequence[str]) -> None:
    look = paper.look
    paper.line(_LEFT, 134.0, _RIGHT, 134.0)
    for index, line in enumerate(said):
        paper.text(_LEFT, 138.0 + index * look.small.line_mm, line, look.small, "text_muted")
    if sheet.replaces is not None:
        plan = _WORD.plan(sheet.plan_version, sheet.replaces)
        paper.text(_RIGHT, 31.4, plan, look.small, "text_muted", "right")
