"""Everyone whom the desk can check in, and what stands beside them: read whole once, then only who has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mixer_app.domain.desk_calls import DeskCall
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, HeadCounts, Registration, Status
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import head_counts, last_arrivals
from mixer_app.services.desk_calls import open_desk_calls
from mixer_app.services.events import find_event
from mixer_app.services.journal import latest_change
from mixer_app.services.people import get_attendees, list_attendees
from mixer_app.services.search import PeopleIndex
from mixer_app.services.search_words import same_words
from mixer_app.services.staff_notes import mark_of, seen_notes
from mixer_app.ui.desk.arrivals import MOST

if TYPE_CHECKING:
    from mixer_app.services.database import Session
    from mixer_app.ui.desk.desk_acts import DeskNews


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRoster:
    """What the desk knows of an event."""

    event: Event
    people: dict[int, Attendee]
    index: PeopleIndex
    counts: HeadCounts
    arrivals: tuple[Attendee, ...]
    calls: tuple[DeskCall, ...]  # who waits for staff, oldest first
    seen_notes: frozenset[tuple[int, str]]
    numbers: dict[str, int]  # of everyone, by the codes of their badges
    late: int  # how many of those who are still to come said that they will be late
    change: int  # the journal's state that this shows

    def search(self, text: str, most: int) -> tuple[list[Attendee], int]:
        """The best `most` whom `text` means, who cancelled last, as they are now; and how many it means in all."""
        places = self.index.places(text)
        best = self._at(places[:most])
        if any(one.status is Status.CANCELLED for one in best):
            best = sorted(self._at(places), key=lambda one: one.status is Status.CANCELLED)[:most]
        return best, len(places)

    def _at(self, places: Sequence[int]) -> list[Attendee]:
        return [self.people[self.index.at(place).id] for place in places]

    def who_cancelled(self, key: str) -> Attendee | None:
        """Who is meant by a badge code or a `#number` and had cancelled."""
        number = int(key[1:]) if key[:1] == "#" and key[1:].isdecimal() else self.numbers.get(key, 0)
        person = self.people.get(number)
        return person if person is not None and person.status is Status.CANCELLED else None

    def near(self, registration: Registration) -> list[Attendee]:
        """Who may be the same as a walk-in in spite of slips of the pen or another employer."""
        name = registration.name.full
        return self.search(name, 1)[0] if " " in name else []

    def with_news(self, news: "DeskNews") -> "DeskRoster":
        """The same people, with what a check-in has changed."""
        fresh = {person.id: person for person in (*news.arrivals, *news.changed)}
        before = [self.people[number] for number in fresh if number in self.people]
        return replace(
            self,
            people=self.people | fresh,
            late=self.late + _late(fresh.values(), self.event) - _late(before, self.event),
            counts=news.counts,
            arrivals=news.arrivals,
            calls=news.calls,
            seen_notes=news.seen_notes,
            numbers=self.numbers | _numbers(news.changed),
        )

    def open_note(self, attendee: Attendee) -> str:
        """What staff should know of someone and have not seen yet."""
        return "" if mark_of(attendee) in self.seen_notes else attendee.staff_note


def load_roster(session: "Session", event_id: int) -> DeskRoster:
    """Everyone registered, also those who cancelled and may come nevertheless, the counters and the last arrivals."""
    change = latest_change(session)
    people = list_attendees(session, event_id, cancelled=True)
    event = find_event(session, str(event_id))
    return DeskRoster(
        change=change,
        event=event,
        people={person.id: person for person in people},
        index=PeopleIndex(people),
        counts=head_counts(session, event_id),
        arrivals=tuple(last_arrivals(session, event_id, limit=MOST)),
        calls=tuple(open_desk_calls(session, event_id)),
        seen_notes=seen_notes(session, event_id),
        numbers=_numbers(people),
        late=_late(people, event),
    )


def renew_roster(session: "Session", old: DeskRoster) -> DeskRoster:
    """The roster as the database has it now, `old` itself if nothing has changed; only who has changed is read."""
    changes = changes_since(session, old.event.id, old.change)
    if changes.everything:
        return load_roster(session, old.event.id)
    if not changes.attendee_ids:
        return old
    fresh = {person.id: person for person in get_attendees(session, changes.attendee_ids)}
    people = old.people | fresh  # those who were listed keep their places
    for gone in changes.attendee_ids:
        if gone not in fresh or fresh[gone].merged_into is not None:
            people.pop(gone, None)
    before, after = (
        [listed[number] for number in changes.attendee_ids if number in listed] for listed in (old.people, people)
    )
    return replace(
        old,
        people=people,
        index=old.index if _same_words_for(before, after) else old.index.updated(list(people.values())),
        counts=head_counts(session, old.event.id),
        arrivals=tuple(last_arrivals(session, old.event.id, limit=MOST)),
        calls=tuple(open_desk_calls(session, old.event.id)),
        seen_notes=seen_notes(session, old.event.id),
        numbers=old.numbers | _numbers(fresh.values()),
        late=old.late + _late(after, old.event) - _late(before, old.event),
        change=changes.latest,
    )


def _same_words_for(before: Sequence[Attendee], after: Sequence[Attendee]) -> bool:
    """Whether the same people are found by the same words, as they are after a check-in."""
    return len(before) == len(after) and all(
        one.id == other.id and same_words(one, other) for one, other in zip(before, after, strict=True)
    )


def _late(people: Iterable[Attendee], event: Event) -> int:
    start = event.starts_at.time()
    return sum(
        person.arrives is not None and person.arrives > start and person.status is Status.REGISTERED
        for person in people
    )


def _numbers(people: Iterable[Attendee]) -> dict[str, int]:
    return {code: person.id for person in people for code in (person.code, *person.also_codes)}
