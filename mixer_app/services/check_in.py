"""The door: who comes in, who was checked in by mistake, who has left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, HeadCounts, Status
from mixer_app.domain.roles import Role
from mixer_app.store import Session, attendees, journal, standing
from mixer_app.store.standing import CheckInAction, Standing, standing_of


class CheckInStatus(StrEnum):
    """What became of a scan."""

    CHECKED_IN = "checked-in"
    ALREADY = "already"
    UNDONE = "undone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInResult:
    """The answer to a scan: for someone already in, `at` and `where` say since when and at which station."""

    key: str
    status: CheckInStatus
    attendee: Attendee | None = None
    at: datetime | None = None
    where: str = ""


def check_in(
    session: Session, event_id: int, key: str, *, station: str, now: datetime, request_id: str | None = None
) -> CheckInResult:
    """Check in who has this badge code, e-mail address or number (`#12`).

    Twice is once: the second answer is `ALREADY`, with who, when and where; a repeated
    `request_id` gets the first answer again. Someone who had left is here again.
    """
    repeated = _repeated(session, key, request_id)
    if repeated is not None:
        return repeated
    attendee = _find(session, event_id, key)
    if attendee is None:
        return CheckInResult(key=key, status=CheckInStatus.UNKNOWN)
    if attendee.status is Status.CHECKED_IN:
        return _result(key, CheckInStatus.ALREADY, attendee)
    if attendee.status is Status.CANCELLED:
        raise MixerError(
            f"The registration of {attendee.name.full} was cancelled. Search for the name at the desk to register "
            "them again, or add them as a walk-in."
        )
    came = Standing(status=Status.CHECKED_IN, checked_in_at=now, checked_in_where=station)
    standing.set_standing(session, attendee.id, came, now=now)
    standing.add_check_in(
        session, attendee.id, CheckInAction.CHECKED_IN, at=now, station=station, request_id=request_id
    )
    _record(session, attendee, "checked in", "Checked in {name}", station, now)
    return _result(key, CheckInStatus.CHECKED_IN, _standing_at(attendee, came, now))


def undo_check_in(
    session: Session, event_id: int, key: str, *, station: str, now: datetime, request_id: str | None = None
) -> CheckInResult:
    """Take a check-in back, as if the person had not come; twice is once."""
    repeated = _repeated(session, key, request_id)
    if repeated is not None:
        return repeated
    attendee = _find(session, event_id, key)
    if attendee is None:
        return CheckInResult(key=key, status=CheckInStatus.UNKNOWN)
    after = attendee
    if attendee.status in (Status.CHECKED_IN, Status.LEFT):
        expected = Standing(status=Status.REGISTERED)
        after = _standing_at(attendee, expected, now)
        standing.set_standing(session, attendee.id, expected, now=now)
        standing.add_check_in(
            session, attendee.id, CheckInAction.UNDONE, at=now, station=station, request_id=request_id
        )
        _record(session, attendee, "check-in undone", "Took back the check-in of {name}", station, now)
    return CheckInResult(
        key=key,
        status=CheckInStatus.UNDONE,
        attendee=after,
        at=attendee.checked_in_at,
        where=attendee.checked_in_where,
    )


def mark_left(session: Session, event_id: int, key: str, *, station: str, now: datetime) -> Attendee:
    """Note that someone has gone home; twice is once."""
    attendee = _find(session, event_id, key)
    if attendee is None:
        raise MixerError(f"Nobody at this event has “{key}”. Search for the name.")
    if attendee.status is Status.LEFT:
        return attendee
    if attendee.status is not Status.CHECKED_IN:
        raise MixerError(f"{attendee.name.full} is not here, so they cannot have left. Check them in first.")
    gone = Standing(
        status=Status.LEFT,
        checked_in_at=attendee.checked_in_at,
        checked_in_where=attendee.checked_in_where,
        left_at=now,
    )
    standing.set_standing(session, attendee.id, gone, now=now)
    standing.add_check_in(session, attendee.id, CheckInAction.LEFT, at=now, station=station, request_id=None)
    _record(session, attendee, "left", "{name} has left", station, now)
    return _standing_at(attendee, gone, now)


def last_arrivals(session: Session, event_id: int, limit: int = 10) -> list[Attendee]:
    """Who is here, the one who came last first."""
    order = standing.newest_arrivals(session, event_id, limit)
    found = {attendee.id: attendee for attendee in attendees.get_attendees(session, order)}
    return [found[attendee_id] for attendee_id in order]


def head_counts(session: Session, event_id: int) -> HeadCounts:
    """How many are registered and how many are here."""
    return counted_heads(standing.count_by_standing(session, event_id))


def counted_heads(counts: Mapping[tuple[Role, Status, bool], int]) -> HeadCounts:
    """The same, from how many there are of each role, status and walk-in or not."""

    def total(*, mentors: bool | None = None, here: bool = False, walk_ins: bool = False) -> int:
        return sum(
            count
            for (role, status, walk_in), count in counts.items()
            if status is not Status.CANCELLED
            and (mentors is None or mentors is (role is not Role.MENTEE))
            and (status is Status.CHECKED_IN or not here)
            and (walk_in or not walk_ins)
        )

    return HeadCounts(
        registered=total(),
        here=total(here=True),
        mentors=total(mentors=True),
        mentors_here=total(mentors=True, here=True),
        mentees=total(mentors=False),
        mentees_here=total(mentors=False, here=True),
        walk_ins=total(walk_ins=True),
    )


_LONGEST_NUMBER: Final = 10
_STATUS_OF: Final = {
    CheckInAction.CHECKED_IN: CheckInStatus.CHECKED_IN,
    CheckInAction.UNDONE: CheckInStatus.UNDONE,
    CheckInAction.LEFT: CheckInStatus.CHECKED_IN,
}


def _repeated(session: Session, key: str, request_id: str | None) -> CheckInResult | None:
    """The first answer to a request that is sent again."""
    answered = standing.answered_request(session, request_id) if request_id else None
    if answered is None:
        return None
    attendee_id, action, at, where = answered
    attendee = attendees.get_attendee(session, attendee_id)
    return CheckInResult(key=key, status=_STATUS_OF[action], attendee=attendee, at=at, where=where)


def _find(session: Session, event_id: int, key: str) -> Attendee | None:
    """The attendee meant by `key`, locked; None: unknown."""
    found = _meant(session, event_id, key.strip())
    return _only_one(key, found) if found else None


def _only_one(key: str, found: list[Attendee]) -> Attendee:
    """The one of several people with an e-mail address who has not cancelled."""
    coming = [one for one in found if one.status is not Status.CANCELLED] or found[:1]
    if len(coming) > 1:
        names = ", ".join(one.name.full for one in coming)
        raise MixerError(f"“{key}” is the e-mail address of several people: {names}. Use the badge code.")
    return coming[0]


def _meant(session: Session, event_id: int, key: str) -> list[Attendee]:
    if "@" in key:
        return attendees.with_email(session, event_id, key, lock=True)
    if key.startswith("#"):
        number = int(key[1:]) if key[1:].isdecimal() and len(key) <= _LONGEST_NUMBER else 0
        return attendees.with_number(session, event_id, number, lock=True)
    code = parse_badge_code(key)
    return attendees.with_code(session, event_id, code, lock=True) if code else []


def _result(key: str, status: CheckInStatus, attendee: Attendee) -> CheckInResult:
    return CheckInResult(
        key=key,
        status=status,
        attendee=attendee,
        at=attendee.checked_in_at,
        where=attendee.checked_in_where,
    )


def _standing_at(attendee: Attendee, changed: Standing, now: datetime) -> Attendee:
    """The attendee as the database has them after `set_standing`, without asking it again."""
    return replace(
        attendee,
        status=changed.status,
        checked_in_at=changed.checked_in_at,
        checked_in_where=changed.checked_in_where,
        left_at=changed.left_at,
        updated_at=now,
    )


def _record(session: Session, before: Attendee, what: str, sentence: str, station: str, now: datetime) -> None:
    journal.record(
        session,
        event_id=before.event_id,
        attendee_id=before.id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload={"before": standing_of(before).to_json()},
    )
