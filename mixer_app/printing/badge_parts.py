"""What all badge designs share: the name, the row of the event, the role."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import Box
from mixer_app.printing import words
from mixer_app.printing.badge_plan import CLOSE, Plan, row_height
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.logo import draw_logo
from mixer_app.printing.look import CAPITAL, MM, Type
from mixer_app.printing.marks import ROLE_COLOUR, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import balanced, shorten

_NAME_SCALE: Final = {SizeStep.SMALLER: 0.75, SizeStep.DESIGNED: 1.0, SizeStep.LARGER: 1.3}
_LOGO_SHARE: Final = 0.45  # of the width of the row
_AFTER_LOGO: Final = 2.5
_LEAST_SHOWN: Final = 0.5  # of the letters of an event's name; less of it says nothing
_TALL: Final = 24.0  # mm of a name's box, from which the name may be larger than designed
_MOST_LARGER: Final = 1.6
_OUTLINE: Final = 0.5  # mm of the line that stands for a ground in black alone


def name_scale(design: BadgeDesign) -> float:
    """How much larger than designed the name may be."""
    return _NAME_SCALE[design.size(BadgeBlock.NAME)]


def scaled_rule(rule: NameRule, design: BadgeDesign) -> NameRule:
    """The rule of a design in the size that staff chose; what can still be read stays what it is."""
    scale = name_scale(design)
    return replace(
        rule,
        largest=max(rule.largest * scale, rule.smallest),
        given=max(rule.given * min(scale, 1.0), rule.smallest),
        native_largest=max(rule.native_largest * scale, rule.smallest),
        native_line=rule.native_line * min(scale, 1.2),
    )


def rule_for_height(rule: NameRule, height: float) -> NameRule:
    """The rule of a design where the box of the name is much higher than the design has it."""
    larger = min(_MOST_LARGER, max(1.0, height / _TALL))
    return replace(
        rule,
        largest=rule.largest * larger,
        given=rule.given * larger,
        native_largest=rule.native_largest * larger,
        native_line=rule.native_line * larger,
    )


def draw_name(paper: Paper, face: BadgeFace, box: Box, rule: NameRule) -> None:
    """The name in the middle of its box; on a spare badge a line to write it on."""
    if face.name is None:
        foot = box.y + box.height * 0.8
        paper.line(box.x, foot, box.x + box.width, foot, 0.2, "text_muted")
        return
    fitted = fit_name(paper.shaper, face.name, box.width, box.height, rule)
    if fitted.shrunk:
        paper.note(words.name_in_small_letters(face.name.shown))
    fitted.draw(paper, box.x, box.y, box.height)


def draw_event_row(
    paper: Paper, face: BadgeFace, design: BadgeDesign, plan: Plan, box: Box, *, least: float = 0.0
) -> None:
    """The logo at the left and the event's name behind it, both around the middle of the row.

    Where the row is high enough the name may take two lines; in `least` mm or less it is left out. What is
    not whole is said.
    """
    wide = draw_logo(paper, box.x, box.y, box.width * _LOGO_SHARE, box.height if plan.logo else 0.0)
    if not design.shows(BadgePart.EVENT):
        return
    start = box.x + wide + (_AFTER_LOGO if wide else 0.0)
    kind = plan.kind(design, BadgeBlock.EVENT, paper.look.caption)
    room = box.x + box.width - start
    leading = kind.size * CLOSE / MM
    lines = 2 if 2 * leading <= box.height else 1
    shown, whole = shorten(paper.shaper, face.event_name, kind, max(room, 1.0), lines)
    if whole and len(shown) == 2:
        shown = list(balanced(paper.shaper, face.event_name, kind.weight) or shown)
    if not whole:
        paper.leave_out(words.BadgeWords.WHOLE_EVENT)
    if room <= least or (not whole and len("".join(shown)) < _LEAST_SHOWN * len(face.event_name)):
        return
    first = row_baseline(box, kind) - (len(shown) - 1) * leading / 2
    for index, line in enumerate(shown):
        paper.text(start, first + index * leading, line, kind, "event")


def row_baseline(box: Box, kind: Type) -> float:
    """The baseline of a line in the middle of a row."""
    return box.y + (box.height - kind.line_mm) / 2 + kind.rise_mm


def event_row(paper: Paper, design: BadgeDesign, plan: Plan, x: float, foot: float, width: float) -> Box:
    """The row of the event where it ends at `foot`; of no height where there is none."""
    height = row_height(paper, design, plan, with_code=False)
    return Box(x, foot - height, width, height)


def role_band(paper: Paper, box: Box, role: Role, radius: float = 2.0) -> None:
    """The filled band with shape and word; two halves for someone who is both, mentor first."""
    roles = single_roles(role)
    wide = box.width / len(roles)
    scale = min(1.0, box.height / 9.6)
    for index, one in enumerate(roles):
        left = box.x + index * wide
        start, end = index == 0, index == len(roles) - 1
        radii = (radius * start, radius * end, radius * end, radius * start)
        ink = role_ground(paper, Box(left, box.y, wide, box.height), one, radii)
        middle = box.y + box.height / 2
        role_shape(paper, left + 5.4 * scale, middle, 4.6 * scale, one, ink, line=0.92 * scale)
        title = paper.look.title
        kind = fit_line(paper.shaper, words.ROLE[one], wide - 11.0 * scale, title.sized(title.size * scale), 6.0)
        if kind is None:
            paper.leave_out(words.BadgeWords.ROLE_WORD)
        else:
            paper.text(left + 9.7 * scale, centred_baseline(middle, kind), words.ROLE[one], kind, ink)


def role_ground(paper: Paper, box: Box, role: Role, radii: Sequence[float]) -> str:
    """What shape and word of a role stand on; their colour. In black alone a mentee's is an outline."""
    if paper.look.black and role is not Role.MENTOR:
        paper.outline(box.x, box.y, box.width, box.height, radii, _OUTLINE, "text")
        return "text"
    paper.band(box.x, box.y, box.width, box.height, radii, ROLE_COLOUR[role])
    return "accent_text"


def centred_baseline(middle: float, kind: Type) -> float:
    """The baseline of a line whose capitals stand around `middle`."""
    return middle + CAPITAL / 2 * kind.size / MM
