"""What names a person wherever it is written: found in texts, and taken out of them."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import JSON, ColumnElement, String, Table, and_, cast, func, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.store.rows import Row

GONE: Final = "…"
"""What stands in a text where somebody was named."""

_LEAST: Final = 4
_LEAST_OF_OTHER_SCRIPTS: Final = 2
"""Letters; what is shorter stands in too many words that mean somebody else. Of scripts without capitals two do."""


class Traces:
    """The words that name one person: names, addresses, numbers, codes."""

    def __init__(self, words: Iterable[str]) -> None:
        plain = {" ".join(word.split()) for word in words}
        self.words = sorted(filter(_tells, plain), key=len, reverse=True)
        alternatives = "|".join(map(_alone, self.words))
        self._pattern = re.compile(alternatives, re.IGNORECASE) if self.words else None

    def in_text(self, text: str) -> bool:
        """Whether the person is named."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def without(self, text: str) -> str:
        """`text` with the person no longer named in it."""
        return self._pattern.sub(GONE, text) if self._pattern is not None else text

    def without_deep(self, value: Any) -> Any:
        """The same for every text inside a value of JSON."""
        if isinstance(value, str):
            return self.without(value)
        if isinstance(value, list):
            return [self.without_deep(one) for one in value]
        if isinstance(value, dict):
            return {self.without(name): self.without_deep(one) for name, one in value.items()}
        return value

    def in_bytes(self, content: bytes) -> bool:
        """Whether the person is named in a file of ours, as text or within JSON, however capitals were written."""
        lowered = content.decode("latin-1").lower()
        return any(written.encode().decode("latin-1").lower() in lowered for written in self.written())

    def written(self) -> Iterator[str]:
        """The words in the ways in which a database holds them."""
        for word in self.words:
            for form in dict.fromkeys((word, word.lower(), word.upper(), word.title(), word.casefold())):
                yield form
                if (escaped := json.dumps(form)[1:-1]) != form:
                    yield escaped


def erase_traces(session: Session, traces: Traces, *, but: frozenset[str] = frozenset()) -> int:
    """Take the person out of every text of the database, except those columns (`table.column`); how many rows changed.

    Columns that tell others apart (keys, codes, names of files) are for the caller to leave out.
    """
    session.flush()
    changed = 0
    for table in Row.metadata.sorted_tables:
        columns = [one for one in table.columns if _is_text(one) and f"{table.name}.{one.name}" not in but]
        for column in columns:
            changed += _erase_in(session, table, column.name, traces)
    session.expire_all()
    return changed


def _tells(word: str) -> bool:
    return len(word) >= (_LEAST_OF_OTHER_SCRIPTS if _parts_no_words(word) else _LEAST)


def _alone(word: str) -> str:
    """A pattern for a word that is no part of another one; blanks may be doubled."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return pattern if _parts_no_words(word) else rf"(?<!\w){pattern}(?!\w)"


def _parts_no_words(word: str) -> bool:
    """Whether it is of a script without capitals, of which many write no blanks."""
    return any(unicodedata.category(letter) == "Lo" for letter in word)


def _is_text(column: Any) -> bool:
    """Whether people write into it: words of ours and keys of rows are none."""
    kind = column.type
    plain = isinstance(kind, String) and type(kind) is String
    return (plain or isinstance(kind, JSON)) and not column.primary_key


def _erase_in(session: Session, table: Table, name: str, traces: Traces) -> int:
    column, keys = table.c[name], list(table.primary_key.columns)
    found = session.execute(select(*keys, column).where(_may_name(column, traces))).all()
    changed = 0
    for *key, value in found:
        clean = traces.without_deep(value)
        if clean != value:
            here = and_(*(one == part for one, part in zip(keys, key, strict=True)))
            session.execute(update(table).where(here).values({name: clean}))
            changed += 1
    return changed


def _may_name(column: Any, traces: Traces) -> ColumnElement[bool]:
    text = func.lower(cast(column, String)) if isinstance(column.type, JSON) else func.lower(column)
    wanted = dict.fromkeys(form.lower() for form in traces.written())
    first = {form.split()[0] if form.split() else form for form in wanted}  # spaces may be doubled
    return or_(False, *(text.contains(one, autoescape=True) for one in first | set(wanted)))
