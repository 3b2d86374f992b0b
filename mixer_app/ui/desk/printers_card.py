"""The badge printers of all stations: each with its state in words, and the way out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, Card, IconButton, IconLabel, WholeRow, label, line, pop_up
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import from_the_left

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter
    from mixer_app.ui.printers.queue_words import PrinterLine

_TALL: Final = 800  # a window in which all lines have room beside counters and arrivals
_WORDS_FROM: Final = 110  # px at 100 %
_ROOM: Final = 6
_LITTLE_ROOM: Final = 3
_ICONS: Final = {"": "printer", "good": "printer", "warn": "warning", "bad": "warning"}


class PrinterRow(WholeRow):
    """Icon, name, state in words, and a button where there is something to do."""

    def __init__(self, shown: "PrinterLine", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setAccessibleName(f"{shown.title}. {shown.sentence}")
        self.sentence_label = BreakingLabel(shown.sentence, "muted_caption", tone=_tone_of_words(shown.tone))
        self.button = Button(shown.way_out.value, small=True)
        self.button.setAccessibleName(f"{shown.way_out.value}: {shown.title}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(BreakingLabel(from_the_left(shown.title)))
        words.addWidget(self.sentence_label)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(IconLabel(_ICONS[shown.tone], shown.tone or "text_muted", size=20))
        told.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 8, 16, 8)
        self._row.setSpacing(12)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button.setVisible(bool(shown.way_out))  # not before it has a place: it would be a window

    def _fit(self) -> None:
        """The button stands below the words where they would have little room beside it."""
        look = current()
        beside = self.width() - self.button.sizeHint().width() - 64 - look.px(20) >= look.px(_WORDS_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super()._fit()


class PrintersCard(Card):
    """What prints here and elsewhere; knows the station's `BadgePrinter` once `use_printer` was called."""

    queue_asked = Signal()
    left = Signal()  # something was chosen: there is nothing more to do here

    def __init__(self, station: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self._station, self._clock = station, clock
        self._printer: BadgePrinter | None = None
        self._lines: list[PrinterLine] = []
        self._build()

    def _build(self) -> None:
        self.setObjectName("printers_card")
        self.setAccessibleName("Badge printers")
        self.rule_label = label("", "muted_caption")
        self.more_button = IconButton("dots-three", "Choose the printer of this station", size=18, small=True)
        self.more_button.setObjectName("printer_button")
        self.more_button.clicked.connect(self._choose)
        head_row = WholeRow()
        head = QHBoxLayout(head_row)
        head.setContentsMargins(24, 8, 12, 8)
        words = FlowRow([label("Badge printers", "body_strong")], at_end=[self.rule_label])
        head.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more_button)
        self.rows: list[PrinterRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addWidget(head_row)
        self.body.addLayout(self._column)
        self.hide()

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Show what this station's printer does from now on."""
        self._printer = printer
        printer.queue_changed.connect(self.show_queue)
        printer.printer_state_changed.connect(self.show_queue)
        printer.printers_found.connect(self.show_queue)
        printer.find_printers()
        self.show_queue()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.show_queue()

    def show_queue(self, news: object = None) -> None:
        """Show the printers as they are now."""
        from mixer_app.ui.printers.queue_words import RULE_WORDS, fit_lines, printer_lines

        if self._printer is None:
            return
        self.rule_label.setText(f"Print on check-in {RULE_WORDS[self._printer.queue.rule]}")
        lines = printer_lines(self._printer.queue, self._printer.chosen, self._station, self._clock())
        lines = fit_lines(lines, _ROOM if self.window().height() >= current().px(_TALL) else _LITTLE_ROOM)
        if lines != self._lines:
            self._lines = lines
            self._fill()

    def _fill(self) -> None:
        """Rows that say the same stay, with the cursor if it is in one of them."""
        staying = [row for row in self.rows if row.shown in self._lines]
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in staying:
                widget.hide()
                widget.deleteLater()
        self.rows = [
            next((row for row in staying if row.shown == shown), None) or self._new_row(shown) for shown in self._lines
        ]
        for row in self.rows:
            self._column.addWidget(line())
            self._column.addWidget(row)

    def _new_row(self, shown: "PrinterLine") -> PrinterRow:
        row = PrinterRow(shown)
        row.button.clicked.connect(partial(self._act, row))
        return row

    def _act(self, row: PrinterRow) -> None:
        from mixer_app.ui.printers import printer_menus
        from mixer_app.ui.printers.queue_words import WayOut

        printer, shown = self._printer, row.shown
        if printer is None:
            return
        if shown.way_out is WayOut.CHOOSE:
            self._choose()
        elif shown.way_out is WayOut.OTHER:
            self._pop_up(printer_menus.others_menu(self, printer), row.button)
        elif shown.way_out is WayOut.HERE:
            printer.print_here(shown.station)
            self.left.emit()
        elif shown.way_out is WayOut.JOB and shown.job is not None:
            self._pop_up(printer_menus.job_menu(self, shown.job, printer), row.button)
        else:
            self.queue_asked.emit()

    def _choose(self) -> None:
        from mixer_app.ui.printers.printer_menus import printer_menu

        if self._printer is not None:
            chooser = printer_menu(self, self._printer)
            chooser.addAction("Show the print queue", self.queue_asked.emit)
            self._pop_up(chooser, self.more_button)

    def _pop_up(self, chooser: QMenu, beside: QWidget) -> None:
        chooser.triggered.connect(self.left)
        pop_up(chooser, beside)


def _tone_of_words(tone: str) -> str:
    """What is well is told by its icon; its words stay quiet."""
    return "" if tone == "good" else tone
