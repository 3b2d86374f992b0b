"""The stock that comes with the application. Each file of `resources/stock` is one."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mixer_app import paths
from mixer_app.domain.errors import MixerError
from mixer_app.domain.round_paper import PageSize
from mixer_app.domain.stock import MM_PER_INCH, Fold, Stock, what_is_impossible

DEFAULT_STOCK: Final = "plain-a4-90x60"
PLAIN: Final = {PageSize.A4: DEFAULT_STOCK, PageSize.LETTER: "plain-letter-90x60"}
"""Plain paper, to be cut."""


def load_stocks(folder: Path | None = None) -> dict[str, Stock]:
    """All known stocks by name, the default first, then by title."""
    return {stock.name: stock for stock in _loaded(folder or paths.resource("stock"))}


@lru_cache(maxsize=4)
def _loaded(folder: Path) -> tuple[Stock, ...]:
    stocks = [_load(file) for file in sorted(folder.glob("*.toml"))]
    return tuple(sorted(stocks, key=lambda stock: (stock.name != DEFAULT_STOCK, stock.title.casefold())))


def find_stock(name: str | None, own: Iterable[Stock] = ()) -> Stock:
    """The stock called `name`, by its own or another number; None is the default. `own` are those made by staff."""
    stocks = [*own, *load_stocks().values()]
    wanted = (name or DEFAULT_STOCK).casefold()
    for stock in stocks:
        if wanted in {stock.name.casefold(), stock.title.casefold(), *(other.casefold() for other in stock.also)}:
            return stock
    raise MixerError(f"“{name}” is not a known stock. Known are: {', '.join(stock.name for stock in stocks)}.")


def _load(file: Path) -> Stock:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MixerError(f"The stock {file.name} cannot be read: {error}.") from error
    take = _Reader(file.name, table)
    width, height = take.length("label.width", above=0), take.length("label.height", above=0)
    stock = Stock(
        name=file.stem,
        title=take.text("title"),
        also=tuple(str(other) for other in table.get("also", [])),
        page_name=take.text("page.name"),
        page_width=take.length("page.width", above=0),
        page_height=take.length("page.height", above=0),
        label_width=width,
        label_height=height,
        radius=take.length("label.radius", default=0.0),
        columns=take.whole("columns"),
        rows=take.whole("rows"),
        left=take.length("left"),
        top=take.length("top"),
        pitch_x=take.length("pitch.across", above=0),
        pitch_y=take.length("pitch.down", above=0),
        crop_marks=bool(table.get("crop_marks", False)),
        doubt=str(table.get("doubt", "")),
        unreached_x=take.unreached("across", width),
        unreached_y=take.unreached("down", height) or take.dots("feed"),
        dpi=int(take.length("printable.dpi", default=0.0)),
        black=bool(table.get("black", False)),
        turned=bool(table.get("turned", False)),
        longest=take.length("longest", default=0.0),
        fold=take.fold(),
    )
    if sentence := what_is_impossible(stock):
        raise MixerError(f"The stock {file.name}: {sentence} Check the lengths, all in mm.")
    return stock


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

    def dots(self, key: str) -> float:
        """A length given in the printer's dots, in mm; 0 where it is not given."""
        dpi = self.length("printable.dpi", default=0.0)
        return self.length(f"printable.{key}", default=0.0) * MM_PER_INCH / dpi if dpi else 0.0

    def unreached(self, key: str, length: float) -> float:
        """What is left at either end of `length` where the printer reaches only some dots of it."""
        reached = self.dots(key)
        if reached > length:
            raise self._refusal(f"printable.{key}", "is more than the label has")
        return (length - reached) / 2 if reached else 0.0

    def fold(self) -> Fold:
        where = self._table.get("fold", "")
        if where not in set(Fold):
            raise self._refusal("fold", f"must be one of {', '.join(fold for fold in Fold if fold)}")
        return Fold(where)

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
