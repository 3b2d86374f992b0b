"""Importing files: what a column can mean, what a person decides about a row, and the account of it all."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from mixer_app.domain.events import QuestionCriterion
from mixer_app.domain.roles import Role


class Field(StrEnum):
    """What a column of a file can mean; the value is what a mapping file says."""

    QUESTION = "question"
    LEAVE_OUT = "leave out"
    CODE = "code"
    EXTERNAL_ID = "external_id"
    FULL_NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    EMAIL = "email"
    PHONE = "phone"
    PRONOUNS = "pronouns"
    ROLE = "role"
    MENTOR_FLAG = "is_mentor"
    MENTEE_FLAG = "is_mentee"
    BOTH_FLAG = "is_both"
    STATUS = "status"
    QUANTITY = "quantity"
    EMPLOYER = "employer"
    TITLE = "title"
    FIELD = "field"
    REGION = "region"
    LANGUAGES = "languages"
    EXPERIENCE_YEARS = "experience_years"
    EXPERIENCE_GRADE = "experience_grade"
    NEEDS = "needs"
    NEEDS_WANTED = "needs_wanted"
    NEEDS_OFFERED = "needs_offered"
    TOPICS = "topics"
    TOPICS_WANTED = "topics_wanted"
    TOPICS_OFFERED = "topics_offered"
    GOAL = "goal"
    REMOTE_OK = "remote_ok"
    CONTACT_FREQUENCY = "contact_frequency"
    CONTACT_MEANS = "contact_means"
    CONTACT_CONSENT = "contact_consent"
    INTRODUCTIONS_LIMIT = "introductions_limit"
    CONTINUING_LIMIT = "continuing_limit"
    ARRIVES = "arrives"
    LEAVES = "leaves"
    RESTS = "rests"
    WISHES = "wishes"
    KEEP_APART = "keep_apart"
    STAFF_NOTE = "staff_note"
    COLLEAGUES_OK = "colleagues_ok"


FIELD_TITLES: Final[dict[Field, str]] = {
    Field.QUESTION: "Keep as own question",
    Field.LEAVE_OUT: "Leave out",
    Field.CODE: "Badge code",
    Field.EXTERNAL_ID: "Registration number",
    Field.FULL_NAME: "Name",
    Field.GIVEN_NAME: "Given name",
    Field.FAMILY_NAME: "Family name",
    Field.NATIVE_NAME: "Name in own script",
    Field.EMAIL: "Email",
    Field.PHONE: "Phone",
    Field.PRONOUNS: "Pronouns",
    Field.ROLE: "Role",
    Field.MENTOR_FLAG: "Is a mentor, yes or no",
    Field.MENTEE_FLAG: "Is a mentee, yes or no",
    Field.BOTH_FLAG: "Is both, yes or no",
    Field.STATUS: "Status of the registration",
    Field.QUANTITY: "Number of tickets",
    Field.EMPLOYER: "Employer",
    Field.TITLE: "Job title",
    Field.FIELD: "Field or specialty",
    Field.REGION: "Region",
    Field.LANGUAGES: "Languages, several",
    Field.EXPERIENCE_YEARS: "Years of experience",
    Field.EXPERIENCE_GRADE: "Grade",
    Field.NEEDS: "Needs, several",
    Field.NEEDS_WANTED: "Needs brought, several",
    Field.NEEDS_OFFERED: "Needs been through, several",
    Field.TOPICS: "Topics, several",
    Field.TOPICS_WANTED: "Topics wanted, several",
    Field.TOPICS_OFFERED: "Topics offered, several",
    Field.GOAL: "Goal for the evening",
    Field.REMOTE_OK: "Fine with remote",
    Field.CONTACT_FREQUENCY: "How often afterwards",
    Field.CONTACT_MEANS: "Way to keep in touch",
    Field.CONTACT_CONSENT: "May share contact",
    Field.INTRODUCTIONS_LIMIT: "Most introductions",
    Field.CONTINUING_LIMIT: "Most mentees to go on with",
    Field.ARRIVES: "Arrives",
    Field.LEAVES: "Leaves",
    Field.RESTS: "Rounds to rest",
    Field.WISHES: "Would like to meet",
    Field.KEEP_APART: "Keep apart from",
    Field.STAFF_NOTE: "Note for staff",
    Field.COLLEAGUES_OK: "Fine with meeting colleagues",
}
"""The words for each field in lists to choose from."""

REPEATABLE: Final = frozenset(
    {
        Field.QUESTION,
        Field.LEAVE_OUT,
        Field.STATUS,
        Field.LANGUAGES,
        Field.NEEDS,
        Field.NEEDS_WANTED,
        Field.NEEDS_OFFERED,
        Field.TOPICS,
        Field.TOPICS_WANTED,
        Field.TOPICS_OFFERED,
        Field.WISHES,
        Field.KEEP_APART,
    }
)
"""Fields that more than one column of a table may fill."""


class Decided(StrEnum):
    """How the meaning of a column was found."""

    REMEMBERED = "remembered"
    GUESSED = "guessed"
    PLEASE_CHECK = "please check"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """One column of a table: its title, real samples, what it means and how that was decided."""

    header: str
    samples: tuple[str, ...] = ()
    field: Field = Field.QUESTION
    how: Decided = Decided.GUESSED
    filled: int = 0  # rows in which it is not blank


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDecision:
    """What a person decided about one row that could not be used as it was.

    `values` replace cells (column title -> text). `same_as_known` answers "is this the same person?":
    True takes the row as the known person, False adds someone new. `keep_new` names the needs
    that are new ones of the event and no slips of the pen.
    """

    row: int
    sheet: str = ""
    values: tuple[tuple[str, str], ...] = ()
    leave_out: bool = False
    same_as_known: bool | None = None
    role: Role | None = None
    keep_new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A way to settle a row: the words of its button, and the decision it stands for."""

    label: str
    decision: RowDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """A file to import, with whatever a person has said about how to read it.

    `mapping` goes from column title to a `Field` value; columns it does not name are guessed. `grades` is
    the order of the grades in it, lowest first, so that experience counts where it is told as a grade.
    """

    path: Path
    role: Role | None = None
    mapping: dict[str, str] | None = None
    grades: tuple[str, ...] = ()
    decisions: tuple[RowDecision, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None  # as in a spreadsheet, from 1


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
    sheet: str = ""
    suggestions: tuple[Suggestion, ...] = ()  # the likely one first


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePreview:
    """One table of a file as it would be imported; a workbook may give several."""

    path: Path
    name: str  # the file's name, with the sheet where several are used
    sheet: str
    rows: int
    encoding: str  # such as "UTF-8"; "Excel workbook"
    delimiter: str  # "comma", "semicolon", "tab", "bar"; empty for a workbook
    header_row: int
    columns: tuple[ColumnChoice, ...] = ()
    role: Role | None = None  # of everyone in it, as said or as accepted from the file's name
    question: str | None = None  # what must be answered before it can be imported
    asks_role: bool = False  # the question is who everyone in it is
    problems: tuple[RejectedRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What an import would do; nothing has been changed."""

    account: ImportAccount
    files: tuple[FilePreview, ...] = ()
    unreadable: tuple[tuple[Path, str], ...] = ()  # file and the sentence that says why
    suggested_rules: tuple[QuestionCriterion, ...] = ()
