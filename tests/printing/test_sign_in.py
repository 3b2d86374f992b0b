from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from mixer_app.domain.people import PersonName
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.sign_in import write_sign_in_list


def test_everybody_is_on_the_list_with_code_and_table(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_sign_in_list(sample.sign_in(), tmp_path / "list.pdf", kit=kit)
    written = read(tmp_path / "list.pdf")
    assert report.pages == written.pages == 2
    assert "Page 2 of 2" in written.text(1)
    text = written.all_text()
    assert all(line.name.full.split()[0] in text for line in sample.sign_in().lines if line.name.full.isascii())
    assert "WXWC-BYBS" in text
    assert "17:20" in text


def test_own_script_stands_left_of_the_latin_form(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_sign_in_list(sample.sign_in(), tmp_path / "list.pdf", kit=kit)
    latin = read(tmp_path / "list.pdf").place("Nour Al-Huda Mansour")
    assert latin.left > 40


def test_rows_do_not_run_into_the_next_column(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_sign_in_list(sample.sign_in(), tmp_path / "list.pdf", kit=kit)
    written = read(tmp_path / "list.pdf")
    pixels = written.pixels(0, 150)
    column = pixels[
        round(45 * 150 / 25.4) : round(270 * 150 / 25.4), round(107.6 * 150 / 25.4) : round(109.4 * 150 / 25.4)
    ]
    assert not (column < 120).any()


def test_an_empty_list_is_one_page(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    assert write_sign_in_list(replace(sample.sign_in(), lines=()), tmp_path / "list.pdf", kit=kit).pages == 1


def test_a_very_long_name_makes_its_row_higher_and_its_letters_no_smaller(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    one, two, three, *_ = sample.sign_in().lines
    long = replace(two, name=PersonName(full="W" * 90))
    write_sign_in_list(replace(sample.sign_in(), lines=(one, long, three)), tmp_path / "list.pdf", kit=kit)
    written = read(tmp_path / "list.pdf")
    letters, usual = written.place("WWW"), written.place("WXWC")
    assert letters.bottom - letters.top == pytest.approx(usual.bottom - usual.top, abs=0.15)
    codes = [written.place(code).top for code in ("WXWC-BYBS", "YHP9-R0Q1", "GJBE-9EB0")]
    assert codes[1] - codes[0] > 8.3
    assert codes[2] - codes[1] > 8.3


def test_a_long_name_of_the_event_stays_left_of_the_figures(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    long = "Eleventh Annual Regional Physician Leadership and Mentoring Forum of the North 2027"
    write_sign_in_list(replace(sample.sign_in(), event_name=long), tmp_path / "list.pdf", kit=kit)
    written = read(tmp_path / "list.pdf")
    assert written.place("Leadership").right < written.place("Registered").left
    assert written.place("Sign-in list").bottom < written.place("Eleventh").top
    assert written.place("and Mentoring").bottom < written.place("Thursday").top


def test_an_emergency_list_written_without_the_server_says_of_which_moment_the_rest_is(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    listed = sample.emergency()
    write_sign_in_list(listed, tmp_path / "list.pdf", kit=kit)
    assert "who sits where, as of 19:40" in read(tmp_path / "list.pdf").text(0)
    away = replace(listed, seen_at=datetime(2027, 4, 15, 19, 22))
    write_sign_in_list(away, tmp_path / "away.pdf", kit=kit)
    text = read(tmp_path / "away.pdf").text(0)
    assert "as of 19:40; tables and other stations as of 19:22" in text
