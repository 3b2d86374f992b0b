"""Long lists in pieces: databases limit how many values one query takes."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mixer_app.store.pipeline import LATER
from mixer_app.store.rows import Row

_T = TypeVar("_T")
_SIZE: Final = 500


def batches(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """`values` in order, a few hundred at a time."""
    for start in range(0, len(values), _SIZE):
        yield values[start : start + _SIZE]


def insert_rows(session: Session, kind: type[Row], values: Sequence[dict[str, Any]]) -> None:
    """Insert many rows at once, past the session's own bookkeeping, which takes twice as long."""
    if values:
        table = kind.metadata.tables[kind.__tablename__]
        session.execute(insert(table).inline(), values, execution_options={LATER: True})
