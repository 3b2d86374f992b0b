"""The talks of an evening with what became of them: who met, who both said yes, who goes on with whom.

What attendees are told rests on `met`, `mutual` and `standing` alone, and these on the plan, on what staff
noted of who sat where, and on mutual matches. An answer that was not returned has no part in them: whether
someone said no, "did not meet", yes without return, or nothing, all that attendees can see is the same to
the byte. `held` counts what people said, and is for the report's figures only.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from mixer_app.domain.answers import Answer, GivenAnswer
from mixer_app.domain.events import Event
from mixer_app.domain.matches import MatchDecision, MatchedPair, Pair, Standing, mutual_pairs, standings
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services import events, people, planning
from mixer_app.services.meetings import as_pair
from mixer_app.services.plan_inputs import by_id
from mixer_app.store import Session, afterwards, answers, meetings


class Encounters:
    """Everybody's talks; asks nothing of the database any more."""

    def __init__(
        self,
        event: Event,
        plan: Plan | None,
        talks: Sequence[Introduction],
        attendees: dict[int, Attendee],
        recorded: Sequence[GivenAnswer],
        decisions: Mapping[Pair, MatchDecision],
    ) -> None:
        self.event = event
        self.plan = plan
        self.talks = tuple(talks)  # by round; those outside the plan, which have round 0, last
        self.attendees = attendees
        self.answers = {(answer.from_id, answer.to_id): answer for answer in recorded}
        self.decisions = dict(decisions)
        self._mutual = mutual_pairs(recorded)
        self._of_person: defaultdict[int, list[Introduction]] = defaultdict(list)
        for meeting in self.talks:
            self._of_person[meeting.mentor_id].append(meeting)
            self._of_person[meeting.mentee_id].append(meeting)

    def of(self, person_id: int) -> list[tuple[Introduction, Attendee]]:
        """The talks of a person with the partner of each, by round."""
        return [(meeting, self.attendees[partner_of(meeting, person_id)]) for meeting in self._of_person[person_id]]

    def answer(self, from_id: int, to_id: int) -> Answer | None:
        """What one person answered about another; None while open. Never for the eyes of attendees."""
        recorded = self.answers.get((from_id, to_id))
        return recorded.answer if recorded else None

    def mutual(self, meeting: Introduction) -> bool:
        """Whether both would like to stay in touch: if and only if both said yes."""
        return frozenset((meeting.mentor_id, meeting.mentee_id)) in self._mutual

    def met(self, meeting: Introduction) -> bool:
        """Whether the two have met, as attendees are told: what only one of them answered does not count."""
        return meeting.took_place is not False or self.mutual(meeting)

    def held(self, meeting: Introduction) -> bool:
        """Whether the two have met, as far as staff or either of them said; for figures only."""
        said = (self.answer(meeting.mentee_id, meeting.mentor_id), self.answer(meeting.mentor_id, meeting.mentee_id))
        return self.mutual(meeting) or (meeting.took_place is not False and Answer.NOT_MET not in said)

    def standing(self, meeting: Introduction) -> Standing | None:
        """Whether the two go on, wait for a place of the mentor's, or do not go on; None: no mutual match."""
        return self.standings.get((meeting.mentor_id, meeting.mentee_id)) if self.mutual(meeting) else None

    @cached_property
    def standings(self) -> dict[Pair, Standing]:
        """Of every mutual match, in the order in which each mentor's places are filled."""
        matched: dict[frozenset[int], MatchedPair] = {}
        for meeting in self.talks:
            if self.mutual(meeting):
                pair = (meeting.mentor_id, meeting.mentee_id)
                matched.setdefault(
                    frozenset(pair), MatchedPair(pair=pair, score=meeting.score, round=meeting.round or 1_000)
                )
        found = standings(matched.values(), self._places, self.decisions)
        return found | {(mentee, mentor): standing for (mentor, mentee), standing in found.items()}

    def places_left(self, mentor_id: int) -> int | None:
        """How many more mentees a mentor would go on with; None: any number."""
        limit = self._places.get(mentor_id)
        if limit is None:
            return None
        return max(0, limit - self._going_on[mentor_id])

    @cached_property
    def _going_on(self) -> Counter[int]:
        """How many each mentor goes on with."""
        hosts = {
            frozenset(pair): self._hosting(pair)
            for pair, standing in self.standings.items()
            if standing is Standing.GOES_ON
        }
        return Counter(hosts.values())

    def _hosting(self, pair: Pair) -> int:
        """Who of a pair was the mentor when they met."""
        met = next((m for m in self._of_person[pair[0]] if {m.mentor_id, m.mentee_id} == set(pair)), None)
        return met.mentor_id if met else pair[0]

    @cached_property
    def _places(self) -> dict[int, int | None]:
        """With how many mentees each mentor would go on; None: any number."""
        return {one.id: one.continuing_limit for one in self.attendees.values() if one.role.hosts}


def partner_of(meeting: Introduction, person_id: int) -> int:
    """The other of the two."""
    return meeting.mentor_id if meeting.mentee_id == person_id else meeting.mentee_id


def read_encounters(session: Session, event_id: int) -> Encounters | None:
    """All talks of an event with what became of them; None where nobody has met and nobody is to.

    By the latest plan, by older ones as far as they took place, and outside any plan; and where the plan
    has lost two who both said yes, they have met all the same.
    """
    plan = planning.current_plan(session, event_id)
    recorded = answers.all_answers(session, event_id)
    talks = list(plan.introductions) if plan else []
    talks += meetings.earlier_meetings(session, event_id) if plan else []
    talks.sort(key=lambda one: one.round)
    known = {frozenset((one.mentor_id, one.mentee_id)) for one in talks}
    outside = [one for one in meetings.outside_meetings(session, event_id) if frozenset(one) not in known]
    attendees = _everybody(session, event_id, plan, [*talks, *map(_outside, outside)])
    known |= set(map(frozenset, outside))
    for pair in sorted(map(sorted, mutual_pairs(recorded) - known)):
        mentor, mentee = as_pair(*(attendees.get(one) or people.get_attendee(session, one) for one in pair))
        attendees |= {mentor.id: mentor, mentee.id: mentee}
        outside.append((mentor.id, mentee.id))
    if plan is None and not outside:
        return None
    event = events.find_event(session, str(event_id))
    decisions = afterwards.match_decisions(session, event_id)
    return Encounters(event, plan, [*talks, *map(_outside, outside)], attendees, recorded, decisions)


def _outside(pair: tuple[int, int]) -> Introduction:
    return Introduction(round=0, table=0, mentor_id=pair[0], mentee_id=pair[1], score=0.0, took_place=True)


def _everybody(
    session: Session, event_id: int, plan: Plan | None, talks: Sequence[Introduction]
) -> dict[int, Attendee]:
    """Everyone of the event, and whoever is named by the plan or a talk, also those who have cancelled since."""
    listed = by_id(people.list_attendees(session, event_id))
    named = {person for meeting in talks for person in (meeting.mentor_id, meeting.mentee_id)}
    if plan is not None:
        named |= {*plan.mentee_ids, *plan.mentor_ids, *(one.attendee_id for one in plan.without)}
    return {**listed, **by_id(people.get_attendees(session, named - listed.keys()))}
