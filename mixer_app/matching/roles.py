"""People who are mentor and mentee: who of them hosts and who seeks in each round."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings


def with_roles_settled(openings: Openings, pairs: NDArray[np.bool_]) -> Openings:
    """The same openings with each such person either hosting or seeking in a round.

    `pairs` (mentees, mentors) were chosen as if one could do both. A person seeks in as many rounds
    as mentees meet mentors on average, and hosts in the others.
    """
    if not openings.same_person:
        return openings
    dice = np.random.default_rng(openings.seed)
    present, seats = openings.present.copy(), openings.seats.copy()
    met = pairs.sum(axis=1)
    usual = max(1, round(float(met.sum()) / max(len(met), 1)))
    for mentee, mentor in openings.same_person:
        shared = np.flatnonzero(present[mentee] & (seats[mentor] > 0))
        if openings.keep is not None:
            hosted = {int(r) for r in np.flatnonzero((openings.keep == mentor).any(axis=0))}
            sought = {int(r) for r in np.flatnonzero(openings.keep[mentee] >= 0)} - hosted
        else:
            hosted, sought = set[int](), set[int]()
        seeks = sorted(dice.permutation(shared).tolist(), key=lambda r: (r in hosted, r not in sought))
        many = min(int(met[mentee]), usual) if pairs[:, mentor].any() else len(shared)
        seats[mentor, seeks[:many]] = 0
        present[mentee, seeks[many:]] = False
    possible = openings.possible & (present.astype(np.float32) @ (seats > 0).astype(np.float32).T > 0.5)
    return replace(
        openings,
        present=present,
        seats=seats,
        possible=possible,
        mentee_room=np.minimum(openings.mentee_room, present.sum(axis=1)),
        mentor_room=np.minimum(openings.mentor_room, seats.sum(axis=1)),
        same_person=(),
    )
