"""Notes to staff ("VIP", "needs the ramp"): written at the desk, seen by whoever greets the person.

A note stays prominent until somebody says that they have seen it; another wording is a new note. It is
for staff only: no badge, no print and no kiosk shows it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from mixer_app.domain.people import Attendee, registration_of
from mixer_app.services.people import edit_attendee, get_attendee
from mixer_app.store import Session, journal

NOTE_SEEN: Final = "note seen"
_NOTE_OPEN: Final = "note to be seen again"  # as the undo of it was noted once
_KINDS: Final = (NOTE_SEEN, _NOTE_OPEN, "undo", "redo")


def write_note(session: Session, attendee_id: int, note: str, *, station: str, now: datetime) -> Attendee:
    """Say something to staff about someone; empty text takes the note away. Undone like every other answer."""
    before = registration_of(get_attendee(session, attendee_id))
    said = replace(before, role=None, staff_note=" ".join(note.split()))
    sentence = "Changed the note about {name}" if before.staff_note else "Wrote a note about {name}"
    if not said.staff_note:
        sentence = "Took away the note about {name}"
    return edit_attendee(session, attendee_id, said, station=station, now=now, sentence=sentence)


def note_seen(session: Session, attendee_id: int, *, station: str, now: datetime) -> Attendee:
    """Note that staff have seen what is said of someone; twice is once. Undone from the journal."""
    attendee = get_attendee(session, attendee_id)
    mark = mark_of(attendee)
    if attendee.staff_note and mark not in seen_notes(session, attendee.event_id):
        journal.record(
            session,
            event_id=attendee.event_id,
            attendee_id=attendee_id,
            station=station,
            at=now,
            what=NOTE_SEEN,
            sentence="Saw the note about {name}",
            payload={"mark": mark[1]},
        )
    return attendee


def seen_notes(session: Session, event_id: int) -> frozenset[tuple[int, str]]:
    """The mark of every note of an event that staff have seen, see `mark_of`."""
    newest: dict[int, tuple[bool, str]] = {}
    for attendee_id, what, payload in journal.records_about_people(session, event_id, _KINDS):
        said = payload or {}
        if what in (NOTE_SEEN, _NOTE_OPEN) or said.get("kind") == NOTE_SEEN:
            newest[attendee_id] = what in (NOTE_SEEN, "redo"), mark_noted(payload)
    return frozenset((person, mark) for person, (seen, mark) in newest.items() if seen)


def mark_noted(payload: Mapping[str, Any] | None) -> str:
    """The mark of the note that a line of the journal is about: that it was seen, or the undo of it."""
    said = payload or {}
    return said.get("mark") or said.get("before", "")


def mark_of(attendee: Attendee) -> tuple[int, str]:
    """What tells one wording of a note from another, without the words."""
    return attendee.id, sha256(attendee.staff_note.encode()).hexdigest()[:16]
