"""Acts on the evening in the journal: kept, taken back and done again as long as no round has begun or ended since."""

from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind, LiveAct
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.services.taking_back import taken_back
from mixer_app.store import Session, events, journal, live_acts, rounds
from mixer_app.store.journal import JournalRecord

EVENING_ACT: Final = "evening act"


def record_act(
    session: Session,
    event_id: int,
    act: LiveAct,
    sentence: str,
    *,
    station: str,
    now: datetime,
    what: str = EVENING_ACT,
    undoes_id: int | None = None,
) -> int:
    """Note an act; the number of the entry."""
    return journal.record_numbered(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what=what,
        sentence=sentence,
        payload={"kind": EVENING_ACT, "act_id": act.id},
        undoes_id=undoes_id,
    )


def undo_act(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Let the evening go on as if an act had not been done (or, of an undo, had been); twice is once.

    Raises `MixerError` once another act rests on it, or a round has begun or ended since by its time.
    """
    told, again = taken_back(record.what, record.sentence), record.what == "undo"
    act = live_acts.get_act(session, (record.payload or {})["act_id"])
    if record.undone or record.event_id is None or act is None:
        return told.sentence
    _refuse_if_gone_on(session, record.event_id, act, now, again=again)
    live_acts.set_undone(session, act.id, undone=not again)
    if act.kind in (ActKind.END, ActKind.SKIP) and not again:
        rounds.forget_what_took_place(session, record.event_id, act.round)
    record_act(
        session, record.event_id, act, told.sentence, station=station, now=now, what=told.what, undoes_id=record.id
    )  # fmt: skip
    return told.sentence


def _refuse_if_gone_on(session: Session, event_id: int, act: LiveAct, now: datetime, *, again: bool) -> None:
    event = events.get_event(session, event_id)
    standing = live_acts.acts_of(session, event_id)
    if any(other.id > act.id for other in standing):
        raise MixerError("Something else was done to the clock after this. Undo that first.")
    since = [turn for turn in evening_at(schedule_of(event), standing, now).turns if turn.at > act.at]
    if since:
        turn = since[0]
        what = f"Round {turn.round} has {'begun' if turn.began else 'ended'} since"
        raise MixerError(f"{what}, so this can no longer be {'done again' if again else 'undone'}.")
