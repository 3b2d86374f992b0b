"""The workbook of the follow-up: what others rely on first, then what an organizer reads.

Nothing in it depends on an answer that was not returned; contacts stand only where both said yes and share them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.exchange.writing import Sheet, Value
from mixer_app.services.follow_up import (
    Encounters,
    came,
    contact_of,
    follow_up_rows,
    months_later,
    next_working_day,
    read_encounters,
)
from mixer_app.services.round_times import times_of_rounds
from mixer_app.store import Session

FOLLOW_UP_COLUMNS: Final = ("code", "name", "partner_code", "partner", "met", "mutual", "contact")
_MEETINGS: Final = (
    *("Round", "Starts", "Table", "Mentor", "Mentor’s code", "Mentee", "Mentee’s code", "Met", "Both said yes"),
)
_MATCHES: Final = (
    *("Round", "Mentor", "Mentor’s e-mail", "Mentor’s telephone", "Mentor likes"),
    *("Mentee", "Mentee’s e-mail", "Mentee’s telephone", "Mentee likes", "Write by", "Look back on"),
)


def follow_up_sheets(session: Session, event_id: int) -> list[Sheet]:
    """Every sheet, the one that programs read first; as long as nobody is to meet only that one, empty."""
    rows = [
        (row.code, row.name, row.partner_code, row.partner, yes_or_no(row.met), yes_or_no(row.mutual), row.contact)
        for row in follow_up_rows(session, event_id)
    ]
    first = Sheet(name="Follow-up", titles=FOLLOW_UP_COLUMNS, rows=rows)
    encounters = read_encounters(session, event_id)
    if encounters is None:
        return [first]
    starts = {times.number: times.starts_at for times in times_of_rounds(session, encounters.event)}
    met = [meeting for meeting in encounters.plan.introductions if encounters.took_place(meeting)]
    mutual = [meeting for meeting in met if encounters.mutual(meeting)]
    return [
        first,
        Sheet(name="Figures", titles=("Figure", "Value"), rows=_figures(encounters, met, mutual), filters=False),
        Sheet(name="Meetings", titles=_MEETINGS, rows=_meetings(encounters, starts)),
        Sheet(name="Mutual matches", titles=_MATCHES, rows=[_match(encounters, one) for one in mutual]),
    ]


def yes_or_no(answer: bool) -> str:
    """How tables tell whether something is so."""
    return "yes" if answer else "no"


def _figures(
    encounters: Encounters, met: Sequence[Introduction], mutual: Sequence[Introduction]
) -> list[tuple[str, Value]]:
    present = came(encounters.attendees.values())
    matched = {person for meeting in mutual for person in (meeting.mentor_id, meeting.mentee_id)}
    return [
        ("Event", encounters.event.name),
        ("Day", encounters.event.date),
        ("People who came", len(present)),
        ("Mentors who came", sum(person.role.hosts for person in present)),
        ("Mentees who came", sum(person.role.seeks for person in present)),
        ("Meetings", len(met)),
        ("Mutual matches", len(mutual)),
        ("People with a mutual match", len(matched)),
        ("People without one", sum(person.id not in matched for person in present)),
    ]


def _meetings(encounters: Encounters, starts: Mapping[int, datetime]) -> list[list[Value]]:
    people = encounters.attendees
    return [
        [
            meeting.round,
            starts.get(meeting.round, ""),
            meeting.table,
            people[meeting.mentor_id].name.full,
            people[meeting.mentor_id].code,
            people[meeting.mentee_id].name.full,
            people[meeting.mentee_id].code,
            yes_or_no(encounters.took_place(meeting)),
            yes_or_no(encounters.mutual(meeting)),
        ]
        for meeting in sorted(
            encounters.plan.introductions, key=lambda one: (one.round, one.table, people[one.mentee_id].name.full)
        )
    ]


def _match(encounters: Encounters, meeting: Introduction) -> list[Value]:
    mentor, mentee = encounters.attendees[meeting.mentor_id], encounters.attendees[meeting.mentee_id]
    day = encounters.event.date
    return [
        meeting.round,
        *_shared(mentee, mentor),
        *_shared(mentor, mentee),
        next_working_day(day + timedelta(days=14)),
        next_working_day(months_later(day, 3)),
    ]


def _shared(person: Attendee, other: Attendee) -> list[Value]:
    """What `other` lets `person` know."""
    contact = contact_of(person, other)
    if contact is None:
        return [other.name.full, "", "", ""]
    likes = ", ".join(part for part in (contact.means, contact.frequency) if part)
    return [other.name.full, contact.email, contact.phone, likes]
