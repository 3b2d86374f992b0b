"""The room in the round under way, or the coming one: who sits where, who is missing, who waits for a seat."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.domain.room import MissingPerson, Presence, Room, SeatNow, TableNow, TableState, WaitingPerson
from mixer_app.services.evening import evening_now
from mixer_app.services.plan_people import attendees_of
from mixer_app.store import Session, events, journal, plans, seats, sightings, tables

_AWAY = (Presence.MISSING, Presence.GONE)


def read_room(session: Session, event_id: int, *, now: datetime) -> Room:
    """The room at `now`, by the plan that is out (before one is: by the newest)."""
    event = events.get_event(session, event_id)
    evening = evening_now(session, event_id, now=now)
    plan = _plan(session, event_id)
    number = max(evening.round, 1)
    view = _View(
        people=attendees_of(session, plan) if plan else {},
        seen=sightings.sightings_of(session, event_id),
        number=number,
        evening=evening,
        plan=plan,
        event_seats=event.seats,
        tables=tables.table_numbers(session, event_id),
    )
    shown = view.tables_now()
    return Room(
        event=event,
        evening=evening,
        round=number,
        plan_id=plan.id if plan else None,
        plan_version=plan.version if plan else None,
        tables=shown,
        missing=view.missing(shown),
        waiting=view.waiting(),
        seated=sum(len(table.mentees) + bool(table.mentor and table.mentees) for table in shown),
        draft_version=_draft_version(session, event_id, plan),
        known_up_to=journal.latest_number(session),
    )


def presence_of(attendee: Attendee, seen: bool | None) -> Presence:
    """What is known of someone who should be at a table; `seen` is what was noted there, None: nothing."""
    if attendee.status in (Status.LEFT, Status.CANCELLED):
        return Presence.GONE
    if seen is not None:
        return Presence.SEEN if seen else Presence.MISSING
    return Presence.EXPECTED if attendee.here else Presence.MISSING


def _plan(session: Session, event_id: int) -> Plan | None:
    out = seats.published_plan(session, event_id)
    return plans.get_plan(session, out.id) if out else plans.latest_plan(session, event_id)


def _draft_version(session: Session, event_id: int, plan: Plan | None) -> int | None:
    newest = plans.latest_plan_id(session, event_id)
    if plan is None or newest is None or newest == plan.id:
        return None
    return plans.plan_versions(session, event_id)[0].version


@dataclass(frozen=True, kw_only=True)
class _View:
    """All that was read, and what follows from it."""

    people: dict[int, Attendee]
    seen: dict[tuple[int, int], bool]
    number: int
    evening: EveningNow
    plan: Plan | None
    event_seats: int
    tables: dict[int, int]  # attendee id -> table

    @cached_property
    def _last_seen(self) -> dict[int, int]:
        """Attendee id -> the last round in which they were seen at their table."""
        return {who: number for (who, number), seen in sorted(self.seen.items()) if seen}

    def tables_now(self) -> tuple[TableNow, ...]:
        """Every table that has a mentor, or people in this round, by number."""
        seated: defaultdict[int, list[Introduction]] = defaultdict(list)
        for meeting in self._meetings():
            seated[meeting.table].append(meeting)
        hosts = {number: host for host, number in self.tables.items() if self._hosts(host)}
        hosts |= {table: meetings[0].mentor_id for table, meetings in seated.items()}
        return tuple(self._table(number, hosts[number], seated[number]) for number in sorted(hosts))

    def missing(self, shown: tuple[TableNow, ...]) -> tuple[MissingPerson, ...]:
        """Who should sit somewhere and does not, first those without whom others sit alone."""
        found = [
            MissingPerson(
                seat=seat,
                table=table.number,
                why=self._why_missing(seat, table),
                urgent=table.state is TableState.NO_MENTOR and seat is table.mentor,
            )
            for table in shown
            for seat in ((table.mentor, *table.mentees) if table.mentor and table.mentees else table.mentees)
            if seat.presence in _AWAY
        ]
        return tuple(sorted(found, key=lambda one: (not one.urgent, one.table)))

    def waiting(self) -> tuple[WaitingPerson, ...]:
        """Who is here without a seat in any round to come: mentors first, then who came first."""
        if self.plan is None or self.evening.phase is Phase.OVER:
            return ()
        sits, ahead = self._who_sits(self.plan), self._first_ahead()
        here = [
            person
            for person in self.people.values()
            if person.here and person.id not in sits and self._waits(self.plan, person, ahead)
        ]
        here.sort(key=lambda person: (not person.role.hosts, person.checked_in_at or self.evening.at, person.id))
        return tuple(WaitingPerson(attendee=person, since=person.checked_in_at or self.evening.at) for person in here)

    def _who_sits(self, plan: Plan) -> set[int]:
        """Who has a seat now or later; read once, for it takes as long as the plan is."""
        ahead = self._first_ahead()
        return {
            who
            for meeting in plan.introductions
            if meeting.round >= ahead or (meeting.round == self.number and self.evening.phase is Phase.ROUND)
            for who in (meeting.mentor_id, meeting.mentee_id)
        }

    def _waits(self, plan: Plan, person: Attendee, ahead: int) -> bool:
        """Whether someone without a seat waits for one."""
        if person.role.seeks:
            return True
        came_since = person.checked_in_at is not None and person.checked_in_at > plan.made_at
        rests = all(one.number in person.rests for one in self.evening.rounds if one.number >= ahead)
        return (person.id not in plan.mentor_ids or came_since) and not rests

    def _first_ahead(self) -> int:
        """The first round whose seats can still be given away without taking anybody from a talk."""
        coming = self.evening.next_round
        return coming.number if coming is not None else len(self.evening.rounds) + 1

    def _meetings(self) -> list[Introduction]:
        known = self.plan.introductions if self.plan else ()
        return [
            one
            for one in known
            if one.round == self.number and one.mentor_id in self.people and one.mentee_id in self.people
        ]

    def _hosts(self, attendee_id: int) -> bool:
        person = self.people.get(attendee_id)
        return person is not None and person.here and person.role.hosts

    def _table(self, number: int, host: int, meetings: list[Introduction]) -> TableNow:
        mentor = self._seat(self.people[host], Role.MENTOR)
        mentees = tuple(self._seat(self.people[one.mentee_id], Role.MENTEE) for one in meetings)
        sitting = sum(seat.presence not in _AWAY for seat in mentees)
        state = self._state(mentor, mentees)
        takes = state not in (TableState.CLOSED, TableState.NO_MENTOR)
        return TableNow(
            number=number,
            mentor=mentor,
            mentees=mentees,
            free_seats=max(0, self.event_seats - sitting) if takes else 0,
            state=state,
        )

    def _state(self, mentor: SeatNow, mentees: tuple[SeatNow, ...]) -> TableState:
        if not mentees:
            closed = self.number in mentor.attendee.rests or mentor.presence in _AWAY
            return TableState.CLOSED if closed else TableState.EMPTY
        if mentor.presence in _AWAY:
            return TableState.NO_MENTOR
        return TableState.LACKING if any(seat.presence in _AWAY for seat in mentees) else TableState.FULL

    def _seat(self, person: Attendee, role: Role) -> SeatNow:
        return SeatNow(
            attendee=person, role=role, presence=presence_of(person, self.seen.get((person.id, self.number)))
        )

    def _why_missing(self, seat: SeatNow, table: TableNow) -> str:
        where, person = f"Table {table.number}", seat.attendee
        if seat is table.mentor:
            left = sum(one.presence not in _AWAY for one in table.mentees)
            alone = {0: "nobody else sits there", 1: "a mentee sits without a mentor"}
            return f"{where}: {alone.get(left, f'{left} mentees sit without a mentor')}"
        if seat.presence is Presence.GONE:
            return f"{where}, has left"
        if person.leaves is not None:
            return f"{where}, said they would leave at {person.leaves:%H:%M}"
        if not person.here:
            return f"{where}, not checked in"
        last = self._last_seen.get(person.id, 0)
        return f"{where}, last seen in round {last}" if last else f"{where}, not seen yet"
