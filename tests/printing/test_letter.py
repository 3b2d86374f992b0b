"""Every document on Letter: what is laid out for A4 stands whole on it, its folds and cuts in the middle."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from mixer_app.domain.round_paper import PageSize
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.printing.badges import write_badges
from mixer_app.printing.event_report import write_event_report
from mixer_app.printing.follow_up import write_follow_up
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.printing.page_sizes import LETTER
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.sign_in import write_sign_in_list
from mixer_app.printing.stock import find_stock
from mixer_app.printing.table_cards import write_table_cards

ACROSS = LETTER[::-1]
HALF_SHEET = (ACROSS[0] / 2, ACROSS[1])
DPI = 72
REACHED = 4.2  # mm that an office printer leaves white at the edge
DOCUMENTS = {
    **{
        f"match sheets, {on}": (
            lambda sample, on=on: partial(write_match_sheets, sample.match_sheets()[1:3], on=on),
            size,
        )
        for on, size in (
            (SheetFormat.FOLDED, ACROSS),
            (SheetFormat.A5, HALF_SHEET),
            (SheetFormat.HALF_BACKS, ACROSS),
            (SheetFormat.CARD_BACKS, LETTER),
            (SheetFormat.LARGE, LETTER),
        )
    },
    "table cards": (lambda sample: partial(write_table_cards, sample.table_cards()), LETTER),
    "sign-in list": (lambda sample: partial(write_sign_in_list, sample.sign_in()), LETTER),
    "summaries": (lambda sample: partial(write_follow_up, sample.follow_ups()), LETTER),
    "report": (lambda sample: partial(write_event_report, sample.event_report()), LETTER),
}


@pytest.fixture(scope="session")
def letter(kit: PrintKit) -> PrintKit:
    """Fonts and look where paper is Letter."""
    return kit.on(PageSize.LETTER)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_ink_is_where_a_printer_does_not_reach(
    tmp_path: Path, letter: PrintKit, read: Callable, sample: ModuleType, document: str
):
    draw, size = DOCUMENTS[document]
    draw(sample)(tmp_path / "letter.pdf", kit=letter)
    written = read(tmp_path / "letter.pdf")
    pixel = DPI / 25.4
    for page in range(written.pages):
        assert written.size(page) == pytest.approx(size, abs=0.05)
        ink = written.pixels(page, DPI) < 160
        _without_folds(ink, pixel)
        rows, columns = np.nonzero(ink)
        assert rows.min() >= REACHED * pixel - 1
        assert rows.max() <= (size[1] - REACHED) * pixel
        assert columns.min() >= REACHED * pixel - 1
        assert columns.max() <= (size[0] - REACHED) * pixel


def _without_folds(ink: NDArray[np.bool_], pixel: float) -> None:
    """Cut, fold and tear lines run to the edge: the rows and columns that they are in are taken out."""
    edge = round(REACHED * pixel)
    rows = ink[:, :edge].any(axis=1) | ink[:, -edge:].any(axis=1)
    columns = ink[:edge].any(axis=0) | ink[-edge:].any(axis=0)
    assert rows.sum() <= 4
    assert columns.sum() <= 4
    ink[rows] = False
    ink[:, columns] = False


def test_folds_and_cuts_are_in_the_middle(tmp_path: Path, letter: PrintKit, read: Callable, sample: ModuleType):
    write_table_cards(sample.table_cards()[:1], tmp_path / "card.pdf", kit=letter)
    fold = read(tmp_path / "card.pdf").place("Fold here")
    assert (fold.top + fold.bottom) / 2 == pytest.approx(LETTER[1] / 2, abs=0.6)
    assert (fold.left + fold.right) / 2 == pytest.approx(LETTER[0] / 2, abs=0.3)
    write_match_sheets(sample.match_sheets()[:1], tmp_path / "sheet.pdf", kit=letter)
    written = read(tmp_path / "sheet.pdf")
    assert written.place("My goal").right < ACROSS[0] / 2 < written.place("Nkechi").left
    codes = zxingcpp.read_barcodes(written.pixels(dpi=300))
    assert [code.text for code in codes] == ["GMCFC7J7", "GMCFC7J7"]


def test_labels_keep_the_page_of_their_stock(tmp_path: Path, letter: PrintKit, read: Callable, sample: ModuleType):
    write_badges(sample.faces()[:1], find_stock("avery-l4728"), tmp_path / "a4.pdf", kit=letter)
    written = read(tmp_path / "a4.pdf")
    assert written.size() == pytest.approx((210, 297), abs=0.05)
    assert written.place("Physician Leadership").left == pytest.approx(19.2, abs=0.4)
