"""The lines below the name of a badge: title, employer and pronouns, and what to ask the person about."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.paper import BadgeFace
from mixer_app.printing import words
from mixer_app.printing.badge_plan import ROOMY, Group, Plan, Space, groups_of
from mixer_app.printing.look import Type
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import draw_spans
from mixer_app.printing.wrapping import Span, shorten, wrap_spans

_MORE_LINES: Final = 2
_TAIL: Final = 2.0  # mm before pronouns that stand behind a line


@dataclass(frozen=True, slots=True)
class Row:
    """One line, and what stands behind it with some air."""

    spans: tuple[Span, ...]
    tail: Span | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a group."""

    rows: tuple[Row, ...]
    line_mm: float

    @property
    def height(self) -> float:
        """In mm."""
        return len(self.rows) * self.line_mm

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """From `top` down."""
        for index, row in enumerate(self.rows):
            kind = paper.look.caption.sized(row.spans[0].kind.size, self.line_mm * 72 / 25.4)
            baseline = top + index * self.line_mm + kind.rise_mm
            end = draw_spans(paper, x, baseline, row.spans)
            if row.tail is not None:
                draw_spans(paper, end + _TAIL, baseline, (row.tail,))


def rows_of(
    paper: Paper, face: BadgeFace, design: BadgeDesign, plan: Plan, group: Group, width: float, *, spare: int = 0
) -> Rows:
    """What stands in a group on lines of `width` mm; a title that needs it may take up to `spare` lines more."""
    if group.topics:
        return _topic_rows(paper, face, design, plan, group, width)
    line = paper.look.caption.line_mm
    if plan.kind(design, BadgeBlock.JOB, paper.look.caption).line_mm > line:
        job = _Job(paper, face, group.parts, width, larger=plan.kind(design, BadgeBlock.JOB, paper.look.caption).size)
        if job.is_whole_on(group.lines):
            return Rows(job.rows(group.lines), group.line_mm)
    job = _Job(paper, face, group.parts, width)
    if design.size(BadgeBlock.JOB) is SizeStep.SMALLER and (joined := job.joined()) is not None:
        return Rows(joined, line)
    lines = max(group.lines, int(group.height / line))
    extra = next((more for more in range(spare + 1) if job.is_whole_on(lines + more)), spare)
    return Rows(job.rows(lines + extra, noted=True), line)


def more_lines(spare: float, line_mm: float) -> int:
    """How many lines more a long title or employer may take where the name has `spare` mm to give."""
    return min(_MORE_LINES, max(0, int(spare / line_mm)))


def draw_stack(
    paper: Paper,
    face: BadgeFace,
    design: BadgeDesign,
    plan: Plan,
    space: Space,
    *,
    x: float,
    foot: float,
    width_at: Callable[[float], float],
) -> float:
    """The groups from `foot` up, each at its place whoever it is; returns where the name may end.

    `width_at` is how wide lines may be that end at a height. A title on two lines takes the second from the name.
    """
    groups = groups_of(paper, design, plan)
    spare = space.name_height(paper, design, plan) - ROOMY
    line = paper.look.caption.line_mm
    for index, group in reversed(list(enumerate(groups))):
        rows = rows_of(paper, face, design, plan, group, width_at(foot), spare=more_lines(spare, line))
        over = max(0.0, rows.height - group.height)
        spare -= over
        start = foot - group.height - over
        rows.draw(paper, x, foot - rows.height if group.topics and index == len(groups) - 1 else start)
        foot = start - (space.gap if index else space.below_name)
    return foot


class _Job:
    """Title, employer and pronouns of one person in one size."""

    def __init__(
        self, paper: Paper, face: BadgeFace, parts: tuple[BadgePart, ...], width: float, larger: float = 0.0
    ) -> None:
        self._paper, self._face, self._width = paper, face, width
        look = paper.look
        kinds = {BadgePart.TITLE: look.caption.weighing(600), BadgePart.EMPLOYER: look.small}
        texts = {BadgePart.TITLE: face.title, BadgePart.EMPLOYER: face.employer}
        colours = {BadgePart.TITLE: "text", BadgePart.EMPLOYER: "text_muted"}
        small = look.small.sized(larger) if larger else look.small
        self._texts = [
            Span(texts[part], kinds[part].sized(larger) if larger else kinds[part], colours[part])
            for part in parts
            if texts.get(part)
        ]
        spoken = face.pronouns if BadgePart.PRONOUNS in parts and face.name is not None else ""
        self._pronouns = Span(spoken, small, "text_muted") if spoken else None
        before = parts[: parts.index(BadgePart.PRONOUNS)] if BadgePart.PRONOUNS in parts else ()
        self._after = sum(part in texts and bool(texts[part]) for part in before)  # texts that come before pronouns
        self._alone = bool(parts) and parts[0] is BadgePart.PRONOUNS

    def is_whole_on(self, lines: int) -> bool:
        """Whether nothing has to be shortened."""
        own = lines - self._own_line
        return len(self._texts) <= own and all(whole for _, whole in self._wrapped(own))

    def joined(self) -> tuple[Row, ...] | None:
        """Title and employer on one line, with pronouns behind; None where they do not fit on it."""
        if len(self._texts) < 2:
            return None
        first, second = self._texts
        spans = (replace(first, text=f"{first.text}, "), second)
        wide = self._wide(*spans)
        if wide > self._width:
            return None
        tail = self._pronouns
        if tail is not None and self._own_line:
            return (Row((tail,)), Row(spans))
        return (Row(spans, tail if tail and wide + _TAIL + self._wide(tail) <= self._width else None),)

    def rows(self, lines: int, *, noted: bool = False) -> tuple[Row, ...]:
        """On at most `lines` lines; with `noted` what had to be shortened is said."""
        rows: list[Row] = []
        starts: list[int] = []
        for text, (shown, whole) in zip(self._texts, self._wrapped(lines - self._own_line), strict=False):
            if noted and not whole and self._face.name is not None:
                self._paper.note(words.shortened_on_badge(self._face.name.shown, text.text))
            starts.append(len(rows))
            rows += [Row((replace(text, text=line),)) for line in shown]
        return tuple(self._with_pronouns(rows, starts, lines))

    def _with_pronouns(self, rows: list[Row], starts: list[int], lines: int) -> list[Row]:
        tail = self._pronouns
        if tail is None:
            return rows
        if self._own_line or not rows:
            return [Row((tail,)), *rows][:lines]
        first = starts[min(max(self._after - 1, 0), len(starts) - 1)]
        for index in (*range(first, len(rows)), *range(first)):
            if self._wide(*rows[index].spans) + _TAIL + self._wide(tail) <= self._width:
                return [*rows[:index], replace(rows[index], tail=tail), *rows[index + 1 :]]
        return rows

    @property
    def _own_line(self) -> int:
        """The lines that pronouns need for themselves."""
        return int(self._alone and self._pronouns is not None)

    def _wrapped(self, lines: int) -> list[tuple[list[str], bool]]:
        """Each text on one line, the first that needs it on two while there are lines left."""
        wrapped: list[tuple[list[str], bool]] = []
        room = lines
        wanted = self._texts[: max(lines, 0)]
        for index, text in enumerate(wanted):
            left = room - (len(wanted) - index - 1)
            shown = shorten(self._paper.shaper, text.text, text.kind, self._width, max(1, min(2, left)))
            wrapped.append(shown)
            room -= len(shown[0])
        return wrapped

    def _wide(self, *spans: Span) -> float:
        return sum(self._paper.width(span.text, span.kind) for span in spans)


def _topic_rows(paper: Paper, face: BadgeFace, design: BadgeDesign, plan: Plan, group: Group, width: float) -> Rows:
    look = paper.look
    kept, lines = _topic_lines(paper, face, width, group.lines, (look.caption, look.small))
    line_mm = look.caption.line_mm
    if group.line_mm > line_mm:
        kinds = plan.kind(design, BadgeBlock.TOPICS, look.caption), plan.kind(design, BadgeBlock.TOPICS, look.small)
        larger, larger_lines = _topic_lines(paper, face, width, group.lines, kinds)
        if larger == kept:
            lines, line_mm = larger_lines, group.line_mm
    return Rows(tuple(Row(tuple(spans)) for spans in lines), line_mm)


def _topic_lines(
    paper: Paper, face: BadgeFace, width: float, lines: int, kinds: tuple[Type, Type]
) -> tuple[int, list[list[Span]]]:
    """How many whole topics fit, and their lines behind “Ask me about”; the last topics are left out first."""
    for kept in range(len(face.topics), 0, -1):
        label = Span(f"{words.BadgeWords.ASK_ME} ", kinds[0], "text_muted")
        topics = [topic.replace(" ", "\u00a0").replace("-", "\u2011") for topic in face.topics[:kept]]
        wrapped = wrap_spans(paper.shaper, [label, Span(", ".join(topics), kinds[1])], width)
        if len(wrapped) <= lines and all(_width(paper, line) <= width + 0.05 for line in wrapped):
            return kept, [
                [Span(span.text.replace("\u2011", "-").replace("\u00a0", " "), span.kind, span.colour) for span in line]
                for line in wrapped
            ]
    return 0, []


def _width(paper: Paper, spans: list[Span]) -> float:
    return sum(paper.width(span.text, span.kind) for span in spans)
