"""What staff decided about a pair, lifted: kept in the journal, taken back, and done again."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import PairRule
from mixer_app.store import Session, attendees, journal, pair_rules
from mixer_app.store.journal import JournalRecord

PAIR_RULE_LIFTED: Final = "pair rule lifted"

_LIFTED: Final = {
    PairRule.FORBIDDEN: "Lifted that {mentee} is not to meet {mentor}",
    PairRule.MUST_MEET: "Lifted that {mentee} is to meet {mentor}",
}


def is_pair_rule_change(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is about what staff decided of a pair, and about nothing else."""
    return bool(record.payload) and (record.payload or {}).get("kind") == PAIR_RULE_LIFTED


def lift_pair_rule(
    session: Session, event_id: int, mentor_id: int, mentee_id: int, *, station: str, now: datetime
) -> PairRule | None:
    """Take back what staff decided about a pair; what it was. The next plan is free to seat them or not.

    Noted in the journal, from which it can be undone; lifting what was never decided leaves no trace.
    """
    before = pair_rules.set_pair_rule(session, event_id, mentor_id, mentee_id, None)
    if before is not None:
        mentee, mentor = (attendees.get_attendee(session, one).name.shown for one in (mentee_id, mentor_id))
        _record(
            session, event_id, (mentor_id, mentee_id), (before, None), station=station, now=now,
            what=PAIR_RULE_LIFTED, sentence=_LIFTED[before].format(mentee=mentee, mentor=mentor),
        )  # fmt: skip
    return before


def undo_pair_rule(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Decide about the pair as before a change (or, of an undo, as before that); twice is once."""
    again = record.what == "undo"
    plain = record.sentence.removeprefix("Undone: ")
    said = f"Done again: {plain}" if again else f"Undone: {plain}"
    if record.undone or record.event_id is None:
        return said
    payload = record.payload or {}
    pair = (int(payload["mentor_id"]), int(payload["mentee_id"]))
    before, after = (PairRule(value) if value else None for value in (payload["before"], payload["after"]))
    refuse_if_decided_again(session, record.event_id, pair, after)
    pair_rules.set_pair_rule(session, record.event_id, *pair, before)
    _record(
        session, record.event_id, pair, (after, before), station=station, now=now,
        what="redo" if again else "undo", sentence=said, undoes_id=record.id,
    )  # fmt: skip
    return said


def refuse_if_decided_again(session: Session, event_id: int, pair: tuple[int, int], after: PairRule | None) -> None:
    """Raise `MixerError` where a (mentor, mentee) is no longer under the rule that a change left."""
    if pair_rules.pair_rules(session, event_id).get(pair) is not after:
        raise MixerError("What was decided about these two has been changed again after this. Undo that first.")


def _record(
    session: Session,
    event_id: int,
    pair: tuple[int, int],
    rules: tuple[PairRule | None, PairRule | None],
    *,
    station: str,
    now: datetime,
    what: str,
    sentence: str,
    undoes_id: int | None = None,
) -> int:
    """Note a change of the rule of (mentor, mentee) from the first to the second of `rules`."""
    payload: dict[str, Any] = {
        "kind": PAIR_RULE_LIFTED,
        "mentor_id": pair[0],
        "mentee_id": pair[1],
        "before": rules[0],
        "after": rules[1],
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
