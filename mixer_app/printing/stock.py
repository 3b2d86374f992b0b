"""Badge and label stock: where the labels are on a sheet. Each file of `resources/stock` is one stock."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mixer_app import paths
from mixer_app.domain.errors import MixerError
from mixer_app.domain.round_paper import PageSize

DEFAULT_STOCK: Final = "plain-a4-90x60"
PLAIN: Final = {PageSize.A4: DEFAULT_STOCK, PageSize.LETTER: "plain-letter-90x60"}
"""Plain paper, to be cut."""
_TOLERANCE_MM: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A sheet of labels; all lengths in mm, from the top left."""

    name: str
    title: str
    also: tuple[str, ...]  # other numbers of the same layout
    page_name: str
    page_width: float
    page_height: float
    label_width: float
    label_height: float
    radius: float
    columns: int
    rows: int
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    crop_marks: bool

    @property
    def labels(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def right(self) -> float:
        """The margin that is left at the right."""
        return self.page_width - self.left - (self.columns - 1) * self.pitch_x - self.label_width

    @property
    def bottom(self) -> float:
        """The margin that is left at the foot."""
        return self.page_height - self.top - (self.rows - 1) * self.pitch_y - self.label_height


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where one label is: its sheet and number on it (both from 0), its top left corner in mm."""

    sheet: int
    index: int
    x: float
    y: float


def label_places(stock: Stock, start_at: int = 1) -> Iterator[LabelPlace]:
    """Every label from `start_at` (1 is the first) on, turning the page without end."""
    if not 1 <= start_at <= stock.labels:
        raise MixerError(
            f"A sheet of {stock.title} has labels 1 to {stock.labels}; label {start_at} is not one of them."
        )
    sheet, index = 0, start_at - 1
    while True:
        row, column = divmod(index, stock.columns)
        yield LabelPlace(sheet, index, stock.left + column * stock.pitch_x, stock.top + row * stock.pitch_y)
        index += 1
        if index == stock.labels:
            sheet, index = sheet + 1, 0


def load_stocks(folder: Path | None = None) -> dict[str, Stock]:
    """All known stocks by name, the default first, then by title."""
    folder = folder or paths.resource("stock")
    stocks = [_load(file) for file in sorted(folder.glob("*.toml"))]
    stocks.sort(key=lambda stock: (stock.name != DEFAULT_STOCK, stock.title.casefold()))
    return {stock.name: stock for stock in stocks}


def find_stock(name: str | None) -> Stock:
    """The stock called `name`, by its own or another number; None is the default."""
    stocks = load_stocks()
    wanted = (name or DEFAULT_STOCK).casefold()
    for stock in stocks.values():
        if wanted in {stock.name.casefold(), stock.title.casefold(), *(other.casefold() for other in stock.also)}:
            return stock
    raise MixerError(f"“{name}” is not a known stock. Known are: {', '.join(stocks)}.")


def _load(file: Path) -> Stock:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MixerError(f"The stock {file.name} cannot be read: {error}.") from error
    take = _Reader(file.name, table)
    stock = Stock(
        name=file.stem,
        title=take.text("title"),
        also=tuple(str(other) for other in table.get("also", [])),
        page_name=take.text("page.name"),
        page_width=take.length("page.width", above=0),
        page_height=take.length("page.height", above=0),
        label_width=take.length("label.width", above=0),
        label_height=take.length("label.height", above=0),
        radius=take.length("label.radius", default=0.0),
        columns=take.whole("columns"),
        rows=take.whole("rows"),
        left=take.length("left"),
        top=take.length("top"),
        pitch_x=take.length("pitch.across", above=0),
        pitch_y=take.length("pitch.down", above=0),
        crop_marks=bool(table.get("crop_marks", False)),
    )
    _require_room(file.name, stock)
    return stock


def _require_room(file: str, stock: Stock) -> None:
    checks = (
        (stock.right < -_TOLERANCE_MM, "columns", "the labels reach beyond the right edge of the page"),
        (stock.bottom < -_TOLERANCE_MM, "rows", "the labels reach beyond the foot of the page"),
        (
            stock.columns > 1 and stock.pitch_x < stock.label_width - _TOLERANCE_MM,
            "pitch.across",
            "the labels overlap side by side",
        ),
        (
            stock.rows > 1 and stock.pitch_y < stock.label_height - _TOLERANCE_MM,
            "pitch.down",
            "the labels overlap one below the other",
        ),
    )
    for wrong, key, reason in checks:
        if wrong:
            raise MixerError(f"The stock {file}: with this `{key}` {reason}. Check the lengths, all in mm.")


class _Reader:
    """Takes values out of a stock's table, refusing in words what is missing or not a value of its kind."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._table = table

    def text(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self._refusal(key, "must be a text")
        return value

    def length(self, key: str, *, above: float = -1.0, default: float | None = None) -> float:
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0 or value <= above:
            raise self._refusal(key, "must be a length in mm")
        return float(value)

    def whole(self, key: str) -> int:
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self._refusal(key, "must be a whole number of at least 1")
        return value

    def _value(self, key: str, default: Any = None) -> Any:
        value: Any = self._table
        for part in key.split("."):
            if not isinstance(value, Mapping) or part not in value:
                if default is None:
                    raise self._refusal(key, "is missing")
                return default
            value = value[part]
        return value

    def _refusal(self, key: str, what: str) -> MixerError:
        return MixerError(f"The stock {self._file}: `{key}` {what}.")
