"""A printer that is off by any little is put right to within what can be typed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.correction import NO_CORRECTION, Correction, Crosses, correction_for, crosses_of
from mixer_app.domain.errors import MixerError
from mixer_app.domain.stock import Stock

Pair = tuple[float, float]


def a_page(width: float, height: float) -> Stock:
    return Stock(
        name="page", title="Page", page_name="Page", page_width=width, page_height=height, label_width=width,
        label_height=height, pitch_x=width, pitch_y=height,
    )  # fmt: skip


A4 = a_page(210, 297)
PAGES = (A4, a_page(90, 60), a_page(62, 100), a_page(29, 90))


def printed(
    crosses: Crosses, correction: Correction, scales: tuple[float, float], offs: tuple[float, float]
) -> Crosses:
    """Where the crosses come out of a printer that is off, of a page that is corrected."""
    left = scales[0] * (correction.across * crosses.left + correction.right_mm) + offs[0]
    top = scales[1] * (correction.down * crosses.top + correction.down_mm) + offs[1]
    return Crosses(
        left=left,
        top=top,
        across=scales[0] * correction.across * crosses.across,
        down=scales[1] * correction.down * crosses.down,
    )


@given(
    st.sampled_from(PAGES),
    st.tuples(st.floats(0.97, 1.03), st.floats(0.97, 1.03)),
    st.tuples(st.floats(-4, 4), st.floats(-4, 4)),
)
def test_a_corrected_page_has_its_crosses_in_their_places(page: Stock, scales: Pair, offs: Pair) -> None:
    true = crosses_of(page)
    correction = correction_for(true, printed(true, NO_CORRECTION, scales, offs))
    after = printed(true, correction, scales, offs)
    assert after.left == pytest.approx(true.left, abs=0.06)
    assert after.top == pytest.approx(true.top, abs=0.06)
    assert after.across == pytest.approx(true.across, rel=0.0006)
    assert after.down == pytest.approx(true.down, rel=0.0006)


def test_a_right_page_needs_no_correction() -> None:
    for page in PAGES:
        assert not correction_for(crosses_of(page), crosses_of(page)).does_something


def test_what_is_printed_too_far_right_and_too_high_is_moved_left_and_down() -> None:
    true = crosses_of(A4)
    found = correction_for(true, Crosses(left=true.left + 0.7, top=true.top - 0.3, across=true.across, down=true.down))
    assert found == Correction(right_mm=-0.7, down_mm=0.3)


@pytest.mark.parametrize(
    "measured",
    [
        Crosses(left=40, top=20, across=170, down=257),
        Crosses(left=20, top=20, across=160, down=257),
        Crosses(left=20, top=20, across=0, down=257),
    ],
)
def test_what_no_printer_does_is_refused(measured: Crosses) -> None:
    with pytest.raises(MixerError, match="easure"):
        correction_for(crosses_of(A4), measured)
