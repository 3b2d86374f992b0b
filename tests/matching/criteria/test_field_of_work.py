from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.field_of_work import FieldOfWork


@pytest.mark.parametrize(
    ("mentor", "part", "told"),
    [
        ("surgery", 1, ["Same field: surgery"]),
        ("Nursing", 0.6, ["Related field: nursing"]),
        ("Art", 0, ["Another field: art"]),
        ("", None, []),
    ],
)
def test_same_related_another_or_unknown(
    judge: Callable[..., Any], mentor: str, part: float | None, told: list[str]
) -> None:
    related = (("Surgery", "Nursing"),)
    assert judge(FieldOfWork, {"field": "Surgery"}, {"field": mentor}, related_fields=related) == (part, told)
