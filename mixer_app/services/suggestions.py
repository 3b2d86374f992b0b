"""People without a mutual match, and whom they could meet next: suggested by the app, confirmed by staff.

Who is listed, and what is suggested, rests on mutual matches, on who met whom, and on what people said when
they registered; never on an answer that was not returned.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.referrals import Proposal, Suggestion
from mixer_app.services import people
from mixer_app.services.encounters import Encounters
from mixer_app.services.follow_up_journal import SUGGESTED, RowsBefore
from mixer_app.services.next_best import NextBest
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, afterwards
from mixer_app.store.locking import lock_attendees

_MOST_FOR_ONE: Final = 3
"""To so many the same person is suggested."""

_TRIED: Final = 30
"""So many are looked at for each, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutMatch:
    """Those without a mutual match: all answers are in for `people`; `waiting` more may still have one."""

    people: tuple[Suggestion, ...]
    waiting: int


def people_without_match(session: Session, event_id: int) -> WithoutMatch:
    """Everyone who came and has no mutual match, with whom to suggest to each, by name."""
    best = NextBest(session, event_id)
    encounters = best.encounters
    alone = [one for one in best.people.values() if not _matched(encounters, one)]
    waiting = [one for one in alone if _waits(encounters, one)]
    confirmed: defaultdict[int, list[int | None]] = defaultdict(list)
    for attendee_id, other_id in afterwards.confirmed_suggestions(session, event_id):
        confirmed[attendee_id].append(other_id)
    unsure = {one.id for one in waiting}
    certain = [one for one in alone if one.id not in unsure or confirmed[one.id]]
    fresh = _spread(best, [one for one in certain if not confirmed[one.id]])
    lines: list[Suggestion] = []
    for one in certain:
        if not confirmed[one.id]:
            lines.append(_suggestion(best, one, fresh.get(one.id), confirmed=False))
        for other_id in confirmed[one.id]:
            other = proposal_for(best, one, other_id)
            if other is not None or other_id is None:
                lines.append(_suggestion(best, one, other, confirmed=True))
    return WithoutMatch(people=tuple(lines), waiting=len(waiting))


def suggestions_for(session: Session, event_id: int, attendee_id: int, limit: int = 5) -> list[Proposal]:
    """Whom else someone could be suggested, the best first."""
    best = NextBest(session, event_id)
    person = best.people.get(attendee_id)
    if person is None:
        return []
    return best.mentors_for(person.id, limit=limit) if person.role.seeks else best.mentees_for(person.id, limit)


def suggest(
    session: Session, event_id: int, attendee_id: int, other_id: int | None, *, station: str, now: datetime
) -> int | None:
    """Put a suggestion into someone's summary; `other_id` None: an invitation to the next event.

    The entry of the journal that undoes it; None: it was there. `MixerError` if the two cannot be brought together.
    """
    if other_id is not None:
        _refuse(session, event_id, attendee_id, other_id)
    return _set(session, event_id, attendee_id, other_id, wanted=True, station=station, now=now)


def withdraw_suggestion(
    session: Session, event_id: int, attendee_id: int, other_id: int | None, *, station: str, now: datetime
) -> int | None:
    """Take a suggestion out of someone's summary again; as `suggest`."""
    return _set(session, event_id, attendee_id, other_id, wanted=False, station=station, now=now)


def proposal_for(best: NextBest, person: Attendee, other_id: int | None) -> Proposal | None:
    """What speaks for suggesting `other_id` to a person; None for an invitation, or if one is not here any more."""
    if other_id is None:
        return None
    ways = ((other_id, person.id), (person.id, other_id))
    return next((found for pair in ways if (found := best.between(*pair, named=other_id)) is not None), None)


def _set(
    session: Session,
    event_id: int,
    attendee_id: int,
    other_id: int | None,
    *,
    wanted: bool,
    station: str,
    now: datetime,
) -> int | None:
    lock_attendees(session, (attendee_id,))
    rows = RowsBefore(session, event_id, afterwards.suggestion_of(event_id, attendee_id, other_id))
    afterwards.set_suggestion(session, event_id, attendee_id, other_id, wanted=wanted, at=now, station=station)
    other = people.get_attendee(session, other_id) if other_id is not None else None
    what = other.name.shown if other else "an invitation to the next event"
    verb = "Suggested {what} to {{name}}" if wanted else "Withdrew the suggestion of {what} to {{name}}"
    return rows.note(SUGGESTED, verb.format(what=what), (attendee_id,), about=attendee_id, station=station, now=now)


def _refuse(session: Session, event_id: int, attendee_id: int, other_id: int) -> None:
    best = NextBest(session, event_id)
    if not (best.may_meet(other_id, attendee_id) or best.may_meet(attendee_id, other_id)):
        one, other = (people.get_attendee(session, number) for number in (attendee_id, other_id))
        raise MixerError(
            f"{other.name.shown} is not among those who can be suggested to {one.name.shown}. Choose from the list."
        )


def _spread(best: NextBest, alone: Sequence[Attendee]) -> dict[int, Proposal]:
    """One suggestion for each, the best pairs first; nobody is suggested to more people than they have places for.

    Mentors are suggested to who seeks one, mentees to who is a mentor only.
    """
    choices = [
        (-score, one.id, other)
        for one in alone
        for other, score in (best.ranked_mentors(one.id) if one.role.seeks else best.ranked_mentees(one.id))[:_TRIED]
    ]
    taken: Counter[int] = Counter()
    chosen: dict[int, int] = {}
    for _, person_id, other_id in sorted(choices):
        if person_id not in chosen and taken[other_id] < _most_for(best, other_id):
            chosen[person_id] = other_id
            taken[other_id] += 1
    found = {person_id: proposal_for(best, best.people[person_id], other) for person_id, other in chosen.items()}
    return {person_id: other for person_id, other in found.items() if other is not None}


def _most_for(best: NextBest, attendee_id: int) -> int:
    left = best.places_left(attendee_id) if best.people[attendee_id].role.hosts else None
    return _MOST_FOR_ONE if left is None else left


def _suggestion(best: NextBest, one: Attendee, other: Proposal | None, *, confirmed: bool) -> Suggestion:
    if other is not None:
        words = " ".join(part for part in (other.name.shown, other.words) if part)
    else:
        words = _invitation(best, one)
    return Suggestion(
        attendee_id=one.id, code=one.code, name=one.name, role=one.role, other=other, words=words, confirmed=confirmed
    )


def _invitation(best: NextBest, one: Attendee) -> str:
    if one.left_at is not None:
        left = venue_time(one.left_at)
        over = [times.number for times in best.event.round_times() if times.ends_at <= left]
        if len(over) < best.event.rounds:
            return f"Left after round {over[-1]}, invite to the next event" if over else "Left before round 1 was over"
    return "Invite to the next event"


def _matched(encounters: Encounters | None, person: Attendee) -> bool:
    return encounters is not None and any(encounters.mutual(meeting) for meeting, _ in encounters.of(person.id))


def _waits(encounters: Encounters | None, person: Attendee) -> bool:
    """Whether an answer is missing that could still make a match: whether there is one, not which."""
    if encounters is None:
        return False
    return any(
        encounters.answer(*pair) is None
        for meeting, _ in encounters.of(person.id)
        if encounters.met(meeting)
        for pair in _both(meeting.mentor_id, meeting.mentee_id)
    )


def _both(one: int, other: int) -> Iterable[tuple[int, int]]:
    return (one, other), (other, one)
