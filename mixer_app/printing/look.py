"""The look of paper, from the light side of the tokens: colours by role, type by rank."""

import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from mixer_app import paths
from mixer_app.domain.colours import mixed
from mixer_app.domain.errors import MixerError

POINTS_PER_PIXEL: Final = 0.75
MM: Final = 72 / 25.4
"""Points in a millimetre."""
CAPITAL: Final = 0.727
"""The height of a capital letter, in em."""
TIGHT: Final = -0.02
"""Tracking of names and large figures, in em."""
_BLACK: Final = "#000000"
_WHITE: Final = ("surface", "accent_text")  # roles that stay white where all else is black
_TINTS: Final = (0.07, 0.20, 0.40, 0.68, 0.92)
_SOFT: Final = 0.14
"""Shares of an event's own colour in the palest to the strongest score tint, and behind text."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set; size and line in points."""

    size: float
    line: float
    weight: int = 400
    tabular: bool = False
    tracking: float = 0.0  # em between letters

    def weighing(self, weight: int) -> "Type":
        """The same in another weight."""
        return replace(self, weight=weight)

    def sized(self, size: float, line: float | None = None) -> "Type":
        """The same in another size; the line grows with it unless given."""
        return replace(self, size=size, line=self.line * size / self.size if line is None else line)

    @property
    def with_table_figures(self) -> "Type":
        """The same with figures of equal width."""
        return replace(self, tabular=True)

    @property
    def as_code(self) -> "Type":
        """The same for a badge code: figures of equal width, letters apart."""
        return replace(self, tabular=True, tracking=0.02)

    @property
    def rise_mm(self) -> float:
        """From the top of a line to its baseline, in mm: the letters' height is centred in the line."""
        return ((self.line - 1.21 * self.size) / 2 + 0.9688 * self.size) / MM

    @property
    def line_mm(self) -> float:
        """From one baseline to the next, in mm."""
        return self.line / MM


class Look:
    """Roles of `tokens.toml` for paper; an event may have an accent of its own.

    The role `event` is that of the event's name: its accent if it has one, else quiet. A look in black stays black.
    """

    def __init__(self, tokens: Path | None = None, *, accent: str = "", black: bool = False) -> None:
        self._file = tokens or paths.resource("themes", "tokens.toml")
        self._own = _own_colours(accent) if accent else {}
        self.black = black

    def in_black(self) -> "Look":
        """The same for a printer that has no other colour and no grey."""
        return Look(self._file, black=True)

    def with_accent(self, accent: str) -> "Look":
        """The same look with the accent of an event; none gives ours."""
        return Look(self._file, accent=accent, black=self.black)

    @cached_property
    def _tokens(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise MixerError(f"The look of the pages cannot be read: {self._file} ({error}). Install again.") from error

    @cached_property
    def _operators(self) -> dict[str, str]:
        return {}

    def colour(self, role: str) -> str:
        """A role as `#RRGGBB`; `fit.0` to `fit.4` are the score tints."""
        if self.black and role not in _WHITE:
            return _BLACK
        if role in self._own:
            return self._own[role]
        if role == "event":
            role = "text_muted"
        name, _, index = role.partition(".")
        value = self._tokens["light"][name]
        return str(value[int(index)] if index else value)

    def colour_operands(self, role: str) -> str:
        """A role as the three numbers of a PDF colour operator."""
        if role not in self._operators:
            code = self.colour(role)
            self._operators[role] = " ".join(f"{int(code[at : at + 2], 16) / 255:.4f}" for at in (1, 3, 5))
        return self._operators[role]

    def type(self, rank: str) -> Type:
        """`caption`, `body`, `body_strong`, `title`, `display`; pixels become points."""
        row = self._tokens["type"][rank]
        return Type(row["size"] * POINTS_PER_PIXEL, row["line"] * POINTS_PER_PIXEL, row["weight"])

    @cached_property
    def caption(self) -> Type:
        """9 pt, medium: the labels of things."""
        return self.type("caption")

    @cached_property
    def small(self) -> Type:
        """9 pt, regular: text in small columns."""
        return self.caption.weighing(400)

    @cached_property
    def body(self) -> Type:
        """10.5 pt."""
        return self.type("body")

    @cached_property
    def strong(self) -> Type:
        """10.5 pt, semibold."""
        return self.type("body_strong")

    @cached_property
    def title(self) -> Type:
        """15 pt, semibold."""
        return self.type("title")

    @cached_property
    def display(self) -> Type:
        """24 pt, bold, a little tight."""
        return replace(self.type("display"), tracking=TIGHT)


def _own_colours(accent: str) -> dict[str, str]:
    tints = {f"fit.{index}": mixed(accent, share) for index, share in enumerate(_TINTS)}
    return {"accent": accent, "event": accent, "accent_soft": mixed(accent, _SOFT), **tints}
