"""The dice of a rehearsal: who comes when, who leaves early, who answers what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from mixer_app.domain.answers import HELPED_MOST
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee

_UNMARKED: Final = 0.4
LEAVE_EARLY: Final = 0.2  # as many as this share of those who come late
_DOORS_BEFORE: Final = timedelta(minutes=45)
_AHEAD_OF_ANNOUNCED: Final = timedelta(minutes=2)  # who says 19:30 takes the seat of the round that begins then
SEATED_BEFORE: Final = timedelta(seconds=30)
"""How long before a round who has come since is seated."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of one attendee in a rehearsed evening, by the venue's wall clock."""

    attendee: Attendee
    arrives: datetime
    leaves: datetime | None  # before the end


@dataclass(frozen=True, slots=True)
class Cast:
    """Who comes, and who does not."""

    parts: tuple[Part, ...]  # by arrival
    no_shows: tuple[Attendee, ...]

    def late(self, event: Event) -> list[Part]:
        """Those who come after the first round has begun."""
        return [part for part in self.parts if part.arrives > event.starts_at]

    def rounds_there(self, event: Event) -> dict[str, list[int]]:
        """For each badge code the rounds that this person could sit through."""
        return {
            part.attendee.code: [
                times.number
                for times in event.round_times()
                if part.arrives <= times.starts_at - SEATED_BEFORE
                and (part.leaves is None or part.leaves >= times.ends_at)
            ]
            for part in self.parts
        }


def draw_cast(event: Event, attendees: Sequence[Attendee], *, no_show: float, late: float, dice: Random) -> Cast:
    """Draw who stays away (`no_show`, of all), who is late (`late`, of those who come) and who leaves early.

    Who announced a time comes and goes by it.
    """
    people = sorted(attendees, key=lambda person: person.id)
    away = _share(people, no_show, dice)
    coming = [person for person in people if person.id not in away]
    late_ones = _share([person for person in coming if person.arrives is None], late, dice)
    early_leavers = _share([person for person in coming if person.leaves is None], LEAVE_EARLY * late, dice)
    parts = [
        Part(
            person,
            _arrival(event, person, late=person.id in late_ones, dice=dice),
            _leaving(event, person, early=person.id in early_leavers, dice=dice),
        )
        for person in coming
    ]
    parts = [
        part if part.leaves is None or part.leaves > part.arrives else Part(part.attendee, part.arrives, None)
        for part in parts
    ]
    return Cast(
        parts=tuple(sorted(parts, key=lambda part: (part.arrives, part.attendee.id))),
        no_shows=tuple(person for person in people if person.id in away),
    )


def says_yes(score: float, *, mentor: bool, dice: Random) -> bool:
    """Whether someone would like to stay in touch: likelier the better the pair fits, and mentors a little warier."""
    return dice.random() < (0.20 if mentor else 0.30) + 0.55 * score


def mark_of(score: float, *, yes: bool, dice: Random) -> int | None:
    """What someone marks at "this helped", 1 to 5: higher for a yes and for a pair that fits; None: says nothing."""
    if dice.random() < _UNMARKED:
        return None
    return min(HELPED_MOST, max(1, round(dice.gauss(2.2 + 1.2 * yes + 1.6 * score, 0.8))))


def _share(people: Sequence[Attendee], share: float, dice: Random) -> set[int]:
    return {person.id for person in dice.sample(list(people), round(share * len(people)))}


def _arrival(event: Event, person: Attendee, *, late: bool, dice: Random) -> datetime:
    if person.arrives is not None:
        announced = datetime.combine(event.date, person.arrives) - _AHEAD_OF_ANNOUNCED
        return max(announced, event.doors_at or event.starts_at - _DOORS_BEFORE)
    if late:
        last = event.round_times()[-1].starts_at - event.starts_at
        return event.starts_at + timedelta(seconds=dice.randint(60, max(60, int(last.total_seconds()) - 60)))
    doors = event.doors_at or event.starts_at - _DOORS_BEFORE
    span = max(60, int((event.starts_at - doors).total_seconds()) - 360)
    return doors + timedelta(seconds=int(dice.triangular(0, span, span * 0.55)))


def _leaving(event: Event, person: Attendee, *, early: bool, dice: Random) -> datetime | None:
    if person.leaves is not None:
        return datetime.combine(event.date, person.leaves)
    if not early or event.rounds < 2:
        return None
    after = dice.randint(1, event.rounds - 1)
    return event.round_times()[after - 1].ends_at + timedelta(seconds=20)
