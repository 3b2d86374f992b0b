"""Tables to files: CSV that Excel opens right, or a workbook."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import Any, Final, TypeAlias

from mixer_app.domain.errors import MixerError
from mixer_app.domain.unseen import without_unseen
from mixer_app.exchange.cells import guard
from mixer_app.paths import put_in_place

Value: TypeAlias = str | int | float | date
"""What a cell holds; a moment is a `datetime` without a time zone, by the wall clock of the venue."""

_NARROWEST: Final = 8
_WIDEST: Final = 48
_LITTLE: Final = 1_000_000  # bytes
_LONGEST_CELL: Final = 32_767  # of a workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its titles; in a workbook the titles stay in sight and rows can be filtered."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[Value]]
    filters: bool = True


def write_table(path: Path, sheet: str, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write a table as its suffix says, whole or not at all; raises `MixerError` where that cannot be done."""
    write_sheets(path, [Sheet(name=sheet, titles=titles, rows=rows)])


def write_sheets(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook of several sheets, or as CSV the first of them; whole or not at all."""
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise MixerError(f"{path.name} must end in .csv or .xlsx. Choose another name.")
    with whole_or_not_at_all(path) as unfinished:
        write(unfinished, sheets)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file that is made already; whole or not at all."""
    with whole_or_not_at_all(path) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def whole_or_not_at_all(path: Path) -> Generator[Path]:
    """Where to write a file that is put in its place when all of it is there; `MixerError` where it cannot be."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        put_in_place(unfinished, path)
    except OSError as error:
        raise MixerError(f"{path} could not be written: {error.strerror or error}. Choose another place.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _write_csv(path: Path, sheets: Sequence[Sheet]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        for row in (sheets[0].titles, *sheets[0].rows):
            writer.writerow([guard(without_unseen(cell)) if isinstance(cell, str) else cell for cell in row])


def _write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    from openpyxl import Workbook  # slow to load, and only workbooks need it

    from mixer_app.exchange.steady_workbook import save_workbook

    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            _write_sheet(book.create_sheet(sheet.name), sheet)
        save_workbook(book, path)
    except OSError as failure:
        scratch = Path(tempfile.gettempdir())  # where its parts are made, and which may be on another disk
        full = failure.errno == ENOSPC and _is_full(scratch) and not _is_full(path.parent)
        _abandon(book)
        if full:
            raise MixerError(
                f"The disk of the folder {scratch}, in which workbooks are made, is full. Make room there, then try "
                "again."
            ) from None
        raise


def _is_full(folder: Path) -> bool:
    return shutil.disk_usage(folder).free < _LITTLE


def _abandon(book: Any) -> None:
    """End what the library has begun and cannot end: it would tell of it on the terminal, and leave a file behind."""
    for page in book.worksheets:
        writer = page._writer
        for begun in (page._rows, writer and writer.xf):
            with suppress(OSError, ValueError):
                if begun is not None:
                    begun.close()
        with suppress(OSError, ValueError):
            if writer is not None:
                writer.cleanup()


def _write_sheet(page: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    columns = len(sheet.titles)
    page.freeze_panes = "A2"
    for column in range(columns):
        letter = get_column_letter(column + 1)
        page.column_dimensions[letter].width = _width([sheet.titles, *sheet.rows[:500]], column)
    if sheet.filters and sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(columns)}{len(sheet.rows) + 1}"

    def cell(value: Value) -> Any:
        """A plain value where that will do: styled cells take ten times as long."""
        if not isinstance(value, str):
            return value
        text = _guard_twice(without_unseen(value))[:_LONGEST_CELL]
        if not text.startswith(("=", "#")):
            return text or None
        made = WriteOnlyCell(page, value=text)
        made.data_type = "s"  # a text here, never a formula or an error
        return made

    def title(text: str) -> Any:
        made = WriteOnlyCell(page, value=without_unseen(text)[:_LONGEST_CELL])
        made.data_type = "s"
        made.font = Font(bold=True)
        made.alignment = Alignment(vertical="top", wrap_text=True)
        return made

    page.append([title(text) for text in sheet.titles])
    for row in sheet.rows:
        page.append([cell(value) for value in row])


def _guard_twice(text: str) -> str:
    # A workbook needs no guard against formulas; only what looks guarded already must survive our import.
    return guard(text) if text.startswith("'") else text


def _width(rows: Sequence[Sequence[Value]], column: int) -> float:
    longest = max((len(str(row[column]).split("\n")[0]) for row in rows if column < len(row)), default=0)
    return float(min(max(longest + 2, _NARROWEST), _WIDEST))


_WRITERS: Final[dict[str, Callable[[Path, Sequence[Sheet]], None]]] = {".csv": _write_csv, ".xlsx": _write_xlsx}
