"""Tables written in the tests, and reading them to people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.imports import ColumnChoice, Field, RejectedRow, SkippedRow
from mixer_app.domain.people import Registration
from mixer_app.domain.roles import Role
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.mapping import guess_columns
from mixer_app.exchange.reading import Knowledge
from mixer_app.exchange.rows import read_rows
from mixer_app.exchange.tables import Table


@dataclass(frozen=True)
class Reading:
    """A file as it was understood."""

    table: Table
    columns: list[ColumnChoice]
    people: list[Registration]
    skipped: list[SkippedRow]
    rejected: list[RejectedRow]
    warnings: tuple[str, ...]

    def field(self, header: str) -> Field:
        return next(column.field for column in self.columns if column.header == header)

    @property
    def names(self) -> list[str]:
        return [one.name.full for one in self.people]

    @property
    def roles(self) -> list[str]:
        return [str(one.role) for one in self.people]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file: `write("a.csv", "name,email\\n…")`, text or bytes."""

    def build(name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return build


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: `workbook({"Sheet": [[…], […]]})`."""

    def build(sheets: dict[str, Sequence[Sequence[Any]]], name: str = "people.xlsx", change: Any = None) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        if change:
            change(book)
        path = tmp_path / name
        book.save(path)
        return path

    return build


@pytest.fixture
def understand() -> Callable[..., Reading]:
    """Read a file as an import does, up to the people in it; `role` is said of everyone."""

    def read(path: Path, *, table: int = 0, given: dict[str, str] | None = None, **known: Any) -> Reading:
        found = read_tables(path)[table]
        if "role" in known:
            known["role"] = Role(known["role"])
        knowledge = Knowledge(**known)
        columns = guess_columns(found, given=given, needs=knowledge.needs, topics=knowledge.topics)
        rows = read_rows(found, columns, knowledge, found.file)
        return Reading(
            table=found,
            columns=columns,
            people=[row.registration for row in rows.rows if row.registration is not None],
            skipped=[row.skipped for row in rows.rows if row.skipped is not None],
            rejected=[row.rejected for row in rows.rows if row.rejected is not None],
            warnings=rows.warnings,
        )

    return read


@pytest.fixture
def understand_text(write: Callable[..., Path], understand: Callable[..., Reading]) -> Callable[..., Reading]:
    """Read a table given as text."""

    def read(text: str, name: str = "people.csv", encoding: str = "utf-8", **known: Any) -> Reading:
        return understand(write(name, text, encoding), **known)

    return read
