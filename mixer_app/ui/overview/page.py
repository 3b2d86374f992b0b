"""The Overview page: one look says where the evening stands, what is short, and what to do next."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.overview import LookAt, Overview
from mixer_app.domain.progress import Progress
from mixer_app.ui.overview.arrivals_card import ArrivalsCard
from mixer_app.ui.overview.look_at_card import LookAtCard
from mixer_app.ui.overview.steps import StepsCard
from mixer_app.ui.overview.supply_card import SupplyCard
from mixer_app.ui.page import Page
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, EmptyState, IconLabel, PageHead, label, line

_GAP = 16


class OverviewPage(Page):
    """Reads everything in one go, off the GUI thread, and shows it."""

    place = "overview"
    title = "Overview"
    icon = "squares-four"

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._narrow: bool | None = None
        self._build()
        self._connect()
        self._arrange(narrow=False)

    def refresh(self) -> None:
        if self.event_shown is not None:
            self.background.run(partial(self._read, self.event_shown.id), on_done=self._show)

    def first_focus(self) -> QWidget | None:
        return self.desk_button

    def regions(self) -> list[QWidget]:
        return [self.head, self.steps_card, self.look_at_card, self.needs_card, self.topics_card]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() / current().scale < 1040)

    def _build(self) -> None:
        self.head = PageHead("", "", title_look="display")
        self.clock_note = ClockNote()
        self.desk_button = Button("Go to the desk", kind=PRIMARY)
        self.head.add_action(self.clock_note)
        self.head.add_action(self.desk_button)
        self.steps_card = StepsCard()
        self.arrivals_card = ArrivalsCard()
        self.look_at_card = LookAtCard()
        self.needs_card = SupplyCard("Needs")
        self.topics_card = SupplyCard("Topics")
        self.import_button = Button("Import registrations", kind=PRIMARY, icon_name="upload-simple")
        self.empty_state = EmptyState(
            "users",
            "Nobody is registered yet",
            "Import a spreadsheet of registrations, or add people one by one on People.",
            [self.import_button],
        )
        self.empty_state.hide()
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        self._grid = QGridLayout(inner)
        margin = current().space.page_margin
        self._grid.setContentsMargins(margin, 0, margin, 24)
        self._grid.setSpacing(_GAP)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.desk_button.clicked.connect(partial(self.go_to.emit, "desk", None))
        self.import_button.clicked.connect(partial(self.go_to.emit, "people", "import"))
        self.steps_card.place_chosen.connect(self._go_to_step)
        self.look_at_card.chosen.connect(self._go_to_matter)
        self.needs_card.chosen.connect(partial(self.go_to.emit, "people"))
        self.topics_card.chosen.connect(partial(self.go_to.emit, "people"))

    def _read(self, event_id: int, progress: Progress) -> Overview:
        from mixer_app.services.overview import overview

        return self.database.read(overview, event_id, now=self.clock())

    def _show(self, overview: Overview) -> None:
        if self.event_shown is None:
            return
        self.head.set_words(overview.name, overview.caption)
        self.clock_note.show_clock(self.clock(), overview.clock)
        self.steps_card.show_steps(overview.steps)
        registered = overview.counts.registered
        self.empty_state.setVisible(registered == 0)
        for card in (self.arrivals_card, self.look_at_card, self.needs_card, self.topics_card):
            card.setVisible(registered > 0)
        self.arrivals_card.show_arrivals(overview, self.event_shown)
        self.look_at_card.show_matters(overview.to_look_at)
        self.needs_card.show_supply(overview.needs, registered)
        self.topics_card.show_supply(overview.topics, registered)

    def _arrange(self, *, narrow: bool) -> None:
        """Side by side, or one under the other with what needs a person first."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.steps_card.set_columns(3 if narrow else 6)
        while self._grid.count():
            self._grid.takeAt(0)
        places = _NARROW if narrow else _WIDE
        for name, place in places.items():
            self._grid.addWidget(getattr(self, name), *place)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
        self._grid.setRowStretch(4 if narrow else 2, 1)

    def _go_to_step(self, place: str) -> None:
        self.go_to.emit(place, None)

    def _go_to_matter(self, matter: LookAt) -> None:
        self.go_to.emit(matter.place.value, matter.target or None)


_WIDE = {
    "steps_card": (0, 0, 1, 6),
    "arrivals_card": (1, 0, 1, 4),
    "look_at_card": (1, 4, 1, 2),
    "empty_state": (1, 0, 2, 6),
    "needs_card": (2, 0, 1, 3),
    "topics_card": (2, 3, 1, 3),
}
_NARROW = {
    "steps_card": (0, 0, 1, 6),
    "look_at_card": (1, 0, 1, 6),
    "arrivals_card": (2, 0, 1, 6),
    "empty_state": (1, 0, 3, 6),
    "needs_card": (3, 0, 1, 6),
    "topics_card": (4, 0, 1, 6),
}


class ClockNote(QWidget):
    """What time it is and how long until the first round; nothing on other days."""

    def __init__(self) -> None:
        super().__init__()
        self.time_label = label("", "body_strong")
        self.words_label = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("clock", "text_muted"))
        row.addWidget(self.time_label)
        row.addWidget(self.words_label)
        row.addSpacing(8)
        divider = line(vertical=True)
        divider.setFixedHeight(20)
        row.addWidget(divider)

    def show_clock(self, now: Any, words: str) -> None:
        """Show the venue's time and what it means."""
        self.time_label.setText(f"{now.astimezone():%H:%M}")
        self.words_label.setText(words)
        self.setVisible(bool(words))
