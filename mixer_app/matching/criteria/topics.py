"""Topics that the mentor can talk about."""

from typing import ClassVar

from mixer_app.matching.criteria.coverage import Coverage
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import listed, within_sentence


class Topics(Criterion):
    """Share of the mentee's topics that the mentor offers; the first choice counts most."""

    name: ClassVar[str] = "topics"

    def __init__(self, crowd: Crowd) -> None:
        self._coverage = Coverage(
            [person.topics_wanted for person in crowd.mentees],
            [person.topics_offered for person in crowd.mentors],
            first_counts=2.0,
        )

    def parts(self, rows: Rows) -> Parts:
        """The share for each pair."""
        return self._coverage.parts(rows)

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Names the shared topics, and whether the first choice is among them."""
        if part is None:
            return ()
        shared = self._coverage.shared(mentee, mentor)
        if not shared:
            return (Remark("No topic in common"),)
        words = [within_sentence(topic) for topic in shared]
        if shared[0] != self._coverage.first(mentee):
            return (Remark(f"Shares {listed(words)}"),)
        others = f", and {listed(words[1:])}" if words[1:] else ""
        return (Remark(f"Shares {words[0]}, the first choice{others}"),)
