"""The sheet on which staff describe a label stock of their own."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.stock import Stock, what_is_impossible
from mixer_app.ui.printing.stock_picture import StockPicture
from mixer_app.ui.widgets import DANGER, Button, DecimalField, NumberField, Sheet, label
from mixer_app.ui.widgets.sheet_parts import SheetFoot, SheetHead, scrolled
from mixer_app.ui.widgets.titled import Titled

_PAGES: Final = {"A4": (210.0, 297.0), "A4 landscape": (297.0, 210.0), "Letter": (215.9, 279.4)}
_OWN_PAGE: Final = "Another size"
_EXAMPLE: Final = Stock(
    name="",
    title="",
    page_name="A4",
    page_width=210.0,
    page_height=297.0,
    label_width=90.0,
    label_height=60.0,
    columns=2,
    rows=4,
    left=12.0,
    top=19.5,
    pitch_x=96.0,
    pitch_y=66.0,
    own=True,
)
_LENGTHS: Final = {
    "page_width": "Page width",
    "page_height": "Page height",
    "label_width": "Label width",
    "label_height": "Label height",
    "left": "Left margin",
    "top": "Top margin",
    "pitch_x": "From label to label, across",
    "pitch_y": "From label to label, down",
    "radius": "Corner radius",
}
_COUNTS: Final = {"columns": "Columns", "rows": "Rows"}
_ROWS: Final = (
    ("page_width", "page_height"),
    ("label_width", "label_height"),
    ("columns", "rows"),
    ("left", "top"),
    ("pitch_x", "pitch_y"),
)
_MOST_MM: Final = 1200.0


class OwnStockSheet(Sheet):
    """Form at the left, the sheet as described at the right; the page keeps what is told."""

    stock_made = Signal(object)  # Stock
    removal_wanted = Signal(str)

    def __init__(self, window: QWidget, stock: Stock | None = None) -> None:
        super().__init__(window, name="Own label stock", width=920, height=800)
        self._stock = stock or _EXAMPLE
        self.lengths: dict[str, DecimalField] = {}
        self.counts: dict[str, NumberField] = {}
        self._build()
        self._fill(self._stock)
        self._connect()
        self._look()

    def _build(self) -> None:
        self.setObjectName("own_stock_sheet")
        self.head = SheetHead("Own label stock", "All lengths in mm, as the package or a ruler has them.")
        self.foot = SheetFoot("Keep this stock" if self._stock.name else "Make this stock")
        self.foot.note_label.setText("Every station can choose it. One undo takes it back.")
        self.title_field = QLineEdit()
        self.title_field.setObjectName("stock_title_field")
        self.title_field.setMaxLength(60)
        self.page_combo = QComboBox()
        self.page_combo.setObjectName("stock_page_combo")
        self.page_combo.addItems([*_PAGES, _OWN_PAGE])
        self.black_box = QCheckBox("Its printer prints in black only")
        self.black_box.setObjectName("stock_black_box")
        self.crop_box = QCheckBox("It is cut by hand: print crop marks")
        self.crop_box.setObjectName("stock_crop_box")
        self.remove_button = Button("Remove", kind=DANGER)
        self.remove_button.setObjectName("remove_stock_button")
        for name in _LENGTHS:
            self.lengths[name] = _length_field(name)
        for name in _COUNTS:
            self.counts[name] = NumberField(1, least=1, most=40)
            self.counts[name].setObjectName(f"stock_{name}_field")
        self.picture = StockPicture()
        self.margins_label = label("", "muted_caption", wrap=True)
        self._assemble()

    def _assemble(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(32, 20, 16, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(Titled("Name", self.title_field), 0, 0, 1, 2)
        grid.addWidget(Titled("Page", self.page_combo), 1, 0, 1, 2)
        titles, widgets = {**_LENGTHS, **_COUNTS}, {**self.lengths, **self.counts}
        for row, names in enumerate(_ROWS, 2):
            for column, name in enumerate(names):
                grid.addWidget(Titled(titles[name], widgets[name]), row, column)
        last = grid.rowCount()
        grid.addWidget(Titled(titles["radius"], widgets["radius"]), last, 0)
        grid.addWidget(self.crop_box, last + 1, 0, 1, 2)
        grid.addWidget(self.black_box, last + 2, 0, 1, 2)
        grid.addWidget(self.remove_button, last + 3, 0, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(last + 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.remove_button.setVisible(bool(self._stock.name))
        right = QVBoxLayout()
        right.setContentsMargins(8, 20, 24, 20)
        right.addWidget(self.picture, 1)
        right.addWidget(self.margins_label)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(scrolled(form), 3)
        middle.addLayout(right, 2)
        self.place(self.head, middle, self.foot, ends=(self.head.close_button, self.foot.cancel_button))

    def _connect(self) -> None:
        self.foot.act_button.clicked.connect(self.act)
        self.remove_button.clicked.connect(self._remove)
        self.title_field.textChanged.connect(self._look)
        self.page_combo.activated.connect(self._take_page)
        self.black_box.toggled.connect(self._look)
        self.crop_box.toggled.connect(self._look)
        for name, field in self.lengths.items():
            field.valueChanged.connect(partial(self._take_length, name))
        for count in self.counts.values():
            count.valueChanged.connect(self._look)

    def stock(self) -> Stock:
        """The stock as it is described now."""
        lengths = {name: round(field.value(), 2) for name, field in self.lengths.items()}
        counts = {name: field.value() for name, field in self.counts.items()}
        size = lengths["page_width"], lengths["page_height"]
        page = next((name for name, known in _PAGES.items() if known == size), f"{size[0]:g} × {size[1]:g} mm")
        return replace(
            self._stock,
            title=" ".join(self.title_field.text().split()),
            page_name=page,
            black=self.black_box.isChecked(),
            crop_marks=self.crop_box.isChecked(),
            own=True,
            **lengths,
            **counts,
        )

    def show_refusal(self, sentence: str) -> None:
        """Say why it could not be kept."""
        self.foot.effect_label.setText(sentence)

    def _fill(self, stock: Stock) -> None:
        self.title_field.setText(stock.title)
        for name, field in self.lengths.items():
            field.setValue(getattr(stock, name))
        for name, count in self.counts.items():
            count.setValue(getattr(stock, name))
        self.black_box.setChecked(stock.black)
        self.crop_box.setChecked(stock.crop_marks)
        self._fit_page()

    def _fit_page(self) -> None:
        size = self.lengths["page_width"].value(), self.lengths["page_height"].value()
        self.page_combo.setCurrentText(next((name for name, known in _PAGES.items() if known == size), _OWN_PAGE))

    def _take_page(self) -> None:
        size = _PAGES.get(self.page_combo.currentText())
        if size is None:
            self.lengths["page_width"].setFocus()
            self.lengths["page_width"].selectAll()
            return
        for name, length in zip(("page_width", "page_height"), size, strict=True):
            self.lengths[name].setValue(length)

    def _take_length(self, name: str, _value: float) -> None:
        if name in ("page_width", "page_height"):
            self._fit_page()
        self._look()

    def _look(self) -> None:
        """Draw the sheet, and say what is impossible or what is left at its edges."""
        stock = self.stock()
        sentence = what_is_impossible(stock)
        misplaced = bool(what_is_impossible(replace(stock, title="named")))
        self.picture.show_stock(stock, wrong=misplaced)
        labels = f"{stock.labels} {'label' if stock.labels == 1 else 'labels'} on {stock.page_name}"
        self.foot.effect_label.setText(sentence or labels)
        self.foot.act_button.setEnabled(not sentence)
        left = f"{stock.right:.4g} mm at the right and {stock.bottom:.4g} mm at the foot"
        self.margins_label.setText("" if misplaced else f"Leaves {left}.")

    def act(self) -> None:
        """Keep the stock as it is described."""
        if self.foot.act_button.isEnabled():
            self.stock_made.emit(self.stock())

    def _remove(self) -> None:
        self.removal_wanted.emit(self._stock.name)


def _length_field(name: str) -> DecimalField:
    field = DecimalField(0.0, most=_MOST_MM, step=0.5)
    field.setSuffix(" mm")
    field.setObjectName(f"stock_{name}_field")
    return field
