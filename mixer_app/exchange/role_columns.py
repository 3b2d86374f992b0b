"""Which columns of a table say who is a mentor and who is a mentee."""

from collections.abc import Collection
from typing import Final

from mixer_app.domain.imports import Field
from mixer_app.domain.roles import Role
from mixer_app.exchange.role_words import RoleEvidence, parse_role, role_evidence
from mixer_app.exchange.tables import Table
from mixer_app.exchange.title_match import match_title
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.exchange.words import fold, tokens

_NEVER: Final = frozenset(
    {
        Field.FULL_NAME,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.EMAIL,
        Field.PHONE,
        Field.EMPLOYER,
        Field.EXTERNAL_ID,
        Field.WISHES,
        Field.KEEP_APART,
        Field.GOAL,
        Field.STATUS,
    }
)
_FLAGS: Final = {Role.MENTOR: Field.MENTOR_FLAG, Role.MENTEE: Field.MENTEE_FLAG, Role.BOTH: Field.BOTH_FLAG}


def find_role_columns(table: Table, taken: Collection[str]) -> dict[str, Field]:
    """The column that names roles, and the columns that answer yes or no to one of them."""
    best, best_score = "", 0.0
    flags: dict[Field, str] = {}
    for header in table.headers:
        if header in taken:
            continue
        titles = match_title(header)
        named = titles.get(Field.ROLE, 0.0)
        if any(titles.get(field, 0.0) >= max(0.85, named) for field in _NEVER):
            continue
        evidence = role_evidence(table.column(header))
        score = _role_score(header, evidence, titled=named >= 0.55)
        if score > best_score:
            best, best_score = header, score
        flag = _flag(header, evidence)
        if flag is not None:
            flags.setdefault(flag, header)
    found = {best: Field.ROLE} if best else {}
    return found | {
        header: flag for flag, header in flags.items() if header != best and (flag is Field.BOTH_FLAG or not best)
    }


def _role_score(header: str, evidence: RoleEvidence, *, titled: bool) -> float:
    several = len(evidence.roles) > 1
    if evidence.yes_no > 0.5 or not evidence.roles:
        return 0.0
    past = load_vocabulary().words["past"].found_in(header)
    if titled and evidence.told >= (0.2 if several else 0.5):
        return 0.3 + evidence.told + 0.3 * several
    if several and evidence.told >= 0.8 and not past:
        return evidence.told + 0.3
    return 0.0


def _flag(header: str, evidence: RoleEvidence) -> Field | None:
    if evidence.yes_no < 0.8 or len(tokens(header)) > 16 or load_vocabulary().words["past"].found_in(header):
        return None
    role = parse_role(fold(header))
    return None if role is None else _FLAGS[role]
