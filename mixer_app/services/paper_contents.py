"""What stands on each document, read in one transaction and without anything that is private."""

from collections.abc import Collection
from datetime import datetime
from typing import Final, TypeVar

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.paper import (
    BadgeFace,
    FollowUpSummary,
    MatchSheet,
    SignInLine,
    SignInList,
    TableCard,
    TableHost,
)
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Plan
from mixer_app.services import events, people, planning
from mixer_app.services.badge_backs import with_backs
from mixer_app.services.encounters import read_encounters
from mixer_app.services.follow_up import read_confirmed, summaries, took_part
from mixer_app.services.match_sheets import MatchSheetMaker
from mixer_app.services.plan_changes import version_told_before
from mixer_app.services.plan_people import attendees_of
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.wall_clock import venue_time
from mixer_app.services.words import mid_sentence
from mixer_app.store import Session, stand_in

_MOST_ROUNDS: Final = 14  # that an emergency list has room for
_NO_PLAN: Final = "The rounds are not planned yet. Plan them first."

T = TypeVar("T")


def badge_faces(
    session: Session, event_id: int, chosen: Collection[int] | None, *, backs: bool = False
) -> list[BadgeFace]:
    """The badge of everyone registered, or of `chosen` only, by family name; with their backs if wanted."""
    event, attendees = _people(session, event_id, chosen)
    faces = [face_of(event, person) for person in attendees]
    return with_backs(session, event_id, faces, attendees) if backs else faces


def badge_face(session: Session, attendee_id: int, *, backs: bool = False) -> BadgeFace:
    """The badge of one person, with its back if wanted."""
    person = people.get_attendee(session, attendee_id)
    if person.status is Status.CANCELLED:
        raise MixerError(f"The registration of {person.name.full} was cancelled, so there is no badge to print.")
    face = face_of(events.find_event(session, str(person.event_id)), person)
    return with_backs(session, person.event_id, [face], [person])[0] if backs else face


def match_sheets(session: Session, event_id: int, chosen: Collection[int] | None) -> list[MatchSheet]:
    """The sheet of everyone whom the latest plan is made for and of everyone who was there, by family name."""
    plan = planning.current_plan(session, event_id)
    if plan is None:
        raise MixerError(_NO_PLAN)
    event, attendees = _people(session, event_id, chosen)
    planned = {*plan.mentee_ids, *plan.mentor_ids}
    before = version_told_before(session, plan)
    maker = MatchSheetMaker(
        event,
        times_of_rounds(session, event),
        plan,
        attendees_of(session, plan),
        replaces=before.version if before else None,
    )
    sheets = [maker.sheet(person) for person in attendees if person.id in planned or person.checked_in_at is not None]
    return _somebody(sheets)


def table_cards(session: Session, event_id: int) -> list[TableCard]:
    """The cards of the tables in the plan; before there is one, of all mentors, who then keep these tables."""
    event, attendees = _people(session, event_id, None)
    hosts = {person.id: person for person in attendees if person.role.hosts}
    plan = planning.current_plan(session, event_id)
    tables = _tables_in_use(plan) if plan else planning.number_all_tables(session, event_id, tuple(hosts.values()))
    cards = [
        TableCard(
            event_name=event.name,
            table=table,
            hosts=tuple(_host(hosts[mentor]) for mentor in mentors if mentor in hosts),
            round_starts=tuple(times.starts_at for times in times_of_rounds(session, event)),
            minutes=event.minutes,
        )
        for table, mentors in sorted(_by_table(tables).items())
    ]
    return _somebody(cards)


def sign_in_list(
    session: Session,
    event_id: int,
    chosen: Collection[int] | None,
    *,
    every_round: bool = False,
    now: datetime | None = None,
) -> SignInList:
    """Everyone registered, for the desk: to sign on, or with the tables of all rounds as they stand at `now`."""
    event, attendees = _people(session, event_id, chosen)
    plan = planning.current_plan(session, event_id)
    tables = {
        (person, meeting.round): meeting.table
        for meeting in (plan.introductions if plan else ())
        for person in (meeting.mentor_id, meeting.mentee_id)
    }
    rounds = _rounds_to_come(session, event, now) if every_round else (1,)
    return SignInList(
        event_name=event.name,
        day=event.date,
        lines=tuple(
            SignInLine(
                name=person.name,
                employer=person.employer,
                role=person.role,
                code=person.code,
                checked_in_at=venue_time(person.checked_in_at) if person.checked_in_at else None,
                tables=tuple(tables.get((person.id, number)) for number in rounds),
            )
            for person in attendees
        ),
        rounds=rounds,
        as_of=venue_time(now) if every_round and now else None,
        seen_at=venue_time(seen[1]) if (seen := stand_in.seen_at(session)) is not None else None,
    )


def _rounds_to_come(session: Session, event: Event, now: datetime | None) -> tuple[int, ...]:
    """All rounds where they fit on a page, else as many of those that are not over."""
    times = times_of_rounds(session, event, now=now)
    if len(times) > _MOST_ROUNDS and now is not None:
        times = tuple(one for one in times if one.ends_at > venue_time(now)) or times
    return tuple(one.number for one in times[:_MOST_ROUNDS])


def follow_up_summaries(session: Session, event_id: int, chosen: Collection[int] | None) -> list[FollowUpSummary]:
    """The summary of everyone who was there; where nobody was checked in, of everyone in the plan."""
    encounters = read_encounters(session, event_id)
    if encounters is None:
        raise MixerError(_NO_PLAN)
    _, attendees = _people(session, event_id, chosen)
    there = took_part(encounters, attendees)
    return _somebody(list(summaries(encounters, there, read_confirmed(session, event_id))))


def _people(session: Session, event_id: int, chosen: Collection[int] | None) -> tuple[Event, list[Attendee]]:
    event = events.find_event(session, str(event_id))
    attendees = [person for person in people.list_attendees(session, event_id) if person.status is not Status.CANCELLED]
    return event, _somebody([person for person in attendees if chosen is None or person.id in chosen])


def _somebody(printed: list[T]) -> list[T]:
    if not printed:
        raise MixerError("Nobody to print yet. Import registrations or add people first.")
    return printed


def face_of(event: Event, person: Attendee) -> BadgeFace:
    """Topics to ask about: what a mentor can talk about, what a mentee would like to; never a need."""
    topics = person.topics_offered if person.role.hosts else person.topics_wanted
    return BadgeFace(
        event_name=event.name,
        code=person.code,
        role=person.role,
        name=person.name,
        title=person.title,
        employer=person.employer,
        pronouns=person.pronouns,
        topics=tuple(_after_ask_me(event, topic) for topic in topics if not event.is_sensitive(topic)),
    )


def _after_ask_me(event: Event, topic: str) -> str:
    """As it stands inside a line; German nouns keep their capitals."""
    return topic if event.language.startswith("de") else mid_sentence(topic)


def _host(person: Attendee) -> TableHost:
    return TableHost(name=person.name, title=person.title, employer=person.employer)


def _tables_in_use(plan: Plan) -> dict[int, int]:
    return {meeting.mentor_id: meeting.table for meeting in plan.introductions}


def _by_table(tables: dict[int, int]) -> dict[int, list[int]]:
    mentors: dict[int, list[int]] = {}
    for mentor, table in tables.items():
        mentors.setdefault(table, []).append(mentor)
    return mentors
