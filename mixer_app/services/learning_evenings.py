"""The answers of one evening, with all by which they can be explained."""

from dataclasses import dataclass
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.plan_people import attendees_of
from mixer_app.store import Session, answers, events, memory, people_of_answers, plans, wishes
from mixer_app.store.forgotten import forgotten_attendees, forgotten_events

_SAID: Final = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """One answer: who gave it about whom, as mentee and mentor of their meeting, and in which round."""

    mentee_id: int
    mentor_id: int
    from_mentee: bool
    yes: bool
    round: int  # 0: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningEvening:
    """All that the answers of one event are explained by."""

    event: Event
    people: dict[int, Attendee]
    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    told: tuple[ToldAnswer, ...]
    wishes: frozenset[tuple[int, int]]
    met: frozenset[tuple[int, int]]
    meet_again: frozenset[frozenset[int]]


def read_events_with_answers(session: Session) -> tuple[list[int], int]:
    """The numbers of the events that have answers, and how many were forgotten."""
    return people_of_answers.events_with_answers(session), len(forgotten_events(session))


def read_evening(session: Session, event_id: int) -> LearningEvening:
    """The answers of an event, and what its people said for it."""
    event, plan = events.get_event(session, event_id), plans.latest_plan(session, event_id)
    people = attendees_of(session, plan) if plan else people_of_answers.everybody(session, event_id)
    rounds = {(one.mentee_id, one.mentor_id): one.round for one in plan.introductions} if plan else {}
    known = people.keys() - forgotten_attendees(session, event_id)
    told = [
        _told(people[one.from_id], people[one.to_id], _SAID[str(one.answer)], rounds)
        for one in answers.all_answers(session, event_id)
        if str(one.answer) in _SAID and {one.from_id, one.to_id} <= known
    ]
    members = (plan.mentee_ids, plan.mentor_ids) if plan else ((), ())
    return LearningEvening(
        event=event,
        people=people,
        mentees=tuple(dict.fromkeys((*members[0], *(one.mentee_id for one in told)))),
        mentors=tuple(dict.fromkeys((*members[1], *(one.mentor_id for one in told)))),
        told=tuple(told),
        wishes=frozenset(wishes.wishes(session, event_id)),
        met=frozenset(memory.met_before(session, event_id)),
        meet_again=frozenset(memory.meet_again(session, event_id)),
    )


def _told(giver: Attendee, subject: Attendee, yes: bool, rounds: dict[tuple[int, int], int]) -> ToldAnswer:
    """Who was the mentee: by the plan, or, of two who met outside it, by what each can be."""
    there, back = (giver.id, subject.id), (subject.id, giver.id)
    from_mentee = there in rounds or (back not in rounds and giver.role.seeks and subject.role.hosts)
    mentee_id, mentor_id = there if from_mentee else back
    return ToldAnswer(mentee_id, mentor_id, from_mentee, yes, rounds.get((mentee_id, mentor_id), 0))
