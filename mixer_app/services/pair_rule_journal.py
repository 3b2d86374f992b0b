"""What staff decided about a pair, lifted: kept in the journal, taken back, and done again."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import PairRule
from mixer_app.store import Session, attendees, journal, pair_rules

PAIR_RULE_LIFTED: Final = "pair rule lifted"

_LIFTED: Final = {
    PairRule.FORBIDDEN: "Lifted that {mentee} is not to meet {mentor}",
    PairRule.MUST_MEET: "Lifted that {mentee} is to meet {mentor}",
}


def lift_pair_rule(
    session: Session, event_id: int, mentor_id: int, mentee_id: int, *, station: str, now: datetime
) -> PairRule | None:
    """Take back what staff decided about a pair; what it was. The next plan is free to seat them or not.

    Noted in the journal, from which it can be undone; lifting what was never decided leaves no trace.
    """
    before = pair_rules.set_pair_rule(session, event_id, mentor_id, mentee_id, None)
    if before is not None:
        mentee, mentor = (attendees.get_attendee(session, one).name.shown for one in (mentee_id, mentor_id))
        journal.record(
            session,
            event_id=event_id,
            station=station,
            at=now,
            what=PAIR_RULE_LIFTED,
            sentence=_LIFTED[before].format(mentee=mentee, mentor=mentor),
            payload={
                "kind": PAIR_RULE_LIFTED,
                "mentor_id": mentor_id,
                "mentee_id": mentee_id,
                "before": before,
                "after": None,
            },
        )
    return before


def put_pair_rule_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Decide about the pair as before a change again."""
    pair = (int(payload["mentor_id"]), int(payload["mentee_id"]))
    before, after = (PairRule(value) if value else None for value in (payload["before"], payload["after"]))
    refuse_if_decided_again(session, event_id, pair, after)
    pair_rules.set_pair_rule(session, event_id, *pair, before)


def refuse_if_decided_again(session: Session, event_id: int, pair: tuple[int, int], after: PairRule | None) -> None:
    """Raise `MixerError` where a (mentor, mentee) is no longer under the rule that a change left."""
    if pair_rules.pair_rules(session, event_id).get(pair) is not after:
        raise MixerError("What was decided about these two has been changed again after this. Undo that first.")
