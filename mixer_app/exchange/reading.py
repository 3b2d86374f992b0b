"""The values between a table and the import: what is known before, and what was read."""

from dataclasses import dataclass

from mixer_app.domain.imports import RejectedRow, RowDecision, SkippedRow
from mixer_app.domain.people import Registration
from mixer_app.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known before a table is read: the event's lists, and what was said of the file."""

    needs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    role: Role | None = None  # of everyone, as a person said
    assumed_role: Role | None = None  # of whoever does not say, from the name of the file or sheet
    decisions: tuple[RowDecision, ...] = ()
    grades: tuple[str, ...] = ()  # lowest first; empty: nobody has put them in order


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """One row: a registration, or the reason why there is none."""

    row: int
    registration: Registration | None = None
    code: str = ""  # a badge code of our own export
    role_of_file: bool = False  # the row itself does not say its role
    decision: RowDecision | None = None
    skipped: SkippedRow | None = None
    gone: Registration | None = None  # who does not come any more: only name, address and number
    rejected: RejectedRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """All rows of a table, and what a person should know."""

    name: str
    sheet: str
    rows: tuple[RowReading, ...]
    warnings: tuple[str, ...]
