"""What a person has said so far about the files they are importing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mixer_app.domain.imports import Field, FilePreview, ImportFile, RejectedRow, RowDecision
from mixer_app.domain.roles import Role


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A problem row that a person has answered, and what they said."""

    path: Path
    problem: RejectedRow
    label: str
    decision: RowDecision


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """The files with their answers; each change gives a new value, so a preview always belongs to one."""

    files: tuple[ImportFile, ...] = ()
    settled: tuple[SettledRow, ...] = ()

    def with_files(self, paths: Sequence[Path]) -> "ImportChoices":
        """More files; one that is there already is not taken twice."""
        known = {file.path for file in self.files}
        return replace(self, files=(*self.files, *(ImportFile(path=path) for path in paths if path not in known)))

    def without_file(self, path: Path) -> "ImportChoices":
        """One file fewer, and its answers."""
        return ImportChoices(
            tuple(file for file in self.files if file.path != path),
            tuple(row for row in self.settled if row.path != path),
        )

    def with_field(self, path: Path, header: str, field: Field) -> "ImportChoices":
        """A column means this."""
        return self._changed(path, lambda file: {"mapping": {**(file.mapping or {}), header: field.value}})

    def with_role(self, path: Path, role: Role | None) -> "ImportChoices":
        """Everyone in the file is this."""
        return self._changed(path, lambda _file: {"role": role})

    def read_as(self, path: Path, **how: Any) -> "ImportChoices":
        """The file's letters, separator or title row are these: `encoding`, `delimiter`, `header_row`."""
        return self._changed(path, lambda _file: how)

    def settle(self, path: Path, problem: RejectedRow, label: str, decision: RowDecision) -> "ImportChoices":
        """This is what becomes of a problem row."""
        settled = self._changed(path, lambda file: {"decisions": (*file.decisions, decision)})
        return replace(settled, settled=(*self.settled, SettledRow(path, problem, label, decision)))

    def unsettle(self, row: SettledRow) -> "ImportChoices":
        """Take the answer to a problem row back."""
        opened = self._changed(
            row.path, lambda file: {"decisions": tuple(one for one in file.decisions if one is not row.decision)}
        )
        return replace(opened, settled=tuple(one for one in self.settled if one is not row))

    def file(self, path: Path) -> ImportFile | None:
        """The file at `path` with its answers."""
        return next((file for file in self.files if file.path == path), None)

    def _changed(self, path: Path, change: Callable[[ImportFile], dict[str, Any]]) -> "ImportChoices":
        files = tuple(replace(file, **change(file)) if file.path == path else file for file in self.files)
        return replace(self, files=files)


def column_of(preview: FilePreview, problem: RejectedRow) -> str | None:
    """The title of the column from which a problem's value came, if there is one such column."""
    for column in preview.columns:
        if problem.field in (column.header, column.field.value):
            return column.header
    return None


def is_about(problem: RejectedRow, preview: FilePreview) -> bool:
    """Whether a problem is from the table of a preview."""
    return problem.sheet == preview.sheet or not problem.sheet
