"""What stations of a shared database know of its backups, which are made where control is open."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mixer_app.store import Session, journal, settings
from mixer_app.store.rights import sees_everything

_MADE: Final = "backed up"
"""The setting that says when the last backup was made."""

_IN_TIME: Final = timedelta(minutes=12)  # after ten one is due, and control looks once a minute


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """Whether this station makes backups, when the last one was made, and whether the next should be there by now."""

    made_here: bool
    last: datetime | None = None
    overdue: bool = False


def note_backup(session: Session, *, now: datetime) -> None:
    """A backup was made just now."""
    settings.write_settings(session, None, {_MADE: now.isoformat()})


def backup_state(session: Session, *, now: datetime) -> BackupState:
    """What is known of the backups; a station that makes them sees for itself when it made the last."""
    if sees_everything(session):
        return BackupState(made_here=True)
    kept = settings.read_settings(session, None).get(_MADE)
    last = datetime.fromisoformat(str(kept)) if kept else None
    changed_at = journal.latest_time(session)
    changed = changed_at is not None and (last is None or changed_at > last)
    return BackupState(made_here=False, last=last, overdue=changed and (last is None or now - last > _IN_TIME))
