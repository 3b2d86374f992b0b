"""The Follow-up page: a pile of paper on the left hand, and what comes of it on the right."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.desk.scanner import Scanner, monotonic_ms
from mixer_app.ui.follow_up.entry_card import EntryCard
from mixer_app.ui.follow_up.entry_work import EntryState, EntryWork
from mixer_app.ui.follow_up.outcome_work import Outcome, OutcomeWork
from mixer_app.ui.follow_up.side_cards import EnteredCard, MatchesCard, WithoutCard
from mixer_app.ui.page import Page
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, PageHead, Segment, SegmentedControl

ENTER: Final = "enter"
_LAST_FROM: Final = 640  # px at 100 %: lower, the sheet has all the room
_TWO_FROM: Final = 1080  # px at 100 %: narrower, the results have a place of their own


class FollowUpPage(Page):
    """Answers from paper are entered here; what follows from them stands beside it."""

    place: ClassVar[str] = "follow_up"
    title: ClassVar[str] = "Follow-up"
    icon: ClassVar[str] = "handshake"

    def __init__(self, *, key_clock_ms: Callable[[], float] = monotonic_ms, **given: Any) -> None:
        super().__init__(**given)
        parts: tuple[Any, ...] = (self.database, self.background, self.station, self.clock, self)
        self._entry, self._outcome_work = EntryWork(*parts), OutcomeWork(*parts)
        self._since: datetime | None = None
        self._build(key_clock_ms)
        self._connect()

    def show_event(self, event: Event) -> None:
        """Enter the sheets of this event."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self._since = self.clock()
            self.entry_card.show_nothing()
            self._entry.use_event(event.id)
            self._outcome_work.use_event(event.id)
        self.head.set_words(self.title, event.name)
        super().show_event(event)

    def refresh(self) -> None:
        if self.event_shown is not None and not self._entry.busy:
            self._entry.read()
            self._outcome_work.read()

    def search_field(self) -> QWidget:
        return self.entry_card.find_field

    def regions(self) -> list[QWidget]:
        return [self.head, self.entry_card, self.entered_card, self.matches_card, self.without_card]

    def release(self) -> None:
        self._outcome_work.stop()

    def _build(self, key_clock_ms: Callable[[], float]) -> None:
        self.head = PageHead(self.title)
        self.views = SegmentedControl([Segment(ENTER, "Enter")], name="Follow-up")
        self.print_button = Button("Print summaries", icon_name="printer")
        self.head.add_action(self.print_button)
        self.entry_card = EntryCard(self._entry, self.clock)
        self.entered_card, self.matches_card, self.without_card = EnteredCard(), MatchesCard(), WithoutCard()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._enter_view())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.scanner = Scanner(self, self._may_be_typed, key_clock_ms)

    def _enter_view(self) -> QWidget:
        made = QWidget()
        self._row = QHBoxLayout(made)
        margin = current().space.page_margin
        self._row.setContentsMargins(margin, 0, margin, 24)
        self._row.setSpacing(24)
        left, self.results = QVBoxLayout(), QWidget()
        left.setSpacing(24)
        left.addWidget(self.entry_card, 1)
        left.addWidget(self.entered_card)
        right = QVBoxLayout(self.results)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(24)
        right.addWidget(self.matches_card)
        right.addWidget(self.without_card, 1)
        self._row.addLayout(left, 13)
        self._row.addWidget(self.results, 10)
        return made

    def _connect(self) -> None:
        self.scanner.scanned.connect(self.entry_card.scan)
        self._entry.known_read.connect(self.entry_card.show_known)
        self._entry.state_read.connect(self._take_state)
        self._entry.refused.connect(self.failed)
        self._entry.said.connect(self._said)
        self._entry.written.connect(self.changed)
        self._entry.written.connect(self._outcome_work.read_soon)
        self._outcome_work.read_done.connect(self._take_outcome)
        self._outcome_work.said.connect(self._said)
        self.entered_card.undo_asked.connect(self._entry.undo_sheet)
        self.without_card.suggest_asked.connect(self._outcome_work.suggest)

    def _take_state(self, state: EntryState) -> None:
        self.entry_card.show_progress(state.progress)
        self.entered_card.show_sheets(state.last)

    def _take_outcome(self, outcome: Outcome) -> None:
        self.matches_card.show_matches(outcome.matches, since=self._since)
        self.without_card.show_people(outcome.without)

    def _said(self, sentence: str, entry_id: object) -> None:
        self.said.emit(sentence, entry_id)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = current().scale
        self.results.setVisible(self.width() / scale >= _TWO_FROM)
        self.entered_card.setVisible(self.height() / scale >= _LAST_FROM)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scanner.listen(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scanner.listen(on=False)
        self._outcome_work.stop()

    def _may_be_typed(self, widget: QWidget) -> bool:
        """Whether a burst that is no badge code may be typing: a name in the field, or a note."""
        return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget is not self.entry_card.view
