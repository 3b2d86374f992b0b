"""Which events someone was at, whom they met there, and with whom they matched."""

from collections import defaultdict
from datetime import date
from typing import Final

from mixer_app.domain.people import Status
from mixer_app.domain.programme import Attended, Came
from mixer_app.domain.roles import Role
from mixer_app.services.words import counted, listed
from mixer_app.store import Session, attendance
from mixer_app.store.attendance import StoredAttendance, StoredMeeting

_ROLES: Final = {Role.MENTOR: "a mentor", Role.MENTEE: "a mentee", Role.BOTH: "mentor and mentee"}
_CAME: Final = {
    Came.CAME: "came as {role}",
    Came.STAYED_AWAY: "registered as {role}, did not come",
    Came.CANCELLED: "registered as {role}, cancelled",
    Came.EXPECTED: "is registered as {role}",
}


def history_of(session: Session, person_id: int, *, today: date) -> tuple[Attended, ...]:
    """The events of a person, the latest first; of events that were forgotten nothing is known."""
    registered = attendance.attendance_of(session, person_id)
    meetings: defaultdict[int, list[StoredMeeting]] = defaultdict(list)
    for meeting in attendance.meetings_of(session, [one.attendee_id for one in registered]):
        meetings[meeting.attendee_id].append(meeting)
    return tuple(_attended(one, meetings[one.attendee_id], today) for one in registered)


def history_in_words(attended: Attended) -> str:
    """`came as a mentor; met Ann Smith and 2 people who were forgotten; mutual match with Ann Smith`."""
    role = _ROLES[attended.role]
    told = [_CAME[attended.came].format(role=role)]
    whom = list(attended.met)
    if attended.met_forgotten:
        verb = "who was forgotten" if attended.met_forgotten == 1 else "who were forgotten"
        whom.append(f"{counted(attended.met_forgotten, 'person', 'people')} {verb}")
    if whom:
        told.append(f"met {listed(whom)}")
    if attended.matched:
        told.append(f"mutual match with {listed(attended.matched)}")
    return "; ".join(told)


def _attended(one: StoredAttendance, meetings: list[StoredMeeting], today: date) -> Attended:
    named = [meeting for meeting in meetings if meeting.name]
    return Attended(
        event_id=one.event_id,
        event_name=one.event_name,
        day=one.starts_at.date(),
        role=one.role,
        came=_came(one, bool(meetings), today),
        met=tuple(dict.fromkeys(meeting.name for meeting in named)),
        matched=tuple(dict.fromkeys(meeting.name for meeting in named if meeting.mutual)),
        met_forgotten=len(meetings) - len(named),
    )


def _came(one: StoredAttendance, met: bool, today: date) -> Came:
    if one.came or met:
        return Came.CAME
    if one.status is Status.CANCELLED:
        return Came.CANCELLED
    return Came.EXPECTED if one.starts_at.date() >= today else Came.STAYED_AWAY
