"""Where a document is to be printed, which pages of it, and how often."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mixer_app.domain.print_jobs import PaperOrder
from mixer_app.domain.printers import PrinterInfo
from mixer_app.domain.stock import Flip
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.widgets.buttons import PRIMARY, Button
from mixer_app.ui.widgets.fields import NumberField
from mixer_app.ui.widgets.labels import label

_MOST_COPIES = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToPrint:
    """A written document as it is offered to the printers."""

    title: str  # `97 match sheets`
    pages: int
    two_sided: Flip = Flip.NONE  # how the sheet is turned for backs that belong to their fronts
    badges: frozenset[int] = frozenset()  # attendees whose badges are on it


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """What a person chose; `pages` (from 0) where it is not all of them."""

    order: PaperOrder
    pages: range | None = None
    to_the_end: bool = True  # the last page is among them


PrintAsker: TypeAlias = Callable[[QWidget, PaperToPrint, BadgePrinter], PrintAnswer | None]
"""Asks a person where a document goes; None: they do not want to print."""


def ask_how_to_print(window: QWidget, paper: PaperToPrint, station: BadgePrinter) -> PrintAnswer | None:
    """Our own dialogue over the window."""
    dialog = PrintDialog(paper, station.known, station.chosen_for_papers or station.chosen, window)
    station.printers_found.connect(dialog.show_printers)
    dialog.test_asked.connect(station.print_test_page)
    station.find_printers()
    chosen = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen


class PrintDialog(QDialog):
    """Printer, pages, copies, both sides."""

    test_asked = Signal(str)
    """A test badge is wanted at a printer."""

    def __init__(
        self,
        paper: PaperToPrint,
        printers: Sequence[PrinterInfo],
        chosen: PrinterInfo | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paper, self._wanted, self._missing = paper, chosen, ""
        self._build()
        self._connect()
        self.show_printers(printers)

    def _build(self) -> None:
        paper = self._paper
        self.setWindowTitle(f"Print {paper.title}")
        self.printer_box = QComboBox()
        self.first_spin = NumberField(1, least=1, most=paper.pages, name="From page")
        self.last_spin = NumberField(paper.pages, least=1, most=paper.pages, name="To page")
        self.copies_spin = NumberField(1, least=1, most=_MOST_COPIES, name="Copies")
        self.both_sides_box = QCheckBox("On both sides of the paper")
        self.both_sides_box.setChecked(bool(paper.two_sided))
        self.note_label = label("", "muted", wrap=True)
        self.test_button = Button("Test badge")
        self.test_button.setVisible(bool(paper.badges))
        self.cancel_button = Button("Cancel")
        self.print_button = Button("Print", kind=PRIMARY, icon_name="printer")
        self.print_button.setDefault(True)
        for name in ("printer_box", "first_spin", "last_spin", "copies_spin", "both_sides_box"):
            getattr(self, name).setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(label(f"Print {paper.title}", "title", wrap=True))
        column.addWidget(_named("Printer", self.printer_box))
        column.addWidget(self.printer_box)
        column.addLayout(self._numbers())
        column.addWidget(self.both_sides_box)
        column.addWidget(self.note_label)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.test_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.print_button)
        column.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _numbers(self) -> QHBoxLayout:
        """Pages at the left, copies at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, field in (
            ("Pages", self.first_spin),
            ("to", self.last_spin),
            ("Copies", self.copies_spin),
        ):
            if words == "Copies":
                row.addStretch(1)
            caption = label(words, "body_strong" if words != "to" else "body")
            caption.setBuddy(field)
            row.addWidget(caption)
            row.addWidget(field)
        return row

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.accept)
        self.test_button.clicked.connect(self._ask_for_test)
        self.printer_box.activated.connect(self._take_printer)
        self.first_spin.valueChanged.connect(self._fit_pages)
        self.last_spin.valueChanged.connect(self._fit_pages)
        self.copies_spin.valueChanged.connect(self._tell)
        self.both_sides_box.toggled.connect(self._tell)

    def show_printers(self, printers: Sequence[PrinterInfo]) -> None:
        """Offer these printers; what was chosen stays chosen, or is missed in words."""
        wanted = self._wanted
        self.printer_box.clear()
        for one in printers:
            self.printer_box.addItem(one.title, one.name)
        place = self.printer_box.findData(wanted.name) if wanted is not None else 0
        self.printer_box.setCurrentIndex(max(0, place))
        self._missing = f"{wanted.title} is not there any more. " if wanted is not None and place < 0 else ""
        self._tell()

    def answer(self) -> PrintAnswer | None:
        """What is chosen now; None without a printer."""
        printer = self.printer_box.currentData()
        if not printer:
            return None
        first, last = self.first_spin.value(), self.last_spin.value()
        part = (first, last) != (1, self._paper.pages)
        where = f"page {first}" if first == last else f"pages {first} to {last}"
        order = PaperOrder(
            title=f"{self._paper.title}, {where}" if part else self._paper.title,
            pages=last - first + 1,
            printer=str(printer),
            copies=self.copies_spin.value(),
            two_sided=self._flip if last > first else Flip.NONE,
            badges=frozenset() if part else self._paper.badges,
        )
        return PrintAnswer(order, range(first - 1, last) if part else None, to_the_end=last == self._paper.pages)

    @property
    def _flip(self) -> Flip:
        """As the backs were laid out; where a document has none, like the leaves of a book."""
        return (self._paper.two_sided or Flip.LONG_EDGE) if self.both_sides_box.isChecked() else Flip.NONE

    def _take_printer(self) -> None:
        self._wanted = PrinterInfo(str(self.printer_box.currentData()), self.printer_box.currentText())
        self._missing = ""
        self._tell()

    def _ask_for_test(self) -> None:
        self.test_asked.emit(str(self.printer_box.currentData()))

    def _fit_pages(self) -> None:
        """The last page is never before the first."""
        self.last_spin.setMinimum(self.first_spin.value())
        self._tell()

    def _tell(self) -> None:
        """How much comes out, or why nothing can."""
        pages = (self.last_spin.value() - self.first_spin.value() + 1) * self.copies_spin.value()
        some = self.printer_box.count() > 0
        self.print_button.setEnabled(some)
        self.test_button.setEnabled(some)
        self.both_sides_box.setEnabled(self.last_spin.value() > self.first_spin.value())
        size = "page in its true size" if pages == 1 else "pages in their true size"
        told = f"{self._missing}{pages:,} {size}{self._on_sheets()}."
        self.note_label.setText(told if some else "Looking for printers. The PDF can be saved as well.")

    def _on_sheets(self) -> str:
        """Of what is printed on both sides, how much paper that takes."""
        pages = self.last_spin.value() - self.first_spin.value() + 1
        sheets = (pages + 1) // 2 * self.copies_spin.value()
        return f" on {sheets:,} sheets of paper" if self.both_sides_box.isChecked() and sheets > 1 else ""


def _named(words: str, field: QWidget) -> QLabel:
    caption = label(words, "body_strong")
    caption.setBuddy(field)
    field.setAccessibleName(words)
    return caption
