"""The cells of a file on their way to registrations: bare, and as a table with titles."""

from dataclasses import dataclass, field
from typing import Final

LARGEST_TABLE: Final = 200_000  # rows
WIDEST_TABLE: Final = 2_000  # columns


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` is the row that a spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]  # as many as the table has headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a file: its titles, its rows, and how it was read."""

    file: str
    sheet: str = ""
    encoding: str = "UTF-8"
    delimiter: str = ""  # empty for a workbook
    header_row: int = 1
    headers: tuple[str, ...]  # unique and never empty
    rows: tuple[Row, ...]  # blank ones left out
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)  # header -> answers one could tick
    warnings: tuple[str, ...] = ()

    def column(self, header: str) -> tuple[str, ...]:
        """All cells under `header`."""
        index = self.headers.index(header)
        return tuple(row.cells[index] for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The bare cells of a sheet before its titles are found; `first_row` is the number of the first line."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    lines: list[list[str]]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoices:
    """What a person chose where a file was read wrongly; None: found out."""

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
