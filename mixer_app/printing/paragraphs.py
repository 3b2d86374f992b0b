"""Running text on a page: paragraphs from the top of their first line, with words set apart."""

import re
from collections.abc import Sequence
from typing import Final

from mixer_app.printing.directions import reads_right_to_left
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.look import Type
from mixer_app.printing.paper import Paper
from mixer_app.printing.shaping import Shaper
from mixer_app.printing.wrapping import Span, shorten, wrap, wrap_spans

_SMALLEST_TITLE: Final = 12.0  # pt
_TITLE_LEADING: Final = 1.2
_NUMBER: Final = re.compile(r"\b(\d+) (?=\w)")  # stays with what it counts


def emphasised(text: str, terms: Sequence[str], kind: Type, strong: Type, colour: str = "text") -> list[Span]:
    """`text` with every whole `term` in the strong type."""
    known = [re.escape(term) for term in sorted(terms, key=len, reverse=True) if term]
    if not known:
        return [Span(text, kind, colour)]
    parts = re.split(rf"(?<!\w)({'|'.join(known)})(?!\w)", text, flags=re.IGNORECASE)
    return [Span(part, strong if index % 2 else kind, colour) for index, part in enumerate(parts) if part]


def sentences(parts: Sequence[str]) -> str:
    """Sentences one after the other, each with its capital and its full stop."""
    trimmed = [part.strip() for part in parts if part.strip()]
    trimmed = [_NUMBER.sub("\\1\u00a0", part) for part in trimmed]
    ended = [part if part[-1] in ".?…。؟।" else f"{part}." for part in trimmed]
    return " ".join(part[:1].upper() + part[1:] for part in ended)


def paragraph(
    paper: Paper,
    x: float,
    top: float,
    text: str,
    kind: Type,
    width: float,
    colour: str = "text",
    lines: int | None = None,
) -> float:
    """Draw `text`, on at most `lines` lines; returns the foot of the last line."""
    rows = (
        wrap(paper.shaper, text, kind, width) if lines is None else shorten(paper.shaper, text, kind, width, lines)[0]
    )
    for row in rows:
        paper.text(x, top + kind.rise_mm, row, kind, colour)
        top += kind.line_mm
    return top


def draw_title(paper: Paper, x: float, baseline: float, text: str, kind: Type, width: float) -> None:
    """On one line, smaller where it is long; else on two that end at `baseline`, and no longer than these."""
    fitted = fit_line(paper.shaper, text, width, kind, _SMALLEST_TITLE)
    small = kind.sized(_SMALLEST_TITLE, _SMALLEST_TITLE * _TITLE_LEADING)
    lines = [text] if fitted else shorten(paper.shaper, text, small, width, 2)[0]
    for above, line in enumerate(reversed(lines)):
        paper.text(x, baseline - above * small.line_mm, line, fitted or small)


def span_lines(shaper: Shaper, spans: Sequence[Span], width: float, lines: int) -> list[list[Span]]:
    """At most `lines` lines of spans; what is over is cut at a word with an ellipsis."""
    wrapped = wrap_spans(shaper, spans, width)
    if len(wrapped) <= lines:
        return wrapped
    last = wrapped[lines - 1]
    tail = last[-1]
    shorter, _ = shorten(shaper, f"{tail.text} {wrapped[lines][0].text}", tail.kind, width - _before(shaper, last), 1)
    return [*wrapped[: lines - 1], [*last[:-1], Span(shorter[0] if shorter else "…", tail.kind, tail.colour)]]


def draw_spans(paper: Paper, x: float, baseline: float, spans: Sequence[Span]) -> float:
    """One line of mixed type, which goes the way of its first letter; returns where it ends."""
    with_the_page = reads_right_to_left("".join(span.text for span in spans)) == paper.from_the_right
    for span in spans if with_the_page else reversed(spans):
        x += paper.text(x, baseline, span.text, span.kind, span.colour)
    return x


def _before(shaper: Shaper, spans: Sequence[Span]) -> float:
    points = sum(shaper.width(span.text, span.kind.size, span.kind.weight) for span in spans[:-1])
    return points * 25.4 / 72
