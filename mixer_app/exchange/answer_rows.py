"""Rows that say what people answered about each other: who, about whom, and what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.answers import HELPED_MOST, Answer
from mixer_app.domain.errors import MixerError
from mixer_app.exchange.cells import clean_cell
from mixer_app.exchange.tables import Table
from mixer_app.exchange.values import is_placeholder, parse_yes_no
from mixer_app.exchange.words import fold, fold_title

_TITLES: Final[dict[str, tuple[str, ...]]] = {
    "code": ("code", "badge code", "attendee code", "from", "from code", "attendee", "mentor code"),
    "email": ("email", "e mail", "from email", "attendee email", "mentor email", "mentor e mail"),
    "name": ("name", "from name", "attendee name", "mentor name", "mentor"),
    "number": ("number", "iid", "from id", "registration number", "mentor id", "id"),
    "partner_code": ("partner code", "to code", "mentee code", "partner", "to", "about"),
    "partner_email": ("partner email", "partner e mail", "to email", "mentee email", "mentee e mail"),
    "partner_name": ("partner name", "to name", "mentee name", "mentee"),
    "partner_number": ("pid", "partner number", "partner id", "to id", "mentee id"),
    "answer": ("answer", "stay in touch", "decision", "dec", "mentor answer"),
    "partner_answer": ("partner answer", "their answer", "partner decision", "dec o", "mentee answer"),
    "note": ("note", "private note"),
    "helped": ("helped", "this helped"),
}
"""What each column may be called, folded; of several that mean the same the one that stands here first is taken.

A table of meetings names a mentor and a mentee in each row: then the mentor is the one who answered, and the
mentee the partner.
"""

_LOOSE: Final = frozenset({"partner", "to", "about"})
"""Titles that beside the partner's number are often another number, such as that of a seat."""

_OWN: Final = ("code", "email", "name", "number")
_PARTNER: Final = tuple(f"partner_{name}" for name in _OWN)
_NOT_MET: Final = frozenset({"did not meet", "not met", "no show", "did not take place", "3"})
_NO: Final = frozenset({"not now", "2"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One row; `problem` says in a sentence why it cannot be used, `field` and `value` where that stands."""

    number: int
    who: tuple[str, ...] = ()  # what names the person: code, e-mail, name, number
    partner: tuple[str, ...] = ()
    answer: Answer | None = None
    partner_answer: Answer | None = None
    note: str | None = None
    helped: int | None = None
    field: str = ""
    value: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """The rows of a table of answers, and what its columns were taken for."""

    rows: tuple[AnswerRow, ...]
    columns: dict[str, str]  # title -> meaning
    left_out: tuple[str, ...]  # titles that say nothing here


def read_answer_rows(table: Table) -> AnswerTable:
    """Make out the columns by their titles and read every row; `MixerError` names the column that is missing."""
    columns = dict(_columns(table.headers))
    meant = set(columns.values())
    for wanted, what in (
        (_OWN, "who answered (code, e-mail or name)"),
        (_PARTNER, "about whom (partner_code, partner_email or partner_name)"),
        (("answer", "partner_answer"), "the answer (answer)"),
    ):
        if not meant & set(wanted):
            titles = ", ".join(f"“{title}”" for title in table.headers[:12])
            raise MixerError(f"No column of {table.file} says {what}. Its columns are {titles}.")
    places = [(columns.get(title), place) for place, title in enumerate(table.headers)]
    rows = tuple(
        _read(row.number, {meaning: clean_cell(row.cells[place]) for meaning, place in places if meaning is not None})
        for row in table.rows
    )
    left_out = tuple(title for title in table.headers if title not in columns)
    return AnswerTable(rows=rows, columns=columns, left_out=left_out)


def _columns(headers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each title that means something, with its meaning."""
    folded = {fold_title(title): title for title in reversed(headers)}
    if any(title in folded for title in _TITLES["partner_number"]):
        folded = {name: title for name, title in folded.items() if name not in _LOOSE}
    for meaning, titles in _TITLES.items():
        found = next((folded[name] for name in titles if name in folded), None)
        if found is not None:
            yield found, meaning


def _read(number: int, cells: dict[str, str]) -> AnswerRow:
    who, partner = (
        tuple(cells[name] for name in names if cells.get(name) and not is_placeholder(cells[name]))
        for names in (_OWN, _PARTNER)
    )
    said: dict[str, Answer | None] = {}
    for name in ("answer", "partner_answer"):
        text = cells.get(name, "")
        said[name] = _answer(text)
        if said[name] is None and text and not is_placeholder(text):
            reason = "Say yes, no, or not met."
            return AnswerRow(number=number, who=who, partner=partner, field=name, value=text, problem=reason)
    helped = cells.get("helped", "")
    mark = _mark(helped)
    if mark is None and helped and not is_placeholder(helped):
        reason = f"This is a number from 1 to {HELPED_MOST}."
        return AnswerRow(number=number, who=who, partner=partner, field="helped", value=helped, problem=reason)
    return AnswerRow(
        number=number,
        who=who,
        partner=partner,
        answer=said["answer"],
        partner_answer=said["partner_answer"],
        note=cells.get("note") or None,
        helped=mark,
    )


def _answer(text: str) -> Answer | None:
    folded = fold(text)
    if folded in _NOT_MET:
        return Answer.NOT_MET
    if folded in _NO:
        return Answer.NO
    said = parse_yes_no(_whole(text))
    return None if said is None else Answer.YES if said else Answer.NO


def _mark(text: str) -> int | None:
    whole = _whole(text)
    return int(whole) if whole.isdecimal() and 1 <= int(whole) <= HELPED_MOST else None


def _whole(text: str) -> str:
    """`1` for `1.0`, as spreadsheets write whole numbers."""
    return text.removesuffix(".0")
