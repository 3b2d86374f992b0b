"""What the desk does off the GUI thread: load, check in, take back, add, change a role."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from mixer_app.domain.desk_calls import DeskCall
from mixer_app.domain.people import Attendee, Registration
from mixer_app.domain.progress import Progress
from mixer_app.domain.roles import Role
from mixer_app.services.people import possible_doubles
from mixer_app.ui.background import Background
from mixer_app.ui.desk import desk_acts, roster
from mixer_app.ui.desk.desk_acts import DeskNews
from mixer_app.ui.desk.roster import DeskRoster

if TYPE_CHECKING:
    from mixer_app.services.database import Database

AGAIN_MS: Final = 3000
"""How often a database that does not answer is asked again."""


class DeskWork(QObject):
    """Runs the services for one event and tells what came of it; knows no widget."""

    loaded = Signal(object)  # DeskRoster
    arrived = Signal(object)  # DeskNews
    taken_back = Signal(object)  # DeskNews
    role_changed = Signal(object)  # DeskNews
    doubles_found = Signal(object, list)  # Registration and Attendees
    acted = Signal(object, str)  # DeskNews and the sentence to say
    failed = Signal(str, str)  # the key that was asked for, and the sentence
    walk_in_failed = Signal(object, str)  # Registration and the sentence
    lost = Signal(str)  # the database does not answer, and the sentence
    found = Signal()

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        dice: Random,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self._station, self._clock, self._dice = station, clock, dice
        self._event_id = 0
        self._loading = False
        self._load_again = False
        self._known: DeskRoster | None = None  # as it was read last, and where
        self._known_from = database
        self._again = QTimer(self, interval=AGAIN_MS)  # runs while the database does not answer
        self._again.timeout.connect(self.load)
        self._told = 0  # the newest entry of the journal that the page knows of by its own acts

    def use_event(self, event_id: int) -> None:
        """Work for this event from now on."""
        self._event_id, self._known = event_id, None

    def load(self) -> None:
        """Read everyone, or who has changed since; asked for while it is under way, it is read once more afterwards."""
        if self._loading:
            self._load_again = True
            return
        self._loading, self._load_again = True, False
        door = self._database.door
        if door is not self._known_from:  # what is read from another place is numbered anew
            self._known_from, self._known, self._told = door, None, 0
        event_id, known = self._event_id, self._known

        def read(_progress: Progress) -> DeskRoster:
            if known is None:
                return door.read(roster.load_roster, event_id)
            return door.read(roster.renew_roster, known)

        self._background.run(read, on_done=self._has_loaded, on_failed=self._has_lost, on_end=self._load_ended)

    def check_in(self, key: str, *, printer: str, again: bool = False) -> None:  # a state
        """Check in who has this code, e-mail or `#number`; their badge waits at `printer`, unless that is empty.

        With `again` their cancelled registration is taken up again first, which waits while the server is away.
        """
        self._write(
            self._arrived,
            desk_acts.admit,
            self._event_id,
            key,
            printer=printer,
            request_id=uuid4().hex,
            again=again,
            waits=again,
            on_failed=partial(self._failed, key),
        )

    def add_walk_in(self, registration: Registration, *, printer: str) -> None:
        """Register someone at the door and check them in."""
        self._write(
            self._arrived, desk_acts.admit_walk_in, self._event_id, registration, printer=printer, dice=self._dice,
            on_failed=partial(self._walk_in_failed, registration),
        )  # fmt: skip

    def take_back(self, attendee_id: int) -> None:
        """Undo a check-in."""
        request_id = uuid4().hex
        self._write(
            self._taken_back, desk_acts.take_back, self._event_id, attendee_id, waits=False, request_id=request_id
        )

    def change_role(self, attendee_id: int, role: Role, *, printer: str) -> None:
        """Make someone a mentor, a mentee or both; a badge that says otherwise is printed anew."""
        self._write(self._role_changed, desk_acts.change_role, self._event_id, attendee_id, role, printer=printer)

    def write_note(self, attendee_id: int, note: str) -> None:
        """Say something to staff about someone."""
        self._write(self._note_written, desk_acts.write_note, self._event_id, attendee_id, note)

    def see_note(self, attendee_id: int) -> None:
        """Note that staff have seen what is said of someone."""
        told = partial(self._acted, "The note counts as seen.")
        self._write(told, desk_acts.see_note, self._event_id, attendee_id)

    def answer_call(self, call: DeskCall) -> None:
        """Note that staff have seen to someone whom a kiosk sent."""
        told = partial(self._acted, f"Saw to {call.name or 'someone'}.")
        self._write(told, desk_acts.answer_call, self._event_id, call.id, call.attendee_id)

    def find_doubles(self, registration: Registration, known: DeskRoster | None) -> None:
        """Look for people who may be the same as a walk-in, or else for those `known` with a name like it."""
        event_id = self._event_id

        def look(_progress: Progress) -> list[Attendee]:
            return self._database.read(possible_doubles, event_id, registration) or _near(known, registration)

        found = partial(self._doubles_found, registration)
        self._background.run(look, on_done=found, on_failed=partial(self._find_near, registration, known))

    def _find_near(self, registration: Registration, known: DeskRoster | None, _sentence: str) -> None:
        """A guard that cannot look in the database looks at the list; adding the person will tell what is wrong."""
        found = partial(self._doubles_found, registration)
        self._background.run(lambda _progress: _near(known, registration), on_done=found)

    def _write(
        self,
        on_done: Callable[[DeskNews], None],
        service: Callable[..., DeskNews],
        *args: object,
        waits: bool = True,
        on_failed: Callable[[str], None] | None = None,
        **named: object,
    ) -> None:
        """Do it at the database, or what does not wait for its server in what stands in for it."""
        now = self._clock()
        write: Callable[..., Any] = self._database.write if waits else self._database.write_at_the_door
        self._background.run(
            lambda _progress: write(service, *args, **named, station=self._station, now=now),
            on_done=on_done,
            on_failed=on_failed or partial(self._failed, ""),
        )

    def _has_lost(self, sentence: str) -> None:
        self._again.start()
        self.lost.emit(sentence)

    def _has_loaded(self, loaded: DeskRoster) -> None:
        if self._again.isActive():
            self._again.stop()
            self.found.emit()
        if self._known_from is not self._database.door:
            self.load()
            return
        if loaded.event.id != self._event_id or loaded is self._known:
            return
        self._known = loaded
        if loaded.change < self._told:
            self.load()  # read before this desk's own last act: what is shown is newer
        else:
            self.loaded.emit(loaded)

    def _load_ended(self) -> None:
        self._loading = False
        if self._load_again:
            self.load()

    def _arrived(self, news: DeskNews) -> None:
        self._note(news)
        self.arrived.emit(news)

    def _taken_back(self, news: DeskNews) -> None:
        self._note(news)
        self.taken_back.emit(news)

    def _role_changed(self, news: DeskNews) -> None:
        self._note(news)
        self.role_changed.emit(news)

    def _note_written(self, news: DeskNews) -> None:
        name = news.changed[0].name.shown
        note = news.changed[0].staff_note
        self._acted(f"Note about {name} kept." if note else f"Note about {name} taken away.", news)

    def _acted(self, said: str, news: DeskNews) -> None:
        self._note(news)
        self.acted.emit(news, said)

    def _note(self, news: DeskNews) -> None:
        self._told = max(self._told, news.entry_id)

    def _doubles_found(self, registration: Registration, doubles: list[Attendee]) -> None:
        self.doubles_found.emit(registration, doubles)

    def _failed(self, key: str, sentence: str) -> None:
        self.failed.emit(key, sentence)
        self.load()

    def _walk_in_failed(self, registration: Registration, sentence: str) -> None:
        self.walk_in_failed.emit(registration, sentence)
        self.load()


def _near(known: DeskRoster | None, registration: Registration) -> list[Attendee]:
    return known.near(registration) if known else []
