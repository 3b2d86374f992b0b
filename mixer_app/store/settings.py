"""Settings in the database: values by key, of one event or (no event) of the whole database."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, CursorResult, Delete, Update, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.store.rights import refusal
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
    """Make these settings; None takes one back to what it is when nobody has made it.

    `MixerError` where one of them is not for this kind of station to change.
    """
    known = set(session.scalars(select(SettingRow.key).where(_of(event_id), SettingRow.key.in_(values))))
    for key, value in values.items():
        here = _of(event_id), SettingRow.key == key
        if key not in known:
            session.add_all([SettingRow(event_id=event_id, key=key, value=value)] if value is not None else [])
        elif value is None:
            _change(session, delete(SettingRow).where(*here))
        else:
            _change(session, update(SettingRow).where(*here).values(value=value))
    session.flush()


def _change(session: Session, statement: Delete | Update) -> None:
    """A server passes over in silence what a station may read and not change."""
    done = session.execute(statement)
    if isinstance(done, CursorResult) and not done.rowcount:
        raise refusal(session)


def _of(event_id: int | None) -> ColumnElement[bool]:
    return SettingRow.event_id.is_(None) if event_id is None else SettingRow.event_id == event_id
