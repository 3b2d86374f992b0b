"""How well each mentee and mentor fit, whether they may meet, and why.

The score is the mean of the part scores, weighted by the rules. Where an answer is missing the
part counts as halfway, so that silence neither helps nor harms; a criterion for which no pair at
all has an answer is left out for everybody.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Evidence
from mixer_app.domain.progress import Progress, report
from mixer_app.matching.criteria import CRITERIA, Criterion, Crowd
from mixer_app.matching.criteria.question import Question
from mixer_app.matching.hard_rules import allowed_pairs, tolerated_colleagues

_NEUTRAL: Final = 0.5
_COLLEAGUES_KEEP: Final = 0.6  # of the score, where the event prefers people from outside
_ROWS_AT_ONCE: Final = 512
_ROWS_AT_HAND: Final = 16


@dataclass(frozen=True)
class _Weighted:
    """A criterion and its share of the whole."""

    criterion: Criterion
    title: str
    share: float


class PairScores:
    """Scores, permissions and reasons of all pairs; rows are mentees, columns mentors."""

    scores: NDArray[np.float64]  # (mentees, mentors), each in [0, 1], in steps of 1e-4
    allowed: NDArray[np.bool_]  # (mentees, mentors)
    discovery: NDArray[np.bool_]  # (mentees, mentors) another field, and experience that fits a need

    def __init__(self, crowd: Crowd, apart: Set[frozenset[int]], progress: Progress | None = None) -> None:
        self._crowd = crowd
        self._at_hand: tuple[int, list[NDArray[np.float64]]] | None = None
        shape = (len(crowd.mentees), len(crowd.mentors))
        self.scores, self.discovery = np.full(shape, _NEUTRAL), np.zeros(shape, bool)
        self._weighted = _with_shares(_criteria(crowd), shape)
        self._colleagues = tolerated_colleagues(crowd)
        for start in range(0, shape[0], _ROWS_AT_ONCE):
            report(progress, start / shape[0], "Looking who fits whom")
            self._fill(np.arange(start, min(start + _ROWS_AT_ONCE, shape[0])))
        self.allowed = allowed_pairs(crowd, apart) & (self.scores >= crowd.rules.floor)
        self.discovery &= self.allowed

    def _fill(self, rows: NDArray[np.int64]) -> None:
        total = np.zeros((len(rows), len(self._crowd.mentors)))
        parts = {"needs": np.full_like(total, np.nan), "field": np.full_like(total, np.nan)}
        for weighted in self._weighted:
            part = weighted.criterion.parts(rows)
            total += weighted.share * np.where(np.isnan(part), _NEUTRAL, part)
            parts[weighted.title] = part
        if self._weighted:
            total[self._colleagues[rows]] *= _COLLEAGUES_KEEP
            self.scores[rows] = np.round(np.clip(total, 0, 1), 4)
        self.discovery[rows] = (parts["needs"] > 0) & (parts["field"] == 0)

    def evidence(self, mentee: int, mentor: int) -> tuple[Evidence, ...]:
        """What each criterion says of a pair, in the order of the criteria."""
        pieces: list[Evidence] = []
        for weighted, parts in zip(self._weighted, self._parts_of(mentee), strict=True):
            value = float(parts[mentor])
            part = None if np.isnan(value) else value
            share = weighted.share
            for remark in weighted.criterion.remarks(mentee, mentor, part):
                pieces.append(Evidence(weighted.title, share, part, remark.sentence, remark.sensitive))
                share = 0.0  # a second sentence of one criterion adds no weight
        if self._colleagues[mentee, mentor]:
            pieces.append(Evidence("employer", 0.0, 0.0, "Same employer"))
        return tuple(pieces)

    def _parts_of(self, mentee: int) -> list[NDArray[np.float64]]:
        """Part scores of one mentee with every mentor; those of a few neighbours are at hand, as plans ask in order."""
        start = mentee - mentee % _ROWS_AT_HAND
        if self._at_hand is None or self._at_hand[0] != start:
            rows = np.arange(start, min(start + _ROWS_AT_HAND, len(self.scores)))
            self._at_hand = start, [weighted.criterion.parts(rows) for weighted in self._weighted]
        return [parts[mentee - start] for parts in self._at_hand[1]]


def score_pairs(
    mentees: Sequence[Attendee],
    mentors: Sequence[Attendee],
    rules: MatchingRules,
    *,
    apart: Set[frozenset[int]] = frozenset(),
    wishes: Set[tuple[int, int]] = frozenset(),
    met: Set[tuple[int, int]] = frozenset(),
    meet_again: Set[frozenset[int]] = frozenset(),
    sensitive: Callable[[str], bool] = lambda need: False,
    progress: Progress | None = None,
) -> PairScores:
    """Score every pair under `rules`.

    `apart` and `meet_again` hold pairs of attendee ids, `wishes` (from, to), `met` (mentor, mentee)
    of earlier events. Raises `MixerError` if a weight is negative or names no criterion, or `Cancelled`
    if `progress` says so.
    """
    crowd = Crowd(
        mentees=mentees,
        mentors=mentors,
        rules=rules,
        wishes=wishes,
        met=met,
        meet_again=meet_again,
        sensitive=sensitive,
    )
    return PairScores(crowd, apart, progress)


def _criteria(crowd: Crowd) -> list[_Weighted]:
    """The criteria with a weight, their shares not yet scaled."""
    weights = crowd.rules.weights
    known = {kind.name for kind in CRITERIA}
    for name, weight in [*weights.items(), *((one.question, one.weight) for one in crowd.rules.questions)]:
        if not weight >= 0:
            raise MixerError(f"The weight of “{name}” is {weight}. Give 0 or more.")
    for name in weights:
        if name not in known:
            raise MixerError(f"No criterion is called “{name}”. There are: {', '.join(sorted(known))}.")
    built = [_Weighted(kind(crowd), kind.name, weights[kind.name]) for kind in CRITERIA if weights.get(kind.name)]
    asked = [_Weighted(Question(crowd, one), one.question, one.weight) for one in crowd.rules.questions if one.weight]
    return built + asked


def _with_shares(weighted: list[_Weighted], shape: tuple[int, int]) -> list[_Weighted]:
    """Shares that add up to 1 over the criteria that somebody answered."""
    telling = [one for one in weighted if _tells(one.criterion, shape)]
    whole = sum(one.share for one in telling)
    return [_Weighted(one.criterion, one.title, one.share / whole) for one in telling]


def _tells(criterion: Criterion, shape: tuple[int, int]) -> bool:
    starts = range(0, shape[0], _ROWS_AT_ONCE)
    return any(
        not np.isnan(criterion.parts(np.arange(start, min(start + _ROWS_AT_ONCE, shape[0])))).all() for start in starts
    )
