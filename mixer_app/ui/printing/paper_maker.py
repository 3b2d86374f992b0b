"""Writes what was chosen and draws its pages, off the GUI thread; only the latest wish counts."""

import tempfile
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from mixer_app.domain.progress import Progress
from mixer_app.services.database import Database
from mixer_app.services.paper import print_document
from mixer_app.ui.background import Background, Task
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.choice import PrintChoice

_FILES_KEPT: Final = 4
_PICTURES_KEPT: Final = 4
_SETTLES_MS: Final = 120  # while someone steps through the labels, only the last is written


class PaperMaker(QObject):
    """Turns a `PrintChoice` into a `PaperFile`, and its pages into pictures."""

    made = Signal(object, float, float)
    """The `PaperFile`, width and height of its pages in mm."""
    failed = Signal(str)
    progressed = Signal(float, str)
    page_drawn = Signal(int, QImage)

    def __init__(
        self, database: Database, background: Background, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self._files: deque[Path] = deque()
        self._folder = tempfile.TemporaryDirectory(prefix="mentor-mixer-print-", ignore_cleanup_errors=True)
        self._numbers = count(1)
        self._wish: tuple[int, PrintChoice] | None = None
        self._writing: Task | None = None
        self._writes = 0  # under way, cancelled ones included
        self._drawing: Task | None = None
        self._one_page_at_a_time = threading.Lock()
        self._next_page: tuple[int, int] | None = None
        self._pictures: dict[tuple[int, int], QImage] = {}  # by page and dpi; the newest last
        self._asked = 0
        self._ahead: deque[tuple[int, int]] = deque()
        self.paper: PaperFile | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._timer.timeout.connect(self._write)
        self.destroyed.connect(self._folder.cleanup)

    def make(self, event_id: int, choice: PrintChoice) -> None:
        """Write `choice` soon; what was asked for before is dropped."""
        self._wish = (event_id, choice)
        self._forget_paper()
        if self._writing is not None:
            self._writing.cancel()
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether something that was asked for is not there yet."""
        return self._timer.isActive() or self._writes > 0 or self._drawing is not None or bool(self._ahead)

    def stop(self) -> None:
        """Drop everything that is under way."""
        self._timer.stop()
        self._wish, self._next_page = None, None
        self._forget_paper()
        for task in (self._writing, self._drawing):
            if task is not None:
                task.cancel()

    def draw(self, page: int, dpi: int) -> None:
        """Draw a page; while one is being drawn, only the latest wish waits.

        Who turns from page to page finds the next one drawn already.
        """
        step, self._asked = page - self._asked, page
        self._ahead = deque([(page + step, dpi), (page - step, dpi)] if abs(step) == 1 else [])
        known = self._pictures.get((page, dpi))
        if known is not None:
            self._next_page = None
            self.page_drawn.emit(page, known)
        else:
            self._next_page = (page, dpi)
        if self._drawing is None:
            self._draw_next()

    def _write(self) -> None:
        if self._wish is None:
            return
        event_id, choice = self._wish
        work = partial(write_paper, self._database, event_id, choice, self._next_path(choice), self._clock())
        self._writes += 1
        self._writing = self._background.run(
            lambda progress: work(lock=self._one_page_at_a_time, progress=progress),
            on_done=partial(self._take_paper, self._wish),
            on_failed=partial(self._take_failure, self._wish),
            on_progress=self.progressed.emit,
            on_end=self._end_writing,
        )

    def _next_path(self, choice: PrintChoice) -> Path:
        """A new file; old ones go, but not at once, because one may be on its way to a printer."""
        self._files.append(Path(self._folder.name) / f"{choice.document}-{next(self._numbers)}.pdf")
        if len(self._files) > _FILES_KEPT:
            self._files.popleft().unlink(missing_ok=True)
        return self._files[-1]

    def _take_paper(self, wish: object, written: tuple[PaperFile, float, float]) -> None:
        if wish is self._wish:
            self.paper = written[0]
            self.made.emit(*written)

    def _take_failure(self, wish: object, sentence: str) -> None:
        if wish is self._wish:
            self.failed.emit(sentence)

    def _end_writing(self) -> None:
        self._writes -= 1
        if not self._writes:
            self._writing = None

    def _draw_next(self) -> None:
        paper, wanted = self.paper, self._next_page is not None
        wish = self._next_page or next((each for each in self._ahead if each not in self._pictures), None)
        self._next_page = None
        if wish is None or paper is None or not 0 <= wish[0] < paper.pages:
            self._ahead.clear()
            return
        if not wanted:
            self._ahead.remove(wish)
        draw = partial(paper.image, *wish)
        self._drawing = self._background.run(
            lambda progress: draw(),
            on_done=partial(self._take_page, paper, wish),
            on_end=self._end_drawing,
            counts=wanted,
        )

    def _take_page(self, paper: PaperFile, wish: tuple[int, int], image: QImage) -> None:
        if paper is not self.paper:
            return
        self._pictures[wish] = image
        if len(self._pictures) > _PICTURES_KEPT:
            del self._pictures[next(iter(self._pictures))]
        if wish[0] == self._asked:
            self.page_drawn.emit(wish[0], image)

    def _end_drawing(self) -> None:
        self._drawing = None
        if self._next_page is not None or self._ahead:
            QTimer.singleShot(0, self, self._draw_next)

    def _forget_paper(self) -> None:
        self.paper = None
        self._pictures.clear()
        self._ahead.clear()


def write_paper(
    database: Database,
    event_id: int,
    choice: PrintChoice,
    path: Path,
    now: datetime,
    *,
    lock: threading.Lock,
    progress: Progress | None = None,
) -> tuple[PaperFile, float, float]:
    """Write `choice` to `path`; the file and the size of its first page in mm.

    `lock` is held while a page is drawn, because the drawing behind it serves one thread at a time.
    """
    report = print_document(
        database,
        event_id,
        choice.document,
        path,
        labels=choice.labels,
        attendee_ids=choice.attendee_ids,
        options=choice.options,
        now=now,
        progress=progress,
    )
    paper = PaperFile(path, report, lock)
    width, height = paper.size_mm(0) if report.pages else (0.0, 0.0)
    return paper, width, height
