"""What stands on the papers of one round: the marshals' sheet, and the slips for those whose seat has changed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role


class PageSize(StrEnum):
    """The paper in the printer."""

    A4 = "A4"
    LETTER = "Letter"


class NoteKind(StrEnum):
    """What a marshal is told about a seat; never a need, an access matter, or a wish about somebody."""

    ARRIVES = "arrives"
    LEFT = "left"
    RESEATED = "reseated"
    NEW_MENTOR = "new mentor"
    LANGUAGE = "language"
    RESTS = "rests"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNote:
    """A few letters beside a name."""

    kind: NoteKind
    at: time | None = None  # of ARRIVES
    language: str = ""  # of LANGUAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Somebody at a table, in the part played there: mentor or mentee."""

    name: PersonName
    role: Role
    note: SeatNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTable:
    """One table in one round: each mentor, followed by the mentees."""

    number: int
    people: tuple[Seated, ...]

    @property
    def meets(self) -> bool:
        """Whether a mentee sits here."""
        return any(person.role is Role.MENTEE for person in self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPlace:
    """Where one person is; no table means free."""

    name: PersonName
    table: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSheet:
    """One round for the room's marshals."""

    event_name: str
    day: date
    number: int
    rounds: int
    starts_at: datetime
    ends_at: datetime
    plan_version: int
    plan_at: datetime  # by the venue's clock
    published: bool
    tables: tuple[SheetTable, ...]  # by number
    free: tuple[PersonName, ...] = ()  # mentees, longest without a meeting first
    people: tuple[PersonPlace, ...] = ()  # everybody, by family name


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRound:
    """A round that has changed for one person; no table means free."""

    number: int
    starts_at: datetime
    table: int | None
    before: int | None
    partners: tuple[PersonName, ...] = ()
    partner_role: Role = Role.MENTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSlip:
    """What a newer plan changes for one person; it never says why."""

    event_name: str
    code: str
    role: Role
    name: PersonName
    plan_version: int
    replaces: int
    rounds: tuple[SlipRound, ...]
