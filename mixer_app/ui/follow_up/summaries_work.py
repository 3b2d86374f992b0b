"""Reads the summaries, and writes the folder of the follow-up, off the GUI thread."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.file_names import file_title
from mixer_app.domain.progress import Progress
from mixer_app.services.paper_contents import follow_up_summaries
from mixer_app.services.people import list_attendees
from mixer_app.ui.background import Background
from mixer_app.ui.follow_up.summaries_view import SummaryRow

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.follow_up_folder import FollowUpFolder

FolderChooser: TypeAlias = Callable[[QWidget, str], Path | None]
"""Asks a person in which folder another is to be made, given the window and its name; None: in none."""


def ask_for_folder(parent: QWidget, name: str) -> Path | None:
    """The system's own dialogue."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, f"Where to put “{name}”", start)
    return Path(chosen) if chosen else None


class SummariesWork(QObject):
    """One for a page; progress and Cancel stand in the window."""

    summaries_read = Signal(object)  # list[SummaryRow]
    unread = Signal(str)
    exported = Signal(object)  # FollowUpFolder
    refused = Signal(str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        choose_folder: FolderChooser,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self._choose_folder, self._parent, self._readings = choose_folder, parent, 0
        self.exporting = False

    def read(self, event_id: int) -> None:
        """Read who gets what."""
        self._readings += 1
        self._background.run(
            partial(self._rows, event_id),
            on_done=partial(self._take, self._readings),
            on_failed=self.unread.emit,
            counts=False,
        )

    def stop(self) -> None:
        """What is being read is not wanted any more."""
        self._readings += 1

    def export(self, event: Event, one: SummaryRow | None = None) -> None:
        """Ask where, and write the folder for everyone or for one person."""
        name = folder_name(event, one)
        chosen = None if self.exporting else self._choose_folder(self._parent, name)
        if chosen is None:
            return
        self.exporting = True
        ids = None if one is None else frozenset((one.attendee_id,))
        self._background.run(
            partial(self._write, event.id, chosen / name, ids),
            on_done=self.exported.emit,
            on_failed=self.refused.emit,
            on_end=self._ended,
        )

    def _ended(self) -> None:
        self.exporting = False

    def _write(self, event_id: int, out: Path, ids: frozenset[int] | None, progress: Progress) -> "FollowUpFolder":
        from mixer_app.services.follow_up_folder import write_follow_up_folder

        return write_follow_up_folder(self._database, event_id, out, attendee_ids=ids, progress=progress)

    def _rows(self, event_id: int, progress: Progress) -> list[SummaryRow]:
        people = {one.code: one for one in self._database.read(list_attendees, event_id)}
        found = self._database.read(follow_up_summaries, event_id, None)
        return [SummaryRow(people[one.code].id, one, people[one.code].email) for one in found if one.code in people]

    def _take(self, number: int, rows: list[SummaryRow]) -> None:
        if number == self._readings:
            self.summaries_read.emit(rows)


def folder_name(event: Event, one: SummaryRow | None) -> str:
    """`Follow-up Physician Leadership Forum 2027`, with the badge code where it is for one person."""
    code = f" {one.summary.code}" if one is not None else ""
    return f"Follow-up {file_title(event.name)}{code}"
