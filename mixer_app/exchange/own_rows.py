"""Registrations to the cells of our own export and back, without loss."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import TypeVar

from mixer_app.domain.imports import Field
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.exchange.lists import join_list, split_list
from mixer_app.exchange.own_export import OWN_COLUMNS, PRIVATE_COLUMN
from mixer_app.exchange.values import parse_clock, parse_limit, parse_yes_no

_T = TypeVar("_T")


def to_cells(said: Registration) -> dict[str, str]:
    """What a registration says, by the names of our columns; the evening's own columns are not among them."""
    return {
        "name": said.name.full,
        "given_name": said.name.given,
        "family_name": said.name.family,
        "native_name": said.name.native,
        "role": said.role or "",
        "topics": join_list(dict.fromkeys((*said.topics_offered, *said.topics_wanted))),
        "needs": join_list(dict.fromkeys((*said.needs_offered, *said.needs_wanted))),
        "experience_years": "" if said.experience_years is None else f"{said.experience_years:.12g}",
        **{name: _text(getattr(said, name)) for name, _ in (*OWN_COLUMNS, PRIVATE_COLUMN) if name in _PLAIN},
    }


def from_cells(cells: Mapping[Field, str], role: Role, answers: tuple[tuple[str, str], ...]) -> Registration:
    """The registration that `to_cells` wrote; what a person has since made unreadable counts as not answered."""
    return Registration(
        name=_name(cells),
        role=role,
        external_id=_cell(cells, Field.EXTERNAL_ID),
        email=_cell(cells, Field.EMAIL),
        phone=_cell(cells, Field.PHONE),
        pronouns=_cell(cells, Field.PRONOUNS),
        employer=_cell(cells, Field.EMPLOYER),
        title=_cell(cells, Field.TITLE),
        field=_cell(cells, Field.FIELD),
        region=_cell(cells, Field.REGION),
        languages=_things(cells, Field.LANGUAGES),
        experience_years=_read(float, _cell(cells, Field.EXPERIENCE_YEARS)),
        experience_grade=_cell(cells, Field.EXPERIENCE_GRADE),
        needs_wanted=_things(cells, Field.NEEDS_WANTED),
        needs_offered=_things(cells, Field.NEEDS_OFFERED),
        topics_wanted=_things(cells, Field.TOPICS_WANTED),
        topics_offered=_things(cells, Field.TOPICS_OFFERED),
        goal=_cell(cells, Field.GOAL),
        remote_ok=parse_yes_no(_cell(cells, Field.REMOTE_OK)),
        contact_frequency=_cell(cells, Field.CONTACT_FREQUENCY),
        contact_means=_cell(cells, Field.CONTACT_MEANS),
        contact_consent=parse_yes_no(_cell(cells, Field.CONTACT_CONSENT)),
        introductions_limit=_limit(_cell(cells, Field.INTRODUCTIONS_LIMIT)),
        continuing_limit=_limit(_cell(cells, Field.CONTINUING_LIMIT)),
        arrives=_clock(_cell(cells, Field.ARRIVES)),
        leaves=_clock(_cell(cells, Field.LEAVES)),
        rests=tuple(number for part in _things(cells, Field.RESTS) if (number := _read(int, part)) is not None),
        wishes=_things(cells, Field.WISHES),
        keep_apart=_things(cells, Field.KEEP_APART),
        staff_note=_cell(cells, Field.STAFF_NOTE),
        colleagues_ok=parse_yes_no(_cell(cells, Field.COLLEAGUES_OK)),
        answers=answers,
    )


_PLAIN = frozenset(
    {
        "external_id",
        "email",
        "phone",
        "pronouns",
        "employer",
        "title",
        "field",
        "region",
        "languages",
        "experience_grade",
        "needs_wanted",
        "needs_offered",
        "topics_wanted",
        "topics_offered",
        "goal",
        "remote_ok",
        "contact_frequency",
        "contact_means",
        "contact_consent",
        "introductions_limit",
        "continuing_limit",
        "arrives",
        "leaves",
        "rests",
        "wishes",
        "keep_apart",
        "staff_note",
        "colleagues_ok",
    }
)
"""Fields of a registration that are a column of the same name."""


def _cell(cells: Mapping[Field, str], wanted: Field) -> str:
    return cells.get(wanted, "")


def _things(cells: Mapping[Field, str], wanted: Field) -> tuple[str, ...]:
    return split_list(_cell(cells, wanted))


def _name(cells: Mapping[Field, str]) -> PersonName:
    given, family = _cell(cells, Field.GIVEN_NAME), _cell(cells, Field.FAMILY_NAME)
    return PersonName(
        full=_cell(cells, Field.FULL_NAME) or f"{given} {family}".strip(),
        given=given,
        family=family,
        native=_cell(cells, Field.NATIVE_NAME),
    )


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return join_list(str(part) for part in value)
        case time():
            return value.isoformat("minutes") if not value.second else value.isoformat("seconds")
        case _:
            return str(value)


def _limit(cell: str) -> int | None:
    number = _read(int, cell)
    return parse_limit(cell) if number is None else number


def _clock(cell: str) -> time | None:
    return _read(time.fromisoformat, cell) or parse_clock(cell)


def _read(read: Callable[[str], _T], cell: str) -> _T | None:
    try:
        return read(cell)
    except (ValueError, OverflowError):
        return None
