"""Text files of cells: CSV, TSV and their relatives, as people's spreadsheets save them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.unseen import would_be_told
from mixer_app.exchange.cells import clean_cell, told_unseen
from mixer_app.exchange.headers import title_score
from mixer_app.exchange.tables import LARGEST_TABLE, WIDEST_TABLE, Grid, ReadingChoices
from mixer_app.exchange.text import decode

DELIMITER_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SEP_LINE: Final = re.compile(r'^"?sep=(.)"?;*,*\s*$', re.IGNORECASE)
_SAMPLE_LINES: Final = 60
_MOST_REPAIRS: Final = 20
_MOST_LINES: Final = 5 * LARGEST_TABLE
"""A row can have several lines, of an answer; beyond this none are looked at, as it would take long and much memory."""
_TOO_LONG: Final = f"{{name}} has more than {LARGEST_TABLE:,} rows. Save only the registrations in a file."


def read_grid(raw: bytes, name: str, choices: ReadingChoices) -> Grid:
    """The cells of a text file; raises `MixerError` if it is no text."""
    text, encoding = decode(raw, choices.encoding)
    _refuse_binary(text, name)
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        raise MixerError(_TOO_LONG.format(name=name))
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    delimiter = choices.delimiter
    if lines and (said := _SEP_LINE.match(lines[0])):
        # A spreadsheet takes this line as an instruction and does not show it, so it is no row.
        lines.pop(0)
        delimiter = delimiter or said[1]
    if delimiter not in DELIMITER_NAMES:
        delimiter = _guess_delimiter(lines)
    cells, repaired = _parse(lines, delimiter)
    if len(cells) > LARGEST_TABLE:
        raise MixerError(_TOO_LONG.format(name=name))
    if max(map(len, cells), default=0) > WIDEST_TABLE:
        raise MixerError(f"{name} has more than {WIDEST_TABLE:,} columns. Save only the columns that matter.")
    warnings = tuple(
        f"{name}, row {row}: a quotation mark is opened and never closed. The row was read without it."
        for row in repaired
    )
    warnings += told_unseen(name, sum(map(would_be_told, lines)))
    shown = encoding if "\ufffd" not in text else f"{encoding}, with unreadable letters"
    return Grid(encoding=shown, delimiter=delimiter, lines=cells, warnings=warnings)


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:20_000]
    odd = sum(1 for char in sample if (ord(char) < 32 and char not in "\0\t\n\r\x0b\x0c") or char == "\ufffd")
    if odd > 0.03 * len(sample):
        raise MixerError(f"{name} is not a table: it holds no readable text. Export the registrations as CSV or .xlsx.")


def _guess_delimiter(lines: list[str]) -> str:
    best, best_score = ",", 0.0
    sample = lines[:_SAMPLE_LINES]
    for delimiter in DELIMITER_NAMES:
        cells, _ = _parse(sample, delimiter)
        filled = [line for line in cells if any(line)]
        if not filled:
            continue
        (width, times), *_ = Counter(len(line) for line in filled).most_common(1)
        if width < 2:
            continue
        titles = max(title_score(line) for line in filled[:15])
        score = times / len(filled) * min(width, 12) + max(titles, 0.0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _parse(lines: list[str], delimiter: str) -> tuple[list[list[str]], list[int]]:
    """All records, and the numbers of those whose quotation mark is never closed."""
    records: list[list[str]] = []
    repaired: list[int] = []
    start = 0
    while start < len(lines):
        broken_at = _parse_from(lines, start, delimiter, records)
        if broken_at is None:
            break
        line = lines[broken_at]
        if line.count('"') % 2 == 0:
            records.append(_parse_alone(line, delimiter))
        elif len(repaired) < _MOST_REPAIRS:
            records.append(_split_plainly(line, delimiter))
            repaired.append(len(records))
        else:
            records.extend(_split_plainly(line, delimiter) for line in lines[broken_at:])
            break
        start = broken_at + 1
    return records, repaired


def _parse_from(lines: list[str], start: int, delimiter: str, records: list[list[str]]) -> int | None:
    """Append the records from line `start` on; the line where quotation marks go wrong, if there is one."""
    fed = _Feed(lines, start)
    reader = csv.reader(fed, delimiter=delimiter, strict=True)
    while True:
        began = fed.next_line
        try:
            record = next(reader)
        except StopIteration:
            return None
        except csv.Error:  # text after a closing mark, or a mark that is closed nowhere near
            return min(began, len(lines) - 1)
        if fed.ended and began < len(lines):
            return began
        if fed.ended:
            return None
        records.append([clean_cell(cell) for cell in record])
        if len(records) > LARGEST_TABLE:
            return None  # too many already


class _Feed(Iterator[str]):
    """Lines one by one, then one more, which only an open quotation mark swallows."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self.next_line = start
        self.ended = False

    def __next__(self) -> str:
        if self.ended:
            raise StopIteration
        if self.next_line >= len(self._lines):
            self.ended = True
            return "\n"
        line = self._lines[self.next_line]
        self.next_line += 1
        return line + "\n"


def _parse_alone(line: str, delimiter: str) -> list[str]:
    try:
        (record,) = csv.reader([line], delimiter=delimiter)
    except csv.Error:  # a cell beyond the limit of the csv module
        return _split_plainly(line, delimiter)
    return [clean_cell(cell) for cell in record]


def _split_plainly(line: str, delimiter: str) -> list[str]:
    return [clean_cell(cell.strip('"')) for cell in line.split(delimiter)]
