"""The bundled typefaces: which of them has a character, in which weight, opened when first needed."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from mixer_app import paths
from mixer_app.domain.errors import MixerError
from mixer_app.printing.harfbuzz import hb

WEIGHTS: Final = {"regular": 400, "medium": 500, "semibold": 600, "bold": 700}
_THICKENING: Final = {600: 0.028, 700: 0.036}  # em added to a stem where a face has no bold file


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One row of `fonts.toml`: a family, its files by weight, and the scripts it serves."""

    family: str
    scripts: tuple[str, ...]
    files: dict[int, Path]
    line_height: float = 1.2
    tabular_figures: bool = False


class Typeface:
    """One opened font file; lengths are in 1/1000 em."""

    def __init__(self, face: Face, weight: int) -> None:
        nearest = max((known for known in face.files if known <= weight), default=min(face.files))
        self.family = face.family
        self.path = face.files[nearest]
        self.name = self.path.stem
        self.line_height = face.line_height
        self.tabular_figures = face.tabular_figures
        self._advances: dict[int, float] = {}
        self._boxes: dict[int, tuple[float, float, float, float] | None] = {}
        self.thickening = _THICKENING.get(weight, 0.0) if weight - nearest >= 200 else 0.0  # em

    @cached_property
    def face(self) -> Any:
        """The font file as HarfBuzz sees it."""
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def font(self) -> Any:
        """The font at a scale of 1000 units to the em."""
        font = hb.Font(self.face)
        font.scale = (1000, 1000)
        return font

    def has(self, character: str) -> bool:
        """Whether the file draws this character."""
        return self.font.get_nominal_glyph(ord(character)) is not None

    def advance(self, glyph: int) -> float:
        """How far the file moves on after a glyph."""
        if glyph not in self._advances:
            self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return self._advances[glyph]

    def ink(self, glyph: int) -> tuple[float, float, float, float] | None:
        """Left, right, top and bottom of what a glyph draws; None if nothing."""
        if glyph not in self._boxes:
            box: Any = self.font.get_glyph_extents(glyph)
            self._boxes[glyph] = None
            if box and box.width:
                left, top = box.x_bearing, box.y_bearing
                self._boxes[glyph] = (left, left + box.width, top, top + box.height)
        return self._boxes[glyph]


class FontShelf:
    """All bundled typefaces, in the order in which they are asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or paths.resource("fonts")
        self._opened: dict[tuple[str, int], Typeface] = {}
        self._known: dict[str, tuple[Face, ...]] = {}

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """The rows of `fonts.toml`."""
        table = self._folder / "fonts.toml"
        try:
            rows = tomllib.loads(table.read_text(encoding="utf-8"))["face"]
        except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
            raise MixerError(f"The list of fonts cannot be read: {table} ({error}). Install again.") from error
        return tuple(self._face(row) for row in rows)

    def typeface(self, face: Face, weight: int) -> Typeface:
        """The opened file of a face for a weight."""
        key = (face.family, weight)
        if key not in self._opened:
            self._opened[key] = Typeface(face, weight)
        return self._opened[key]

    def faces_with(self, character: str) -> tuple[Face, ...]:
        """Every face that has the character, best first; empty when none does."""
        if character not in self._known:
            self._known[character] = tuple(face for face in self.faces if self.typeface(face, 400).has(character))
        return self._known[character]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font has, each once."""
        return tuple(dict.fromkeys(character for character in text if not self.faces_with(character)))

    def _face(self, row: dict[str, object]) -> Face:
        return Face(
            family=str(row["family"]),
            scripts=tuple(_words(row["scripts"])),
            files={value: self._folder / str(row[key]) for key, value in WEIGHTS.items() if key in row},
            line_height=float(str(row.get("line_height", 1.2))),
            tabular_figures=bool(row.get("tabular_figures", False)),
        )


def _words(value: object) -> Iterable[str]:
    return [str(word) for word in value] if isinstance(value, list) else [str(value)]  # pyright: ignore
