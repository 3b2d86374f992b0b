"""The right column of the desk: who is here, who waits, who came last, and what the printers do."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.ui.desk.arrivals import ArrivalsCard
from mixer_app.ui.desk.counters import CountersCard
from mixer_app.ui.desk.printers_card import PrintersCard
from mixer_app.ui.desk.roster import DeskRoster
from mixer_app.ui.desk.waiting import WaitingCard
from mixer_app.ui.theme import current

_SHARE: Final = 0.395  # of the page's width at most, so that large text leaves the person's card whole


class DeskSide(QWidget):
    """Places the cards, and hands each what it shows."""

    def __init__(self, station: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counters = CountersCard()
        self.waiting = WaitingCard(clock)
        self.arrivals = ArrivalsCard(station)
        self.printers = PrintersCard(station, clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.counters)
        column.addWidget(self.waiting)
        column.addWidget(self.arrivals, 1)
        column.addWidget(self.printers)

    def show_roster(self, roster: DeskRoster) -> None:
        """Show the event as it stands."""
        self.counters.show_counts(roster.counts, roster.late())
        self.waiting.show_calls(roster.calls, roster.people.get)
        open_notes = frozenset(person.id for person in roster.arrivals if roster.open_note(person))
        self.arrivals.show_people(roster.arrivals, roster.counts.here, open_notes)

    def fit(self, page_width: int) -> None:
        """Take the share of a page of this width."""
        look = current()
        wanted = look.px(400) if page_width >= look.px(1100) else look.px(320)
        self.setFixedWidth(min(wanted, max(320, round(page_width * _SHARE))))
