"""The bold badge: for mingling. The given name is read from four metres; the role is a column at the side."""

from typing import Final

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_lines import Rows, more_lines, rows_of
from mixer_app.printing.badge_parts import (
    Box,
    centred_baseline,
    draw_event_row,
    draw_name,
    event_row,
    name_scale,
    role_ground,
    rule_for_height,
    scaled_rule,
)
from mixer_app.printing.badge_plan import ROOMY, Space, choose_plan, groups_of
from mixer_app.printing.fitting import NameRule, fit_line
from mixer_app.printing.look import MM, TIGHT, Type
from mixer_app.printing.marks import badge_qr, qr_side, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import wrap_anywhere

_MARGIN: Final = 4.0
_COLUMN: Final = {SizeStep.DESIGNED: 18.0, SizeStep.LARGER: 22.0}
_BESIDE: Final = 4.1  # mm between the column and the text
_TILE_EDGE: Final = 1.0  # mm of the column beside the tile
_TILE_FOOT: Final = 0.9
_QUIET: Final = 2.2  # mm around the code, in its tile
_WITH_QUIET: Final = 29 / 21  # of a code's side, with four white modules at either side
_CODE: Final = 9.4  # mm for the code in letters, two lines
_LEAST: Final = (80.0, 52.0)  # mm of a label; on a smaller one the classic badge is drawn
_GIVEN: Final = Type(42.0, 44.0, 700, tracking=TIGHT)
_MANY_LETTERS: Final = 26
_NAME: Final = 22.5  # mm, the most that a name has
_USUAL: Final = 52.0  # mm of height that this is for
_LINES: Final = 8.0  # mm of a name for each line of its rest
_BETWEEN: Final = 2.0
_ABOVE_ROW: Final = 1.3


def draw_bold(paper: Paper, face: BadgeFace, design: BadgeDesign, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if width < _LEAST[0] or height < _LEAST[1]:
        paper.remark(words.BadgeWords.too_small(design.name))
        draw_classic(paper, face, design, width, height)
        return
    column = _COLUMN[design.size(BadgeBlock.QR)] if design.shows(BadgePart.QR) else _COLUMN[SizeStep.DESIGNED]
    _draw_column(paper, face, Box(_MARGIN, _MARGIN, column, height - 2 * _MARGIN), qr=design.shows(BadgePart.QR))
    left = _MARGIN + column + _BESIDE
    _draw_text(paper, face, design, Box(left, _MARGIN, width - left - _MARGIN, height - 2 * _MARGIN))


def _draw_column(paper: Paper, face: BadgeFace, column: Box, *, qr: bool) -> None:
    foot, wide = column.y + column.height, column.width - 2 * _TILE_EDGE
    side = qr_side(paper, wide - 2 * _QUIET) if qr else 0.0
    tile_height = _CODE + (side + _QUIET if qr else 0.0)
    tile_top = foot - _TILE_FOOT - tile_height
    roles = single_roles(face.role)
    middle = column.x + column.width / 2
    end = tile_top - 1.0 if paper.look.black else foot  # an outline behind the tile would look broken
    if len(roles) == 1:
        ink = role_ground(paper, Box(column.x, column.y, column.width, end - column.y), roles[0], (2.0,) * 4)
        room = tile_top - column.y
        role_shape(paper, middle, column.y + room * 0.4, 11.0, roles[0], ink, line=1.8)
        _draw_role_word(paper, middle, column.y + room * 0.735, column.width, roles[0], ink)
    else:
        half = (tile_top - column.y) / 2
        for index, role in enumerate(roles):
            top, below = column.y + index * half, (column.y + half, end)[index]
            radii = (2.0, 2.0, 0.0, 0.0) if index == 0 else (0.0, 0.0, 2.0, 2.0)
            ink = role_ground(paper, Box(column.x, top, column.width, below - top), role, radii)
            role_shape(paper, middle, top + half * 0.33, 5.0, role, ink, line=0.95)
            _draw_role_word(paper, middle, top + half * 0.7, column.width, role, ink)
    tile = max(wide, side * _WITH_QUIET)
    paper.rectangle(middle - tile / 2, tile_top, tile, tile_height, radius=1.5, fill="surface")
    if qr:
        badge_qr(paper, middle - side / 2, tile_top + _QUIET, side, face.code)
    code = paper.look.caption.as_code
    first = tile_top + tile_height - 5.0
    for index, part in enumerate((face.code[:4], face.code[4:])):
        paper.text(middle, first + index * 3.85, part, code, "text", "centre")


def _draw_role_word(paper: Paper, middle: float, at: float, width: float, role: Role, ink: str) -> None:
    kind = paper.look.strong
    fitted = fit_line(paper.shaper, words.ROLE[role], width - 2, kind, 6.0) or kind.sized(6.0)
    paper.text(middle, centred_baseline(at, fitted), words.ROLE[role], fitted, ink, "centre")


def _draw_text(paper: Paper, face: BadgeFace, design: BadgeDesign, box: Box) -> None:
    """Name and groups share the height evenly; the last group stands on the row of the event at the foot."""
    space = Space(
        height=box.height,
        gap=_BETWEEN,
        below_name=_BETWEEN,
        beside_row=_ABOVE_ROW,
        event_name=face.event_name,
        event_width=box.width,
    )
    plan = choose_plan(paper, design, space)
    foot = box.y + box.height
    row = event_row(paper, design, plan, box.x, foot, box.width)
    if row.height:
        draw_event_row(paper, face, design, plan, row)
        foot = row.y - space.gap_at_row([], plan)
    groups: list[Rows] = []
    spare = space.name_height(paper, design, plan) - ROOMY
    for group in groups_of(paper, design, plan):
        rows = rows_of(paper, face, design, plan, group, box.width, spare=more_lines(spare, group.line_mm))
        spare -= max(0.0, rows.height - group.height)
        groups += [rows] if rows.rows else []
    taken = sum(rows.height for rows in groups)
    room = foot - box.y - taken - (_BETWEEN if groups else 0.0)
    tall = min(room, _NAME * max(1.0, name_scale(design), box.height / _USUAL))
    top = box.y if groups else box.y + (room - tall) / 2
    top += _draw_name(paper, face, design, Box(box.x, top, box.width, tall))
    air = (foot - top - taken) / max(len(groups), 1)
    for rows in groups:
        top += air
        rows.draw(paper, box.x, top)
        top += rows.height


def _draw_name(paper: Paper, face: BadgeFace, design: BadgeDesign, box: Box) -> float:
    """The large part and the rest below it; returns the height used."""
    parts = _parts(face.name)
    given = _GIVEN.sized(_GIVEN.size * name_scale(design))
    kind = fit_line(paper.shaper, parts[0], box.width, given, 18.0) if parts else None
    if parts is None or kind is None or face.name is None:
        rule = NameRule(largest=30.0, native_largest=30.0, native_line=box.height * 0.6)
        draw_name(paper, face, box, scaled_rule(rule_for_height(rule, box.height), design))
        return box.height
    large_lines = 1 if face.name.native else 2  # the Latin form stays below its own script in size, too
    small, lines, broken = _rest_lines(paper, parts[1], box.width, large_lines)
    large = paper.shaper.shape(parts[0], 700, tracking=TIGHT)
    tall = large.line_height > 1.25
    while kind.size > 18 and _height(kind, tall) + len(lines) * small.line_mm > box.height:
        kind = kind.sized(kind.size - 0.5)
    first = _height(kind, tall)
    most = max(2, int(box.height / _LINES) - 1)
    if broken or len(lines) > most or first + len(lines) * small.line_mm > box.height + 0.01:
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


def _rest_lines(paper: Paper, rest: str, width: float, most: int) -> tuple[Type, list[str], bool]:
    """On at most `most` lines of 15/18 pt, else in 10.5/12.5, as when a word would break; and if one breaks still."""
    large, small = paper.look.title.sized(15.0, 18.0), paper.look.strong.sized(10.5, 12.5)
    lines, broken = wrap_anywhere(paper.shaper, rest, large, width)
    if len(rest) <= _MANY_LETTERS and len(lines) <= most and not broken:
        return large, lines, False
    return small, *wrap_anywhere(paper.shaper, rest, small, width)


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
