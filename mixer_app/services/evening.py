"""The live evening: what its clock shows, what staff do to it, and what is noted as rounds come and go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind, EveningNow, LiveAct, Phase, RoundState, Turn
from mixer_app.domain.evening_clock import schedule_of, why_not
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.services.evening_facts import evening_facts
from mixer_app.services.evening_journal import record_act
from mixer_app.services.plan_drafts import set_draft_aside
from mixer_app.store import Session, attendees, events, journal, live_acts, plans, rounds, sightings

ROUND_BEGAN: Final = "round began"
ROUND_ENDED: Final = "round ended"
_OVER: Final = (RoundState.ENDED, RoundState.SKIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDone:
    """What came of an act: the evening after it, what to say, and the line of the journal that undoes it.

    `entry_id` is None where the act had been done before and nothing was changed.
    """

    evening: EveningNow
    sentence: str
    entry_id: int | None


def evening_now(session: Session, event_id: int, *, now: datetime) -> EveningNow:
    """The evening as its clock shows it at `now`."""
    return evening_facts(session, event_id).at(now)


def act_on_evening(
    session: Session,
    event_id: int,
    kind: ActKind,
    *,
    round_number: int,
    seconds: int = 0,
    station: str,
    now: datetime,
) -> ActDone:
    """Do one act; `round_number` is the round that the person saw under way, or coming.

    What has been done already (a second press, another station) is not done twice. Raises `MixerError`
    in a sentence if the act is not possible, or if the evening has gone on meanwhile. The first START
    publishes the plan, so that screens may show it.
    """
    before = catch_up(session, event_id, station=station, now=now)
    wanted = LiveAct(kind=kind, at=now, round=round_number, seconds=seconds)
    if _is_done(before, wanted):
        return ActDone(evening=before, sentence=_SAID[kind](wanted, before), entry_id=None)
    if refusal := why_not(before, wanted):
        raise MixerError(refusal)
    if kind is ActKind.START:
        _publish(session, event_id, station, now)
        if before.phase is Phase.BEFORE:
            wanted = replace(wanted, schedule=before.schedule)
    done = live_acts.add_act(session, event_id, wanted, station=station)
    sentence = _SAID[kind](done, before)
    entry_id = record_act(session, event_id, done, sentence, station=station, now=now)
    return ActDone(evening=catch_up(session, event_id, station=station, now=now), sentence=sentence, entry_id=entry_id)


def catch_up(session: Session, event_id: int, *, station: str, now: datetime) -> EveningNow:
    """Note in the journal, and in the plan, the rounds that have begun and ended since anybody looked.

    Rounds follow one another by themselves, also while no station runs; whoever comes first notes it, once.
    """
    evening = evening_now(session, event_id, now=now)
    noted = {
        (record.what == ROUND_BEGAN, (record.payload or {}).get("round"), record.at)
        for record in journal.records_of(session, event_id, {ROUND_BEGAN, ROUND_ENDED})
    }
    for turn in evening.turns:
        if (turn.began, turn.round, turn.at) not in noted:
            _note_turn(session, event_id, evening, turn, station)
    for one in evening.rounds:
        if one.state is RoundState.SKIPPED and one.starts_at is None:
            note_what_took_place(session, event_id, one.number, evening, station=station, now=now)
    return evening


def note_what_took_place(
    session: Session, event_id: int, number: int, evening: EveningNow, *, station: str, now: datetime
) -> None:
    """Note which pairs of a round that is over sat together: those of whom nobody was missed or gone.

    In a round that was skipped nobody sat.
    """
    state = next((one for one in evening.rounds if one.number == number), None)
    if state is None or state.state not in _OVER:
        return
    plan = plans.latest_plan(session, event_id)
    if plan is None:
        return
    seated = [meeting for meeting in plan.introductions if meeting.round == number]
    if state.state is RoundState.SKIPPED or state.starts_at is None:
        sat = dict.fromkeys(map(_pair, seated), False)
    else:
        there = _was_there(session, event_id, seated, number, state.starts_at)
        sat = {_pair(meeting): there(meeting.mentor_id) and there(meeting.mentee_id) for meeting in seated}
    rounds.record_took_place(session, event_id, number, sat, station=station, now=now)


def follow_event(session: Session, event_id: int, *, station: str, now: datetime) -> None:
    """Give the rounds to come of an evening under way the lengths and the number that the event has now."""
    if not live_acts.acts_of(session, event_id):
        return
    evening = catch_up(session, event_id, station=station, now=now)
    wanted = schedule_of(events.get_event(session, event_id))
    if evening.schedule != wanted:
        act = LiveAct(kind=ActKind.RESCHEDULE, at=now, round=evening.round, schedule=wanted)
        live_acts.add_act(session, event_id, act, station=station)


def _note_turn(session: Session, event_id: int, evening: EveningNow, turn: Turn, station: str) -> None:
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=turn.at,
        what=ROUND_BEGAN if turn.began else ROUND_ENDED,
        sentence=f"Round {turn.round} {'began' if turn.began else 'ended'}",
        payload={"round": turn.round},
    )
    if turn.began:
        set_draft_aside(session, event_id, turn, station=station)
    else:
        note_what_took_place(session, event_id, turn.round, evening, station=station, now=turn.at)


def _was_there(
    session: Session, event_id: int, seated: list[Introduction], number: int, began_at: datetime
) -> Callable[[int], bool]:
    seen = sightings.sightings_of(session, event_id)
    people = {person for meeting in seated for person in _pair(meeting)}
    gone = {one.id for one in attendees.get_attendees(session, sorted(people)) if _left_before(one, began_at)}
    return lambda person: seen.get((person, number), person not in gone)


def _left_before(person: Attendee, moment: datetime) -> bool:
    return person.left_at is not None and person.left_at <= moment


def _pair(meeting: Introduction) -> tuple[int, int]:
    return meeting.mentor_id, meeting.mentee_id


def _publish(session: Session, event_id: int, station: str, now: datetime) -> None:
    plan_id = plans.latest_plan_id(session, event_id)
    if plan_id is None:
        raise MixerError("There is no plan yet, so nobody knows where to sit. Plan the evening first.")
    plans.publish_plan(session, plan_id, station=station, now=now)


def _is_done(evening: EveningNow, act: LiveAct) -> bool:
    """Whether the evening is already as the act would make it."""
    state = next((one.state for one in evening.rounds if one.number == act.round), None)
    match act.kind:
        case ActKind.START:
            return state in (RoundState.RUNNING, RoundState.PAUSED)
        case ActKind.PAUSE:
            return evening.paused and act.round == evening.round
        case ActKind.RESUME:
            return evening.under_way and not evening.paused and act.round == evening.round
        case ActKind.END:
            return state is RoundState.ENDED
        case ActKind.SKIP:
            return state is RoundState.SKIPPED
        case _:
            return False


def _of_what(evening: EveningNow) -> str:
    return f"round {evening.round}" if evening.phase is Phase.ROUND else f"the break before round {evening.round}"


def _extended(act: LiveAct, evening: EveningNow) -> str:
    minutes, seconds = divmod(abs(act.seconds), 60)
    amount = f"{minutes} min" if not seconds else f"{abs(act.seconds)} s"
    return f"Made {_of_what(evening)} {amount} {'longer' if act.seconds >= 0 else 'shorter'}"


_SAID: Final[dict[ActKind, Callable[[LiveAct, EveningNow], str]]] = {
    ActKind.START: lambda act, _: f"Started round {act.round}",
    ActKind.PAUSE: lambda _, evening: f"Paused {_of_what(evening)}",
    ActKind.RESUME: lambda _, evening: f"Went on with {_of_what(evening)}",
    ActKind.EXTEND: _extended,
    ActKind.END: lambda act, _: f"Ended round {act.round} early",
    ActKind.SKIP: lambda act, _: f"Skipped round {act.round}",
}
