from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from mixer_app.printing.paper import PrintKit
from mixer_app.printing.table_cards import write_table_cards


def test_the_number_is_seven_centimetres_high_and_upside_down_above_the_ridge(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_table_cards(sample.table_cards(), tmp_path / "cards.pdf", kit=kit)
    assert (report.pages, report.not_printed) == (4, [])
    written = read(tmp_path / "cards.pdf")
    number = written.pixels(1, 100)[round(30 / 0.254) : round(107 / 0.254), round(140 / 0.254) : round(196 / 0.254)]
    rows = (number < 128).any(axis=1).nonzero()[0]
    assert (rows.max() - rows.min()) * 0.254 == pytest.approx(70, abs=1.5)
    widths = (number < 128).sum(axis=1)
    assert widths[rows.max() - 10] > 1.5 * widths[rows.min() + 10]  # the bar of the 7 is nearer to the ridge


def test_no_ink_leaves_the_margins_but_the_fold(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_table_cards(sample.table_cards(), tmp_path / "cards.pdf", kit=kit)
    written = read(tmp_path / "cards.pdf")
    for page in range(written.pages):
        ink = written.pixels(page, 100) < 200
        ink[round(147 / 0.254) : round(150 / 0.254)] = False
        columns = ink.any(axis=0).nonzero()[0] * 0.254
        assert columns.min() >= 15
        assert columns.max() <= 195


def test_times_are_there_for_every_round_and_left_out_when_they_may_move(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_table_cards(sample.table_cards(), tmp_path / "cards.pdf", kit=kit)
    written = read(tmp_path / "cards.pdf")
    assert "Round 12 " in written.text(2) + " "
    assert "20:56" in written.text(2)
    assert "Round" not in written.text(3)
    assert "12 minutes a round" in written.text(0)


def test_mentees_are_never_on_a_card(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_table_cards(sample.table_cards()[:1], tmp_path / "cards.pdf", kit=kit)
    text = read(tmp_path / "cards.pdf").text()
    assert "Tanaka Haruka" in text
    assert "Mentee" not in text


def test_times_that_may_still_move_are_left_out_and_the_length_of_a_round_stays(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_table_cards(sample.table_cards()[:1], tmp_path / "cards.pdf", times=False, kit=kit)
    text = read(tmp_path / "cards.pdf").text()
    assert "18:00" not in text
    assert "12 minutes a round" in text
