"""Where attendees stand on the evening: registered, here, left, cancelled."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.store.batches import batches
from mixer_app.store.prepared import Prepared
from mixer_app.store.rows import AttendeeRow, CheckInAction, CheckInRow

__all__ = [
    "ACTION_TO",
    "CheckInAction",
    "Standing",
    "add_check_in",
    "answered_request",
    "count_by_standing",
    "lock_attendee",
    "mark_badges_printed",
    "newest_arrivals",
    "set_role",
    "set_standing",
    "standing_from_json",
    "standing_of",
]


ACTION_TO: Final = {
    Status.CHECKED_IN: CheckInAction.CHECKED_IN,
    Status.REGISTERED: CheckInAction.UNDONE,
    Status.LEFT: CheckInAction.LEFT,
}
"""What is noted at the door when someone comes to stand so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a change of standing replaces, so that it can be taken back."""

    status: Status
    checked_in_at: datetime | None = None
    checked_in_where: str = ""
    left_at: datetime | None = None

    def to_json(self) -> dict[str, Any]:
        """Ready for the journal."""
        return {
            "status": self.status.value,
            "checked_in_at": self.checked_in_at.isoformat() if self.checked_in_at else None,
            "checked_in_where": self.checked_in_where,
            "left_at": self.left_at.isoformat() if self.left_at else None,
        }


def standing_from_json(kept: dict[str, Any]) -> Standing:
    """A standing as the journal kept it."""
    return Standing(
        status=Status(kept["status"]),
        checked_in_at=datetime.fromisoformat(kept["checked_in_at"]) if kept["checked_in_at"] else None,
        checked_in_where=kept["checked_in_where"],
        left_at=datetime.fromisoformat(kept["left_at"]) if kept["left_at"] else None,
    )


def standing_of(attendee: Attendee) -> Standing:
    """Where `attendee` stands."""
    return Standing(
        status=attendee.status,
        checked_in_at=attendee.checked_in_at,
        checked_in_where=attendee.checked_in_where,
        left_at=attendee.left_at,
    )


def lock_attendee(session: Session, attendee_id: int) -> None:
    """Let nobody else change this attendee until the transaction ends (SQLite: the file is locked already)."""
    found = session.scalar(select(AttendeeRow.id).where(AttendeeRow.id == attendee_id).with_for_update())
    if found is None:
        raise MixerError(f"There is no attendee #{attendee_id}. Look at the list of people again.")


def set_standing(session: Session, attendee_id: int, standing: Standing, *, now: datetime) -> None:
    """Change where an attendee stands."""
    values = {
        "attendee_id": attendee_id,
        "status": standing.status,
        "checked_in_at": standing.checked_in_at,
        "checked_in_where": standing.checked_in_where,
        "left_at": standing.left_at,
        "updated_at": now,
    }
    _change().note(session, values)


def set_role(session: Session, attendee_id: int, role: Role, *, now: datetime) -> None:
    """Change the part an attendee takes."""
    session.execute(update(AttendeeRow).where(AttendeeRow.id == attendee_id).values(role=role, updated_at=now))


def add_check_in(
    session: Session, attendee_id: int, action: CheckInAction, *, at: datetime, station: str, request_id: str | None
) -> None:
    """Record what happened at the door."""
    values = {
        "attendee_id": attendee_id,
        "action": action,
        "at": at,
        "station": station,
        "request_id": request_id or None,
    }
    _addition().note(session, values)


def answered_request(session: Session, request_id: str) -> tuple[int, CheckInAction, datetime, str] | None:
    """What an earlier request of the same number did, to whom, when and where."""
    for attendee_id, action, at, station in _answer().rows(session, {"request_id": request_id}):
        return attendee_id, action, at, station
    return None


def newest_arrivals(session: Session, event_id: int, limit: int) -> list[int]:
    """Who is here, the one who came last first."""
    return list(
        session.scalars(
            select(AttendeeRow.id)
            .where(AttendeeRow.event_id == event_id, AttendeeRow.status == Status.CHECKED_IN)
            .order_by(AttendeeRow.checked_in_at.desc(), AttendeeRow.id.desc())
            .limit(limit)
        )
    )


def count_by_standing(session: Session, event_id: int) -> Counter[tuple[Role, Status, bool]]:
    """How many attendees there are of each role, status and walk-in or not."""
    rows = session.execute(
        select(AttendeeRow.role, AttendeeRow.status, AttendeeRow.walk_in, func.count())
        .where(AttendeeRow.event_id == event_id)
        .group_by(AttendeeRow.role, AttendeeRow.status, AttendeeRow.walk_in)
    )
    return Counter({(role, status, walk_in): count for role, status, walk_in, count in rows})


def mark_badges_printed(session: Session, attendee_ids: Collection[int], *, now: datetime) -> None:
    """Note that these badges came out of the printer."""
    for some in batches(sorted(attendee_ids)):
        session.execute(
            update(AttendeeRow).where(AttendeeRow.id.in_(some)).values(badge_printed_at=now, updated_at=now)
        )


@cache
def _change() -> Prepared:
    change = update(AttendeeRow).where(AttendeeRow.id == bindparam("attendee_id"))
    return Prepared(change, "status", "checked_in_at", "checked_in_where", "left_at", "updated_at")


@cache
def _addition() -> Prepared:
    return Prepared(insert(CheckInRow), "attendee_id", "action", "at", "station", "request_id")


@cache
def _answer() -> Prepared:
    act = CheckInRow.__table__.c
    asked = select(act.attendee_id, act.action, act.at, act.station)
    return Prepared(asked.where(act.request_id == bindparam("request_id")))
