"""Change slips, as a reader of the PDF sees them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.change_slips import write_change_slips
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.slip_layout import slip_format, slips_of
from mixer_app.printing.stock import find_stock, load_stocks

A4 = find_stock("plain-a4-90x60")


def test_a_slip_says_who_when_where_with_whom_and_where_before(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    slip = sample.change_slip(
        sample.faces()[6],
        sample.slip_round(2, 12, 8, PersonName(full="Bo Li")),
        sample.slip_round(3, 104, None, PersonName(full="Lerato Mokoena")),
        sample.slip_round(5, None, 103),
    )
    report = write_change_slips([slip], A4, tmp_path / "slips.pdf", kit=kit)
    assert (report.pages, report.not_printed) == (1, [])
    written = read(tmp_path / "slips.pdf")
    text = written.text()
    for part in ("Mentee", "Tomasz Wójcik", "8F1W-B7PY", "Plan 5 replaces plan 4"):
        assert part in text
    assert "18:16 Round 2 Table 12 before: table 8 Bo Li" in text
    assert "18:32 Round 3 Table 104 before: free Lerato Mokoena" in text
    assert "19:04 Round 5 Free round before: table 103 No meeting in this round" in text
    assert written.place("18:16").bottom == pytest.approx(written.place("Table 12").bottom, abs=0.1)
    assert written.place("18:16").left == pytest.approx(16.0, abs=0.4)
    assert written.place("Tomasz").top == pytest.approx(19.5 + 9, abs=2.0)


def test_a_mentor_is_told_of_all_who_come(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    guests = [PersonName(full=f"Guest {number}") for number in range(3)]
    slip = sample.change_slip(sample.faces()[0], sample.slip_round(2, 8, 8, *guests, role=Role.MENTEE))
    write_change_slips([slip], A4, tmp_path / "slips.pdf", kit=kit)
    text = read(tmp_path / "slips.pdf").text()
    assert "Table 8 same table" in text
    assert all(guest.full in text for guest in guests)


def test_the_code_on_a_slip_can_be_scanned(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    people = [sample.faces()[0], sample.faces()[6]]
    slips = [sample.change_slip(one, sample.slip_round(2, 8, 9, PersonName(full="Bo Li"))) for one in people]
    write_change_slips(slips, A4, tmp_path / "slips.pdf", kit=kit)
    found = zxingcpp.read_barcodes(np.ascontiguousarray(read(tmp_path / "slips.pdf").pixels(0, 300)))
    assert {one.text for one in found} == {one.code for one in people}


def test_more_rounds_than_a_slip_holds_go_on_to_the_next(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    rounds = [sample.slip_round(number, number, 20, PersonName(full=f"Mentor {number}")) for number in range(1, 8)]
    write_change_slips([sample.change_slip(sample.faces()[0], *rounds)], A4, tmp_path / "slips.pdf", kit=kit)
    written = read(tmp_path / "slips.pdf")
    text = written.text()
    assert all(f"Slip {number} of 3" in text for number in (1, 2, 3))
    assert all(f"Mentor {number}" in text for number in range(1, 8))
    assert "Slips 1 to 3 of 3" in text


def test_slips_begin_at_the_label_that_was_chosen(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    slips = [sample.change_slip(one, sample.slip_round(2, 8, 9, PersonName(full="X"))) for one in sample.faces()[4:7]]
    write_change_slips(slips, A4, tmp_path / "slips.pdf", start_at=7, kit=kit)
    written = read(tmp_path / "slips.pdf")
    assert written.pages == 2
    assert written.place("Margaret O’Sullivan").top > A4.top + 3 * A4.pitch_y
    assert "Tomasz Wójcik" in written.text(1)


TOO_SMALL = {"brother-dk-11207", "dymo-11354", "herma-9642"}


def test_every_stock_takes_slips_but_the_smallest():
    assert all(slip_format(stock).room > 10 for name, stock in load_stocks().items() if name not in TOO_SMALL)


@pytest.mark.parametrize("name", sorted(TOO_SMALL))
def test_a_stock_that_is_too_small_for_slips_is_refused_in_words(name: str):
    with pytest.raises(MixerError, match="too small for a change slip"):
        slip_format(find_stock(name))


@pytest.mark.parametrize("name", ["avery-5160", "avery-l7160", "durable-1453", "herma-4412", "avery-5395", "card-id-1"])
def test_no_ink_leaves_its_label(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str):
    stock = find_stock(name)
    slips = sample.change_slips()
    report = write_change_slips(slips, stock, tmp_path / "slips.pdf", kit=kit)
    written = read(tmp_path / "slips.pdf")
    assert report.pages == written.pages
    dpi = 100
    for page in range(min(written.pages, 2)):
        dark = written.pixels(page, dpi) < 140
        inside = np.zeros_like(dark)
        for row in range(stock.rows):
            for column in range(stock.columns):
                left = (stock.left + column * stock.pitch_x + 1.0) * dpi / 25.4
                top = (stock.top + row * stock.pitch_y + 1.0) * dpi / 25.4
                right = left + (stock.label_width - 2.0) * dpi / 25.4
                bottom = top + (stock.label_height - 2.0) * dpi / 25.4
                inside[round(top) : round(bottom), round(left) : round(right)] = True
        foot = round((stock.page_height - stock.bottom) * dpi / 25.4)
        stray = dark & ~inside
        stray[foot:] = False
        assert not stray.any()
    text = written.all_text()
    assert all(slip.code[:4] in text for slip in slips)
    assert "田中" in text


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "Mn", "Mc", "Zs", "Pd")), min_size=1, max_size=80)


@settings(max_examples=25, deadline=None)
@given(
    stock=st.sampled_from(("plain-a4-90x60", "avery-5160", "herma-4412")),
    rounds=st.lists(st.lists(NAMES, max_size=6), min_size=1, max_size=8),
)
def test_everybody_whom_one_meets_stands_on_a_slip(
    kit: PrintKit,
    tmp_path_factory: pytest.TempPathFactory,
    sample: ModuleType,
    stock: str,
    rounds: list[list[str]],
):
    paper = Paper(tmp_path_factory.mktemp("slips") / "x.pdf", title="Slips", kit=kit)
    form = slip_format(find_stock(stock))
    told = [
        sample.slip_round(number, 7, 8, *(PersonName(full=name) for name in names))
        for number, names in enumerate(rounds, 1)
    ]
    slips = slips_of(paper, told, form)
    for slip in slips:
        assert sum(row.height for row in slip) <= form.room + 0.02
    rows = [row for slip in slips for row in slip]
    assert [row.round.number for row in rows] == sorted(row.round.number for row in rows)
    for one in told:
        mine = [row for row in rows if row.round is one]
        assert [row.goes_on for row in mine] == [False, *(True for _ in mine[1:])]
        assert sum(len(row.partners) for row in mine) == max(1, len(one.partners))
        for row in mine:
            for lines in row.partners:
                assert all(
                    paper.width(line, lines.kind) <= form.partner_width + 0.05 or len(line) <= 3
                    for _, line in lines.lines
                )


def test_a_label_too_small_for_a_slip_is_refused_in_words(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    tiny = replace(find_stock("avery-5160"), label_width=40.0)
    with pytest.raises(MixerError, match="too small for a change slip"):
        write_change_slips(sample.change_slips(), tiny, tmp_path / "slips.pdf", kit=kit)
    assert not list(tmp_path.iterdir())


def test_no_slips_are_one_empty_page(tmp_path: Path, kit: PrintKit):
    assert write_change_slips([], A4, tmp_path / "slips.pdf", kit=kit).pages == 1
