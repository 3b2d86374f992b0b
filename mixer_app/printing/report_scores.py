"""Scores of the introductions in steps, joined where a count is small."""

from dataclasses import dataclass

from mixer_app.domain.paper import EventReport
from mixer_app.printing.small_counts import joined


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """Scores from `low` on and below `high`, and how many introductions have them."""

    low: float
    high: float | None
    count: int
    lowest: bool

    @property
    def label(self) -> str:
        """`0.6 to 0.7`, `under 0.5`, `0.8 and over`."""
        if self.high is None:
            return f"{self.low:.1f} and over" if self.low > 0 else "all"
        return f"under {self.high:.1f}" if self.lowest else f"{self.low:.1f} to {self.high:.1f}"


def score_steps(report: EventReport) -> tuple[list[ScoreStep], list[ScoreStep]]:
    """Scores in steps of 0.1 around the strong threshold, small ones joined on their side of it."""
    tenth = round(report.strong * 10)
    counts: dict[int, int] = {}
    for score in report.scores:
        step = max(tenth - 2, min(tenth + 2, int(score * 10 + 1e-9)))
        counts[step] = counts.get(step, 0) + 1
    under = any(score < (tenth - 2) / 10 - 1e-9 for score in report.scores)
    weak = joined([(step, counts.get(step, 0)) for step in range(tenth - 2, tenth)])
    strong = joined([(step, counts.get(step, 0)) for step in range(tenth, tenth + 3)])

    def bucket(low: int, high: int, count: int) -> ScoreStep:
        return ScoreStep(low / 10, None if high >= tenth + 2 else (high + 1) / 10, count, under and low == tenth - 2)

    return [bucket(one.low, one.high, one.count) for one in weak], [
        bucket(one.low, one.high, one.count) for one in strong
    ]
