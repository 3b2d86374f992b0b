"""The sheet on which a printer is measured with its test page, and corrected."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QWidget

from mixer_app.domain.correction import (
    NO_CORRECTION,
    Correction,
    Crosses,
    correction_for,
    crosses_of,
)
from mixer_app.domain.errors import MixerError
from mixer_app.domain.printers import PrinterInfo
from mixer_app.domain.stock import Stock
from mixer_app.ui.printers.corrections import Corrections
from mixer_app.ui.printing.calibration_fields import DONE, MEASURED, measure_field, share_field, shift_field, told
from mixer_app.ui.widgets import Button, DecimalField, Sheet, label, line
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.sheet_parts import SheetFoot, SheetHead, scrolled
from mixer_app.ui.widgets.titled import Titled


class CalibrationSheet(Sheet):
    """Print, measure, type in; what is typed becomes a correction that can be changed by hand, too."""

    for_everybody = True
    print_asked = Signal(object, object, object)  # PrinterInfo, Stock, Correction
    save_asked = Signal(object)  # Stock
    correction_kept = Signal(str, object)  # name of the printer, Correction

    def __init__(
        self,
        window: QWidget,
        *,
        printers: Sequence[PrinterInfo],
        printer: str,
        stocks: Sequence[Stock],
        stock: Stock,
        corrections: Corrections,
    ) -> None:
        super().__init__(window, name="Test page", width=760, height=800)
        self._corrections, self._stocks = corrections, stocks
        self._printers: list[PrinterInfo] = []
        self.measured: dict[str, DecimalField] = {}
        self.done: dict[str, QDoubleSpinBox] = {}
        self._build()
        for one in stocks:
            self.stock_combo.addItem(one.title, one.name)
        self.stock_combo.setCurrentIndex(self.stock_combo.findData(stock.name))
        self.show_printers(printers, printer)
        self._connect()
        self._show_kept()
        self._expect()

    def _build(self) -> None:
        self.setObjectName("calibration_sheet")
        self.head = SheetHead("Test page", "Measure where a printer puts a page, and let every page be corrected.")
        self.foot = SheetFoot("Keep for this printer")
        self.foot.note_label.setText("Kept on this computer, for all that this printer prints.")
        self.printer_combo = ElidedCombo("calibration_printer_combo", letters=12)
        self.stock_combo = ElidedCombo("calibration_stock_combo", letters=12)
        self.print_button = Button("Print the test page", icon_name="printer")
        self.print_button.setObjectName("print_test_button")
        self.check_button = Button("Print it corrected")
        self.check_button.setObjectName("print_corrected_button")
        self.save_button = Button("Save as PDF", icon_name="download-simple")
        self.save_button.setObjectName("save_test_button")
        self.none_button = Button("No correction", small=True)
        self.none_button.setObjectName("no_correction_button")
        self.told_label = label("", "body", wrap=True)
        for name in MEASURED:
            self.measured[name] = measure_field(name)
        for name in DONE:
            self.done[name] = shift_field(name) if name.endswith("mm") else share_field(name)
        self._assemble()

    def _assemble(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(32, 20, 32, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(Titled("Printer", self.printer_combo), 0, 0)
        grid.addWidget(Titled("Paper", self.stock_combo), 0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.print_button, self.save_button, self.check_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid.addLayout(buttons, 1, 0, 1, 2)
        grid.addWidget(line(), 2, 0, 1, 2)
        told = "Lay a ruler on the page that was printed without correction. The first cross is at the top left."
        grid.addWidget(label("What you measure", "body_strong"), 3, 0, 1, 2)
        grid.addWidget(label(told, "muted_caption", wrap=True), 4, 0, 1, 2)
        self.titled = {name: Titled(words, self.measured[name], note=" ") for name, words in MEASURED.items()}
        for number, part in enumerate(self.titled.values()):
            grid.addWidget(part, 5 + number // 2, number % 2)
        grid.addWidget(line(), 7, 0, 1, 2)
        grid.addWidget(label("What is done to every page", "body_strong"), 8, 0, 1, 2)
        grid.addWidget(self.told_label, 9, 0, 1, 2)
        for number, (name, (words, note)) in enumerate(DONE.items()):
            grid.addWidget(Titled(words, self.done[name], note=note), 10 + number // 2, number % 2)
        grid.addWidget(self.none_button, 12, 0, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(13, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.place(self.head, scrolled(form), self.foot, ends=(self.head.close_button, self.foot.cancel_button))

    def _connect(self) -> None:
        self.foot.act_button.clicked.connect(self.act)
        self.print_button.clicked.connect(self._print_plain)
        self.check_button.clicked.connect(self._print_corrected)
        self.save_button.clicked.connect(self._save)
        self.none_button.clicked.connect(self._take_nothing)
        self.printer_combo.activated.connect(self._show_kept)
        self.stock_combo.activated.connect(self._expect)
        for field in self.measured.values():
            field.valueChanged.connect(self._work_out)
        for field in self.done.values():
            field.valueChanged.connect(self._tell)

    @property
    def printer(self) -> PrinterInfo | None:
        """The printer that is measured."""
        name = self.printer_combo.currentData()
        return next((info for info in self._printers if info.name == name), None)

    @property
    def stock(self) -> Stock:
        """The paper of the test page."""
        return next(stock for stock in self._stocks if stock.name == self.stock_combo.currentData())

    def correction(self) -> Correction:
        """What is done to every page, as it is typed."""
        return Correction(
            right_mm=round(self.done["right_mm"].value(), 1) + 0.0,
            down_mm=round(self.done["down_mm"].value(), 1) + 0.0,
            across=round(self.done["across"].value() / 100, 3),
            down=round(self.done["down"].value() / 100, 3),
        )

    def show_printers(self, printers: Sequence[PrinterInfo], chosen: str = "") -> None:
        """Offer these printers; the chosen one stays."""
        before = self.printer_combo.currentData()
        kept = chosen or before
        self._printers = list(printers)
        with QSignalBlocker(self.printer_combo):
            self.printer_combo.clear()
            for info in printers:
                self.printer_combo.addItem(info.title, info.name)
            self.printer_combo.setCurrentIndex(max(0, self.printer_combo.findData(kept)))
        if self.printer_combo.currentData() != before:  # else what is typed stays
            self._show_kept()

    def say(self, sentence: str) -> None:
        """Say what became of a page."""
        self.foot.note_label.setText(sentence)

    def _show_kept(self) -> None:
        """The correction that the chosen printer has now."""
        printer = self.printer
        self._fill(self._corrections.of(printer.name) if printer is not None else NO_CORRECTION)
        self.print_button.setEnabled(printer is not None)

    def _expect(self) -> None:
        """Show what a right page measures."""
        true = self._true()
        for name, field in self.measured.items():
            with QSignalBlocker(field):
                field.setValue(getattr(true, name))
            self.titled[name].set_note(f"Should be {getattr(true, name):.1f} mm")

    def _true(self) -> Crosses:
        return crosses_of(self.stock)

    def _work_out(self) -> None:
        """A correction from what was measured."""
        measured = Crosses(**{name: field.value() for name, field in self.measured.items()})
        try:
            found = correction_for(self._true(), measured)
        except MixerError as refusal:
            self.told_label.setText(str(refusal))
            self.foot.act_button.setEnabled(False)
            return
        self._fill(found)

    def _fill(self, correction: Correction) -> None:
        values = {
            "right_mm": correction.right_mm,
            "down_mm": correction.down_mm,
            "across": correction.across * 100,
            "down": correction.down * 100,
        }
        for name, value in values.items():
            with QSignalBlocker(self.done[name]):
                self.done[name].setValue(value)
        self._tell()

    def _tell(self) -> None:
        correction, printer = self.correction(), self.printer
        self.told_label.setText(told(correction))
        changed = printer is not None and correction != self._corrections.of(printer.name)
        self.foot.act_button.setEnabled(changed)
        self.foot.effect_label.setText(printer.title if printer is not None else "This computer has no printer.")
        self.check_button.setEnabled(printer is not None and correction.does_something)
        self.none_button.setEnabled(correction.does_something)

    def _take_nothing(self) -> None:
        self.printer_combo.setFocus()  # the button goes
        self._fill(NO_CORRECTION)

    def _print_plain(self) -> None:
        self.print_asked.emit(self.printer, self.stock, NO_CORRECTION)

    def _print_corrected(self) -> None:
        self.print_asked.emit(self.printer, self.stock, self.correction())

    def _save(self) -> None:
        self.save_asked.emit(self.stock)

    def act(self) -> None:
        """Keep the correction for this printer."""
        printer = self.printer
        if printer is not None and self.foot.act_button.isEnabled():
            self.correction_kept.emit(printer.name, self.correction())
