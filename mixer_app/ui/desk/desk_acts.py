"""What the desk writes, each act as one transaction, and what it has changed on the screen."""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.people import Attendee, HeadCounts, Registration
from mixer_app.domain.roles import Role
from mixer_app.services import role_change, staff_notes
from mixer_app.services.arrivals import undo_arrival
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.check_in import (
    CheckInResult,
    CheckInStatus,
    check_in,
    head_counts,
    last_arrivals,
)
from mixer_app.services.desk_calls import CALL_ANSWERED, answer_desk_call, end_desk_call, open_desk_calls
from mixer_app.services.journal import activity, latest_change
from mixer_app.services.people import add_attendee, register_again
from mixer_app.ui.desk.arrivals import MOST

if TYPE_CHECKING:
    from mixer_app.services.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNews:
    """What one act at the desk has changed; `entry_id` is the newest line of the journal, of whichever event."""

    counts: HeadCounts
    arrivals: tuple[Attendee, ...]
    calls: tuple[DeskCall, ...] = ()
    seen_notes: frozenset[tuple[int, str]] = frozenset()
    changed: tuple[Attendee, ...] = ()
    result: CheckInResult | None = None
    entry_id: int = 0
    undo_id: int | None = None  # the line of the journal that Undo takes back
    prints: bool = False  # whether a badge waits at the printer
    effect: str = ""  # on the plan, in words
    badge_told: str = ""  # what becomes of the badge of a changed role


def admit(
    session: "Session",
    event_id: int,
    key: str,
    *,
    printer: str,
    station: str,
    now: datetime,
    request_id: str,
    again: bool = False,
) -> DeskNews:
    """Check someone in, queue their badge where there is a printer, and see to their call from a kiosk.

    With `again` they, a `#number`, had cancelled and are registered again first.
    """
    if again:
        register_again(session, int(key[1:]), station=station, now=now)
    result = check_in(session, event_id, key, station=station, now=now, request_id=request_id)
    prints = _queue_badge(session, event_id, result, printer, station=station, now=now, request_id=request_id)
    if result.status is CheckInStatus.CHECKED_IN and result.attendee is not None:
        _see_to(session, event_id, result.attendee.id, station=station, now=now)
    return replace(_news(session, event_id, result), prints=prints)


def admit_walk_in(
    session: "Session",
    event_id: int,
    registration: Registration,
    *,
    printer: str,
    station: str,
    now: datetime,
    dice: Random,
) -> DeskNews:
    """Register someone at the door, check them in and queue their badge, all or nothing; one undo takes it back."""
    added = add_attendee(
        session, event_id, registration, station=station, now=now, dice=dice, walk_in=True, comes_in=True
    )
    result = CheckInResult(key=added.code, status=CheckInStatus.CHECKED_IN, attendee=added, at=now, where=station)
    prints = _queue_badge(session, event_id, result, printer, station=station, now=now)
    return replace(_news(session, event_id, result), prints=prints)


def take_back(
    session: "Session",
    event_id: int,
    attendee_id: int,
    *,
    station: str,
    now: datetime,
    request_id: str | None = None,
) -> DeskNews:
    """Undo that someone came, as one act; without the server only what was done without it."""
    gone = undo_arrival(session, event_id, attendee_id, station=station, now=now, request_id=request_id)
    return _news(session, event_id, None, *((gone,) if gone is not None else ()))


def change_role(
    session: "Session", event_id: int, attendee_id: int, role: Role, *, printer: str, station: str, now: datetime
) -> DeskNews:
    """Make someone a mentor, a mentee or both; their badge waits at `printer` if it says otherwise."""
    changed = role_change.change_role(session, attendee_id, role, printer=printer, station=station, now=now)
    undo_id = _newest(session, event_id, attendee_id, "role changed")
    news = _news(session, event_id, None, changed.attendee)
    prints = changed.badge is not None
    return replace(news, effect=changed.effect, prints=prints, badge_told=changed.badge_told, undo_id=undo_id)


def write_note(
    session: "Session", event_id: int, attendee_id: int, note: str, *, station: str, now: datetime
) -> DeskNews:
    """Say something to staff about someone."""
    changed = staff_notes.write_note(session, attendee_id, note, station=station, now=now)
    undo_id = _newest(session, event_id, attendee_id, "edited")
    return replace(_news(session, event_id, None, changed), undo_id=undo_id)


def see_note(session: "Session", event_id: int, attendee_id: int, *, station: str, now: datetime) -> DeskNews:
    """Note that staff have seen what is said of someone."""
    seen = staff_notes.note_seen(session, attendee_id, station=station, now=now)
    undo_id = _newest(session, event_id, attendee_id, staff_notes.NOTE_SEEN)
    return replace(_news(session, event_id, None, seen), undo_id=undo_id)


def answer_call(
    session: "Session", event_id: int, call_id: int, attendee_id: int | None, *, station: str, now: datetime
) -> DeskNews:
    """Note that staff have seen to someone whom a kiosk sent, if it is known whom."""
    answer_desk_call(session, call_id, station=station, now=now)
    undo_id = _newest(session, event_id, attendee_id, CALL_ANSWERED)
    return replace(_news(session, event_id, None), undo_id=undo_id)


def _queue_badge(
    session: "Session",
    event_id: int,
    result: CheckInResult,
    printer: str,
    *,
    station: str,
    now: datetime,
    request_id: str | None = None,
) -> bool:
    """Whether the badge of someone who has just come waits at the printer now."""
    arrived = result.attendee if result.status is CheckInStatus.CHECKED_IN else None
    if arrived is None or not printer:
        return False
    job = queue_badge(session, event_id, arrived.id, printer=printer, station=station, now=now, request_id=request_id)
    return job is not None


def _see_to(session: "Session", event_id: int, attendee_id: int, *, station: str, now: datetime) -> None:
    """Whoever is checked in at the desk waits no longer; what is wrong with a name or a role stays told."""
    for call in open_desk_calls(session, event_id):
        if call.attendee_id == attendee_id and call.reason in _ENDED_BY_CHECK_IN:
            end_desk_call(session, call.id, station=station, now=now)


_ENDED_BY_CHECK_IN = (
    DeskReason.WRONG_FACTS,
    DeskReason.NO_FACT,
    DeskReason.CONFLICT,
    DeskReason.HAD_CANCELLED,
    DeskReason.CONNECTION,
)


def _newest(session: "Session", event_id: int, attendee_id: int | None, what: str) -> int | None:
    """The line of the journal that an act has just written, before which a badge or two may stand."""
    entries = activity(session, event_id, limit=5)
    return next((one.id for one in entries if (one.attendee_id, one.what) == (attendee_id, what)), None)


def _news(session: "Session", event_id: int, result: CheckInResult | None, *changed: Attendee) -> DeskNews:
    from_result = (result.attendee,) if result is not None and result.attendee is not None else ()
    return DeskNews(
        counts=head_counts(session, event_id),
        arrivals=tuple(last_arrivals(session, event_id, limit=MOST)),
        calls=tuple(open_desk_calls(session, event_id)),
        seen_notes=staff_notes.seen_notes(session, event_id),
        changed=(*changed, *from_result),
        result=result,
        entry_id=latest_change(session),
    )
