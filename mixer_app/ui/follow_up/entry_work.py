"""What the entry of answers has done, off the GUI thread: every key at once, and in the order of the keys."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.answers import Answer, AnswerSheet, AnswerSource, EnteredSheet, SheetProgress
from mixer_app.domain.people import Attendee
from mixer_app.domain.progress import Progress
from mixer_app.services import answers, meetings, referrals
from mixer_app.services.answer_sheets import answer_sheet, find_sheet, sheet_progress, sheets_entered_last
from mixer_app.services.people import list_attendees
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.background import Background
from mixer_app.ui.follow_up.row_editor import Onward

if TYPE_CHECKING:
    from mixer_app.services.database import Database


@dataclass(frozen=True, slots=True)
class EntryState:
    """How many sheets are in, and which were the last."""

    progress: SheetProgress
    last: tuple[EnteredSheet, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Who can be looked for, and to what or whom mentors can refer."""

    people: tuple[Attendee, ...]
    index: PeopleIndex
    terms: tuple[str, ...]


class EntryWork(QObject):
    """One for a page. Writes wait in a line, so that what was typed last counts; none waits for a look."""

    sheet_opened = Signal(object)  # AnswerSheet
    sheet_read = Signal(object)  # AnswerSheet, after a write
    not_found = Signal(str)
    refused = Signal(str)
    state_read = Signal(object)  # EntryState
    known_read = Signal(object)  # Known
    said = Signal(str, object)
    written = Signal()

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
        self._line: deque[tuple[int, Callable[[], Any]]] = deque()
        self._openings = 0
        self._stopped = False

    def use_event(self, event_id: int) -> None:
        """Work on this event from now on."""
        self._event_id = event_id

    def stop(self) -> None:
        """What is being opened is not wanted any more."""
        self._openings += 1
        self._stopped = True

    def read(self) -> None:
        """Read progress and the last sheets, and who there is."""
        self._stopped = False
        event_id = self._event_id
        self._background.run(partial(self._state, event_id), on_done=self.state_read.emit, counts=False)
        self._background.run(partial(self._known, event_id), on_done=self.known_read.emit, counts=False)

    def open_code(self, code: str) -> None:
        """Open the sheet with this badge code."""
        event_id = self._event_id
        self._open(lambda: self._database.read(find_sheet, event_id, code))

    def open_person(self, attendee_id: int) -> None:
        """Open somebody's sheet."""
        self._open(lambda: self._database.read(answer_sheet, attendee_id))

    def answer(self, from_id: int, to_id: int, answer: Answer) -> None:
        """Keep one answer from paper."""
        self._write(from_id, answers.record_answer, self._event_id, from_id, to_id, answer)

    def note(self, from_id: int, to_id: int, answer: Answer, note: str, mark: int) -> None:
        """Keep what goes with an answer."""
        self._write(from_id, answers.record_answer, self._event_id, from_id, to_id, answer, note=note, helped=mark)

    def choose(self, from_id: int, to_id: int, source: AnswerSource) -> None:
        """Let the answer of this source count."""
        self._write(from_id, answers.choose_answer, self._event_id, from_id, to_id, source)

    def refer(self, from_id: int, mentee_id: int, onward: Onward) -> None:
        """Keep that a mentor would send a mentee on."""
        self._write(
            from_id,
            referrals.refer,
            self._event_id,
            mentee_id,
            from_id=from_id,
            wanted=onward.wanted,
            mentor_id=onward.mentor_id,
        )

    def also_met(self, one_id: int, other_id: int, told: str) -> None:
        """Note that two have met outside the plan."""
        then = partial(self.said.emit, told)
        self._write(one_id, meetings.record_meeting, self._event_id, one_id, other_id, then=then)

    def undo_sheet(self, attendee_id: int, name: str) -> None:
        """Take back all that was entered from somebody's paper."""
        self._write(
            attendee_id,
            answers.undo_sheet,
            self._event_id,
            attendee_id,
            then=partial(self.said.emit, f"Took back the answer sheet of {name}"),
        )

    @property
    def busy(self) -> bool:
        """Whether something typed is not kept yet."""
        return bool(self._line)

    def _open(self, read: Callable[[], AnswerSheet]) -> None:
        self._openings += 1
        number = self._openings
        self._background.run(
            lambda _progress: read(),
            on_done=partial(self._opened, number),
            on_failed=self.not_found.emit,
        )

    def _opened(self, number: int, sheet: AnswerSheet) -> None:
        if number == self._openings:
            self.sheet_opened.emit(sheet)

    def _write(
        self,
        sheet_of: int,
        service: Callable[..., Any],
        *arguments: Any,
        then: Callable[[object], object] | None = None,
        **named: Any,
    ) -> None:
        now = self._clock()
        write = partial(self._database.write, service, *arguments, station=self._station, now=now, **named)
        self._line.append((sheet_of, partial(self._keep, write, then)))
        if len(self._line) == 1:
            self._next()

    def _keep(self, write: Callable[[], Any], then: Callable[[object], object] | None) -> None:
        sheet_of = self._line[0][0]

        def work(_progress: Progress) -> tuple[Any, AnswerSheet]:
            return write(), self._database.read(answer_sheet, sheet_of)

        self._background.run(
            work, on_done=partial(self._kept, then), on_failed=partial(self._failed, sheet_of), on_end=self._ended
        )

    def _kept(self, then: Callable[[object], object] | None, done: tuple[Any, AnswerSheet]) -> None:
        if then is not None:
            then(done[0])
        if not self._line:
            self.sheet_read.emit(done[1])
            self.written.emit()
            self._read_state()

    def _failed(self, sheet_of: int, sentence: str) -> None:
        """What was shown is not so: the sheet is read anew."""
        self.refused.emit(sentence)
        if not self._stopped:
            self.open_person(sheet_of)

    def _ended(self) -> None:
        self._line.popleft()
        if self._line:
            self._next()

    def _next(self) -> None:
        self._line[0][1]()

    def _read_state(self) -> None:
        self._background.run(partial(self._state, self._event_id), on_done=self.state_read.emit, counts=False)

    def _state(self, event_id: int, progress: Progress) -> EntryState:
        return EntryState(
            progress=self._database.read(sheet_progress, event_id),
            last=tuple(self._database.read(sheets_entered_last, event_id)),
        )

    def _known(self, event_id: int, progress: Progress) -> Known:
        people = self._database.read(list_attendees, event_id)
        terms = self._database.read(referrals.referral_terms, event_id)
        return Known(tuple(people), PeopleIndex(people), tuple(terms))
