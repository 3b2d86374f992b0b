"""Field or specialty."""

from typing import ClassVar, Final

import numpy as np

from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import equal_pairs, folded, within_sentence

_RELATED: Final = 0.6


class FieldOfWork(Criterion):
    """Same field 1, related 0.6, another 0."""

    name: ClassVar[str] = "field"

    def __init__(self, crowd: Crowd) -> None:
        self._mentor_fields = [person.field.strip() for person in crowd.mentors]
        groups = [{folded(one) for one in group} for group in crowd.rules.related_fields]
        mentees = [folded(person.field) for person in crowd.mentees]
        mentors = [folded(field) for field in self._mentor_fields]
        self._parts = equal_pairs(mentees, mentors)
        for group in groups:
            near_mentees = np.array([field in group for field in mentees], bool)
            near_mentors = np.array([field in group for field in mentors], bool)
            near = near_mentees[:, None] & near_mentors[None, :] & (self._parts == 0)
            self._parts[near] = _RELATED

    def parts(self, rows: Rows) -> Parts:
        """Same, related or another."""
        return self._parts[rows]

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the mentor's field."""
        if part is None:
            return ()
        kind = "Same" if part == 1 else "Related" if part == _RELATED else "Another"
        return (Remark(f"{kind} field: {within_sentence(self._mentor_fields[mentor])}"),)
