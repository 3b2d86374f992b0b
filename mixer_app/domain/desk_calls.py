"""Calls for the desk: someone whom the kiosk could not help, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeskReason(StrEnum):
    """Why someone is asked to see the desk."""

    WRONG_FACTS = "details did not fit"
    NO_FACT = "nothing to ask for"  # neither phone nor e-mail nor employer is known
    CONFLICT = "record in conflict"  # changed meanwhile
    HAD_CANCELLED = "had cancelled"  # and stands at the kiosk
    CONNECTION = "connection lost"
    BADGE_FAILED = "badge did not print"
    WRONG_NAME = "name is wrong"
    WRONG_ROLE = "role is wrong"
    NO_BADGE = "no badge came out"
    TWICE = "checked in twice"  # at two stations that could not hear of each other
    CANCELLED = "came, had cancelled"  # checked in at a station that had not heard of it
    NOBODY = "came, is not listed"  # likewise, of somebody who was taken from the list
    ROLE_CHANGED = "role was changed"  # for information: nobody waits


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCall:
    """Someone who waits for staff.

    After wrong details `attendee_id` is who the person said to be, which may be somebody else.
    """

    id: int
    event_id: int
    attendee_id: int | None
    name: str  # as it is now; empty: not known
    code: str  # of the badge; empty: not known
    reason: DeskReason
    station: str
    at: datetime  # UTC, aware
