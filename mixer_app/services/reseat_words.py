"""What a reseating says: one row for each person it changes, and what it means for everyone else."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import PART_OF_PLAN, PlanChange
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Room, SeatMove, SeatMoveKind
from mixer_app.services.plan_changes import changes_between
from mixer_app.services.plan_draft import PlanDraft


def seat_moves(
    old: Plan, draft: PlanDraft, people: Mapping[int, Attendee], *, waiting: Collection[int], from_round: int
) -> tuple[SeatMove, ...]:
    """One row for each person who sits otherwise from `from_round` on: mentors first, then by round and table.

    A reason is only what anybody in the room can see, or what speaks for the new pair; all else reads alike.
    """
    new = Plan(
        id=0,
        event_id=old.event_id,
        version=old.version + 1,
        made_at=old.made_at,
        rounds=draft.rounds,
        mentee_ids=draft.mentee_ids,
        mentor_ids=draft.mentor_ids,
        introductions=draft.introductions,
        quality=draft.quality,
    )
    of_person: defaultdict[tuple[int, bool], list[PlanChange]] = defaultdict(list)
    for change in changes_between(old, new, people):
        if change.round >= from_round:
            of_person[change.attendee_id, _is_mentor(change)].append(change)
    seats = {(one.mentee_id, one.round): one for one in draft.introductions}
    moves = [
        _move(changes, people, seats, hosts=hosts, waited=person in waiting)
        for (person, hosts), changes in of_person.items()
    ]
    return tuple(
        sorted(
            moves,
            key=lambda move: (move.role is not Role.MENTOR, move.round, move.to_table or move.from_table or 0,
                              move.attendee.id),
        )
    )  # fmt: skip


def verdict_of(moves: Collection[SeatMove], room: Room) -> str:
    """The list in one sentence."""
    if moves:
        changes = "1 change" if len(moves) == 1 else f"{len(moves)} changes"
        return f"{changes}, everyone else stays as planned"
    if room.waiting:
        return "No seat can be given without taking one away"
    return "Everyone has a seat"


def consequence_of(old: Plan, draft: PlanDraft, people: Mapping[int, Attendee]) -> str:
    """How many mentors people meet after it, and before it."""
    before, after = _met(old.introductions), _met(draft.introductions)
    here = [one for one in draft.mentee_ids if one in people and people[one].here]
    on_time = [one for one in here if before[one]]
    late = [one for one in here if not before[one]]
    told = ""
    if on_time:
        now, then = _span(after, on_time), _span(before, on_time)
        told = (
            f"{now} {'mentor' if now == '1' else 'mentors'} each, {'as before' if now == then else f'{then} before'}."
        )
        told = f"On time: {told}" if late else told.capitalize()
    if late:
        told += f" Late: {_span(after, late)} each."
    return told.strip()


def _move(
    changes: list[PlanChange],
    people: Mapping[int, Attendee],
    seats: Mapping[tuple[int, int], Introduction],
    *,
    hosts: bool,
    waited: bool,
) -> SeatMove:
    first = changes[0]
    person = people[first.attendee_id]
    kind = _kind(first, person, waited=waited)
    return SeatMove(
        attendee=person,
        role=Role.MENTOR if hosts else Role.MENTEE,
        kind=kind,
        round=first.round,
        from_table=first.from_table,
        to_table=first.to_table,
        why=_why(first, kind, seats.get((person.id, first.round)), people),
        more_rounds=tuple(change.round for change in changes[1:]),
    )


def _kind(change: PlanChange, person: Attendee, *, waited: bool) -> SeatMoveKind:
    if change.to_table is None:
        gone = person.status in (Status.LEFT, Status.CANCELLED)
        return SeatMoveKind.LEFT if gone else SeatMoveKind.FREED
    if change.from_table is None:
        return SeatMoveKind.SEATED if waited else SeatMoveKind.MOVED
    return SeatMoveKind.STAYS if change.from_table == change.to_table else SeatMoveKind.MOVED


def _why(change: PlanChange, kind: SeatMoveKind, seat: Introduction | None, people: Mapping[int, Attendee]) -> str:
    if kind is SeatMoveKind.STAYS and change.to_mentor_id is not None:
        return f"Now with {people[change.to_mentor_id].name.shown}"
    if change.why not in (PART_OF_PLAN, "New here"):
        return change.why
    if kind is SeatMoveKind.SEATED and seat is not None and seat.reasons:
        return seat.reasons[0]
    return change.why


def _is_mentor(change: PlanChange) -> bool:
    return change.attendee_id in (change.from_mentor_id, change.to_mentor_id)


def _met(introductions: Collection[Introduction]) -> Counter[int]:
    return Counter(one.mentee_id for one in introductions if one.took_place is not False)


def _span(met: Counter[int], people: Collection[int]) -> str:
    counts = sorted({met[one] for one in people})
    if len(counts) == 1:
        return str(counts[0])
    if counts[-1] == counts[0] + 1:
        return f"{counts[0]} or {counts[-1]}"
    return f"{counts[0]} to {counts[-1]}"
