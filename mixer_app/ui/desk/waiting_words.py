"""Why someone was sent from a kiosk to the desk, in the words of the desk."""

from datetime import datetime
from typing import Final

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.people import Attendee
from mixer_app.services.words import minutes_in_words, seconds_ago
from mixer_app.ui.desk.words import ROLE_WORDS

_REASONS: Final = {
    DeskReason.WRONG_FACTS: "Could not show who they are. Ask for something with a name on it.",
    DeskReason.NO_FACT: "The kiosk had nothing to ask for. Ask who they are.",
    DeskReason.CONFLICT: "The registration was cancelled or has changed meanwhile.",
    DeskReason.CONNECTION: "The kiosk lost its connection.",
    DeskReason.BADGE_FAILED: "The badge did not print.",
    DeskReason.WRONG_NAME: "Says that the name is wrong.",
    DeskReason.WRONG_ROLE: "Says that the role is wrong.",
    DeskReason.NO_BADGE: "No badge came out.",
}


def is_waiting(call: DeskCall) -> bool:
    """Whether somebody stands at the desk; a role that was changed is for information."""
    return call.reason is not DeskReason.ROLE_CHANGED


def call_title(call: DeskCall) -> str:
    """Who it is, as far as that is known: after wrong details it may be somebody else."""
    if not call.name:
        return "Someone"
    return f"Someone, as {call.name}" if call.reason is DeskReason.WRONG_FACTS else call.name


def call_reason(call: DeskCall, attendee: Attendee | None) -> str:
    """Why they were sent; of a changed role, what it is now."""
    if call.reason is DeskReason.ROLE_CHANGED:
        return f"Changed their role, now {ROLE_WORDS[attendee.role]}." if attendee else "Changed their role."
    return _REASONS[call.reason]


def waited_words(call: DeskCall, now: datetime) -> str:
    """Where it was, and how long ago."""
    moment = seconds_ago(call.at, now)
    return f"{call.station}, {f'{moment} s' if moment is not None else minutes_in_words(now - call.at)} ago"
