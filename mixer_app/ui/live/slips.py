"""Slips for those whose seat has changed: to a printer, or where there is none into a file."""

import threading
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mixer_app.domain.correction import Correction
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.services.change_slips import Versions
from mixer_app.services.paper import Document, DocumentOptions
from mixer_app.services.reseat import ReseatDone, ReseatProposal
from mixer_app.ui.background import Background
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printers.print_job import PrinterChooser
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.outlet import Outlet
from mixer_app.ui.printing.paper_maker import write_paper
from mixer_app.ui.printing.save_dialog import FileChooser

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mixer_app.services.database import Database


class SlipPrinter(QObject):
    """Prints what a reseating changes, for those alone whom it is about."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: "Callable[[], datetime]",
        choose_printer: PrinterChooser,
        choose_file: FileChooser,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._database, self._background, self._clock, self._window = database, background, clock, window
        self._choose_printer = choose_printer
        self._no_printer = False
        self._folder = TemporaryDirectory(prefix="mentor-mixer-slips-", ignore_cleanup_errors=True)
        self._made = 0
        self._lock = threading.Lock()
        self.outlet = Outlet(background, self._choose, choose_file, lambda _printer: Correction(), self)
        self.outlet.said.connect(self.said)
        self.outlet.failed.connect(self.failed)
        self.destroyed.connect(self._folder.cleanup)

    def print_slips(self, event: Event, proposal: ReseatProposal, done: ReseatDone) -> None:
        """Make the slips, then ask where they go."""
        self._made += 1
        path = Path(self._folder.name) / f"slips-{self._made}.pdf"
        choice = slips_of(proposal, done)
        work = partial(write_paper, self._database, event.id, choice, path, self._clock(), lock=self._lock)
        self._background.run(
            lambda progress: work(progress=progress), on_done=partial(self._send, event), on_failed=self.failed.emit
        )

    def _send(self, event: Event, written: tuple[PaperFile, float, float]) -> None:
        paper, width_mm, height_mm = written
        if not paper.pages:
            return
        self._no_printer = False
        self.outlet.send(paper, (width_mm, height_mm), self._window.window(), None)
        if self._no_printer:
            self.outlet.save(paper, f"{event.name}, change slips.pdf", self._window.window())

    def _choose(self, window: QWidget, pages: int) -> QPrinter | None:
        try:
            return self._choose_printer(window, pages)
        except MixerError:
            self._no_printer = True
            return None


def slips_of(proposal: ReseatProposal, done: ReseatDone) -> PrintChoice:
    """What is printed for a reseating."""
    return PrintChoice(
        document=Document.CHANGE_SLIPS,
        attendee_ids=frozenset(proposal.affected_ids),
        options=DocumentOptions(versions=Versions(proposal.plan_id, done.plan.id)),
    )
