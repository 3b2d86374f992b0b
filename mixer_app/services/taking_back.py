"""Taking a change back by what the journal holds of it: what was before, and what came after."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from mixer_app.store import Session, journal
from mixer_app.store.journal import JournalRecord

PutBack = Callable[[Session, int, dict[str, Any]], None]
"""Makes the `before` of a payload true in an event; `MixerError` where its `after` no longer is."""


class TakenBack(NamedTuple):
    """How the journal tells that a change was taken back; of an undo, that the change was done again."""

    what: str
    sentence: str


def taken_back(what: str, sentence: str) -> TakenBack:
    """What to note when a change of this name and sentence is taken back."""
    plain = sentence.removeprefix("Undone: ")
    if what == "undo":
        return TakenBack("redo", f"Done again: {plain}")
    return TakenBack("undo", f"Undone: {plain}")


def kind_of(record: JournalRecord) -> str:
    """What a change, or the undo of one, is about, where its payload says so."""
    return str((record.payload or {}).get("kind", ""))


def take_back(session: Session, record: JournalRecord, put_back: PutBack, *, station: str, now: datetime) -> str:
    """Put back what was before a change (or, of an undo, before that) and say so; twice is once."""
    told = taken_back(record.what, record.sentence)
    if record.undone or record.event_id is None:
        return told.sentence
    payload = record.payload or {}
    put_back(session, record.event_id, payload)
    journal.record(
        session,
        event_id=record.event_id,
        station=station,
        at=now,
        what=told.what,
        sentence=told.sentence,
        payload=payload | {"before": payload["after"], "after": payload["before"]},
        undoes_id=record.id,
    )
    return told.sentence
