"""The minimal badge: quiet, almost all white, for formal dinners and for saving toner."""

from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.roles import Role
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_parts import Box, draw_job, draw_name, job_lines, topic_lines
from mixer_app.printing.fitting import NameRule
from mixer_app.printing.marks import ROLE_COLOUR, badge_qr, qr_side, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.sheet_front import draw_role
from mixer_app.printing.wrapping import shorten

_MARGIN: Final = 4.0
_QR: Final = 14.0
_LEAST: Final = (74.0, 52.0)  # mm of a label; on a smaller one the classic badge is drawn
_RULE: Final = NameRule(largest=24.0, given=19.0, native_largest=24.0, native_line=11.4, weight=600, rest_weight=500)


def draw_minimal(paper: Paper, face: BadgeFace, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if width < _LEAST[0] or height < _LEAST[1]:
        draw_classic(paper, face, width, height)
        return
    look = paper.look
    line, rise = look.caption.line_mm, look.caption.rise_mm
    right, foot = width - _MARGIN, height - _MARGIN
    _draw_role_line(paper, face, width)
    side = qr_side(paper, _QR)
    narrow = width - 2 * _MARGIN - side - 3.0
    event, _ = shorten(paper.shaper, face.event_name, look.caption, narrow)
    paper.text(_MARGIN, foot - line + rise, event[0] if event else "", look.caption, "text_muted")
    top = foot - line - 1.3
    for spans in reversed(topic_lines(paper, face, narrow, 2)):
        top -= line
        draw_spans(paper, _MARGIN, top + rise, spans)
    job_top = foot - 3 * line - 1.3 - 4.2 - 2 * line
    job = Box(_MARGIN, job_top, right - _MARGIN, 2 * line)
    draw_job(paper, face, job, job_lines(paper, face, job.width, 2))
    name_top = 12.7
    draw_name(paper, face, Box(_MARGIN, name_top, right - _MARGIN, job_top - name_top - 0.9), _RULE)
    badge_qr(paper, right - side, foot - side, side, face.code)


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
