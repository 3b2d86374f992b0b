from datetime import date, datetime, time

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.files import read_tables


def test_numbers_and_dates_come_as_people_see_them(workbook):
    path = workbook(
        {
            "People": [
                ["Name", "Phone", "ID", "Years", "Arrives", "Born", "Stamp", "Consent"],
                ["Ann", 441234567890, 18441600000.0, 12.5, time(18, 30), date(2026, 5, 14),
                 datetime(2026, 5, 14, 9, 5), True],
            ]
        }
    )  # fmt: skip
    (table,) = read_tables(path)
    assert table.rows[0].cells == (
        "Ann", "441234567890", "18441600000", "12.5", "18:30", "2026-05-14", "2026-05-14 09:05:00", "TRUE",
    )  # fmt: skip


def test_a_formula_gives_the_value_that_excel_last_computed(write, workbook):
    import io
    import zipfile

    book = workbook({"People": [["Name", "Role"], ["=A1", "mentor"]]})
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b'<c r="A2"><f>A1</f><v></v></c>', b'<c r="A2" t="str"><f>A1</f><v>Ann Lee</v></c>')
                part = part.replace(b'<c r="A2"><f>A1</f><v /></c>', b'<c r="A2" t="str"><f>A1</f><v>Ann Lee</v></c>')
            new.writestr(name, part)
    (table,) = read_tables(write("formula.xlsx", packed.getvalue()))
    assert table.rows[0].cells[0] == "Ann Lee"


def test_a_role_in_merged_cells_counts_for_every_row_it_spans(workbook, understand):
    def merge(book):
        book["People"].merge_cells("A2:A3")

    path = workbook(
        {"People": [["Role", "Name"], ["mentor", "Ann Lee"], [None, "Bo Li"], ["mentee", "Cy Fox"]]}, change=merge
    )
    assert understand(path).roles == ["mentor", "mentor", "mentee"]


def test_a_title_merged_over_several_columns_names_them_all(workbook, understand):
    def merge(book):
        book["People"].merge_cells("B1:C1")

    path = workbook(
        {
            "People": [
                ["Respondent ID", "Who are you?", None, "Role"],
                [None, "Name", "Company", "Response"],
                [10001, "Ann Lee", "City Hospital", "Mentor"],
            ]
        },
        change=merge,
    )
    read = understand(path)
    assert read.names == ["Ann Lee"]
    assert read.people[0].employer == "City Hospital"


def test_hidden_sheets_are_not_read(workbook):
    def hide(book):
        book["Old"].sheet_state = "hidden"

    path = workbook({"Old": [["Name", "Email"], ["Old", "o@x.org"]], "New": [["Name"], ["Ann"]]}, change=hide)
    assert [table.sheet for table in read_tables(path)] == ["New"]


def test_the_sheet_that_looks_like_registrations_is_read_and_the_others_are_named(workbook):
    path = workbook(
        {
            "Notes": [["Read me"], ["Some words"]],
            "Data": [["First name", "Last name", "Email"], ["Ann", "Lee", "ann@x.org"]],
            "Pivot": [["Count", "Of"], [3, 4]],
        }
    )
    (table,) = read_tables(path)
    assert table.sheet == "Data"
    assert any("“Notes”" in warning and "“Pivot”" in warning for warning in table.warnings)


def test_a_sheet_of_mentors_and_a_sheet_of_mentees_are_both_read(workbook):
    path = workbook(
        {
            "Mentors": [["Name", "Email", "Capacity"], ["Ann", "ann@x.org", 3]],
            "Mentees": [["Full name", "E-mail", "Goal"], ["Bo", "bo@x.org", "grow"]],
        }
    )
    assert [table.sheet for table in read_tables(path)] == ["Mentors", "Mentees"]


def test_sheets_with_the_same_titles_are_all_read(workbook):
    rows = [["Name", "Email"], ["Ann", "ann@x.org"]]
    assert len(read_tables(workbook({"Monday": rows, "Tuesday": rows}))) == 2


def test_a_million_formatted_rows_without_anything_in_them_are_passed_over(workbook):
    def spoil(book):
        from openpyxl.styles import Font

        book["People"].cell(row=1_048_576, column=3).font = Font(bold=True)

    path = workbook({"People": [["Name", "Role"], ["Ann Lee", "mentor"]]}, change=spoil)
    (table,) = read_tables(path)
    assert len(table.rows) == 1


def test_errors_of_formulas_are_blank(workbook):
    (table,) = read_tables(workbook({"People": [["Name", "Email"], ["Ann", "#N/A"]]}))
    assert table.rows[0].cells == ("Ann", "")


def test_an_empty_workbook_is_refused(workbook):
    with pytest.raises(MixerError, match="no visible sheet with anything"):
        read_tables(workbook({"People": []}))


def test_a_workbook_cut_short_is_refused(write, workbook):
    raw = workbook({"People": [["Name"], ["Ann"]]}).read_bytes()
    with pytest.raises(MixerError, match="damaged"):
        read_tables(write("short.xlsx", raw[: len(raw) // 2]))


def test_a_workbook_with_broken_parts_is_refused(write, workbook):
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(workbook({"People": [["Name"], ["Ann"]]})) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name.endswith("sheet1.xml") else old.read(name))
    with pytest.raises(MixerError, match="damaged"):
        read_tables(write("broken.xlsx", packed.getvalue()))


def test_a_workbook_whose_packed_bytes_are_damaged_is_refused(write, workbook):
    raw = workbook({"People": [["Name"], ["Ann"]]}).read_bytes()
    packed = 30 + len("docProps/app.xml")  # where the bytes of the first part begin
    with pytest.raises(MixerError, match="damaged"):
        read_tables(write("damaged.xlsx", raw[:packed] + b"\xff" * 20 + raw[packed + 20 :]))
