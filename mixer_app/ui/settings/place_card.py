"""Where the event is kept, and the way to another database and back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.errors import EventThereError
from mixer_app.domain.events import Event
from mixer_app.domain.progress import Progress
from mixer_app.services.connections import SharedConnection, remembered_connections
from mixer_app.ui.background import Background
from mixer_app.ui.start.connect_sheet import ConnectSheet
from mixer_app.ui.widgets import PRIMARY, Button, Card, label

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.moving import MovedEvent

_NOTE: Final = (
    "Several laptops work on one event in a shared database, and a file brings it home. All that belongs to the "
    "event is copied and compared; whoever is known there is the same person."
)

_REPLACED: Final = (
    "Only one of them stays. That database is backed up before; its other events and their people stay as they are."
)


class ReplaceQuestion(QWidget):
    """The event is there already: what is known of both copies, and which of them stays."""

    replace_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self.there_label = label("", "body_strong", wrap=True)
        self.here_label = label("", "body_strong", wrap=True)
        self.replace_button = Button("Put this one in its place", small=True)
        self.leave_button = Button("Leave it", kind=PRIMARY, small=True)
        self.replace_button.clicked.connect(self._replace)
        self.leave_button.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.replace_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("This event is in that database already.", "body", wrap=True))
        column.addWidget(self.there_label)
        column.addWidget(self.here_label)
        column.addWidget(label(_REPLACED, "muted_caption", wrap=True))
        column.addLayout(foot)

    def ask(self, target: str, both: EventThereError) -> None:
        """Ask about the copy in `target`."""
        self._target = target
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.there_label.setText(f"There: {both.there}")
        self.here_label.setText(f"Here: {both.here}")

    def _replace(self) -> None:
        self.replace_wanted.emit(self._target)


class PlaceCard(Card):
    """`moved` carries the place of the database to go on with, and a sentence."""

    moved = Signal(str, str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        station: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Where this event is kept", parent=parent)
        self._database, self._background, self._clock, self._station = database, background, clock, station
        self._event: Event | None = None
        self.connect_sheet: ConnectSheet | None = None
        self.place_label = label(database.location, "body_strong", wrap=True)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self.question = ReplaceQuestion()
        self.question.hide()
        self.shared_button = Button("Move to a shared database", icon_name="devices", small=True)
        self.file_button = Button("Move to a file", icon_name="folder-open", small=True)
        self.shared_button.clicked.connect(self._choose_shared)
        self.file_button.clicked.connect(self._choose_file)
        self.question.replace_wanted.connect(partial(self._move, replace=True))
        self.question.left.connect(self._leave)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.shared_button)
        foot.addWidget(self.file_button)
        foot.addStretch(1)
        self.body.setSpacing(12)
        self.body.addWidget(self.place_label)
        self.body.addWidget(label(_NOTE, "muted_caption", wrap=True))
        self.body.addWidget(self.problem_label)
        self.body.addWidget(self.question)
        self.body.addLayout(foot)

    def show_event(self, event: Event) -> None:
        """Move this one from now on."""
        if self._event is None or event.id != self._event.id:
            self._set_asking(asking=False)
        self._event = event
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what did not work."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _choose_shared(self) -> None:
        self._background.run(lambda _progress: remembered_connections(), on_done=self._open_sheet)

    def _open_sheet(self, known: list[SharedConnection]) -> None:
        last = known[0] if known else None
        self.connect_sheet = ConnectSheet(self.window(), self._background, last, moves=True)
        self.connect_sheet.connected.connect(self._move)
        self.connect_sheet.closed.connect(self._forget_sheet)
        self.connect_sheet.open_sheet(self.connect_sheet.server_field)

    def _forget_sheet(self) -> None:
        self.connect_sheet = None

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            "Move to a file",
            "",
            "Mentor Mixer databases (*.db)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # a database that is there gets one event more
        )
        if path:
            self._move(path if "." in path.replace("\\", "/").rpartition("/")[2] else f"{path}.db")

    def _move(self, target: str, *, replace: bool = False) -> None:
        if self._event is None:
            return
        event_id, now = self._event.id, self._clock()
        self._set_busy(busy=True)

        def work(_progress: Progress) -> "MovedEvent | EventThereError":
            from mixer_app.services.moving import move_event

            try:
                return move_event(self._database, event_id, target, station=self._station, now=now, replace=replace)
            except EventThereError as there:
                return there

        self._background.run(
            work,
            on_done=partial(self._take_moved, target),
            on_failed=self.show_problem,
            on_end=partial(self._set_busy, busy=False),
        )

    def _take_moved(self, target: str, moved: "MovedEvent | EventThereError") -> None:
        self.show_problem("")
        if isinstance(moved, EventThereError):
            self._set_asking(asking=True)
            self.question.ask(target, moved)
            return
        self._set_asking(asking=False)
        kept = f"What is in {self._database.location} stays as it was: do not work with both."
        self.moved.emit(target, f"{moved.sentence} {kept}")

    def _leave(self) -> None:
        self._set_asking(asking=False)
        self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_asking(self, *, asking: bool) -> None:
        """Show the question in the place of the ways to go."""
        self.question.setVisible(asking)
        for button in (self.shared_button, self.file_button):
            button.setVisible(not asking)

    def _set_busy(self, *, busy: bool) -> None:
        for control in (self.shared_button, self.file_button, self.question):
            control.setEnabled(not busy)
