"""The right column of the desk: who is here, who waits, who came last, and what the printers do."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui.desk.arrivals import ArrivalsCard
from mixer_app.ui.desk.counters import CountersCard
from mixer_app.ui.desk.printers_card import PrintersCard
from mixer_app.ui.desk.roster import DeskRoster
from mixer_app.ui.desk.waiting import MOST_ROWS, WaitingCard
from mixer_app.ui.theme import current

_SHARE: Final = 0.395  # of the page's width at most, so that large text leaves the person's card whole

_LOW: Final = 800


class DeskSide(QScrollArea):
    """Places the cards, and hands each what it shows; in a low window it can be scrolled, so that nothing is cut."""

    def __init__(self, station: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counters = CountersCard()
        self.waiting = WaitingCard(clock)
        self.arrivals = ArrivalsCard(station)
        self.printers = PrintersCard(station, clock)
        self._low = False
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.counters)
        column.addWidget(self.waiting)
        column.addWidget(self.arrivals, 1)
        column.addWidget(self.printers)
        self.setWidget(inside)

    def show_counts(self, roster: DeskRoster) -> None:
        """Show how many are here, and who waits."""
        self.counters.show_counts(roster.counts, roster.late)
        self.waiting.show_calls(roster.calls, roster.people.get)
        self._share_out()

    def show_arrivals(self, roster: DeskRoster) -> None:
        """Show who came last."""
        open_notes = frozenset(person.id for person in roster.arrivals if roster.open_note(person))
        self.arrivals.show_people(roster.arrivals, roster.counts.here, open_notes)

    def fit(self, page_width: int, page_height: int) -> None:
        """Take the share of a page of this size; in a low one fewer people who wait are shown."""
        look = current()
        self._low = page_height < look.px(_LOW)
        self.waiting.fit(1 if self._low else MOST_ROWS)
        self._share_out()
        wanted = look.px(400) if page_width >= look.px(1100) else look.px(320)
        self.setFixedWidth(min(wanted, max(320, round(page_width * _SHARE))))

    def _share_out(self) -> None:
        """Whoever waits goes before the last arrivals but one, and before what is still to come."""
        narrow = self._low and not self.waiting.isHidden()
        self.counters.note_label.setVisible(not narrow)
        self.arrivals.set_fewest(1 if narrow else 2)


def arrange(page: QWidget, head: QWidget, left: QWidget, side: DeskSide) -> None:
    """Put the head on top, and the side at the right."""
    columns = QHBoxLayout()
    margin = current().space.page_margin
    columns.setContentsMargins(margin, 0, margin, 24)
    columns.setSpacing(24)
    columns.addWidget(left, 1)
    columns.addWidget(side)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(head)
    whole.addLayout(columns, 1)
