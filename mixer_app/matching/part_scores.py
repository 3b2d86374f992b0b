"""The part scores of chosen pairs, by every criterion whether it has a weight or not."""

from collections.abc import Sequence, Set
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria import CRITERIA, Criterion, Crowd
from mixer_app.matching.criteria.question import Question

_ROWS_AT_ONCE: Final = 512


def criterion_names(rules: MatchingRules) -> tuple[str, ...]:
    """Every criterion in the order of the columns of `part_scores`."""
    return (*(kind.name for kind in CRITERIA), *(asked.question for asked in rules.questions))


def part_scores(
    mentees: Sequence[Attendee],
    mentors: Sequence[Attendee],
    rules: MatchingRules,
    pairs: NDArray[np.int64],
    *,
    wishes: Set[tuple[int, int]] = frozenset(),
    met: Set[tuple[int, int]] = frozenset(),
    meet_again: Set[frozenset[int]] = frozenset(),
) -> NDArray[np.float64]:
    """(pairs, criteria) part scores in [0, 1] of `pairs`, rows (mentee, mentor) of the two lists; NaN where unknown.

    Rarity is counted among all who are given, so give everybody who was there, not only those of the pairs.
    """
    crowd = Crowd(mentees=mentees, mentors=mentors, rules=rules, wishes=wishes, met=met, meet_again=meet_again)
    criteria: list[Criterion] = [kind(crowd) for kind in CRITERIA]
    criteria += [Question(crowd, asked) for asked in rules.questions]
    parts = np.full((len(pairs), len(criteria)), np.nan)  # (pairs, criteria)
    for start in range(0, len(mentees), _ROWS_AT_ONCE):
        rows = np.arange(start, min(start + _ROWS_AT_ONCE, len(mentees)))
        of_these = np.flatnonzero((pairs[:, 0] >= rows[0]) & (pairs[:, 0] <= rows[-1]))
        for column, criterion in enumerate(criteria if len(of_these) else ()):
            parts[of_these, column] = criterion.parts(rows)[pairs[of_these, 0] - start, pairs[of_these, 1]]
    return parts
