"""What each attendee takes home: whom they met, contacts where both agreed, two dates, suggestions.

Summaries and rows are made from `Encounters.met`, `mutual` and `standing`, and from what staff confirmed; see
there for why an answer that was not returned changes no byte of them.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mixer_app.domain.matches import Standing, means_in_words, often_in_words
from mixer_app.domain.paper import FollowUpSummary, MetPerson, SharedContact, SuggestedPerson
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.domain.referrals import Proposal, ReferralState
from mixer_app.services.common_ground import common_ground
from mixer_app.services.encounters import Encounters, read_encounters
from mixer_app.services.follow_up_suggestion import suggest
from mixer_app.services.matches import contact_of
from mixer_app.services.next_best import NextBest
from mixer_app.services.suggestions import proposal_for
from mixer_app.services.words import mid_sentence
from mixer_app.store import Session, afterwards

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


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What staff have put into summaries, by the number of the attendee."""

    referred_to: Mapping[int, tuple[SuggestedPerson, ...]]  # mentors who have agreed
    suggested: Mapping[int, tuple[SuggestedPerson, ...]]
    invited: frozenset[int]


def read_confirmed(session: Session, event_id: int) -> Confirmed:
    """The referrals that a mentor agreed to, and the suggestions that staff confirmed."""
    suggestions = afterwards.confirmed_suggestions(session, event_id)
    agreed = [
        (one.mentee_id, one.mentor_id)
        for one in reversed(afterwards.all_referrals(session, event_id))
        if one.state is ReferralState.AGREED and one.mentor_id is not None
    ]
    invited = frozenset(person for person, other in suggestions if other is None)
    if not agreed and len(invited) == len(suggestions):
        return Confirmed({}, {}, invited)
    best = NextBest(session, event_id)
    return Confirmed(_people(best, agreed), _people(best, suggestions), invited)


def _people(best: NextBest, pairs: Sequence[tuple[int, int | None]]) -> dict[int, tuple[SuggestedPerson, ...]]:
    found: defaultdict[int, list[SuggestedPerson]] = defaultdict(list)
    for person_id, other_id in dict.fromkeys(pairs):
        person = best.people.get(person_id)
        other = proposal_for(best, person, other_id) if person is not None else None
        if other is not None:
            found[person_id].append(_suggested(other))
    return {person_id: tuple(others) for person_id, others in found.items()}


def _suggested(other: Proposal) -> SuggestedPerson:
    return SuggestedPerson(name=other.name, title=other.title, employer=other.employer, words=other.words)


def follow_up_rows(session: Session, event_id: int) -> list[FollowUpRow]:
    """The rows of `follow-up.csv`: every introduction from both sides, by person."""
    encounters = read_encounters(session, event_id)
    if encounters is None:
        return []
    people = sorted(encounters.attendees.values(), key=lambda person: (person.name.family, person.name.full, person.id))
    return [
        _row(encounters, person, meeting, other) for person in people for meeting, other in encounters.of(person.id)
    ]


def summaries(encounters: Encounters, people: Sequence[Attendee], confirmed: Confirmed) -> Iterator[FollowUpSummary]:
    """The follow-up summary of each of `people`."""
    for person in people:
        yield _summary(encounters, person, confirmed)


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


def took_part(encounters: Encounters, people: Collection[Attendee]) -> list[Attendee]:
    """Those who were there; where nobody was checked in, everyone in the plan and everyone who met somebody."""
    plan = encounters.plan
    planned = {*plan.mentee_ids, *plan.mentor_ids} if plan else set[int]()
    return came(people) or [person for person in people if person.id in planned or encounters.of(person.id)]


def shared_contact(
    encounters: Encounters, meeting: Introduction, person: Attendee, other: Attendee
) -> SharedContact | None:
    """The contact of the other, where both said yes, both agreed to share, and the mentor has a place for it."""
    return contact_of(person, other) if encounters.standing(meeting) is Standing.GOES_ON else None


def _row(encounters: Encounters, person: Attendee, meeting: Introduction, other: Attendee) -> FollowUpRow:
    contact = shared_contact(encounters, meeting, person, other)
    return FollowUpRow(
        code=person.code,
        name=person.name.full,
        partner_code=other.code,
        partner=other.name.full,
        met=encounters.met(meeting),
        mutual=encounters.mutual(meeting),
        contact=", ".join(part for part in (contact.email, contact.phone) if part) if contact else "",
    )


def _summary(encounters: Encounters, person: Attendee, confirmed: Confirmed) -> FollowUpSummary:
    event = encounters.event
    met = [(meeting, other) for meeting, other in encounters.of(person.id) if encounters.met(meeting)]
    told = tuple(_met_person(encounters, person, meeting, other) for meeting, other in met)
    mutual = [pair for pair in met if encounters.standing(pair[0]) is Standing.GOES_ON]
    reachable = {other.id for (_, other), one in zip(met, told, strict=True) if one.contact is not None}
    matched = any(one.mutual for one in told)
    named = bool(confirmed.referred_to.get(person.id) or confirmed.suggested.get(person.id))
    return FollowUpSummary(
        event_name=event.name,
        day=event.date,
        code=person.code,
        role=person.role,
        name=person.name,
        goal=person.goal,
        met=told,
        two_weeks=next_working_day(event.date + timedelta(days=14)),
        three_months=next_working_day(months_later(event.date, 3)),
        suggestion="" if (matched or named) and not mutual else suggest(event, person, mutual, reachable=reachable),
        referred_to=confirmed.referred_to.get(person.id, ()),
        suggested=() if matched else confirmed.suggested.get(person.id, ()),
        invited=not matched and person.id in confirmed.invited,
        questions_to=event.contact_email,
    )


def _met_person(encounters: Encounters, person: Attendee, meeting: Introduction, other: Attendee) -> MetPerson:
    contact, called = shared_contact(encounters, meeting, person, other), other.name.given or other.name.full
    return MetPerson(
        round=meeting.round,
        name=other.name,
        title=other.title,
        employer=other.employer,
        talked_about=_talked_about(encounters, meeting),
        code=other.code,
        mutual=encounters.mutual(meeting),
        contact=contact,
        often=often_in_words(person.contact_frequency, other.contact_frequency, called) if contact else "",
        means=means_in_words(person.contact_means, other.contact_means, called) if contact else "",
        waits=_waits(meeting, person, other) if encounters.standing(meeting) is Standing.WAITS else "",
    )


def _waits(meeting: Introduction, person: Attendee, other: Attendee) -> str:
    """What the two are told while the mentor has no place left: kindly, and without a number that tells of others."""
    called = other.name.given or other.name.full
    if person.id == meeting.mentor_id:
        return (
            f"{called} would like to stay in touch too, and waits until you have a place. "
            "Tell the organizers if you can make one sooner."
        )
    return (
        f"{called} would like to stay in touch too, and has no place free at the moment. "
        "You are on the waiting list: the organizers write to you as soon as there is one."
    )


def _talked_about(encounters: Encounters, meeting: Introduction) -> tuple[str, ...]:
    mentee, mentor = encounters.attendees[meeting.mentee_id], encounters.attendees[meeting.mentor_id]
    return tuple(mid_sentence(name) for name in common_ground(encounters.event, mentee, mentor).names[:_MOST_TOPICS])
