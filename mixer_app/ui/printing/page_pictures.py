"""Draws the pages of a document that somebody looks at, off the GUI thread; only the latest wish counts."""

from collections import deque
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from mixer_app.ui.background import Background, Task
from mixer_app.ui.printers.paper_file import PaperFile

_PICTURES_KEPT: Final = 4


class PagePictures(QObject):
    """Who turns from page to page finds the next one drawn already."""

    page_drawn = Signal(int, QImage)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._paper: PaperFile | None = None
        self._drawing: Task | None = None
        self._next_page: tuple[int, int] | None = None
        self._pictures: dict[tuple[int, int], QImage] = {}  # by page and dpi; the newest last
        self._asked = 0
        self._ahead: deque[tuple[int, int]] = deque()

    @property
    def waiting(self) -> bool:
        """Whether a page is still to be drawn."""
        return self._drawing is not None or bool(self._ahead)

    def show(self, paper: PaperFile | None) -> None:
        """Draw the pages of this document; None: of none."""
        self._paper, self._pictures = paper, {}
        self._ahead.clear()

    def go_on_with(self, paper: PaperFile) -> None:
        """The same document with more pages than before; what is drawn stays."""
        self._paper = paper

    def stop(self) -> None:
        """Draw nothing more."""
        self._next_page = None
        self.show(None)
        if self._drawing is not None:
            self._drawing.cancel()

    def draw(self, page: int, dpi: int) -> None:
        """Draw a page; while one is being drawn, only the latest wish waits."""
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

    def _draw_next(self) -> None:
        paper, wanted = self._paper, self._next_page is not None
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
            on_done=partial(self._take_page, wish, self._pictures),
            on_end=self._end_drawing,
            counts=wanted,
        )

    def _take_page(self, wish: tuple[int, int], pictures: dict[tuple[int, int], QImage], image: QImage) -> None:
        if pictures is not self._pictures:
            return  # of another document
        self._pictures[wish] = image
        if len(self._pictures) > _PICTURES_KEPT:
            del self._pictures[next(iter(self._pictures))]
        if wish[0] == self._asked:
            self.page_drawn.emit(wish[0], image)

    def _end_drawing(self) -> None:
        self._drawing = None
        if self._next_page is not None or self._ahead:
            QTimer.singleShot(0, self, self._draw_next)
