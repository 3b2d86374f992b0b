"""The Overview page: one look says where the evening stands, what is short, and what to do next."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.overview import LookAt, Overview, Step, StepState
from mixer_app.domain.progress import Progress
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.ui.overview.arrivals_card import ArrivalsCard
from mixer_app.ui.overview.look_at_card import LookAtCard
from mixer_app.ui.overview.steps import StepsCard
from mixer_app.ui.overview.supply_card import SupplyCard
from mixer_app.ui.page import Page
from mixer_app.ui.rehearsal import KeptRehearsal, RehearsalSheet
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, EmptyState, IconLabel, PageHead, label, line

_GAP = 16
_ANY_WIDTH = 16777215
_PLAN_STEP = 4


class OverviewPage(Page):
    """Reads everything in one go, off the GUI thread, and shows it."""

    place = "overview"
    title = "Overview"
    icon = "squares-four"

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._narrow: bool | None = None
        self._reading = self._changed_since = False
        self._rehearsal: KeptRehearsal | None = None
        self._steps: tuple[Step, ...] = ()
        self.rehearsal_sheet: RehearsalSheet | None = None
        self._build()
        self._connect()
        self._arrange(narrow=False)

    def refresh(self) -> None:
        if self.event_shown is None:
            return
        if self.rehearsal_sheet is not None:
            self.rehearsal_sheet.refresh()
        if self._reading:  # a thousand changes while one reads are read once, not one after the other
            self._changed_since = True
            return
        self._reading = True
        self.background.run(partial(self._read, self.event_shown.id), on_done=self._show, on_end=self._end_reading)

    def first_focus(self) -> QWidget | None:
        return self.import_button if self.desk_button.isHidden() else self.desk_button

    def regions(self) -> list[QWidget]:
        return [self.head, self.steps_card, self.look_at_card, self.needs_card, self.topics_card]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() / current().scale < 1040)

    def _build(self) -> None:
        self.head = PageHead("", "", title_look="display")
        self.clock_note = ClockNote()
        self.desk_button = Button("Go to the desk", kind=PRIMARY)
        self.rehearse_button = Button("Rehearse", icon_name="fast-forward")
        self.rehearse_button.setObjectName("rehearse_evening_button")
        self.rehearse_button.setAccessibleName("Rehearse the evening")
        self.rehearse_button.setToolTip("Run the coming evening many times on a copy, and see what to expect")
        self.head.add_action(self.clock_note)
        self.head.add_action(self.rehearse_button)
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
        self._assemble()

    def _assemble(self) -> None:
        self._top_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top_row.addWidget(self.arrivals_card, 1)
        self._top_row.addWidget(self.look_at_card)
        self._bottom_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bottom_row.addWidget(self.needs_card, 1)
        self._bottom_row.addWidget(self.topics_card, 1)
        self._charts = QWidget()
        charts = QVBoxLayout(self._charts)
        charts.setContentsMargins(0, 0, 0, 0)
        for row in (self._top_row, self._bottom_row):
            row.setSpacing(_GAP)
            charts.addLayout(row)
        charts.setSpacing(_GAP)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.steps_card)
        self._column.addWidget(self.empty_state)
        self._column.addWidget(self._charts)
        self._column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._leave_margins()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._leave_margins)
        self.desk_button.clicked.connect(partial(self.go_to.emit, "desk", None))
        self.rehearse_button.clicked.connect(self.open_rehearsal)
        self.import_button.clicked.connect(partial(self.go_to.emit, "people", "import"))
        self.steps_card.place_chosen.connect(self._go_to_step)
        self.look_at_card.chosen.connect(self._go_to_matter)
        self.needs_card.chosen.connect(partial(self.go_to.emit, "people"))
        self.topics_card.chosen.connect(partial(self.go_to.emit, "people"))

    def _read(self, event_id: int, progress: Progress) -> Overview:
        from mixer_app.services.overview import overview

        return self.database.read(overview, event_id, now=self.clock())

    def _end_reading(self) -> None:
        self._reading = False
        if self._changed_since:
            self._changed_since = False
            self.refresh()

    def _show(self, overview: Overview) -> None:
        if self.event_shown is None:
            return
        self.note_read()
        self.head.set_words(overview.name, overview.caption)
        self.clock_note.show_clock(self.clock(), overview.clock)
        self._steps = overview.steps
        self._show_steps()
        registered = overview.counts.registered
        self.empty_state.setVisible(registered == 0)
        self.desk_button.setVisible(registered > 0)  # one primary button; nobody can be checked in yet
        self.rehearse_button.setVisible(registered > 0 and not overview.steps[-1].current)  # until the rounds are over
        self._charts.setVisible(registered > 0)
        self.arrivals_card.show_arrivals(overview, self.event_shown)
        self.look_at_card.show_matters(overview.to_look_at)
        self.needs_card.show_supply(overview.needs, registered)
        self.topics_card.show_supply(overview.topics, registered)

    def _arrange(self, *, narrow: bool) -> None:
        """Side by side, or one under the other with what needs a person first."""
        if narrow == self._narrow:
            self._fit_look_at()
            return
        self._narrow = narrow
        self.steps_card.set_columns(3 if narrow else 6)
        way = QBoxLayout.Direction
        self._top_row.setDirection(way.BottomToTop if narrow else way.LeftToRight)
        self._bottom_row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._fit_look_at()

    def _fit_look_at(self) -> None:
        """400 wide beside the arrivals, as wide as the page above them."""
        self.look_at_card.setMinimumWidth(0 if self._narrow else current().px(400))
        self.look_at_card.setMaximumWidth(_ANY_WIDTH if self._narrow else current().px(400))

    def _leave_margins(self) -> None:
        """The scroll bar takes its room from the margin, so that the right edges stay in line."""
        margin = current().space.page_margin
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(margin, 0, margin - taken, 16)

    def open_rehearsal(self) -> None:
        """Open the sheet on which the evening is rehearsed, with what it said last."""
        if self.event_shown is None or self.rehearsal_sheet is not None or not self.access.ask(StaffAct.REHEARSE):
            return
        event = self.event_shown
        self.rehearsal_sheet = RehearsalSheet(
            self.window(),
            event=event,
            database=self.database,
            background=self.background,
            clock=self.clock,
            kept=self._rehearsal if self._rehearsal is not None and self._rehearsal.event_id == event.id else None,
        )
        self.rehearsal_sheet.rehearsed.connect(self._keep_rehearsal)
        self.rehearsal_sheet.closed.connect(self._forget_sheet)
        self.rehearsal_sheet.open_sheet(self.rehearsal_sheet.foot.run_button)

    def _keep_rehearsal(self, rehearsal: KeptRehearsal) -> None:
        self._rehearsal = rehearsal
        self._show_steps()

    def _forget_sheet(self) -> None:
        self.rehearsal_sheet = None

    def _show_steps(self) -> None:
        """The steps; while there is no plan, with how it was rehearsed."""
        self.steps_card.show_steps([self._rehearsed(step) for step in self._steps])

    def _rehearsed(self, step: Step) -> Step:
        kept, event = self._rehearsal, self.event_shown
        to_plan = step.number == _PLAN_STEP and step.state is StepState.TO_COME
        if kept is None or event is None or kept.event_id != event.id or not to_plan:
            return step
        return replace(step, lack=f"Rehearsed with {100 * kept.request.rates.no_show:.0f} % away")

    def _go_to_step(self, place: str) -> None:
        self.go_to.emit(place, None)

    def _go_to_matter(self, matter: LookAt) -> None:
        self.go_to.emit(matter.place.value, matter.target or None)


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
