"""The back of a badge: whose it is, then the evening's rounds with their tables, or a text for all."""

from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import BadgeFace, BadgeRound
from mixer_app.domain.people import PersonName
from mixer_app.printing import words
from mixer_app.printing.badge_parts import centred_baseline
from mixer_app.printing.name_lines import name_lines
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import wrap

_MARGIN: Final = 4.0
_ROW: Final = 8.0  # mm of a round, at most
_LEAST_ROW: Final = 4.3
_COLUMN: Final = 36.0  # mm that a column of rounds needs
_GAP: Final = 5.0


def draw_back(paper: Paper, face: BadgeFace, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin; nothing to say leaves it empty."""
    if not (face.back.rounds or face.back.text):
        return
    top = _draw_head(paper, face, width)
    room = height - _MARGIN - top
    if face.back.rounds:
        _draw_rounds(paper, face, top, (width - 2 * _MARGIN, room))
    else:
        _draw_text(paper, face, top, (width - 2 * _MARGIN, room))


def _draw_head(paper: Paper, face: BadgeFace, width: float) -> float:
    """Name and code above a rule, a long name on several lines; where the rest begins."""
    look = paper.look
    code = look.caption.as_code
    room = width - 2 * _MARGIN - paper.width(spaced(face.code), code) - 3.0
    name = face.name or PersonName(full=face.event_name)
    lines = name_lines(paper, name, look.caption.weighing(600), room, lines=2)
    lines.draw(paper, _MARGIN, _MARGIN)
    paper.text(width - _MARGIN, _MARGIN + lines.first, spaced(face.code), code, "text", "right")
    rule = _MARGIN + lines.height + 1.2
    paper.line(_MARGIN, rule, width - _MARGIN, rule, 0.35, "text")
    return rule + 1.2


def _draw_rounds(paper: Paper, face: BadgeFace, top: float, room: tuple[float, float]) -> None:
    """One round a line, in two columns where one is too long; what finds no line is told."""
    width, height = room
    rounds = face.back.rounds
    columns, most, lines = 1, max(1, int((width + _GAP) // (_COLUMN + _GAP))), int(height / _LEAST_ROW)
    while columns < most and len(rounds) > columns * lines:
        columns += 1
    rows = max(1, min(-(-len(rounds) // columns), lines))
    line = min(_ROW, height / rows)
    wide = (width - (columns - 1) * _GAP) / columns
    shown = rounds[: rows * columns]
    for index, one in enumerate(shown):
        column, row = divmod(index, rows)
        left = _MARGIN + column * (wide + _GAP)
        middle = top + (row + 0.5) * line
        _draw_round(paper, one, left, middle, wide)
        if row < rows - 1 and index + 1 < len(shown):
            paper.line(left, top + (row + 1) * line, left + wide, top + (row + 1) * line, 0.12, "text_muted")
    if len(shown) < len(rounds) and face.name is not None:
        paper.note(words.BadgeWords.rounds_left_out(face.name.shown, len(rounds) - len(shown)))


def _draw_round(paper: Paper, one: BadgeRound, left: float, middle: float, width: float) -> None:
    """Time, round, and table; a free round says so."""
    look = paper.look
    baseline = centred_baseline(middle, look.strong)
    end = left + paper.text(left, baseline, words.clock(one.starts_at), look.strong.with_table_figures)
    place = words.BadgeWords.table(one.table)
    kind = look.strong if one.table is not None else look.body
    used = paper.text(left + width, baseline, place, kind, "text" if one.table is not None else "text_muted", "right")
    between = words.BadgeWords.round_number(one.number)
    if end + 2.5 + paper.width(between, look.small) + 2.0 <= left + width - used:
        paper.text(end + 2.5, baseline, between, look.small, "text_muted")


def _draw_text(paper: Paper, face: BadgeFace, top: float, room: tuple[float, float]) -> None:
    """The text on as many lines as there are; one that is too long is told."""
    body = paper.look.body
    lines = [line for part in face.back.text.splitlines() for line in (wrap(paper.shaper, part, body, room[0]) or [""])]
    fitting = max(1, int(room[1] / body.line_mm))
    if len(lines) > fitting:
        paper.note(words.BadgeWords.TEXT_TOO_LONG)
    for index, line in enumerate(lines[:fitting]):
        paper.text(_MARGIN, top + index * body.line_mm + body.rise_mm, line, body)
