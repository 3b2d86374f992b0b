import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.printing.placing import Placing, on_its_side, upside_down

HALF_A_DOT = 0.5 * 25.4 / 300 + 1e-6


def enlarged(x: float, y: float, scale: float) -> Placing:
    return Placing(a=scale, d=scale, right=x, down=y)


placings = st.one_of(
    st.builds(
        lambda x, y, scale: Placing(a=scale, d=scale, right=x, down=y), *[st.floats(-50, 50)] * 2, st.floats(1, 2)
    ),
    st.just(on_its_side(62.0)),
    st.just(upside_down(10, 20, 90, 60)),
)


def point(placing: Placing, x: float, y: float) -> tuple[float, float]:
    """Where (x, y) comes to lie: the corner of something that begins there."""
    held = placing.holding(Placing(right=x, down=y))
    return held.right, held.down


@given(placings, placings, st.floats(0, 90), st.floats(0, 60))
def test_a_point_begins_at_the_next_dot_of_the_page(outer: Placing, inner: Placing, x: float, y: float):
    both = outer.holding(inner)
    dot = 25.4 / 300
    near = both.at_dot(x, y, dot)
    before, after = point(both, x, y), point(both, *near)
    for was, now in zip(before, after, strict=True):
        assert abs(now - was) <= HALF_A_DOT
        assert now / dot == pytest.approx(round(now / dot), abs=1e-3)


def test_on_its_side_right_becomes_down_and_upside_down_the_corners_change_places():
    assert point(on_its_side(62), 0, 0) == (62, 0)
    assert point(on_its_side(62), 100, 0) == (62, 100)
    assert point(on_its_side(62), 0, 62) == (0, 0)
    assert point(upside_down(10, 20, 90, 60), 0, 0) == (100, 80)
    assert point(upside_down(10, 20, 90, 60), 90, 60) == (10, 20)
