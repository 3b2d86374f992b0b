"""The front of a match sheet: where to be when, with whom, why, and how to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import MatchSheet, SheetMeeting, SheetRound
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.look import Type
from mixer_app.printing.marks import ROLE_COLOUR, badge_qr, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans, emphasised, sentences, span_lines
from mixer_app.printing.wrapping import Span, shorten, wrap_spans

LEFT: Final = 10.0
RIGHT: Final = 138.0
FIRST_ROW: Final = 40.3
LAST_ROW: Final = 196.4
FOOT: Final = 201.0
_TABLE: Final = 30.4
_TEXT: Final = 47.8
_WIDTH: Final = RIGHT - _TEXT
_ROOM_FOR_A_JOB: Final = 15.0
_NAME_RULE: Final = NameRule(largest=24.0, given=20.0, native_largest=24.0, native_line=9.0)


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a round is told: lines of why, prompts, and how close rows stand."""

    why: int
    prompts: int
    padding: float = 1.0


ROOMS: Final = (
    Room(2, 2),
    Room(2, 2, 0.8),
    Room(2, 1),
    Room(2, 1, 0.8),
    Room(1, 1, 0.8),
    Room(1, 1, 0.6),
    Room(1, 0, 0.6),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a round's text: how far below the line above, what, and whether a dash stands before it."""

    down: float
    spans: tuple[Span, ...]
    dash: bool = False


def round_height(paper: Paper, meeting_round: SheetRound, room: Room) -> float:
    """The height of a round's row, in mm."""
    if not meeting_round.meetings:
        return 13.7 * max(room.padding, 0.9)
    lines = _lines(paper, meeting_round, room)
    text = 8.3 * room.padding + 1.6 * (1 - room.padding) + sum(line.down for line in lines) + 4.2 * room.padding
    return max(text, 19.4 + 2.6 * room.padding)


def draw_front(paper: Paper, sheet: MatchSheet, rounds: Sequence[SheetRound], room: Room) -> None:
    """Head, the given rounds, and the foot."""
    _draw_head(paper, sheet)
    top = FIRST_ROW
    for index, meeting_round in enumerate(rounds):
        _draw_round(paper, sheet, meeting_round, top, room)
        top += round_height(paper, meeting_round, room)
        if index < len(rounds) - 1:
            paper.line(LEFT, top, RIGHT, top)
    caption = paper.look.caption
    if not rounds:
        paper.text(LEFT, FIRST_ROW + 8.3, words.SheetWords.NO_ROUNDS, paper.look.body, "text_muted")
    paper.text(LEFT, FOOT, words.SheetWords.KEPT, caption, "text_muted")
    changes = words.SheetWords.plan(sheet.plan_version) if sheet.plan_version > 1 else words.SheetWords.CHANGES
    paper.text(RIGHT, FOOT, changes, caption, "text_muted", "right")


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
    room = RIGHT - LEFT - code - paper.width(day, look.caption) - 12
    event, _ = shorten(paper.shaper, sheet.event_name, look.caption, room)
    end = LEFT + paper.text(LEFT, 36.75, event[0] if event else "", look.caption, "text_muted")
    paper.rectangle(end + 3.95, 35.25, 0.9, 0.9, radius=0.45, fill="text_muted")
    paper.text(end + 8.8, 36.75, day, look.caption, "text_muted")
    paper.line(LEFT, FIRST_ROW, RIGHT, FIRST_ROW, 0.35, "text")


def _draw_round(paper: Paper, sheet: MatchSheet, meeting_round: SheetRound, top: float, room: Room) -> None:
    look = paper.look
    start = top - 3.4 * (1 - room.padding)
    figures = look.title.with_table_figures
    if not meeting_round.meetings:
        _draw_free(paper, sheet, meeting_round, top, room)
        return
    paper.text(LEFT, start + 8.3, words.clock(meeting_round.starts_at), figures)
    paper.text(LEFT, start + 12.85, words.SheetWords.round(meeting_round.number), look.caption, "text_muted")
    _draw_table(paper, start + 3.4, meeting_round.table)
    baseline = start + 8.3
    for line in _lines(paper, meeting_round, room):
        baseline += line.down
        if line.dash:
            paper.line(_TEXT + 0.1, baseline - 1.05, _TEXT + 2.1, baseline - 1.05, 0.35, "accent")
        draw_spans(paper, _TEXT + (3.9 if line.dash else 0), baseline, line.spans)


def _draw_table(paper: Paper, top: float, table: int | None) -> None:
    paper.rectangle(_TABLE, top, 14, 15, radius=2, stroke="text")
    paper.text(_TABLE + 7, top + 4.5, words.TABLE, paper.look.caption, "text_muted", "centre")
    number = "" if table is None else str(table)
    kind = paper.look.display if len(number) < 3 else paper.look.display.sized(18.0)
    fitted = fit_line(paper.shaper, number, 12.6, kind, 6.0) or kind.sized(6.0)
    paper.text(_TABLE + 7, top + 12.6, number, fitted, "text", "centre")


def _draw_free(paper: Paper, sheet: MatchSheet, meeting_round: SheetRound, top: float, room: Room) -> None:
    look = paper.look
    rests = sheet.role is Role.MENTOR
    middle = top + 13.7 * max(room.padding, 0.9) / 2
    paper.text(LEFT, middle + 1.75, words.clock(meeting_round.starts_at), look.title.with_table_figures)
    paper.rectangle(_TABLE, middle - 3.45, 14, 6.9, radius=2, stroke="text_muted", line=0.22, dash=(0.8, 0.6))
    word = words.SheetWords.REST if rests else words.SheetWords.FREE
    paper.text(_TABLE + 7, middle + 1.1, word, look.caption, "text_muted", "centre")
    sentence = words.SheetWords.REST_ROUND if rests else words.SheetWords.FREE_ROUND
    lines, _ = shorten(paper.shaper, sentence, look.small, _WIDTH, 2)
    first = middle - (len(lines) - 1) * look.small.line_mm / 2 + 1.15
    for index, line in enumerate(lines):
        paper.text(_TEXT, first + index * look.small.line_mm, line, look.small, "text_muted")


def _lines(paper: Paper, meeting_round: SheetRound, room: Room) -> list[_Line]:
    """The text of a round, from the line after the baseline of the partner's name."""
    if len(meeting_round.meetings) == 1:
        return _one_partner(paper, meeting_round, meeting_round.meetings[0], room)
    lines: list[_Line] = []
    for index, meeting in enumerate(meeting_round.meetings):
        lines += _one_of_a_group(paper, meeting, room, first=index == 0)
    return lines


def _one_partner(paper: Paper, meeting_round: SheetRound, meeting: SheetMeeting, room: Room) -> list[_Line]:
    look = paper.look
    name = name_spans(paper, meeting.name, look.title, look.caption, _WIDTH)
    lines = [
        _Line(0.0, tuple(row)) if index == 0 else _Line(look.title.line_mm * 0.85, tuple(row))
        for index, row in enumerate(name)
    ]
    about, _ = shorten(paper.shaper, words.job(meeting.title, meeting.employer), look.small, _WIDTH)
    lines += [
        _Line(4.65 + (0.6 if meeting.name.native else 0), (Span(line, look.small, "text_muted"),)) for line in about
    ]
    if meeting_round.company:
        company, _ = shorten(paper.shaper, words.SheetWords.company(meeting_round.company), look.small, _WIDTH)
        lines += [
            _Line(look.small.line_mm if about else 4.65, (Span(line, look.small, "text_muted"),)) for line in company
        ]
    lines += _why(paper, meeting, room.why, 5.4)
    lines += _prompts(paper, meeting, room.prompts, 5.4)
    return lines


def _one_of_a_group(paper: Paper, meeting: SheetMeeting, room: Room, *, first: bool) -> list[_Line]:
    look = paper.look
    name = Span(words.name_in_a_list(meeting.name), look.strong)
    left = _WIDTH - paper.width(name.text, name.kind) - 2.0
    about, _ = shorten(paper.shaper, words.job(meeting.title, meeting.employer), look.small, left)
    rows = wrap_spans(paper.shaper, [name], _WIDTH)
    if about and left > _ROOM_FOR_A_JOB:
        rows = [[name, Span(f"  {about[0]}", look.small, "text_muted")]]
    lines = [
        _Line((0.0 if first else 6.2 * room.padding) if at == 0 else 4.6, tuple(row)) for at, row in enumerate(rows)
    ]
    lines += _why(paper, meeting, room.why, 4.5)
    lines += _prompts(paper, meeting, 1, 4.4)
    return lines


def _why(paper: Paper, meeting: SheetMeeting, most: int, down: float) -> list[_Line]:
    look = paper.look
    text = sentences(meeting.why)
    if not text:
        return []
    spans = emphasised(text, meeting.shared, look.small, look.caption.weighing(600))
    rows = span_lines(paper.shaper, spans, _WIDTH, most)
    return [_Line(down if index == 0 else look.small.line_mm, tuple(row)) for index, row in enumerate(rows)]


def _prompts(paper: Paper, meeting: SheetMeeting, most: int, down: float) -> list[_Line]:
    look = paper.look
    lines: list[_Line] = []
    for prompt in meeting.prompts[:most]:
        shown, _ = shorten(paper.shaper, prompt, look.small, _WIDTH - 3.9)
        if shown:
            lines.append(_Line(look.small.line_mm if lines else down, (Span(shown[0], look.small),), dash=True))
    return lines


def name_spans(paper: Paper, name: PersonName, kind: Type, latin: Type, width: float) -> list[list[Span]]:
    """A name on one line (fitted down to 10.5 pt) or two: own script large, Latin form small beside or below it."""
    if name.native and name.native != name.full:
        beside = Span(name.full.replace(" ", "\u00a0"), latin, "text_muted")
        own = f"\u200e{name.native}  "
        kind = fit_line(paper.shaper, own, width - paper.width(beside.text, latin), kind, 12.0) or kind
        return wrap_spans(paper.shaper, [Span(own, kind), beside], width)
    fitted = fit_line(paper.shaper, name.full, width, kind, 10.5) or kind.sized(10.5)
    return wrap_spans(paper.shaper, [Span(name.full, fitted)], width)
