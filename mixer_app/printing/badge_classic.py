"""The classic badge: name first, then who you are, then what to ask; role readable from three metres."""

from dataclasses import dataclass, replace

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import BadgeFace
from mixer_app.printing.badge_parts import (
    Box,
    draw_job,
    draw_name,
    job_lines,
    needs_third_line,
    role_band,
    topic_lines,
)
from mixer_app.printing.fitting import NameRule
from mixer_app.printing.marks import badge_qr, qr_side
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.wrapping import shorten

_QUIET = 4 / 21  # of the side of a QR code of version 1
_ROOMY = 11.0  # mm, what a name box should have before anything else is added
_SMALL = 48.0  # mm of height, below which black labels have less on them
_CHOICES = ((2, 2), (2, 1), (2, 0), (1, 0), (0, 0))  # lines for the job and for topics, the richest first


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of the badge are on a label of one size."""

    margin: float
    name: Box
    job_top: float
    job_lines: int
    job_width: float
    topics_foot: float
    topic_lines: int
    band: Box
    qr: Box


def draw_classic(paper: Paper, face: BadgeFace, width: float, height: float) -> None:
    """Draw on a label of `width` × `height` mm whose top left is the origin."""
    if paper.look.black and height < _SMALL:
        face = replace(face, event_name="", employer="")
    places = _places(paper, width, height)
    _draw_top_line(paper, face, places.margin, width)
    rows = job_lines(paper, face, places.job_width, places.job_lines) if places.job_lines else []
    third = places.job_lines == 2 and needs_third_line(paper, face, places.job_width)
    name, job_top = places.name, places.job_top
    line = paper.look.caption.line_mm
    if third and name.height - line >= _ROOMY:
        name = Box(name.x, name.y, name.width, name.height - line)
        job_top -= line
        rows = job_lines(paper, face, places.job_width, 3)
    draw_name(paper, face, name, _name_rule(name.height))
    draw_job(paper, face, Box(places.margin, job_top, places.job_width, 0), rows)
    lines = topic_lines(paper, face, places.band.width, places.topic_lines)
    for index, spans in enumerate(reversed(lines)):
        draw_spans(paper, places.margin, places.topics_foot - (index + 1) * line + paper.look.caption.rise_mm, spans)
    role_band(paper, places.band, face.role)
    badge_qr(paper, places.qr.x, places.qr.y, places.qr.width, face.code)


def _places(paper: Paper, width: float, height: float) -> _Places:
    line = paper.look.caption.line_mm
    margin = 4.0 if height >= 48 else 3.0 if height >= 34 else 2.5
    side = qr_side(paper, 16.0 if height >= 48 else 14.0 if height >= 34 else 11.6)
    band_height = 9.6 if height >= 48 else 7.0 if height >= 34 else 5.6
    edge = margin + 0.5 * paper.look.black  # of what is solid
    qr = Box(width - edge - side, height - edge - side, side, side)
    band = Box(edge, height - edge - band_height, width - 2 * edge - side - 3.0, band_height)
    top = margin + line + 0.47
    topics_foot = band.y - 1.8
    roomy = _ROOMY + margin - edge
    jobs, topics = next(
        (choice for choice in _CHOICES if _name_foot(topics_foot, line, *choice) - top >= roomy), _CHOICES[-1]
    )
    job_top = _job_top(topics_foot, line, jobs, topics)
    name_foot = _name_foot(topics_foot, line, jobs, topics)
    quiet = qr.y - side * _QUIET
    full = width - 2 * margin
    return _Places(
        margin=margin,
        name=Box(margin, top, full if name_foot <= quiet else band.width, name_foot - top),
        job_top=job_top,
        job_lines=jobs,
        job_width=full if job_top + jobs * line <= quiet else band.width,
        topics_foot=topics_foot,
        topic_lines=topics,
        band=band,
        qr=qr,
    )


def _job_top(topics_foot: float, line: float, jobs: int, topics: int) -> float:
    return topics_foot - topics * line - (0.96 if topics else 0.0) - jobs * line


def _name_foot(topics_foot: float, line: float, jobs: int, topics: int) -> float:
    return _job_top(topics_foot, line, jobs, topics) - (0.96 if jobs else 0.0)


def _draw_top_line(paper: Paper, face: BadgeFace, margin: float, width: float) -> None:
    caption = paper.look.caption
    baseline = margin + paper.look.caption.rise_mm
    code = paper.text(width - margin, baseline, spaced(face.code), caption.as_code, "text", "right")
    room = width - 2 * margin - code - 3.0
    shown, _ = shorten(paper.shaper, face.event_name, caption, room)
    if shown and room > 12:
        paper.text(margin, baseline, shown[0], caption, "text_muted")


def _name_rule(height: float) -> NameRule:
    return NameRule(largest=34.0, native_line=12.0 if height >= 16 else height * 0.68)
