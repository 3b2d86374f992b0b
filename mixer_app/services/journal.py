"""What was done, by whom and when; and taking it back."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.contact_journal import CONTACT_CHECKED, put_check_back
from mixer_app.services.desk_calls import CALL_ANSWERED, undo_answer
from mixer_app.services.evening import follow_event
from mixer_app.services.evening_journal import EVENING_ACT, undo_act
from mixer_app.services.event_journal import EVENT_CHANGED, put_event_back
from mixer_app.services.follow_up_journal import KINDS as FOLLOW_UP_KINDS
from mixer_app.services.follow_up_journal import is_follow_up, undo_follow_up
from mixer_app.services.known_people import PEOPLE_ADDED, undo_known
from mixer_app.services.pair_rule_journal import PAIR_RULE_LIFTED, put_pair_rule_back
from mixer_app.services.people_journal import KINDS as PEOPLE_KINDS
from mixer_app.services.people_journal import (
    is_people_change,
    refuse_if_changed_together,
    undo_people_change,
)
from mixer_app.services.plan_edit_journal import (
    PLAN_EDITED,
    PLANNED,
    RESEATED,
    is_plan_edit,
    is_planned_again,
    undo_plan_edit,
)
from mixer_app.services.presence import PRESENCE_NOTED, undo_presence
from mixer_app.services.rules_journal import RULES_CHANGED, put_rules_back
from mixer_app.services.settings_journal import SETTINGS_CHANGED, put_settings_back
from mixer_app.services.staff_notes import NOTE_SEEN, mark_noted
from mixer_app.services.stocks import STOCK_CHANGED, put_stock_back
from mixer_app.services.taking_back import PutBack, kind_of, take_back, taken_back
from mixer_app.store import Session, attendees, journal, plans, standing
from mixer_app.store.codec import change_to_json, registration_from_json, registration_to_json
from mixer_app.store.journal import JournalRecord
from mixer_app.store.registrations import replace_registrations
from mixer_app.store.standing import Standing, standing_from_json, standing_of

_STANDING: Final = frozenset({"added", "checked in", "check-in undone", "left", "cancelled", "registered again"})
_EDITED: Final = frozenset({"edited"})
_ROLE: Final = frozenset({"role changed"})
_SEEN: Final = frozenset({NOTE_SEEN})
_FAMILIES: Final = (_STANDING, _EDITED, _ROLE, _SEEN)
"""Changes of one kind to one person are taken back in the opposite order."""

PLAN_PUBLISHED: Final = "plan published"

_PUT_BACK: Final[dict[str, PutBack]] = {
    RULES_CHANGED: put_rules_back,
    PAIR_RULE_LIFTED: put_pair_rule_back,
    SETTINGS_CHANGED: put_settings_back,
    EVENT_CHANGED: put_event_back,
    STOCK_CHANGED: put_stock_back,
    CONTACT_CHECKED: put_check_back,
}
"""Changes of an event whose payload holds what was before them and what came after."""

_WITH_PAYLOAD: Final = frozenset(
    {
        "import",
        PLAN_PUBLISHED,
        PLAN_EDITED,
        RESEATED,
        EVENING_ACT,
        PRESENCE_NOTED,
        CALL_ANSWERED,
        PEOPLE_ADDED,
        *_PUT_BACK,
        *PEOPLE_KINDS,
        *FOLLOW_UP_KINDS,
    }
)
"""Changes of an event, or of several of its people, that hold in their payload what takes them back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One line of the activity list."""

    id: int
    at: datetime  # UTC, aware
    station: str
    what: str  # the kind of change, such as "checked in"
    sentence: str
    undone: bool
    attendee_id: int | None = None
    can_undo: bool = False
    kind: str = ""  # of an undo or a redo: what it was about


PLAN_KINDS: Final = frozenset({PLANNED, PLAN_EDITED, RESEATED, PAIR_RULE_LIFTED, RULES_CHANGED, PLAN_PUBLISHED})
"""What is done to a plan, and to the rules that make it, and can be taken back."""


def activity_of(session: Session, event_id: int, kinds: Set[str]) -> list[JournalEntry]:
    """The changes of these kinds to an event itself, newest first, with what was undone and done again."""
    entries = map(entry_from, journal.records_of(session, event_id, {*kinds, "undo", "redo"}))
    return [entry for entry in entries if entry.kind in kinds]


def activity(session: Session, event_id: int, limit: int = 100) -> list[JournalEntry]:
    """The newest changes of an event, newest first."""
    return [entry_from(record) for record in journal.latest_records(session, event_id, limit)]


def entry_of(session: Session, entry_id: int) -> JournalEntry | None:
    """One line of the activity list; None if there is no such number."""
    record = journal.get_record(session, entry_id)
    return entry_from(record) if record is not None else None


def latest_change(session: Session) -> int:
    """The number of the newest change; a screen that polls it refreshes when it has grown."""
    return journal.latest_number(session)


def undo(session: Session, entry_id: int, *, station: str, now: datetime) -> str:
    """Take one change back and say so in a sentence; twice is once.

    A change that a later one of the same kind rests on is refused: the later one goes first.
    Taking back an undo does the change again.
    """
    record = journal.get_record(session, entry_id)
    if record is None:
        raise MixerError("This change is no longer in the list. Look at the list again.")
    if record.hidden:
        raise MixerError(f"“{record.sentence}” is taken back at control.")
    if record.what == "import" and record.payload:
        from mixer_app.services.imports import undo_import  # readers of files, which a desk never needs

        return undo_import(session, record.payload["import_id"], station=station, now=now)
    if record.what == PLAN_PUBLISHED and record.payload:
        return _withdraw(session, record, station=station, now=now)
    if is_plan_edit(record) or is_planned_again(record):
        return undo_plan_edit(session, record, station=station, now=now)
    kind = kind_of(record)
    if kind == PRESENCE_NOTED:
        return undo_presence(session, record, station=station, now=now)
    if kind == CALL_ANSWERED:
        return undo_answer(session, record, station=station, now=now)
    if kind == PEOPLE_ADDED:
        return undo_known(session, record, station=station, now=now)
    if kind == EVENING_ACT:
        return undo_act(session, record, station=station, now=now)
    if (put_back := _PUT_BACK.get(kind)) is not None and record.event_id is not None:
        said = take_back(session, record, put_back, station=station, now=now)
        follow_event(session, record.event_id, station=station, now=now)
        return said
    if is_follow_up(record):
        return undo_follow_up(session, record, station=station, now=now)
    if is_people_change(record):
        return undo_people_change(session, record, station=station, now=now)
    if record.attendee_id is None or not _can_undo(record):
        raise MixerError(f"“{record.sentence}” cannot be undone.")
    standing.lock_attendee(session, record.attendee_id)
    told = taken_back(record.what, record.sentence)
    if record.undone or _undone_meanwhile(session, entry_id):
        return told.sentence
    _refuse_if_built_upon(session, record)
    refuse_if_changed_together(session, record)
    before = _restore(session, record, record.attendee_id, station, now)
    journal.record(
        session,
        event_id=record.event_id,
        attendee_id=record.attendee_id,
        station=station,
        at=now,
        what=told.what,
        sentence=taken_back(record.what, journal.raw_sentence(session, entry_id)).sentence,
        payload={"kind": _kind(record), "before": before},
        undoes_id=entry_id,
    )
    if _kind(record) not in _ROLE:
        return told.sentence
    from mixer_app.services.role_badge import settle_badge  # which knows paper: the first window does not need it

    badge = settle_badge(session, record.attendee_id, station=station, now=now)
    return f"{told.sentence}. {badge.sentence}" if badge.sentence else told.sentence


def _withdraw(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    said = f"Undone: {record.sentence}"
    if not record.undone:
        plans.withdraw_plan(session, (record.payload or {})["plan_id"])
        journal.record(
            session,
            event_id=record.event_id,
            station=station,
            at=now,
            what="undo",
            sentence=said,
            undoes_id=record.id,
        )
    return said


def _undone_meanwhile(session: Session, entry_id: int) -> bool:
    """Whether another station was quicker, seen after the attendee is locked."""
    record = journal.get_record(session, entry_id)
    return record is None or record.undone


def _refuse_if_built_upon(session: Session, record: JournalRecord) -> None:
    family = _family(record)
    for later in journal.later_records(session, record):
        if later.what in family and not later.undone:
            raise MixerError(f"“{later.sentence}” came after it. Undo that first.")


def _restore(
    session: Session, record: JournalRecord, attendee_id: int, station: str, now: datetime
) -> dict[str, Any] | str:
    """Put back what was before the change; what stood until now, in the same form."""
    attendee = attendees.get_attendee(session, attendee_id)
    before = (record.payload or {}).get("before")
    kind = _kind(record)
    if kind in _EDITED and before:
        said = registration_from_json(registration_to_json(registration_of(attendee)) | before)  # it may be some fields
        if before.get("keep_apart") == (record.payload or {}).get("after", {}).get("keep_apart"):
            said = replace(said, keep_apart=attendee.keep_apart)  # who edited them may not have seen any
        replace_registrations(session, attendee.event_id, {attendee_id: said}, now=now)
        return change_to_json(registration_of(attendee), said)["before"]
    if kind in _ROLE and before:
        standing.set_role(session, attendee_id, Role(before), now=now)
        return attendee.role.value
    if kind in _SEEN:
        return mark_noted(record.payload)  # what is seen is told by the journal alone
    earlier = standing_from_json(before) if before else Standing(status=Status.CANCELLED)
    standing.set_standing(session, attendee_id, earlier, now=now)
    action = _noted_at_the_door(attendee.status, earlier.status)
    if action is not None:
        standing.add_check_in(session, attendee_id, action, at=now, station=station, request_id=None)
    return standing_of(attendee).to_json()


def _noted_at_the_door(before: Status, after: Status) -> standing.CheckInAction | None:
    if after in _OUTSIDE:
        return standing.CheckInAction.UNDONE if before not in _OUTSIDE else None
    return standing.ACTION_TO[after]


_OUTSIDE: Final = (Status.REGISTERED, Status.CANCELLED)


def entry_from(record: JournalRecord) -> JournalEntry:
    """A line of the activity list, of what is recorded."""
    return JournalEntry(
        id=record.id,
        at=record.at,
        station=record.station,
        what=record.what,
        sentence=record.sentence,
        undone=record.undone,
        attendee_id=record.attendee_id,
        can_undo=_can_undo(record) and not record.undone and record.what != "undo",
        kind=str((record.payload or {}).get("kind", "")) if record.what in ("undo", "redo") else record.what,
    )


def _can_undo(record: JournalRecord) -> bool:
    if record.hidden:
        return False
    if record.what in _WITH_PAYLOAD:
        return record.payload is not None
    if record.what == PLANNED:
        return is_planned_again(record)
    if record.what == "added":
        return record.attendee_id is not None
    return bool(_family(record)) and record.attendee_id is not None and bool(record.payload)


def _kind(record: JournalRecord) -> str:
    """The kind of change; of an undo, the kind that it took back."""
    return str((record.payload or {}).get("kind", "")) if record.what == "undo" else record.what


def _family(record: JournalRecord) -> frozenset[str]:
    return next((family for family in _FAMILIES if _kind(record) in family), frozenset())
