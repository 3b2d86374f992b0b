"""Single cells of a row to values, with a note where a cell could not be used."""

from collections.abc import Callable
from datetime import time
from typing import Final, TypeVar

from mixer_app.domain.imports import Field
from mixer_app.exchange.notes import Notes
from mixer_app.exchange.values import (
    YearRange,
    is_email,
    is_placeholder,
    is_scientific,
    parse_clock,
    parse_colleagues,
    parse_email,
    parse_limit,
    parse_remote,
    parse_years,
    parse_yes_no,
)
from mixer_app.exchange.vocabulary import load_vocabulary

_T = TypeVar("_T")

PRIVATE: Final = frozenset(
    {
        Field.CODE,
        Field.EXTERNAL_ID,
        Field.FULL_NAME,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.NATIVE_NAME,
        Field.EMAIL,
        Field.PHONE,
        Field.PRONOUNS,
        Field.EMPLOYER,
        Field.TITLE,
        Field.STATUS,
        Field.QUANTITY,
        Field.STAFF_NOTE,
        Field.NEEDS,
        Field.NEEDS_WANTED,
        Field.NEEDS_OFFERED,
        Field.WISHES,
        Field.KEEP_APART,
        Field.LEAVE_OUT,
    }
)
"""Fields whose cells are not kept as an answer beside: who someone is, and what nobody else may see."""


def is_broken_email(cell: str) -> bool:
    """Whether a cell was meant as an address and is none."""
    return bool(cell) and not is_placeholder(cell) and not is_email(parse_email(cell))


def email_problem(cell: str) -> str:
    """What is wrong with an address, in a sentence."""
    address = parse_email(cell)
    if address.endswith("@"):
        return "The address stops after the @. No summary could be sent."
    if "@" not in address:
        return "This is not an e-mail address: it has no @. No summary could be sent."
    if " " in address:
        return "There is a blank in the address. No summary could be sent."
    return "This is not a whole e-mail address. No summary could be sent."


def read_text(cell: str) -> str:
    """A plain answer; a placeholder counts as none."""
    return "" if is_placeholder(cell) else cell


def read_phone(cell: str, header: str, row: int, notes: Notes) -> str:
    """A telephone number as it was typed."""
    if is_scientific(cell):
        notes.add(header, "were shortened by a spreadsheet and left open", row, cell)
        return ""
    return "" if is_placeholder(cell) else cell


def read_years(cell: str, header: str, row: int, notes: Notes) -> float | None:
    """Years of experience; the middle of a range, where a column is made of ranges."""
    if not cell or is_placeholder(cell) or _declines(cell):
        return None
    years = parse_years(cell)
    if isinstance(years, YearRange):
        notes.add(header, "are ranges of years; the middle was taken", row, cell)
        return (years.low + years.high) / 2
    if years is None:
        notes.add(header, "hold no number of years and were left open", row, cell)
    return years


def read_limit(cell: str, header: str, row: int, notes: Notes) -> int | None:
    """A highest number; None is no limit."""
    if not cell or is_placeholder(cell) or load_vocabulary().answers["unlimited"].equal(cell):
        return None
    limit = parse_limit(cell)
    if limit is None:
        notes.add(header, "hold no number and were left open", row, cell)
    return limit


def read_clock(cell: str, header: str, row: int, notes: Notes) -> time | None:
    """A time of day."""
    return _parsed(parse_clock, cell, header, row, notes, "hold no time of day and were left open")


def read_yes_no(cell: str, header: str, row: int, notes: Notes) -> bool | None:
    """Yes or no."""
    return _parsed(parse_yes_no, cell, header, row, notes, "say neither yes nor no and were left open")


def read_colleagues(cell: str, header: str, row: int, notes: Notes) -> bool | None:
    """Whether meeting people of one's own employer is fine: yes or no, or `prefer outside` and `never`."""
    return _parsed(parse_colleagues, cell, header, row, notes, "say neither yes nor no and were left open")


def read_remote(cell: str) -> bool | None:
    """Whether contact from afar is fine; what says neither stays open without a word."""
    return parse_remote(cell) if cell else None


def read_rounds(cell: str) -> tuple[int, ...]:
    """Numbers of rounds, from 1."""
    return tuple(
        sorted({int(part) for part in cell.replace(",", ";").split(";") if part.strip().isdecimal() and int(part)})
    )


def _declines(cell: str) -> bool:
    return load_vocabulary().words["decline_to_say"].found_in(cell)


def _parsed(
    parse: Callable[[str], _T | None], cell: str, header: str, row: int, notes: Notes, sentence: str
) -> _T | None:
    if not cell or is_placeholder(cell):
        return None
    value = parse(cell)
    if value is None:
        notes.add(header, sentence, row, cell)
    return value
