"""Files as nobody should send them: broken bytes, broken tables, broken workbooks, and honest ones among them."""

import io
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
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.namelist()
        changed = dice.choice(parts)
        for name in parts:
            content = old.read(name)
            new.writestr(name, _torn(content, dice) if name == changed else content)
    return made.getvalue()


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


_KINDS: Final[tuple[Callable[[Random], tuple[str, bytes]], ...]] = (_noise, _csv, _csv, _csv, _xlsx)
