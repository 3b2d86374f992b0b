"""Whose change may be taken back by whom: nobody undoes what they may not do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffAct, StaffRole, may
from mixer_app.services.contact_journal import CONTACT_CHECKED
from mixer_app.services.desk_calls import CALL_ANSWERED
from mixer_app.services.evening_journal import EVENING_ACT
from mixer_app.services.event_journal import EVENT_CHANGED
from mixer_app.services.follow_up_journal import KINDS as FOLLOW_UP_KINDS
from mixer_app.services.journal import PLAN_PUBLISHED, entry_of, undo
from mixer_app.services.known_people import PEOPLE_ADDED
from mixer_app.services.pair_rule_journal import PAIR_RULE_LIFTED
from mixer_app.services.people_journal import MERGED, PEOPLE_CHANGED
from mixer_app.services.plan_edit_journal import PLAN_EDITED, PLANNED, RESEATED
from mixer_app.services.presence import PRESENCE_NOTED
from mixer_app.services.rules_journal import RULES_CHANGED
from mixer_app.services.settings_journal import SETTINGS_CHANGED
from mixer_app.services.staff_notes import NOTE_SEEN
from mixer_app.services.stocks import STOCK_CHANGED
from mixer_app.store import Session

NOT_YOURS: Final = "What was done last here is for the organizer to take back. Unlock the window first."
"""It does not say what that was: names in it may be nobody else's to read."""

NOT_AT_ALL: Final = "What was done last here cannot be undone."

ACT_OF_KIND: Final[Mapping[str, StaffAct]] = {
    "added": StaffAct.ADD_PERSON,
    "checked in": StaffAct.CHECK_IN,
    "check-in undone": StaffAct.CHECK_IN,
    "left": StaffAct.CHECK_IN,
    "registered again": StaffAct.CHECK_IN,
    "cancelled": StaffAct.CANCEL_PERSON,
    "edited": StaffAct.EDIT_PERSON,
    "role changed": StaffAct.CHANGE_ROLE,
    NOTE_SEEN: StaffAct.CHECK_IN,
    CALL_ANSWERED: StaffAct.CHECK_IN,
    PRESENCE_NOTED: StaffAct.NOTE_PRESENCE,
    "import": StaffAct.IMPORT,
    MERGED: StaffAct.MERGE,
    PEOPLE_CHANGED: StaffAct.EDIT_MANY,
    PEOPLE_ADDED: StaffAct.EDIT_MANY,
    PLANNED: StaffAct.PLAN,
    PLAN_PUBLISHED: StaffAct.PLAN,
    PLAN_EDITED: StaffAct.PLAN,
    PAIR_RULE_LIFTED: StaffAct.PLAN,
    RULES_CHANGED: StaffAct.PLAN,
    RESEATED: StaffAct.SEAT_OTHERWISE,
    EVENING_ACT: StaffAct.RUN_ROUNDS,
    SETTINGS_CHANGED: StaffAct.CHANGE_SETTINGS,
    EVENT_CHANGED: StaffAct.CHANGE_SETTINGS,
    STOCK_CHANGED: StaffAct.KEEP_STOCK,
    CONTACT_CHECKED: StaffAct.ASK_PAIRS,
    **dict.fromkeys(FOLLOW_UP_KINDS, StaffAct.ENTER_ANSWERS),
}
"""By the kind of a change in the journal, what it was to make it."""


def may_take_back(role: StaffRole, kind: str) -> bool:
    """Whether this role may undo, or do again, a change of this kind; one that is not known is the organizer's."""
    act = ACT_OF_KIND.get(kind)
    return may(role, act) if act is not None else role is StaffRole.ORGANIZER


def undo_as(session: Session, entry_id: int, *, role: StaffRole, station: str, now: datetime) -> str:
    """Take one change back, if `role` may; the sentence that tells it."""
    entry = entry_of(session, entry_id)
    if entry is not None and not may_take_back(role, entry.kind):
        raise MixerError(NOT_YOURS if entry.kind in ACT_OF_KIND else NOT_AT_ALL)
    return undo(session, entry_id, station=station, now=now)
