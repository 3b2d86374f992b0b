"""Settings in the database: values by key, of one event or (no event) of the whole database."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from mixer_app.store.rows import SettingRow

PICTURES: Final = "picture:"
"""How the keys of pictures begin; a setting only names the one that is in use."""


def read_settings(session: Session, event_id: int | None) -> dict[str, Any]:
    """Every setting that was made, by key; pictures are read on their own."""
    rows = session.execute(
        select(SettingRow.key, SettingRow.value).where(_of(event_id), ~SettingRow.key.startswith(PICTURES))
    )
    return {row.key: row.value for row in rows}


def write_settings(session: Session, event_id: int | None, values: Mapping[str, Any]) -> None:
    """Make these settings; None takes one back to what it is when nobody has made it."""
    known = {
        row.key: row for row in session.scalars(select(SettingRow).where(_of(event_id), SettingRow.key.in_(values)))
    }
    for key, value in values.items():
        if value is None:
            session.execute(delete(SettingRow).where(_of(event_id), SettingRow.key == key))
        elif key in known:
            known[key].value = value
        else:
            session.add(SettingRow(event_id=event_id, key=key, value=value))
    session.flush()


def _of(event_id: int | None) -> ColumnElement[bool]:
    return SettingRow.event_id.is_(None) if event_id is None else SettingRow.event_id == event_id
