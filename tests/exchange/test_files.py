import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.errors import MixerError
from mixer_app.exchange import files
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.tables import ReadingChoices


def test_the_content_says_what_a_file_is_whatever_it_is_called(write, workbook):
    book = workbook({"People": [["Name", "Email"], ["Ann Lee", "ann@x.org"]]})
    for path in (write("people.xlsx", "Name,Email\nAnn Lee,ann@x.org\n"), write("people.csv", book.read_bytes())):
        (table,) = read_tables(path)
        assert table.headers == ("Name", "Email")
        assert table.rows[0].cells == ("Ann Lee", "ann@x.org")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .xlsx"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"PK\x03\x04 something else", "is a packed file"),
        (b"<html><body><table><tr><td>Name", "is a web page"),
        (b'{"attendees": []}', "is JSON"),
        (b'[{"name": "Ann"}]', "is JSON"),
        (bytes(range(1, 32)) * 40, "no readable text"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(write, content, says):
    with pytest.raises(MixerError, match=says):
        read_tables(write("people.csv", content))


def test_a_missing_file_is_refused_with_its_name(tmp_path):
    with pytest.raises(MixerError, match=r"There is no file .*nowhere\.csv"):
        read_tables(tmp_path / "nowhere.csv")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(MixerError, match="could not be read"):
        read_tables(tmp_path)


def test_a_huge_file_is_refused(write, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    with pytest.raises(MixerError, match="larger than"):
        read_tables(write("people.csv", "Name\n" + "Ann\n" * 100))


def test_a_workbook_that_unpacks_to_a_bomb_is_refused(write):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 60_000_000)
    with pytest.raises(MixerError, match="far more than registrations need"):
        read_tables(write("people.xlsx", packed.getvalue()))


def test_a_person_can_say_how_a_file_is_read(write):
    path = write("people.csv", "x;y\nName;Email\nZoë;zoe@x.org\n".encode("cp1252"))
    (table,) = read_tables(path, ReadingChoices(encoding="cp1252", delimiter=";", header_row=2))
    assert table.headers == ("Name", "Email")
    assert table.rows[0].cells == ("Zoë", "zoe@x.org")
    assert table.rows[0].number == 3


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_table_or_refused_with_a_sentence(tmp_path, raw):
    path = tmp_path / "any.csv"
    path.write_bytes(raw)
    try:
        found = read_tables(path)
    except MixerError:
        return
    assert all(len(row.cells) == len(table.headers) for table in found for row in table.rows)


@given(st.lists(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12), max_size=6)))
def test_no_row_of_text_is_lost(tmp_path, rows):
    """Every line with anything in it is a title, stands above the titles, or is a row."""
    import csv

    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["Name", "Email", "Role"], *rows])
    try:
        (table,) = read_tables(path)
    except MixerError:
        return
    assert len(set(table.headers)) == len(table.headers)
    assert all(row.number > table.header_row for row in table.rows)
    assert all(any(row.cells) for row in table.rows)
