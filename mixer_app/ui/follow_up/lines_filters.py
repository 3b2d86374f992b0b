"""The filters of a table: a chip for each that is on, a menu for more, and how many lines are left."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.ui.follow_up.lines import Mark
from mixer_app.ui.people.filter_menu import FilterMenu, MenuEntry
from mixer_app.ui.widgets import QUIET, Button, Chip, label
from mixer_app.ui.widgets.flow_row import FlowRow


class LineFilters(QWidget):
    """`changed` carries the marks that are asked for."""

    changed = Signal(object)  # tuple[Mark, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked: tuple[Mark, ...] = ()
        self._counts: Counter[Mark] = Counter()
        self._build()

    def offer(self, counts: Counter[Mark]) -> None:
        """Know what lines can be picked out by."""
        self._counts = counts

    def set_asked(self, asked: tuple[Mark, ...]) -> None:
        """Ask for these and tell it."""
        if asked != self.asked:
            self.asked = asked
            self._show_chips()
            self.changed.emit(asked)

    def remove_last(self) -> None:
        """Take the last chip away: Backspace in the empty search."""
        self.set_asked(self.asked[:-1])

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of how many are shown."""
        self.count_label.setText(f"{shown:,}")
        self.total_label.setText(f"of {total:,}")

    def _build(self) -> None:
        self.chips_row = FlowRow()
        self.filter_button = Button("Filter", kind=QUIET, icon_name="plus", small=True)
        self.menu = FilterMenu(self.filter_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.filter_button.setMenu(self.menu)
        self.clear_button = Button("Clear", kind=QUIET, small=True)
        self.clear_button.clicked.connect(partial(self.set_asked, ()))
        self.count_label, self.total_label = label("", "body_strong"), label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.chips_row, 1)
        row.addWidget(self.count_label)
        row.addWidget(self.total_label)
        self._show_chips()

    def _show_chips(self) -> None:
        chips = [self._chip(mark) for mark in self.asked]
        self.filter_button.setParent(self)
        self.clear_button.setParent(self)
        self.clear_button.setVisible(bool(chips))
        keep = [self.filter_button, *([self.clear_button] if chips else [])]
        self.chips_row.show_widgets([*chips, *keep], keep=keep)

    def _chip(self, mark: Mark) -> Chip:
        chip = Chip(mark[1], label=mark[0], tone="accent", removable=True)
        chip.removed.connect(partial(self._turn, mark, False))
        return chip

    def _turn(self, mark: Mark, on: bool) -> None:  # bound by `partial`
        others = tuple(one for one in self.asked if one != mark)
        self.set_asked((*others, mark) if on else others)

    def _fill_menu(self) -> None:
        marks = sorted({*self._counts, *self.asked})
        entries = [
            MenuEntry(one[0], one[1], one in self.asked, partial(self._turn, one), self._counts[one]) for one in marks
        ]
        self.menu.offer(entries)
