"""What each attendee takes home: whom they met, contacts where both agreed, two dates, one suggestion."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.paper import FollowUpSummary, MetPerson, SharedContact
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services import answers, events, planning
from mixer_app.services.answers import Answer, RecordedAnswer
from mixer_app.services.common_ground import common_ground
from mixer_app.services.follow_up_suggestion import suggest
from mixer_app.services.plan_people import attendees_of
from mixer_app.services.words import mid_sentence
from mixer_app.store import Session

_MOST_TOPICS: Final = 2  # what fits in the line under a name


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """One line of `follow-up.csv`: one person, one partner."""

    code: str
    name: str
    partner_code: str
    partner: str
    met: bool
    mutual: bool
    contact: str  # empty unless mutual and neither side keeps the contact to themselves


class Encounters:
    """The introductions of an evening with what became of them."""

    def __init__(
        self, event: Event, plan: Plan, attendees: dict[int, Attendee], recorded: Sequence[RecordedAnswer]
    ) -> None:
        self.event = event
        self.plan = plan
        self.attendees = attendees
        self.answers = {(answer.from_id, answer.to_id): answer for answer in recorded}
        self._of_person: defaultdict[int, list[Introduction]] = defaultdict(list)
        for meeting in plan.introductions:
            self._of_person[meeting.mentor_id].append(meeting)
            self._of_person[meeting.mentee_id].append(meeting)

    def of(self, person_id: int) -> list[tuple[Introduction, Attendee]]:
        """The introductions of a person with the partner of each, by round."""
        return [
            (meeting, self.attendees[meeting.mentor_id if meeting.mentee_id == person_id else meeting.mentee_id])
            for meeting in self._of_person[person_id]
        ]

    def took_place(self, meeting: Introduction) -> bool:
        """Whether the two have met, as far as anyone said."""
        said = (self.answer(meeting.mentee_id, meeting.mentor_id), self.answer(meeting.mentor_id, meeting.mentee_id))
        return meeting.took_place is not False and Answer.NOT_MET not in said

    def answer(self, from_id: int, to_id: int) -> Answer | None:
        """What one person answered about another; None while open."""
        recorded = self.answers.get((from_id, to_id))
        return recorded.answer if recorded else None

    def mutual(self, meeting: Introduction) -> bool:
        """Whether both would like to stay in touch."""
        both = (self.answer(meeting.mentee_id, meeting.mentor_id), self.answer(meeting.mentor_id, meeting.mentee_id))
        return both == (Answer.YES, Answer.YES)


def read_encounters(session: Session, event_id: int) -> Encounters | None:
    """The introductions of the latest plan with the answers to them; None without a plan."""
    plan = planning.current_plan(session, event_id)
    if plan is None:
        return None
    event = events.find_event(session, str(event_id))
    return Encounters(event, plan, attendees_of(session, plan), answers.list_answers(session, event_id))


def contact_of(person: Attendee, other: Attendee) -> SharedContact | None:
    """The contact of `other` for `person` once both said yes to staying in touch.

    The answer sheet reads "Yes, share my contact", so a yes there is the consent; who refused at
    registration has not agreed, and then neither side gets the other's. An address or number that
    someone keeps back is left out.
    """
    email = "" if other.email_consent is False else other.email
    phone = "" if other.phone_consent is False else other.phone
    if person.contact_consent is False or other.contact_consent is False or not (email or phone):
        return None
    return SharedContact(email=email, phone=phone, means=other.contact_means, frequency=other.contact_frequency)


def follow_up_rows(session: Session, event_id: int) -> list[FollowUpRow]:
    """The rows of `follow-up.csv`: every introduction from both sides, by person."""
    encounters = read_encounters(session, event_id)
    if encounters is None:
        return []
    people = sorted(encounters.attendees.values(), key=lambda person: (person.name.family, person.name.full, person.id))
    return [
        _row(encounters, person, meeting, other) for person in people for meeting, other in encounters.of(person.id)
    ]


def summaries(encounters: Encounters, people: Sequence[Attendee]) -> Iterator[FollowUpSummary]:
    """The follow-up summary of each of `people`."""
    for person in people:
        yield _summary(encounters, person)


def next_working_day(day: date) -> date:
    """`day`, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def came(people: Collection[Attendee]) -> list[Attendee]:
    """Those who were there, also if they have left."""
    return [person for person in people if person.checked_in_at is not None]


def _row(encounters: Encounters, person: Attendee, meeting: Introduction, other: Attendee) -> FollowUpRow:
    met, mutual = encounters.took_place(meeting), encounters.mutual(meeting)
    contact = contact_of(person, other) if met and mutual else None
    return FollowUpRow(
        code=person.code,
        name=person.name.full,
        partner_code=other.code,
        partner=other.name.full,
        met=met,
        mutual=met and mutual,
        contact=", ".join(part for part in (contact.email, contact.phone) if part) if contact else "",
    )


def _summary(encounters: Encounters, person: Attendee) -> FollowUpSummary:
    event = encounters.event
    met = [(meeting, other) for meeting, other in encounters.of(person.id) if encounters.took_place(meeting)]
    mutual = [(meeting, other) for meeting, other in met if encounters.mutual(meeting)]
    shared = {other.id: contact for _, other in mutual if (contact := contact_of(person, other))}
    return FollowUpSummary(
        event_name=event.name,
        day=event.date,
        code=person.code,
        role=person.role,
        name=person.name,
        goal=person.goal,
        met=tuple(
            MetPerson(
                round=meeting.round,
                name=other.name,
                title=other.title,
                employer=other.employer,
                talked_about=_talked_about(encounters, meeting),
                contact=shared.get(other.id),
            )
            for meeting, other in met
        ),
        two_weeks=next_working_day(event.date + timedelta(days=14)),
        three_months=next_working_day(months_later(event.date, 3)),
        suggestion=suggest(event, person, mutual, reachable=set(shared)),
        questions_to=event.contact_email,
    )


def _talked_about(encounters: Encounters, meeting: Introduction) -> tuple[str, ...]:
    mentee, mentor = encounters.attendees[meeting.mentee_id], encounters.attendees[meeting.mentor_id]
    return tuple(mid_sentence(name) for name in common_ground(encounters.event, mentee, mentor).names[:_MOST_TOPICS])
