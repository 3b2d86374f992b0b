"""The minimal badge: quiet, almost all white, for formal dinners and for saving toner."""

from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_lines import draw_stack
from mixer_app.printing.badge_parts import Box, draw_event_row, draw_name, event_row, rule_for_height, scaled_rule
from mixer_app.printing.badge_plan import Space, choose_plan, groups_of
from mixer_app.printing.fitting import NameRule
from mixer_app.printing.marks import ROLE_COLOUR, badge_qr, qr_side, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.sheet_front import draw_role

_MARGIN: Final = 4.0
_QR: Final = {SizeStep.SMALLER: 11.6, SizeStep.DESIGNED: 14.0, SizeStep.LARGER: 18.0}
_BESIDE_QR: Final = 3.0
_NAME_TOP: Final = 12.7
_BETWEEN: Final = 4.2
_BESIDE_LOGO: Final = 3.0  # the same where a logo needs room too
_ABOVE_ROW: Final = 1.3
_BELOW_NAME: Final = 0.9
_LEAST: Final = (74.0, 52.0)  # mm of a label; on a smaller one the classic badge is drawn
_RULE: Final = NameRule(largest=24.0, given=19.0, native_largest=24.0, native_line=11.4, weight=600, rest_weight=500)


def draw_minimal(paper: Paper, face: BadgeFace, design: BadgeDesign, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if width < _LEAST[0] or height < _LEAST[1]:
        paper.remark(words.BadgeWords.too_small(design.name))
        draw_classic(paper, face, design, width, height)
        return
    _draw_role_line(paper, face, width)
    right, foot = width - _MARGIN, height - _MARGIN
    side = qr_side(paper, _QR[design.size(BadgeBlock.QR)]) if design.shows(BadgePart.QR) else 0.0
    full = right - _MARGIN
    narrow, beside = (full - side - _BESIDE_QR, foot - side - _BESIDE_QR) if side else (full, foot)
    space = Space(
        height=foot - _NAME_TOP,
        gap=_BESIDE_LOGO if paper.logo is not None and design.shows(BadgePart.LOGO) else _BETWEEN,
        below_name=_BELOW_NAME,
        beside_row=_ABOVE_ROW,
        beside_row_job=_BETWEEN,
        event_name=face.event_name,
        event_width=narrow,
    )
    plan = choose_plan(paper, design, space)
    row = event_row(paper, design, plan, _MARGIN, foot, narrow)
    if row.height:
        draw_event_row(paper, face, design, plan, row)
        foot = row.y - space.gap_at_row(groups_of(paper, design, plan), plan)

    def width_at(line_foot: float) -> float:
        return full if line_foot <= beside else narrow

    foot = draw_stack(paper, face, design, plan, space, x=_MARGIN, foot=foot, width_at=width_at)
    name = Box(_MARGIN, _NAME_TOP, width_at(foot), foot - _NAME_TOP)
    draw_name(paper, face, name, scaled_rule(rule_for_height(_RULE, name.height), design))
    if side:
        badge_qr(paper, right - side, height - _MARGIN - side, side, face.code)


def _draw_role_line(paper: Paper, face: BadgeFace, width: float) -> None:
    """Role marks, code, and the band as a bar below them."""
    look = paper.look
    draw_role(paper, _MARGIN, 8.0, face.role, look.strong)
    paper.text(width - _MARGIN, 7.75, spaced(face.code), look.caption.as_code, "text_muted", "right")
    roles = single_roles(face.role)
    wide = (width - 2 * _MARGIN) / len(roles)
    for index, role in enumerate(roles):
        start, end = 0.5 * (index == 0), 0.5 * (index == len(roles) - 1)
        left = _MARGIN + index * wide
        if paper.look.black and role is Role.MENTEE:
            paper.line(left, 11.0, left + wide, 11.0, 1.0, "text", dash=(2.0, 1.0))
        else:
            paper.band(left, 10.5, wide, 1.0, (start, end, end, start), ROLE_COLOUR[role])
