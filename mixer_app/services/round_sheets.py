"""What stands on the marshals' sheet of a round: who sits where, who is free, and a word where one must look twice."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, RoundTimes
from mixer_app.domain.folding import fold
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import NoteKind, PersonPlace, RoundSheet, Seated, SeatNote, SheetTable
from mixer_app.services import events, people, planning
from mixer_app.services.plan_changes import version_told_before
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.services.plan_people import attendees_of
from mixer_app.services.plan_versions import get_plan
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, tables

_LANGUAGES: Final = {
    "ar": ("arabic", "العربية"),
    "de": ("german", "deutsch"),
    "en": ("english",),
    "es": ("spanish", "espanol"),
    "fr": ("french", "francais"),
    "hi": ("hindi", "हिन्दी"),
    "it": ("italian", "italiano"),
    "ja": ("japanese", "日本語"),
    "pt": ("portuguese", "portugues"),
    "zh": ("chinese", "mandarin", "中文"),
}
"""How people write the language of an event."""


def round_sheets(session: Session, event_id: int, rounds: Collection[int] | None) -> list[RoundSheet]:
    """The sheets of these rounds of the latest plan, or of all; `MixerError` for a round that it does not have."""
    event = events.find_event(session, str(event_id))
    plan = planning.current_plan(session, event_id)
    if plan is None:
        raise MixerError("The rounds are not planned yet. Plan them first.")
    times = times_of_rounds(session, event)[: plan.rounds]
    wanted = sorted(rounds) if rounds is not None else [one.number for one in times]
    for number in wanted:
        if not 1 <= number <= len(times):
            raise MixerError(f"There is no round {number}. Choose from 1 to {len(times)}.")
    before = version_told_before(session, plan)
    told = get_plan(session, before.id) if before and before.published_at else None
    attendees = attendees_of(session, plan)
    by_name = people.list_attendees(session, event_id)
    maker = _SheetMaker(event, plan, told, attendees, by_name, tables.table_numbers(session, event_id))
    return [maker.sheet(times[number - 1]) for number in wanted]


def next_round(session: Session, event: Event, rounds: int, *, now: datetime) -> int:
    """The round that comes next; the last one once all have begun."""
    return min(count_past_rounds(session, event, now=now) + 1, rounds)


class _SheetMaker:
    """Makes sheets from one plan; `told` is what people had in hand before it."""

    def __init__(
        self,
        event: Event,
        plan: Plan,
        told: Plan | None,
        attendees: dict[int, Attendee],
        by_name: Sequence[Attendee],
        numbers: dict[int, int],
    ) -> None:
        self._event, self._plan, self._attendees = event, plan, attendees
        self._by_name, self._numbers = by_name, numbers
        self._told = None if told is None else {(one.mentee_id, one.round): one for one in told.introductions}
        self._in_round: defaultdict[int, list[Introduction]] = defaultdict(list)
        for meeting in plan.introductions:
            self._in_round[meeting.round].append(meeting)

    def sheet(self, times: RoundTimes) -> RoundSheet:
        """One round."""
        meetings = self._in_round[times.number]
        place = {person: one.table for one in meetings for person in (one.mentor_id, one.mentee_id)}
        waiting = [person for person in self._there(times) if person.id not in place]
        hosts = [one for one in waiting if not one.role.seeks and one.id in self._numbers and one.id in self._planned]
        free = [person for person in waiting if person.role.seeks]
        place |= {host.id: self._numbers[host.id] for host in hosts}
        listed = {*place, *(person.id for person in free)}
        return RoundSheet(
            event_name=self._event.name,
            day=self._event.date,
            number=times.number,
            rounds=self._plan.rounds,
            starts_at=times.starts_at,
            ends_at=times.ends_at,
            plan_version=self._plan.version,
            plan_at=venue_time(self._plan.published_at or self._plan.made_at),
            published=self._plan.published_at is not None,
            tables=self._tables(meetings, hosts, times),
            free=tuple(person.name for person in self._longest_first(free, times.number)),
            people=tuple(
                PersonPlace(name=person.name, table=place.get(person.id))
                for person in self._in_order()
                if person.id in listed
            ),
        )

    @property
    def _planned(self) -> set[int]:
        return {*self._plan.mentee_ids, *self._plan.mentor_ids}

    def _in_order(self) -> list[Attendee]:
        """Everybody by name; those who have cancelled since and still have a seat come last."""
        known = {person.id for person in self._by_name}
        return [*self._by_name, *(person for key, person in self._attendees.items() if key not in known)]

    def _there(self, times: RoundTimes) -> list[Attendee]:
        """Who can be in the room: here, or expected by the plan and not gone, and not outside their hours."""
        index = times.number - 1
        return [
            person
            for person in self._by_name
            if (person.here or (person.status is Status.REGISTERED and person.id in self._planned))
            and self._event.rounds_between(None if person.here else person.arrives, person.leaves)[index]
        ]

    def _tables(
        self, meetings: Sequence[Introduction], hosts: Sequence[Attendee], times: RoundTimes
    ) -> tuple[SheetTable, ...]:
        at_table: defaultdict[int, dict[int, list[Introduction]]] = defaultdict(dict)
        for meeting in meetings:
            at_table[meeting.table].setdefault(meeting.mentor_id, []).append(meeting)
        for host in hosts:
            at_table[self._numbers[host.id]].setdefault(host.id, [])
        return tuple(
            SheetTable(
                number=number,
                people=tuple(
                    seated
                    for mentor, mine in at_table[number].items()
                    for seated in self._seated(self._attendees[mentor], mine, times)
                ),
            )
            for number in sorted(at_table)
        )

    def _seated(self, mentor: Attendee, meetings: Sequence[Introduction], times: RoundTimes) -> list[Seated]:
        note = self._note_of_person(mentor)
        if not meetings and note is None:
            note = SeatNote(kind=NoteKind.RESTS if times.number in mentor.rests else NoteKind.FREE)
        mentees = [(self._attendees[one.mentee_id], one) for one in meetings]
        return [
            Seated(name=mentor.name, role=Role.MENTOR, note=note),
            *(
                Seated(name=mentee.name, role=Role.MENTEE, note=self._note_of_seat(mentee, mentor, meeting))
                for mentee, meeting in mentees
            ),
        ]

    def _note_of_person(self, person: Attendee) -> SeatNote | None:
        if person.status in (Status.LEFT, Status.CANCELLED):
            return SeatNote(kind=NoteKind.LEFT)
        late = person.arrives is not None and person.arrives > self._event.starts_at.time()
        return SeatNote(kind=NoteKind.ARRIVES, at=person.arrives) if late and not person.here else None

    def _note_of_seat(self, mentee: Attendee, mentor: Attendee, meeting: Introduction) -> SeatNote | None:
        """The first that is true: somebody is not there, sits elsewhere than they were told, or speaks otherwise."""
        if note := self._note_of_person(mentee):
            return note
        if self._told is not None:
            before = self._told.get((mentee.id, meeting.round))
            if before is None or before.table != meeting.table:
                return SeatNote(kind=NoteKind.RESEATED)
            if before.mentor_id != meeting.mentor_id:
                return SeatNote(kind=NoteKind.NEW_MENTOR)
        language = _other_language(self._event, mentee, mentor)
        return SeatNote(kind=NoteKind.LANGUAGE, language=language) if language else None

    def _longest_first(self, free: Sequence[Attendee], number: int) -> list[Attendee]:
        """By the round in which they last met somebody, then by how many they have met; else by name."""
        last: dict[int, int] = {}
        met: Counter[int] = Counter()
        for meeting in self._plan.introductions:
            if meeting.round < number and meeting.took_place is not False:
                for person in (meeting.mentee_id, meeting.mentor_id):
                    last[person] = max(last.get(person, 0), meeting.round)
                    met[person] += 1
        return sorted(free, key=lambda person: (last.get(person.id, 0), met[person.id]))


def _other_language(event: Event, mentee: Attendee, mentor: Attendee) -> str:
    """The language that two people share, where one of them does not speak that of the event."""
    spoken = [_languages(person) for person in (mentee, mentor)]
    if not all(spoken):
        return ""
    own = {fold(name) for name in _LANGUAGES.get(event.language.lower()[:2], ())} | {fold(event.language)}
    if all(own & known.keys() for known in spoken):
        return ""
    return next((text for key, text in spoken[0].items() if key in spoken[1]), "")


def _languages(person: Attendee) -> dict[str, str]:
    """Folded name -> the name as it was given, without what stands in brackets."""
    plain = (text.partition("(")[0].strip() for text in person.languages)
    return {fold(text): text for text in plain if text}
