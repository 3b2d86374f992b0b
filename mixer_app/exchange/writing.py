"""Tables to files: CSV that Excel opens right, or a workbook."""

import csv
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from mixer_app.domain.errors import MixerError
from mixer_app.exchange.cells import guard, without_unseen

Value: TypeAlias = str | int | float

_NARROWEST: Final = 8
_WIDEST: Final = 48
_LONGEST_CELL: Final = 32_767  # of a workbook


def write_table(path: Path, sheet: str, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write a table as its suffix says, whole or not at all; raises `MixerError` where that cannot be done."""
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise MixerError(f"{path.name} must end in .csv or .xlsx. Choose another name.")
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(unfinished, sheet, titles, rows)
        unfinished.replace(path)
    except OSError as error:
        raise MixerError(f"{path} could not be written: {error.strerror or error}. Choose another place.") from None
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _write_csv(path: Path, sheet: str, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    del sheet  # a text file has none
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        for row in (titles, *rows):
            writer.writerow([guard(without_unseen(cell)) if isinstance(cell, str) else cell for cell in row])


def _write_xlsx(path: Path, sheet: str, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    from openpyxl import Workbook  # slow to load, and only workbooks need it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet)
    page.freeze_panes = "A2"
    for column in range(len(titles)):
        page.column_dimensions[get_column_letter(column + 1)].width = _width([titles, *rows[:500]], column)

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

    page.append([title(text) for text in titles])
    for row in rows:
        page.append([cell(value) for value in row])
    book.save(path)
    book.close()


def _guard_twice(text: str) -> str:
    # A workbook needs no guard against formulas; only what looks guarded already must survive our import.
    return guard(text) if text.startswith("'") else text


def _width(rows: Sequence[Sequence[Value]], column: int) -> float:
    longest = max((len(str(row[column]).split("\n")[0]) for row in rows if column < len(row)), default=0)
    return float(min(max(longest + 2, _NARROWEST), _WIDEST))


_WRITERS: Final[dict[str, Callable[[Path, str, Sequence[str], Sequence[Sequence[Value]]], None]]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
}
