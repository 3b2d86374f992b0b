"""Whom people asked to meet."""

from typing import ClassVar, Final

import numpy as np

from mixer_app.domain.events import MetBeforeRule
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows

_BY_BOTH, _AGAIN, _BY_MENTEE, _BY_MENTOR = 1.0, 0.95, 0.9, 0.8
_PARTS: Final = np.array([np.nan, _BY_MENTOR, _BY_MENTEE, _AGAIN, _BY_BOTH])


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
        self._kinds = np.zeros(shape, np.int8)  # places of `_PARTS`: a byte for each pair
        self._kinds[by_mentor] = 1
        self._kinds[by_mentee] = 2
        self._kinds[again] = 3
        self._kinds[by_mentee & by_mentor] = 4

    def parts(self, rows: Rows) -> Parts:
        """Who named whom."""
        return _PARTS[self._kinds[rows]]

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
