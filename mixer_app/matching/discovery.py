"""Strong and off-path introductions at once, for people present all evening.

Where one introduction may count as both, the two ranks do not form one network for every mentee.
Each setting of `Bonus` is a restriction that never counts twice, so the best of several settings is
a good plan; it is proven where it reaches the bounds of two networks that each leave one rank out,
and small evenings are proven otherwise.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.pairs import Aims, Bonus, PairChooser, crossing, natural_bonus
from mixer_app.matching.standing import Standing, kept_at_most, standing_of_pairs

_SETTINGS: Final = 8  # tried at most


def choose_crossing_pairs(
    openings: Openings, chooser: PairChooser, progress: Progress | None
) -> tuple[Flags, Standing]:
    """The best pairs found (mentees, mentors), and a bound that no choice of pairs exceeds."""
    crossed = crossing(openings)
    setting = natural_bonus(openings)
    best = chooser.choose(Aims(), setting)
    standing = _standing(openings, best)
    bound = bound_with_discovery(openings, chooser)
    for attempt in range(_SETTINGS):
        if standing.discovery >= bound.discovery and attempt:
            break
        report(progress, 0.3 + 0.3 * attempt / _SETTINGS, "Looking for unexpected careers")
        setting = np.where(crossed, _seen_in(openings, best, setting), setting).astype(np.int8)
        pairs = chooser.choose(Aims(), setting)
        reached = _standing(openings, pairs)
        if reached <= standing:
            break
        best, standing = pairs, reached
    return best, bound


def bound_with_discovery(openings: Openings, chooser: PairChooser) -> Standing:
    """Figures that no choice of pairs exceeds in strict order, each rank from a network that is exact for it."""
    by_strong = _standing(openings, chooser.choose(Aims(discovery=False)))
    by_discovery = _standing(openings, chooser.choose(Aims(strong=False)))
    return replace(by_strong, discovery=by_discovery.discovery)


def _seen_in(openings: Openings, pairs: Flags, setting: NDArray[np.int8]) -> NDArray[np.int8]:
    """For each mentee the setting that counts all that `pairs` gives; another one where it gives no discovery."""
    off_path = np.zeros_like(pairs) if openings.discovery is None else pairs & openings.discovery
    both = (off_path & openings.strong).any(axis=1)
    only = (off_path & ~openings.strong).any(axis=1)
    other = np.where(setting == Bonus.AS_STRONG, Bonus.BOTH_IN_STRONG, Bonus.AS_STRONG)
    return np.where(both, Bonus.BOTH_IN_STRONG, np.where(only, Bonus.AS_STRONG, other)).astype(np.int8)


def _standing(openings: Openings, pairs: Flags) -> Standing:
    return standing_of_pairs(openings, pairs, kept_at_most(openings, pairs))
