"""The import sheet: files, columns, rows that need a person; nothing is applied until the button."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.imports import Field, FilePreview, ImportAccount, ImportPreview, RejectedRow, RowDecision
from mixer_app.domain.progress import Progress
from mixer_app.domain.roles import Role
from mixer_app.ui.background import Background, Task
from mixer_app.ui.people.import_choices import ImportChoices, SettledRow, is_about
from mixer_app.ui.people.import_columns import ImportColumns
from mixer_app.ui.people.import_files_pane import ImportFilesPane
from mixer_app.ui.people.import_frame import ImportFoot, ImportHead
from mixer_app.ui.people.import_problems import ImportProblems
from mixer_app.ui.people.role_question import RoleQuestion
from mixer_app.ui.theme import current
from mixer_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_FOLDED_BELOW: Final = 1000  # px of the sheet at 100 %
_NARROW: Final = 700


class ImportSheet(Sheet):
    """Shows what an import would do, takes every answer at once, and imports on one button."""

    imported = Signal(object, object)  # ImportAccount, ImportChoices
    previewed = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        event: Event,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        dice: Random,
        choose_files: Callable[[QWidget], Sequence[Path]],
    ) -> None:
        super().__init__(window, name="Import registrations")
        self._event, self._database, self._background = event, database, background
        self._station, self._clock, self._dice, self._choose_files = station, clock, dice, choose_files
        self._choices = ImportChoices()
        self._preview: ImportPreview | None = None
        self._position = 0
        self._previews_asked = 0
        self._preview_task: Task | None = None
        self._import_task: Task | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("import_sheet")
        self.setAcceptDrops(True)
        self.head = ImportHead(self._event)
        self.files_pane = ImportFilesPane()
        self.question = RoleQuestion()
        self.columns = ImportColumns()
        self.problems = ImportProblems()
        self.foot = ImportFoot()
        content = QWidget()
        content.setProperty("look", "scrolled")
        self._right = right = QVBoxLayout(content)
        right.setContentsMargins(32, 20, 32, 20)
        right.setSpacing(20)
        right.addWidget(self.question)
        right.addWidget(self.columns)
        right.addWidget(self.problems)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._left = _scrolled(self.files_pane)
        middle.addWidget(self._left)
        middle.addWidget(_scrolled(content), 1)
        self.place(self.head, middle, self.foot, ends=(self.head.close_button, self.foot.cancel_button))
        self._left.setFixedWidth(current().px(320) + 1)
        self.columns.hide()
        self.problems.hide()

    def _connect(self) -> None:
        self.foot.import_button.clicked.connect(self._import)
        self.files_pane.table_chosen.connect(self._show_table)
        self.files_pane.file_removed.connect(self._remove_file)
        self.files_pane.browse_asked.connect(self._browse)
        self.files_pane.role_chosen.connect(self._choose_role)
        self.files_pane.read_chosen.connect(self._read_as)
        self.question.role_chosen.connect(self._answer_question)
        self.columns.field_chosen.connect(self._choose_field)
        self.problems.decided.connect(self._decide)
        self.problems.undone.connect(self._undo_decision)

    # Answers: each makes a new value and a new preview

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take more files."""
        self._change(self._choices.with_files(paths))

    def use_choices(self, choices: ImportChoices) -> None:
        """Open an earlier import again, with all its answers."""
        self._change(choices)

    def _change(self, choices: ImportChoices) -> None:
        if choices == self._choices:
            return
        self._choices = choices
        self._previews_asked += 1
        if self._preview_task is not None:
            self._preview_task.cancel()
        if not choices.files:
            self._show_preview(self._previews_asked, ImportPreview(account=ImportAccount()))
            return
        self.foot.show_reading()
        self.head.set_busy(on=True)
        self._preview_task = self._background.run(
            partial(self._read_preview, choices),
            on_done=partial(self._show_preview, self._previews_asked),
            on_failed=partial(self._preview_failed, self._previews_asked),
            on_progress=self.head.show_progress,
        )

    def _read_preview(self, choices: ImportChoices, progress: Progress) -> ImportPreview:
        from mixer_app.services.imports import preview_import

        return preview_import(self._database, self._event.id, choices.files, progress=progress)

    def _show_preview(self, asked: int, preview: ImportPreview) -> None:
        if asked != self._previews_asked:
            return
        first = self._preview is None
        self._preview_task = None
        self._preview = preview
        self.head.set_busy(on=False)
        self._position = min(self._position, max(len(preview.files) - 1, 0))
        if first:
            self._position = next((at for at, file in enumerate(preview.files) if file.question), 0)
        self._show_file(other=first)
        self.foot.show_preview(preview)
        if first:
            QTimer.singleShot(0, self, self._first_focus)
        self.previewed.emit()

    def _preview_failed(self, asked: int, sentence: str) -> None:
        if asked == self._previews_asked:
            self.head.set_busy(on=False)
            self.foot.show_failure(sentence)
            self.previewed.emit()

    def _show_table(self, position: int) -> None:
        self._position = position
        self._show_file(other=True)

    def _show_file(self, *, other: bool) -> None:
        if self._preview is None:
            return
        self.files_pane.show_preview(self._preview, self._position)
        file = self._file()
        self.columns.setVisible(file is not None)
        self.question.show_question(file.question if file else None, with_roles=file is not None and file.asks_role)
        if file is None:
            self.problems.hide()
            return
        self.columns.show_columns(file.columns, other_file=other)
        settled = [row for row in self._choices.settled if row.path == file.path and is_about(row.problem, file)]
        if file.question:
            self.problems.hide()  # the answer settles most of them
        else:
            self.problems.show_rows(file, settled)

    def _file(self) -> FilePreview | None:
        files = self._preview.files if self._preview else ()
        return files[self._position] if self._position < len(files) else None

    def _first_focus(self) -> None:
        columns = list(self.columns.combos.values()) if self.question.isVisible() else []  # one of them is the answer
        to_check = self.columns.first_to_check() or next(iter(columns), None)
        target = self.question.first_button() or to_check or self.foot.best_button()
        target.setFocus()

    def _browse(self) -> None:
        self.add_files(self._choose_files(self))

    def _remove_file(self, path: Path) -> None:
        self._change(self._choices.without_file(path))

    def _choose_role(self, path: Path, role: Role | None) -> None:
        self._change(self._choices.with_role(path, role))

    def _answer_question(self, role: Role) -> None:
        if (file := self._file()) is not None:
            self._choose_role(file.path, role)

    def _read_as(self, path: Path, what: str, value: object) -> None:
        self._change(self._choices.read_as(path, **{what: value}))

    def _choose_field(self, header: str, field: Field) -> None:
        if (file := self._file()) is not None:
            self._change(self._choices.with_field(file.path, header, field))

    def _decide(self, problem: RejectedRow, words: str, decision: RowDecision) -> None:
        if (file := self._file()) is not None:
            self._change(self._choices.settle(file.path, problem, words, decision))

    def _undo_decision(self, row: SettledRow) -> None:
        self._change(self._choices.unsettle(row))

    # The import itself

    def _import(self) -> None:
        self.foot.show_importing()
        self.head.set_busy(on=True)
        self._import_task = self._background.run(
            partial(self._run_import, self._choices),
            on_done=partial(self._imported, self._choices),
            on_failed=self._import_failed,
            on_progress=self.head.show_progress,
        )

    def _run_import(self, choices: ImportChoices, progress: Progress) -> ImportAccount:
        from mixer_app.services.imports import import_files

        return import_files(
            self._database,
            self._event.id,
            choices.files,
            station=self._station,
            now=self._clock(),
            dice=self._dice,
            progress=progress,
        )

    def _imported(self, choices: ImportChoices, account: ImportAccount) -> None:
        self._import_task = None
        self.imported.emit(account, choices)
        self.close_sheet()

    def _import_failed(self, sentence: str) -> None:
        self._import_task = None
        self.head.set_busy(on=False)
        self.foot.show_failure(sentence)

    def close_sheet(self) -> None:
        """Go; work under way is stopped and keeps nothing."""
        for task in (self._preview_task, self._import_task):
            if task is not None:
                task.cancel()
        self._previews_asked += 1
        super().close_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        width = self.panel.maximumWidth()
        self._left.setFixedWidth(look.px(320) + 1)
        margin = 16 if width < look.px(_NARROW) else 32
        self._right.setContentsMargins(margin, 20, margin, 20)
        above = width < look.px(_FOLDED_BELOW)
        self.files_pane.set_beside(beside=above and width >= look.px(_NARROW))
        self._fold(above=above)

    def _fold(self, *, above: bool) -> None:
        """With little room the files stand above the columns, and all of it scrolls as one."""
        if above is self._left.isHidden():
            return
        self._left.setVisible(not above)
        if above:
            self._left.takeWidget()
            self._right.insertWidget(0, self.files_pane)
        else:
            self._right.removeWidget(self.files_pane)
            self._left.setWidget(self.files_pane)
        self.files_pane.show()

    # Files dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(dropped_files(event.mimeData()))
        event.acceptProposedAction()


def dropped_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that are being dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and Path(url.toLocalFile()).is_file()]


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
