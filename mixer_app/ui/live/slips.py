"""Slips for those whose seat has changed: into the print queue of this station, or into a file."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.file_names import file_title
from mixer_app.services.change_slips import Versions
from mixer_app.services.paper import Document, DocumentOptions
from mixer_app.services.reseat import ReseatDone, ReseatProposal
from mixer_app.ui.background import Background
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.documents import counted
from mixer_app.ui.printing.outlet import Outlet
from mixer_app.ui.printing.paper_maker import write_paper
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintAsker
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
        ask_printer: PrintAsker,
        choose_file: FileChooser,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._database, self._background, self._clock, self._window = database, background, clock, window
        self._folder = TemporaryDirectory(prefix="mentor-mixer-slips-", ignore_cleanup_errors=True)
        self._made = 0
        self.outlet = Outlet(background, ask_printer, choose_file, self)
        self.outlet.said.connect(self.said)
        self.outlet.failed.connect(self.failed)
        self.destroyed.connect(self._folder.cleanup)

    def print_slips(self, event: Event, proposal: ReseatProposal, done: ReseatDone) -> None:
        """Make the slips, then ask where they go."""
        self._made += 1
        path = Path(self._folder.name) / f"slips-{self._made}.pdf"
        choice = slips_of(proposal, done)
        work = partial(write_paper, self._database, event.id, choice, path, self._clock())
        self._background.run(
            work,
            on_done=partial(self._send, event, len(choice.attendee_ids or ())),
            on_failed=self.failed.emit,
        )

    def _send(self, event: Event, people: int, paper: PaperFile) -> None:
        window = self._window.window()
        if not paper.pages:
            return
        if self.outlet.has_printer:
            self.outlet.send(
                paper, PaperToPrint(title=counted(Document.CHANGE_SLIPS, people), pages=paper.pages), window
            )
        else:
            self.outlet.save(paper, f"{file_title(event.name)}, change slips.pdf", window)


def slips_of(proposal: ReseatProposal, done: ReseatDone) -> PrintChoice:
    """What is printed for a reseating."""
    return PrintChoice(
        document=Document.CHANGE_SLIPS,
        attendee_ids=frozenset(proposal.affected_ids),
        options=DocumentOptions(versions=Versions(proposal.plan_id, done.plan.id)),
    )
