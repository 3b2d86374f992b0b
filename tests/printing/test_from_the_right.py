"""Pages of events whose language is read from the right: left and right are changed, letters and codes are not."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.domain.stock import Flip
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.change_slips import write_change_slips
from mixer_app.printing.event_report import write_event_report
from mixer_app.printing.follow_up import write_follow_up
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.round_sheets import write_round_sheets
from mixer_app.printing.sign_in import write_sign_in_list
from mixer_app.printing.stock import find_stock
from mixer_app.printing.table_cards import write_table_cards

PIXELS_A_MM = 10
LABEL = find_stock("label-90x60")


@pytest.fixture(scope="session")
def mirrored(kit: PrintKit) -> PrintKit:
    """Fonts and look of an Arabic event."""
    return kit.branded(Brand(from_the_right=True))


@pytest.fixture
def both(tmp_path: Path, kit: PrintKit, mirrored: PrintKit, read: Callable) -> Callable:
    """A document as it is and for a language that is read from the right."""

    def write(draw: Callable) -> tuple:
        for name, chosen in (("left", kit), ("right", mirrored)):
            draw(tmp_path / f"{name}.pdf", kit=chosen)
        return read(tmp_path / "left.pdf"), read(tmp_path / "right.pdf")

    return write


DOCUMENTS = {
    "match sheet, folded": (
        lambda sample: partial(write_match_sheets, sample.match_sheets()[:1]),
        ("My goal for tonight", "18:16", "Lerato Mokoena", "Stay in touch?", "Did not meet", "GMCF-C7J7"),
    ),
    "match sheet, card": (
        lambda sample: partial(write_match_sheets, sample.match_sheets()[:3], on=SheetFormat.CARD),
        ("Nkechi Adeyemi-Larsen", "18:32", "Offers negotiation.", "Thursday 15 April"),
    ),
    "table card": (
        lambda sample: partial(write_table_cards, sample.table_cards()[1:2]),
        ("Fold here", "Chief Medical Officer", "Listen", "19:04"),
    ),
    "sign-in list": (
        lambda sample: partial(write_sign_in_list, sample.sign_in()),
        ("Sign-in list", "Registered", "Tomasz Wójcik", "8F1W-B7PY", "Signature"),
    ),
    "round sheet": (
        lambda sample: partial(write_round_sheets, [sample.round_sheet()]),
        ("Round sheet for marshals", "Tables 11 to 20", "reseated", "Free this round"),
    ),
    "summary": (
        lambda sample: partial(write_follow_up, sample.follow_ups()[:1]),
        ("Your follow-up summary", "Margaret O’Sullivan", "You both said yes", "In three months"),
    ),
    "report": (
        lambda sample: partial(write_event_report, sample.event_report()),
        ("Event report", "104 registered", "79 before round 1", "Year by year", "0.6 to 0.7"),
    ),
    "badge": (
        lambda sample: partial(write_badges, sample.faces()[4:5], LABEL),
        ("Physician Leadership Forum 2027", "ATTJ-YDYX", "Margaret O’Sullivan", "Chief Medical Officer", "Mentor"),
    ),
    "change slip": (
        lambda sample: partial(write_change_slips, sample.change_slips()[:1], LABEL),
        ("Bo Li", "WXWC-BYBS", "18:16", "same table"),
    ),
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_text_stands_as_far_from_the_right_as_from_the_left_otherwise(
    both: Callable, sample: ModuleType, document: str
):
    draw, texts = DOCUMENTS[document]
    left, right = both(draw(sample))
    assert left.pages == right.pages
    width = left.size()[0]
    for text in texts:
        before, after = left.place(text), right.place(text)
        assert after.right == pytest.approx(width - before.left, abs=0.3), text
        assert after.left == pytest.approx(width - before.right, abs=0.3), text
        assert (after.top, after.bottom) == pytest.approx((before.top, before.bottom), abs=0.05), text


@pytest.mark.parametrize("design", DESIGNS)
def test_letters_and_codes_are_not_turned_round(both: Callable, sample: ModuleType, design: str):
    face = replace(sample.faces()[0], name=PersonName(full="RFLEP", given="RFLEP"))
    left, right = both(partial(write_badges, [face], LABEL, design=BadgeDesign(name=design)))
    [code] = zxingcpp.read_barcodes(right.pixels(dpi=300))
    assert code.text == face.code
    pages = [written.pixels(dpi=PIXELS_A_MM * 25.4) < 128 for written in (left, right)]
    before, after = (_around(page, written.place("RFLEP")) for page, written in zip(pages, (left, right), strict=True))
    assert _alike(before, after) > 0.85 > _alike(before, after[:, ::-1])
    [before] = zxingcpp.read_barcodes(left.pixels(dpi=300))
    corners = [[getattr(one.position, name).x for name in ("top_left", "top_right")] for one in (before, code)]
    assert all(first < second for first, second in corners)


def test_the_code_is_at_the_left_and_the_role_at_the_right(both: Callable, sample: ModuleType):
    _, right = both(partial(write_badges, sample.faces()[:1], LABEL))
    [code] = zxingcpp.read_barcodes(right.pixels(dpi=300))
    assert code.position.top_left.x * 25.4 / 300 == pytest.approx(4.0, abs=0.3)
    ink = right.pixels(dpi=PIXELS_A_MM * 25.4)[470:550] < 160
    columns = np.flatnonzero(ink[:, 220:].any(axis=0)) + 220
    assert columns.max() / PIXELS_A_MM == pytest.approx(86.0, abs=0.2)


def test_labels_stay_where_they_are_cut(both: Callable, sample: ModuleType):
    faces = sample.faces()[:1]
    left, right = both(partial(write_badges, faces, find_stock(None)))
    outside = [written.pixels(dpi=100)[: round(19 * 100 / 25.4)] < 200 for written in (left, right)]
    assert outside[0].any()
    assert (outside[0] == outside[1]).all()
    assert left.place("Label 1").left == right.place("Label 1").left
    assert left.place("Bo Li").left < right.place("Bo Li").right < 105


def test_own_script_comes_first_from_the_right(both: Callable, sample: ModuleType):
    _, right = both(partial(write_sign_in_list, sample.sign_in()))
    assert right.place("Nour Al-Huda").right < right.place("منصور").left
    _, right = both(partial(write_match_sheets, sample.match_sheets()[:1], on=SheetFormat.A5))
    assert right.place("Tanaka Haruka").right < right.place("田中").left


def test_a_sentence_with_words_in_bold_keeps_its_order(both: Callable, sample: ModuleType):
    _, right = both(partial(write_match_sheets, sample.match_sheets()[:1], on=SheetFormat.A5))
    assert "Shares finance. 14 years ahead." in right.text()
    shares, finance, years = (right.place(part) for part in ("Shares", "finance", "14 years"))
    assert shares.right < finance.left < finance.right < years.left


def test_backs_lie_behind_their_fronts(both: Callable, sample: ModuleType):
    stock = find_stock("avery-l4728")
    _, right = both(partial(write_badges, sample.faces_with_backs()[:1], stock, flip=Flip.LONG_EDGE))
    assert right.place("Bo Li").right < 105 < right.place("18:00", 1).left
    assert right.place("Table 3", 1).right < right.place("18:00", 1).left


def test_ink_that_reaches_beyond_its_line_stays_in_the_label(both: Callable, sample: ModuleType):
    names = [PersonName(full=full) for full in ("fff fffff ffff", "جججج حخ", "Ŵff", "f" * 40)]
    faces = [sample.face(name, "GMCFC7J7", Role.MENTOR) for name in names]
    _, right = both(partial(write_badges, faces, LABEL))
    for page in range(right.pages):
        ink = right.pixels(page, 254) < 160
        columns = np.flatnonzero(ink.any(axis=0))
        assert columns.min() >= 39
        assert columns.max() <= 861


def _around(page: NDArray[np.bool_], place: object) -> NDArray[np.bool_]:
    left, top, right, bottom = (
        round(getattr(place, edge) * PIXELS_A_MM) for edge in ("left", "top", "right", "bottom")
    )
    return page[top - 2 : bottom + 3, left - 2 : right + 3]


def _alike(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """The share of the ink of two pictures that both have, at the best of small shifts."""
    height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    first = one[:height, :width]
    shares = []
    for shift in (-2, -1, 0, 1, 2):
        second = np.roll(other[:height, :width], shift, axis=1)
        shares.append((first & second).sum() / max((first | second).sum(), 1))
    return float(max(shares))
