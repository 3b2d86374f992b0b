"""The memory of the last minutes: who came, each with the way back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.words import clock_time
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import LINK, Button, Card, ElidedLabel, RoleMark, label, line, restyle

MOST: Final = 12
FRESH_MS: Final = 4000
_ROW: Final = 56


class ArrivalRow(QFrame):
    """One arrival: time, name, role and how, and Undo."""

    def __init__(self, attendee: Attendee, *, fresh: bool, station: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attendee = attendee
        self.setProperty("look", "arrival")
        self.setProperty("fresh", fresh)
        time = label(clock_time(attendee.checked_in_at), "body_strong" if fresh else "muted")
        time.setFixedWidth(current().px(42))
        self.undo_button = Button("Undo", kind=LINK)
        self.undo_button.setAccessibleName(f"Undo the check-in of {attendee.name.shown}")
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(RoleMark(attendee.role))
        if words := _how(attendee, station):
            second.addWidget(ElidedLabel(f"· {words}", "muted_caption"), 1)
        else:
            second.addStretch(1)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(ElidedLabel(attendee.name.shown, "body"))
        words_column.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(time)
        row.addLayout(words_column, 1)
        row.addWidget(self.undo_button)

    def grow_old(self) -> None:
        """This arrival is no longer the newest thing."""
        restyle(self, fresh=False)


class ArrivalsCard(Card):
    """The last arrivals, newest first; as many as fit."""

    undo_asked = Signal(int)  # attendee
    all_asked = Signal()

    def __init__(self, station: str, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self._station = station
        self._people: tuple[Attendee, ...] = ()
        self._fresh_id: int | None = None
        self._fresh = QTimer(self, singleShot=True, interval=FRESH_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("arrivals_card")
        self.setAccessibleName("Last arrivals")
        self.all_button = Button("All", kind=LINK, icon_after="caret-right", small=True)
        self.all_button.setObjectName("all_button")
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 16, 10)
        head.addWidget(label("Last arrivals", "body_strong"))
        head.addStretch(1)
        head.addWidget(self.all_button)
        self._empty_label = label("Nobody has come yet.", "muted")
        self._empty_label.setContentsMargins(24, 16, 24, 16)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.rows: list[ArrivalRow] = []
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(line())
        self.body.addWidget(self._empty_label)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.all_button.clicked.connect(self.all_asked)
        self._fresh.timeout.connect(self._fresh_is_old)

    def show_people(self, people: Sequence[Attendee], here: int) -> None:
        """Show these arrivals, newest first; a new first one stands out for a moment."""
        newest = people[0].id if people else None
        if self._people and newest is not None and newest != self._people[0].id:
            self._fresh_id = newest
            self._fresh.start()
        self.all_button.setText(f"All {here:,}")
        self.all_button.setVisible(here > 0)
        if tuple(people) != self._people:
            self._people = tuple(people)
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != len(self.rows):
            QTimer.singleShot(0, self, self._fill)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, current().px(48 + 2 * _ROW))

    def _room(self) -> int:
        room = (self.height() - current().px(52)) // (current().px(_ROW) + 1)
        return max(1, min(room, len(self._people)))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [
            ArrivalRow(person, fresh=person.id == self._fresh_id, station=self._station)
            for person in self._people[: self._room()]
        ]
        for at, row in enumerate(self.rows):
            row.setFixedHeight(max(current().px(_ROW), row.sizeHint().height()))
            row.undo_button.clicked.connect(partial(self.undo_asked.emit, row.attendee.id))
            if at:
                self._rows.addWidget(line())
            self._rows.addWidget(row)
        self._empty_label.setVisible(not self.rows)

    def _fresh_is_old(self) -> None:
        self._fresh_id = None
        for row in self.rows:
            row.grow_old()


def _how(attendee: Attendee, station: str) -> str:
    elsewhere = attendee.checked_in_where if attendee.checked_in_where != station else ""
    parts = ("walk-in" if attendee.walk_in else "", elsewhere, "badge printed" if attendee.badge_printed_at else "")
    return ", ".join(part for part in parts if part)
