"""Reseat a running evening with the least change: first shown as a list, then applied as one act."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.domain.room import Presence, Room, SeatMove
from mixer_app.services.database import Database
from mixer_app.services.evening import catch_up
from mixer_app.services.patience import Patience
from mixer_app.services.plan_draft import PlanDraft, draft_plan, store_draft
from mixer_app.services.plan_edit_journal import RESEATED, record_edit
from mixer_app.services.plan_inputs import PlanInputs, by_id, read_plan_inputs
from mixer_app.services.reseat_words import consequence_of, seat_moves, verdict_of
from mixer_app.services.room import read_room
from mixer_app.store import Session, attendees, plans

_LONGEST_S: Final = 10.0
"""People stand in the room and wait: what is not proven by then is told as the best found so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReseatProposal:
    """What a reseating would change; nothing is stored yet."""

    event_id: int
    from_round: int
    moves: tuple[SeatMove, ...]
    verdict: str  # "6 changes, everyone else stays as planned"
    consequence: str  # for everyone else, in one sentence
    proven: bool
    affected_ids: tuple[int, ...]  # whose match sheet is no longer true
    draft: PlanDraft
    plan_id: int  # the version it starts from
    waiting_ids: frozenset[int]
    away_ids: frozenset[int]  # missing or gone
    in_round: bool  # it changes the round that was under way when it was worked out

    def stale_since(self, room: Room) -> str:
        """Why the list no longer fits the room, in a sentence; empty: it does."""
        if room.plan_id != self.plan_id:
            return "The plan has been changed meanwhile."
        if self._has_begun(room.evening):
            return f"Round {self.from_round} has begun meanwhile."
        came = {one.attendee.id for one in room.waiting} - self.waiting_ids
        if came:
            return "1 more person is waiting." if len(came) == 1 else f"{len(came)} more people are waiting."
        away = _away(room)
        if lost := len(away - self.away_ids):
            return "1 more person is missing." if lost == 1 else f"{lost} more people are missing."
        back = len(self.away_ids - away)
        return "" if not back else "1 person is back." if back == 1 else f"{back} people are back."

    def _has_begun(self, evening: EveningNow) -> bool:
        over = evening.over_rounds if self.in_round else evening.begun_rounds
        return over >= self.from_round


@dataclass(frozen=True, slots=True)
class ReseatDone:
    """The new plan, and the line of the journal that takes the reseating back."""

    plan: Plan
    entry_id: int


def propose_reseat(
    database: Database,
    event_id: int,
    *,
    from_round: int,
    station: str,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
    finish_now: Callable[[], bool] | None = None,
) -> ReseatProposal:
    """Work out the least change from round `from_round` on; nothing is stored.

    In the round under way nobody who sits in a talk is moved; only free seats, and people whose partner
    is not there. Raises `MixerError` if the round is over or no plan is there, `Cancelled` by `progress`.
    """
    report(progress, 0.0, "Looking who is here")
    now = clock()
    database.write(catch_up, event_id, station=station, now=now)
    room = database.read(read_room, event_id, now=now)
    if from_round <= room.evening.over_rounds or from_round > room.event.rounds:
        raise MixerError(f"Round {from_round} is over, so nobody can be seated in it any more.")
    inputs = database.read(read_plan_inputs, event_id, everyone=False, now=now)
    old = inputs.latest
    if old is None:
        raise MixerError("There is no plan yet. Plan the evening first.")
    if room.plan_id != old.id:
        raise MixerError(f"Plan {old.version} is not out yet. Publish it, or undo its changes, before you reseat.")
    in_round = room.evening.phase is Phase.ROUND and room.evening.round == from_round
    draft = draft_plan(
        _in_this_room(inputs, room, from_round, in_round=in_round),
        seed=0,
        afresh=False,
        progress=part_of(progress, 0.05, 1.0),
        patience=Patience(_LONGEST_S, finish_now),
    )
    draft = _with_own_locks(_taking_over(draft, inputs, from_round), old)
    people = by_id(inputs.attendees)
    moves = seat_moves(old, draft, people, waiting=frozenset(_waiting(room)), from_round=from_round)
    return ReseatProposal(
        event_id=event_id,
        from_round=from_round,
        moves=moves,
        verdict=verdict_of(moves, room),
        consequence=consequence_of(old, draft, people),
        proven=draft.quality.optimal,
        affected_ids=tuple(move.attendee.id for move in moves if move.attendee.status is not Status.LEFT),
        draft=draft,
        plan_id=old.id,
        waiting_ids=frozenset(_waiting(room)),
        away_ids=_away(room),
        in_round=in_round,
    )


def apply_reseat(session: Session, proposal: ReseatProposal, *, station: str, now: datetime) -> ReseatDone:
    """Make the list the plan that is out, as one act that is undone as one act.

    Raises `MixerError`, and changes nothing, if the room is no longer as it was when the list was made.
    """
    catch_up(session, proposal.event_id, station=station, now=now)
    old = plans.get_plan(session, proposal.plan_id)
    room = read_room(session, proposal.event_id, now=now)
    newest = plans.latest_plan_id(session, proposal.event_id)
    why = "The plan has been changed meanwhile." if newest != old.id else proposal.stale_since(room)
    if not why and _anyone_gone(session, proposal):
        why = "Somebody who was to be seated has left."
    if why:
        raise MixerError(f"{why} Look again before you apply the changes.")
    new = store_draft(session, proposal.draft, now=now, station=station, told=False, published_at=now)
    entry_id = record_edit(
        session,
        old,
        new,
        None,
        what=RESEATED,
        sentence=f"Reseated {_people(len(proposal.moves))} from round {proposal.from_round}",
        station=station,
        now=now,
        in_round=proposal.from_round if proposal.in_round else None,
        matched_by=proposal.draft.matched_by,
    )
    return ReseatDone(new, entry_id)


def _in_this_room(inputs: PlanInputs, room: Room, from_round: int, *, in_round: bool) -> PlanInputs:
    """The problem from `from_round` on; talks that are going on stay where they are."""
    if not in_round or inputs.latest is None:
        return replace(inputs, past=max(inputs.past, from_round - 1))
    away = _away(room)
    kept = tuple(
        replace(one, locked=True) if one.round == from_round and not {one.mentor_id, one.mentee_id} & away else one
        for one in inputs.latest.introductions
    )
    return replace(
        inputs,
        past=from_round - 1,
        seat_now=from_round,
        latest=replace(inputs.latest, introductions=kept),
        absent=frozenset((person, from_round) for person in away),
    )


def _with_own_locks(draft: PlanDraft, old: Plan) -> PlanDraft:
    """Only what staff locked stays locked, and what was noted of a talk stays noted."""
    known = {(one.mentee_id, one.mentor_id, one.round): one for one in old.introductions}

    def own(one: Introduction) -> Introduction:
        before = known.get((one.mentee_id, one.mentor_id, one.round))
        return replace(one, locked=before is not None and before.locked) if one.locked else one

    return replace(draft, introductions=tuple(map(own, draft.introductions)))


def _taking_over(draft: PlanDraft, inputs: PlanInputs, from_round: int) -> PlanDraft:
    """Mentors who have no table yet take those of mentors who are gone: where most of their mentees sit already."""
    coming = [one for one in draft.introductions if one.round >= from_round]
    hosting = {one.mentor_id for one in coming}
    people = by_id(inputs.attendees)
    open_tables = {
        number
        for who, number in inputs.tables.items()
        if who not in hosting and (who not in people or not people[who].here)
    }
    newcomers = [who for who in draft.mentor_ids if who not in inputs.tables and who in hosting]
    if not open_tables or not newcomers or inputs.latest is None:
        return draft
    sat = {(one.mentee_id, one.round): one.table for one in inputs.latest.introductions}
    stays = Counter(
        (one.mentor_id, table)
        for one in coming
        if one.mentor_id in newcomers and (table := sat.get((one.mentee_id, one.round))) in open_tables
    )
    ranked = sorted(
        ((mentor, table) for mentor in newcomers for table in open_tables),
        key=lambda pair: (-stays[pair], pair[1], pair[0]),
    )
    taken: dict[int, int] = {}
    for mentor, table in ranked:
        if mentor not in taken and table not in taken.values():
            taken[mentor] = table
    moved = tuple(
        replace(one, table=taken[one.mentor_id]) if one.mentor_id in taken else one for one in draft.introductions
    )
    order = sorted(moved, key=lambda one: (one.round, one.table, one.mentee_id))
    kept = {who: number for who, number in draft.tables.items() if number not in taken.values()}
    return replace(draft, introductions=tuple(order), tables=kept | taken)


def _anyone_gone(session: Session, proposal: ReseatProposal) -> bool:
    ahead = [one for one in proposal.draft.introductions if one.round >= proposal.from_round]
    seated = {who for one in ahead for who in (one.mentor_id, one.mentee_id)}
    return any(_gone(person) for person in attendees.get_attendees(session, sorted(seated)))


def _gone(person: Attendee) -> bool:
    return person.status in (Status.LEFT, Status.CANCELLED)


def _waiting(room: Room) -> list[int]:
    return [one.attendee.id for one in room.waiting]


def _away(room: Room) -> frozenset[int]:
    seats = (seat for table in room.tables for seat in (table.mentor, *table.mentees) if seat is not None)
    return frozenset(seat.attendee.id for seat in seats if seat.presence in (Presence.MISSING, Presence.GONE))


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
