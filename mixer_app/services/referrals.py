"""Better with someone else: who is proposed, whether that mentor agrees, and where the two come together.

The rules of what is told to whom are in `domain.referrals`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee, PersonName
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.referrals import Proposal, Referral, ReferralState
from mixer_app.services import events, people, planning
from mixer_app.services.database import Database
from mixer_app.services.follow_up_journal import REFERRED, RowsBefore
from mixer_app.services.next_best import NextBest
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.store import Session, afterwards, answers, attendees, meetings
from mixer_app.store.afterwards import StoredReferral
from mixer_app.store.locking import lock_attendees

_NOTED: Final[dict[ReferralState, str]] = {
    ReferralState.PROPOSED: "Proposed {mentor} for {mentee}",
    ReferralState.ASKED: "Asked {mentor} to talk with {mentee}",
    ReferralState.AGREED: "{mentor} agreed to talk with {mentee}",
    ReferralState.DECLINED: "{mentor} will not talk with {mentee}",
    ReferralState.WITHDRAWN: "Withdrew the referral of {mentee}",
}


@dataclass(frozen=True, slots=True)
class Referred:
    """What became of an act; `entry_id` undoes it, None: nothing was changed."""

    referral: Referral
    entry_id: int | None


@dataclass(frozen=True, slots=True)
class WantsToRefer:
    """A mentor ticked "better with someone else" about a mentee, and no more."""

    mentor_id: int
    mentor: PersonName
    mentee_id: int
    mentee: PersonName
    at: datetime


def refer(
    session: Session,
    event_id: int,
    mentee_id: int,
    *,
    from_id: int | None,
    wanted: str = "",
    mentor_id: int | None = None,
    station: str,
    now: datetime,
) -> Referred:
    """Note that a mentee is better with someone who knows `wanted`, or with `mentor_id`; twice is once.

    `from_id` is the mentor who said so, None: staff. Where nobody is named, the best of `propose_mentors` is
    proposed, if there is one. `MixerError` where the two named cannot be brought together.
    """
    lock_attendees(session, [one for one in (mentee_id, from_id, mentor_id) if one is not None])
    mentee = _of_event(session, event_id, mentee_id)
    wanted = _known_term(session, event_id, wanted)
    if not wanted and mentor_id is None:
        raise MixerError("Say what the other should know, or name the mentor.")
    if from_id is not None and not meetings.were_introduced(session, event_id, from_id, mentee_id):
        raise MixerError(f"{_of_event(session, event_id, from_id).name.shown} has not met {mentee.name.shown}.")
    for known in afterwards.all_referrals(session, event_id):
        same = (known.mentee_id, known.from_id, known.wanted) == (mentee_id, from_id, wanted)
        if same and known.stands and mentor_id in (None, known.mentor_id):
            return Referred(_named(session, event_id, known), None)
    proposed = _checked(session, event_id, mentee, mentor_id) or _best(session, event_id, mentee_id, wanted)
    rows = RowsBefore(session, event_id, afterwards.referrals_of(event_id))
    told = StoredReferral(
        mentee_id=mentee_id,
        from_id=from_id,
        mentor_id=proposed,
        wanted=wanted,
        state=ReferralState.PROPOSED,
        at=now,
        station=station,
    )
    number = afterwards.add_referral(session, event_id, told)
    concerned = [one for one in (mentee_id, from_id, proposed) if one is not None]
    entry = rows.note(REFERRED, f"Referred {mentee.name.shown}", concerned, station=station, now=now)
    return Referred(_get(session, event_id, number), entry)


def propose_mentors(
    session: Session, event_id: int, mentee_id: int, wanted: str = "", limit: int = 5
) -> list[Proposal]:
    """Who could be proposed for a mentee, the best first: who knows `wanted`, if that is said, and has a place."""
    return NextBest(session, event_id).mentors_for(mentee_id, wanted, limit)


def propose(
    session: Session, event_id: int, referral_id: int, mentor_id: int, *, station: str, now: datetime
) -> Referred:
    """Propose someone else, who has then to be asked anew."""
    stored = afterwards.get_referral(session, event_id, referral_id)
    lock_attendees(session, (stored.mentee_id, mentor_id))
    if stored.mentor_id == mentor_id and stored.state is ReferralState.PROPOSED:
        return Referred(_named(session, event_id, stored), None)
    _checked(session, event_id, _of_event(session, event_id, stored.mentee_id), mentor_id)
    return _change(session, event_id, stored, mentor_id, ReferralState.PROPOSED, station, now)


def set_referral_state(
    session: Session, event_id: int, referral_id: int, state: ReferralState, *, station: str, now: datetime
) -> Referred:
    """Note that the mentor was asked, agreed or declined, or that the referral is withdrawn; twice is once."""
    stored = afterwards.get_referral(session, event_id, referral_id)
    lock_attendees(session, (stored.mentee_id,))
    known = _named(session, event_id, stored)
    if stored.state is state:
        return Referred(known, None)
    if state not in known.next_states:
        raise MixerError(
            f"This referral is {stored.state}, so it cannot be “{state}” next."
            if known.mentor_id is not None
            else "Nobody is proposed yet. Choose a mentor first."
        )
    return _change(session, event_id, stored, stored.mentor_id, state, station, now)


def list_referrals(session: Session, event_id: int) -> list[Referral]:
    """Every referral of an event, the newest first; for staff alone."""
    return [_named(session, event_id, one) for one in afterwards.all_referrals(session, event_id)]


def wants_to_refer(session: Session, event_id: int) -> list[WantsToRefer]:
    """Mentors who would refer a mentee on and have not said to whom or for what; the newest first."""
    told = {(one.from_id, one.mentee_id) for one in afterwards.all_referrals(session, event_id)}
    ticked = [one for one in answers.all_answers(session, event_id) if one.refer]
    open_ones = [one for one in ticked if (one.from_id, one.to_id) not in told]
    numbers = {number for one in open_ones for number in (one.from_id, one.to_id)}
    names = {one.id: one.name for one in attendees.get_attendees(session, numbers)}
    return [
        WantsToRefer(one.from_id, names[one.from_id], one.to_id, names[one.to_id], one.at)
        for one in sorted(open_ones, key=lambda one: (one.at, one.from_id, one.to_id), reverse=True)
    ]


def referral_terms(session: Session, event_id: int) -> tuple[str, ...]:
    """What a mentee can be referred for: topics and needs of the event, and what its mentors offer, by name."""
    event = events.find_event(session, str(event_id))
    offered = [one for mentor in people.list_attendees(session, event_id) for one in _offered(mentor)]
    names = (*event.topics, *(need.name for need in event.needs), *offered)
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(text_key(name), name)
    return tuple(sorted(known.values(), key=str.casefold))


def rounds_to_come(session: Session, event_id: int, *, now: datetime) -> int:
    """How many rounds of the latest plan have not begun: into one of them a referral can be put."""
    plan = planning.current_plan(session, event_id)
    if plan is None:
        return 0
    return max(0, plan.rounds - count_past_rounds(session, events.find_event(session, str(event_id)), now=now))


def seat_referral(
    database: Database, event_id: int, referral_id: int, *, station: str, clock: Callable[[], datetime]
) -> str:
    """Bring the two together in a round to come, and keep that in every later plan; what was done, in words.

    An ordinary change of the plan, undone as such. `MixerError` where no round is left or none has a seat: the
    referral then goes into the follow-up.
    """
    from mixer_app.services.plan_edits import apply_edit

    known = database.read(_get, event_id, referral_id)
    if known.mentor_id is None or known.mentor is None:
        raise MixerError("Nobody is proposed yet. Choose a mentor first.")
    if known.round is not None:
        return f"{known.mentee.shown} meets {known.mentor.shown} in round {known.round}."
    plan = database.read(planning.current_plan, event_id)
    if plan is None or not database.read(rounds_to_come, event_id, now=clock()):
        raise MixerError("No round is left. Ask the mentor: once they agree, it stands in the summary.")
    edit = PlanEdit(kind=EditKind.MUST_MEET, mentee_id=known.mentee_id, mentor_id=known.mentor_id)
    apply_edit(database, plan.id, edit, station=station, clock=clock)
    seated = database.read(_get, event_id, referral_id)
    return f"{known.mentee.shown} meets {known.mentor.shown} in round {seated.round}."


def _change(
    session: Session,
    event_id: int,
    stored: StoredReferral,
    mentor_id: int | None,
    state: ReferralState,
    station: str,
    now: datetime,
) -> Referred:
    rows = RowsBefore(session, event_id, afterwards.referrals_of(event_id))
    afterwards.change_referral(session, stored.id, mentor_id=mentor_id, state=state)
    changed = _get(session, event_id, stored.id)
    sentence = _NOTED[state].format(
        mentor=changed.mentor.shown if changed.mentor else "nobody", mentee=changed.mentee.shown
    )
    concerned = [one for one in (stored.mentee_id, mentor_id) if one is not None]
    return Referred(changed, rows.note(REFERRED, sentence, concerned, station=station, now=now))


def _get(session: Session, event_id: int, referral_id: int) -> Referral:
    return _named(session, event_id, afterwards.get_referral(session, event_id, referral_id))


def _named(session: Session, event_id: int, stored: StoredReferral) -> Referral:
    numbers = [one for one in (stored.mentee_id, stored.from_id, stored.mentor_id) if one is not None]
    names = {one.id: one.name for one in attendees.get_attendees(session, numbers)}
    together = [one for one in meetings.met_by(session, event_id, stored.mentee_id) if one.took_place is not False]
    rounds = {one.partner_of(stored.mentee_id): one.round for one in together}
    return Referral(
        id=stored.id,
        mentee_id=stored.mentee_id,
        mentee=names[stored.mentee_id],
        from_id=stored.from_id,
        from_name=names.get(stored.from_id or 0),
        wanted=stored.wanted,
        mentor_id=stored.mentor_id,
        mentor=names.get(stored.mentor_id or 0),
        state=stored.state,
        round=rounds.get(stored.mentor_id or 0) or None,
        at=stored.at,
        station=stored.station,
    )


def _of_event(session: Session, event_id: int, attendee_id: int) -> Attendee:
    person = attendees.get_attendee(session, attendee_id)
    if person.event_id != event_id:
        raise MixerError(f"{person.name.full} is registered for another event. Choose someone of this one.")
    return person


def _known_term(session: Session, event_id: int, wanted: str) -> str:
    if not wanted.strip():
        return ""
    known = {text_key(one): one for one in referral_terms(session, event_id)}
    if text_key(wanted) not in known:
        raise MixerError(f"“{wanted.strip()}” is no topic or need of this event. Choose one from the list.")
    return known[text_key(wanted)]


def _checked(session: Session, event_id: int, mentee: Attendee, mentor_id: int | None) -> int | None:
    """`mentor_id` if the two can be brought together. One sentence for every reason, so that none is given away."""
    if mentor_id is None:
        return None
    mentor = _of_event(session, event_id, mentor_id)
    if not NextBest(session, event_id).may_meet(mentor_id, mentee.id):
        raise MixerError(
            f"{mentor.name.shown} is not among those who can be proposed for {mentee.name.shown}. Choose from the list."
        )
    return mentor_id


def _best(session: Session, event_id: int, mentee_id: int, wanted: str) -> int | None:
    found = propose_mentors(session, event_id, mentee_id, wanted, limit=1)
    return found[0].attendee_id if found else None


def _offered(mentor: Attendee) -> tuple[str, ...]:
    return (*mentor.topics_offered, *mentor.needs_offered) if mentor.role.hosts else ()
