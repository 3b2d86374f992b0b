"""Demand against supply: one row for each need or topic."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.overview import SupplyRow
from mixer_app.ui.overview.arrivals_card import Legend
from mixer_app.ui.widgets import BarRow, Card, label

MOST_ROWS: Final = 7
LEAST_PEOPLE: Final = 5
"""With fewer people registered a bar would tell of one person."""


class SupplyCard(Card):
    """Needs or topics with what mentees want and what mentors offer; `chosen` tells the name of a row."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, bottom=12, parent=parent)
        self.body.setSpacing(0)
        self.rows: list[BarRow] = []
        self._shown: tuple[SupplyRow, ...] = ()
        self.count_label = label("", "muted_caption")
        self.head.insertWidget(1, self.count_label)
        self.add_to_head(Legend("mentee", "Mentees want"))
        self.add_to_head(Legend("mentor", "Mentors offer"))
        self.nothing_label = label("", "muted", wrap=True)
        self.body.addWidget(self.nothing_label)
        self.body.addStretch(1)

    def show_supply(self, supply: Sequence[SupplyRow], people: int) -> None:
        """Show the rows, unless there are too few people."""
        shown = tuple(supply[:MOST_ROWS]) if people >= LEAST_PEOPLE else ()
        if shown == self._shown and self.rows:
            return
        self._shown = shown
        for row in self.rows:
            row.deleteLater()
        most = max((max(row.wanted, row.offered) for row in shown), default=1)
        self.rows = [_bar_row(row, most) for row in shown]
        for number, row in enumerate(self.rows):
            row.clicked.connect(self._tell)
            self.body.insertWidget(number, row)
        left_out = len(supply) > len(shown) > 0
        self.count_label.setText(f"{len(shown)} of {len(supply)}" if left_out else "")
        few = people < LEAST_PEOPLE
        self.nothing_label.setText(
            "Shown once five people are registered." if few else "Nobody has said anything about this yet."
        )
        self.nothing_label.setVisible(not shown)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, BarRow):
            self.chosen.emit(self._shown[self.rows.index(row)].name)


def _bar_row(row: SupplyRow, most: int) -> BarRow:
    return BarRow(
        row.name,
        row.wanted,
        row.offered,
        most=most,
        note=row.shortness.value,
        spoken=row.spoken,
        icon_name="eye-slash" if row.sensitive else "",
    )
