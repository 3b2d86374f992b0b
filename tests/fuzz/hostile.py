"""Files as nobody should send them: broken bytes, broken tables, broken workbooks, and honest ones among them."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from typing import Final

from openpyxl import Workbook

HEADERS: Final = (
    *("Name", "First Name", "Last Name", "Email", "E-mail", "Role", "Company", "Job Title", "Topics", "Needs"),
    *("Phone", "Years of experience", "Languages", "Order #", "Attendee #", "Ticket Type", "Goal", "Wishes", "Role"),
    *("", " ", "Name\nof the person", "Ünïcode", "氏名", "الاسم", "=cmd|' /C calc'!A0", "Check-in Date", "'Name"),
)
CELLS: Final = (
    *("Ann Smith", "Smith, Ann", "mentor", "mentee", "both", "yes", "no", "ann@example.org", "ANN@EXAMPLE.ORG", "12"),
    *("-1", "1e309", "nan", "=1+1", "'=1+1", "+49 170 123", "@SUM(A1)", "\t", "\0", "a\0b", "\u202eevil", "a" * 5000),
    *(
        "田中 遥香",
        "نور",
        "o\u0301",
        "\ud7ff",
        "👩\u200d⚕️",
        '"',
        '""',
        ";",
        ",",
        "a;b,c",
        "2026-13-45",
        "31/02/2026",
        " ",
    ),
    *(
        "Finance; Leadership",
        "Leadership, Finance",
        "../../etc/passwd",
        "<script>",
        "{name}",
        "%s",
        "{0}",
        "\r",
        "\n\n",
    ),
)

NUMBERS: Final = (
    *(b"-1", b"0", b"4", b"999999", b"1048576", b"99999999999999999999", b"1e308", b"1e999", b"", b"A", b"A0"),
    *(b"AAAA1", b"XFD1048576", b"B2", b"A1048576", b"XFD1", b"A1:XFD1048576", b"2958466", b"-0.5", b"n", b"\xff"),
)
ELEMENTS: Final = (
    b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    b'<mergeCells><mergeCell ref="A1:A9"/></mergeCells>',
    b'<dimension ref="A1:XFD1048576"/>',
    b'<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>',
    b'<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"/></conditionalFormatting>',
    b'<cols><col min="1" max="999999999" hidden="1"/></cols>',
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b'<row r="2" spans="1:99999"/>',
    b'<sheet name="" sheetId="9" r:id="rId99"/>',
    b'<c r="A1" t="s"><v>77</v></c>',
    b'<c r="ZZZ9"><v>1</v></c>',
    b'<c t="d"><v>9999-99-99</v></c>',
    b'<c t="e"><v>#N/A</v></c>',
    b'<c t="b"><v>maybe</v></c>',
    b'<c s="4711"><v>1</v></c>',
    b"<is><t>" + b"a" * 100_000 + b"</t></is>",
    *(b"<v>1e400</v>", b"<sheetData/>", b"<f>A1</f>", b"<x>", b"<!--", b"<![CDATA[", b"&amp;&#0;&nope;", b"<a>" * 5000),
)


def hostile_file(dice: Random) -> tuple[str, bytes]:
    """A file name and what is in it; mostly wrong in one way or several."""
    return dice.choice(_KINDS)(dice)


def _noise(dice: Random) -> tuple[str, bytes]:
    starts = (b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", b"sep=;\r\n", b"%PDF", b"{", b"<html")
    return f"noise.{dice.choice(('csv', 'xlsx', 'txt', ''))}", dice.choice(starts) + dice.randbytes(dice.randrange(400))


def _table(dice: Random) -> list[list[str]]:
    wide = dice.randrange(1, 9)
    head = dice.choices(HEADERS, k=wide)
    if dice.random() < 0.8:
        head[dice.randrange(wide)] = "Name"
    body = [
        dice.choices(CELLS, k=dice.choice((wide, wide, wide, dice.randrange(12)))) for _ in range(dice.randrange(9))
    ]
    return [head, *body] if dice.random() < 0.9 else body


def _csv(dice: Random) -> tuple[str, bytes]:
    separator = dice.choice((",", ";", "\t", "|"))
    quoted = dice.random() < 0.8
    lines = [separator.join(_quoted(cell) if quoted else cell for cell in row) for row in _table(dice)]
    text = dice.choice(("\r\n", "\n", "\r")).join(lines)
    encoding = dice.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "shift-jis", "utf-32"))
    return "table.csv", _torn(text.encode(encoding, "replace"), dice)


def _xlsx(dice: Random) -> tuple[str, bytes]:
    book = Workbook()
    for number in range(dice.randrange(1, 3)):
        sheet = book.active if number == 0 else book.create_sheet(f"More {number}")
        for row in _table(dice):
            sheet.append([_legal(cell) if dice.random() < 0.9 else dice.choice((1, 2.5, True, None)) for cell in row])
    made = io.BytesIO()
    book.save(made)
    return "table.xlsx", _rewritten(made.getvalue(), dice)


def _rewritten(raw: bytes, dice: Random) -> bytes:
    """The same archive with one part changed in its XML, or the whole of it torn."""
    if dice.random() < 0.3:
        return _torn(raw, dice)
    change = dice.choice((_torn, _renumbered, _with_element))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.namelist()
        changed = dice.choice(parts)
        for name in parts:
            content = old.read(name)
            new.writestr(name, change(content, dice) if name == changed else content)
    return made.getvalue()


def _renumbered(part: bytes, dice: Random) -> bytes:
    """A part of a workbook in which a number (of a row, a text, a style) or the name of a cell is another one."""
    places = list(re.finditer(rb'(?<=")[A-Z]*\d+(?=")|(?<=>)\d+(?=<)', part))
    if not places:
        return part
    place = dice.choice(places)
    return part[: place.start()] + dice.choice(NUMBERS) + part[place.end() :]


def _with_element(part: bytes, dice: Random) -> bytes:
    """A part of a workbook with one element more, at the end of another."""
    ends = [place.start() for place in re.finditer(rb"</", part)]
    at = dice.choice(ends) if ends else 0
    return part[:at] + dice.choice(ELEMENTS) + part[at:]


def _torn(raw: bytes, dice: Random) -> bytes:
    """Bytes with a few of them cut, changed or doubled; now and then as they were."""
    content = bytearray(raw)
    for _ in range(dice.choice((0, 0, 1, 1, 3))):
        if not content:
            break
        at = dice.randrange(len(content))
        match dice.randrange(4):
            case 0:
                content[at] = dice.randrange(256)
            case 1:
                del content[at : at + dice.randrange(1, 40)]
            case 2:
                content[at:at] = content[at : at + dice.randrange(1, 40)]
            case _:
                del content[at:]
    return bytes(content)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _legal(cell: str) -> str:
    return "".join(letter for letter in cell if letter >= " " or letter in "\t\n\r")[:32_000]


_KINDS: Final[tuple[Callable[[Random], tuple[str, bytes]], ...]] = (_noise, _csv, _csv, _xlsx, _xlsx)
