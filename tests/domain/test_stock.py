"""Any stock that is possible: no label over the edge, none over another, every back behind its front."""

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mixer_app.domain.errors import MixerError
from mixer_app.domain.stock import (
    TOLERANCE_MM,
    Flip,
    Stock,
    behind,
    label_boxes,
    label_places,
    stands_on_its_head,
    what_is_impossible,
)


def a_stock(**other: object) -> Stock:
    """Eight labels on A4, as the plain paper has them."""
    given: dict[str, object] = {
        "name": "mine",
        "title": "Mine",
        "page_name": "A4",
        "page_width": 210.0,
        "page_height": 297.0,
        "label_width": 90.0,
        "label_height": 60.0,
        "columns": 2,
        "rows": 4,
        "left": 12.0,
        "top": 19.5,
        "pitch_x": 96.0,
        "pitch_y": 66.0,
    }
    return Stock(**(given | other))


@st.composite
def possible_stocks(draw: st.DrawFn) -> Stock:
    """Sheets of any page with any grid that fits on it."""
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(1, 8))
    width, height = draw(st.floats(30, 110)), draw(st.floats(20, 110))
    across, down = draw(st.floats(0, 12)), draw(st.floats(0, 12))
    left, top, right, foot = (draw(st.floats(0, 30)) for _ in range(4))
    return a_stock(
        page_width=left + columns * width + (columns - 1) * across + right,
        page_height=top + rows * height + (rows - 1) * down + foot,
        label_width=width,
        label_height=height,
        columns=columns,
        rows=rows,
        left=left,
        top=top,
        pitch_x=width + across,
        pitch_y=height + down,
    )


nudges = st.floats(-6, 6)


@given(possible_stocks(), nudges, nudges, nudges, nudges)
def test_what_is_not_refused_has_every_label_on_its_page_and_over_no_other(
    fitting: Stock, right: float, down: float, across: float, below: float
) -> None:
    stock = replace(
        fitting,
        left=max(0.0, fitting.left + right),
        top=max(0.0, fitting.top + down),
        pitch_x=fitting.pitch_x + across,
        pitch_y=fitting.pitch_y + below,
    )
    assume(not what_is_impossible(stock))
    boxes = label_boxes(stock)
    for box in boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= stock.page_width + 2 * TOLERANCE_MM
        assert box.y + box.height <= stock.page_height + 2 * TOLERANCE_MM
    for number, first in enumerate(boxes):
        for second in boxes[number + 1 :]:
            beside = abs(first.x - second.x) >= stock.label_width - 2 * TOLERANCE_MM
            below = abs(first.y - second.y) >= stock.label_height - 2 * TOLERANCE_MM
            assert beside or below


@given(possible_stocks())
def test_no_sheet_that_fits_is_refused(stock: Stock) -> None:
    assume(max(stock.page_width, stock.page_height) <= 1200)
    assert what_is_impossible(stock) == ""


@given(possible_stocks(), st.sampled_from([Flip.LONG_EDGE, Flip.SHORT_EDGE]))
def test_every_back_lies_behind_its_front_when_the_sheet_is_turned_over(stock: Stock, flip: Flip) -> None:
    about_upright_axis = (flip is Flip.LONG_EDGE) == (stock.page_height >= stock.page_width)
    for box in label_boxes(stock):
        x, y = behind(stock, box.x, box.y, flip)
        if about_upright_axis:
            assert stock.page_width - (x + box.width) == pytest.approx(box.x)
            assert y == pytest.approx(box.y)
        else:
            assert x == pytest.approx(box.x)
            assert stock.page_height - (y + box.height) == pytest.approx(box.y)
    assert stands_on_its_head(stock, flip) == (not about_upright_axis)


@given(possible_stocks(), st.data())
def test_used_labels_are_passed_by_on_the_first_sheet_only(stock: Stock, data: st.DataObject) -> None:
    numbers = range(1, stock.labels + 1)
    used = data.draw(st.sets(st.sampled_from(numbers), max_size=stock.labels - 1))
    start_at = data.draw(st.sampled_from([number for number in numbers if number not in used]))
    places = list(islice(label_places(stock, start_at, used), 2 * stock.labels))
    first = [place.index + 1 for place in places if place.sheet == 0]
    assert first == [number for number in numbers if number >= start_at and number not in used]
    assert [place.index + 1 for place in places if place.sheet == 1][: stock.labels] == list(numbers)


def test_a_sheet_that_is_used_up_is_refused_in_words() -> None:
    with pytest.raises(MixerError, match="Every label of this sheet is marked as used"):
        next(label_places(a_stock(), used=range(1, 9)))
    with pytest.raises(MixerError, match="labels 1 to 8; label 9"):
        next(label_places(a_stock(), 9))


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"title": " "}, "Give the stock a name."),
        ({"label_width": 0.0}, "A page and a label have a width and a height."),
        ({"page_height": 2000.0}, "A page is at most 1200 mm long."),
        ({"columns": 30, "rows": 30}, "A sheet has at most 400 labels."),
        ({"label_height": 12.0}, "A label needs 30 × 20 mm at least"),
        ({"radius": 31.0}, "Corners of 60 mm labels have at most 30 mm."),
        ({"pitch_x": 80.0}, "Labels overlap side by side: they are 90 mm wide and begin every 80 mm."),
        ({"pitch_y": 50.5}, "Labels overlap one below the other: they are 60 mm high and begin every 50.5 mm."),
        ({"left": 30.0}, "The labels reach 6 mm beyond the right edge of the page."),
        ({"rows": 5}, "The labels reach 46.5 mm beyond the foot of the page."),
    ],
)
def test_what_is_impossible_is_told_with_its_lengths(other: dict[str, object], sentence: str) -> None:
    assert what_is_impossible(a_stock(**other)).startswith(sentence)
