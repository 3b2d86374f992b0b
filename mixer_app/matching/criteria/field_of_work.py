"""Field or specialty."""

from typing import ClassVar, Final

import numpy as np

from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import Equality, folded, within_sentence

_RELATED: Final = 0.6


class FieldOfWork(Criterion):
    """Same field 1, related 0.6, another 0."""

    name: ClassVar[str] = "field"

    def __init__(self, crowd: Crowd) -> None:
        self._mentor_fields = [person.field.strip() for person in crowd.mentors]
        groups = [{folded(one) for one in group} for group in crowd.rules.related_fields]
        mentees = [folded(person.field) for person in crowd.mentees]
        mentors = [folded(field) for field in self._mentor_fields]
        self._same = Equality(mentees, mentors)
        self._groups = [
            (
                np.array([field in group for field in mentees], bool),
                np.array([field in group for field in mentors], bool),
            )
            for group in groups
        ]

    def parts(self, rows: Rows) -> Parts:
        """Same, related or another."""
        parts = self._same.parts(rows)
        for near_mentees, near_mentors in self._groups:
            near = near_mentees[rows, None] & near_mentors[None, :] & (parts == 0)
            parts[near] = _RELATED
        return parts

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the mentor's field."""
        if part is None:
            return ()
        kind = "Same" if part == 1 else "Related" if part == _RELATED else "Another"
        return (Remark(f"{kind} field: {within_sentence(self._mentor_fields[mentor])}"),)
