"""Why someone was sent from a kiosk to the desk, in the words of the desk."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.people import Attendee
from mixer_app.services.words import minutes_in_words, seconds_ago
from mixer_app.ui.desk.words import ROLE_WORDS, clock_time

_REASONS: Final = {
    DeskReason.WRONG_FACTS: "Could not show who they are. Ask for something with a name on it.",
    DeskReason.NO_FACT: "The kiosk had nothing to ask for. Ask who they are.",
    DeskReason.CONFLICT: "The registration has changed meanwhile.",
    DeskReason.HAD_CANCELLED: "The registration was cancelled. Register them again, or not.",
    DeskReason.CONNECTION: "The kiosk lost its connection.",
    DeskReason.BADGE_FAILED: "The badge did not print.",
    DeskReason.WRONG_NAME: "Says that the name is wrong.",
    DeskReason.WRONG_ROLE: "Says that the role is wrong.",
    DeskReason.NO_BADGE: "No badge came out.",
    DeskReason.CANCELLED: "Was checked in without a connection and had cancelled. Register them again, or not.",
    DeskReason.NOBODY: "Was checked in without a connection and is no longer listed. Look for them.",
}


_FOR_INFORMATION: Final = frozenset(
    {DeskReason.ROLE_CHANGED, DeskReason.TWICE, DeskReason.CANCELLED, DeskReason.NOBODY}
)


def is_waiting(call: DeskCall) -> bool:
    """Whether somebody stands at the desk; the rest is for staff to know of, and to tick off."""
    return call.reason not in _FOR_INFORMATION


def head_words(calls: Sequence[DeskCall], shown: int) -> tuple[str, str]:
    """How many wait in all, and what is not among the first `shown`; those who wait come first."""
    waiting = sum(is_waiting(call) for call in calls)
    others = len(calls) - waiting
    hidden_waiting = max(waiting - shown, 0)
    hidden = len(calls) - min(shown, len(calls)) - hidden_waiting
    if not waiting:
        return f"To look at: {others}", f"{hidden} not shown" if hidden else ""
    parts = (
        f"{hidden_waiting} not shown" if hidden_waiting else "",
        f"{hidden} to look at" if hidden else "",
    )
    return f"Waiting at the desk: {waiting}", ", ".join(part for part in parts if part)


def call_icon(call: DeskCall) -> tuple[str, str]:
    """The icon of a call, and the role of its colour."""
    if is_waiting(call):
        return "bell", "warn"
    return ("user-switch", "text_muted") if call.reason is DeskReason.ROLE_CHANGED else ("warning", "warn")


def call_title(call: DeskCall) -> str:
    """Who it is, as far as that is known: after wrong details it may be somebody else."""
    if not call.name:
        return "Someone"
    return f"Someone, as {call.name}" if call.reason is DeskReason.WRONG_FACTS else call.name


def call_reason(call: DeskCall, attendee: Attendee | None) -> str:
    """Why they were sent; of a changed role, what it is now."""
    if call.reason is DeskReason.ROLE_CHANGED:
        return f"Changed their role, now {ROLE_WORDS[attendee.role]}." if attendee else "Changed their role."
    if call.reason is DeskReason.TWICE:
        return _twice(call, attendee)
    return _REASONS[call.reason]


def _twice(call: DeskCall, attendee: Attendee | None) -> str:
    """Where and when both times, as far as the first is known."""
    second = f"{call.station}, {clock_time(call.at)}"
    if attendee is None or not attendee.here:
        return f"Two stations checked them in, one of them {second}. A badge may be out twice."
    first = f"{attendee.checked_in_where}, {clock_time(attendee.checked_in_at)}"
    return f"Two stations checked them in: {first} and {second}. A badge may be out twice."


def waited_words(call: DeskCall, now: datetime) -> str:
    """Where it was, and how long ago."""
    moment = seconds_ago(call.at, now)
    return f"{call.station}, {f'{moment} s' if moment is not None else minutes_in_words(now - call.at)} ago"
