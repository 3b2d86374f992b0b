"""Changes of the settings of an event in the journal: kept, and taken back."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.store import Session, journal, settings
from mixer_app.store.journal import JournalRecord

SETTINGS_CHANGED: Final = "settings changed"


def is_settings_change(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is about settings."""
    return bool(record.payload) and (record.payload or {}).get("kind") == SETTINGS_CHANGED


def undo_settings(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Put back the settings from before a change (or, of an undo, from before that); twice is once."""
    again = record.what == "undo"
    plain = record.sentence.removeprefix("Undone: ")
    said = f"Done again: {plain}" if again else f"Undone: {plain}"
    if record.undone or record.event_id is None:
        return said
    payload = record.payload or {}
    before, after = payload["before"], payload["after"]
    stored = settings.read_settings(session, record.event_id)
    if any(stored.get(key) != value for key, value in after.items()):
        raise MixerError("These settings were changed again after this. Undo that first.")
    settings.write_settings(session, record.event_id, before)
    record_change(
        session, record.event_id, after, before, station=station, now=now,
        what="redo" if again else "undo", sentence=said, undoes_id=record.id,
    )  # fmt: skip
    return said


def record_change(
    session: Session,
    event_id: int,
    before: dict[str, Any],
    after: dict[str, Any],
    *,
    station: str,
    now: datetime,
    what: str,
    sentence: str,
    undoes_id: int | None = None,
) -> int:
    """Note a change with all that is needed to take it back (None: not set); the number of the entry."""
    return journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload={"kind": SETTINGS_CHANGED, "before": before, "after": after},
        undoes_id=undoes_id,
    )
