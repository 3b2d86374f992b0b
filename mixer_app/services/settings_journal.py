"""Changes of the settings of an event in the journal: kept, and taken back."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.store import Session, journal, settings

SETTINGS_CHANGED: Final = "settings changed"


def put_settings_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Write the settings from before a change again."""
    stored = settings.read_settings(session, event_id)
    if any(stored.get(key) != value for key, value in payload["after"].items()):
        raise MixerError("These settings were changed again after this. Undo that first.")
    settings.write_settings(session, event_id, payload["before"])


def record_change(
    session: Session,
    event_id: int,
    before: dict[str, Any],
    after: dict[str, Any],
    *,
    station: str,
    now: datetime,
    sentence: str,
) -> int:
    """Note a change with all that is needed to take it back (None: not set); the number of the entry."""
    return journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=SETTINGS_CHANGED,
        sentence=sentence,
        payload={"kind": SETTINGS_CHANGED, "before": before, "after": after},
    )
