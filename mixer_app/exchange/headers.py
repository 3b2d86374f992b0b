"""Where the titles of a table stand, and what its columns are called."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.option_columns import fold_option_columns
from mixer_app.exchange.own_export import recognise
from mixer_app.exchange.tables import Grid, Row, Table
from mixer_app.exchange.values import is_email
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.exchange.words import fold, fold_title

_SEARCHED_LINES: Final = 40
_NUMBER_OR_DATE: Final = re.compile(r"[\d\s.,:/+\-%$€£TZ]*\d[\d\s.,:/+\-%$€£TZ]*(?:[AaPp]\.?[Mm]\.?)?")


def to_tables(grids: list[Grid], file: str, header_row: int | None) -> list[Table]:
    """The tables worth importing: the sheet that looks most like registrations, and its equals."""
    tables = [(_to_table(grid, file, header_row), _grid_score(grid)) for grid in grids if any(map(any, grid.lines))]
    if not tables:
        raise MixerError(f"{file} holds no table. Export the registrations again.")
    best = max(tables, key=lambda scored: (len(scored[0].rows) > 0, scored[1], len(scored[0].rows)))[0]
    by_role = [table for table, score in tables if table.rows and score > 2 and sheet_names_role(table.sheet)]
    alike = [table for table, _ in tables if table.rows and set(table.headers) == set(best.headers)]
    chosen = by_role if len(by_role) > 1 and best in by_role else alike or [best]
    left = [table.sheet for table, _ in tables if table.rows and table not in chosen]
    if left:
        named = ", ".join(f"“{sheet}”" for sheet in left)
        note = f"{file}: only “{chosen[0].sheet}” was read. Not read: {named}."
        if len(chosen) > 1:
            note = f"{file}: these sheets were not read: {named}."
        chosen[0] = replace(chosen[0], warnings=(*chosen[0].warnings, note))
    return [table if recognise(table.headers) else fold_option_columns(table) for table in chosen]


def sheet_names_role(title: str) -> bool:
    """Whether a sheet is called after mentors or mentees."""
    roles = load_vocabulary().roles
    return roles["mentor"].found_in(title) or roles["mentee"].found_in(title)


def title_score(cells: list[str]) -> float:
    """How much a line looks like titles: known ones count for it, addresses and numbers against it."""
    filled = [cell for cell in cells if cell]
    known = sum(1 for cell in filled if fold_title(cell) in _known_titles())
    numbers = sum(1 for cell in filled if _NUMBER_OR_DATE.fullmatch(cell))
    addresses = sum(1 for cell in filled if is_email(cell))
    return 2.0 * known - 3.0 * addresses - 1.0 * numbers


@cache
def _known_titles() -> frozenset[str]:
    return frozenset().union(*(phrases.whole for phrases in load_vocabulary().columns.values()))


def _grid_score(grid: Grid) -> float:
    return title_score(grid.lines[_find_titles(grid.lines)])


def _find_titles(lines: list[list[str]]) -> int:
    searched = lines[:_SEARCHED_LINES]
    widest = max(sum(map(bool, line)) for line in searched) or 1
    best, best_score = 0, float("-inf")
    for index, line in enumerate(searched):
        filled = sum(map(bool, line))
        if not filled:
            continue
        score = title_score(line) + 3.0 * filled / widest - 0.15 * index
        if score > best_score:
            best, best_score = index, score
    return best


def _to_table(grid: Grid, file: str, header_row: int | None) -> Table:
    lines = grid.lines
    chosen = header_row - 1 if header_row is not None and 0 < header_row <= len(lines) else None
    top = chosen if chosen is not None else _find_titles(lines)
    titles = lines[top]
    first = top + 1
    if (below := _sub_titles(lines, top)) is not None:
        titles = _joined(titles, below)
        first += 1
    body = [(number, line) for number, line in enumerate(lines[first:], start=first + 1) if any(line)]
    width = max([len(titles), *(len(line) for _, line in body)])
    titles = titles + [""] * (width - len(titles))
    filled = {column for _, line in body for column, cell in enumerate(line) if cell}
    kept = [column for column in range(width) if titles[column] or column in filled]
    rows = tuple(
        Row(number, tuple(line[column] if column < len(line) else "" for column in kept)) for number, line in body
    )
    return Table(
        file=file,
        sheet=grid.sheet,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        header_row=top + 1,
        headers=_unique([titles[column] or f"Column {_letters(column)}" for column in kept]),
        rows=rows,
        warnings=grid.warnings,
    )


def _sub_titles(lines: list[list[str]], top: int) -> list[str] | None:
    """The second line of titles, as survey programs write it, or None."""
    if top + 1 >= len(lines) or not any(lines[top + 1]):
        return None
    upper, lower = lines[top], lines[top + 1]
    if title_score(lower) < 0 or recognise(upper):
        return None
    plain = load_vocabulary().words["subheading"]
    if not lower[0] and any(plain.equal(cell) for cell in lower if cell):
        return lower
    body = [line for line in lines[top + 2 : top + 40] if any(line)]
    gaps = [
        column
        for column, cell in enumerate(lower)
        if cell and (column >= len(upper) or not upper[column]) and any(upper[:column])
    ]
    if not body or not gaps:
        return None
    # In a line of data the columns that everyone fills are filled; under titles they stay blank.
    always = [
        column
        for column in range(len(upper))
        if upper[column] and sum(1 for line in body if column < len(line) and line[column]) > 0.8 * len(body)
    ]
    blank_below = [column for column in always if column >= len(lower) or not lower[column]]
    return lower if blank_below and len(blank_below) >= 0.5 * len(always) else None


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """One title for each column: `question – part`; a question spans the blanks that follow it."""
    plain = load_vocabulary().words["subheading"]
    titles: list[str] = []
    question = ""
    for column in range(max(len(upper), len(lower))):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        question = above or (question if below else "")
        if not below or plain.equal(below) or fold(below) == fold(question):
            titles.append(question)
        else:
            titles.append(f"{question} – {below}" if question else below)
    return titles


def _unique(titles: list[str]) -> tuple[str, ...]:
    """Titles on one line each; the second “Company” becomes “Company (2)”."""
    clean = [" ".join(title.split()) for title in titles]
    times: Counter[str] = Counter()
    unique: list[str] = []
    taken = set(clean)
    for title in clean:
        times[title] += 1
        name = title
        while times[title] > 1 and (name in taken):
            name = f"{title} ({times[title]})"
            times[title] += name in taken
        taken.add(name)
        unique.append(name)
    return tuple(unique)


def _letters(column: int) -> str:
    """The letters by which a spreadsheet names a column, from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
