"""From a text to placed glyphs: normal form, direction, typeface and shape, measured once and remembered."""

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from mixer_app.domain.unseen import without_unseen
from mixer_app.printing.directions import direction_runs, reads_right_to_left
from mixer_app.printing.fonts import Face, FontShelf, Typeface
from mixer_app.printing.harfbuzz import hb

_REMEMBERED: Final = 20_000
_JOINERS: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\ufe0e\ufe0f\u2060\u00ad\ufeff")
_SYMBOLS: Final = ("Zsym", "Zsye")
_PROPORTIONAL: Final = {"kern": True, "liga": True, "dlig": False, "tnum": False}
_TABULAR: Final = {**_PROPORTIONAL, "tnum": True}
_EAST_ASIAN: Final = ("Jpan", "Hans", "Kore")


class Glyph(NamedTuple):
    """One drawn glyph; lengths are in 1/1000 em, `text` is what it stands for."""

    id: int
    advance: float
    natural: float  # advance as the font file has it
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one typeface, from left to right."""

    typeface: Typeface
    glyphs: tuple[Glyph, ...]
    advance: float  # em
    text: str
    right_to_left: bool


class Ink(NamedTuple):
    """Edges of what is drawn, in em from the left end of the baseline; `bottom` is negative below it."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class ShapedLine:
    """A text on one line, measured in em: multiply by the size."""

    text: str
    runs: tuple[GlyphRun, ...]
    advance: float
    line_height: float
    missing: tuple[str, ...]

    @cached_property
    def ink(self) -> Ink:
        """The edges of what is drawn."""
        return _ink(self.runs)

    @property
    def right_to_left(self) -> bool:
        """Whether its first letter with a direction goes from right to left."""
        return reads_right_to_left(self.text)


class Shaper:
    """Shapes text with the bundled fonts and remembers the results."""

    def __init__(self, shelf: FontShelf | None = None) -> None:
        self.shelf = shelf or FontShelf()
        self._lines: OrderedDict[tuple[str, int, bool, float], ShapedLine] = OrderedDict()

    def shape(self, text: str, weight: int = 400, *, tabular: bool = False, tracking: float = 0.0) -> ShapedLine:
        """The glyphs of `text` on one line.

        `tabular` gives figures of equal width; `tracking` (em) is added between letters of scripts
        that stand apart.
        """
        key = (text, weight, tabular, tracking)
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = self._shape(printable(text), weight, tabular, tracking)
            if len(self._lines) > _REMEMBERED:
                self._lines.popitem(last=False)
        return known

    def width(
        self, text: str, size: float, weight: int = 400, *, tabular: bool = False, tracking: float = 0.0
    ) -> float:
        """How wide `text` is at `size`, in the unit of `size`."""
        return self.shape(text, weight, tabular=tabular, tracking=tracking).advance * size

    def _shape(self, text: str, weight: int, tabular: bool, tracking: float) -> ShapedLine:
        faces = self._faces(text)
        runs: list[GlyphRun] = []
        for direction in direction_runs(text):
            pieces = _pieces(faces, direction.start, direction.end)
            for start, end in reversed(pieces) if direction.right_to_left else pieces:
                typeface = self.shelf.typeface(faces[start] or self.shelf.faces[0], weight)
                run = _shape_run(typeface, text[start:end], direction.right_to_left, tabular, tracking)
                runs += [run] if run.glyphs else []
        return ShapedLine(
            text=text,
            runs=tuple(runs),
            advance=sum(run.advance for run in runs),
            line_height=max((run.typeface.line_height for run in runs), default=1.2),
            missing=_missing(text, faces) if None in faces else (),
        )

    def _faces(self, text: str) -> list[Face | None]:
        """For each character the face that draws it; marks, joiners and spaces stay with what precedes."""
        if text.isascii() and text.isprintable():  # the first face is a Latin one
            return [self.shelf.faces[0]] * len(text)
        east_asian = self._east_asian(text)
        chosen: list[Face | None] = []
        for index, character in enumerate(text):
            before = chosen[-1] if chosen else None
            if before and character in _JOINERS and index:
                chosen.append(before)
                continue
            having = self.shelf.faces_with(character)
            stays = character.isspace() or unicodedata.category(character).startswith("M")
            if before in having and stays and before.scripts[0] not in _SYMBOLS:
                chosen.append(before)
            elif having and having[0].scripts[0] in _EAST_ASIAN:
                chosen.append(east_asian if east_asian in having else having[0])
            else:
                chosen.append(having[0] if having else None)
        return chosen

    def _east_asian(self, text: str) -> Face | None:
        """The one East Asian face for a text, so that a name is not patched from two."""
        script = _east_asian_script(text)
        if not script:
            return None
        order = [script, *(other for other in _EAST_ASIAN if other != script)]
        faces = sorted(
            (face for face in self.shelf.faces if face.scripts[0] in order),
            key=lambda face: order.index(face.scripts[0]),
        )
        characters = [character for character in text if ord(character) >= 0x2E80]
        return next((face for face in faces if all(face in self.shelf.faces_with(one) for one in characters)), faces[0])


def _missing(text: str, faces: Sequence[Face | None]) -> tuple[str, ...]:
    without = [character for character, face in zip(text, faces, strict=True) if face is None]
    return tuple(dict.fromkeys(character for character in without if character not in _JOINERS))


def printable(text: str) -> str:
    """`text` in composed form, on one line, without control characters; letters that nobody knows stay, to be told."""
    if text.isascii() and text.isprintable():
        return text
    flat = "".join(" " if character.isspace() and character != "\u00a0" else character for character in text)
    return unicodedata.normalize("NFC", without_unseen(flat))


def _east_asian_script(text: str) -> str:
    """Kana is Japanese, Hangul Korean; Chinese characters alone are Chinese, with a space inside Japanese."""
    names = [unicodedata.name(character, "") for character in text if ord(character) >= 0x1100]
    if not names:
        return ""
    if any(name.startswith(("HIRAGANA", "KATAKANA")) for name in names):
        return "Jpan"
    if any(name.startswith("HANGUL") for name in names):
        return "Kore"
    if not any(name.startswith("CJK") for name in names):
        return ""
    words = text.split()
    both = len(words) == 2 and all(ord(character) >= 0x2E80 for word in words for character in word)
    return "Jpan" if both else "Hans"


def _pieces(faces: list[Face | None], start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for index in range(start, end):
        if pieces and faces[pieces[-1][0]] is faces[index]:
            pieces[-1] = (pieces[-1][0], index + 1)
        else:
            pieces.append((index, index + 1))
    return pieces


def _shape_run(typeface: Typeface, text: str, right_to_left: bool, tabular: bool, tracking: float) -> GlyphRun:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(typeface.font, buffer, _TABULAR if tabular and typeface.tabular_figures else _PROPORTIONAL)
    shaped = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
    parts = _parts(text, [cluster for _, cluster in shaped])
    apart = tracking * 1000 if typeface.tabular_figures else 0.0  # the Latin faces
    glyphs = tuple(
        [
            Glyph(glyph, right + apart, typeface.advance(glyph), dx, dy, part)
            for (glyph, _), (dx, dy, right, _), part in zip(
                shaped, [place.position for place in buffer.glyph_positions], parts, strict=True
            )
        ]
    )
    return GlyphRun(typeface, glyphs, sum([glyph.advance for glyph in glyphs]) / 1000, text, right_to_left)


def _parts(text: str, starts: Sequence[int]) -> list[str]:
    """The characters that each glyph stands for, told by the first glyph of a cluster."""
    ordered = sorted({*starts, len(text)})
    if len(ordered) == len(text) + 1 == len(starts) + 1:
        return [text[start] for start in starts]
    until = dict(pairwise(ordered))
    told: set[int] = set()
    parts: list[str] = []
    for start in starts:
        parts.append("" if start in told else text[start : until[start]])
        told.add(start)
    return parts


def _ink(runs: Sequence[GlyphRun]) -> Ink:
    left, right, top, bottom, pen = [], [], [], [], 0.0
    for run in runs:
        edge = run.typeface.thickening * 500
        for glyph in run.glyphs:
            box = run.typeface.ink(glyph.id)
            if box:
                left.append(pen + glyph.dx + box[0] - edge)
                right.append(pen + glyph.dx + box[1] + edge)
                top.append(glyph.dy + box[2] + edge)
                bottom.append(glyph.dy + box[3] - edge)
            pen += glyph.advance
    if not left:
        return Ink(0.0, 0.0, 0.0, 0.0)
    return Ink(min(left) / 1000, max(right) / 1000, max(top) / 1000, min(bottom) / 1000)
