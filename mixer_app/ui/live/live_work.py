"""What the Live page has done, off the GUI thread."""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.projector import ProjectorState
from mixer_app.domain.room import Presence, Room
from mixer_app.services.evening import ActDone, act_on_evening
from mixer_app.services.journal import undo
from mixer_app.services.presence import FoundSeat, close_table, note_presence, open_table, scan_at_table
from mixer_app.services.projector import change_projector, projector_state
from mixer_app.services.reseat import ReseatDone, ReseatProposal, apply_reseat, propose_reseat
from mixer_app.services.room import read_room
from mixer_app.ui.background import Background, Task
from mixer_app.ui.live.clock_card import Wanted

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class LiveWork(QObject):
    """One for a page; failures go to the message bar."""

    room_read = Signal(object)  # Room
    projector_read = Signal(object)  # ProjectorState
    said = Signal(str, object)  # a sentence, and the journal's entry that undoes it
    changed = Signal()
    progressed = Signal(float, str)
    found = Signal(object)  # ReseatProposal
    search_ended = Signal()
    applied = Signal(object, object)  # ReseatProposal, ReseatDone

    def __init__(
        self,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self._event_id = 0
        self._readings = 0
        self._searching: Task | None = None
        self._applying = False
        self._finish = threading.Event()

    def use_event(self, event_id: int) -> None:
        """Work on this event from now on."""
        if event_id != self._event_id:
            self.cancel_search()
            self._event_id = event_id

    def read(self) -> None:
        """Read the room anew, and what the projectors show; only the latest reading counts."""
        self._readings += 1
        event_id, number, now = self._event_id, self._readings, self._clock()
        self._background.run(
            lambda progress: (
                self._database.read(read_room, event_id, now=now),
                self._database.read(projector_state, event_id),
            ),
            on_done=partial(self._take_reading, number),
        )

    def change_projector(self, name: str, value: object) -> None:
        """Choose something for the projectors, by its name in `ProjectorState`."""
        self._write(change_projector, self._event_id, **{name: value}, on_done=self._tell_projector)

    def act(self, wanted: Wanted) -> None:
        """Do something to the clock, as of now."""
        self._write(
            act_on_evening,
            self._event_id,
            wanted.kind,
            round_number=wanted.round,
            seconds=wanted.seconds,
            on_done=self._tell_act,
        )

    def note(self, attendee_id: int, presence: Presence, round_number: int, sentence: str) -> None:
        """Note what is known of someone; `sentence` tells it."""
        self._write(
            note_presence,
            self._event_id,
            attendee_id,
            presence,
            round_number=round_number,
            on_done=partial(self._tell, sentence),
        )

    def scan(self, code: str) -> None:
        """Someone's badge was scanned at their table."""
        self._write(scan_at_table, self._event_id, code, on_done=self._tell_scan)

    def close_table(self, table: int, from_round: int) -> None:
        """Let a table rest from a round on."""
        told = partial(self._tell, f"Table {table} is closed from round {from_round} on")
        self._write(close_table, self._event_id, table, from_round=from_round, on_done=told)

    def open_table(self, table: int, from_round: int) -> None:
        """Use a table again from a round on."""
        told = partial(self._tell, f"Table {table} is open from round {from_round} on")
        self._write(open_table, self._event_id, table, from_round=from_round, on_done=told)

    def take_back(self, entry_id: int) -> None:
        """Undo an act of the journal."""
        self._write(undo, entry_id, on_done=self._tell_undone)

    # reseating

    @property
    def searching(self) -> bool:
        """Whether the least change is being looked for."""
        return self._searching is not None

    def search(self, from_round: int) -> None:
        """Look for the least change from a round on."""
        self.cancel_search()
        finish = self._finish = threading.Event()
        work = partial(
            propose_reseat,
            self._database,
            self._event_id,
            from_round=from_round,
            station=self._station,
            clock=self._clock,
            finish_now=finish.is_set,
        )
        self._searching = self._background.run(
            lambda progress: work(progress=progress),
            on_done=partial(self._take_found, self._event_id),
            on_progress=self.progressed.emit,
            on_end=partial(self._end_search, finish),
        )

    def cancel_search(self) -> None:
        """Look no more."""
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None
            self.search_ended.emit()

    def finish_search(self) -> None:
        """Use what has been found so far."""
        self._finish.set()

    def apply(self, proposal: ReseatProposal) -> None:
        """Make the changes, as one act; a second press does nothing."""
        if not self._applying:
            self._applying = True
            self._write(apply_reseat, proposal, on_done=partial(self._tell_applied, proposal), on_end=self._end_apply)

    # what came of it

    def _write(
        self, service: Callable[..., Any], *arguments: Any, on_done: Any, on_end: Any = None, **said: Any
    ) -> None:
        work = partial(self._database.write, service, *arguments, station=self._station, now=self._clock(), **said)
        self._background.run(lambda progress: work(), on_done=on_done, on_end=on_end)

    def _tell(self, sentence: str, entry_id: int | None) -> None:
        self.said.emit(sentence, entry_id)
        self.changed.emit()

    def _take_reading(self, number: int, read: tuple[Room, ProjectorState]) -> None:
        if number == self._readings:
            self.room_read.emit(read[0])
            self.projector_read.emit(read[1])

    def _tell_projector(self, state: ProjectorState) -> None:
        self.projector_read.emit(state)
        self.changed.emit()

    def _tell_act(self, done: ActDone) -> None:
        self._tell(done.sentence, done.entry_id)

    def _tell_scan(self, found: FoundSeat) -> None:
        self._tell(f"{found.seat.attendee.name.shown} is at table {found.table}", found.entry_id)

    def _tell_undone(self, sentence: str) -> None:
        self._tell(sentence, None)

    def _take_found(self, event_id: int, proposal: ReseatProposal) -> None:
        if event_id == self._event_id:
            self.found.emit(proposal)

    def _end_search(self, finish: threading.Event) -> None:
        if finish is self._finish and self._searching is not None:
            self._searching = None
            self.search_ended.emit()

    def _tell_applied(self, proposal: ReseatProposal, done: ReseatDone) -> None:
        self.applied.emit(proposal, done)
        self.changed.emit()

    def _end_apply(self) -> None:
        self._applying = False
