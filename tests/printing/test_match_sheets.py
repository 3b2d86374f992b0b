from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import zxingcpp

from mixer_app.domain.paper import MatchSheet, SheetMeeting, SheetRound
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.printing.paper import PrintKit


def test_the_front_says_where_to_be_when_with_whom(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    report = write_match_sheets(sample.match_sheets()[:1], tmp_path / "sheet.pdf", on=SheetFormat.A5, kit=kit)
    assert (report.pages, report.not_printed) == (2, [])
    written = read(tmp_path / "sheet.pdf")
    assert written.size() == pytest.approx((148, 210), abs=0.05)
    time, partner, job = written.place("18:00"), written.place("Margaret O’Sullivan"), written.place("Chief Medical")
    assert time.left == pytest.approx(10.2, abs=0.4)
    assert time.bottom == pytest.approx(written.place("O’Sullivan").bottom, abs=0.3)
    assert partner.left == pytest.approx(47.9, abs=0.5)
    assert job.top == pytest.approx(51.0, abs=0.5)
    text = written.text()
    assert "Shares finance. 14 years ahead." in text
    assert "A free round." in text
    assert "18:32" in text


def test_the_strip_has_the_keys_of_fast_entry_in_order(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_match_sheets(sample.match_sheets()[:1], tmp_path / "sheet.pdf", on=SheetFormat.A5, kit=kit)
    text = read(tmp_path / "sheet.pdf").text(1)
    keys = [text.index(answer) for answer in ("1 Yes", "2 No", "3 Did not meet", "R Refer me")]
    assert keys == sorted(keys)
    assert text.index("Stay in touch?") > text.index("Tear here")


def test_both_codes_are_read_from_the_folded_sheet(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    report = write_match_sheets(sample.match_sheets()[:1], tmp_path / "fold.pdf", kit=kit)
    assert report.pages == 1
    written = read(tmp_path / "fold.pdf")
    assert written.size() == pytest.approx((297, 210), abs=0.05)
    codes = zxingcpp.read_barcodes(written.pixels(dpi=200))
    assert [code.text for code in codes] == ["GMCFC7J7", "GMCFC7J7"]
    assert written.place("My goal").right < 148.5 < written.place("Nkechi").left


def test_more_rounds_than_fit_run_on_and_each_is_printed_once(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    many = sample.match_sheets()[3]
    report = write_match_sheets([many], tmp_path / "many.pdf", kit=kit)
    written = read(tmp_path / "many.pdf")
    assert report.pages == 2
    assert "with Sven and Mei-Ling" in written.text()
    for one in many.rounds:
        assert len([page for page in range(2) if f"{one.starts_at:%H:%M}" in written.text(page)]) == 1


def test_a_mentor_sees_a_group_with_one_line_each_and_may_refer_on(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_match_sheets([sample.match_sheets()[2]], tmp_path / "group.pdf", kit=kit)
    text = read(tmp_path / "group.pdf").text()
    assert text.count("Lerato Mokoena") == 3
    assert "Refer on to" in text
    assert "Refer me" not in text


def test_a_changed_plan_says_what_it_replaces(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    changed = replace(sample.match_sheets()[0], plan_version=5, replaces=3)
    write_match_sheets([changed], tmp_path / "changed.pdf", kit=kit)
    assert "Plan 5 replaces plan 3." in read(tmp_path / "changed.pdf").text()


def test_a_mentor_without_mentees_rests(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    sheet = sample.match_sheets()[0]
    write_match_sheets([replace(sheet, role=Role.MENTOR)], tmp_path / "rest.pdf", kit=kit)
    assert " rest " in read(tmp_path / "rest.pdf").text()


@pytest.mark.parametrize("name", ["Ng", "محمد علي", "W" * 60, "สมชาย ใจดี"])
def test_any_name_stays_left_of_the_code(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str):
    sheet = replace(sample.match_sheets()[0], name=PersonName(full=name))
    report = write_match_sheets([sheet], tmp_path / "name.pdf", on=SheetFormat.A5, kit=kit)
    ink = read(tmp_path / "name.pdf").pixels(0, 300) < 128
    mm = 300 / 25.4
    gap = ink[round(13 * mm) : round(25.5 * mm), round(116.5 * mm) : round(119.5 * mm)]
    assert not gap.any()
    assert bool(report.not_printed) == (len(name) == 60)


def test_a_sheet_without_rounds_sends_to_the_desk(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_match_sheets([replace(sample.match_sheets()[0], rounds=(), goal="")], tmp_path / "none.pdf", kit=kit)
    assert "The desk knows more." in read(tmp_path / "none.pdf").text()


def a_table(sample: ModuleType, why: tuple[str, ...], prompts: tuple[str, ...] = ("Why?",)) -> SheetRound:
    """A round in which a mentor sees three people."""
    names = ("Bartholomew Longfellow", "Konstantin Alexandrov", "Margherita Castelnuovo")
    meetings = tuple(SheetMeeting(name=PersonName(full=name), why=why, prompts=prompts) for name in names)
    return SheetRound(number=1, starts_at=sample.match_sheets()[0].rounds[0].starts_at, table=4, meetings=meetings)


def a_sheet(sample: ModuleType, *rounds: SheetRound) -> MatchSheet:
    numbered = tuple(replace(one, number=number + 1) for number, one in enumerate(rounds))
    return replace(sample.match_sheets()[0], role=Role.MENTOR, rounds=numbered)


def test_reasons_are_whole_sentences_as_many_as_fit(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    why = ("Asks about relocation.", "Would like to talk about " + "research " * 8, "14 years ahead.")
    write_match_sheets([a_sheet(sample, a_table(sample, why))], tmp_path / "why.pdf", kit=kit)
    text = read(tmp_path / "why.pdf").text()
    assert text.count("Asks about relocation. 14 years ahead.") == 3
    assert "research" not in text


def test_a_prompt_that_fits_its_line_goes_before_one_that_does_not(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    one = a_table(sample, ("Asks about relocation.",), ("What " + "really " * 20 + "happened?", "What moved you?"))
    write_match_sheets([a_sheet(sample, one)], tmp_path / "prompt.pdf", kit=kit)
    assert read(tmp_path / "prompt.pdf").text().count("What moved you?") == 3


def test_three_people_in_each_of_five_rounds_take_two_sheets(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    table = a_table(sample, ("Asks about relocation.",))
    report = write_match_sheets([a_sheet(sample, *[table] * 5)], tmp_path / "five.pdf", kit=kit)
    assert report.pages == 2
    assert read(tmp_path / "five.pdf").all_text().count("Why?") == 15


def test_a_strip_of_many_columns_has_initials_in_all_and_each_round_once(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    table = a_table(sample, ("Asks about relocation.",))
    write_match_sheets([a_sheet(sample, table, table)], tmp_path / "strip.pdf", on=SheetFormat.A5, kit=kit)
    strip = read(tmp_path / "strip.pdf").text(1).split("Stay in touch?")[1]
    assert [strip.count(initials) for initials in ("BL", "KA", "MC")] == [2, 2, 2]
    assert [strip.count(heading) for heading in ("Round 1", "Round 2")] == [1, 1]


def test_own_script_stands_large_beside_the_latin_name(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    sheet = replace(sample.match_sheets()[0], name=PersonName(full="Haruka Tanaka", native="田中遥香"))
    write_match_sheets([sheet], tmp_path / "own.pdf", on=SheetFormat.A5, kit=kit)
    written = read(tmp_path / "own.pdf")
    own, latin = written.place("田中遥香"), written.place("Haruka Tanaka")
    assert own.right < latin.left
    assert own.right - own.left > 30
