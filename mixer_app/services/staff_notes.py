"""Notes to staff ("VIP", "needs the ramp"): written at the desk, seen by whoever greets the person.

A note stays prominent until somebody says that they have seen it; another wording is a new note. It is
for staff only: no badge, no print and no kiosk shows it.
"""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from mixer_app.domain.people import Attendee, registration_of
from mixer_app.services.people import edit_attendee, get_attendee
from mixer_app.store import Session, journal

NOTE_SEEN: Final = "note seen"
NOTE_OPEN: Final = "note to be seen again"


def write_note(session: Session, attendee_id: int, note: str, *, station: str, now: datetime) -> Attendee:
    """Say something to staff about someone; empty text takes the note away. Undone like every other answer."""
    before = registration_of(get_attendee(session, attendee_id))
    said = replace(before, role=None, staff_note=" ".join(note.split()))
    sentence = "Changed the note about {name}" if before.staff_note else "Wrote a note about {name}"
    if not said.staff_note:
        sentence = "Took away the note about {name}"
    return edit_attendee(session, attendee_id, said, station=station, now=now, sentence=sentence)


def note_seen(session: Session, attendee_id: int, *, station: str, now: datetime) -> Attendee:
    """Note that staff have seen what is said of someone; twice is once."""
    return _record(session, attendee_id, NOTE_SEEN, "Saw the note about {name}", station, now)


def note_open_again(session: Session, attendee_id: int, *, station: str, now: datetime) -> Attendee:
    """Take back that a note was seen; twice is once."""
    return _record(session, attendee_id, NOTE_OPEN, "The note about {name} is to be seen again", station, now)


def seen_notes(session: Session, event_id: int) -> frozenset[tuple[int, str]]:
    """The mark of every note of an event that staff have seen, see `mark_of`."""
    newest: dict[int, tuple[str, str]] = {}
    for attendee_id, what, payload in journal.records_about_people(session, event_id, (NOTE_SEEN, NOTE_OPEN)):
        newest[attendee_id] = what, (payload or {}).get("mark", "")
    return frozenset((person, mark) for person, (what, mark) in newest.items() if what == NOTE_SEEN)


def mark_of(attendee: Attendee) -> tuple[int, str]:
    """What tells one wording of a note from another, without the words."""
    return attendee.id, sha256(attendee.staff_note.encode()).hexdigest()[:16]


def _record(session: Session, attendee_id: int, what: str, sentence: str, station: str, now: datetime) -> Attendee:
    attendee = get_attendee(session, attendee_id)
    is_seen = mark_of(attendee) in seen_notes(session, attendee.event_id)
    if attendee.staff_note and is_seen is not (what == NOTE_SEEN):
        journal.record(
            session,
            event_id=attendee.event_id,
            attendee_id=attendee_id,
            station=station,
            at=now,
            what=what,
            sentence=sentence,
            payload={"mark": mark_of(attendee)[1]},
        )
    return attendee
