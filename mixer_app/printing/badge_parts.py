"""What all badge designs share: the name, topics that never break inside, lines that are shortened, the role."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import Box
from mixer_app.printing import words
from mixer_app.printing.fitting import NameRule, fit_line, fit_name
from mixer_app.printing.look import CAPITAL, MM, Type
from mixer_app.printing.marks import ROLE_COLOUR, role_shape, single_roles
from mixer_app.printing.paper import Paper
from mixer_app.printing.wrapping import Span, shorten, wrap_spans

_OUTLINE: Final = 0.5  # mm of the line that stands for a ground in black alone


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


def topic_lines(paper: Paper, face: BadgeFace, width: float, lines: int) -> list[list[Span]]:
    """“Ask me about” and as many whole topics as fit; the last ones are left out first."""
    look = paper.look
    for kept in range(len(face.topics), 0, -1):
        label = Span(f"{words.BadgeWords.ASK_ME} ", look.caption, "text_muted")
        topics = [topic.replace(" ", "\u00a0").replace("-", "\u2011") for topic in face.topics[:kept]]
        wrapped = wrap_spans(paper.shaper, [label, Span(", ".join(topics), look.small)], width)
        if len(wrapped) <= lines and all(_width(paper, line) <= width + 0.05 for line in wrapped):
            return [
                [Span(span.text.replace("\u2011", "-").replace("\u00a0", " "), span.kind, span.colour) for span in line]
                for line in wrapped
            ]
    return []


def job_lines(paper: Paper, face: BadgeFace, width: float, lines: int) -> list[Span]:
    """Title and employer on at most `lines` lines, three when one of them needs two."""
    rows: list[Span] = []
    parts = [(face.title, paper.look.caption.weighing(600), "text"), (face.employer, paper.look.small, "text_muted")]
    wanted = [(text, kind, colour) for text, kind, colour in parts if text][: min(lines, 2)]
    room = lines
    for index, (text, kind, colour) in enumerate(wanted):
        left = room - (len(wanted) - index - 1)
        shown, whole = shorten(paper.shaper, text, kind, width, max(1, min(2, left)))
        if not whole and face.name is not None:
            paper.note(words.shortened_on_badge(face.name.shown, text))
        rows += [Span(line, kind, colour) for line in shown]
        room -= len(shown)
    return rows


def draw_job(paper: Paper, face: BadgeFace, box: Box, rows: list[Span]) -> None:
    """The lines of `job_lines` from the top of a box, pronouns behind the first that leaves room for them."""
    caption = paper.look.caption
    spoken = face.pronouns if face.name is not None else ""
    for index, row in enumerate(rows):
        baseline = box.y + index * caption.line_mm + caption.rise_mm
        end = box.x + paper.text(box.x, baseline, row.text, row.kind, row.colour) + 2.0
        if spoken and end + paper.width(spoken, paper.look.small) <= box.x + box.width:
            paper.text(end, baseline, spoken, paper.look.small, "text_muted")
            spoken = ""


def needs_third_line(paper: Paper, face: BadgeFace, width: float) -> bool:
    """Whether title or employer is wider than a line."""
    title = paper.width(face.title, paper.look.caption.weighing(600))
    return max(title, paper.width(face.employer, paper.look.small)) > width


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
        if kind:
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


def _width(paper: Paper, spans: list[Span]) -> float:
    return sum(paper.width(span.text, span.kind) for span in spans)
