"""Plans: every version as it was made; nothing of a plan is edited but its publication and what took place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures, Without
from mixer_app.store.batches import batches, insert_rows
from mixer_app.store.codec import evidence_from_json, evidence_to_json
from mixer_app.store.journal import record
from mixer_app.store.rows import IntroductionRow, PlanMemberRow, PlanRow, PlanSide, PlanWithoutRow

_READ_AT_ONCE: Final = 500  # all fifty thousand at once would hold up every other thread
_QUALITY = tuple(QualityFigures.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One line of the list of versions."""

    id: int
    version: int
    made_at: datetime
    station: str
    published_at: datetime | None
    quality: QualityFigures


def save_plan(
    session: Session,
    event_id: int,
    *,
    introductions: Iterable[Introduction],
    quality: QualityFigures,
    without: Iterable[Without] = (),
    rounds: int,
    mentee_ids: Sequence[int],
    mentor_ids: Sequence[int],
    now: datetime,
    station: str,
    told: bool = True,
    published_at: datetime | None = None,
    matched_by: str = "",
) -> Plan:
    """Store the next version of an event's plan; one that is not `told` is left to the caller to journal.

    `published_at` is of a version that is put back as it was; `matched_by` is a digest, kept with the
    line of the journal, of what people were matched by.
    """
    newest = session.scalar(select(func.max(PlanRow.version)).where(PlanRow.event_id == event_id)) or 0
    before = latest_plan_id(session, event_id)
    row = PlanRow(
        event_id=event_id,
        version=newest + 1,
        made_at=now,
        station=station,
        rounds=rounds,
        published_at=published_at,
        **asdict(quality),
    )
    session.add(row)
    session.flush()
    introductions, without = sorted(introductions, key=lambda one: (one.round, one.table)), tuple(without)
    _add_introductions(session, row.id, introductions)
    _add_members(session, row.id, {PlanSide.MENTEE: mentee_ids, PlanSide.MENTOR: mentor_ids})
    left_out = [
        {"plan_id": row.id, "attendee_id": one.attendee_id, "position": position, "reason": one.reason}
        for position, one in enumerate(without)
    ]
    insert_rows(session, PlanWithoutRow, left_out)
    plan = Plan(  # as it would be read, which takes as long as all else here
        id=row.id,
        event_id=event_id,
        version=row.version,
        made_at=now,
        rounds=rounds,
        mentee_ids=tuple(mentee_ids),
        mentor_ids=tuple(mentor_ids),
        introductions=tuple(introductions),
        quality=quality,
        without=without,
        published_at=published_at,
    )
    if told:
        more = {"matched_by": matched_by, "before": before}
        _journal(session, plan, "planned", f"Made plan {plan.version}", station, now, **more)
    return plan


def latest_plan(session: Session, event_id: int) -> Plan | None:
    """The newest version of an event's plan; None before the first."""
    plan_id = latest_plan_id(session, event_id)
    return get_plan(session, plan_id) if plan_id is not None else None


def latest_plan_id(session: Session, event_id: int) -> int | None:
    """The number of the newest version; quick, for screens that ask whether anything changed."""
    return session.scalar(
        select(PlanRow.id).where(PlanRow.event_id == event_id).order_by(PlanRow.version.desc()).limit(1)
    )


def latest_rounds(session: Session, event_id: int) -> int | None:
    """The number of rounds of the latest version, without reading it; None: there is no plan."""
    newest = select(PlanRow.rounds).where(PlanRow.event_id == event_id).order_by(PlanRow.version.desc()).limit(1)
    return session.scalar(newest)


def plan_versions(session: Session, event_id: int) -> list[PlanVersion]:
    """All versions of an event's plan, newest first, without their introductions."""
    rows = session.scalars(select(PlanRow).where(PlanRow.event_id == event_id).order_by(PlanRow.version.desc()))
    return [
        PlanVersion(
            id=row.id,
            version=row.version,
            made_at=row.made_at,
            station=row.station,
            published_at=row.published_at,
            quality=_quality(row),
        )
        for row in rows
    ]


def get_plan(session: Session, plan_id: int) -> Plan:
    """A plan with all its introductions; `MixerError` if there is none with this number."""
    row = session.get(PlanRow, plan_id)
    if row is None:
        raise MixerError("This plan is no longer there. Open the latest one.")
    members = _members(session, plan_id)
    return Plan(
        id=row.id,
        event_id=row.event_id,
        version=row.version,
        made_at=row.made_at,
        rounds=row.rounds,
        mentee_ids=members[PlanSide.MENTEE],
        mentor_ids=members[PlanSide.MENTOR],
        introductions=_introductions(session, plan_id),
        quality=_quality(row),
        without=_without(session, plan_id),
        published_at=row.published_at,
    )


def publish_plan(session: Session, plan_id: int, *, station: str, now: datetime) -> Plan:
    """Note that a plan is shown to everybody; a plan that was published before keeps its time."""
    plan = get_plan(session, plan_id)
    if plan.published_at is not None:
        return plan
    session.execute(update(PlanRow).where(PlanRow.id == plan_id).values(published_at=now))
    session.expire_all()
    _journal(session, plan, "plan published", f"Published plan {plan.version}", station, now)
    return get_plan(session, plan_id)


def withdraw_plan(session: Session, plan_id: int) -> None:
    """Take a publication back, also from later versions in which an undo has put this one back."""
    plan = get_plan(session, plan_id)
    same = (
        PlanRow.event_id == plan.event_id,
        PlanRow.version >= plan.version,
        PlanRow.published_at == plan.published_at,
    )
    session.execute(update(PlanRow).where(*same).values(published_at=None))
    session.expire_all()


def _journal(
    session: Session, plan: Plan, what: str, sentence: str, station: str, now: datetime, **more: str | int | None
) -> None:
    payload = {"plan_id": plan.id} | {name: value for name, value in more.items() if value}
    record(session, event_id=plan.event_id, station=station, at=now, what=what, sentence=sentence, payload=payload)


def _add_introductions(session: Session, plan_id: int, introductions: Sequence[Introduction]) -> None:
    """A few hundred at a time: letting go of fifty thousand at once would hold up every other thread."""
    for some in batches(introductions):
        values = [
            {
                "plan_id": plan_id,
                "round": one.round,
                "table_number": one.table,
                "mentor_id": one.mentor_id,
                "mentee_id": one.mentee_id,
                "score": one.score,
                "evidence": evidence_to_json(one.evidence),
                "locked": one.locked,
                "took_place": one.took_place,
            }
            for one in some
        ]
        insert_rows(session, IntroductionRow, values)


def _add_members(session: Session, plan_id: int, members: Mapping[PlanSide, Sequence[int]]) -> None:
    values = [
        {"plan_id": plan_id, "side": side, "attendee_id": attendee_id, "position": position}
        for side, attendee_ids in members.items()
        for position, attendee_id in enumerate(attendee_ids)
    ]
    insert_rows(session, PlanMemberRow, values)


def _introductions(session: Session, plan_id: int) -> tuple[Introduction, ...]:
    rows = session.execute(
        select(IntroductionRow.__table__)
        .where(IntroductionRow.plan_id == plan_id)
        .order_by(IntroductionRow.round, IntroductionRow.table_number, IntroductionRow.id)
        .execution_options(yield_per=_READ_AT_ONCE)
    )
    known: dict[tuple[Any, ...], Evidence] = {}
    return tuple(
        Introduction(
            round=row.round,
            table=row.table_number,
            mentor_id=row.mentor_id,
            mentee_id=row.mentee_id,
            score=row.score,
            evidence=evidence_from_json(row.evidence, known),
            locked=row.locked,
            took_place=row.took_place,
        )
        for row in rows
    )


def _members(session: Session, plan_id: int) -> Mapping[PlanSide, tuple[int, ...]]:
    rows = session.execute(
        select(PlanMemberRow.side, PlanMemberRow.attendee_id)
        .where(PlanMemberRow.plan_id == plan_id)
        .order_by(PlanMemberRow.position)
    )
    found: defaultdict[PlanSide, list[int]] = defaultdict(list)
    for side, attendee_id in rows:
        found[side].append(attendee_id)
    return {side: tuple(found[side]) for side in PlanSide}


def _without(session: Session, plan_id: int) -> tuple[Without, ...]:
    rows = session.execute(
        select(PlanWithoutRow.attendee_id, PlanWithoutRow.reason)
        .where(PlanWithoutRow.plan_id == plan_id)
        .order_by(PlanWithoutRow.position)
    )
    return tuple(Without(attendee_id, reason) for attendee_id, reason in rows)


def _quality(row: PlanRow) -> QualityFigures:
    return QualityFigures(**{name: getattr(row, name) for name in _QUALITY})
