"""How far the mentor is ahead."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

import numpy as np

from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria.criterion import Criterion, Crowd, Parts, Remark, Rows
from mixer_app.matching.terms import folded

_FAR: Final = 2.0  # times the target gap: from here on a little less fitting
_FAR_LOSS: Final = 0.3  # lost at twice that, and never more


class Experience(Criterion):
    """0 below the minimum gap, full from the target gap, gently falling when far beyond.

    In years where both gave years, else in steps of the event's scale of grades.
    """

    name: ClassVar[str] = "experience"

    def __init__(self, crowd: Crowd) -> None:
        rules = crowd.rules
        self._years_gaps = (rules.minimum_gap_years, rules.target_gap_years)
        self._grade_gaps = (rules.minimum_gap_grades, rules.target_gap_grades)
        place = {folded(grade): float(number) for number, grade in enumerate(rules.experience_scale)}
        self._mentee_years, self._mentor_years = (_years(side) for side in (crowd.mentees, crowd.mentors))
        self._mentee_grades, self._mentor_grades = (_grades(side, place) for side in (crowd.mentees, crowd.mentors))

    def parts(self, rows: Rows) -> Parts:
        """The fit of each gap."""
        years = _fit(self._mentor_years[None, :] - self._mentee_years[rows, None], *self._years_gaps)
        grades = _fit(self._mentor_grades[None, :] - self._mentee_grades[rows, None], *self._grade_gaps)
        return np.where(np.isnan(years), grades, years)

    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """Tells the gap: `14 years ahead`."""
        if part is None:
            return ()
        gap, unit = float(self._mentor_years[mentor] - self._mentee_years[mentee]), "year"
        if np.isnan(gap):
            gap, unit = float(self._mentor_grades[mentor] - self._mentee_grades[mentee]), "grade"
        if gap == 0:
            return (Remark("Equally experienced"),)
        count = f"{abs(gap):.1f}".removesuffix(".0")
        direction = "ahead" if gap > 0 else "behind"
        return (Remark(f"{count} {unit}{'' if count == '1' else 's'} {direction}"),)


def _years(people: Sequence[Attendee]) -> Parts:
    return np.array([np.nan if one.experience_years is None else one.experience_years for one in people], np.float64)


def _grades(people: Sequence[Attendee], place: Mapping[str, float]) -> Parts:
    return np.array([place.get(folded(one.experience_grade), np.nan) for one in people], np.float64)


def _fit(gap: Parts, minimum: float, target: float) -> Parts:
    """Part score of a gap; NaN stays NaN. At the minimum itself it is already a little above 0."""
    width = max(target - minimum, 0.0) + 1.0
    rising = np.clip((gap - minimum + 1.0) / width, 0, 1)
    beyond = np.clip((gap - _FAR * target) / max(_FAR * target, 1.0), 0, 1)
    return np.where(gap < minimum, 0.0, rising - _FAR_LOSS * beyond) + 0.0 * gap
