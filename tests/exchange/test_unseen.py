"""Nothing that nobody sees leaves in any export, but what names are written with; and nothing hides a formula."""

import csv
import email
import email.policy
import unicodedata

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mixer_app.domain.content_lines import escaped, folded
from mixer_app.domain.unseen import without_unseen
from mixer_app.exchange.cells import clean_cell, guard
from mixer_app.exchange.eml import MailDraft, draft_file
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.writing import Sheet, write_sheets

UNSEEN = st.characters(categories=["Cc", "Cf", "Zl", "Zp"])
NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # seen
WITHIN_NAMES = f"\u200c\u200d\u200e\u200f\u061c{NUMBERS}"
names = st.lists(st.one_of(UNSEEN, UNSEEN, st.sampled_from("=+-@'=Aé佐ע ")), max_size=8).map("".join)
STRANGE = ("\x1b", "\x9b", "\x9d", "\u202e", "\u2066", "\u2060", "\xad", "\ufeff", "\u2028", "\U000e0041")


def _harm(text, ends="\n"):
    return [
        letter
        for letter in text
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") and letter not in WITHIN_NAMES + ends
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=names)
@example(name="\xad=13")
@example(name="\u2060=14")
@example(name="\u200e=15")
@example(name="\u200f'\u200f@x")
def test_a_table_holds_neither_a_formula_nor_what_nobody_sees(tmp_path, name):
    for suffix in ("csv", "xlsx"):
        path = tmp_path / f"out.{suffix}"
        write_sheets(path, [Sheet(name="People", titles=("Name",), rows=[[name], ["x"]])])
        if suffix == "csv":
            with path.open(encoding="utf-8-sig", newline="") as stream:
                cell = list(csv.reader(stream))[1][0]
        else:
            cell = openpyxl.load_workbook(path).active["A2"].value or ""
        assert not _harm(cell, "\t\r\n"), ascii(cell)
        if suffix == "csv":
            assert not cell.strip(WITHIN_NAMES).startswith(("=", "+", "-", "@")), ascii(cell)
        else:
            assert openpyxl.load_workbook(path).active["A2"].data_type != "f"


@settings(max_examples=150, deadline=None)
@given(name=names)
def test_a_calendar_and_a_card_hold_nothing_that_nobody_sees(name):
    written = folded([f"SUMMARY:{escaped(name)}"]).decode()
    assert not _harm(written.replace("\r\n", ""), ""), ascii(written)


@settings(max_examples=100, deadline=None)
@given(name=names)
def test_an_email_holds_nothing_that_nobody_sees(name):
    draft = draft_file(MailDraft(to_name=f"A{name}", to="a@example.org", subject=f"S{name}", text=f"T{name}"))
    assert draft is not None
    read = email.message_from_bytes(draft, policy=email.policy.default)
    for text in (read["Subject"], read["To"].addresses[0].display_name, read.get_content()):
        assert not _harm(text, "\t\r\n"), ascii(text)


@settings(max_examples=200, deadline=None)
@given(name=names)
def test_what_is_guarded_is_read_as_it_was(name):
    clean = clean_cell(name)
    if not clean.startswith(("'", "\t", "\r", "\n")):
        assert clean_cell(guard(clean)) == clean


@pytest.mark.parametrize("name", ["علی‌رضا", "क्‍ष", "د. \u200fسارة", "José", "佐藤 美咲", "a\tb\nc"])
def test_what_names_are_written_with_stays(name):
    assert without_unseen(name) == name


@pytest.mark.parametrize("unseen", STRANGE, ids=ascii)
def test_an_import_leaves_it_out_and_says_so(tmp_path, unseen):
    path = tmp_path / "people.csv"
    path.write_text(f"Name,Email\nAnn{unseen}Lee,ann@example.org\nBo Li,bo@example.org\n", "utf-8")
    workbook = tmp_path / "people.xlsx"
    book = openpyxl.Workbook()
    if unseen != "\x1b":  # which no workbook can hold
        for row in (["Name", "Email"], [f"Ann{unseen}Lee", "ann@example.org"]):
            book.active.append(row)
        book.save(workbook)
    for file in (path, workbook) if unseen != "\x1b" else (path,):
        (table,) = read_tables(file)
        assert table.rows[0].cells[0].replace("\n", "") == "AnnLee"
        told = any("nobody sees" in warning for warning in table.warnings)
        assert told is (unseen not in "\xad\ufeff\u2028\U000e0041"), table.warnings
