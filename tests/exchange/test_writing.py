import time
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.writing import Sheet, write_bytes, write_sheets, write_table


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_is_written_is_read_again(tmp_path, name):
    rows = [["=1+1", "+44", 'a "quoted", cell\nof two lines'], ["'=x", "", "Zoë 王小明 𠮷"]]
    write_table(tmp_path / name, "People", ["Name", "Phone", "Goal"], rows)
    (table,) = read_tables(tmp_path / name)
    assert [list(row.cells) for row in table.rows] == rows


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(MixerError, match="could not be written"):
        write_table(tmp_path / "taken" / "a.csv", "People", ["Name"], [])
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_file_that_is_there_is_replaced_whole(tmp_path):
    out = tmp_path / "a.csv"
    out.write_text("old")
    write_table(out, "People", ["Name"], [["Ann"]])
    assert out.read_bytes() == b"\xef\xbb\xbfName\r\nAnn\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def sheets():
    return [
        Sheet(name="Rows", titles=["code"], rows=[["A"], ["=B"]]),
        Sheet(
            name="Dates",
            titles=["Name", "Write by", "Met at"],
            rows=[["Zoë", date(2027, 4, 29), datetime(2027, 4, 15, 18, 5)]] * 3,
        ),
        Sheet(name="Figures", titles=["Figure", "Value"], rows=[["People", 4]], filters=False),
    ]


def test_a_workbook_has_its_sheets_with_titles_in_sight_filters_and_real_dates(tmp_path):
    write_sheets(tmp_path / "a.xlsx", sheets())
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Rows", "Dates", "Figures"]
    assert [page.freeze_panes for page in book] == ["A2"] * 3
    assert [page.auto_filter.ref for page in book] == ["A1:A3", "A1:C4", None]
    dates = book["Dates"]
    assert (dates["B2"].value, dates["C2"].value) == (datetime(2027, 4, 29), datetime(2027, 4, 15, 18, 5))
    assert dates["B2"].is_date
    assert dates["A1"].font.bold
    assert dates.column_dimensions["B"].width >= 12
    assert book["Rows"]["A3"].data_type == "s"
    book.close()


def test_the_first_sheet_is_the_csv(tmp_path):
    write_sheets(tmp_path / "a.csv", sheets())
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbfcode\r\nA\r\n'=B\r\n"


def test_the_same_tables_are_the_same_bytes_on_another_day(tmp_path, monkeypatch):
    write_sheets(tmp_path / "a.xlsx", sheets())
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    write_sheets(tmp_path / "b.xlsx", sheets())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_a_file_that_is_made_already_is_written_whole(tmp_path):
    write_bytes(tmp_path / "new" / "a.ics", b"x\r\n")
    assert (tmp_path / "new" / "a.ics").read_bytes() == b"x\r\n"
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(MixerError, match="could not be written"):
        write_bytes(tmp_path / "folder.ics", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.ics", "new"]
