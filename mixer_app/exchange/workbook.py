"""Excel workbooks to cells, with the values that Excel last computed."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout, suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from xml.parsers.expat import ExpatError, ParserCreate

from mixer_app.domain.errors import MixerError
from mixer_app.domain.unseen import would_be_told
from mixer_app.exchange.cells import clean_cell, told_unseen
from mixer_app.exchange.tables import LARGEST_TABLE, WIDEST_TABLE, Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LARGEST_UNPACKED: Final = 512 * 1024 * 1024
_SMALL: Final = 12 * 1024 * 1024  # unpacked; up to here merged cells and hidden sheets are looked at
_LARGEST_AREA: Final = 1_000_000  # cells between the corners of a sheet; beyond, only the rows that are there are read
_LAST_ROW: Final = 1_048_576  # of any spreadsheet
_SPANNING: Final = frozenset({"mergeCell", "hyperlink", "comment"})  # openpyxl makes every cell between their corners


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes are an Excel workbook of the new kind, whatever the file is called."""
    if not raw.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return any(name.lower().endswith("workbook.xml") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # An archive cut short is still known by the name of its first part.
        return b"[Content_Types].xml" in raw[:200] or b"xl/" in raw[:4000]


def read_grids(raw: bytes, name: str) -> list[Grid]:
    """The cells of every visible sheet that holds any."""
    try:
        unpacked = _unpacked_size(raw, name)
        with warnings.catch_warnings(), redirect_stdout(None):
            # openpyxl warns of validations and styles that it leaves out, and prints of others: no import needs them.
            warnings.simplefilter("ignore")
            grids = _read_all(raw, name, read_only=unpacked > _SMALL)
    except MixerError:
        raise
    except Exception as error:  # zipfile, zlib and openpyxl raise almost anything on a damaged file
        raise MixerError(
            f"{name} is a damaged Excel workbook ({type(error).__name__}). Open it in a spreadsheet and save it again."
        ) from error
    if not grids:
        raise MixerError(f"{name} has no visible sheet with anything in it. Show the sheet, or save it as CSV.")
    return grids


def _unpacked_size(raw: bytes, name: str) -> int:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(part.file_size for part in archive.infolist())
        declares = any(_declares_entities(archive, part) for part in archive.infolist())
    if size > _LARGEST_UNPACKED or (size > 50_000_000 and size > 300 * len(raw)):
        raise MixerError(f"{name} unpacks to far more than registrations need. Save only the registrations in a file.")
    if declares:
        raise MixerError(f"{name} is no workbook that a spreadsheet made. Open it in one and save it again.")
    return size


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part begins with names that stand for other text: no spreadsheet writes any, and they can be bombs.

    Read as a parser reads it: whatever the part is called, in any encoding, and however much stands before.
    """

    def end(declares: bool, *_: object) -> None:
        raise _PartBegunError(declares)

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = partial(end, True)
    parser.StartElementHandler = partial(end, False)
    try:
        with archive.open(part) as content, suppress(ExpatError, ValueError):  # no XML, or openpyxl tells
            parser.ParseFile(content)
    except _PartBegunError as begun:
        return begun.declares
    return False


def _read_all(raw: bytes, name: str, *, read_only: bool) -> list[Grid]:
    from openpyxl import load_workbook  # slow to load, and only workbooks need it

    read_only = read_only or _spanned(raw) > _LARGEST_AREA
    book = load_workbook(io.BytesIO(raw), read_only=read_only, data_only=True, keep_links=False)
    if not read_only and any(sheet.max_row * sheet.max_column > _LARGEST_AREA for sheet in book.worksheets):
        return _read_all(raw, name, read_only=True)
    grids: list[Grid] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if read_only:
            sheet.reset_dimensions()
        strange = _Strange()
        lines = _lines(strange.seen(sheet.iter_rows()), name)
        if not read_only:
            _fill_merged(sheet, lines)
        if any(any(line) for line in lines):
            told = told_unseen(name, strange.lines)
            grids.append(Grid(sheet=sheet.title, encoding="Excel workbook", lines=lines, warnings=told))
    book.close()
    return grids


class _PartBegunError(Exception):
    """Nothing after this place of a part need be looked at."""

    def __init__(self, declares: bool) -> None:
        self.declares = declares


class _Strange:
    """Counts the rows that hold characters which nobody sees and which do harm, as they pass by."""

    def __init__(self) -> None:
        self.lines = 0

    def seen(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            self.lines += any(would_be_told(cell.value) for cell in row if isinstance(cell.value, str))
            yield row


def _spanned(raw: bytes) -> int:
    """How many cells lie between the corners of what spans several."""
    from openpyxl.utils import range_boundaries

    spanned = 0

    def count(tag: str, attributes: dict[str, str]) -> None:
        nonlocal spanned
        if tag.rpartition(":")[2] in _SPANNING:
            left, top, right, bottom = (one or 0 for one in range_boundaries(attributes.get("ref", "")))
            spanned += abs((right - left + 1) * (bottom - top + 1))

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.namelist():
            parser = ParserCreate()
            parser.StartElementHandler = count
            with archive.open(part) as content, suppress(ExpatError, ValueError):  # openpyxl says whether it matters
                parser.ParseFile(content)
    return spanned


def _lines(rows: Iterable[tuple[Any, ...]], name: str) -> list[list[str]]:
    lines: list[list[str]] = []
    blank = 0  # lines since the last one with anything in it; formatted sheets have a million of them at their end
    for row in rows:
        line = [_text(cell) for cell in row] if any(cell.value is not None for cell in row) else []
        while line and not line[-1]:
            line.pop()
        if not line:
            blank += 1
            if blank > _LAST_ROW:
                raise MixerError(f"{name} has rows that no spreadsheet has. Open it in one and save it again.")
            continue
        if len(lines) + blank > LARGEST_TABLE:
            raise MixerError(f"{name} has more than {LARGEST_TABLE:,} rows. Save only the registrations in a file.")
        lines.extend([] for _ in range(blank))
        blank = 0
        if len(line) > WIDEST_TABLE:
            raise MixerError(f"{name} has more than {WIDEST_TABLE:,} columns. Save only the columns that matter.")
        lines.append(line)
    return lines


def _fill_merged(sheet: "Worksheet", lines: list[list[str]]) -> None:
    """Write what stands in a merged cell into every row that it spans; across columns it stays a title."""
    for merged in sheet.merged_cells.ranges:
        top, column = merged.min_row - 1, merged.min_col - 1
        if top >= len(lines) or column >= len(lines[top]) or not lines[top][column]:
            continue
        for line in lines[top + 1 : merged.max_row]:
            if not any(line):
                continue
            line.extend([""] * (column + 1 - len(line)))
            line[column] = line[column] or lines[top][column]


def _text(cell: Any) -> str:
    value = cell.value
    if cell.data_type == "e":  # a formula that failed: #N/A
        return ""
    match value:
        case None:
            return ""
        case str():
            return clean_cell(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
        case datetime():
            return value.isoformat(" ", "seconds") if value.time() != time() else value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return str(value)
        case _:
            return clean_cell(str(value))
