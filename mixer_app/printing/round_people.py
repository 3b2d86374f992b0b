"""The back of a round sheet: everybody by name in five columns, each with a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from mixer_app.domain.round_paper import PersonPlace
from mixer_app.printing.look import Type
from mixer_app.printing.name_lines import NameLines, name_lines
from mixer_app.printing.paper import Paper
from mixer_app.printing.round_layout import in_columns
from mixer_app.printing.round_words import RoundWords

_COLUMNS: Final = 5
_GAP: Final = 4.0
_HEAD: Final = 8.6  # from the rule to the first line
_TABLE: Final = 6.4  # a number of three figures
_BETWEEN: Final = 0.3
_LINES: Final = 3  # of a name before it is given in short: people are looked for by their family names


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name and where to find it."""

    name: NameLines
    table: str

    @property
    def height(self) -> float:
        return self.name.height + _BETWEEN


def people_pages(
    paper: Paper, people: Sequence[PersonPlace], places: tuple[float, float, float, float]
) -> list[Callable[[], None]]:
    """What draws each page; `places` are left, right, the rule under the head, and the lowest baseline."""
    left, right, top, last = places
    width = (right - left - _GAP * (_COLUMNS - 1)) / _COLUMNS
    kind = paper.look.small
    entries = [
        _Entry(
            name_lines(paper, person.name, kind, width - _TABLE - 1.2, lines=_LINES),
            RoundWords.NO_TABLE if person.table is None else str(person.table),
        )
        for person in people
    ]
    sides: list[Callable[[], None]] = []
    while entries:
        columns, entries = in_columns(entries, _COLUMNS, last + 1.1 - top - _HEAD)
        sides.append(partial(_draw, paper, columns, left, top, width))
    return sides


def _draw(paper: Paper, columns: Sequence[Sequence[_Entry]], left: float, top: float, width: float) -> None:
    look = paper.look
    paper.text(left, top + 6.0, RoundWords.BY_PERSON, look.strong)
    for index, column in enumerate(columns):
        x, down = left + index * (width + _GAP), top + _HEAD
        for entry in column:
            entry.name.draw(paper, x, down)
            free = entry.table == RoundWords.NO_TABLE
            figures: Type = look.small if free else look.small.weighing(600).with_table_figures
            colour = "text_muted" if free else "text"
            paper.text(x + width, down + entry.name.first, entry.table, figures, colour, "right")
            down += entry.height
