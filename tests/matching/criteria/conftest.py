"""One mentee and one mentor under one criterion."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.matching.criteria import Criterion, Crowd


@pytest.fixture
def judge(an_attendee: Callable[..., Attendee]) -> Callable[..., tuple[float | None, list[str]]]:
    """Part score (None: unknown) and sentences for what a mentee and a mentor said."""

    def of(
        kind: type[Criterion], mentee: dict[str, Any], mentor: dict[str, Any], **rules: Any
    ) -> tuple[float | None, list[str]]:
        crowd = Crowd(mentees=[an_attendee(**mentee)], mentors=[an_attendee(**mentor)], rules=MatchingRules(**rules))
        criterion = kind(crowd)
        value = criterion.parts(np.array([0]))[0, 0]
        part = None if np.isnan(value) else float(value)
        return part, [remark.sentence for remark in criterion.remarks(0, 0, part)]

    return of
