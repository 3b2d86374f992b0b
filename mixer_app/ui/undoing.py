"""Undo and redo by the journal: what this station did last is taken back first."""

from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from mixer_app.domain.errors import MixerError

if TYPE_CHECKING:
    from mixer_app.services.database import Session


def undo_latest(session: "Session", event_id: int, *, station: str, now: datetime) -> str:
    """Take back the latest thing that this station did and that can be taken back; the sentence for it."""
    from mixer_app.services import journal

    entries = journal.activity(session, event_id, limit=50)
    own = [entry for entry in entries if entry.station == station and not entry.undone and entry.can_undo]
    if not own:
        raise MixerError("There is nothing to undo at this station.")
    return journal.undo(session, own[0].id, station=station, now=now)


def redo_latest(session: "Session", event_id: int, *, station: str, now: datetime) -> str:
    """Do again what this station took back last."""
    from mixer_app.services import journal

    own = [entry for entry in journal.activity(session, event_id, limit=50) if entry.station == station]
    since_the_last_act = takewhile(lambda entry: entry.what in {"undo", "redo"}, own)
    undos = [entry for entry in since_the_last_act if entry.what == "undo" and not entry.undone]
    if not undos:
        raise MixerError("There is nothing to do again at this station.")
    return journal.undo(session, undos[0].id, station=station, now=now)
