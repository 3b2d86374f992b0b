from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.reach import Reach


@pytest.mark.parametrize(
    ("mentee", "mentor", "part", "told"),
    [
        (
            {"remote_ok": True, "contact_frequency": "Monthly"},
            {"remote_ok": True, "contact_frequency": "monthly"},
            1,
            ["Both fine with remote, monthly"],
        ),
        ({"region": "Lagos"}, {"region": "LAGOS"}, 1, ["Same region: LAGOS"]),
        ({"region": "Lagos"}, {"region": "Accra"}, 0, ["Not in reach of each other"]),
        ({"region": "Lagos", "remote_ok": True}, {"region": "Accra", "remote_ok": True}, 1, ["Both fine with remote"]),
        ({"contact_frequency": "Monthly"}, {"contact_frequency": "Monthly"}, 1, ["Both would keep in touch monthly"]),
        (
            {"region": "Lagos", "contact_frequency": "Monthly"},
            {"region": "Accra", "contact_frequency": "Monthly"},
            0.5,
            ["Both would keep in touch monthly"],
        ),
        ({"contact_frequency": "Monthly"}, {"contact_frequency": "Weekly"}, 0, ["Not alike in how often"]),
        ({"region": "Lagos"}, {"remote_ok": True}, None, []),
    ],
)
def test_place_and_frequency(
    judge: Callable[..., Any], mentee: dict[str, Any], mentor: dict[str, Any], part: float | None, told: list[str]
) -> None:
    assert judge(Reach, mentee, mentor) == (part, told)
