from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.matching.criteria.needs import Needs


def test_the_share_of_needs_and_their_names(judge: Callable[..., Any]) -> None:
    part, told = judge(
        Needs, {"needs_wanted": ("Relocation", "New position")}, {"needs_offered": ("relocation", "NEW position")}
    )
    assert part == pytest.approx(1)
    assert told == ["Went through relocation and new position"]


def test_none_of_the_needs_is_said_without_naming_them(judge: Callable[..., Any]) -> None:
    assert judge(Needs, {"needs_wanted": ("Relocation",)}, {"needs_offered": ("Exploring",)}) == (
        0,
        ["Has been through none of the needs"],
    )


@pytest.mark.parametrize(("wanted", "offered"), [((), ("Relocation",)), (("Relocation",), ())])
def test_no_answer_is_unknown(judge: Callable[..., Any], wanted: tuple[str, ...], offered: tuple[str, ...]) -> None:
    assert judge(Needs, {"needs_wanted": wanted}, {"needs_offered": offered}) == (None, [])
