"""Backups: when the last one was made, and the way back to each, in two clicks."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.domain.backups import AFTER_FORGETTING, BEFORE_REPLACING, BEFORE_RESTORE, BY_HAND, REGULAR, Backup
from mixer_app.domain.progress import Progress
from mixer_app.services import safekeeping
from mixer_app.services.database import restore
from mixer_app.services.shared_backups import BackupState, backup_state
from mixer_app.services.wall_clock import told_moment
from mixer_app.ui.background import Background
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, Card, StatusMark, label

if TYPE_CHECKING:
    from mixer_app.services.database import Database

SHOWN: Final = 6
_WHY: Final = {
    REGULAR: "by itself",
    BY_HAND: "by hand",
    BEFORE_RESTORE: "before a backup was put back",
    BEFORE_REPLACING: "before an event was replaced",
    AFTER_FORGETTING: "after people were forgotten",
}
_NOTE: Final = (
    "Made every ten minutes while the event is held, and before anything is put back; each is opened and looked "
    "through. They stay on this computer: all of three hours, then one an hour, then one a day for a month."
)
_QUESTION: Final = "All becomes as it was then. What was done since is kept as a backup."


_NOTE_ELSEWHERE: Final = (
    "Made every ten minutes while the event is held, where control is open, and put back there. The emergency list "
    "of this laptop is in its folder."
)
_OPEN_CONTROL: Final = "open Mentor Mixer at control"


class BackupRow(QWidget):
    """One backup; the first click on Restore asks, the second, elsewhere in the row, does it."""

    restore_wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, backup: Backup, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = backup
        self._when = safekeeping.told_when(backup, now)
        self.setMinimumHeight(current().px(40))
        self.when_label = label(self._when, "body_strong")
        self.when_label.setMinimumWidth(current().px(48))
        self.detail_label = label(f"{why_words(backup.why)}, {size_words(backup.size)}", "muted_caption", wrap=True)
        self.restore_button = Button("Restore", small=True)
        self.restore_button.setAccessibleName(f"Restore the backup of {self._when}")
        self.keep_button = Button("Leave it", small=True)
        self.sure_button = Button(f"Go back to {self._when}", kind=PRIMARY, small=True)
        for button in (self.restore_button, self.keep_button, self.sure_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.question_label = label(_QUESTION, "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.question_label)
        row.addWidget(self.when_label)
        row.addWidget(self.detail_label, 1)
        row.addStretch()
        for button in (self.keep_button, self.sure_button, self.restore_button):
            row.addWidget(button)
        self.restore_button.clicked.connect(partial(self.asked.emit, self))
        self.keep_button.clicked.connect(partial(self.ask, False))
        self.sure_button.clicked.connect(partial(self.restore_wanted.emit, backup))
        self.ask(False)

    def ask(self, asking: bool) -> None:
        """Show the second click, or take it away."""
        back_to = self.keep_button.hasFocus()
        self.detail_label.setVisible(not asking)
        self.question_label.setVisible(asking)
        self.restore_button.setVisible(not asking)
        self.keep_button.setVisible(asking)
        self.sure_button.setVisible(asking)
        if asking:
            self.sure_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif back_to:
            self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)


class BackupsCard(Card):
    """`restored` carries the place of the database that has another content now, and a sentence."""

    restored = Signal(str, str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Backups", parent=parent)
        self._database, self._background, self._clock = database, background, clock
        self.rows: list[BackupRow] = []
        self._shown: Sequence[Backup] = ()
        self._build()
        self.now_button.clicked.connect(self._back_up)
        self.folder_button.clicked.connect(self._open_folder)

    def refresh(self) -> None:
        """Read which backups there are."""
        self._background.run(partial(self._read, self._clock()), on_done=self._show, on_failed=self.show_problem)

    def show_problem(self, sentence: str) -> None:
        """Say what did not work."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def sizeHint(self) -> QSize:
        return QSize(400, super().sizeHint().height())

    def _build(self) -> None:
        self.state_mark = StatusMark()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self.now_button = Button("Back up now", small=True)
        self.now_button.hide()  # until it is known that this station may
        self.folder_button = Button("Open the folder", small=True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.now_button)
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        self.body.setSpacing(12)
        self.note_label = label(_NOTE, "muted_caption", wrap=True)
        self.body.addWidget(self.note_label)
        self.body.addWidget(self.state_mark)
        self.body.addLayout(self._list)
        self.body.addWidget(self.problem_label)
        self.body.addLayout(foot)

    def _read(self, now: datetime, progress: Progress) -> tuple[BackupState, Sequence[Backup]]:
        state = self._database.read(backup_state, now=now)
        return state, safekeeping.list_backups(safekeeping.place_of(self._database)) if state.made_here else ()

    def _show(self, read: tuple[BackupState, Sequence[Backup]]) -> None:
        state, found = read
        now = self._clock()
        self.note_label.setText(_NOTE if state.made_here else _NOTE_ELSEWHERE)
        self.now_button.setVisible(state.made_here)
        if not state.made_here:
            self.state_mark.set_state(*_elsewhere(state, now))
        elif found:
            when = safekeeping.told_when(found[0], now)
            self.state_mark.set_state("check-circle", f"The last backup is of {when} and can be opened", "good")
        else:
            self.state_mark.set_state("warning", "No backup yet", "warn")
        if list(found) == list(self._shown):
            return
        self._shown = found
        for old in self.rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self.rows = [BackupRow(one, now, self) for one in found[:SHOWN]]
        for row in self.rows:
            self._list.addWidget(row)
            row.asked.connect(self._ask)
            row.restore_wanted.connect(self._restore)

    def _ask(self, wanted: BackupRow) -> None:
        for row in self.rows:
            row.ask(row is wanted)

    def _back_up(self) -> None:
        self.now_button.setEnabled(False)
        now = self._clock()
        self._background.run(
            lambda _progress: safekeeping.back_up_now(self._database, why=BY_HAND, now=now),
            on_done=self._backed_up,
            on_failed=self.show_problem,
            on_end=partial(self.now_button.setEnabled, True),
        )

    def _backed_up(self, _made: Backup) -> None:
        self.show_problem("")
        self.refresh()

    def _restore(self, backup: Backup) -> None:
        self.setEnabled(False)
        when, location = safekeeping.told_when(backup, self._clock()), self._database.location

        def work(_progress: Progress) -> Path | None:
            return restore(location, backup.path)

        self._background.run(
            work,
            on_done=partial(self._restored, location, when),
            on_failed=self.show_problem,
            on_end=partial(self.setEnabled, True),
        )

    def _restored(self, location: str, when: str, before: Path | None) -> None:
        kept = " What was there before stands first in the list of backups." if before else ""
        self.restored.emit(location, f"Everything is as it was at {when}.{kept}")

    def _open_folder(self) -> None:
        folder = safekeeping.place_of(self._database).parent / "backups"
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.show_problem(f"The backups are in {folder}.")


def _elsewhere(state: BackupState, now: datetime) -> tuple[str, str, str]:
    """Icon, words and tone where others make the backups."""
    when = told_moment(state.last, now) if state.last is not None else ""
    if when and not state.overdue:
        return "check-circle", f"The last backup is of {when}", "good"
    return "warning", f"No backup since {when}: {_OPEN_CONTROL}" if when else f"No backup yet: {_OPEN_CONTROL}", "warn"


def why_words(why: str) -> str:
    """Why a backup was made, in words."""
    return _WHY.get(why, "before an update")


def size_words(size: int) -> str:
    """`4.2 MB`."""
    return f"{size / 1_000_000:.1f} MB"
