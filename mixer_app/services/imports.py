"""Importing registrations: look first, apply whole, take back as one step."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from mixer_app.domain.errors import MixerError
from mixer_app.domain.imports import (
    FIELD_TITLES,
    ColumnChoice,
    Decided,
    Field,
    FilePreview,
    ImportAccount,
    ImportFile,
    ImportPreview,
    RejectedRow,
    RowDecision,
    SkippedRow,
    Suggestion,
)
from mixer_app.domain.progress import Progress, report
from mixer_app.exchange.delimited import DELIMITER_NAMES
from mixer_app.services.import_applying import account_of, apply_import, everyone, rules_of, undo_import
from mixer_app.services.import_matching import Matching, match_rows
from mixer_app.services.import_reading import ReadTable, read_files, refuse_questions
from mixer_app.store import Database, Session
from mixer_app.store import imports as stored_imports

__all__ = [
    "FIELD_TITLES",
    "ColumnChoice",
    "Decided",
    "Field",
    "FilePreview",
    "ImportAccount",
    "ImportFile",
    "ImportPreview",
    "RejectedRow",
    "RowDecision",
    "SkippedRow",
    "Suggestion",
    "account_as_json",
    "field_choices",
    "files_of_people",
    "import_files",
    "preview_import",
    "undo_import",
]


def preview_import(
    database: Database, event_id: int, files: Sequence[ImportFile], *, progress: Progress | None = None
) -> ImportPreview:
    """What an import would do. Nothing is changed; a file that cannot be read is told beside the others."""
    read: list[ReadTable] = []
    unreadable: list[tuple[Path, str]] = []
    try:
        read = read_files(database, event_id, files, progress)
    except MixerError:
        readable: list[ImportFile] = []
        for file in files:
            try:
                read_files(database, event_id, [file], progress)
            except MixerError as error:
                unreadable.append((file.path, str(error)))
            else:
                readable.append(file)
        read = read_files(database, event_id, readable, progress)
    report(progress, 0.9, "Comparing with who is registered")
    matching = match_rows(database.read(everyone, event_id), [table.reading for table in read])
    account = account_of(matching, read)
    return ImportPreview(
        account=account,
        files=tuple(_file_preview(table, matching) for table in read),
        unreadable=tuple(unreadable),
        suggested_rules=rules_of(read),
    )


def import_files(
    database: Database,
    event_id: int,
    files: Sequence[ImportFile],
    *,
    station: str,
    now: datetime,
    dice: Random,
    dry_run: bool = False,
    apply_rules: bool = True,
    progress: Progress | None = None,
) -> ImportAccount:
    """Import all files in one transaction, or none of them.

    Raises `MixerError` with one question where a file cannot be understood without its answer, and
    `Cancelled` where `progress` asks to stop; then nothing has changed. `apply_rules` adds the
    rules that the files call for (an adviser's own group stays apart) to the event.
    """
    read = read_files(database, event_id, files, progress)
    refuse_questions(read)
    report(progress, 0.85, "Comparing with who is registered")
    if dry_run:
        return account_of(match_rows(database.read(everyone, event_id), [table.reading for table in read]), read)
    return database.write(
        apply_import, event_id, read, station=station, now=now, dice=dice, apply_rules=apply_rules, progress=progress
    )


def account_as_json(account: ImportAccount) -> dict[str, Any]:
    """The account as the command line gives it to other programs."""
    return {
        "rows": account.rows,
        "added": account.added,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "skipped": [{"file": one.file, "row": one.row, "reason": one.reason} for one in account.skipped],
        "rejected": [
            {"file": one.file, "row": one.row, "field": one.field, "value": one.value, "reason": one.reason}
            for one in account.rejected
        ],
        "warnings": list(account.warnings),
        "columns": account.columns,
    }


def files_of_people(session: Session, event_id: int) -> dict[int, list[str]]:
    """For each attendee of an event who was imported, the files (with the day) that named them, newest first."""
    return stored_imports.files_of_people(session, event_id)


def field_choices() -> list[tuple[str, str]]:
    """What a column can mean, for a list to choose from: the value and its words."""
    return [(field.value, FIELD_TITLES[field]) for field in Field]


def _file_preview(table: ReadTable, matching: Matching) -> FilePreview:
    name = table.reading.name
    return FilePreview(
        path=table.source.path,
        name=name,
        sheet=table.table.sheet,
        rows=len(table.table.rows),
        encoding=table.table.encoding,
        delimiter=DELIMITER_NAMES.get(table.table.delimiter, ""),
        header_row=table.table.header_row,
        columns=table.columns,
        role=table.role,
        question=table.question.sentence if table.question else None,
        asks_role=table.question is not None and table.question.is_of_roles,
        problems=tuple(one for one in matching.rejected if one.file == name),
    )
