"""What staff decided about pairs: never to meet, or to meet for certain."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mixer_app.domain.plan_edits import PairRule
from mixer_app.store.rows import PairRuleRow


def pair_rules(session: Session, event_id: int) -> dict[tuple[int, int], PairRule]:
    """The rule of each (mentor, mentee), by numbers of attendees."""
    rows = session.execute(
        select(PairRuleRow.mentor_id, PairRuleRow.mentee_id, PairRuleRow.rule)
        .where(PairRuleRow.event_id == event_id)
        .order_by(PairRuleRow.mentor_id, PairRuleRow.mentee_id)
    )
    return {(mentor_id, mentee_id): rule for mentor_id, mentee_id, rule in rows}


def set_pair_rule(
    session: Session, event_id: int, mentor_id: int, mentee_id: int, rule: PairRule | None
) -> PairRule | None:
    """Decide about a pair, or take a decision back with None; what was decided before."""
    before = pair_rules(session, event_id).get((mentor_id, mentee_id))
    session.execute(
        delete(PairRuleRow).where(
            PairRuleRow.event_id == event_id,
            PairRuleRow.mentor_id == mentor_id,
            PairRuleRow.mentee_id == mentee_id,
        )
    )
    if rule is not None:
        session.add(PairRuleRow(event_id=event_id, mentor_id=mentor_id, mentee_id=mentee_id, rule=rule))
    session.flush()
    return before
