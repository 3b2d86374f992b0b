"""The interruption: someone scanned or chosen is in the room already; who, when and where."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.badge_state import BadgeState
from mixer_app.ui.desk.note_band import NoteBand
from mixer_app.ui.desk.person_card import PersonHead
from mixer_app.ui.desk.person_facts import PersonFacts
from mixer_app.ui.desk.words import already_words, clock_time
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, QUIET, Button, Card, ElidedLabel, IconLabel, label, line
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow


class AlreadyCard(Card):
    """Says that nothing was changed, and offers what may be meant."""

    closed = Signal()
    undo_asked = Signal()
    badge_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="warn_strong", margin=0, parent=parent)
        self.attendee: Attendee | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("already_card")
        self.title_label = label("Already checked in", "title")
        self.when_label = BreakingLabel("", "muted")
        self.head_row = PersonHead()
        self.work_label = ElidedLabel("", "muted")
        self.note_band = NoteBand()
        self.facts = PersonFacts()
        self._past = QWidget()
        past = QVBoxLayout(self._past)
        past.setContentsMargins(0, 8, 0, 0)
        past.setSpacing(8)
        self._history = QGridLayout()
        past.addWidget(line())
        past.addLayout(self._history)
        self.close_button = Button("Close, nothing changes", kind=PRIMARY, key="Enter")
        self.close_button.setObjectName("close_button")
        self.badge_button = Button("", icon_name="printer")
        self.badge_button.setObjectName("badge_button")
        self.undo_button = Button("Undo", kind=QUIET, icon_name="arrow-u-up-left")
        self.undo_button.setObjectName("undo_button")
        self._assemble()

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title_label)
        words.addWidget(self.when_label)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 16)
        top.setSpacing(12)
        top.addWidget(IconLabel("warning-circle", "warn", size=24, weight="fill"), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        buttons = FlowRow((self.close_button, self.badge_button), at_end=(self.undo_button,))
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 20, 24, 24)
        inside.setSpacing(4)
        inside.addWidget(self.head_row)
        inside.addWidget(self.work_label)
        inside.addSpacing(8)
        inside.addWidget(self.note_band)
        inside.addSpacing(4)
        inside.addWidget(self.facts)
        inside.addWidget(self._past)
        inside.addSpacing(16)
        inside.addWidget(buttons)
        self.body.setSpacing(0)
        self.body.addLayout(top)
        self.body.addWidget(line())
        self.body.addLayout(inside)
        self._history.setColumnStretch(1, 1)
        self._history.setVerticalSpacing(4)
        self._history.setHorizontalSpacing(16)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.undo_button.clicked.connect(self.undo_asked)
        self.badge_button.clicked.connect(self.badge_asked)

    def show_person(
        self,
        attendee: Attendee,
        event: Event,
        *,
        now: datetime,
        station: str,
        badge: str,
        state: BadgeState | None = None,
    ) -> None:
        """Show who it is, the state of the badge and what happened before.

        `badge` is the words of its button, empty for none.
        """
        self.attendee = attendee
        self.setAccessibleName(f"Already checked in: {attendee.name.shown}")
        self.when_label.setText(already_words(attendee, now))
        self.head_row.show_person(attendee)
        self.work_label.setText(", ".join(part for part in (attendee.title, attendee.employer) if part))
        self.work_label.setVisible(bool(self.work_label.whole_text))
        self.facts.show_person(attendee, event, state)
        self.badge_button.setVisible(bool(badge))
        self.badge_button.setText(badge)
        self.undo_button.setText(f"Undo {clock_time(attendee.checked_in_at)}")
        self._show_history(attendee, now, station)

    def show_lines(self, level: int) -> None:
        """How much is said: 2 everything, 1 less, 0 what the head says already."""
        self.facts.show_lines(level)
        self._past.setVisible(level > 0)

    def _show_history(self, attendee: Attendee, now: datetime, station: str) -> None:
        while (item := self._history.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        where = f", at {attendee.checked_in_where}" if attendee.checked_in_where else ""
        self._add_line(clock_time(attendee.checked_in_at), f"Checked in{where}")
        if attendee.badge_printed_at:
            self._add_line(clock_time(attendee.badge_printed_at), "Badge printed")
        self._add_line(clock_time(now), f"Asked for again at {station}; nothing was changed", strong=True)
        self._history.setColumnMinimumWidth(0, current().px(88))

    def _add_line(self, time: str, words: str, *, strong: bool = False) -> None:
        row = self._history.rowCount()
        self._history.addWidget(label(time, "body_strong" if strong else "muted"), row, 0)
        self._history.addWidget(label(words, "body_strong" if strong else "body", wrap=True), row, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
