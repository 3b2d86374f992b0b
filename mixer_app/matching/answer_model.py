"""How part scores predict a yes: a logistic regression whose uncertainty knows that people answer more than once.

The estimate is ridge-penalised (le Cessie and van Houwelingen 1992, Applied Statistics 41:191), with a normal prior
of scale 2.5 on the effect of a whole part score (the scale of Gelman, Jakulin, Pittau and Su 2008, Annals of Applied
Statistics 2:1360), so that it exists even where a criterion separates yes from no. Two answers that share a person
are not independent, whether one gave both, was the subject of both, or answered whom the other answered about: the
covariance is the dyadic cluster-robust one (Aronow, Samii and Assenova 2015, Political Analysis 23:564), and never
smaller than that of the model itself. Intervals take Student's t with the people of the smaller side less one as
degrees of freedom (after Cameron, Gelbach and Miller 2011, Journal of Business and Economic Statistics 29:238).
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

_NEUTRAL: Final = 0.5
_PRIOR_SCALE: Final = 2.5  # of the log odds, from a part score of 0 to one of 1
_STEPS: Final = 60
_CLOSE: Final = 1e-9
_LEAST_DIFFERENT: Final = 5  # answers that differ from the most common part score, for a criterion to be looked at

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class AnswerTable:
    """Answers, one a row."""

    parts: Floats  # (answers, criteria) in [0, 1], NaN where unknown
    yes: NDArray[np.bool_]  # (answers,)
    others: Floats  # (answers, circumstances): which event, which side, which round
    givers: NDArray[np.int64]  # (answers,) person who answered
    subjects: NDArray[np.int64]  # (answers,) person answered about


@dataclass(frozen=True)
class AnswerModel:
    """What was estimated: log odds of a yes for a whole part score, of each criterion that can be told."""

    columns: NDArray[np.int64]  # (told,) which columns of `parts`
    slopes: Floats  # (told,)
    middle: Floats  # (told,) log odds of an average answer whose part score is 0.5
    spread: Floats  # (told, told) covariance of the part scores among the answers
    robust: Floats  # (told, told) covariance of the slopes, dyads accounted for
    plain: Floats  # (told, told) covariance of the slopes if every answer stood alone
    freedom: int  # degrees of freedom of the intervals

    def errors(self, contrasts: Floats) -> Floats:
        """Standard errors of `contrasts` (k, told) of the slopes."""
        robust, plain = (np.einsum("ij,jk,ik->i", contrasts, one, contrasts) for one in (self.robust, self.plain))
        return np.sqrt(np.maximum(np.maximum(robust, plain), 0.0))

    def intervals(self, contrasts: Floats, certainty: float) -> tuple[Floats, Floats, Floats]:
        """`contrasts` (k, told) of the slopes, with the lower and upper bounds of each."""
        found = contrasts @ self.slopes
        reach = _student(certainty, self.freedom) * self.errors(contrasts)
        return found, found - reach, found + reach

    def beyond(self, weights: Floats) -> Floats:
        """(told, told) contrasts: each slope less what the score, with these `weights` (told,), leads to expect.

        The score as a whole has one slope; the projection of the estimate on it, in the spread of the part scores.
        """
        at_all = float(weights @ self.spread @ weights)
        along = np.outer(weights, weights @ self.spread) / at_all if at_all > 0 else np.zeros_like(self.spread)
        return np.eye(len(weights)) - along


def fit_answers(table: AnswerTable) -> AnswerModel | None:
    """Fit the model; None where no criterion differs enough among the answers."""
    parts = np.where(np.isnan(table.parts), _NEUTRAL, table.parts)  # (answers, criteria)
    columns = np.array([column for column in range(parts.shape[1]) if _differs(parts[:, column])], dtype=np.int64)
    if not len(columns):
        return None
    told = parts[:, columns] - _NEUTRAL  # (answers, told)
    centred = table.others - table.others.mean(axis=0)  # (answers, circumstances)
    design = np.hstack([told, centred, np.ones((len(told), 1))])  # (answers, told + circumstances + 1)
    penalty = np.full(design.shape[1], _PRIOR_SCALE**-2)
    penalty[-1] = 0.0
    estimate = _newton(design, table.yes.astype(np.float64), penalty)
    chance = _sigmoid(design @ estimate)  # (answers,)
    inverse = np.linalg.inv(_curvature(design, chance, penalty))
    scores = design * (table.yes - chance)[:, None]  # (answers, all)
    smaller = min(len(np.unique(table.givers)), len(np.unique(table.subjects)))
    correction = smaller / max(smaller - 1, 1) * (len(design) - 1) / max(len(design) - design.shape[1], 1)
    robust = correction * inverse @ _dyadic(scores, table.givers, table.subjects) @ inverse
    some, count = slice(0, len(columns)), len(columns)
    average = float((design @ estimate).mean())
    return AnswerModel(
        columns=columns,
        slopes=estimate[some],
        middle=average - estimate[some] * told.mean(axis=0),
        spread=np.atleast_2d(np.cov(told, rowvar=False)).astype(np.float64),
        robust=robust[:count, :count],
        plain=inverse[:count, :count].astype(np.float64),
        freedom=max(smaller - 1, 1),
    )


def shares_of_yes(middle: Floats, slopes: Floats) -> tuple[Floats, Floats]:
    """Shares of yes at a part score of 0 and of 1."""
    return _sigmoid(middle - _NEUTRAL * slopes), _sigmoid(middle + _NEUTRAL * slopes)


def _differs(column: Floats) -> bool:
    _, counts = np.unique(column, return_counts=True)
    return bool(len(column) - counts.max() >= _LEAST_DIFFERENT)


def _newton(design: Floats, yes: Floats, penalty: Floats) -> Floats:
    """The maximum of the penalised likelihood, which is concave; halved steps keep it climbing."""
    estimate = np.zeros(design.shape[1])
    height = _height(design, yes, penalty, estimate)
    for _ in range(_STEPS):
        chance = _sigmoid(design @ estimate)
        slope = design.T @ (yes - chance) - penalty * estimate
        step = np.linalg.solve(_curvature(design, chance, penalty), slope)
        while (there := _height(design, yes, penalty, estimate + step)) < height and np.abs(step).max() > _CLOSE:
            step = step / 2
        if np.abs(step).max() <= _CLOSE:
            break
        estimate, height = estimate + step, there
    return estimate


def _height(design: Floats, yes: Floats, penalty: Floats, estimate: Floats) -> float:
    odds = design @ estimate
    return float(yes @ odds - np.logaddexp(0.0, odds).sum() - (penalty * estimate**2).sum() / 2)


def _curvature(design: Floats, chance: Floats, penalty: Floats) -> Floats:
    return (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(penalty) + np.eye(len(penalty)) * _CLOSE


def _dyadic(scores: Floats, givers: NDArray[np.int64], subjects: NDArray[np.int64]) -> Floats:
    """Sum over all pairs of answers that share a person: by each person, less what both persons counted twice."""
    _, places = np.unique(np.concatenate([givers, subjects]), return_inverse=True)
    ends = places.reshape(2, -1)  # (2, answers)
    people = np.zeros((places.max() + 1, scores.shape[1]))  # (people, all)
    for end in ends:
        np.add.at(people, end, scores)
    _, dyads = np.unique(np.sort(ends, axis=0), axis=1, return_inverse=True)
    pairs = np.zeros((dyads.max() + 1, scores.shape[1]))  # (dyads, all)
    np.add.at(pairs, dyads.ravel(), scores)
    return people.T @ people - pairs.T @ pairs


def _student(certainty: float, freedom: int) -> float:
    """The two-sided quantile of Student's t, by the expansion around the normal one (Abramowitz and Stegun 26.7.5)."""
    z = NormalDist().inv_cdf((1 + certainty) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))


def _sigmoid(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
