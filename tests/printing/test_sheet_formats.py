"""Match sheets on every paper: the same evening, the same boxes, the same code."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import zxingcpp

from mixer_app.domain.brand import Brand
from mixer_app.domain.people import PersonName
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.domain.stock import Flip
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.printing.paper import PrintKit

ONE_SIDED = (SheetFormat.HALF, SheetFormat.CARD)


@pytest.mark.parametrize("on", list(SheetFormat))
def test_every_round_is_told_with_time_table_and_partner_and_the_code_can_be_scanned(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, on: SheetFormat
):
    sheet = sample.match_sheets()[0]
    report = write_match_sheets([sheet], tmp_path / "sheet.pdf", on=on, kit=kit)
    written = read(tmp_path / "sheet.pdf")
    text = " ".join(written.text(page) for page in range(report.pages))
    for told in ("18:00", "18:16", "18:32", "18:48", "19:04", "Margaret O’Sullivan", "Lerato Mokoena", "22", "31"):
        assert told in text
    codes = {code.text for code in zxingcpp.read_barcodes(written.pixels(dpi=300))}
    assert codes == {"GMCFC7J7"}
    assert report.not_printed == []


@pytest.mark.parametrize("on", list(SheetFormat))
def test_every_format_says_that_what_is_said_stays_and_asks_to_stay_in_touch(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, on: SheetFormat
):
    report = write_match_sheets(sample.match_sheets()[:1], tmp_path / "sheet.pdf", on=on, kit=kit)
    written = read(tmp_path / "sheet.pdf")
    text = " ".join(written.text(page) for page in range(report.pages))
    assert "What is said" in text
    assert "Stay in touch?" in text
    assert "both say yes" in text
    assert ("Mentoring is" in text) is (on is not SheetFormat.CARD)


@pytest.mark.parametrize(
    ("on", "people", "pages", "size"),
    [
        (SheetFormat.A5, 2, 4, (148, 210)),
        (SheetFormat.HALF, 3, 2, (297, 210)),
        (SheetFormat.HALF_BACKS, 3, 4, (297, 210)),
        (SheetFormat.CARD, 5, 2, (210, 297)),
        (SheetFormat.CARD_BACKS, 5, 4, (210, 297)),
        (SheetFormat.LARGE, 2, 4, (210, 297)),
    ],
)
def test_people_share_a_sheet_as_the_format_says(
    tmp_path: Path,
    kit: PrintKit,
    read: Callable,
    sample: ModuleType,
    on: SheetFormat,
    people: int,
    pages: int,
    size: tuple[float, float],
):
    report = write_match_sheets([sample.match_sheets()[0]] * people, tmp_path / "sheets.pdf", on=on, kit=kit)
    assert report.pages == pages
    assert read(tmp_path / "sheets.pdf").size() == pytest.approx(size, abs=0.05)


def test_large_print_is_fourteen_tenths_of_the_usual(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    heights = {}
    for on in (SheetFormat.A5, SheetFormat.LARGE):
        write_match_sheets(sample.match_sheets()[:1], tmp_path / f"{on}.pdf", on=on, kit=kit)
        place = read(tmp_path / f"{on}.pdf").place("Margaret O’Sullivan")
        heights[on] = place.right - place.left
    assert heights[SheetFormat.LARGE] / heights[SheetFormat.A5] == pytest.approx(1.4, abs=0.02)


@pytest.mark.parametrize("on", ONE_SIDED)
def test_nothing_reaches_over_the_cut(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, on: SheetFormat
):
    write_match_sheets([replace(sample.match_sheets()[1], goal="")] * 2, tmp_path / "sheets.pdf", on=on, kit=kit)
    written = read(tmp_path / "sheets.pdf")
    middle = written.size()[0] / 2
    place = written.place("Konstantinopoulou-Featherstonehaugh")
    assert place.right < middle


def test_a_mentor_of_groups_has_three_boxes_for_each_mentee_of_a_card(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    mentor = sample.match_sheets()[2]
    report = write_match_sheets([mentor], tmp_path / "card.pdf", on=SheetFormat.CARD, kit=kit)
    text = read(tmp_path / "card.pdf").text()
    assert report.pages == 1
    assert text.count("Lerato Mokoena") == len(mentor.rounds)


def test_a_changed_plan_is_named_on_a_card(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    changed = replace(sample.match_sheets()[0], plan_version=5, replaces=4)
    for on in ONE_SIDED:
        write_match_sheets([changed], tmp_path / f"{on}.pdf", on=on, kit=kit)
        assert "Plan 5 replaces plan 4." in " ".join(read(tmp_path / f"{on}.pdf").text().split())


def test_somebody_without_rounds_is_told_to_ask_the_desk(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    for on in ONE_SIDED:
        write_match_sheets([replace(sample.match_sheets()[0], rounds=())], tmp_path / f"{on}.pdf", on=on, kit=kit)
        assert "The desk knows more." in " ".join(read(tmp_path / f"{on}.pdf").text().split())


@pytest.mark.parametrize("on", ONE_SIDED)
def test_five_rounds_at_group_tables_fit_on_one_side_whatever_the_names(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, on: SheetFormat
):
    full = sample.match_sheets()[1]
    rounds = tuple(replace(one, company=("Aoife", "Isabella")) for one in full.rounds)
    write_match_sheets([replace(full, rounds=rounds)] * 2, tmp_path / "sheets.pdf", on=on, kit=kit)
    text = read(tmp_path / "sheets.pdf").text()
    assert text.count("19:04") == 2
    assert read(tmp_path / "sheets.pdf").pages == 1


@pytest.mark.parametrize(
    ("on", "flip"), [(SheetFormat.HALF_BACKS, Flip.SHORT_EDGE), (SheetFormat.CARD_BACKS, Flip.LONG_EDGE)]
)
@pytest.mark.parametrize("from_the_right", [False, True])
def test_backs_lie_behind_their_fronts_when_the_sheet_is_turned_over(
    tmp_path: Path,
    kit: PrintKit,
    read: Callable,
    sample: ModuleType,
    on: SheetFormat,
    flip: Flip,
    from_the_right: bool,
):
    people = [
        replace(sample.match_sheets()[0], name=PersonName(full=name), goal=f"Goal of {name}") for name in ("Ann", "Bob")
    ]
    kit = kit.branded(Brand(from_the_right=from_the_right))
    assert write_match_sheets(people, tmp_path / "two.pdf", on=on, kit=kit).pages == 2
    written = read(tmp_path / "two.pdf")
    middle = written.size()[0] / 2
    assert on.flip is flip
    for name in ("Ann", "Bob"):
        front, back = written.place(name), written.place(f"Goal of {name}", 1)
        assert (front.left < middle) is (back.left > middle)
        assert front.top < written.size()[1] / 2 > back.top
    assert (written.place("Ann").left < written.place("Bob").left) is not from_the_right


def test_the_back_of_a_card_has_two_prompts_for_each_of_five_talks_and_room_for_notes(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    full = sample.match_sheets()[1]
    write_match_sheets([full], tmp_path / "card.pdf", on=SheetFormat.CARD_BACKS, kit=kit)
    written = read(tmp_path / "card.pdf")
    back, prompts = written.text(1), {prompt for one in full.rounds for prompt in one.meetings[0].prompts}
    assert all(prompt in back for prompt in prompts)
    assert len(prompts) == 8
    for told in ("My goal for tonight", full.goal, "My notes, for my eyes only", "Mentoring is listening first"):
        assert told in back
    assert "Show the card at the desk." in written.text(0)
    assert "Leave the card" not in written.text(0)


def test_a_card_that_is_left_at_the_desk_has_no_notes(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_match_sheets(sample.match_sheets()[:1], tmp_path / "card.pdf", on=SheetFormat.CARD, kit=kit)
    assert report.pages == 1
    assert "My notes" not in read(tmp_path / "card.pdf").text()


def test_the_back_of_a_card_holds_nine_meetings_and_none(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    mentor, nobody = sample.match_sheets()[2], replace(sample.match_sheets()[0], rounds=(), goal="")
    write_match_sheets([mentor, nobody], tmp_path / "card.pdf", on=SheetFormat.CARD_BACKS, kit=kit)
    written = read(tmp_path / "card.pdf")
    assert written.text(1).count("Lerato") == len(mentor.rounds)
    for place in (*written.places("Margaret", 1), *written.places("One step", 1)):
        assert place.bottom % 148.5 < 140
    ink = written.pixels(1, 100) < 200
    assert not ink[round(144.5 / 25.4 * 100) : round(148 / 25.4 * 100), 40:].any()
