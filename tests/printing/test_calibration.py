"""The test page: rulers, crosses and outlines in their places, and figures only."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mixer_app.domain.correction import Correction, crosses_of
from mixer_app.domain.stock import label_boxes
from mixer_app.printing.calibration import write_test_page
from mixer_app.printing.correcting import write_corrected
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock

DPI = 400


def cross_at(ink: np.ndarray, x: float, y: float) -> tuple[float, float]:
    """The middle of the cross nearest to (x, y) mm: of its upright arm and of its level arm."""
    pixel = DPI / 25.4
    left, top, reach = round(x * pixel), round(y * pixel), round(4.0 * pixel)
    window = ink[top - reach : top + reach, left - reach : left + reach]
    rows, columns = window.sum(axis=1), window.sum(axis=0)
    level, upright = (
        np.flatnonzero(rows > 0.95 * rows.max()).mean(),
        np.flatnonzero(columns > 0.95 * columns.max()).mean(),
    )
    return (left - reach + upright + 0.5) / pixel, (top - reach + level + 0.5) / pixel


@pytest.mark.parametrize("name", ["plain-a4-90x60", "avery-5395", "label-90x60"])
def test_crosses_are_in_their_places(tmp_path: Path, kit: PrintKit, read: Callable, name: str):
    stock = find_stock(name)
    write_test_page(stock, tmp_path / "t.pdf", kit=kit)
    ink = read(tmp_path / "t.pdf").pixels(dpi=DPI) < 140
    true = crosses_of(stock)
    x, y = true.left + true.across, true.top + true.down
    assert cross_at(ink, x, y) == pytest.approx((x, y), abs=0.1)
    assert cross_at(ink, true.left, true.top) == pytest.approx((true.left, true.top), abs=0.1)


def test_outlines_are_those_of_the_labels(tmp_path: Path, kit: PrintKit, read: Callable):
    stock = find_stock("avery-l7418")
    write_test_page(stock, tmp_path / "t.pdf", kit=kit)
    ink = read(tmp_path / "t.pdf").pixels(dpi=DPI) < 200
    pixel = DPI / 25.4
    for box in label_boxes(stock):
        foot = round((box.y + box.height) * pixel)
        strip = ink[foot - 2 : foot + 3, round((box.x + 30) * pixel) : round((box.x + 60) * pixel)]
        assert strip.any(axis=0).mean() > 0.3


def test_there_is_no_word_on_it(tmp_path: Path, kit: PrintKit, read: Callable):
    for name in ("plain-a4-90x60", "brother-dk-11201"):
        write_test_page(find_stock(name), tmp_path / "t.pdf", kit=kit)
        text = read(tmp_path / "t.pdf").text()
        assert not any(letter.isalpha() for letter in text)
        true = crosses_of(find_stock(name))
        for figure in (true.left, true.across, true.down):
            assert f"{figure:.1f}" in text
        assert text.count("+") == text.count("−") == 2


@pytest.mark.parametrize("name", ["brother-dk-11207", "brother-dk-11201", "dymo-11354", "label-89x36-black"])
def test_on_a_small_label_everything_is_inside_it(tmp_path: Path, kit: PrintKit, read: Callable, name: str):
    stock = find_stock(name)
    write_test_page(stock, tmp_path / "t.pdf", kit=kit)
    written = read(tmp_path / "t.pdf")
    true = crosses_of(stock)
    for place in [written.place(f"{true.left:.1f}"), written.place(f"{true.across:.1f}"), *written.places("+")]:
        assert place.left >= 0
        assert place.top >= 0
        assert place.right <= stock.page_width
        assert place.bottom <= stock.page_height
    if stock.radius:
        middle = stock.page_width / 2
        assert np.hypot(true.left - middle, true.top - middle) + 5 < 618 * 25.4 / 300 / 2


def test_plus_is_right_and_down(tmp_path: Path, kit: PrintKit, read: Callable):
    write_test_page(find_stock("plain-a4-90x60"), tmp_path / "t.pdf", kit=kit)
    written = read(tmp_path / "t.pdf")
    plus, minus = written.places("+"), written.places("−")
    assert max(place.right for place in plus) > max(place.right for place in minus)
    assert max(place.bottom for place in plus) > max(place.bottom for place in minus)


def test_a_corrected_document_is_moved_and_scaled_from_its_top_left(tmp_path: Path, kit: PrintKit, read: Callable):
    write_test_page(find_stock("plain-a4-90x60"), tmp_path / "t.pdf", kit=kit)
    correction = Correction(right_mm=-0.7, down_mm=1.2, across=1.01, down=0.995)
    write_corrected(tmp_path / "t.pdf", tmp_path / "c.pdf", correction)
    before, after = read(tmp_path / "t.pdf"), read(tmp_path / "c.pdf")
    assert after.size() == pytest.approx(before.size())
    for figure in ("170.0", "257.0"):
        old, new = before.place(figure), after.place(figure)
        assert new.left == pytest.approx(1.01 * old.left - 0.7, abs=0.1)
        assert new.right == pytest.approx(1.01 * old.right - 0.7, abs=0.1)
        assert new.top == pytest.approx(0.995 * old.top + 1.2, abs=0.1)
        assert new.bottom == pytest.approx(0.995 * old.bottom + 1.2, abs=0.1)
