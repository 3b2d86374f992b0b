"""Files to tables: whatever a file is called, its content says what it is."""

from pathlib import Path
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.exchange import delimited, headers, workbook
from mixer_app.exchange.tables import ReadingChoices, Table

LARGEST_FILE: Final = 64 * 1024 * 1024


def read_tables(path: Path, choices: ReadingChoices | None = None) -> list[Table]:
    """Read every table worth importing: one for a text file, one or more for a workbook.

    Raises `MixerError` with a sentence where the file is no table.
    """
    choices = choices or ReadingChoices()
    raw = _read(path)
    if workbook.is_workbook(raw):
        grids = workbook.read_grids(raw, path.name)
    else:
        _refuse_other_formats(raw, path.name)
        grids = [delimited.read_grid(raw, path.name, choices)]
    return headers.to_tables(grids, path.name, choices.header_row)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise MixerError(f"{path.name} is larger than 64 MB. Save only the registrations in a file of their own.")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise MixerError(f"There is no file {path}. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise MixerError(f"{path.name} could not be read: {reason}.") from None
    if not raw.strip(b"\0\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise MixerError(f"{path.name} is empty. Export the registrations again.")
    return raw


_OTHER_FORMATS: Final = (
    (
        b"\xd0\xcf\x11\xe0",
        "{name} is an old Excel workbook (.xls) or has a password. Open it and save it as .xlsx without a password.",
    ),
    (b"%PDF", "{name} is a PDF, not a table. Export the registrations as CSV or Excel (.xlsx)."),
    (b"PK", "{name} is a packed file, not an Excel workbook. Unpack it, or save the table as .xlsx or CSV."),
    (b"\x89PNG", "{name} is a picture, not a table. Export the registrations as CSV or Excel (.xlsx)."),
    (b"\xff\xd8\xff", "{name} is a picture, not a table. Export the registrations as CSV or Excel (.xlsx)."),
    (b"GIF8", "{name} is a picture, not a table. Export the registrations as CSV or Excel (.xlsx)."),
    (b"\x1f\x8b", "{name} is a packed file, not a table. Unpack it first."),
    (b"SQLite format 3", "{name} is a database, not a table. Export the registrations as CSV or Excel (.xlsx)."),
    (b"{\\rtf", "{name} is a text document, not a table. Save the table in it as CSV or Excel (.xlsx)."),
)


def _refuse_other_formats(raw: bytes, name: str) -> None:
    for start, sentence in _OTHER_FORMATS:
        if raw.startswith(start):
            raise MixerError(sentence.format(name=name))
    beginning = raw[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table", b"<!--")):
        raise MixerError(f"{name} is a web page or XML, not a table. Open it and save it as .xlsx or CSV.")
    if beginning.startswith((b"[{", b'{"')):
        raise MixerError(f"{name} is JSON, not a table. Export the registrations as CSV or Excel (.xlsx).")
