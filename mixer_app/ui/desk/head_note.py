"""The right end of the desk's head: which station this is, the time, and how long until the first round."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.desk.words import clock_time, round_words
from mixer_app.ui.live_clock import LiveClock
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import ElidedLabel, IconLabel, label, line

TICK_MS: Final = 5000


class DeskHeadNote(QWidget):
    """Tells the time by the clock it is given."""

    def __init__(self, station: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station, self._clock = station, clock
        self._event: Event | None = None
        self._live: LiveClock | None = None
        self.time_label = label("", "body_strong")
        self.round_label = ElidedLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.well_mark = IconLabel("circle", "good", size=10, weight="fill")
        self.lost_mark = IconLabel("warning", "warn", size=16, weight="bold")
        self.station_label = label(station, "muted")
        row.addWidget(self.well_mark)
        row.addWidget(self.lost_mark)
        row.addWidget(self.station_label)
        row.addSpacing(8)
        divider = line(vertical=True)
        divider.setFixedHeight(current().px(20))
        row.addWidget(divider)
        row.addSpacing(8)
        row.addWidget(IconLabel("clock", size=20))
        row.addWidget(self.time_label)
        row.addWidget(self.round_label)
        self.tell_connection("")
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tell_connection(self, trouble: str) -> None:
        """Whether this station reaches what it works on; `trouble` says why it does not, empty: it does."""
        self.well_mark.setVisible(not trouble)
        self.lost_mark.setVisible(bool(trouble))
        self.station_label.setAccessibleName(f"{self._station}, no connection" if trouble else self._station)
        for widget in (self.lost_mark, self.station_label):
            widget.setToolTip(trouble)

    def show_event(self, event: Event) -> None:
        """Count towards the rounds of this event."""
        self._event = event
        self.tick()

    def use_live_clock(self, live_clock: LiveClock) -> None:
        """Follow the clock of the evening once it has been started."""
        self._live = live_clock
        live_clock.turned.connect(self.tick)

    def tick(self) -> None:
        """Show the time as it is now."""
        now = self._clock()
        evening = self._live.evening if self._live is not None else None
        self.time_label.setText(clock_time(now))
        self.time_label.setFont(current().font("body_strong", tabular=True))
        self.round_label.setText(round_words(self._event, now, evening) if self._event else "")
