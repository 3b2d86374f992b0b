"""On which stock, and on which of its labels."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSettings, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.stock import Flip, Stock
from mixer_app.services.paper import Document, LabelChoice
from mixer_app.ui import theme
from mixer_app.ui.icons import icon
from mixer_app.ui.printing.back_options import BackOptions
from mixer_app.ui.printing.documents import DOCUMENTS
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.printing.used_labels import UsedLabels
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.fields import NumberField
from mixer_app.ui.widgets.labels import label

_LIST_WIDTH: Final = 400
_TEST_FIRST: Final = "Print the test page first."


class LabelOptions(QWidget):
    """The stock with what is to be known of it, the first label, and the labels that are used."""

    changed = Signal()
    own_stock_asked = Signal(object)
    """A `Stock` is to be changed; None: a new one is to be made."""
    test_page_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Document.BADGES
        self._stocks: Sequence[Stock] = ()
        self._chosen = ""
        self.used_labels = UsedLabels()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.stock_combo = ElidedCombo("stock_combo")
        self.own_button = Button("Own stock…", small=True)
        self.own_button.setObjectName("own_stock_button")
        self.change_button = Button("Change…", small=True)
        self.change_button.setObjectName("change_stock_button")
        self.change_button.setAccessibleName("Change this stock of your own")
        self.test_button = Button("Test page…", small=True)
        self.test_button.setObjectName("stock_test_button")
        self.test_button.setAccessibleName("Test page: measure and correct a printer")
        self.start_spin = NumberField(1, least=1, most=99)
        self.start_spin.setObjectName("start_spin")
        self.clear_button = Button("New sheet", small=True)
        self.clear_button.setObjectName("clear_used_button")
        self.clear_button.setAccessibleName("New sheet: no label is used")
        self.stock_note = label("", "muted_caption", wrap=True)
        self._used_note = label("", "muted_caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        option_part("Label stock", self.stock_combo, column, below=self._below_stock())
        self._start_part = option_part("Start at label", self.start_spin, column, below=self._below_start())
        self.backs = BackOptions()
        column.addWidget(self.backs)

    def _below_stock(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.test_button, self.own_button, self.change_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self.stock_note)
        column.addLayout(buttons)
        return below

    def _below_start(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        column.addWidget(self._used_note)
        column.addLayout(buttons)
        return below

    def _connect(self) -> None:
        self.stock_combo.activated.connect(self._take_stock)
        self.start_spin.valueChanged.connect(self._take_start)
        self.own_button.clicked.connect(self._make_own)
        self.change_button.clicked.connect(self._change_own)
        self.test_button.clicked.connect(self.test_page_asked)
        self.clear_button.clicked.connect(self._clear)
        self.backs.changed.connect(self.changed)

    @property
    def stock(self) -> Stock | None:
        """The chosen stock."""
        return next((stock for stock in self._stocks if stock.name == self._chosen), None)

    @property
    def used(self) -> frozenset[int]:
        """The labels of the first sheet that are used."""
        return self.used_labels.of(self.stock) if self.stock is not None else frozenset()

    def choice(self) -> LabelChoice:
        """What was chosen."""
        flip = self.backs.flip if self._document is Document.BADGES else Flip.NONE
        return LabelChoice(stock=self._chosen or None, start_at=self.start_spin.value(), used=self.used, flip=flip)

    def use_settings(self, settings: QSettings | None) -> None:
        """Keep on this computer which labels are used."""
        self.used_labels = UsedLabels(settings)
        self._fit_used()

    def show_document(self, document: Document) -> None:
        """Offer what can be chosen for `document`."""
        self._document = document
        self.setVisible(DOCUMENTS[document].on_labels)
        self._fit_backs()

    def show_stocks(self, stocks: Sequence[Stock]) -> None:
        """Offer these stocks; what was chosen stays chosen while it is there."""
        if stocks == self._stocks:
            return
        self._stocks = stocks
        with QSignalBlocker(self.stock_combo):
            self.stock_combo.clear()
            for stock in stocks:
                if stock.doubt:
                    self.stock_combo.addItem(icon("warning", "warn"), stock.offer, stock.name)
                else:
                    self.stock_combo.addItem(stock.offer, stock.name)
            self.stock_combo.view().setMinimumWidth(theme.current().px(_LIST_WIDTH))
        self.choose_stock(self._chosen if self.stock is not None else stocks[0].name)

    def choose_stock(self, name: str) -> None:
        """Print on this stock."""
        self._chosen = name
        with QSignalBlocker(self.stock_combo):
            self.stock_combo.setCurrentIndex(self.stock_combo.findData(name))
        self._fit_stock()

    def start_at(self, number: int) -> None:
        """Leave the labels before `number` empty."""
        self.start_spin.setValue(number)

    def mark(self, number: int) -> None:
        """A label of the first sheet is used; one that was to stay empty is free again."""
        if self.stock is None:
            return
        empty = self.used | set(range(1, self.start_spin.value()))
        self.used_labels.keep(self.stock, empty ^ {number})
        with QSignalBlocker(self.start_spin):
            self.start_spin.setValue(1)
        self._fit_used()
        self.changed.emit()

    def note_printed(self, choice: LabelChoice, labels: int) -> None:
        """So many labels were printed as chosen: the next print goes on behind them."""
        stock = next((stock for stock in self._stocks if stock.name == choice.stock), None)
        if stock is None:
            return
        self.used_labels.note_printed(stock, choice, labels)
        if stock == self.stock:
            with QSignalBlocker(self.start_spin):
                self.start_spin.setValue(1)
            self._fit_used()

    def _fit_stock(self) -> None:
        stock = self.stock
        if stock is None:
            return
        words = f"{stock.labels} labels on {stock.page_name}. " if stock.labels > 1 else ""
        colours = "Black only. " if stock.black else ""
        doubt = f"{stock.doubt} {_TEST_FIRST}" if stock.doubt else ""
        self.stock_note.setText(f"{words}{colours}{doubt}".strip())
        self.stock_note.setVisible(bool(words or colours or doubt))
        self.change_button.setVisible(stock.own)
        with QSignalBlocker(self.start_spin):
            self.start_spin.setMaximum(stock.labels)
        self._start_part.setVisible(stock.labels > 1)
        self._fit_backs()
        self._fit_used()

    def _fit_backs(self) -> None:
        self.backs.show_stock(self.stock if self._document is Document.BADGES else None)

    def _fit_used(self) -> None:
        used = len(self.used)
        told = f"{used} {'label is' if used == 1 else 'labels are'} used. " if used else ""
        start = self.start_spin.value()
        empty = f"Labels before {start} stay empty. " if start > 1 else ""
        self._used_note.setText(f"{told}{empty}Click a used label in the preview, or press Space on it.")
        self.clear_button.setVisible(used > 0)

    def _take_stock(self) -> None:
        self.choose_stock(self.stock_combo.currentData())
        self.changed.emit()

    def _make_own(self) -> None:
        self.own_stock_asked.emit(None)

    def _change_own(self) -> None:
        if self.stock is not None:
            self.own_stock_asked.emit(self.stock)

    def _take_start(self) -> None:
        self._fit_used()
        self.changed.emit()

    def _clear(self) -> None:
        if self.stock is not None:
            self.used_labels.keep(self.stock, ())
            self.start_spin.setFocus()  # the button goes
            self._fit_used()
            self.changed.emit()
