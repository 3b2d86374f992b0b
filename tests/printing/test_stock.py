from itertools import islice
from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.printing.stock import DEFAULT_STOCK, Stock, find_stock, label_places, load_stocks

STOCKS = load_stocks()

GOOD = """
title = "Test"
page = { name = "A4", width = 210, height = 297 }
label = { width = 90, height = 60 }
columns = 2
rows = 4
left = 12
top = 19.5
pitch = { across = 96, down = 66 }
"""


@pytest.mark.parametrize("stock", STOCKS.values(), ids=list(STOCKS))
def test_every_label_is_on_its_page_and_no_two_overlap(stock: Stock):
    places = list(islice(label_places(stock), stock.labels))
    for place in places:
        assert place.sheet == 0
        assert place.x >= -0.01
        assert place.y >= -0.01
        assert place.x + stock.label_width <= stock.page_width + 0.02
        assert place.y + stock.label_height <= stock.page_height + 0.02
    for first in places:
        for second in places:
            if first.index < second.index:
                beside = abs(first.x - second.x) >= stock.label_width - 0.02
                below = abs(first.y - second.y) >= stock.label_height - 0.02
                assert beside or below


@pytest.mark.parametrize(
    ("name", "right", "bottom"),
    [
        ("avery-5392", 6.35, 25.4),
        ("avery-5395", 17.46, 14.82),
        ("avery-5390", 19.05, 26.99),
        ("avery-5371", 19.05, 12.7),
        ("avery-5163", 3.81, 12.7),
        ("avery-5164", 3.97, 12.7),
        ("avery-5160", 3.97, 12.7),
        ("avery-l7418", 19, 38.5),
        ("avery-l4728", 15, 28.5),
        ("avery-l7165", 4.63, 13.04),
        ("durable-1445", 15, 15),
        ("plain-a4-90x60", 12, 19.5),
    ],
)
def test_the_margins_left_over_are_those_of_the_maker(name: str, right: float, bottom: float):
    assert pytest.approx(right, abs=0.03) == STOCKS[name].right
    assert pytest.approx(bottom, abs=0.03) == STOCKS[name].bottom


def test_the_default_comes_first_and_a_stock_is_found_by_any_of_its_numbers():
    assert next(iter(STOCKS)) == DEFAULT_STOCK
    assert find_stock(None).name == DEFAULT_STOCK
    assert find_stock("durable 1456-02").name == "avery-l4728"


def test_an_unknown_stock_names_the_known_ones():
    with pytest.raises(MixerError, match=r"“papyrus” is not a known stock.*avery-5392"):
        find_stock("papyrus")


def test_labels_turn_the_page():
    stock = STOCKS["plain-a4-90x60"]
    places = list(islice(label_places(stock, start_at=8), 3))
    assert [(place.sheet, place.index) for place in places] == [(0, 7), (1, 0), (1, 1)]
    assert (places[0].x, places[0].y) == (108, 217.5)


def test_a_label_that_is_not_on_the_sheet_is_refused():
    with pytest.raises(MixerError, match="labels 1 to 8; label 9"):
        next(label_places(STOCKS["plain-a4-90x60"], start_at=9))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("columns = 2", "columns = 0"), "`columns` must be a whole number of at least 1"),
        (("columns = 2", "columns = 3"), "`columns` the labels reach beyond the right edge"),
        (("rows = 4", "rows = 5"), "`rows` the labels reach beyond the foot"),
        (("across = 96", "across = 80"), "`pitch.across` the labels overlap"),
        (("left = 12", 'left = "wide"'), "`left` must be a length in mm"),
        (("top = 19.5", ""), "`top` is missing"),
        (('title = "Test"', ""), "`title` is missing"),
        (("rows = 4", "rows = "), "cannot be read"),
    ],
)
def test_a_wrong_stock_is_refused_naming_file_and_key(tmp_path: Path, change: tuple[str, str], sentence: str):
    (tmp_path / "mine.toml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(MixerError, match=r"mine\.toml") as refusal:
        load_stocks(tmp_path)
    assert sentence in str(refusal.value)
