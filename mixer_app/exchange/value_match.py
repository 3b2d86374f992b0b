"""How well the answers in a column fit a field, whatever its title says."""

from collections.abc import Callable, Sequence
from typing import Final

from mixer_app.domain.imports import Field
from mixer_app.exchange.lists import make_splitter
from mixer_app.exchange.values import (
    is_email,
    is_placeholder,
    parse_clock,
    parse_colleagues,
    parse_email,
    parse_limit,
    parse_remote,
    parse_status,
    parse_years,
    parse_yes_no,
)
from mixer_app.exchange.words import fold

SAMPLE: Final = 300


def value_factor(field: Field, cells: Sequence[str]) -> float:
    """By how much the answers raise or lower a title's score: 1 leaves it, 0 rules the field out."""
    filled = [cell for cell in cells if cell and not is_placeholder(cell)][:SAMPLE]
    if not filled:
        return 0.55 if cells and any(cells) else 0.8
    check = _CHECKS.get(field)
    return 1.0 if check is None else check(filled)


def share_of_emails(cells: Sequence[str]) -> float:
    """How many of the answers are e-mail addresses."""
    filled = [cell for cell in cells if cell and not is_placeholder(cell)][:SAMPLE]
    return _share(filled, lambda cell: is_email(parse_email(cell)))


def share_known(cells: Sequence[str], known: Sequence[str]) -> float:
    """How many of the things named in the cells are among the known ones."""
    if not known:
        return 0.0
    folded = {fold(name) for name in known}
    splitter = make_splitter(cells[:SAMPLE], known)
    parts = [part for cell in cells[:SAMPLE] for part in splitter.split(cell)]
    return _share(parts, lambda part: fold(part) in folded)


def is_unique(cells: Sequence[str]) -> bool:
    """Whether (nearly) every row has an answer of its own, as numbers of registrations do."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and len(set(filled)) == len(filled) and len(filled) >= 0.9 * len(cells)


def is_weak_id(cell: str) -> bool:
    """Whether a number is so short that another file may use it for someone else."""
    return len(cell) < 4 or (cell.isdigit() and len(cell) < 5)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _at_least(share: float, test: Callable[[str], bool]) -> Callable[[Sequence[str]], float]:
    return lambda cells: 1.0 if _share(cells, test) >= share else 0.0


def _name(cells: Sequence[str]) -> float:
    return 0.3 if _share(cells, lambda cell: "@" in cell or parse_yes_no(cell) is not None) > 0.5 else 1.0


def _id(cells: Sequence[str]) -> float:
    if len(set(cells)) < len(cells):
        return 0.0
    return 0.8 if _share(cells, is_weak_id) > 0.5 else 1.0


def _list(cells: Sequence[str]) -> float:
    splitter = make_splitter(cells)
    parts = [part for cell in cells for part in splitter.split(cell)]
    lengths = sorted(map(len, parts))
    if not lengths or lengths[len(lengths) // 2] > 60:
        return 0.0
    if _share(cells, lambda cell: parse_yes_no(cell) is not None) > 0.5:
        return 0.0
    return 0.0 if _share(parts, lambda part: part.replace(".", "").isdigit()) > 0.5 else 1.0


def _text(cells: Sequence[str]) -> float:
    return 0.5 if _share(cells, lambda cell: parse_yes_no(cell) is not None) > 0.7 else 1.0


def _short_text(cells: Sequence[str]) -> float:
    if _share(cells, lambda cell: len(cell) > 90 or "@" in cell or parse_yes_no(cell) is not None) > 0.5:
        return 0.0
    return 0.4 if _share(cells, lambda cell: cell.replace(".", "").isdigit()) > 0.5 else 1.0


_CHECKS: Final[dict[Field, Callable[[Sequence[str]], float]]] = {
    Field.EMAIL: _at_least(0.3, lambda cell: "@" in cell),
    Field.FULL_NAME: _name,
    Field.GIVEN_NAME: _name,
    Field.FAMILY_NAME: _name,
    Field.EXTERNAL_ID: _id,
    Field.PHONE: _at_least(0.5, lambda cell: sum(map(str.isdigit, cell)) >= 5),
    Field.QUANTITY: _at_least(0.8, str.isdigit),
    Field.EXPERIENCE_YEARS: _at_least(0.5, lambda cell: parse_years(cell) is not None),
    Field.EXPERIENCE_GRADE: _at_least(0.5, lambda cell: len(cell) <= 40),
    Field.EMPLOYER: _short_text,
    Field.TITLE: _short_text,
    Field.FIELD: _short_text,
    Field.REGION: _short_text,
    Field.LANGUAGES: _list,
    Field.NEEDS: _list,
    Field.NEEDS_WANTED: _list,
    Field.NEEDS_OFFERED: _list,
    Field.TOPICS: _list,
    Field.TOPICS_WANTED: _list,
    Field.TOPICS_OFFERED: _list,
    Field.GOAL: _text,
    Field.WISHES: _text,
    Field.KEEP_APART: _text,
    Field.REMOTE_OK: _at_least(0.5, lambda cell: parse_remote(cell) is not None),
    Field.COLLEAGUES_OK: _at_least(0.5, lambda cell: parse_colleagues(cell) is not None),
    Field.CONTACT_CONSENT: _at_least(0.5, lambda cell: parse_yes_no(cell) is not None),
    Field.INTRODUCTIONS_LIMIT: _at_least(0.4, lambda cell: parse_limit(cell) is not None),
    Field.CONTINUING_LIMIT: _at_least(0.4, lambda cell: parse_limit(cell) is not None),
    Field.ARRIVES: _at_least(0.5, lambda cell: parse_clock(cell) is not None),
    Field.LEAVES: _at_least(0.5, lambda cell: parse_clock(cell) is not None),
    Field.STATUS: _at_least(0.3, lambda cell: parse_status(cell) is not None or parse_yes_no(cell) is not None),
}
