"""Long work tells where it stands, each part of it within its share."""

import pytest

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.progress import part_of, report


def test_a_part_tells_its_share_of_the_whole_under_its_own_stage_or_the_given_one() -> None:
    told: list[tuple[float, str]] = []

    def take(fraction: float, stage: str) -> bool:
        told.append((fraction, stage))
        return len(told) < 3

    report(part_of(take, 0.5, 1.0), 0.5, "Looking")
    report(part_of(take, 0.0, 0.5, "All of it"), 1.0, "Looking")
    assert told == [(0.75, "Looking"), (0.5, "All of it")]
    with pytest.raises(Cancelled):
        report(part_of(take, 0.0, 1.0), 0.0, "Looking")
    assert part_of(None, 0.0, 1.0) is None
