"""Label stock of one's own: the form is opened, and what it tells is kept for every station."""

from functools import partial

from PySide6.QtCore import QObject

from mixer_app.domain.stock import Stock
from mixer_app.services.stocks import remove_own_stock, save_own_stock
from mixer_app.ui.page import Page
from mixer_app.ui.printing.own_stock_sheet import OwnStockSheet


class OwnStockWork(QObject):
    """Writes for a page, which then says what was done and reads anew."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.sheet: OwnStockSheet | None = None
        self._chosen = ""

    def take_chosen(self) -> str:
        """The name of the stock that was just made or changed, once."""
        chosen, self._chosen = self._chosen, ""
        return chosen

    def open_sheet(self, stock: Stock | None) -> None:
        """Describe a new stock, or change one."""
        self.sheet = OwnStockSheet(self._page.window(), stock)
        self.sheet.stock_made.connect(self._save)
        self.sheet.removal_wanted.connect(self._remove)
        self.sheet.closed.connect(self._forget)
        self.sheet.open_sheet(self.sheet.title_field)

    def _save(self, stock: Stock) -> None:
        page = self._page
        if page.event_shown is None:
            return
        event_id, now = page.event_shown.id, page.clock()
        page.background.run(
            lambda progress: page.database.write(save_own_stock, event_id, stock, station=page.station, now=now),
            on_done=self._saved,
            on_failed=self._refused,
        )

    def _remove(self, name: str) -> None:
        page = self._page
        if page.event_shown is None:
            return
        event_id, now = page.event_shown.id, page.clock()
        page.background.run(
            lambda progress: page.database.write(remove_own_stock, event_id, name, station=page.station, now=now),
            on_done=partial(self._done, "The stock is removed."),
            on_failed=self._refused,
        )

    def _saved(self, answer: tuple[Stock, int | None]) -> None:
        stock, entry = answer
        self._chosen = stock.name
        self._done(f"The stock {stock.title} is kept for every station.", entry)

    def _done(self, sentence: str, entry: int | None) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()
        self._page.said.emit(sentence, entry)
        self._page.changed.emit()
        self._page.refresh()

    def _refused(self, sentence: str) -> None:
        if self.sheet is not None:
            self.sheet.show_refusal(sentence)

    def _forget(self) -> None:
        self.sheet = None
