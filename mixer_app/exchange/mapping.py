"""What each column of a table means, told from its title and from its answers."""

from collections.abc import Mapping, Sequence
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import QuestionCriterion, QuestionKind
from mixer_app.domain.imports import REPEATABLE, ColumnChoice, Decided, Field
from mixer_app.exchange import own_export
from mixer_app.exchange.role_columns import find_role_columns
from mixer_app.exchange.tables import Table
from mixer_app.exchange.title_match import match_title, names_other_party
from mixer_app.exchange.value_match import is_unique, share_known, share_of_emails, value_factor
from mixer_app.exchange.values import parse_yes_no
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.exchange.words import fold, fold_title

_LEAST: Final = 0.5
_SURE: Final = 0.7
_HOLDS_ADDRESSES: Final = frozenset({Field.EMAIL, Field.EXTERNAL_ID, Field.WISHES, Field.KEEP_APART, Field.QUESTION})
"""What a column of e-mail addresses can be, whatever its title says."""


def guess_columns(
    table: Table,
    *,
    given: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    needs: Sequence[str] = (),
    topics: Sequence[str] = (),
) -> list[ColumnChoice]:
    """Decide for every column: as a person said, else as they said before, else by meaning."""
    decided: dict[str, tuple[Field, Decided]] = {}
    for said, how in ((given, Decided.GIVEN), (remembered, Decided.REMEMBERED)):
        for header, field in _said(table, said or {}, strictly=how is Decided.GIVEN).items():
            decided.setdefault(header, (field, how))
    if own := own_export.recognise(table.headers):
        guessed = {header: (field, Decided.GUESSED) for header, field in own.items()}
    else:
        guessed = _guess(table, decided, needs, topics)
    return [_choice(table, header, decided.get(header) or guessed[header]) for header in table.headers]


def suggested_rules(table: Table, columns: Sequence[ColumnChoice]) -> tuple[QuestionCriterion, ...]:
    """Rules that the questions of a table call for: nobody meets someone of the same adviser."""
    words = load_vocabulary().words["adviser"]
    return tuple(
        QuestionCriterion(question=column.header, kind=QuestionKind.DIFFERENT, hard=True)
        for column in columns
        if column.field is Field.QUESTION
        and words.found_in(column.header)
        and not names_email(column.header)
        and not all(parse_yes_no(cell) is not None for cell in table.column(column.header) if cell)
    )


def names_email(header: str) -> bool:
    """Whether a title speaks of an e-mail address."""
    return any(phrase in fold(header).split() for phrase in ("email", "mail", "e-mail"))


def header_key(headers: Sequence[str]) -> str:
    """What files with the same set of titles have in common; their mapping is remembered under it."""
    return "\n".join(sorted(fold_title(header) or header for header in headers))


def _said(table: Table, mapping: Mapping[str, str], *, strictly: bool) -> dict[str, Field]:
    by_title = {fold_title(header): header for header in reversed(table.headers)}
    found: dict[str, Field] = {}
    for title, value in mapping.items():
        header = title if title in table.headers else by_title.get(fold_title(title))
        field = _field(value)
        if field is None and strictly:
            known = ", ".join(known.value for known in Field)
            raise MixerError(f"“{value}” is not a field for the column “{title}”. Fields are: {known}.")
        if header is not None and field is not None:
            found[header] = field
    return found


def _field(value: str) -> Field | None:
    try:
        return Field(value.strip())
    except ValueError:
        return next((field for field in Field if fold(field.value) == fold(value)), None)


def _guess(
    table: Table, decided: Mapping[str, tuple[Field, Decided]], needs: Sequence[str], topics: Sequence[str]
) -> dict[str, tuple[Field, Decided]]:
    cells = {header: table.column(header) for header in table.headers}
    found: dict[str, tuple[Field, Decided]] = dict(decided)
    used = {field for field, _ in decided.values()}
    for header, field in find_role_columns(table, decided).items():
        if field not in used:
            found[header] = (field, Decided.GUESSED)
    used = {field for field, _ in found.values()}
    ranked = sorted(
        (
            (-score, index, field, header)
            for index, header in enumerate(table.headers)
            if header not in found
            for field, score in _scores(header, cells[header], needs, topics).items()
            if score >= _LEAST
        ),
    )
    for score, _, field, header in ranked:
        if header in found or (field in used and field not in REPEATABLE) or field is Field.ROLE:
            continue
        found[header] = (field, Decided.GUESSED if -score >= _SURE else Decided.PLEASE_CHECK)
        used.add(field)
    for header in table.headers:
        found.setdefault(header, (Field.QUESTION, _how_plain(header, cells[header])))
    _settle_names(found, cells)
    return found


def _scores(header: str, cells: Sequence[str], needs: Sequence[str], topics: Sequence[str]) -> dict[Field, float]:
    scores = {field: score * value_factor(field, cells) for field, score in match_title(header).items()}
    if header.endswith(")") and " (" in header and header.rsplit(" (", 1)[1][:-1].isdigit():
        # The second column of the same title: the first one is the attendee's.
        scores = {field: score * 0.6 for field, score in scores.items()}
    if scores.get(Field.EMAIL, 0.0) == 0.0 and Field.EMAIL in match_title(header) and is_unique(cells):
        scores[Field.EXTERNAL_ID] = max(scores.get(Field.EXTERNAL_ID, 0.0), 0.55)
    if share_of_emails(cells) >= 0.8 and not names_other_party(header):
        scores = {field: score for field, score in scores.items() if field in _HOLDS_ADDRESSES}
        scores.setdefault(Field.EMAIL, 0.55)
    if max(scores.values(), default=0.0) < 0.85:
        if share_known(cells, needs) >= 0.6:
            scores[Field.NEEDS] = 0.85
        elif share_known(cells, topics) >= 0.6:
            scores[Field.TOPICS] = 0.85
    return scores


def _settle_names(found: dict[str, tuple[Field, Decided]], cells: Mapping[str, Sequence[str]]) -> None:
    """“Nome” beside “Cognome” is a given name, “Nom” alone is a whole name."""
    where = {field: header for header, (field, how) in found.items() if how is not Decided.GIVEN}
    whole, given, family = (where.get(field) for field in (Field.FULL_NAME, Field.GIVEN_NAME, Field.FAMILY_NAME))
    if whole and family and not given:
        pairs = [(a, b) for a, b in zip(cells[whole], cells[family], strict=True) if a and b]
        if pairs and sum(1 for a, b in pairs if fold(b) in fold(a)) < 0.5 * len(pairs):
            found[whole] = (Field.GIVEN_NAME, found[whole][1])
    elif not whole and bool(given) != bool(family):
        alone = given or family
        if alone and all(
            field not in {Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FULL_NAME} or header == alone
            for header, (field, _) in found.items()
        ):
            found[alone] = (Field.FULL_NAME, Decided.GUESSED)


def _how_plain(header: str, cells: Sequence[str]) -> Decided:
    known = match_title(header).get(Field.QUESTION, 0.0) > 0
    return Decided.GUESSED if known or not any(cells) or names_other_party(header) else Decided.PLEASE_CHECK


def _choice(table: Table, header: str, decided: tuple[Field, Decided]) -> ColumnChoice:
    filled = [cell for cell in table.column(header) if cell]
    samples = tuple(dict.fromkeys(" ".join(cell.split())[:60] for cell in filled[:200]))[:3]
    return ColumnChoice(header=header, samples=samples, field=decided[0], how=decided[1], filled=len(filled))
