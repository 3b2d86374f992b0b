"""How a person mapped columns, remembered for the next file with the same headers."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from mixer_app.store.rows import ColumnMappingRow


def remember(session: Session, header_key: str, mapping: Mapping[str, str]) -> None:
    """Keep `mapping` (column title to field) for files whose headers have this key."""
    row = session.get(ColumnMappingRow, header_key)
    if row is None:
        row = ColumnMappingRow(header_key=header_key)
        session.add(row)
    row.mapping = dict(mapping)
    session.flush()


def recall(session: Session, header_key: str) -> dict[str, str] | None:
    """The mapping that was used for files with these headers; None if there was none."""
    row = session.get(ColumnMappingRow, header_key)
    return dict(row.mapping) if row is not None else None
