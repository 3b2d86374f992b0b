"""People whom a kiosk sent to the desk: who waits, why, and the key that brings them up."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.desk_calls import DeskCall
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.waiting_words import call_icon, call_reason, call_title, head_words, is_waiting, waited_words
from mixer_app.ui.widgets import LINK, Button, Card, IconLabel, WholeRow, label, line
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import LineLabel, from_the_left

SHOW_KEY: Final = "F3"
MOST_ROWS: Final = 3
_TICK_MS: Final = 15_000


class WaitingRow(WholeRow):
    """One call: who, why, where and how long; Show brings the person up, Done ends it."""

    def __init__(
        self, call: DeskCall, attendee: Attendee | None, *, key: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.call = call
        waits = is_waiting(call)
        title, reason = call_title(call), call_reason(call, attendee)
        self.setAccessibleName(f"{title}. {reason}")
        self._where_label = LineLabel("", "muted_caption")
        self.show_button = Button("Show", kind=LINK, key=key)
        self.show_button.setAccessibleName(f"Show {title}")
        self.done_button = Button("Done" if waits else "OK", kind=LINK)
        self.done_button.setAccessibleName(f"{title} is seen to")
        foot = FlowRow((self._where_label,), at_end=(self.show_button, self.done_button))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(BreakingLabel(from_the_left(title), "body_strong" if waits else "body"))
        words.addWidget(BreakingLabel(reason, "caption"))
        words.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 4)
        row.setSpacing(12)
        icon_name, role = call_icon(call)
        row.addWidget(IconLabel(icon_name, role, size=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_button.setVisible(call.attendee_id is not None)
        self.tell_time(now)

    def tell_time(self, now: datetime) -> None:
        """Say how long ago it was."""
        self._where_label.setText(waited_words(self.call, now))


class WaitingCard(Card):
    """Who waits, the longest first, and roles that people changed themselves; hidden while there is nobody."""

    show_asked = Signal(object)  # DeskCall
    done_asked = Signal(object)  # DeskCall

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(tone="warn", margin=0, parent=parent)
        self._clock = clock
        self._calls: tuple[DeskCall, ...] = ()
        self._shown: tuple[tuple[DeskCall, Attendee | None], ...] = ()
        self._last_id: int | None = None
        self._people: Callable[[int], Attendee | None] = _nobody
        self._most = MOST_ROWS
        self.rows: list[WaitingRow] = []
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._build()

    def _build(self) -> None:
        self.setObjectName("waiting_card")
        self.title_label = label("", "body_strong")
        self.more_label = LineLabel("", "muted_caption")
        head_row = WholeRow()
        head = QVBoxLayout(head_row)
        head.setContentsMargins(24, 10, 24, 10)
        head.addWidget(FlowRow([self.title_label], at_end=[self.more_label]))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addWidget(head_row)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def waiting(self) -> int:
        """How many people stand at the desk."""
        return sum(is_waiting(call) for call in self._calls)

    def show_calls(self, calls: Sequence[DeskCall], people: Callable[[int], Attendee | None]) -> None:
        """Show these calls; `people` knows whom they are about."""
        self._calls, self._people = tuple(sorted(calls, key=lambda call: not is_waiting(call))), people
        self._show_calls()

    def fit(self, most: int) -> None:
        """Show at most so many rows."""
        if most != self._most:
            self._most = most
            self._show_calls()

    def _show_calls(self) -> None:
        shown = tuple(
            (call, self._people(call.attendee_id) if call.attendee_id is not None else None)
            for call in self._calls[: self._most]
        )
        title, more = head_words(self._calls, len(shown))
        self.title_label.setText(title)
        self.setAccessibleName(title)
        self.more_label.setText(more)
        self.more_label.setVisible(bool(more))
        if shown != self._shown:
            self._shown = shown
            self._fill()
        self.setVisible(bool(shown))
        if shown:
            self._timer.start()
        else:
            self._timer.stop()

    def show_next(self) -> DeskCall | None:
        """The key for the next person: the one who waits longest, then the one after; None: nobody can be shown."""
        known = [call for call in self._calls if call.attendee_id is not None]
        if not known:
            return None
        at = next((at for at, call in enumerate(known) if call.id == self._last_id), -1)
        call = known[(at + 1) % len(known)]
        self._last_id = call.id
        self.show_asked.emit(call)
        return call

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now = self._clock()
        self.rows = [
            WaitingRow(call, attendee, key="" if at else SHOW_KEY, now=now)
            for at, (call, attendee) in enumerate(self._shown)
        ]
        for row in self.rows:
            row.show_button.clicked.connect(partial(self._show, row.call))
            row.done_button.clicked.connect(partial(self.done_asked.emit, row.call))
            self._column.addWidget(line())
            self._column.addWidget(row)

    def _show(self, call: DeskCall) -> None:
        self._last_id = call.id
        self.show_asked.emit(call)

    def _tick(self) -> None:
        for row in self.rows:
            row.tell_time(self._clock())


def _nobody(_attendee_id: int) -> Attendee | None:
    return None
