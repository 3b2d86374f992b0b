"""Who may do what at a window once a PIN is set: one table for pages, buttons, keys and undo alike."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from mixer_app.domain.errors import MixerError


class StaffRole(StrEnum):
    """Whoever stands at a window; without a PIN everybody is the organizer."""

    HELPER = "helper"  # lets people in: at the desk, and in and out of a kiosk
    ORGANIZER = "organizer"  # everything


class StaffAct(StrEnum):
    """Something that staff do; the value begins the sentence that refuses it."""

    OPEN_EVENT = "Opening an event"
    OPEN_DATABASE = "Opening another database"  # it shows nothing of this one, and has PINs of its own
    SEE_FIGURES = "Looking at the figures of the evening"
    SEE_PEOPLE = "Looking people up"
    CHECK_IN = "Checking people in"
    ADD_PERSON = "Registering somebody"
    EDIT_PERSON = "Changing what somebody said"
    CANCEL_PERSON = "Cancelling a registration"
    CHANGE_ROLE = "Changing a role"
    PRINT_PAPER = "Printing badges and sheets"
    SEE_ROOM = "Looking at the room"
    NOTE_PRESENCE = "Noting who is at their table"
    OPEN_KIOSK = "Opening a kiosk"
    LEAVE_KIOSK = "Leaving a kiosk"
    OPEN_PROJECTOR = "Opening a projector"

    MAKE_EVENT = "Making an event"
    IMPORT = "Importing"
    EXPORT = "Exporting"
    EDIT_MANY = "Changing several people at once"
    MERGE = "Merging people"
    SEE_OTHER_EVENTS = "Looking at people of other events"
    SEE_PRIVATE = "Seeing whom somebody met or wishes to meet"
    FORGET = "Forgetting people"
    REHEARSE = "Rehearsing the evening"
    PLAN = "Planning"
    RUN_ROUNDS = "Running the rounds"
    SEAT_OTHERWISE = "Seating people otherwise"
    CHANGE_PROJECTOR = "Changing what the projectors show"
    PRINT_ANSWERS = "Printing what came of the answers"
    DESIGN_BADGES = "Designing badges"
    KEEP_STOCK = "Changing label stock"
    ENTER_ANSWERS = "Entering and reading answers"
    ASK_PAIRS = "Asking after pairs of earlier events"
    CHANGE_SETTINGS = "Changing settings"
    SET_PIN = "Setting PINs"


_HELPERS: Final = frozenset(
    {
        StaffAct.OPEN_EVENT,
        StaffAct.OPEN_DATABASE,
        StaffAct.SEE_FIGURES,
        StaffAct.SEE_PEOPLE,
        StaffAct.CHECK_IN,
        StaffAct.ADD_PERSON,
        StaffAct.EDIT_PERSON,
        StaffAct.CANCEL_PERSON,
        StaffAct.CHANGE_ROLE,
        StaffAct.PRINT_PAPER,
        StaffAct.SEE_ROOM,
        StaffAct.NOTE_PRESENCE,
        StaffAct.OPEN_KIOSK,
        StaffAct.LEAVE_KIOSK,
        StaffAct.OPEN_PROJECTOR,
    }
)
ALLOWED: Final[Mapping[StaffRole, frozenset[StaffAct]]] = {
    StaffRole.HELPER: _HELPERS,
    StaffRole.ORGANIZER: frozenset(StaffAct),
}
"""The rule: what is not named here for a role is not allowed to it."""

ACT_OF_PLACE: Final[Mapping[str, StaffAct]] = {
    "start": StaffAct.OPEN_EVENT,
    "overview": StaffAct.SEE_FIGURES,
    "people": StaffAct.SEE_PEOPLE,
    "desk": StaffAct.CHECK_IN,
    "plan": StaffAct.PLAN,
    "live": StaffAct.SEE_ROOM,
    "print": StaffAct.PRINT_PAPER,
    "follow_up": StaffAct.ENTER_ANSWERS,
    "settings": StaffAct.CHANGE_SETTINGS,
    "programme": StaffAct.ASK_PAIRS,
}
"""What each place of the window is for; whoever may not do that does not see the place."""


def may(role: StaffRole, act: StaffAct) -> bool:
    """Whether this role may do that."""
    return act in ALLOWED[role]


def may_see(role: StaffRole, place: str) -> bool:
    """Whether this role may see a place of the window; a place that nobody decided upon is the organizer's."""
    act = ACT_OF_PLACE.get(place)
    return may(role, act) if act is not None else role is StaffRole.ORGANIZER


def refusal(act: StaffAct) -> str:
    """Why something was not done, to whoever tried."""
    return f"{act.value} is for the organizer. Unlock the window with the organizer’s PIN first."


def refuse_unless(role: StaffRole, act: StaffAct) -> None:
    """Raise `MixerError` where this role may not do that."""
    if not may(role, act):
        raise MixerError(refusal(act))
