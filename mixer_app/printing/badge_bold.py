"""The bold badge: for mingling. The given name is read from four metres; the role is a column at the side."""

from typing import Final

from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_parts import (
    Box,
    centred_baseline,
    draw_job,
    draw_name,
    job_lines,
    needs_third_line,
    role_ground,
    topic_lines,
)
from mixer_app.printing.fitting import NameRule, fit_line
from mixer_app.printing.look import MM, TIGHT, Type
from mixer_app.printing.marks import badge_qr, qr_side, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.wrapping import shorten, wrap

_MARGIN: Final = 4.0
_COLUMN: Final = 18.0
_TEXT: Final = 26.1
_TILE: Final = (16.0, 23.2)
_QR: Final = 11.6
_LEAST: Final = (80.0, 52.0)  # mm of a label; on a smaller one the classic badge is drawn
_GIVEN: Final = Type(42.0, 44.0, 700, tracking=TIGHT)
_MANY_LETTERS: Final = 26


def draw_bold(paper: Paper, face: BadgeFace, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if width < _LEAST[0] or height < _LEAST[1]:
        draw_classic(paper, face, width, height)
        return
    _draw_column(paper, face, height)
    _draw_text(paper, face, Box(_TEXT, _MARGIN, width - _TEXT - _MARGIN, height - 2 * _MARGIN))


def _draw_column(paper: Paper, face: BadgeFace, height: float) -> None:
    foot = height - _MARGIN
    side = qr_side(paper, _QR)
    more = max(0.0, side - _QR)
    tile_top = foot - 0.9 - _TILE[1] - more
    roles = single_roles(face.role)
    middle = _MARGIN + _COLUMN / 2
    end = tile_top - 1.0 if paper.look.black else foot  # an outline behind the tile would look broken
    if len(roles) == 1:
        ink = role_ground(paper, Box(_MARGIN, _MARGIN, _COLUMN, end - _MARGIN), roles[0], (2.0,) * 4)
        room = tile_top - _MARGIN
        role_shape(paper, middle, _MARGIN + room * 0.4, 11.0, roles[0], ink, line=1.8)
        _draw_role_word(paper, middle, _MARGIN + room * 0.735, roles[0], ink)
    else:
        half = (tile_top - _MARGIN) / 2
        for index, role in enumerate(roles):
            top, below = _MARGIN + index * half, (_MARGIN + half, end)[index]
            radii = (2.0, 2.0, 0.0, 0.0) if index == 0 else (0.0, 0.0, 2.0, 2.0)
            ink = role_ground(paper, Box(_MARGIN, top, _COLUMN, below - top), role, radii)
            role_shape(paper, middle, top + half * 0.33, 5.0, role, ink, line=0.95)
            _draw_role_word(paper, middle, top + half * 0.7, role, ink)
    tile = max(_TILE[0], side * 29 / 21)  # with four white modules at either side
    paper.rectangle(middle - tile / 2, tile_top, tile, _TILE[1] + more, radius=1.5, fill="surface")
    badge_qr(paper, middle - side / 2, tile_top + 2.2, side, face.code)
    code = paper.look.caption.as_code
    for index, part in enumerate((face.code[:4], face.code[4:])):
        paper.text(middle, tile_top + 18.2 + more + index * 3.85, part, code, "text", "centre")


def _draw_role_word(paper: Paper, middle: float, at: float, role: Role, ink: str) -> None:
    kind = paper.look.strong
    fitted = fit_line(paper.shaper, words.ROLE[role], _COLUMN - 2, kind, 6.0) or kind.sized(6.0)
    paper.text(middle, centred_baseline(at, fitted), words.ROLE[role], fitted, ink, "centre")


def _draw_text(paper: Paper, face: BadgeFace, box: Box) -> None:
    """Name, job, and topics with the event share the height evenly; the last stands on the foot."""
    look = paper.look
    line = look.caption.line_mm
    foot = box.y + box.height
    event, _ = shorten(paper.shaper, face.event_name, look.caption, box.width)
    paper.text(box.x, foot - line + look.caption.rise_mm, event[0] if event else "", look.caption, "text_muted")
    topics = topic_lines(paper, face, box.width, 2)
    top = foot - line - 1.3
    for spans in reversed(topics):
        top -= line
        draw_spans(paper, box.x, top + look.caption.rise_mm, spans)
    rows = job_lines(paper, face, box.width, 3 if needs_third_line(paper, face, box.width) else 2)
    room = top - box.y - len(rows) * line - 2.0
    used = _draw_name(paper, face, Box(box.x, box.y, box.width, min(room, 22.5)))
    start = box.y + used + (top - box.y - used - len(rows) * line) / 2
    draw_job(paper, face, Box(box.x, start, box.width, 0), rows)


def _draw_name(paper: Paper, face: BadgeFace, box: Box) -> float:
    """The large part and the rest below it; returns the height used."""
    parts = _parts(face.name)
    kind = fit_line(paper.shaper, parts[0], box.width, _GIVEN, 18.0) if parts else None
    if parts is None or kind is None or face.name is None:
        draw_name(paper, face, box, NameRule(largest=30.0, native_largest=30.0, native_line=box.height * 0.6))
        return box.height
    rest = parts[1]
    small = _type_of_rest(paper, rest)
    lines = wrap(paper.shaper, rest, small, box.width)
    large = paper.shaper.shape(parts[0], 700, tracking=TIGHT)
    tall = large.line_height > 1.25
    while kind.size > 18 and _height(kind, tall) + len(lines) * small.line_mm > box.height:
        kind = kind.sized(kind.size - 0.5)
    first = _height(kind, tall)
    if len(lines) > 2 or first + len(lines) * small.line_mm > box.height + 0.01:
        draw_name(paper, face, box, NameRule(largest=24.0, native_line=box.height * 0.6))
        return box.height
    ink = (large.ink.top - large.ink.bottom) * kind.size / MM
    baseline = centred_baseline(box.y + first / 2, kind)
    if tall:
        baseline = box.y + (first - ink) / 2 + large.ink.top * kind.size / MM
    paper.line_of_text(box.x, baseline, large, kind.size)
    for index, row in enumerate(lines):
        paper.text(box.x, box.y + first + index * small.line_mm + small.rise_mm, row, small)
    return first + len(lines) * small.line_mm


def _type_of_rest(paper: Paper, rest: str) -> Type:
    """15/18 pt, or 10.5/12.5 when there are many letters."""
    if len(rest) > _MANY_LETTERS:
        return paper.look.strong.sized(10.5, 12.5)
    return paper.look.title.sized(15.0, 18.0)


def _height(kind: Type, tall: bool) -> float:
    return kind.size * (1.3 if tall else 1.04) / MM


def _parts(name: PersonName | None) -> tuple[str, str] | None:
    """What is large and what is small; None where the person's own record does not say which part is given."""
    if name is None:
        return None
    if name.native and name.native != name.full:
        return name.native, name.full
    if name.given and name.given in name.full:
        rest = " ".join(name.full.replace(name.given, "", 1).split())
        return (name.given, rest) if rest else None
    return None
