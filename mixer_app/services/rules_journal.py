"""Changes of the rules of matching in the journal: kept, taken back, and told from the plan they came after."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.plans import Plan
from mixer_app.store import Session, events, journal
from mixer_app.store.codec import rules_from_json, rules_to_json
from mixer_app.store.journal import JournalRecord

RULES_CHANGED: Final = "matching changed"


def is_rules_change(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is about the rules."""
    return bool(record.payload) and (record.payload or {}).get("kind") == RULES_CHANGED


def undo_rules(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Put back the rules from before a change (or, of an undo, from before that); twice is once."""
    again = record.what == "undo"
    plain = record.sentence.removeprefix("Undone: ")
    said = f"Done again: {plain}" if again else f"Undone: {plain}"
    if record.undone or record.event_id is None:
        return said
    payload = record.payload or {}
    before, after = rules_from_json(payload["before"]), rules_from_json(payload["after"])
    if events.get_event(session, record.event_id).rules != after:
        raise MixerError("How people are matched was changed again after this. Undo that first.")
    events.change_rules(session, record.event_id, before)
    record_change(
        session, record.event_id, after, before, station=station, now=now,
        what="redo" if again else "undo", sentence=said, undoes_id=record.id,
    )  # fmt: skip
    return said


def rules_differ(session: Session, plan: Plan, rules: MatchingRules) -> bool:
    """Whether `rules` are others than when `plan` was made, as far as the journal tells."""
    later = [one for one in journal.event_records_since(session, plan.event_id, plan.made_at) if is_rules_change(one)]
    return bool(later) and rules_from_json((later[0].payload or {})["before"]) != rules


def record_change(
    session: Session,
    event_id: int,
    before: MatchingRules,
    after: MatchingRules,
    *,
    station: str,
    now: datetime,
    what: str,
    sentence: str,
    undoes_id: int | None = None,
) -> int:
    """Note a change with all that is needed to take it back; the number of the entry."""
    payload: dict[str, Any] = {
        "kind": RULES_CHANGED,
        "before": rules_to_json(before),
        "after": rules_to_json(after),
    }
    return journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload=payload,
        undoes_id=undoes_id,
    )
