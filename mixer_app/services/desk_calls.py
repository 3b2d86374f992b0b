"""People whom a kiosk sent to the desk: who waits, and why."""

from datetime import datetime
from typing import Final

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.store import Session, attendees, desk_calls, events, journal

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
        _record(session, call, "desk call answered", "Saw to {name}", station, now)


def reopen_desk_call(session: Session, call_id: int, *, station: str, now: datetime) -> None:
    """Take back that a call was answered; twice is once."""
    call = _get(session, call_id)
    if desk_calls.set_answered(session, call_id, station=station, at=None):
        _record(session, call, "desk called", "{name} waits again", station, now)


def _get(session: Session, call_id: int) -> DeskCall:
    call = desk_calls.get_call(session, call_id)
    if call is None:
        raise MixerError("This call is no longer there. Look at the list again.")
    return call


def _record(session: Session, call: DeskCall, what: str, sentence: str, station: str, now: datetime) -> None:
    """Into the journal, by which the other stations notice."""
    journal.record(
        session,
        event_id=call.event_id,
        attendee_id=call.attendee_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
    )
