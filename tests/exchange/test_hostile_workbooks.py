"""Workbooks that were made to do harm are refused in words, soon, and without the memory that they ask for."""

import io
import time
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from mixer_app.domain.errors import MixerError
from mixer_app.exchange import files
from mixer_app.exchange.files import read_tables

SHEET = "xl/worksheets/sheet1.xml"


def workbook_with(name, content):
    """An honest workbook of one person in which one part is another."""
    book = Workbook()
    book.active.append(["Name", "Email", "Role"])
    book.active.append(["Ann Smith", "ann@example.org", "mentor"])
    honest, made = io.BytesIO(), io.BytesIO()
    book.save(honest)
    with zipfile.ZipFile(honest) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content(old.read(part)) if part == name else old.read(part))
    return made.getvalue()


def read(tmp_path, raw):
    """Read it as an import does, measuring the processor's time and the most memory."""
    path = tmp_path / "registrations.xlsx"
    path.write_bytes(raw)
    tracemalloc.start()
    began = time.thread_time()
    try:
        return read_tables(path)
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert time.thread_time() - began < 5.0
        assert most < 200_000_000


def sheet_with(declarations, text):
    """A sheet whose only cell holds `text`."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE worksheet [{declarations}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>'
    )


def laughs(_content):
    """A billion laughs: each name stands for ten of the one before."""
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return sheet_with(f'<!ENTITY l0 "ha">{names}', "&l9;").encode()


def outside(_content):
    """A text that is to be fetched from a file of this computer."""
    return sheet_with('<!ENTITY secret SYSTEM "file:///etc/passwd">', "&secret;").encode()


def laughs_late(content):
    """A billion laughs behind more than anybody would read for a beginning."""
    return laughs(content).replace(b"<!DOCTYPE", b"<!--" + b"ha" * 100_000 + b"--><!DOCTYPE", 1)


def laughs_in_utf16(content):
    """A billion laughs in letters of two bytes."""
    return laughs(content).decode().encode("utf-16")


@pytest.mark.parametrize("bomb", [laughs, outside, laughs_in_utf16, laughs_late])
def test_a_workbook_that_declares_names_for_texts_is_refused(tmp_path, bomb):
    with pytest.raises(MixerError, match="no workbook that a spreadsheet made"):
        read(tmp_path, workbook_with(SHEET, bomb))


def test_a_part_that_is_called_otherwise_is_looked_at_too(tmp_path):
    raw = io.BytesIO(workbook_with(SHEET, lambda content: content))
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.dat", laughs(b""))
    with pytest.raises(MixerError, match="no workbook that a spreadsheet made"):
        read(tmp_path, raw.getvalue())


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked(tmp_path):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET, "w", force_zip64=True) as part:
            for _ in range(520):
                part.write(bytes(1024 * 1024))
    with pytest.raises(MixerError, match="unpacks to far more"):
        read(tmp_path, raw.getvalue())


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path):
    raw = bytearray(workbook_with(SHEET, lambda content: content + b" " * 30_000_000))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):  # where an archive writes the unpacked size
        place = raw.find(mark)
        while place >= 0:
            name = raw[place + (46 if mark == b"PK\x01\x02" else 30) :][: len(SHEET)]
            if name == SHEET.encode():
                raw[place + at : place + at + 4] = (1000).to_bytes(4, "little")
            place = raw.find(mark, place + 4)
    with pytest.raises(MixerError, match="damaged Excel workbook"):
        read(tmp_path, bytes(raw))


@pytest.mark.parametrize(
    "spanning",
    [
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b"<mergeCells>" + b'<mergeCell ref="A1:A9000"/>' * 1000 + b"</mergeCells>",
        b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>',
    ],
)
def test_cells_that_span_the_whole_sheet_are_not_made_one_by_one(tmp_path, spanning):
    raw = workbook_with(SHEET, lambda content: content.replace(b"</sheetData>", b"</sheetData>" + spanning))
    (table,) = read(tmp_path, raw)
    assert [row.cells[0] for row in table.rows] == ["Ann Smith"]


def test_a_row_beyond_the_last_of_any_spreadsheet_is_refused(tmp_path):
    far = b'<row r="99999999999999999999"><c><v>1</v></c></row></sheetData>'
    path = tmp_path / "registrations.xlsx"
    path.write_bytes(workbook_with(SHEET, lambda content: content.replace(b"</sheetData>", far)))
    with pytest.raises(MixerError, match="rows that no spreadsheet has"):
        read_tables(path)


def test_what_is_wrong_with_a_workbook_is_said_by_us_alone(tmp_path, capsys):
    raw = workbook_with("xl/styles.xml", lambda content: content.replace(b'xfId="0"', b'xfId="7"'))
    with pytest.raises(MixerError, match="damaged Excel workbook"):
        read(tmp_path, raw)
    assert capsys.readouterr().out == ""


def test_names_of_parts_that_lead_elsewhere_write_nothing_there(tmp_path):
    raw = io.BytesIO(workbook_with(SHEET, lambda content: content))
    with zipfile.ZipFile(raw, "a") as archive:
        archive.writestr("../../outside.txt", "out")
        archive.writestr(str(tmp_path / "outside-too.txt"), "out")
    assert [table.rows for table in read(tmp_path, raw.getvalue())]
    assert not list(tmp_path.parent.glob("**/outside*.txt"))


def test_a_file_of_a_hundred_megabytes_is_refused_at_once(tmp_path):
    path = tmp_path / "everything.csv"
    with path.open("wb") as huge:
        huge.truncate(100 * 1024 * 1024)
    with pytest.raises(MixerError, match="larger than 64 MB"):
        read_tables(path)


def test_a_large_table_under_the_limit_is_read_whole_or_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_FILE", 4 * 1024 * 1024)
    path = tmp_path / "many.csv"
    path.write_text("Name,Role\n" + "Ann Smith,mentor\n" * 200_000, "utf-8")
    with pytest.raises(MixerError, match=r"rows|MB"):
        read_tables(path)


@pytest.mark.parametrize("line", ["a,b\n", "\r", '"\n'])
def test_millions_of_short_lines_are_refused_soon_and_without_their_memory(tmp_path, line):
    path = tmp_path / "lines.csv"
    path.write_text("Name,Role\n" + line * 3_000_000, "utf-8")
    tracemalloc.start()
    try:
        with pytest.raises(MixerError, match="more than 200,000 rows"):
            read_tables(path)
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()
