"""Which labels of the sheet in the printer are used, kept on this computer until the sheet is used up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import QSettings

from mixer_app.domain.stock import Stock, label_places
from mixer_app.services.paper import LabelChoice


@dataclass(slots=True)
class UsedLabels:
    """By stock; without settings only as long as the application runs."""

    settings: QSettings | None = None
    _known: dict[str, frozenset[int]] = field(default_factory=dict)

    def of(self, stock: Stock) -> frozenset[int]:
        """The used labels of the sheet that was begun, from 1; none of a new sheet."""
        if stock.name not in self._known:
            kept = str(self.settings.value(_key(stock), "")) if self.settings is not None else ""
            self._known[stock.name] = frozenset(int(number) for number in kept.split() if number.isdigit())
        return frozenset(number for number in self._known[stock.name] if number <= stock.labels)

    def keep(self, stock: Stock, used: Iterable[int]) -> frozenset[int]:
        """Remember these; a sheet of which nothing is left is forgotten."""
        numbers = frozenset(used)
        if len(numbers) >= stock.labels:
            numbers = frozenset()
        self._known[stock.name] = numbers
        if self.settings is not None:
            self.settings.setValue(_key(stock), " ".join(str(number) for number in sorted(numbers)))
        return numbers

    def note_printed(self, stock: Stock, choice: LabelChoice, labels: int) -> None:
        """Remember what is left of the last sheet after `labels` labels were printed as chosen."""
        if not labels or stock.labels == 1:
            return
        places = list(islice(label_places(stock, choice.start_at, choice.used), labels))
        last = places[-1].sheet
        before = {*choice.used, *range(1, choice.start_at)} if last == 0 else set[int]()
        self.keep(stock, before | {place.index + 1 for place in places if place.sheet == last})


def _key(stock: Stock) -> str:
    return f"used labels/{stock.name.replace('/', ' ')}"
