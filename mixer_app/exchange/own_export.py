"""The columns of our own export of people: how they are written, and how they are known again."""

from collections.abc import Sequence
from typing import Final

from mixer_app.domain.imports import Field

OWN_COLUMNS: Final[tuple[tuple[str, Field], ...]] = (
    ("code", Field.CODE),
    ("name", Field.FULL_NAME),
    ("given_name", Field.GIVEN_NAME),
    ("family_name", Field.FAMILY_NAME),
    ("native_name", Field.NATIVE_NAME),
    ("email", Field.EMAIL),
    ("phone", Field.PHONE),
    ("pronouns", Field.PRONOUNS),
    ("employer", Field.EMPLOYER),
    ("title", Field.TITLE),
    ("role", Field.ROLE),
    ("status", Field.STATUS),
    ("checked_in_at", Field.LEAVE_OUT),
    ("topics", Field.LEAVE_OUT),
    ("needs", Field.LEAVE_OUT),
    ("topics_wanted", Field.TOPICS_WANTED),
    ("topics_offered", Field.TOPICS_OFFERED),
    ("needs_wanted", Field.NEEDS_WANTED),
    ("needs_offered", Field.NEEDS_OFFERED),
    ("field", Field.FIELD),
    ("region", Field.REGION),
    ("languages", Field.LANGUAGES),
    ("experience_years", Field.EXPERIENCE_YEARS),
    ("experience_grade", Field.EXPERIENCE_GRADE),
    ("goal", Field.GOAL),
    ("remote_ok", Field.REMOTE_OK),
    ("contact_frequency", Field.CONTACT_FREQUENCY),
    ("contact_means", Field.CONTACT_MEANS),
    ("contact_consent", Field.CONTACT_CONSENT),
    ("introductions_limit", Field.INTRODUCTIONS_LIMIT),
    ("continuing_limit", Field.CONTINUING_LIMIT),
    ("arrives", Field.ARRIVES),
    ("leaves", Field.LEAVES),
    ("rests", Field.RESTS),
    ("wishes", Field.WISHES),
    ("external_id", Field.EXTERNAL_ID),
    ("staff_note", Field.STAFF_NOTE),
    ("colleagues_ok", Field.COLLEAGUES_OK),
)
"""The columns before the answers, in their order, and what each means when it comes back."""

PRIVATE_COLUMN: Final = ("keep_apart", Field.KEEP_APART)
"""Follows the others only where the organizer asks for it."""
_MARK: Final = " (answer)"
_FIRST_COLUMNS: Final = OWN_COLUMNS[:-1]
"""What the first exports had; they must come back too."""
_NAMES: Final = frozenset({name for name, _ in OWN_COLUMNS} | {PRIVATE_COLUMN[0]})


def recognise(headers: Sequence[str]) -> dict[str, Field] | None:
    """What each header means if the table is our own export, else None; what follows our columns are questions."""
    known = next((columns for columns in (OWN_COLUMNS, _FIRST_COLUMNS) if _begins_with(headers, columns)), None)
    if known is None:
        return None
    meaning: dict[str, Field] = dict(known)
    rest = list(headers[len(known) :])
    if rest[:1] == [PRIVATE_COLUMN[0]]:
        meaning[rest.pop(0)] = PRIVATE_COLUMN[1]
    return meaning | dict.fromkeys(rest, Field.QUESTION)


def _begins_with(headers: Sequence[str], columns: Sequence[tuple[str, Field]]) -> bool:
    return list(headers[: len(columns)]) == [name for name, _ in columns]


def question_title(question: str) -> str:
    """The column title for a question; one that is called like a column of ours says that it is an answer."""
    return f"{question}{_MARK}" if _base(question) in _NAMES else question


def question_of(header: str) -> str:
    """The question that `question_title` made a title of."""
    return header[: -len(_MARK)] if header.endswith(_MARK) and _base(header) in _NAMES else header


def _base(text: str) -> str:
    while text.endswith(_MARK):
        text = text[: -len(_MARK)]
    return text
