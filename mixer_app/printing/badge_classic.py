"""The classic badge: name first, then who you are, then what to ask; role readable from three metres."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.paper import BadgeFace
from mixer_app.printing import words
from mixer_app.printing.badge_lines import draw_stack
from mixer_app.printing.badge_parts import (
    Box,
    draw_event_row,
    draw_name,
    role_band,
    row_baseline,
    rule_for_height,
    scaled_rule,
)
from mixer_app.printing.badge_plan import CLOSE, Plan, Space, choose_plan, row_height
from mixer_app.printing.fitting import NameRule
from mixer_app.printing.look import MM
from mixer_app.printing.marks import badge_qr, qr_side
from mixer_app.printing.paper import Paper

_QUIET: Final = 4 / 21  # of the side of a QR code of version 1
_SMALLEST_QR: Final = 11.6
_LARGER_QR: Final = 4.0  # mm more than designed
_GAP: Final = 0.96
_ABOVE_BAND: Final = 1.8
_BELOW_ROW: Final = 0.47
_LEAST_EVENT: Final = 12.0
_BEFORE_CODE: Final = 3.0
_HIGHEST_NAME: Final = 42.0
_ABOVE_NAME: Final = 0.3  # of the height that a name does not need
_SMALL: Final = 48.0  # mm of height, below which black labels have less on them
_BLACK_EDGE: Final = 0.5  # mm more between the edge and what is solid


@dataclass(frozen=True, slots=True)
class _Frame:
    """What does not depend on the person: the band at the foot and the code beside it."""

    margin: float
    width: float  # between the margins
    edge: float  # of what is solid
    band: Box
    qr: Box | None

    def width_at(self, foot: float) -> float:
        """How wide lines may be that end at `foot`: beside the code only as wide as the band."""
        if self.qr is None or foot > self.qr.y - self.qr.width * _QUIET:
            return self.band.width
        return self.width


def draw_classic(paper: Paper, face: BadgeFace, design: BadgeDesign, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if paper.look.black and height < _SMALL:
        design = _with_less(paper, design)
    frame = _frame(paper, design, width, height)
    margin, full = frame.margin, frame.width
    foot = frame.band.y - _ABOVE_BAND
    code = paper.width(spaced(face.code), paper.look.caption.as_code)
    space = Space(
        height=foot - margin + frame.edge - margin,
        gap=_GAP,
        below_name=_GAP,
        beside_row=_BELOW_ROW,
        code_in_row=True,
        event_name=face.event_name,
        event_width=full - code - _BEFORE_CODE,
    )
    plan = choose_plan(paper, design, space)
    row = Box(margin, margin, full, row_height(paper, design, plan, with_code=True))
    _draw_row(paper, face, design, plan, row)
    top = row.y + row.height + space.gap_at_row([], plan)
    foot = draw_stack(paper, face, design, plan, space, x=margin, foot=foot, width_at=frame.width_at)
    name = _name_box(margin, top, frame.width_at(foot), foot - top)
    draw_name(paper, face, name, scaled_rule(_name_rule(name.height), design))
    role_band(paper, frame.band, face.role)
    if frame.qr is not None:
        badge_qr(paper, frame.qr.x, frame.qr.y, frame.qr.width, face.code)


def _with_less(paper: Paper, design: BadgeDesign) -> BadgeDesign:
    """What a small black label has no room for is left out and said."""
    left_out = {
        BadgePart.EMPLOYER: words.BadgeWords.JOB_PARTS[BadgePart.EMPLOYER],
        BadgePart.EVENT: words.BadgeWords.EVENT,
    }
    for part, what in left_out.items():
        if design.shows(part):
            paper.leave_out(what)
    return design.without(*left_out)


def _name_box(x: float, top: float, width: float, height: float) -> Box:
    """All the height, or on a tall label the upper part of it: a name in the midst of white would look lost."""
    high = min(height, _HIGHEST_NAME)
    return Box(x, top + (height - high) * _ABOVE_NAME, width, high)


def _frame(paper: Paper, design: BadgeDesign, width: float, height: float) -> _Frame:
    margin = 4.0 if height >= 48 else 3.0 if height >= 34 else 2.5
    band_height = 9.6 if height >= 48 else 7.0 if height >= 34 else 5.6
    edge = margin + _BLACK_EDGE * paper.look.black
    band = Box(edge, height - edge - band_height, width - 2 * edge, band_height)
    if not design.shows(BadgePart.QR):
        return _Frame(margin, width - 2 * margin, edge, band, None)
    side = 16.0 if height >= 48 else 14.0 if height >= 34 else _SMALLEST_QR
    step = design.size(BadgeBlock.QR)
    side = _SMALLEST_QR if step is SizeStep.SMALLER else side + _LARGER_QR * (step is SizeStep.LARGER)
    side = qr_side(paper, min(side, max(_SMALLEST_QR, height / 3)))
    qr = Box(width - edge - side, height - edge - side, side, side)
    beside = Box(band.x, band.y, band.width - side - 3.0, band.height)
    return _Frame(margin, width - 2 * margin, edge, beside, qr)


def _draw_row(paper: Paper, face: BadgeFace, design: BadgeDesign, plan: Plan, row: Box) -> None:
    caption = paper.look.caption.as_code
    first = row_baseline(row, caption) - (plan.event - 1) * caption.size * CLOSE / MM / 2  # beside the first line
    code = paper.text(row.x + row.width, first, spaced(face.code), caption, "text", "right")
    left = Box(row.x, row.y, row.width - code - _BEFORE_CODE, row.height)
    draw_event_row(paper, face, design, plan, left, least=_LEAST_EVENT)


def _name_rule(height: float) -> NameRule:
    return rule_for_height(NameRule(largest=34.0, native_line=12.0 if height >= 16 else height * 0.68), height)
