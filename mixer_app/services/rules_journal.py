"""Changes of the rules of matching in the journal: kept, taken back, and told from the plan they came after."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.plans import Plan
from mixer_app.services.taking_back import kind_of
from mixer_app.store import Session, events, journal
from mixer_app.store.codec import rules_from_json, rules_to_json

RULES_CHANGED: Final = "matching changed"


def put_rules_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Match by the rules from before a change again."""
    before, after = rules_from_json(payload["before"]), rules_from_json(payload["after"])
    if events.get_event(session, event_id).rules != after:
        raise MixerError("How people are matched was changed again after this. Undo that first.")
    events.change_rules(session, event_id, before)


def rules_differ(session: Session, plan: Plan, rules: MatchingRules) -> bool:
    """Whether `rules` are others than when `plan` was made, as far as the journal tells."""
    later = [
        one
        for one in journal.event_records_since(session, plan.event_id, plan.made_at)
        if kind_of(one) == RULES_CHANGED
    ]
    return bool(later) and rules_from_json((later[0].payload or {})["before"]) != rules


def record_change(
    session: Session,
    event_id: int,
    before: MatchingRules,
    after: MatchingRules,
    *,
    station: str,
    now: datetime,
    sentence: str,
) -> int:
    """Note a change with all that is needed to take it back; the number of the entry."""
    payload: dict[str, Any] = {
        "kind": RULES_CHANGED,
        "before": rules_to_json(before),
        "after": rules_to_json(after),
    }
    return journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=RULES_CHANGED,
        sentence=sentence,
        payload=payload,
    )
