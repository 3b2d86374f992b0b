import pytest

from mixer_app.exchange.files import read_tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(understand_text, delimiter):
    text = "First name,Last name,Email,Role\nAnn,Lee,ann@x.org,mentor\nBo,Li,bo@x.org,mentee\n"
    read = understand_text(text.replace(",", delimiter))
    assert read.table.delimiter == delimiter
    assert read.names == ["Ann Lee", "Bo Li"]


def test_commas_inside_a_semicolon_file_do_not_mislead(understand_text):
    read = understand_text('Name;Role;Topics\n"Lee, Ann";mentor;"a, b, c"\n"Li, Bo";mentee;"a, b, c"\n')
    assert read.names == ["Ann Lee", "Bo Li"]


def test_a_line_that_names_the_separator_is_no_row(understand_text):
    read = understand_text("sep=;\nName;Role\nAnn Lee;mentor\n;mentee\n")
    assert read.names == ["Ann Lee"]
    assert read.table.header_row == 1
    assert read.rejected[0].row == 3


def test_unicode_text_of_excel(understand_text):
    read = understand_text("Name\tRole\nJosé Ñandú\tmentor\n", name="people.txt", encoding="utf-16")
    assert read.names == ["José Ñandú"]


def test_a_line_break_in_a_cell_does_not_shift_the_row_numbers(understand_text):
    read = understand_text('Name,Role,Goal\nAnn Lee,mentor,"first\nsecond\n\nthird"\n\n,mentee,\n')
    assert read.people[0].goal == "first\nsecond\n\nthird"
    assert read.rejected[0].row == 4  # titles, Ann, a blank row, then the row without a name


def test_a_quotation_mark_that_is_never_closed_loses_no_row(understand_text):
    read = understand_text('Name,Role,Goal\nAnn Lee,mentor,"to lead\nBo Li,mentee,grow\nCy Fox,mentee,"rest"\n')
    assert read.names == ["Ann Lee", "Bo Li", "Cy Fox"]
    assert read.people[0].goal == "to lead"
    assert any("never closed" in warning and "row 2" in warning for warning in read.warnings)


def test_a_file_full_of_open_quotation_marks_loses_no_row(write):
    rows = "".join(f'"name {number},mentor\n' for number in range(61))
    (table,) = read_tables(write("a.csv", "Name,Role\n" + rows))
    assert len(table.rows) >= 31
    joined = " ".join(cell for row in table.rows for cell in row.cells)
    assert all(f"name {number}" in joined for number in range(61))


def test_a_very_long_cell_is_kept(understand_text):
    read = understand_text("Name,Role,Goal\nAnn Lee,mentor," + "x" * 200_000 + "\nBo Li,mentee,y\n")
    assert "Bo Li" in read.names


def test_ragged_rows_and_trailing_separators_keep_every_cell(understand_text):
    read = understand_text("Name,Role,\nAnn Lee,mentor,\nBo Li\nCy Fox,mentee,,,left over\n")
    assert read.names == ["Ann Lee", "Cy Fox"]
    assert dict(read.people[1].answers)["Column E"] == "left over"
    assert read.rejected[0].field == "role"


def test_nul_bytes_and_old_line_ends_are_cleaned(understand_text):
    read = understand_text("Name,Role\rA\0nn Lee,mentor\rBo Li,mentee\r")
    assert read.names == ["Ann Lee", "Bo Li"]


def test_blank_rows_are_not_counted(understand_text):
    read = understand_text("Name,Role\n\n,,\nAnn Lee,mentor\n ,\t\n\n")
    assert len(read.table.rows) == 1
    assert read.table.rows[0].number == 4
