"""The best hit of the search, shown whole, with what can be done for them."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.ui.desk.badge_state import BadgeState
from mixer_app.ui.desk.note_band import NOTE_KEY, NoteBand
from mixer_app.ui.desk.person_facts import PersonFacts
from mixer_app.ui.desk.words import clock_time, namesake_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, QUIET, Button, Card, ElidedLabel, RoleMark, StatusMark, label, menu
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import from_the_left

_NAME_FROM: Final = 200  # px at 100 %: in less no name stands beside its marks

_KEYS_FROM: Final = 300

ROLE_CHOICES = ((Role.MENTOR, "Mentor"), (Role.MENTEE, "Mentee"), (Role.BOTH, "Both"))


class PersonHead(QWidget):
    """Name, role and where the person stands; title and employer below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_label = BreakingLabel("", "title")
        self.role_mark = RoleMark(soft=True)
        self.status_mark = StatusMark(look="muted")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.name_label)
        self._row.addWidget(FlowRow((self.role_mark,), at_end=(self.status_mark,)), 1)

    def show_person(self, attendee: Attendee) -> None:
        """Show this person."""
        self.name_label.setText(from_the_left(attendee.name.shown))
        self.role_mark.set_role(attendee.role)
        if attendee.here:
            since = f"Here since {clock_time(attendee.checked_in_at)}"
            self.status_mark.set_state("check-circle", since, "good", weight="fill")
        elif attendee.status is Status.LEFT:
            self.status_mark.set_state("sign-out", f"Left at {clock_time(attendee.left_at)}", "text_muted")
        elif attendee.status is Status.CANCELLED:
            self.status_mark.set_state("prohibit", "Cancelled", "warn")
        else:
            self.status_mark.set_state("circle-dashed", "Not here yet", "text_muted")
        self._fit_name()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the card: the name takes the width that is left."""
        return QSize(self.role_mark.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """A name is never cut: it goes on below, also within a word; in a narrow card the marks stand under it."""
        marks = self.role_mark.sizeHint().width() + self.status_mark.sizeHint().width() + 24
        whole = self.name_label.fontMetrics().horizontalAdvance(self.name_label.text()) + 4
        beside = self.width() - marks >= min(whole, current().px(_NAME_FROM))
        room = max(self.width() - marks if beside else self.width(), 1)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12 if beside else 4)
        self.name_label.setWordWrap(whole > room)
        self.name_label.setFixedWidth(min(whole, room))


class PersonCard(Card):
    """One person of the hits; says what was asked for, writes nothing."""

    check_in_asked = Signal(bool)  # with the badge
    role_asked = Signal(Role)
    edit_asked = Signal()
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="accent", parent=parent)
        self.attendee: Attendee | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("person_card")
        self.head_row = PersonHead()
        self.work_label = ElidedLabel("", "muted")
        self.note_band = NoteBand()
        self.facts = PersonFacts()
        self.namesake_label = label("", "body_strong", tone="warn", wrap=True)
        self.check_in_button = Button("Check in", kind=PRIMARY, key="Enter")
        self.check_in_button.setObjectName("check_in_button")
        self.only_button = Button("Check in only", key="Shift Enter")
        self.only_button.setObjectName("only_button")
        self.role_button = Button("Change role", kind=QUIET)
        self.role_button.setObjectName("role_button")
        self._role_menu = menu(self.role_button)
        self.note_button = Button("Note", kind=QUIET, key=NOTE_KEY.replace("+", " "))
        self.note_button.setObjectName("note_button")
        self.edit_button = Button("Edit", kind=QUIET, icon_name="pencil-simple")
        self.edit_button.setObjectName("edit_button")
        for role, word in ROLE_CHOICES:
            self._role_menu.addAction(word, partial(self.role_asked.emit, role))
        self.role_button.setMenu(self._role_menu)
        self._assemble()

    def _assemble(self) -> None:
        buttons = FlowRow(
            (self.check_in_button, self.only_button), at_end=(self.note_button, self.role_button, self.edit_button)
        )
        self.body.setSpacing(4)
        self.body.addWidget(self.head_row)
        self.body.addWidget(self.work_label)
        self.body.addSpacing(8)
        self.body.addWidget(self.note_band)
        self.body.addSpacing(4)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.namesake_label)
        self.body.addSpacing(16)
        self.body.addWidget(buttons)

    def _connect(self) -> None:
        self.check_in_button.clicked.connect(partial(self.check_in_asked.emit, True))
        self.only_button.clicked.connect(partial(self.check_in_asked.emit, False))
        self.edit_button.clicked.connect(self.edit_asked)
        self.note_button.clicked.connect(self.note_band.begin)

    def set_waiting(self, reason: str) -> None:
        """Leave check-in alone: everything else waits, for this reason; empty: it does not."""
        for button in (self.role_button, self.note_button, self.edit_button):
            button.setEnabled(not reason)
            button.setToolTip(reason)

    def show_person(
        self, attendee: Attendee, event: Event, *, badge: str, state: BadgeState | None, namesakes: int, more: bool
    ) -> None:
        """Show this person.

        `badge` says what becomes of the badge at check-in, empty for nothing, and `state` what has become of it;
        of `namesakes`, and `more` than are shown, one has to be chosen first.
        """
        self.attendee = attendee
        self.setAccessibleName(f"{attendee.name.shown}, {self.head_row.role_mark.accessibleName()}")
        self.head_row.show_person(attendee)
        self.work_label.setText(
            ", ".join(part for part in (attendee.title, attendee.employer, attendee.region) if part)
        )
        self.work_label.setVisible(bool(self.work_label.whole_text))
        self.facts.show_person(attendee, event, state)
        check_in = "Register again, check in" if attendee.status is Status.CANCELLED else "Check in"
        what = f"{check_in} and {badge}" if badge else check_in
        self.check_in_button.setText("Show the check-in" if attendee.here else what)
        self.check_in_button.setEnabled(not namesakes)
        self.only_button.setVisible(bool(badge) and not attendee.here)
        self.only_button.setEnabled(not namesakes)
        self.namesake_label.setVisible(bool(namesakes))
        if namesakes:
            self.namesake_label.setText(namesake_words(namesakes, more=more))

    def show_lines(self, level: int) -> None:
        """How much is said: 2 everything, 1 needs and topics, 0 neither."""
        self.facts.show_lines(level)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow card the buttons have room for their words only; the keys are the same."""
        super().resizeEvent(event)
        narrow = self.width() < current().px(_KEYS_FROM)
        for button, key in ((self.check_in_button, "Enter"), (self.only_button, "Shift Enter")):
            button.set_key("" if narrow else key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()
