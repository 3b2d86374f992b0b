"""Changes of several people that are one step: kept row by row in the journal, taken back, and done again."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.services.taking_back import kind_of, taken_back
from mixer_app.store import Session, journal
from mixer_app.store.journal import ATTENDEE_IDS, JournalRecord
from mixer_app.store.locking import lock_attendees
from mixer_app.store.row_changes import changed_again, write_changes

MERGED: Final = "merged"
PEOPLE_CHANGED: Final = "people changed"
KINDS: Final = (MERGED, PEOPLE_CHANGED)


def is_people_change(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is about several people at once."""
    return kind_of(record) in KINDS


def record_change(
    session: Session,
    event_id: int,
    kind: str,
    sentence: str,
    changes: list[dict[str, Any]],
    attendee_ids: Collection[int],
    *,
    attendee_id: int | None = None,
    station: str,
    now: datetime,
) -> int:
    """Note what was done to the rows of people; the number of the entry, by which it is undone.

    `attendee_id` is the one whose name stands in the sentence as `{name}`, where it is about one.
    """
    return journal.record_numbered(
        session,
        event_id=event_id,
        attendee_id=attendee_id,
        station=station,
        at=now,
        what=kind,
        sentence=sentence,
        payload={"kind": kind, ATTENDEE_IDS: sorted(attendee_ids), "changes": changes},
    )


def undo_people_change(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Put every row of people back as it was before a change (or, of an undo, do the change again); twice is once.

    Refused as a whole where somebody has changed one of these rows since.
    """
    told, again = taken_back(record.what, record.sentence), record.what == "undo"
    plain = record.sentence.removeprefix("Undone: ")
    payload = record.payload or {}
    lock_attendees(session, payload[ATTENDEE_IDS])
    fresh = journal.get_record(session, record.id)
    if fresh is None or fresh.undone:
        return told.sentence
    first = journal.get_record(session, payload["of"]) if again else record
    if first is None or not first.payload:
        raise MixerError(f"“{plain}” is too old to be done again.")
    changes = first.payload["changes"]
    if changed_again(session, changes, back=not again):
        raise MixerError(f"“{plain}” was changed again after this. Undo that first.")
    write_changes(session, changes, back=not again)
    journal.record(
        session,
        event_id=record.event_id,
        attendee_id=record.attendee_id,
        station=station,
        at=now,
        what=told.what,
        sentence=taken_back(record.what, journal.raw_sentence(session, record.id)).sentence,
        payload={"kind": payload["kind"], ATTENDEE_IDS: payload[ATTENDEE_IDS], "of": first.id},
        undoes_id=record.id,
    )
    return told.sentence


def refuse_if_changed_together(session: Session, record: JournalRecord) -> None:
    """Raise `MixerError` where a change of several people rests on a change of one of them."""
    if record.event_id is None or record.attendee_id is None:
        return
    for later in journal.records_of(session, record.event_id, KINDS):
        listed = (later.payload or {}).get(ATTENDEE_IDS, ())
        if later.id > record.id and not later.undone and record.attendee_id in listed:
            raise MixerError(f"“{later.sentence}” came after it. Undo that first.")
