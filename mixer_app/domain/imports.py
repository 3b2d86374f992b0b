"""The account of an import: what became of every row of every file."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A row that is rightly left out, such as a cancelled ticket."""

    file: str
    row: int  # the line a person sees in a spreadsheet
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row that cannot be used until a person has looked at it."""

    file: str
    row: int
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAccount:
    """What an import did; `rows` is the sum of the other counts, for every file."""

    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: tuple[SkippedRow, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    warnings: tuple[str, ...] = ()
    columns: dict[str, dict[str, str]] = field(default_factory=dict)  # file -> column title -> field
    import_id: int | None = None  # to undo it; None for a dry run
