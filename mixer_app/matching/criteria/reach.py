"""Whether the two can keep in touch afterwards."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import Equality, folded, within_sentence


class Reach(Criterion):
    """Same region or both fine with remote, and alike in how often; the mean of what is known."""

    name: ClassVar[str] = "reach"

    def __init__(self, crowd: Crowd) -> None:
        self._mentors = crowd.mentors
        self._region = _equal([p.region for p in crowd.mentees], [p.region for p in crowd.mentors])
        self._often = _equal([p.contact_frequency for p in crowd.mentees], [p.contact_frequency for p in crowd.mentors])
        self._remote_mentees, self._remote_mentors = _remote(crowd.mentees), _remote(crowd.mentors)

    def parts(self, rows: Rows) -> Parts:
        """The mean of place and frequency."""
        region, often = self._region.parts(rows), self._often.parts(rows)
        remote = self._remote_mentees[rows, None] * self._remote_mentors[None, :]
        place = np.fmax(region, remote)
        return np.where(np.isnan(place), often, np.where(np.isnan(often), place, (place + often) / 2))

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Such as `Both fine with remote, monthly`."""
        if part is None:
            return ()
        person = self._mentors[mentor]
        region, remote = self._region.part(mentee, mentor), self._remote_mentees[mentee] * self._remote_mentors[mentor]
        alike = self._often.part(mentee, mentor) == 1
        often = within_sentence(person.contact_frequency.strip()) if alike else ""
        if remote == 1:
            place = "Both fine with remote"
        elif region == 1:
            place = f"Same region: {person.region.strip()}"
        elif often:
            return (Remark(f"Both would keep in touch {often}"),)
        elif np.isnan(region) and np.isnan(remote):
            return (Remark("Not alike in how often"),)
        else:
            return (Remark("Not in reach of each other"),)
        return (Remark(f"{place}, {often}" if often else place),)


def _equal(left: Sequence[str], right: Sequence[str]) -> Equality:
    return Equality([folded(text) for text in left], [folded(text) for text in right])


def _remote(people: Sequence[Attendee]) -> Parts:
    """1 fine with remote, 0 not, NaN not answered."""
    return np.array([np.nan if one.remote_ok is None else float(one.remote_ok) for one in people], np.float64)
