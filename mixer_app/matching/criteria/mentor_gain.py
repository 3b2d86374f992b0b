"""What the mentor would gain."""

from typing import ClassVar

from mixer_app.matching.criteria.coverage import Coverage
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import listed, within_sentence


class MentorGain(Criterion):
    """Share of the mentor's own interests that the mentee brings: topics of either kind, and field."""

    name: ClassVar[str] = "mentor_gain"

    def __init__(self, crowd: Crowd) -> None:
        brought = [(*one.topics_offered, *one.topics_wanted, one.field) for one in crowd.mentees]
        self._coverage = Coverage([one.topics_wanted for one in crowd.mentors], brought)

    def parts(self, rows: Rows) -> Parts:
        """The share for each pair; the coverage stands the other way round here."""
        return self._coverage.parts_for_offers(rows)

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names what the mentor would hear about."""
        shared = [] if part is None else self._coverage.shared(mentor, mentee)
        if not shared:
            return ()
        return (Remark(f"The mentor would like to hear about {listed([within_sentence(one) for one in shared])}"),)
