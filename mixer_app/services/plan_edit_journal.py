"""Changes of a plan by hand in the journal: kept with all that takes them back, which makes a version of its own."""

from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Plan, with_what_took_place
from mixer_app.services.events import find_event
from mixer_app.services.pair_rule_journal import refuse_if_decided_again
from mixer_app.services.plan_inputs import count_past_rounds, over_rounds
from mixer_app.services.taking_back import kind_of, taken_back
from mixer_app.store import Session, journal, pair_rules, plans
from mixer_app.store.journal import JournalRecord

PLAN_EDITED: Final = "plan edited"
PLANNED: Final = "planned"
RESEATED: Final = "reseated"

Decided = tuple[int, int, PairRule | None, PairRule | None]
"""(mentor, mentee, rule before, rule after)."""


def is_plan_edit(record: JournalRecord) -> bool:
    """Whether a change, or the undo of one, is of a plan by hand."""
    return kind_of(record) == PLAN_EDITED


def is_planned_again(record: JournalRecord) -> bool:
    """Whether a plan was made anew where there was one."""
    return record.what == PLANNED and (record.payload or {}).get("before") is not None


def how_versions_came(session: Session, event_id: int) -> dict[int, str]:
    """By the number of a version, what made it: "Swapped Ana Sousa and Bo Li in round 3"."""
    told: dict[int, str] = {}
    for record in journal.records_of(session, event_id, (PLANNED, PLAN_EDITED, RESEATED, "undo", "redo")):
        payload = record.payload or {}
        if record.what == PLANNED:
            told[payload["plan_id"]] = "Planned again" if payload.get("before") else "Planned"
        elif is_plan_edit(record):
            told[payload["after"]] = record.sentence
    return told


def record_edit(
    session: Session,
    old: Plan,
    new: Plan,
    decided: Decided | None,
    *,
    what: str,
    sentence: str,
    station: str,
    now: datetime,
    undoes_id: int | None = None,
    in_round: int | None = None,
    matched_by: str = "",
    as_plan_id: int | None = None,
) -> int:
    """Note a change between two versions; the number of the entry.

    `in_round`: it changed seats of this round while it was under way, and may be undone until it is over.
    `matched_by` is of a version that was planned anew (see `plans.save_plan`). `as_plan_id`: the version that
    was put back.
    """
    payload: dict[str, Any] = {"kind": PLAN_EDITED, "before": old.id, "after": new.id, "decided": decided}
    if in_round is not None:
        payload["in_round"] = in_round
    if matched_by:
        payload |= {"plan_id": new.id, "matched_by": matched_by}
    if as_plan_id is not None:
        payload["as"] = as_plan_id
    return journal.record_numbered(
        session,
        event_id=new.event_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload=payload,
        undoes_id=undoes_id,
    )


def undo_plan_edit(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Make the plan from before a change the newest version again; twice is once.

    Raises `MixerError` if the plan has been changed since, if a round in which the two versions differ has
    begun, or if the older one would break a rule that the newer one keeps.
    """
    told = taken_back(record.what, record.sentence)
    if record.undone or record.event_id is None:
        return told.sentence
    payload = record.payload or {}
    before_id, after_id = payload["before"], payload["plan_id" if record.what == PLANNED else "after"]
    latest, before = plans.latest_plan(session, record.event_id), plans.get_plan(session, before_id)
    if latest is None or not _same_seats(latest, plans.get_plan(session, after_id)):
        raise MixerError("The plan has been changed again after this. Undo that first.")
    in_round = payload.get("in_round")
    _refuse_to_change_the_past(session, before, latest, now, in_round)
    restored = plans.save_plan(
        session,
        before.event_id,
        introductions=with_what_took_place(before, latest),
        quality=before.quality,
        without=before.without,
        rounds=before.rounds,
        mentee_ids=before.mentee_ids,
        mentor_ids=before.mentor_ids,
        now=now,
        station=station,
        told=False,
        published_at=before.published_at,
    )
    _refuse_broken_rules(session, latest, restored, now)
    record_edit(
        session,
        latest,
        restored,
        _decided_back(session, record.event_id, payload.get("decided")),
        what=told.what,
        sentence=told.sentence,
        station=station,
        now=now,
        undoes_id=record.id,
        in_round=in_round,
        as_plan_id=before.id,
    )
    return told.sentence


def _refuse_to_change_the_past(
    session: Session, before: Plan, latest: Plan, now: datetime, in_round: int | None
) -> None:
    """What took place is not rewritten: an undo reaches only rounds that have not begun.

    And the round in which the change was made, as long as it lasts.
    """
    event = find_event(session, str(latest.event_id))
    past = count_past_rounds(session, event, now=now)
    if in_round is not None and past == in_round and over_rounds(session, event, now=now) < in_round:
        past = in_round - 1
    old, new = (_held(plan) for plan in (before, latest))
    begun = {number for number, *_ in old ^ new if number <= past}
    if begun:
        raise MixerError(
            f"Round {min(begun)} has begun, so this change can no longer be undone. Change the rounds to come by hand."
        )


def _refuse_broken_rules(session: Session, latest: Plan, restored: Plan, now: datetime) -> None:
    """People and rules may have changed since the older plan was made."""
    from mixer_app.matching import verify
    from mixer_app.services.editable_plan import open_plan

    def broken_by(plan: Plan) -> set[str]:
        opened = open_plan(session, plan.id, now=now, newcomers=False)
        return set(verify(opened.problem, opened.rounds))

    broken = broken_by(restored)
    if broken and broken - broken_by(latest):
        raise MixerError("The plan from before this change no longer holds. Change the plan by hand instead.")


def _decided_back(session: Session, event_id: int, decided: list[Any] | None) -> Decided | None:
    if decided is None:
        return None
    mentor_id, mentee_id, before, after = decided
    rule = PairRule(before) if before else None
    refuse_if_decided_again(session, event_id, (mentor_id, mentee_id), PairRule(after) if after else None)
    pair_rules.set_pair_rule(session, event_id, mentor_id, mentee_id, rule)
    return mentor_id, mentee_id, PairRule(after) if after else None, rule


def _same_seats(one: Plan, other: Plan) -> bool:
    return _seats(one) == _seats(other)


def _held(plan: Plan) -> set[tuple[int, int, int]]:
    """The seats that count: a lock may still be taken back, and a talk that did not take place is no history."""
    return {(m.round, m.mentor_id, m.mentee_id) for m in plan.introductions if m.took_place is not False}


def _seats(plan: Plan) -> set[tuple[int, int, int, bool]]:
    return {(m.round, m.mentor_id, m.mentee_id, m.locked) for m in plan.introductions}
