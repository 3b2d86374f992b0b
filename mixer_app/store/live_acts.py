"""What staff did to the clock of an evening, in the order it was done."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mixer_app.domain.evening import LiveAct, Schedule
from mixer_app.store.rows import LiveActRow


class NewestAct(NamedTuple):
    """The act that was done last, at whatever event."""

    event_id: int
    at: datetime


def add_act(session: Session, event_id: int, act: LiveAct, *, station: str) -> LiveAct:
    """Store an act; with the number it has from now on."""
    row = LiveActRow(
        event_id=event_id,
        kind=act.kind,
        at=act.at,
        round=act.round,
        seconds=act.seconds,
        schedule=asdict(act.schedule) if act.schedule else None,
        station=station,
        undone=False,
    )
    session.add(row)
    session.flush()
    return replace(act, id=row.id)


def acts_of(session: Session, event_id: int) -> tuple[LiveAct, ...]:
    """The acts of an evening that stand, oldest first."""
    rows = session.scalars(
        select(LiveActRow).where(LiveActRow.event_id == event_id, ~LiveActRow.undone).order_by(LiveActRow.id)
    )
    return tuple(_act(row) for row in rows)


def get_act(session: Session, act_id: int) -> LiveAct | None:
    """One act, whether it stands or not; None: there is none."""
    row = session.get(LiveActRow, act_id)
    return _act(row) if row is not None else None


def set_undone(session: Session, act_id: int, *, undone: bool) -> None:
    """Take an act back, or let it stand again."""
    session.execute(update(LiveActRow).where(LiveActRow.id == act_id).values(undone=undone))


def newest_act_at(session: Session, event_id: int) -> datetime | None:
    """When an act that stands was last done; None: the evening has not begun."""
    newest = select(LiveActRow.at).where(LiveActRow.event_id == event_id, ~LiveActRow.undone)
    return session.scalar(newest.order_by(LiveActRow.id.desc()).limit(1))


def newest_act(session: Session) -> NewestAct | None:
    """The act that stands and was done last in the whole database; None: no evening has begun."""
    newest = select(LiveActRow.event_id, LiveActRow.at).where(~LiveActRow.undone)
    row = session.execute(newest.order_by(LiveActRow.id.desc()).limit(1)).first()
    return NewestAct(row.event_id, row.at) if row is not None else None


def _act(row: LiveActRow) -> LiveAct:
    return LiveAct(
        id=row.id,
        kind=row.kind,
        at=row.at,
        round=row.round,
        seconds=row.seconds,
        schedule=Schedule(**row.schedule) if row.schedule else None,
    )
