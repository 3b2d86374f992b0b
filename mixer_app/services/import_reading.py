"""The first half of an import: files to rows that say who registers, without a look at who is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from mixer_app.domain.errors import FileQuestionError
from mixer_app.domain.events import Event, QuestionCriterion
from mixer_app.domain.imports import ColumnChoice, Field, ImportFile
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.roles import Role
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.mapping import guess_columns, header_key, suggested_rules
from mixer_app.exchange.reading import Knowledge, TableReading
from mixer_app.exchange.role_words import parse_role
from mixer_app.exchange.rows import read_rows
from mixer_app.exchange.tables import ReadingChoices, Table
from mixer_app.store import Database, column_mappings, events

_NAMES = frozenset({Field.FULL_NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NATIVE_NAME})
_ROLES = frozenset({Field.ROLE, Field.MENTOR_FLAG, Field.MENTEE_FLAG})


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """What must be answered before anyone of a table can be imported, and what answers it at a command line."""

    sentence: str
    option: str

    @property
    def is_of_roles(self) -> bool:
        """Whether it is asked who everyone in the table is."""
        return self.option == "--role"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """One table of one file, read."""

    source: ImportFile
    table: Table
    columns: tuple[ColumnChoice, ...]
    reading: TableReading
    role: Role | None  # of everyone who does not say, as told or as the file is called
    question: FileQuestion | None
    rules: tuple[QuestionCriterion, ...]


def read_files(
    database: Database, event_id: int, files: Sequence[ImportFile], progress: Progress | None
) -> list[ReadTable]:
    """Read every table of every file; raises `MixerError` for a file that is no table."""
    event = database.read(events.get_event, event_id)
    tables: list[tuple[ImportFile, Table]] = []
    for index, file in enumerate(files):
        report(progress, 0.5 * index / len(files), f"Reading {file.path.name}")
        choices = ReadingChoices(encoding=file.encoding, delimiter=file.delimiter, header_row=file.header_row)
        tables += [(file, table) for table in read_tables(file.path, choices)]
    names = _names(tables)
    assumed = _assumed_roles(tables)
    read: list[ReadTable] = []
    for index, ((file, table), name) in enumerate(zip(tables, names, strict=True)):
        report(progress, 0.5 + 0.3 * index / len(tables), f"Looking through {name}")
        remembered = database.read(column_mappings.recall, header_key(table.headers))
        read.append(_read_table(event, file, table, name, remembered, assumed[index]))
    return read


def _read_table(
    event: Event, file: ImportFile, table: Table, name: str, remembered: dict[str, str] | None, assumed: Role | None
) -> ReadTable:
    needs = tuple(need.name for need in event.needs)
    columns = tuple(guess_columns(table, given=file.mapping, remembered=remembered, needs=needs, topics=event.topics))
    decisions = tuple(one for one in file.decisions if one.sheet in {"", table.sheet})
    known = Knowledge(
        needs=needs,
        topics=event.topics,
        role=file.role,
        assumed_role=assumed,
        decisions=decisions,
        grades=file.grades or event.rules.experience_scale,
    )
    reading = read_rows(table, columns, known, name)
    return ReadTable(
        source=file,
        table=table,
        columns=columns,
        reading=reading,
        role=file.role or assumed,
        question=_question(columns, reading, file.role or assumed),
        rules=suggested_rules(table, columns),
    )


def _question(columns: Sequence[ColumnChoice], reading: TableReading, role: Role | None) -> FileQuestion | None:
    """What must be answered before anyone of this table can be imported."""
    fields = {column.field for column in columns}
    if not fields & _NAMES:
        titles = ", ".join(f"“{column.header}”" for column in columns[:12])
        return FileQuestion(f"Which column of {reading.name} holds the names? Its columns are {titles}.", "--map")
    silent = [row for row in reading.rows if row.rejected is not None and row.rejected.field == "role"]
    if silent and role is None and not fields & _ROLES:
        return FileQuestion(f"Is everyone in {reading.name} a mentor or a mentee? No column says so.", "--role")
    return None


def _names(tables: Sequence[tuple[ImportFile, Table]]) -> list[str]:
    """How the account calls each table: the file's name, with the sheet where a file has several."""
    paths = [file.path for file, _ in tables]
    known = {file.path.name for file, _ in tables}
    same_name = len(known) < len(set(paths))
    names: list[str] = []
    for file, table in tables:
        name = str(file.path) if same_name and _is_shared(file, tables) else file.path.name
        names.append(f"{name}, {table.sheet}" if paths.count(file.path) > 1 and table.sheet else name)
    return names


def _is_shared(file: ImportFile, tables: Sequence[tuple[ImportFile, Table]]) -> bool:
    return any(other.path.name == file.path.name and other.path != file.path for other, _ in tables)


def _assumed_roles(tables: Sequence[tuple[ImportFile, Table]]) -> list[Role | None]:
    """What the names of files and sheets say, where both a mentors' and a mentees' table are given."""
    said = [parse_role(table.sheet) or parse_role(file.path.stem) for file, table in tables]
    if {Role.MENTOR, Role.MENTEE} <= set(said):
        return [None if role is Role.BOTH else role for role in said]
    return [None] * len(tables)


def refuse_questions(tables: Sequence[ReadTable]) -> None:
    """Raise `FileQuestionError` with the first question that must be answered."""
    for table in tables:
        if table.question:
            raise FileQuestionError(table.question.sentence, option=table.question.option)
