"""Whom people asked to meet."""

from typing import ClassVar

import numpy as np

from mixer_app.domain.events import MetBeforeRule
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows

_BY_BOTH, _AGAIN, _BY_MENTEE, _BY_MENTOR = 1.0, 0.95, 0.9, 0.8


class Wishes(Criterion):
    """Named by the mentee, by the mentor, by both; nobody named anybody is neutral.

    A wish of one side is private, so its sentence is flagged.
    """

    name: ClassVar[str] = "wishes"

    def __init__(self, crowd: Crowd) -> None:
        mentee_row = {person.id: row for row, person in enumerate(crowd.mentees)}
        mentor_row = {person.id: row for row, person in enumerate(crowd.mentors)}
        shape = (len(crowd.mentees), len(crowd.mentors))
        by_mentee, by_mentor, again = (np.zeros(shape, bool) for _ in range(3))
        for wisher, wished in crowd.wishes:
            if wisher in mentee_row and wished in mentor_row:
                by_mentee[mentee_row[wisher], mentor_row[wished]] = True
            if wisher in mentor_row and wished in mentee_row:
                by_mentor[mentee_row[wished], mentor_row[wisher]] = True
        prefer = crowd.rules.met_before is MetBeforeRule.PREFER
        asked = {(one, other) for pair in crowd.meet_again for one in pair for other in pair if one != other}
        for mentor, mentee in asked | (crowd.met if prefer else frozenset()):
            if mentee in mentee_row and mentor in mentor_row:
                again[mentee_row[mentee], mentor_row[mentor]] = True
        self._parts = np.full(shape, np.nan)
        self._parts[by_mentor] = _BY_MENTOR
        self._parts[by_mentee] = _BY_MENTEE
        self._parts[again] = _AGAIN
        self._parts[by_mentee & by_mentor] = _BY_BOTH

    def parts(self, rows: Rows) -> Parts:
        """Who named whom."""
        return self._parts[rows]

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Says whose wish it was."""
        if part is None:
            return (Remark("No wish by either"),)
        return {
            _BY_BOTH: (Remark("Both wished to meet"),),
            _AGAIN: (Remark("Good to meet again"),),
            _BY_MENTEE: (Remark("A wish of the mentee", sensitive=True),),
            _BY_MENTOR: (Remark("A wish of the mentor", sensitive=True),),
        }[part]
