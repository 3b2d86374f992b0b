"""Who could meet whom next: by score, among those whom no rule keeps apart and who have not met.

A pair is left out without a word why: a keep-apart reads like any other rule, or like a full place. What
people answered has no part in it, but for mutual matches, which take a mentor's places.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import numpy as np

from mixer_app.domain.folding import text_key
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Introduction
from mixer_app.domain.referrals import Proposal
from mixer_app.matching.compatibility import PairScores, score_pairs
from mixer_app.services import events, people
from mixer_app.services.common_ground import printable_reasons
from mixer_app.services.encounters import Encounters, read_encounters
from mixer_app.services.plan_inputs import by_id
from mixer_app.services.words import mid_sentence
from mixer_app.store import Session, memory, pair_rules, wishes

_MOST_REASONS: Final = 2  # what fits in one line of a list


class NextBest:
    """The people of an event and how well each would fit whom they have not met; asks the database no more."""

    def __init__(self, session: Session, event_id: int) -> None:
        self.event = events.find_event(session, str(event_id))
        self.encounters: Encounters | None = read_encounters(session, event_id)
        listed = [one for one in people.list_attendees(session, event_id) if one.status is not Status.CANCELLED]
        there = [one for one in listed if one.checked_in_at is not None] or listed
        self.people = by_id(there)
        self._mentees = [one for one in there if one.role.seeks]
        self._mentors = [one for one in there if one.role.hosts]
        self._apart = frozenset(wishes.keep_aparts(session, event_id))
        self._wishes = frozenset(wishes.wishes(session, event_id))
        self._met_before = frozenset(memory.met_before(session, event_id))
        self._meet_again = frozenset(memory.meet_again(session, event_id))
        self._rules = pair_rules.pair_rules(session, event_id)
        talks = self.encounters.talks if self.encounters else ()
        self._met = {
            frozenset((one.mentor_id, one.mentee_id))
            for one in talks
            if self.encounters is not None and self.encounters.met(one)
        }

    def may_meet(self, mentor_id: int, mentee_id: int) -> bool:
        """Whether nothing speaks against bringing these two together."""
        row, column = self._rows.get(mentee_id), self._columns.get(mentor_id)
        return row is not None and column is not None and bool(self._open[row, column])

    def mentors_for(self, mentee_id: int, wanted: str = "", limit: int | None = None) -> list[Proposal]:
        """Mentors for a mentee, the best first: who has a place left and, where it is said, offers `wanted`."""
        ranked = self.ranked_mentors(mentee_id, wanted)[:limit]
        found = (self.between(mentor_id, mentee_id, named=mentor_id) for mentor_id, _ in ranked)
        return [one for one in found if one is not None]

    def mentees_for(self, mentor_id: int, limit: int | None = None) -> list[Proposal]:
        """Mentees for a mentor, the best first."""
        ranked = self.ranked_mentees(mentor_id)[:limit]
        found = (self.between(mentor_id, mentee_id, named=mentee_id) for mentee_id, _ in ranked)
        return [one for one in found if one is not None]

    def ranked_mentors(self, mentee_id: int, wanted: str = "") -> list[tuple[int, float]]:
        """As `mentors_for`, by numbers and scores, without words."""
        row = self._rows.get(mentee_id)
        if row is None:
            return []
        mentors = [self._mentors[column] for column in np.flatnonzero(self._open[row]).tolist()]
        fitting = [
            (one.id, float(self._pairs.scores[row, self._columns[one.id]]))
            for one in mentors
            if self.places_left(one.id) != 0 and (not wanted or _offers(one, wanted))
        ]
        return sorted(fitting, key=lambda found: (-found[1], found[0]))

    def ranked_mentees(self, mentor_id: int) -> list[tuple[int, float]]:
        """As `mentees_for`, by numbers and scores, without words; nobody for a mentor who has no place left."""
        column = self._columns.get(mentor_id)
        if column is None or self.places_left(mentor_id) == 0:
            return []
        rows = np.flatnonzero(self._open[:, column]).tolist()
        fitting = [(self._mentees[row].id, float(self._pairs.scores[row, column])) for row in rows]
        return sorted(fitting, key=lambda found: (-found[1], found[0]))

    def between(self, mentor_id: int, mentee_id: int, named: int) -> Proposal | None:
        """One of two, `named`, as a proposal for the other; None if one of them is not here any more."""
        row, column = self._rows.get(mentee_id), self._columns.get(mentor_id)
        if row is None or column is None:
            return None
        return self._proposal(row, column, self.people[named])

    def places_left(self, mentor_id: int) -> int | None:
        """How many more mentees a mentor would go on with; None: any number."""
        if self.encounters is not None and mentor_id in self.encounters.attendees:
            return self.encounters.places_left(mentor_id)
        return self.people[mentor_id].continuing_limit

    def _proposal(self, row: int, column: int, one: Attendee) -> Proposal:
        return Proposal(
            attendee_id=one.id,
            code=one.code,
            name=one.name,
            title=one.title,
            employer=one.employer,
            score=float(self._pairs.scores[row, column]),
            words=", ".join(self._reasons(row, column)),
            places_left=self.places_left(one.id) if one.role.hosts else None,
        )

    def _reasons(self, row: int, column: int) -> Iterator[str]:
        talk = Introduction(
            round=0,
            table=0,
            mentor_id=self._mentors[column].id,
            mentee_id=self._mentees[row].id,
            score=float(self._pairs.scores[row, column]),
            evidence=self._pairs.evidence(row, column),
        )
        return map(mid_sentence, printable_reasons(self.event, talk)[:_MOST_REASONS])

    @cached_property
    def _pairs(self) -> PairScores:
        return score_pairs(
            self._mentees,
            self._mentors,
            self.event.rules,
            apart=self._apart,
            wishes=self._wishes,
            met=self._met_before,
            meet_again=self._meet_again,
            sensitive=self.event.is_sensitive,
        )

    @cached_property
    def _open(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """(mentees, mentors) who may meet and have not."""
        found = self._pairs.allowed.copy()
        forbidden = (pair for pair, rule in self._rules.items() if rule is PairRule.FORBIDDEN)
        for mentor_id, mentee_id in (*forbidden, *self._both_ways()):
            if mentor_id in self._columns and mentee_id in self._rows:
                found[self._rows[mentee_id], self._columns[mentor_id]] = False
        return found

    def _both_ways(self) -> Iterable[tuple[int, int]]:
        return ((one, other) for pair in self._met for one in pair for other in pair - {one})

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {one.id: place for place, one in enumerate(self._mentees)}

    @cached_property
    def _columns(self) -> dict[int, int]:
        return {one.id: place for place, one in enumerate(self._mentors)}


def _offers(mentor: Attendee, wanted: str) -> bool:
    return text_key(wanted) in map(text_key, (*mentor.needs_offered, *mentor.topics_offered))
