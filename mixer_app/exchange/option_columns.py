"""Questions that a program exports as one column for each answer that could be ticked."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from mixer_app.exchange.tables import Row, Table
from mixer_app.exchange.values import parse_yes_no
from mixer_app.exchange.words import fold

JOINED_BY: Final = "; "
_TITLE: Final = re.compile(r"(?P<question>.+?)(?: – | — | - |: )(?P<option>[^–—]+)|(?P<grid>.+?) ?\[(?P<row>[^\]]+)\]")


def fold_option_columns(table: Table) -> Table:
    """Join columns `Question – Option` that hold only yes and no into one column with the options ticked."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for index, header in enumerate(table.headers):
        if found := _TITLE.fullmatch(header):
            question = found["question"] or found["grid"]
            groups.setdefault(question, []).append((index, (found["option"] or found["row"]).strip()))
    ticked = {
        question: columns
        for question, columns in groups.items()
        if len(columns) > 1 and question not in table.headers and _are_ticks(table, columns)
    }
    return _joined(table, ticked) if ticked else table


def _are_ticks(table: Table, columns: list[tuple[int, str]]) -> bool:
    some = False
    for index, option in columns:
        for cell in {row.cells[index] for row in table.rows}:
            chosen = _chosen(cell, option)
            if chosen is None:
                return False
            some = some or chosen
    return some


def _chosen(cell: str, option: str) -> bool | None:
    if not cell:
        return False
    if fold(cell) == fold(option):
        return True
    return parse_yes_no(cell)


def _joined(table: Table, ticked: dict[str, list[tuple[int, str]]]) -> Table:
    first = {columns[0][0]: question for question, columns in ticked.items()}
    taken = {index for columns in ticked.values() for index, _ in columns}
    kept = [index for index in range(len(table.headers)) if index in first or index not in taken]

    def cell(row: Row, index: int) -> str:
        if index not in first:
            return row.cells[index]
        return _options_of(row, ticked[first[index]])

    return replace(
        table,
        headers=tuple(first.get(index, table.headers[index]) for index in kept),
        rows=tuple(Row(row.number, tuple(cell(row, index) for index in kept)) for row in table.rows),
        options={question: tuple(option for _, option in columns) for question, columns in ticked.items()},
    )


def _options_of(row: Row, columns: Iterable[tuple[int, str]]) -> str:
    return JOINED_BY.join(option for index, option in columns if _chosen(row.cells[index], option))
