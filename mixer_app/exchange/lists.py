"""Answers that name several things in one cell."""

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from mixer_app.exchange.option_columns import JOINED_BY
from mixer_app.exchange.words import fold

_COMMAS: Final = ",،、，"
# Private-use characters stand for the separators inside an option while a cell is taken apart.
_SHIELDS: Final = {char: chr(0xE100 + index) for index, char in enumerate(";\n|" + _COMMAS)}
_UNSHIELD: Final = str.maketrans({shield: char for char, shield in _SHIELDS.items()})


@dataclass(frozen=True, slots=True)
class Splitter:
    """How the cells of one column are taken apart: its separators, and the options that hold one."""

    separators: str
    whole: tuple[str, ...] = ()  # options with a separator in them, longest first

    def split(self, cell: str) -> tuple[str, ...]:
        """The things named in `cell`, each once, in their order."""
        for option in self.whole:
            shielded = "".join(_SHIELDS.get(char, char) for char in option)
            cell = re.sub(rf"(?<!\w){re.escape(option)}(?!\w)", shielded.replace("\\", r"\\"), cell, flags=re.I)
        parts = re.split(rf"[{re.escape(self.separators)}](?![^()]*\))", cell) if self.separators else [cell]
        return unique(part.translate(_UNSHIELD).strip(" \t\r\n.•*") for part in parts)


def make_splitter(cells: Iterable[str], known: Collection[str] = ()) -> Splitter:
    """Find out how a column separates its answers; `known` options are never taken apart."""
    filled = [cell for cell in cells if cell]
    if any(";" in cell for cell in filled):
        separators = ";\n"
    elif any("\n" in cell for cell in filled):
        separators = "\n"
    elif any("|" in cell for cell in filled):
        separators = "|"
    else:
        separators = _COMMAS
    holding = [option for option in {*known, *_kept_together(filled, separators)} if set(option) & set(separators)]
    return Splitter(separators, tuple(sorted(holding, key=len, reverse=True)))


def _kept_together(cells: list[str], separators: str) -> set[str]:
    """Options that hold a comma themselves, told by a part that begins small and only ever follows one other."""
    if separators != _COMMAS:
        return set()
    parts_of = [re.split(rf"[{_COMMAS}] *", cell) for cell in cells]
    before: dict[str, Counter[str]] = {}
    for parts in parts_of:
        for index, part in enumerate(parts):
            before.setdefault(part, Counter())[parts[index - 1] if index else ""] += 1
    capitals = sum(1 for part in before if part[:1].isupper())
    if capitals < 0.5 * len(before):
        return set()
    together: set[str] = set()
    for part, preceding in before.items():
        if part[:1].islower() and len(preceding) == 1 and "" not in preceding and preceding.total() > 1:
            together.add(f"{next(iter(preceding))}, {part}")
    return together


def unique(things: Iterable[str]) -> tuple[str, ...]:
    """Each thing once, in the spelling it came in first; blanks left out."""
    kept: dict[str, str] = {}
    for thing in things:
        if thing:
            kept.setdefault(fold(thing) or thing, thing)
    return tuple(kept.values())


def join_list(things: Iterable[str]) -> str:
    """Several things in one cell of our own export, such that `split_list` gives the same again."""
    return JOINED_BY.join(
        f'"{thing.replace(chr(34), chr(34) * 2)}"' if _needs_quotes(thing) else thing for thing in things
    )


def split_list(cell: str) -> tuple[str, ...]:
    """What `join_list` joined."""
    if '"' not in cell:
        return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)
    try:
        (row,) = csv.reader(io.StringIO(cell.replace("\n", " ")), delimiter=";", skipinitialspace=True)
    except (csv.Error, ValueError):
        return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)
    return tuple(part for part in (piece.strip() for piece in row) if part)


def _needs_quotes(thing: str) -> bool:
    return ";" in thing or thing.startswith('"')
