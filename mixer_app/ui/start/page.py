"""The Start page: recent events, a new one, the sample, another database, a shared one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import ConnectionLostError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.progress import Progress
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.services.connections import SharedConnection, remembered_connections
from mixer_app.ui.page import CONNECT, Page
from mixer_app.ui.start.connect_sheet import ConnectSheet, reach
from mixer_app.ui.start.kiosk_card import KioskCard
from mixer_app.ui.start.new_event_form import NewEventSheet
from mixer_app.ui.start.sample import make_sample
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, Card, IconLabel, LinkRow, PageHead, label

_WIDTH = 880
_NOTHING: Final = "Make one, or look around in the sample event."
_WAIT: Final = "The events of this database are shown once the connection is back."


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows; of the other databases also a sentence about what waits here for them, if anything."""

    events: Sequence[Event] | None  # None: the database does not answer
    known: list[SharedConnection]
    others: Sequence[tuple[SharedConnection, str]]


class StartPage(Page):
    """`event_opened` carries an event, `kiosk_wanted` one whose kiosk is to open."""

    place = "start"
    title = "Start"
    icon = "house"
    works_alone = True

    event_opened = Signal(object)
    kiosk_wanted = Signal(object)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.sheet: NewEventSheet | None = None
        self.connect_sheet: ConnectSheet | None = None
        self._known: list[SharedConnection] = []
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.background.run(self._read, on_done=self._show)

    def first_focus(self) -> QWidget | None:
        if not self.kiosk_card.isHidden():
            return self.kiosk_card.open_button
        return self.rows[0] if self.rows else self.new_button

    def regions(self) -> list[QWidget]:
        return [self.head, self.kiosk_card, self.events_card, self.shared_card, self.sample_card]

    def show_target(self, target: object) -> None:
        """Open the sheet that connects, for `CONNECT`."""
        if target == CONNECT:
            self.connect_to_shared()

    def offer_kiosk(self) -> None:
        """The address is for a kiosk: offer that, and the way to another database."""
        self.head.set_words("Kiosk")
        self.kiosk_card.show()
        for part in (self.events_card, self.sample_card, self.new_button):
            part.hide()

    def new_event(self) -> None:
        """Open the sheet for a new event."""
        if not self.access.ask(StaffAct.MAKE_EVENT):
            return
        self.sheet = NewEventSheet(self.window(), self.clock().astimezone().date(), self.background)
        self.sheet.event_wanted.connect(self._create)
        self.sheet.closed.connect(self._forget_sheet)
        self.sheet.open_sheet(self.sheet.name_field)

    def connect_to_shared(self) -> None:
        """Open the sheet that connects to a shared database, filled with the last one."""
        last = self._known or remembered_connections()  # the page may not have read them yet
        known = last[0] if last else None
        self.connect_sheet = ConnectSheet(self.window(), self.background, known)
        self.connect_sheet.connected.connect(self._want_database)
        self.connect_sheet.closed.connect(self._forget_connect_sheet)
        self.connect_sheet.open_sheet(self.connect_sheet.server_field)

    def open_sample(self) -> None:
        """Make a fresh sample event and open it."""
        if not self.access.ask(StaffAct.MAKE_EVENT):
            return
        self.sample_button.setEnabled(False)
        self.background.run(self._make_sample, on_done=self.event_opened.emit, on_end=self._free_sample)

    def _build(self) -> None:
        self.rows: list[LinkRow] = []
        self.head = PageHead("Events", "Choose an event, or make a new one")
        self.database_button = Button("Open another database", icon_name="folder-open")
        self.new_button = Button("New event", kind=PRIMARY, icon_name="plus")
        self.connect_button = Button("Connect to a shared database", icon_name="devices")
        self.head.add_action(self.connect_button)
        self.head.add_action(self.database_button)
        self.head.add_action(self.new_button)
        self.events_card = _RowsCard("Recent events")
        self.nothing_label = label(_NOTHING, "muted", wrap=True)
        self.nothing_label.setContentsMargins(24, 0, 24, 16)
        self.events_card.rows.addWidget(self.nothing_label)
        self.shared_rows: list[LinkRow] = []
        self.shared_card = _RowsCard("Shared databases")
        self.shared_card.hide()
        self.sample_card = self._sample_card()
        self.kiosk_card = KioskCard()
        self.kiosk_card.hide()
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        column = QVBoxLayout(inner)
        margin = current().space.page_margin
        column.setContentsMargins(margin, 0, margin, margin)
        column.setSpacing(16)
        for card in (self.kiosk_card, self.events_card, self.shared_card, self.sample_card):
            card.setMaximumWidth(_WIDTH)
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scroll, 1)

    def _sample_card(self) -> Card:
        card = Card(margin=24)
        self.sample_button = Button("Open the sample event")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("sparkle", "accent", size=24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("Look around without risk", "body_strong"))
        sentence = "A made-up mixer of physician leaders: about 36 mentors and 120 mentees, ready to check in and plan."
        words.addWidget(label(sentence, "muted", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.sample_button)
        card.body.addLayout(row)
        card.setAccessibleName("Sample event")
        return card

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_event)
        self.kiosk_card.kiosk_wanted.connect(self.kiosk_wanted)
        self.sample_button.clicked.connect(self.open_sample)
        self.database_button.clicked.connect(self._choose_database)
        self.connect_button.clicked.connect(self.connect_to_shared)

    def _read(self, progress: Progress) -> _Found:
        from mixer_app.services.events import list_events
        from mixer_app.services.left_queues import other_connections, told_waiting

        others = [(one, told_waiting(one)) for one in other_connections(self.database.location)]
        try:
            events = self.database.door.read(list_events)
        except ConnectionLostError:
            events = None
        return _Found(events, remembered_connections(), others)

    def _show(self, found: _Found) -> None:
        self._known = found.known
        self._show_shared(found.others)
        self._show_events(found.events or ())
        self.kiosk_card.show_events(found.events or ())
        self.nothing_label.setText(_NOTHING if found.events is not None else _WAIT)
        self.events_card.title_label.setText(
            "No connection" if found.events is None else "Recent events" if found.events else "No event yet"
        )

    def _show_events(self, events: Sequence[Event]) -> None:
        focus = self.window().focusWidget()  # also where the widget or its window is not shown yet
        first, focused = not self.rows, next((place for place, row in enumerate(self.rows) if row is focus), None)
        for row in self.rows:
            row.deleteLater()
        self.rows = [LinkRow("calendar-blank", event.name, _in_words(event), note=_day(event)) for event in events]
        for row, event in zip(self.rows, events, strict=True):
            row.clicked.connect(partial(self.event_opened.emit, event))
            self.events_card.rows.addWidget(row)
        self.nothing_label.setVisible(not events)
        if focused is None and first and focus is self.new_button:
            focused = 0
        if focused is not None and focused < len(self.rows):
            self.rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_shared(self, others: Sequence[tuple[SharedConnection, str]]) -> None:
        """The shared databases of before, but for the one that is open, and what waits here for them."""
        for row in self.shared_rows:
            row.deleteLater()
        self.shared_rows = [
            LinkRow(
                "warning" if waits else "devices",
                f"{one.database} at {one.host}",
                ". ".join(part for part in (f"As {one.user}", waits) if part),
                role="warn" if waits else "text_muted",
            )
            for one, waits in others
        ]
        for row, (one, _) in zip(self.shared_rows, others, strict=True):
            row.clicked.connect(partial(self._open_shared, one))
            self.shared_card.rows.addWidget(row)
        self.shared_card.setVisible(bool(others))

    def _open_shared(self, connection: SharedConnection) -> None:
        self.background.run(partial(reach, connection), on_done=self._want_database, on_failed=self.failed.emit)

    def _make_sample(self, progress: Progress) -> Event:
        return make_sample(self.database, station=self.station, now=self.clock(), progress=progress)

    def _free_sample(self) -> None:
        self.sample_button.setEnabled(True)

    def _create(self, planning: EventPlanning, brand: Brand) -> None:
        if self.sheet is not None:
            self.sheet.make_button.setEnabled(False)
        self.background.run(partial(self._write, planning, brand), on_done=self._take_created, on_failed=self._refuse)

    def _write(self, planning: EventPlanning, brand: Brand, progress: Progress) -> Event:
        from mixer_app.services.events import create_event

        return self.database.write(create_event, planning, station=self.station, now=self.clock(), brand=brand)

    def _take_created(self, event: Event) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()
        self.event_opened.emit(event)

    def _refuse(self, sentence: str) -> None:
        if self.sheet is not None:
            self.sheet.make_button.setEnabled(True)
            self.sheet.show_problem(sentence)
        else:
            self.failed.emit(sentence)

    def _forget_connect_sheet(self) -> None:
        self.connect_sheet = None

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _choose_database(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Open another database", "", "Mentor Mixer databases (*.db);;All files (*)"
        )
        if path:
            self._want_database(path)

    def _want_database(self, place: str) -> None:
        self.database_wanted.emit(place, "")


class _RowsCard(QFrame):
    """A card whose rows reach its edges."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.title_label = label(title, "body_strong")
        self.title_label.setContentsMargins(24, 14, 24, 14)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(1, 1, 1, 1)
        self.rows.setSpacing(0)
        self.rows.addWidget(self.title_label)


def _in_words(event: Event) -> str:
    seats = "one mentee at a table" if event.seats == 1 else f"{event.seats} mentees at a table"
    rounds = f"{event.rounds} {'round' if event.rounds == 1 else 'rounds'} of {event.minutes} min"
    return ", ".join(part for part in (rounds, seats, event.venue) if part)


def _day(event: Event) -> str:
    return f"{event.date:%A} {event.date.day} {event.date:%B} {event.date.year}"
