"""Mutual matches for staff: who shares what, how often to be in contact, who goes on and who waits for a place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.matches import MatchDecision, Standing, often_in_words
from mixer_app.domain.paper import SharedContact
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.services import people
from mixer_app.services.encounters import Encounters, read_encounters
from mixer_app.services.follow_up_journal import MATCH_DECIDED, RowsBefore
from mixer_app.services.words import listed
from mixer_app.store import Session, afterwards
from mixer_app.store.locking import lock_attendees

_DECIDED: Final[dict[MatchDecision | None, str]] = {
    MatchDecision.FIRST: "Put {mentee} first on the list of {mentor}",
    MatchDecision.BEYOND: "{mentor} takes {mentee} beyond the places",
    MatchDecision.ENDED: "{mentor} and {mentee} do not go on",
    None: "Took back what was decided about {mentor} and {mentee}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualMatch:
    """Two who both said yes, as staff see them."""

    mentor_id: int
    mentee_id: int
    mentor: Attendee
    mentee: Attendee
    round: int  # 0: met outside the plan
    score: float
    at: datetime  # when the second of them answered
    standing: Standing
    decision: MatchDecision | None
    shares: str  # "both share e-mail and phone", "no contact given by Hedda Lund"
    often: str  # "both monthly"; empty where nobody said anything
    places: int | None  # of the mentor; None: any number


def list_matches(session: Session, event_id: int) -> list[MutualMatch]:
    """Every mutual match of an event, the newest first."""
    encounters = read_encounters(session, event_id)
    if encounters is None:
        return []
    found: dict[frozenset[int], MutualMatch] = {}
    for talk in encounters.talks:
        if encounters.mutual(talk):
            found.setdefault(frozenset((talk.mentor_id, talk.mentee_id)), _match(encounters, talk))
    return sorted(found.values(), key=lambda one: (one.at, one.mentor_id, one.mentee_id), reverse=True)


def decide_match(
    session: Session,
    event_id: int,
    mentor_id: int,
    mentee_id: int,
    decision: MatchDecision | None,
    *,
    station: str,
    now: datetime,
) -> int | None:
    """Change who comes first, let a mentor take more than they said, or note that two do not go on.

    None takes a decision back. Who has waited longest in the order of the list moves up by itself when a
    place becomes free. The entry of the journal that undoes it; None: it was decided so. `MixerError` if the
    two are no mutual match.
    """
    lock_attendees(session, (mentor_id, mentee_id))
    mentor, mentee = (people.get_attendee(session, one).name.shown for one in (mentor_id, mentee_id))
    if all((one.mentor_id, one.mentee_id) != (mentor_id, mentee_id) for one in list_matches(session, event_id)):
        raise MixerError(f"{mentor} and {mentee} are no mutual match. Look at the list again.")
    rows = RowsBefore(session, event_id, afterwards.decided_of(event_id, (mentor_id, mentee_id)))
    afterwards.set_match_decision(session, event_id, (mentor_id, mentee_id), decision, at=now, station=station)
    sentence = _DECIDED[decision].format(mentor=mentor, mentee=mentee)
    return rows.note(MATCH_DECIDED, sentence, (mentor_id, mentee_id), station=station, now=now)


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


def shares_in_words(one: Attendee, other: Attendee) -> str:
    """What two who match let each other have: `both share e-mail and phone`."""
    silent = [person.name.shown for person in (one, other) if not _shared(person)]
    if silent:
        return f"no contact given by {listed(silent)}"
    common = [means for means in _shared(one) if means in _shared(other)]
    if common and _shared(one) == _shared(other):
        return f"both share {listed(common)}"
    return ", ".join(f"{person.name.shown} shares {listed(_shared(person))}" for person in (one, other))


def _shared(person: Attendee) -> list[str]:
    if person.contact_consent is False:
        return []
    email = ["e-mail"] if person.email and person.email_consent is not False else []
    return email + (["phone"] if person.phone and person.phone_consent is not False else [])


def _match(encounters: Encounters, talk: Introduction) -> MutualMatch:
    mentor, mentee = encounters.attendees[talk.mentor_id], encounters.attendees[talk.mentee_id]
    both = ((mentor.id, mentee.id), (mentee.id, mentor.id))
    return MutualMatch(
        mentor_id=mentor.id,
        mentee_id=mentee.id,
        mentor=mentor,
        mentee=mentee,
        round=talk.round,
        score=talk.score,
        at=max(encounters.answers[pair].at for pair in both),
        standing=encounters.standings[mentor.id, mentee.id],
        decision=encounters.decisions.get((mentor.id, mentee.id)),
        shares=shares_in_words(mentor, mentee),
        often=often_in_words(mentor.contact_frequency, mentee.contact_frequency, mentee.name.given or mentee.name.full),
        places=mentor.continuing_limit if mentor.role.hosts else None,
    )
