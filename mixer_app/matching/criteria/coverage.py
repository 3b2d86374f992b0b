"""How much of what each mentee asks for each mentor offers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.criteria.criterion import Parts, Rows
from mixer_app.matching.products import product
from mixer_app.matching.terms import Vocabulary, unique_terms


class Coverage:
    """Share of the asked terms that is offered; rare ones and, if so wished, the first count more.

    A term that one mentor in n offers weighs 2 - 1/n, one that all offer weighs 1. The factor for
    the first choice is at least 2, so that no rarity can outweigh it.
    """

    def __init__(
        self, asked: Sequence[Sequence[str]], offered: Sequence[Sequence[str]], *, first_counts: float = 1.0
    ) -> None:
        self._asked = [unique_terms(texts) for texts in asked]
        self._offered = [unique_terms(texts) for texts in offered]
        vocabulary = Vocabulary(self._asked, self._offered)
        offers = vocabulary.incidence(self._offered)  # (mentors, terms)
        rarity = 2.0 - offers.sum(axis=0) / max(len(offered), 1)  # (terms,)
        wants = vocabulary.incidence(self._asked) * rarity  # (mentees, terms)
        totals = wants.sum(axis=1)
        for row, terms in enumerate(self._asked):
            totals[row] += 2.0 * sum(term not in vocabulary for term in terms)  # what nobody offers is rarest
            first = next(iter(terms), None)
            if first is not None and first_counts != 1.0:
                totals[row] += (first_counts - 1) * (rarity[vocabulary.number(first)] if first in vocabulary else 2.0)
                if first in vocabulary:
                    wants[row, vocabulary.number(first)] *= first_counts
        self._wants: NDArray[np.float32] = (wants / np.maximum(totals, 1e-9)[:, None]).astype(np.float32)
        self._offers = offers
        self._no_ask = np.array([not terms for terms in self._asked], bool)
        self._no_offer = np.array([not terms for terms in self._offered], bool)

    def parts(self, rows: Rows) -> Parts:
        """(rows, mentors) shares; NaN where a side did not answer."""
        parts = np.clip(product(self._wants[rows], self._offers.T), 0, 1).astype(np.float64)
        parts[self._no_ask[rows]] = np.nan
        parts[:, self._no_offer] = np.nan
        return parts

    def shared(self, mentee: int, mentor: int) -> list[str]:
        """The terms both have, in the mentee's order and words."""
        return [text for term, text in self._asked[mentee].items() if term in self._offered[mentor]]

    def first(self, mentee: int) -> str | None:
        """The mentee's first choice."""
        return next(iter(self._asked[mentee].values()), None)

    def parts_for_offers(self, rows: Rows) -> Parts:
        """(rows, askers) the same shares seen from some of those who offer."""
        parts = np.clip(product(self._offers[rows], self._wants.T), 0, 1).astype(np.float64)
        parts[self._no_offer[rows]] = np.nan
        parts[:, self._no_ask] = np.nan
        return parts
