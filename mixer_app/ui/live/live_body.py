"""The parts of the Live page and their places, in a wide window and in a narrow one."""

from collections.abc import Set
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.evening import EveningNow, Phase
from mixer_app.domain.events import Event
from mixer_app.domain.room import Room, TableState
from mixer_app.ui import theme
from mixer_app.ui.live.clock_card import ClockCard
from mixer_app.ui.live.lines import NewsLine
from mixer_app.ui.live.people_cards import MissingCard, WaitingCard
from mixer_app.ui.live.person_lines import missing_lines, table_lines, waiting_lines
from mixer_app.ui.live.reseat_card import ReseatCard
from mixer_app.ui.live.room_view import RoomView
from mixer_app.ui.live.row_art import row_height
from mixer_app.ui.live.verdict_bar import VerdictBar
from mixer_app.ui.live.words import OnTheWall, need_words
from mixer_app.ui.widgets import Button, EmptyState, Segment, SegmentedControl

_LEFT = 504
_PANEL = 480
_PANEL_HIGH = 400
_LEAST = (1000, 600)  # of the page, at 100 %; below it is narrow
MISSING, WAITING = "missing", "waiting"


class LiveBody(QWidget):
    """Knows no service."""

    plan_asked = Signal()
    form_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow: bool | None = None
        self._planned = True
        self._build()
        self._assemble()
        self.tabs.chosen.connect(self._show_tab)
        self.verdict_bar.open_asked.connect(self.open_panel)
        self.reseat.closed.connect(self.close_panel)
        self.go_button.clicked.connect(self.plan_asked)

    def _build(self) -> None:
        self.news_line = NewsLine()
        self.clock_card = ClockCard()
        self.room = RoomView()
        self.missing = MissingCard()
        self.waiting = WaitingCard()
        self.reseat = ReseatCard()
        self.verdict_bar = VerdictBar(self.reseat)
        self.tabs = SegmentedControl([Segment(MISSING, "Missing"), Segment(WAITING, "Waiting")], name="People")
        self.go_button = Button("Go to Plan")
        self.no_plan = EmptyState(
            "grid-four", "There is no plan yet", "Plan the evening; then it is run from here.", [self.go_button]
        )

    def _assemble(self) -> None:
        self._content = QWidget()
        self._content.setProperty("look", "scrolled")
        margin = theme.current().space.page_margin
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(margin, 0, margin, 24)
        self._left = QWidget()
        self._left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setContentsMargins(0, 0, 0, 0)
        self._left_column.setSpacing(24)
        self._wide = QWidget()
        self._wide_row = QHBoxLayout(self._wide)
        self._wide_row.setContentsMargins(0, 0, 0, 0)
        self._wide_row.setSpacing(24)
        self._tab_row = QWidget()
        row = QHBoxLayout(self._tab_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._pile = QStackedWidget()
        for part in (self.news_line, self.clock_card, self.room, self.verdict_bar, self._tab_row):
            self._column.addWidget(part)
        for part in (self._wide, self._pile, self.no_plan):
            self._column.addWidget(part, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.panel = QFrame(self)
        self.panel.setObjectName("reseat_panel")
        self.panel.setProperty("look", "canvas_panel")
        self._panel_column = QVBoxLayout(self.panel)
        self._panel_column.setContentsMargins(0, 0, 0, 0)
        self.panel.hide()
        self._take_form(narrow=False)

    # what the page asks of it

    def open_panel(self) -> None:
        """Where room is short: show the changes over the content."""
        if self.narrow:
            self._place_panel()
            self.panel.show()
            self.panel.raise_()
            first = next((b for b in self._panel_controls() if b.isVisible() and b.isEnabled()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> bool:
        """Take the changes away; whether they were there."""
        if not self.panel.isVisible():
            return False
        self.panel.hide()
        self.verdict_bar.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_evening(self, evening: EveningNow, event: Event, on_the_wall: OnTheWall, *, startable: bool) -> None:
        """Show the clock at this moment, and what can still be changed."""
        self.clock_card.show_evening(evening, event, on_the_wall, startable=startable)
        following = evening.next_round
        self.reseat.offer_rounds(
            evening.round if evening.phase is Phase.ROUND else None, following.number if following else None
        )

    def show_room(self, room: Room, *, seen_to: Set[int]) -> None:
        """Show the room, the people in question, and whether the remedy still fits.

        `seen_to` are people who are missing, and for whom others have been reseated already.
        """
        self._planned = room.plan_id is not None
        self._show_parts()
        self.room.show_room(room)
        counts = ((MISSING, "Missing", len(room.missing)), (WAITING, "Waiting", len(room.waiting)))
        self.tabs.set_segments([Segment(key, word, note=f"{number:,}") for key, word, number in counts])
        self.show_people(room)
        self.reseat.show_need(need_words(room, seen_to))
        if self.reseat.proposal is not None:
            self.reseat.tell_stale(self.reseat.proposal.stale_since(room))

    def show_people(self, room: Room) -> None:
        """Show who is missing, or who sits at the table that is chosen."""
        table = next((one for one in room.tables if one.number == self.room.chosen), None)
        if table is None:
            self.missing.show_missing(missing_lines(room.missing), room.seated)
        else:
            self.missing.show_table(
                table.number, table_lines(room, table.number), closed=table.state is TableState.CLOSED
            )
        self.share_out()

    def show_waiting(self, room: Room, now: datetime, on_the_wall: OnTheWall) -> None:
        """Show who waits, and how long by now."""
        self.waiting.show_waiting(waiting_lines(room.waiting, now, on_the_wall))
        self.share_out()

    def share_out(self) -> None:
        """Give the people in question the height they need, at least half of it, and the rest to those who wait."""
        if self.narrow:
            return
        room = max(self._left.height() - self._left_column.spacing(), 2)
        upper = min(self.missing.wanted_height, max(room - self.waiting.wanted_height, room // 2))
        self._left_column.setStretch(0, max(upper, 1))
        self._left_column.setStretch(1, max(room - upper, 1))

    # behaviour

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)  # once every part has its new style

    def _fit(self) -> None:
        scale = theme.current().scale
        narrow = self.width() / scale < _LEAST[0] or self.height() / scale < _LEAST[1]
        if narrow is not self.narrow:
            self._take_form(narrow=narrow)
        else:
            self.clock_card.fit(narrow=narrow, width=self._card_width)
        self._left.setFixedWidth(min(theme.current().px(_LEFT), round(self._card_width * 0.44)))
        self._pile.setMinimumHeight(2 * row_height(theme.current()) + 70 if narrow else 0)
        self._place_panel()
        self.share_out()

    @property
    def _card_width(self) -> int:
        return self.width() - 2 * theme.current().space.page_margin

    def _take_form(self, *, narrow: bool) -> None:
        self.narrow = narrow
        self.clock_card.fit(narrow=narrow, width=self._card_width)
        self.room.fit(narrow=narrow)
        self._column.setSpacing(12 if narrow else 24)
        if narrow:
            self._pile.addWidget(self.missing)
            self._pile.addWidget(self.waiting)
            self._panel_column.addWidget(self.reseat)
            self._show_tab(self.tabs.key)
        else:
            self.panel.hide()
            self._left_column.addWidget(self.missing)
            self._left_column.addWidget(self.waiting)
            self._wide_row.addWidget(self._left)
            self._wide_row.addWidget(self.reseat, 1)
            for card in (self.missing, self.waiting, self.reseat):
                card.show()
        self.reseat.close_button.setVisible(narrow)
        self._show_parts()
        self.form_changed.emit()

    def _show_parts(self) -> None:
        narrow = bool(self.narrow)
        self.no_plan.setVisible(not self._planned)
        self._wide.setVisible(self._planned and not narrow)
        for part in (self._pile, self._tab_row, self.verdict_bar):
            part.setVisible(self._planned and narrow)
        self.room.setVisible(self._planned)

    def _show_tab(self, key: str) -> None:
        if self.narrow:
            self._pile.setCurrentWidget(self.waiting if key == WAITING else self.missing)

    def show_missing_tab(self) -> None:
        """Where there are tabs, turn to the one with the people of a table."""
        self.tabs.set_key(MISSING)
        self._show_tab(MISSING)

    def _place_panel(self) -> None:
        look = theme.current()
        width = min(look.px(_PANEL), self.width() - 48)
        below = self.room.mapTo(self, QPoint()).y()
        top = below if self.height() - below >= look.px(_PANEL_HIGH) else 0  # the clock stays in sight
        self.panel.setGeometry(self.width() - width - 12, top, width, self.height() - top - 12)

    def _panel_controls(self) -> list[QWidget]:
        card = self.reseat
        return [card.apply_button, card.look_button, card.close_button]
