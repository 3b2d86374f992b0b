from itertools import islice
from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.stock import Fold, Stock, label_places
from mixer_app.printing.stock import DEFAULT_STOCK, find_stock, load_stocks

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


# right and bottom margin as the makers' own sources have them; None: as at the left and at the top
MARGINS: dict[str, tuple[float | None, float | None]] = {
    "avery-5392": (6.35, 25.4),
    "avery-5395": (17.46, 14.82),
    "avery-5390": (19.05, 26.99),
    "avery-5371": (19.05, 12.7),
    "avery-8522": (31.75, 31.75),
    "avery-5163": (3.81, 12.7),
    "avery-5164": (3.97, 12.7),
    "avery-5160": (3.97, 12.7),
    "avery-l7418": (19, 38.5),
    "avery-l4728": (15, 28.5),
    "avery-l4785": (17.5, 13.5),
    "herma-4412": (17.5, 13.5),
    "durable-1445": (15, 15),
    "durable-1453": (30, 28.5),
    "herma-9642": (16, 13.5),
    "lyreco-143344": (0, 4.5),
    "avery-l7160": (7.21, 15.15),
    "avery-l7163": (4.65, 15.15),
    "avery-l7165": (4.63, 13.04),
    "avery-7414": (15, 18.5),
    "avery-c32011": (15, 13.5),
    "avery-c32011-touching": (20, 13.5),
    "avery-32015": (17, 31.5),
    "plain-a4-90x60": (12, 19.5),
    "plain-letter-90x60": (14.95, 10.7),
    "a6-cards-a4": (0, 0),
    "a6-cards-a4-landscape": (0, 0),
    "a7-cards-a4": (0, 0),
    "a7-cards-a4-upright": (0, 0),
}
UNEVEN = {"avery-5163": 0.33, "durable-1445": 3.01}  # mm, as the sources have them
DOUBTFUL = {
    "avery-l4785", "herma-9642", "avery-l7163", "avery-c32011", "avery-c32011-touching",
    "brother-dk-22251", "brother-dk-11234",
}  # fmt: skip


def test_every_sheet_is_in_the_list_of_margins():
    assert {name for name, stock in STOCKS.items() if stock.labels > 1} == set(MARGINS)


@pytest.mark.parametrize("name", MARGINS)
def test_the_margins_left_over_are_those_of_the_maker_and_mirror_the_others(name: str):
    stock, (right, bottom) = STOCKS[name], MARGINS[name]
    assert pytest.approx(right, abs=0.05) == stock.right
    assert pytest.approx(bottom, abs=0.05) == stock.bottom
    uneven = UNEVEN.get(name, 0.08)
    assert abs(stock.left - stock.right) <= uneven
    assert abs(stock.top - stock.bottom) <= uneven


def test_a_doubtful_stock_says_why_and_a_certain_one_has_nothing_to_say():
    assert {name for name, stock in STOCKS.items() if stock.doubt} == DOUBTFUL
    assert all(STOCKS[name].doubt.endswith(".") for name in DOUBTFUL)
    assert not any("8334" in name or "8334" in " ".join(stock.also) for name, stock in STOCKS.items())


@pytest.mark.parametrize(
    ("name", "across", "down"),
    [
        ("brother-dk-11202", 696, 1109),
        ("brother-dk-11209", 696, 271),
        ("brother-dk-11208", 413, 991),
        ("brother-dk-11201", 306, 991),
        ("brother-dk-11207", 618, 618),
        ("brother-102x51", 1164, 526),
        ("brother-102x152", 1164, 1660),
    ],
)
def test_a_roll_has_the_dots_that_its_printer_reaches(name: str, across: int, down: int):
    stock = STOCKS[name]
    dot = 25.4 / 300
    assert (stock.dpi, stock.black, stock.labels) == (300, True, 1)
    assert (stock.page_width, stock.page_height) == (stock.label_width, stock.label_height)
    assert (stock.label_width - 2 * stock.unreached_x) / dot == pytest.approx(across, abs=0.01)
    assert (stock.label_height - 2 * stock.unreached_y) / dot == pytest.approx(down, abs=0.01)


def test_a_roll_without_labels_can_be_as_long_as_its_printer_allows_and_is_fed_35_dots():
    for name in ("brother-dk-22205", "brother-dk-22251"):
        assert STOCKS[name].longest == 1000
        assert STOCKS[name].unreached_y == pytest.approx(35 * 25.4 / 300)


def test_single_pages_have_the_sizes_of_their_standards():
    sizes = {name: (stock.page_width, stock.page_height) for name, stock in STOCKS.items()}
    assert sizes["card-a6"] == (148, 105)
    assert sizes["card-id-1"] == (85.6, 53.98)
    assert sizes["label-4x3"] == (101.6, 76.2)
    assert sizes["label-4x6"] == (101.6, 152.4)
    assert sizes["butterfly-82x203"] == (82, 203)
    assert (STOCKS["butterfly-82x203"].fold, STOCKS["a5-folded"].fold) == (Fold.TOP, Fold.SIDE)
    assert (STOCKS["dymo-11356"].label_width, STOCKS["dymo-11356"].label_height) == (41, 89)
    assert find_stock("w162h288").label_width == 57


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
        (("columns = 2", "columns = 3"), "beyond the right edge of the page"),
        (("rows = 4", "rows = 5"), "beyond the foot of the page"),
        (("across = 96", "across = 80"), "Labels overlap side by side"),
        (("left = 12", 'left = "wide"'), "`left` must be a length in mm"),
        (("top = 19.5", ""), "`top` is missing"),
        (('title = "Test"', ""), "`title` is missing"),
        (("rows = 4", "rows = "), "cannot be read"),
        (("rows = 4", 'rows = 4\nfold = "twice"'), "`fold` must be one of top, side"),
        (("rows = 4", "rows = 4\nprintable = { dpi = 300, across = 9999 }"), "`printable.across` is more than"),
    ],
)
def test_a_wrong_stock_is_refused_with_its_file_and_a_sentence(tmp_path: Path, change: tuple[str, str], sentence: str):
    (tmp_path / "mine.toml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(MixerError, match=r"mine\.toml") as refusal:
        load_stocks(tmp_path)
    assert sentence in str(refusal.value)
