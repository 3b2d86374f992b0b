"""What the tables of the Follow-up page show: columns, cells and lines, whatever they are about."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeAlias

Mark: TypeAlias = tuple[str, str]
"""A kind of filter and what it asks for: `("Standing", "Goes on")`."""


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column: its title, its share of the width, and the width of the table (px at 100 %) below which it leaves."""

    title: str
    share: float
    leaves_below: int = 0


@dataclass(frozen=True, slots=True)
class LineCell:
    """Words with a role's mark or an icon before them; `order` is what the column is ordered by."""

    words: str
    role: str = ""
    icon: str = ""
    tone: str = "text"
    strong: bool = False
    order: float | None = None  # None: by the words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """One line of a table: what it is about, whom it concerns, and everything about it in a sentence."""

    key: Hashable
    cells: tuple[LineCell, ...]
    people: frozenset[int]
    marks: frozenset[Mark]
    detail: str
    subject: object

    @property
    def spoken(self) -> str:
        """The line in one breath."""
        return ", ".join(cell.words for cell in self.cells if cell.words)


@dataclass(frozen=True, slots=True)
class LineAct:
    """What can be done about a line."""

    words: str
    does: Callable[[], object]
