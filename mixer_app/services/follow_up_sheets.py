"""The workbook of the follow-up: what others rely on first, then what an organizer reads.

Nothing in it depends on an answer that was not returned; contacts stand only where both said yes and share them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.matches import Standing
from mixer_app.domain.paper import SuggestedPerson
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.exchange.writing import Sheet, Value
from mixer_app.services.encounters import Encounters, read_encounters
from mixer_app.services.follow_up import (
    Confirmed,
    follow_up_rows,
    months_later,
    next_working_day,
    read_confirmed,
    shared_contact,
    took_part,
)
from mixer_app.services.round_times import times_of_rounds
from mixer_app.store import Session

FOLLOW_UP_COLUMNS: Final = ("code", "name", "partner_code", "partner", "met", "mutual", "contact")
_MEETINGS: Final = (
    *("Round", "Starts", "Table", "Mentor", "Mentor’s code", "Mentee", "Mentee’s code", "Met", "Both said yes"),
)
_MATCHES: Final = (
    *("Round", "Mentor", "Mentor’s e-mail", "Mentor’s telephone", "Mentor likes"),
    *("Mentee", "Mentee’s e-mail", "Mentee’s telephone", "Mentee likes", "Standing", "Write by", "Look back on"),
)
_WITHOUT: Final = ("Name", "Code", "Role", "People met", "Suggested", "Invited to the next event")
_REFERRALS: Final = ("Name", "Code", "Referred to", "Title", "Employer", "Why")
_STANDING: Final = {
    Standing.GOES_ON: "goes on",
    Standing.WAITS: "waits for a place",
    Standing.ENDED: "does not go on",
    None: "",
}


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
    mutual = _once(meeting for meeting in encounters.talks if encounters.mutual(meeting))
    matched = {person for meeting in mutual for person in (meeting.mentor_id, meeting.mentee_id)}
    people = sorted(
        took_part(encounters, encounters.attendees.values()),
        key=lambda person: (person.name.family, person.name.full, person.id),
    )
    alone = [person for person in people if person.id not in matched]
    confirmed = read_confirmed(session, event_id)
    return [
        first,
        Sheet(
            name="Figures",
            titles=("Figure", "Value"),
            rows=_figures(encounters, people, mutual, len(alone)),
            filters=False,
        ),
        Sheet(name="Meetings", titles=_MEETINGS, rows=_meetings(encounters, starts)),
        Sheet(name="Mutual matches", titles=_MATCHES, rows=[_match(encounters, one) for one in mutual]),
        Sheet(name="Without a match", titles=_WITHOUT, rows=[_alone(encounters, confirmed, one) for one in alone]),
        Sheet(name="Referrals", titles=_REFERRALS, rows=_referrals(people, confirmed)),
    ]


def yes_or_no(answer: bool) -> str:
    """How tables tell whether something is so."""
    return "yes" if answer else "no"


def _once(meetings: Iterable[Introduction]) -> list[Introduction]:
    """The first meeting of each pair: two who met twice are one match."""
    found: dict[frozenset[int], Introduction] = {}
    for meeting in meetings:
        found.setdefault(frozenset((meeting.mentor_id, meeting.mentee_id)), meeting)
    return list(found.values())


def _figures(
    encounters: Encounters, people: Sequence[Attendee], mutual: Sequence[Introduction], alone: int
) -> list[tuple[str, Value]]:
    waiting = sum(encounters.standing(meeting) is Standing.WAITS for meeting in mutual)
    return [
        ("Event", encounters.event.name),
        ("Day", encounters.event.date),
        ("People", len(people)),
        ("Mentors", sum(person.role.hosts for person in people)),
        ("Mentees", sum(person.role.seeks for person in people)),
        ("Meetings", sum(encounters.met(meeting) for meeting in encounters.talks)),
        ("Mutual matches", len(mutual)),
        ("Of these, waiting for a place", waiting),
        ("People with a mutual match", len(people) - alone),
        ("People without one", alone),
    ]


def _meetings(encounters: Encounters, starts: Mapping[int, datetime]) -> list[list[Value]]:
    people = encounters.attendees
    return [
        [
            meeting.round or "",  # outside the plan
            starts.get(meeting.round, ""),
            meeting.table or "",
            people[meeting.mentor_id].name.full,
            people[meeting.mentor_id].code,
            people[meeting.mentee_id].name.full,
            people[meeting.mentee_id].code,
            yes_or_no(encounters.met(meeting)),
            yes_or_no(encounters.mutual(meeting)),
        ]
        for meeting in sorted(
            encounters.talks, key=lambda one: (not one.round, one.round, one.table, people[one.mentee_id].name.full)
        )
    ]


def _match(encounters: Encounters, meeting: Introduction) -> list[Value]:
    mentor, mentee = encounters.attendees[meeting.mentor_id], encounters.attendees[meeting.mentee_id]
    day = encounters.event.date
    return [
        meeting.round or "",
        *_shared(encounters, meeting, mentee, mentor),
        *_shared(encounters, meeting, mentor, mentee),
        _STANDING[encounters.standing(meeting)],
        next_working_day(day + timedelta(days=14)),
        next_working_day(months_later(day, 3)),
    ]


def _shared(encounters: Encounters, meeting: Introduction, person: Attendee, other: Attendee) -> list[Value]:
    """What `other` lets `person` have."""
    contact = shared_contact(encounters, meeting, person, other)
    if contact is None:
        return [other.name.full, "", "", ""]
    likes = ", ".join(part for part in (contact.means, contact.frequency) if part)
    return [other.name.full, contact.email, contact.phone, likes]


def _alone(encounters: Encounters, confirmed: Confirmed, person: Attendee) -> list[Value]:
    suggested = confirmed.suggested.get(person.id, ())
    return [
        person.name.full,
        person.code,
        person.role.value,
        sum(encounters.met(meeting) for meeting, _ in encounters.of(person.id)),
        "; ".join(_named(one) for one in suggested),
        yes_or_no(person.id in confirmed.invited),
    ]


def _referrals(people: Sequence[Attendee], confirmed: Confirmed) -> list[list[Value]]:
    """Whom mentees are passed on to, once that mentor has agreed; who passed them on is told to nobody."""
    return [
        [person.name.full, person.code, one.name.full, one.title, one.employer, one.words]
        for person in people
        for one in confirmed.referred_to.get(person.id, ())
    ]


def _named(one: SuggestedPerson) -> str:
    return f"{one.name.full} ({one.words})" if one.words else one.name.full
