"""Writes what was chosen, off the GUI thread; only the latest wish counts.

A long document takes its time: its first pages are there at once, then more and more of them, and those who
turn pages never meet the end of what is written.
"""

import tempfile
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from mixer_app.domain.progress import Progress
from mixer_app.services.database import Database
from mixer_app.services.paper import ReadDocument, read_document
from mixer_app.ui.background import Background, Task
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.page_pictures import PagePictures

_FILES_KEPT: Final = 8
_SETTLES_MS: Final = 120  # while someone steps through the labels, only the last is written
_STAGES: Final = (24, 200, 1000)
"""So many pages are written before the whole, each from the first page on; a document ends before or goes on."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be written, and the page that is looked at."""

    event_id: int
    choice: PrintChoice
    page: int


@dataclass(frozen=True, slots=True)
class _Written:
    """A document, or its first pages, and where the rest comes from."""

    document: ReadDocument
    paper: PaperFile
    size_mm: tuple[float, float]


class PaperMaker(QObject):
    """Turns a `PrintChoice` into a `PaperFile`; `pictures` draws its pages."""

    begun = Signal(object, float, float)
    """The `PaperFile` of the first pages, width and height of these in mm; the whole follows."""
    made = Signal(object, float, float)
    """The same of the whole document."""
    failed = Signal(str)
    progressed = Signal(float, str)

    def __init__(
        self, database: Database, background: Background, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self.pictures = PagePictures(background, self)
        self._files: deque[Path] = deque()
        self._folder = tempfile.TemporaryDirectory(prefix="mentor-mixer-print-", ignore_cleanup_errors=True)
        self._numbers = count(1)
        self._wish: _Wish | None = None
        self._writing: Task | None = None
        self._writes = 0  # under way, cancelled ones included
        self._told = 0.0
        self.paper: PaperFile | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._timer.timeout.connect(self._begin)
        self.destroyed.connect(self._folder.cleanup)

    def make(self, event_id: int, choice: PrintChoice, *, page: int = 0) -> None:
        """Write `choice` soon, `page` (from 0) and those before it first; what was asked for before is dropped."""
        self._wish = _Wish(event_id, choice, page)
        self._forget_paper()
        if self._writing is not None:
            self._writing.cancel()
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether something that was asked for is not there yet."""
        return self._timer.isActive() or self._writes > 0 or self.pictures.waiting

    def stop(self) -> None:
        """Drop everything that is under way."""
        self._timer.stop()
        self._wish = None
        self._forget_paper()
        self.pictures.stop()
        if self._writing is not None:
            self._writing.cancel()

    def _begin(self) -> None:
        wish = self._wish
        if wish is None:
            return
        self._told = 0.0
        path, pages = self._next_path(wish), _next_stage(wish.page)
        read = partial(_read, self._database, wish, self._clock())
        self._run(wish, lambda progress: _write(read(progress), path, pages, progress))

    def _go_on(self, wish: _Wish, written: _Written) -> None:
        path, pages = self._next_path(wish), _next_stage(written.paper.pages)
        self._run(wish, lambda progress: _write(written.document, path, pages, progress), goes_on=True)

    def _run(self, wish: _Wish, work: Callable[[Progress], _Written], *, goes_on: bool = False) -> None:
        self._writes += 1
        self._writing = self._background.run(
            work,
            on_done=partial(self._take_written, wish, goes_on),
            on_failed=partial(self._take_failure, wish),
            on_progress=self._tell_progress,
            on_end=self._end_writing,
        )

    def _next_path(self, wish: _Wish) -> Path:
        """A new file; old ones go, but not at once, because one may be on its way to a printer."""
        self._files.append(Path(self._folder.name) / f"{wish.choice.document}-{next(self._numbers)}.pdf")
        if len(self._files) > _FILES_KEPT:
            self._files.popleft().unlink(missing_ok=True)
        return self._files[-1]

    def _take_written(self, wish: _Wish, goes_on: bool, written: _Written) -> None:
        if wish is not self._wish:
            return
        paper = written.paper
        if goes_on:
            self.pictures.go_on_with(paper)
        else:
            self.pictures.show(paper)
        if paper.report.whole:
            self.paper = paper
            self.made.emit(paper, *written.size_mm)
        else:
            self.begun.emit(paper, *written.size_mm)
            self._go_on(wish, written)

    def _take_failure(self, wish: _Wish, sentence: str) -> None:
        if wish is self._wish:
            self.failed.emit(sentence)

    def _tell_progress(self, fraction: float, stage: str) -> None:
        """Never backwards, though every stage begins with the first page; the end of one is not the end."""
        self._told = max(self._told, fraction if fraction < 1 else 0.0)
        self.progressed.emit(self._told, stage)

    def _end_writing(self) -> None:
        self._writes -= 1
        if not self._writes:
            self._writing = None

    def _forget_paper(self) -> None:
        self.paper = None
        self.pictures.show(None)


def _next_stage(pages: int) -> int:
    """How many pages are written next, where so many are there; 0: all."""
    return next((stage for stage in _STAGES if stage > pages), 0)


def _read(database: Database, wish: _Wish, now: datetime, progress: Progress) -> ReadDocument:
    choice = wish.choice
    return read_document(
        database,
        wish.event_id,
        choice.document,
        labels=choice.labels,
        attendee_ids=choice.attendee_ids,
        options=choice.options,
        now=now,
        progress=progress,
    )


def _write(document: ReadDocument, path: Path, pages: int, progress: Progress) -> _Written:
    paper = PaperFile(path, document.write(path, pages=pages, progress=progress))
    paper.look_up_pages()
    return _Written(document, paper, paper.size_mm(0) if paper.pages else (0.0, 0.0))


def write_paper(
    database: Database, event_id: int, choice: PrintChoice, path: Path, now: datetime, progress: Progress
) -> PaperFile:
    """Write the whole of `choice` to `path`."""
    document = _read(database, _Wish(event_id, choice, 0), now, progress)
    return PaperFile(path, document.write(path, progress=progress))
