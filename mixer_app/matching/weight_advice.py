"""From what predicted a yes to other weights: only where the answers are clear, and only half of the way."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.answer_model import AnswerModel, AnswerTable, fit_answers, shares_of_yes

CERTAINTY: Final = 0.95
_HALF: Final = 0.5  # of the way: the next evening may say otherwise
_AT_MOST: Final = 2.0  # times the present weight
_FROM_NOTHING: Final = 0.05  # what a criterion that counted for nothing may get at once

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Advice:
    """What is known of each criterion that differed among the answers; arrays are (told,)."""

    columns: NDArray[np.int64]
    without: Floats  # share of yes where it did not fit at all
    with_it: Floats  # and where it fitted in full
    low: Floats  # of the difference, each with `CERTAINTY`
    high: Floats
    suggested: Floats  # share of the whole; NaN: leave it


def advise(table: AnswerTable, weights: Floats) -> Advice | None:
    """Judge `weights` (criteria,), which are shares of the whole; None where nothing differs.

    A change is suggested for a criterion that predicted more, or less, than its weight, if the interval of that
    difference is clear of zero with all criteria looked at together (Bonferroni), so that in 95 of 100 cases
    in which weights are as good as any there is no suggestion at all.
    """
    model = fit_answers(table)
    if model is None:
        return None
    slopes, low, high = model.intervals(np.eye(len(model.columns)), CERTAINTY)
    without, with_it = shares_of_yes(model.middle, slopes)
    return Advice(
        columns=model.columns,
        without=without,
        with_it=with_it,
        low=np.subtract(*shares_of_yes(model.middle, low)[::-1]),
        high=np.subtract(*shares_of_yes(model.middle, high)[::-1]),
        suggested=_suggested(model, weights[model.columns]),
    )


def _suggested(model: AnswerModel, present: Floats) -> Floats:
    """(told,) shares, NaN where the answers do not clearly speak against the present one."""
    together = 1 - (1 - CERTAINTY) / len(present)
    _, low, high = model.intervals(model.beyond(present), together)
    useful = np.maximum(model.slopes, 0.0)
    if not useful.any():
        return np.full(len(present), np.nan)
    wanted = present + _HALF * (present.sum() * useful / useful.sum() - present)
    most = np.where(present > 0, _AT_MOST * present, _FROM_NOTHING)
    wanted = np.clip(wanted, present / _AT_MOST, most)
    clear = ((low > 0) & (wanted > present)) | ((high < 0) & (wanted < present))
    return np.where(clear, np.round(wanted, 2), np.nan)
