"""Sheets for the marshals, as a reader of the PDF sees them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import PageSize, PersonPlace, RoundSheet, Seated, SheetTable
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.round_sheets import write_round_sheets

PLAIN = [PersonName(full=f"Person {number:03}", given="Person", family=f"{number:03}") for number in range(600)]


def numbered(sample: ModuleType, tables: int, seats: int, free: int = 0) -> RoundSheet:
    """A round in which everybody has a name of their own: `Host 7`, `Guest 7b`, `Waiting 3`."""
    made = sample.round_sheet(tables, seats, 0, PLAIN, notes=False)
    rows = tuple(
        SheetTable(
            number=table.number,
            people=(
                Seated(name=PersonName(full=f"Host {table.number:04}"), role=Role.MENTOR),
                *(
                    Seated(name=PersonName(full=f"Guest {table.number:04}{letter}"), role=Role.MENTEE)
                    for letter in "abcdefghij"[:seats]
                ),
            ),
        )
        for table in made.tables
    )
    waiting = tuple(PersonName(full=f"Waiting {number:04}") for number in range(free))
    people = (
        *(PersonPlace(name=one.name, table=row.number) for row in rows for one in row.people),
        *(PersonPlace(name=name, table=None) for name in waiting),
    )
    return replace(made, tables=rows, free=waiting, people=people)


def test_forty_tables_and_ten_free_people_stand_on_one_page(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    for page, height in ((PageSize.A4, 297.0), (PageSize.LETTER, 279.4)):
        report = write_round_sheets([numbered(sample, 40, 1, 10)], tmp_path / "round.pdf", page=page, kit=kit)
        written = read(tmp_path / "round.pdf")
        assert report.pages == written.pages == 1
        assert written.size()[1] == pytest.approx(height, abs=0.1)
        text = written.text()
        assert "Round 2 of 5" in text
        assert "Starts 18:16 Ends 18:28 Tables 40 Free 10" in text
        assert "Plan 4, published 17:58. Collect and destroy after the round." in text
        assert all(f"Host {number:04}" in text and f"Guest {number:04}a" in text for number in range(1, 41))
        assert all(f"Waiting {number:04}" in text for number in range(10))


def test_rows_stand_where_the_design_says(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_round_sheets([numbered(sample, 40, 1, 10)], tmp_path / "round.pdf", kit=kit)
    written = read(tmp_path / "round.pdf")
    first, second = written.place("Host 0001"), written.place("Host 0002")
    assert second.bottom - first.bottom == pytest.approx(10.1, abs=0.05)
    assert written.place("Guest 0001a").bottom - first.bottom == pytest.approx(4.2, abs=0.1)
    assert first.left == pytest.approx(30.1, abs=0.4)
    assert written.place("Host 0021").left - first.left == pytest.approx(96.0, abs=0.3)
    assert written.place("Host 0021").bottom == pytest.approx(first.bottom, abs=0.05)
    zone = written.place("Tables 11 to 20")
    assert zone.left == pytest.approx(14.0, abs=0.4)
    assert written.place("Host 0010").bottom < zone.top < written.place("Host 0011").top
    assert written.place("Collect and destroy").bottom < 297 - 7
    assert [place.left for place in written.places("Marshal")][:2] == pytest.approx([65.4, 65.4], abs=1.0)


def test_group_tables_grow_by_a_line_for_each_mentee(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_round_sheets([numbered(sample, 3, 4)], tmp_path / "round.pdf", kit=kit)
    written = read(tmp_path / "round.pdf")
    grown = written.place("Host 0002").bottom - written.place("Host 0001").bottom
    assert grown == pytest.approx(10.1 + 3 * 4.2, abs=0.05)


def test_a_page_begins_with_a_zone(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_round_sheets([numbered(sample, 96, 1, 0)], tmp_path / "round.pdf", kit=kit)
    written = read(tmp_path / "round.pdf")
    assert written.pages == 3
    for page, first in enumerate(("Tables 1 to 10", "Tables 41 to 50", "Tables 81 to 90")):
        assert written.place(first, page).top == pytest.approx(34.6, abs=0.6)
        assert f"Round sheet for marshals, page {page + 1} of 3" in written.text(page)


def test_a_note_stands_beside_the_name_that_it_is_about(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    sheet = numbered(sample, 2, 2)
    people = sheet.tables[1].people
    noted = replace(people[2], note=sample.NOTES[1])
    sheet = replace(sheet, tables=(sheet.tables[0], replace(sheet.tables[1], people=(*people[:2], noted))))
    write_round_sheets([sheet], tmp_path / "round.pdf", kit=kit)
    written = read(tmp_path / "round.pdf")
    note, name = written.place("arrives 18:20"), written.place("Guest 0002b")
    assert note.bottom == pytest.approx(name.bottom, abs=0.8)
    assert name.right < note.left < note.right < 14 + 79.4


def test_everybody_is_on_the_back_with_a_table(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    report = write_round_sheets([numbered(sample, 40, 1, 10)], tmp_path / "round.pdf", by_person=True, kit=kit)
    written = read(tmp_path / "round.pdf")
    assert report.pages == 2
    text = written.text(1)
    assert "Everybody in this round, by name" in text
    assert all(f"Guest {number:04}a {number} " in f"{text} " for number in range(1, 41))
    assert text.count("free") == 10
    lefts = {round(place.left) for place in written.places("Guest", 1)}
    assert len(lefts) >= 3  # of five columns: the first two are the hosts


def test_every_round_begins_on_a_sheet_of_its_own(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    sheets = [replace(numbered(sample, tables, 1, 300), number=number) for tables, number in ((60, 1), (8, 2), (8, 3))]
    write_round_sheets(sheets, tmp_path / "round.pdf", by_person=True, kit=kit)
    written = read(tmp_path / "round.pdf")
    fronts = [page for page in range(written.pages) if "page 1 of" in written.text(page)]
    assert len(fronts) == 3
    assert all(page % 2 == 0 for page in fronts)


def test_a_round_without_anybody_says_so(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    report = write_round_sheets([numbered(sample, 0, 1)], tmp_path / "round.pdf", by_person=True, kit=kit)
    assert report.pages == 1
    assert "Nobody has a table in this round." in read(tmp_path / "round.pdf").text()


def test_names_of_every_script_stay_left_of_notes_and_boxes(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_round_sheets([sample.round_sheet()], tmp_path / "round.pdf", by_person=True, kit=kit)
    assert report.not_printed == []
    written = read(tmp_path / "round.pdf")
    text = written.text()
    for part in ("田中", "Alexandrina Konstantinopoulou-F.", "Apostolopoulou-Vandenberghe Sá", "김민준", "გიორგი"):
        assert part in text
    dpi = 150
    pixels = written.pixels(0, dpi)
    gap = pixels[round(41 * dpi / 25.4) : round(250 * dpi / 25.4), round(93.6 * dpi / 25.4) : round(96.3 * dpi / 25.4)]
    rows_with_ink = (gap < 120).any(axis=1).sum()
    assert rows_with_ink < len(gap) * 0.1  # nothing but the lines between rows


@settings(max_examples=4, deadline=None)
@example(tables=600, seats=6, free=60, page=PageSize.LETTER, by_person=False)
@given(
    tables=st.one_of(st.integers(1, 80), st.integers(81, 600)),
    seats=st.integers(1, 6),
    free=st.integers(0, 120),
    page=st.sampled_from(PageSize),
    by_person=st.booleans(),
)
def test_nobody_is_cut_however_large_the_room(
    tmp_path_factory: pytest.TempPathFactory,
    kit: PrintKit,
    sample: ModuleType,
    read: Callable,
    tables: int,
    seats: int,
    free: int,
    page: PageSize,
    by_person: bool,
):
    path = tmp_path_factory.mktemp("room") / "round.pdf"
    sheet = numbered(sample, tables, seats, free)
    write_round_sheets([sheet], path, page=page, by_person=by_person, kit=kit)
    written = read(path)
    fronts = [number for number in range(written.pages) if "Everybody in this round" not in written.text(number)]
    text = " ".join(written.text(number) for number in fronts)
    assert text.count("Host ") >= tables
    for row in sheet.tables:
        assert all(f"{one.name.full}" in text for one in row.people)
    assert all(name.full in text for name in sheet.free)
    for number in (0, written.pages - 1):
        width, height = written.size(number)
        for word in ("Host", "Guest", "Waiting"):
            for place in written.places(word, number):
                assert 14 <= place.left < place.right <= width - 14
                assert 25 < place.top < place.bottom < height - 8


def test_a_table_with_more_people_than_a_page_holds_goes_on(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    sheet = numbered(sample, 1, 1)
    many = tuple(Seated(name=PersonName(full=f"Guest {number:03}"), role=Role.MENTEE) for number in range(100))
    sheet = replace(sheet, tables=(SheetTable(number=7, people=(sheet.tables[0].people[0], *many)),))
    write_round_sheets([sheet], tmp_path / "round.pdf", kit=kit)
    text = read(tmp_path / "round.pdf").all_text()
    assert all(one.name.full in text for one in many)
    assert text.count("Host 0001") >= 2
