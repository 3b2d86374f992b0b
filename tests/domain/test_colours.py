"""Colours: how well they are read, and the nearest that can be."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.colours import READABLE, colour_from_text, contrast, mixed, nearest_readable
from mixer_app.domain.errors import MixerError

PAPER = ("#FFFFFF", "#F6F7F9")
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02X}{:02X}{:02X}".format(*rgb))


@pytest.mark.parametrize(
    ("written", "colour"), [("#0b6e69", "#0B6E69"), (" 0B6E69 ", "#0B6E69"), ("#fc0", "#FFCC00"), ("abc", "#AABBCC")]
)
def test_a_colour_is_understood_as_people_write_it(written: str, colour: str) -> None:
    assert colour_from_text(written) == colour


@pytest.mark.parametrize("written", ["", "teal", "#12345", "#GG0000", "0B6E69FF"])
def test_what_is_no_colour_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(MixerError, match="looks like #0B6E69"):
        colour_from_text(written)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#0B6E69", "#0B6E69") == 1


@given(COLOURS)
def test_the_nearest_colour_can_always_be_read(colour: str) -> None:
    nearest = nearest_readable(colour, PAPER)
    assert all(contrast(nearest, ground) >= READABLE for ground in PAPER)
    if all(contrast(colour, ground) >= READABLE for ground in PAPER):
        assert nearest == colour
    else:
        assert min(contrast(nearest, ground) for ground in PAPER) < READABLE + 0.35  # no darker than it takes


@pytest.mark.parametrize("pale", ["#F0C264", "#4CC9BF", "#FF8A80", "#A9ADFF"])
def test_the_nearest_colour_keeps_its_hue(pale: str) -> None:
    def hue(colour: str) -> float:
        return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]

    assert hue(nearest_readable(pale, PAPER)) == pytest.approx(hue(pale), abs=0.03)


def test_a_tint_lies_between_paper_and_the_colour() -> None:
    assert (mixed("#000000", 0.0), mixed("#000000", 0.5), mixed("#000000", 1.0)) == ("#FFFFFF", "#808080", "#000000")
