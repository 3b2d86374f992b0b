"""What the People page does off the GUI thread: load, save, cancel, export, badges, undo an import."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.bulk_edit import BulkEdit
from mixer_app.domain.people import Attendee, Registration
from mixer_app.domain.progress import Progress
from mixer_app.services.bulk_edits import BulkEdited, edit_people
from mixer_app.services.history import history_of
from mixer_app.services.journal import activity
from mixer_app.services.known_people import KnownAdded, add_known
from mixer_app.services.merging import Merged, look_at_merge, merge_people
from mixer_app.services.people import add_attendee, cancel_attendee, edit_attendee, register_again
from mixer_app.ui.background import Background
from mixer_app.ui.people.roster import Roster, load_roster, renew_roster

if TYPE_CHECKING:
    from mixer_app.services.database import Database, Session

T = TypeVar("T")


class PeopleWork(QObject):
    """Runs the services for one event and tells what came of it; knows no widget."""

    loaded = Signal(object)  # Roster
    person_saved = Signal(object, bool, object)  # Attendee, whether new, journal entry
    compared = Signal(object)  # MergeLook
    merged = Signal(int)  # the attendee who is kept
    history_read = Signal(int, object)  # attendee, and a tuple of Attended
    done = Signal(str, object)  # sentence, journal entry or None
    save_failed = Signal(str)
    failed = Signal(str)

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
        self._known: Roster | None = None  # as it was read last
        self._asked = (0, False)  # event, and whether everyone
        self._loading = self._load_again = False

    def use_event(self, event_id: int) -> None:
        """Work for this event from now on."""
        self._event_id = event_id

    def load(self, *, everyone: bool) -> None:
        """Read the people, or only who has changed since; asked for while it is under way, it is done once more."""
        self._asked = (self._event_id, everyone)
        if self._loading:
            self._load_again = True
            return
        self._loading, self._load_again = True, False
        event_id, known = self._event_id, self._known

        def read(_progress: Progress) -> Roster:
            if known is None or (known.event.id, known.everyone) != (event_id, everyone):
                return self._database.read(load_roster, event_id, everyone=everyone)
            return self._database.read(renew_roster, known)

        self._background.run(read, on_done=self._loaded, on_end=self._load_ended)

    def save(self, attendee_id: int | None, registration: Registration) -> None:
        """Add someone new, or keep what was changed."""
        if attendee_id is None:
            service = partial(add_attendee, event_id=self._event_id, registration=registration, dice=self._dice)
        else:
            service = partial(edit_attendee, attendee_id=attendee_id, registration=registration)
        self._write(service, partial(self._saved, attendee_id is None), self._save_failed)

    def cancel(self, attendee: Attendee) -> None:
        """Cancel a registration."""
        sentence = f"The registration of {attendee.name.shown} is cancelled."
        self._write(partial(cancel_attendee, attendee_id=attendee.id), partial(self._tell, sentence))

    def register_again(self, attendee: Attendee) -> None:
        """Take a cancelled registration up again."""
        sentence = f"{attendee.name.shown} is registered again."
        self._write(partial(register_again, attendee_id=attendee.id), partial(self._tell, sentence))

    def read_history(self, attendee: Attendee) -> None:
        """Read which events someone was at; `history_read` follows."""
        today = self._clock().astimezone().date()
        self._run(
            lambda _progress: self._database.read(history_of, attendee.person_id, today=today),
            partial(self._history_read, attendee.id),
        )

    def look_at_merge(self, attendees: Collection[Attendee]) -> None:
        """Compare these people; `compared` follows."""
        ids = [attendee.id for attendee in attendees]
        self._run(
            lambda _progress: self._database.read(look_at_merge, self._event_id, ids),
            lambda look: self.compared.emit(look),
        )

    def merge(self, attendee_ids: Collection[int], choices: Mapping[str, int]) -> None:
        """Make one of these people."""
        event_id, now, ids = self._event_id, self._clock(), list(attendee_ids)
        self._run(
            lambda _progress: self._database.write(
                merge_people, event_id, ids, choices, station=self._station, now=now
            ),
            self._merged,
        )

    def edit_many(self, attendees: Collection[Attendee], edit: BulkEdit) -> None:
        """Change these people at once."""
        event_id, now, ids = self._event_id, self._clock(), [attendee.id for attendee in attendees]
        self._run(
            lambda _progress: self._database.write(edit_people, event_id, ids, edit, station=self._station, now=now),
            self._edited,
        )

    def add_known(self, attendees: Collection[Attendee]) -> None:
        """Register people of other events for this one, with what they said then."""
        event_id, now, ids = self._event_id, self._clock(), [attendee.id for attendee in attendees]
        self._run(
            lambda _progress: self._database.write(
                add_known, event_id, ids, station=self._station, now=now, dice=self._dice
            ),
            self._added,
        )

    def export(self, path: Path) -> None:
        """Write everyone of the event into a table file."""
        from mixer_app.services.exports import export_people

        self._run(
            lambda _progress: export_people(self._database, self._event_id, path),
            lambda count: self.done.emit(f"{people_count(count)} in {path.name}.", None),
        )

    def save_badges(self, attendees: Collection[Attendee], path: Path) -> None:
        """Write the badges of some people into one PDF."""
        from mixer_app.services.paper import Document, print_document

        ids = [attendee.id for attendee in attendees]

        def work(progress: Progress) -> str:
            report = print_document(
                self._database,
                self._event_id,
                Document.BADGES,
                path,
                attendee_ids=ids,
                now=self._clock(),
                progress=progress,
            )
            left = f" Not printed: {' '.join(report.not_printed)}" if report.not_printed else ""
            return f"{len(ids):,} badge{'s are' if len(ids) != 1 else ' is'} in {path.name}.{left}"

        self._run(work, lambda sentence: self.done.emit(sentence, None))

    def undo_import(self, import_id: int) -> None:
        """Take a whole import back."""
        from mixer_app.services.imports import undo_import

        now = self._clock()
        self._run(
            lambda _progress: self._database.write(undo_import, import_id, station=self._station, now=now),
            lambda sentence: self.done.emit(sentence, None),
        )

    def _write(
        self,
        service: Callable[..., T],
        on_done: Callable[[tuple[T, int | None]], None],
        on_failed: Callable[[str], None] | None = None,
    ) -> None:
        event_id, now = self._event_id, self._clock()
        self._background.run(
            lambda _progress: self._database.write(_with_entry, event_id, service, station=self._station, now=now),
            on_done=on_done,
            on_failed=on_failed or self._failed,
        )

    def _run(self, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> None:
        self._background.run(work, on_done=on_done, on_failed=self._failed)

    def _loaded(self, roster: Roster) -> None:
        if (roster.event.id, roster.everyone) == self._asked:
            self._known = roster
            self.loaded.emit(roster)

    def _load_ended(self) -> None:
        self._loading = False
        if self._load_again:
            self.load(everyone=self._asked[1])

    def _saved(self, new: bool, outcome: tuple[Attendee, int | None]) -> None:  # bound by `partial`
        self.person_saved.emit(outcome[0], new, outcome[1])

    def _tell(self, sentence: str, outcome: tuple[object, int | None]) -> None:
        self.done.emit(sentence, outcome[1])

    def _added(self, added: KnownAdded) -> None:
        told = f"{people_count(added.people)} registered for this event now."
        self.done.emit(told if added.people else "All of them are registered for this event already.", added.entry_id)

    def _history_read(self, attendee_id: int, history: object) -> None:
        self.history_read.emit(attendee_id, history)

    def _merged(self, merged: Merged) -> None:
        again = " The plan counted on more than one of them. Plan again." if merged.plan_again else ""
        self.merged.emit(merged.attendee.id)
        self.done.emit(f"{merged.sentence}.{again}", merged.entry_id)

    def _edited(self, edited: BulkEdited) -> None:
        already = f" {edited.effect.already:,} had it already." if edited.entry_id and edited.effect.already else ""
        self.done.emit(f"{edited.sentence.removesuffix('.')}.{already}", edited.entry_id)

    def _save_failed(self, sentence: str) -> None:
        self.save_failed.emit(sentence)

    def _failed(self, sentence: str) -> None:
        self.failed.emit(sentence)


def people_count(count: int) -> str:
    """How many people, with their verb."""
    return "1 person is" if count == 1 else f"{count:,} people are"


def _with_entry(
    session: "Session", event_id: int, service: Callable[..., T], *, station: str, now: datetime
) -> tuple[T, int | None]:
    """The answer of a service and the journal entry by which it can be undone."""
    outcome = service(session, station=station, now=now)
    entries = activity(session, event_id, limit=1)
    return outcome, entries[0].id if entries and entries[0].at == now else None
