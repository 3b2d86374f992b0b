"""People whom a kiosk sent to the desk: who waits, and why."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.services.taking_back import taken_back
from mixer_app.store import Session, attendees, desk_calls, events, journal
from mixer_app.store.journal import JournalRecord

CALL_ANSWERED: Final = "desk call answered"
CALL_ENDED: Final = "desk call ended"
"""Of itself, because the person was checked in."""

_SENTENCES: Final = {
    DeskReason.WRONG_FACTS: "Someone could not show that they are {name}",
    DeskReason.NO_FACT: "{name} could not be asked for a second detail",
    DeskReason.CONFLICT: "The record of {name} is in conflict",
    DeskReason.HAD_CANCELLED: "{name} came, and their registration was cancelled",
    DeskReason.CONNECTION: "The kiosk lost the connection while {name} was there",
    DeskReason.BADGE_FAILED: "The badge of {name} did not print",
    DeskReason.WRONG_NAME: "{name} says that the name is wrong",
    DeskReason.WRONG_ROLE: "{name} says that the role is wrong",
    DeskReason.NO_BADGE: "{name} got no badge",
    DeskReason.TWICE: "Two stations checked in {name} while they could not hear of each other",
    DeskReason.CANCELLED: "{name} was checked in after their registration was cancelled",
    DeskReason.NOBODY: "{name} was checked in and is no longer listed",
    DeskReason.ROLE_CHANGED: "{name} changed their role",
}


def call_desk(
    session: Session, event_id: int, attendee_id: int | None, reason: DeskReason, *, station: str, now: datetime
) -> DeskCall:
    """Tell the desk that someone waits; the same again while it is open is the same call."""
    if attendee_id is None:
        events.get_event(session, event_id)
    elif attendees.get_attendee(session, attendee_id).event_id != event_id:
        raise MixerError(f"Attendee #{attendee_id} is registered for another event. See the list of people.")
    else:
        for known in desk_calls.open_calls(session, event_id, attendee_id):
            if known.reason is reason:
                return known
    call = desk_calls.add_call(session, event_id, attendee_id, reason, station=station, at=now)
    record_call(session, call)
    return call


def record_call(session: Session, call: DeskCall) -> None:
    """Let every station hear of a new call."""
    _record(session, call, "desk called", _SENTENCES[call.reason], call.station, call.at)


def open_desk_calls(session: Session, event_id: int) -> list[DeskCall]:
    """Who waits for staff, oldest first."""
    return desk_calls.open_calls(session, event_id)


def answer_desk_call(session: Session, call_id: int, *, station: str, now: datetime) -> None:
    """Note that staff have seen to a call; twice is once."""
    call = _get(session, call_id)
    if desk_calls.set_answered(session, call_id, station=station, at=now):
        payload = {"kind": CALL_ANSWERED, "call_id": call_id}
        _record(session, call, CALL_ANSWERED, "Saw to {name}", station, now, payload=payload)


def end_desk_call(session: Session, call_id: int, *, station: str, now: datetime) -> None:
    """Note that a call is over because the person was checked in; nobody takes this back by itself."""
    call = _get(session, call_id)
    if desk_calls.set_answered(session, call_id, station=station, at=now):
        _record(session, call, CALL_ENDED, "{name} waits no longer", station, now)


def undo_answer(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Let a call wait again (or, of an undo, count as answered again) and say so; twice is once."""
    told, payload = taken_back(record.what, record.sentence), record.payload or {}
    if record.undone:
        return told.sentence
    call = _get(session, payload["call_id"])
    desk_calls.set_answered(session, call.id, station=station, at=now if record.what == "undo" else None)
    sentence = taken_back(record.what, journal.raw_sentence(session, record.id)).sentence
    _record(session, call, told.what, sentence, station, now, payload=payload, undoes_id=record.id)
    return told.sentence


def _get(session: Session, call_id: int) -> DeskCall:
    call = desk_calls.get_call(session, call_id)
    if call is None:
        raise MixerError("This call is no longer there. Look at the list again.")
    return call


def _record(
    session: Session,
    call: DeskCall,
    what: str,
    sentence: str,
    station: str,
    now: datetime,
    *,
    payload: dict[str, Any] | None = None,
    undoes_id: int | None = None,
) -> None:
    """Into the journal, by which the other stations notice."""
    journal.record(
        session,
        event_id=call.event_id,
        attendee_id=call.attendee_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload=payload,
        undoes_id=undoes_id,
    )
