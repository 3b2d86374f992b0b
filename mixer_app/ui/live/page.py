"""The Live page: the clock, the room, the people in question, the remedy."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.evening import ActKind, EveningNow, Phase
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorState
from mixer_app.domain.room import Presence, Room
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.services.database_place import place_of
from mixer_app.ui.live.clock_card import MINUTE_S, Wanted
from mixer_app.ui.live.lines import AppliedBar
from mixer_app.ui.live.live_body import LiveBody
from mixer_app.ui.live.live_work import LiveWork
from mixer_app.ui.live.message_sheet import MessageSheet
from mixer_app.ui.live.projector_button import ProjectorButton
from mixer_app.ui.live.reseat_flow import ReseatFlow
from mixer_app.ui.live.slips import SlipPrinter
from mixer_app.ui.live.words import draft_words, news_words, noted_words, room_counts, turn_words
from mixer_app.ui.live_clock import LiveClock
from mixer_app.ui.page import Page
from mixer_app.ui.printing.print_dialog import PrintAsker, ask_how_to_print
from mixer_app.ui.printing.save_dialog import FileChooser, ask_for_file
from mixer_app.ui.projector.opening import start_projector
from mixer_app.ui.scanning.scanner import Scanner, monotonic_ms
from mixer_app.ui.widgets import Button, PageHead, label
from mixer_app.ui.widgets.announcing import announce
from mixer_app.ui.widgets.shortcuts import add_shortcut

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter


class LivePage(Page):
    """Runs the evening; `ask_printer` and `choose_file` ask the person where slips go.

    `open_projector(place, event_id, screen, part=…, parts=…)` opens one in a process of its own.
    """

    place: ClassVar[str] = "live"
    title: ClassVar[str] = "Live"
    icon: ClassVar[str] = "timer"
    takes_scans = True

    def __init__(
        self,
        *,
        ask_printer: PrintAsker = ask_how_to_print,
        choose_file: FileChooser = ask_for_file,
        open_projector: Callable[..., bool] = start_projector,
        key_clock_ms: Callable[[], float] = monotonic_ms,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self._live: LiveClock | None = None
        self._room: Room | None = None
        self._projector = ProjectorState()
        self.message_sheet: MessageSheet | None = None
        self._work = LiveWork(self.database, self.background, self.station, self.clock, self)
        self._slips = SlipPrinter(self.database, self.background, self.clock, ask_printer, choose_file, self)
        self._key_clock_ms, self._start_projector = key_clock_ms, open_projector
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PageHead(self.title)
        self.time_label = label("", "muted")
        self.head.add_action(self.time_label)
        self.message_button = Button("Message", icon_name="chat-text", key="")
        self.message_button.setObjectName("message_button")
        self.message_button.setToolTip("A message on the projectors (Ctrl+M)")
        self.projector_button = ProjectorButton()
        self.head.add_action(self.message_button)
        self.head.add_action(self.projector_button)
        self.body = LiveBody()
        self.applied_bar = AppliedBar()
        self.reseating = ReseatFlow(self.body, self.applied_bar, self._work, self._slips, self._may_reseat, self)
        self.scanner = Scanner(self, self._may_be_typed, self._key_clock_ms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body, 1)
        column.addWidget(self.applied_bar)
        clock_card = self.body.clock_card
        for keys, act in (
            ("Ctrl+Right", partial(clock_card.ask, ActKind.SKIP)),
            ("Ctrl+M", self.write_message),
            ("Ctrl+R", self.reseating.look),
            ("Ctrl+Return", self.reseating.apply),
            ("Ctrl+Enter", self.reseating.apply),
        ):
            add_shortcut(self, keys, act)

    def _connect(self) -> None:
        body, work = self.body, self._work
        body.clock_card.act_asked.connect(self._act)
        body.room.table_chosen.connect(self._choose_table)
        body.missing.table_left.connect(partial(body.room.choose, None))
        body.missing.close_asked.connect(self._close_table)
        body.missing.open_asked.connect(self._open_table)
        for card in (body.missing, body.waiting):
            card.list.presence_chosen.connect(self._note)
            card.list.person_opened.connect(partial(self.go_to.emit, "people"))
        body.reseat.moves.person_opened.connect(partial(self.go_to.emit, "people"))
        body.plan_asked.connect(partial(self.go_to.emit, "plan", None))
        body.clock_card.follow_up_asked.connect(partial(self.go_to.emit, "follow_up", None))
        body.form_changed.connect(self._show_room)
        self.message_button.clicked.connect(self.write_message)
        self.projector_button.chosen.connect(self._change_projector)
        self.projector_button.screen_chosen.connect(self._open_projector)
        work.projector_read.connect(self._take_projector)
        work.room_read.connect(self._take_room)
        work.said.connect(self.said)
        work.changed.connect(self._tell_changed)
        self._slips.said.connect(self._say)
        self._slips.failed.connect(self.failed)
        self.scanner.scanned.connect(work.scan)

    # what the window asks

    def use_live_clock(self, live_clock: LiveClock) -> None:
        """Show this clock."""
        self._live = live_clock
        live_clock.ticked.connect(self._show_evening)
        live_clock.turned.connect(self._take_turn)

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Print slips through this station's queue."""
        self._slips.outlet.use_printer(printer)

    def show_event(self, event: Event) -> None:
        """Run another evening."""
        if self.event_shown is None or self.event_shown.id != event.id:
            self._room = None
            self.reseating.forget()
            self._work.use_event(event.id)
        super().show_event(event)
        self._show_now()

    def refresh(self) -> None:
        """Read the room anew."""
        if self.event_shown is not None:
            self._work.read()

    def show_target(self, target: object) -> None:
        """Show a table: `target` is its number."""
        if isinstance(target, int):
            self.body.room.choose(target)

    def first_focus(self) -> QWidget | None:
        """Who is missing, or the first table: never a button that a space bar would press."""
        if self.body.missing.list.isVisible():
            return self.body.missing.list
        return self.body.room.tiles[0] if self.body.room.tiles else None

    def regions(self) -> list[QWidget]:
        """Head, clock, room, people, remedy."""
        body = self.body
        people = [body.missing, body.waiting]
        return [self.head, body.clock_card, body.room, *people, body.reseat, body.verdict_bar, self.applied_bar]

    # what a person does

    def write_message(self) -> None:
        """Write what the projectors show, or take it away."""
        if self.event_shown is None or self.message_sheet is not None:
            return
        if not self.access.ask(StaffAct.CHANGE_PROJECTOR):
            return
        self.message_sheet = MessageSheet(self.window(), self._projector.message)
        self.message_sheet.written.connect(partial(self._work.change_projector, "message"))
        self.message_sheet.closed.connect(self._forget_sheet)
        self.scanner.listen(on=False)  # what is typed quickly there is no badge
        self.message_sheet.open_sheet(self.message_sheet.message_field)

    def _open_projector(self, screen: int, part: int, parts: int) -> None:
        if self.event_shown is None:
            return
        if self._start_projector(place_of(self.database), self.event_shown.id, screen, part=part, parts=parts):
            self._say(f"The projector opens on screen {screen}. Esc leaves full screen there.")
        else:
            self.failed.emit("The projector could not be started. Run “mixer-app projector” instead.")

    def _forget_sheet(self) -> None:
        self.message_sheet = None
        self.scanner.listen(on=self.isVisible())

    def _note(self, attendee_id: int, presence: Presence) -> None:
        room = self._room
        if room is None:
            return
        seats = [seat for table in room.tables for seat in (table.mentor, *table.mentees) if seat is not None]
        name = next((seat.attendee.name.shown for seat in seats if seat.attendee.id == attendee_id), "")
        self._work.note(attendee_id, presence, room.round, noted_words(name, presence))

    def _choose_table(self, number: int | None) -> None:
        self.body.show_missing_tab()
        self._show_people()

    def _act(self, wanted: Wanted) -> None:
        if self.access.ask(StaffAct.RUN_ROUNDS):
            self._work.act(wanted)

    def _change_projector(self, name: str, value: object) -> None:
        if self.access.ask(StaffAct.CHANGE_PROJECTOR):
            self._work.change_projector(name, value)

    def _may_reseat(self) -> bool:
        return self.access.ask(StaffAct.SEAT_OTHERWISE)

    def _close_table(self) -> None:
        if not self.access.ask(StaffAct.SEAT_OTHERWISE):
            return
        if (number := self.body.room.chosen) is not None and self._room is not None:
            self._work.close_table(number, self._next_free_round(self._room))

    def _open_table(self) -> None:
        if not self.access.ask(StaffAct.SEAT_OTHERWISE):
            return
        if (number := self.body.room.chosen) is not None and self._room is not None:
            self._work.open_table(number, self._room.round)

    @staticmethod
    def _next_free_round(room: Room) -> int:
        """A table that people sit at now closes after the round."""
        sits = room.evening.phase is Phase.ROUND
        following = room.evening.next_round
        return following.number if sits and following is not None else room.round

    # what came of it

    def _take_room(self, room: Room) -> None:
        if self.event_shown is not None and room.event.id == self.event_shown.id:
            first, self._room = self._room is None, room
            self.note_read()
            self._show_room()
            if first and self.isVisible():
                self._take_keys()

    def _take_keys(self) -> None:
        """When the page was opened there was no room yet to put the cursor in; now its keys work without a click."""
        focused, place = self.window().focusWidget(), self.first_focus()
        if place is not None and (not focused or focused is self.message_button or not self.isAncestorOf(focused)):
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_projector(self, state: ProjectorState) -> None:
        self._projector = state
        self._show_now()

    def _take_turn(self, evening: EveningNow) -> None:
        if self.isVisible() and self.event_shown is not None and self._live is not None:
            self.refresh()
            announce(self, turn_words(evening, self.event_shown, self._live.on_the_wall))

    def _tell_changed(self) -> None:
        self.changed.emit()
        if self._live is not None:
            self._live.look()
        self.refresh()

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    # what is shown

    def _show_now(self) -> None:
        if self._live is not None and self._live.evening is not None:
            self._show_evening(self._live.evening)

    def _show_evening(self, evening: EveningNow) -> None:
        if self.event_shown is None or self._live is None or not self.isVisible():
            return
        room, wall = self._room, self._live.on_the_wall
        self.time_label.setText(f"{wall(evening.at):%H:%M}")
        planned = room is not None and room.plan_id is not None
        self.body.show_evening(evening, self.event_shown, wall, startable=planned)
        names = room.seated if room is not None else 0
        self.projector_button.show_state(self._projector, evening, plan_is_out=planned, names=names)
        news = (news_words(self._live.came_back_at, self._live.set_by, wall), draft_words(room) if room else "")
        self.body.news_line.tell(" ".join(filter(None, news)))
        if room is not None:
            self.body.show_waiting(room, evening.at, wall)
        self.reseating.show_evening(evening)

    def _show_room(self) -> None:
        if (room := self._room) is not None:
            self.reseating.show_room(room)
            self.head.set_words(self.title, room_counts(room))
            self._show_now()

    def _show_people(self) -> None:
        if self._room is not None:
            self.body.show_people(self._room)

    # keys, coming and going

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.body.clock_card
        if event.key() == Qt.Key.Key_Escape:
            if not self.body.close_panel():
                self.body.room.choose(None)
        elif event.text() == "+":
            card.ask(ActKind.EXTEND, MINUTE_S)
        elif event.text() in ("-", "−"):
            card.ask(ActKind.EXTEND, -MINUTE_S)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            card.ask_pause()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scanner.listen(on=True)
        self._show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scanner.listen(on=False)

    def release(self) -> None:
        self._work.cancel_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.share_out()

    @staticmethod
    def _may_be_typed(widget: QWidget) -> bool:
        """Nothing is typed on this page."""
        return False
