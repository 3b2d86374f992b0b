"""The role that one row gives, and what to ask where it gives none or two."""

from collections.abc import Mapping
from dataclasses import dataclass

from mixer_app.domain.imports import Field
from mixer_app.domain.roles import Role
from mixer_app.exchange.role_words import parse_role
from mixer_app.exchange.values import parse_yes_no


@dataclass(frozen=True, slots=True)
class RoleReading:
    """The role of a row, or the sentence that asks for it; `said` is what the row itself says."""

    role: Role | None
    said: str = ""
    question: str = ""
    of_file: bool = False  # the row itself does not say


def read_role(cells: Mapping[Field, str], *, told: Role | None, assumed: Role | None) -> RoleReading:
    """Decide from the row's answers; `told` is what a person said of the whole file, `assumed` what its name says."""
    said, words = _said(cells)
    base = told or assumed
    if said is None:
        if base is None:
            return RoleReading(None, words, "This row does not say whether this is a mentor or a mentee.")
        return RoleReading(base, words, of_file=True)
    if told is not None and said is not told and said is not Role.BOTH and told is not Role.BOTH:
        sentence = f"This file is for {told}s, but this row says {said}."
        return RoleReading(None, words, sentence)
    return RoleReading(said, words)


def _said(cells: Mapping[Field, str]) -> tuple[Role | None, str]:
    if parse_yes_no(cells.get(Field.BOTH_FLAG, "")):
        return Role.BOTH, cells[Field.BOTH_FLAG]
    answer = cells.get(Field.ROLE, "")
    if role := parse_role(answer):
        return role, answer
    mentor = parse_yes_no(cells.get(Field.MENTOR_FLAG, ""))
    mentee = parse_yes_no(cells.get(Field.MENTEE_FLAG, ""))
    match mentor, mentee:
        case True, True:
            return Role.BOTH, answer
        case (True, _) | (None, False):
            return Role.MENTOR, answer
        case (_, True) | (False, None):
            return Role.MENTEE, answer
        case _:
            return None, answer
