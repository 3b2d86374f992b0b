"""An import from the first file to its last problem row: the sheet, the line that stays, the way back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportAccount
from mixer_app.ui.background import Background
from mixer_app.ui.people.import_choices import ImportChoices
from mixer_app.ui.people.import_sheet import ImportSheet
from mixer_app.ui.people.problem_bar import ProblemBar

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class ImportFlow(QObject):
    """Opens the sheet over the window of `page` and remembers what was answered, to open it again."""

    imported = Signal(object)  # ImportAccount
    undo_asked = Signal(int)  # import

    def __init__(
        self,
        page: QWidget,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        dice: Random,
        choose_files: Callable[[QWidget], Sequence[Path]],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._database, self._background = database, background
        self._station, self._clock, self._dice = station, clock, dice
        self._choose_files = choose_files
        self._event: Event | None = None
        self._last = ImportChoices()
        self.sheet: ImportSheet | None = None
        self.problem_bar = ProblemBar()
        self._waits = False
        self.problem_bar.rows_asked.connect(self._show_rows)
        self.problem_bar.undo_asked.connect(self.undo_asked)

    def use_event(self, event: Event) -> None:
        """Import into this event from now on."""
        self._event, self._waits = event, False
        self.problem_bar.hide()

    def tell_left_out(self, *, on: bool) -> None:
        """Whether the line about what the last import left out may be seen; it comes back as it was."""
        if not on:
            self._waits = self._waits or not self.problem_bar.isHidden()
            self.problem_bar.hide()
        elif self._waits:
            self._waits = False
            self.problem_bar.show()

    def browse(self) -> None:
        """Ask for files and open the sheet with them."""
        self.open_with(list(self._choose_files(self._page)))

    def open_with(self, paths: Sequence[Path]) -> None:
        """Open the sheet with these files, or add them to the one that is open."""
        if paths and (sheet := self._open_sheet()) is not None:
            sheet.add_files(paths)

    def _show_rows(self) -> None:
        if (sheet := self._open_sheet()) is not None:
            sheet.use_choices(self._last)

    def _open_sheet(self) -> ImportSheet | None:
        if self.sheet is None and self._event is not None:
            self.sheet = ImportSheet(
                self._page.window(),
                event=self._event,
                database=self._database,
                background=self._background,
                station=self._station,
                clock=self._clock,
                dice=self._dice,
                choose_files=self._choose_files,
            )
            self.sheet.imported.connect(self._imported)
            self.sheet.closed.connect(self._sheet_closed)
            self.sheet.open_sheet(self.sheet.foot.cancel_button)
        return self.sheet

    def _imported(self, account: ImportAccount, choices: ImportChoices) -> None:
        self._last = choices
        names = [file.path.name for file in choices.files]
        self.problem_bar.show_import(account, names[0] if len(names) == 1 else f"{len(names)} files")
        self.imported.emit(account)

    def _sheet_closed(self) -> None:
        self.sheet = None
