"""Where the tables of a round stand: zones in two columns, and names in narrow columns; nothing is drawn here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol, TypeVar

from mixer_app.domain.round_paper import Seated, SheetTable
from mixer_app.printing.name_lines import LINE, NameLines, name_lines
from mixer_app.printing.paper import Paper
from mixer_app.printing.round_words import RoundWords

COLUMN: Final = 86.0
NAME: Final = 16.1  # from the left edge of a column
NOTE_RIGHT: Final = 79.4
_NAME_RIGHT: Final = 80.4
_NOTE_PAD: Final = 3.0
_NOTE_MOST: Final = 34.0
ROW: Final = 10.1
ROW_TOP: Final = 1.0
ROW_FOOT: Final = ROW - ROW_TOP - 2 * LINE
ZONE_HEAD: Final = 9.5
_ZONES: Final = (10, 5)  # tables to a zone; the next where one is higher than a column


class High(Protocol):
    """Anything with a height in mm."""

    @property
    def height(self) -> float:
        """In mm."""
        ...


Part = TypeVar("Part", bound=High)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person at a table: the name as it fits, and what the chip beside it says."""

    person: Seated
    name: NameLines
    note: str

    @property
    def height(self) -> float:
        """In mm."""
        return self.name.height


@dataclass(frozen=True, slots=True)
class TableRow:
    """One table with those at it."""

    number: int
    people: tuple[PersonRow, ...]

    @property
    def height(self) -> float:
        """In mm; two people at least are given room."""
        return max(ROW, ROW_TOP + sum(person.height for person in self.people) + ROW_FOOT)


@dataclass(frozen=True, slots=True)
class Zone:
    """Neighbouring tables that one marshal looks after."""

    rows: tuple[TableRow, ...]

    @property
    def height(self) -> float:
        """In mm, with its head."""
        return ZONE_HEAD + sum(row.height for row in self.rows)

    @property
    def title(self) -> str:
        """`Tables 1 to 10`."""
        return RoundWords.tables(self.rows[0].number, self.rows[-1].number)


def table_rows(paper: Paper, table: SheetTable, room: float) -> Iterator[TableRow]:
    """A table as one row; as several where its people need more than `room` mm, the mentor in each."""
    people = [person_row(paper, person) for person in table.people]
    row: list[PersonRow] = []
    for person in people:
        if row and TableRow(table.number, (*row, person)).height > room:
            yield TableRow(table.number, tuple(row))
            row = people[:1] if person is not people[0] and people[0].height + person.height < room / 2 else []
        row.append(person)
    yield TableRow(table.number, tuple(row))


def person_row(paper: Paper, person: Seated) -> PersonRow:
    """The name beside its chip."""
    small = paper.look.small
    note = RoundWords.note(person.note) if person.note else ""
    if paper.width(note, paper.look.caption) > _NOTE_MOST:
        note = ""  # a language with a very long name
    right = note_left(paper, note) - 1.5 if note else _NAME_RIGHT
    kind = small.weighing(600) if person.role.hosts else small
    return PersonRow(person, name_lines(paper, person.name, kind, right - NAME), note)


def note_left(paper: Paper, note: str) -> float:
    """Where the chip of a note begins, from the left edge of a column."""
    return NOTE_RIGHT - paper.width(note, paper.look.caption) - _NOTE_PAD


def zones_of(rows: Sequence[TableRow], room: float) -> list[Zone]:
    """Tables by tens; by fives where ten are higher than `room` mm, else as many as stand below each other."""
    zones: list[Zone] = []
    for _, ten in groupby(rows, key=lambda row: (row.number - 1) // _ZONES[0]):
        zones += _divided(tuple(ten), room)
    return zones


def _divided(rows: tuple[TableRow, ...], room: float) -> list[Zone]:
    if Zone(rows).height <= room:
        return [Zone(rows)]
    halves = [Zone(tuple(five)) for _, five in groupby(rows, key=lambda row: (row.number - 1) // _ZONES[1])]
    if all(zone.height <= room for zone in halves):
        return halves
    zones: list[Zone] = []
    for row in rows:
        if zones and Zone((*zones[-1].rows, row)).height <= room:
            zones[-1] = Zone((*zones[-1].rows, row))
        else:
            zones.append(Zone((row,)))
    return zones


def pages_of(zones: Sequence[Zone], room: float) -> list[tuple[list[Zone], list[Zone]]]:
    """Left and right column of each page; both as even as can be, in the order of the tables."""
    pages: list[tuple[list[Zone], list[Zone]]] = []
    left = list(zones)
    while left:
        first = _as_many_as_fit(left, room)
        second = _as_many_as_fit(left[first:], room)
        on_page, left = left[: first + second], left[first + second :]
        cut = min(range(len(on_page), 0, -1), key=lambda at: round(max(height(on_page[:at]), height(on_page[at:])), 3))
        pages.append((on_page[:cut], on_page[cut:]))
    return pages


def height(parts: Sequence[High]) -> float:
    """The height of parts below each other."""
    return sum(part.height for part in parts)


def in_columns(parts: Sequence[Part], columns: int, room: float) -> tuple[list[list[Part]], list[Part]]:
    """As many parts as fit `columns` columns `room` mm high, as even as can be, and the rest."""
    filled, rest = _fill(parts, columns, room)
    if rest:
        return filled, rest
    needed = max(height(parts) / columns, 0.01)
    while needed < room:
        even, over = _fill(parts, columns, needed)
        if not over:
            return even, over
        needed += LINE / 4
    return filled, rest


def _fill(parts: Sequence[Part], columns: int, room: float) -> tuple[list[list[Part]], list[Part]]:
    filled: list[list[Part]] = []
    rest = list(parts)
    while rest and len(filled) < columns:
        number = _as_many_as_fit(rest, room)
        filled.append(rest[:number])
        rest = rest[number:]
        if not number:
            break
    return filled, rest


def _as_many_as_fit(parts: Sequence[High], room: float) -> int:
    used = 0.0
    for number, part in enumerate(parts):
        used += part.height
        if used > room + 0.01:
            return number
    return len(parts)
