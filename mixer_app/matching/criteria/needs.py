"""Needs that the mentor has been through."""

from typing import ClassVar

from mixer_app.matching.criteria.coverage import Coverage
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import listed, within_sentence


class Needs(Criterion):
    """Share of the mentee's needs that the mentor went through, rarer needs counting more."""

    name: ClassVar[str] = "needs"

    def __init__(self, crowd: Crowd) -> None:
        self._sensitive = crowd.sensitive
        self._coverage = Coverage(
            [person.needs_wanted for person in crowd.mentees], [person.needs_offered for person in crowd.mentors]
        )

    def parts(self, rows: Rows) -> Parts:
        """The share for each pair."""
        return self._coverage.parts(rows)

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the needs; sensitive ones apart, flagged."""
        if part is None:
            return ()
        shared = self._coverage.shared(mentee, mentor)
        if not shared:
            return (Remark("Has been through none of the needs"),)
        groups = [(need, self._sensitive(need)) for need in shared]
        return tuple(
            Remark(f"Went through {listed([within_sentence(need) for need in needs])}", sensitive)
            for sensitive in (False, True)
            if (needs := [need for need, kind in groups if kind is sensitive])
        )
