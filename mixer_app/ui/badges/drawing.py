"""Draws badges in a design that is being chosen, off the GUI thread; only the latest wish counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from mixer_app.domain.badge_design import DESIGN_NAMES, BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.progress import Progress
from mixer_app.domain.stock import Stock
from mixer_app.services.badge_preview import BadgePicture, BadgePreview
from mixer_app.ui.background import Background, Task
from mixer_app.ui.printers.paper_file import image_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeWish:
    """What is to be drawn."""

    face: BadgeFace
    stock: Stock
    design: BadgeDesign
    brand: Brand
    page_dpi: int
    card_dpi: int


@dataclass(frozen=True, slots=True)
class DrawnBadge:
    """A badge as a picture, and what its label has no room for."""

    image: QImage
    width_mm: float
    height_mm: float
    remarks: tuple[str, ...]


class BadgeDrawing(QObject):
    """First the page, then the small pictures of the designs, then who does not fit in the one that is chosen."""

    page_drawn = Signal(object)  # DrawnBadge
    card_drawn = Signal(str, object)  # name of a design, DrawnBadge
    counting_began = Signal()
    counted = Signal(list)  # sentences: whose badge is not as it should be
    failed = Signal(str)
    settled = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._preview = BadgePreview()
        self._faces: Sequence[BadgeFace] = ()
        self._wish: BadgeWish | None = None
        self._due: list[str] = []  # "page", names of designs, "all"
        self._task: Task | None = None
        self._counting = False

    def use_faces(self, faces: Sequence[BadgeFace]) -> None:
        """Look at the badges of these people for who does not fit."""
        self._faces = faces

    @property
    def busy(self) -> bool:
        """Whether something is not drawn yet."""
        return self._task is not None or bool(self._due)

    def draw(self, wish: BadgeWish) -> None:
        """Draw this; what was asked for before and is not drawn yet is dropped."""
        before, self._wish = self._wish, wish
        due = ["page"]
        if before is None or replace(before, page_dpi=wish.page_dpi) != wish:
            due += DESIGN_NAMES
        if before is None or (before.design, before.brand, before.stock) != (wish.design, wish.brand, wish.stock):
            due += ["all"]
            self.counting_began.emit()
            if self._counting and self._task is not None:
                self._task.cancel()
        self._due = due + [each for each in self._due if each not in due]
        if self._counting and "all" not in self._due:
            return  # people are still counted for the same design; the page comes right after
        self._next()

    def stop(self) -> None:
        """Draw nothing more."""
        self._due = []
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if self._task is not None or self._wish is None:
            return
        if not self._due:
            self.settled.emit()
            return
        due, wish = self._due.pop(0), self._wish
        self._counting = due == "all"
        work, done = self._order(due, wish)
        self._task = self._background.run(
            work, on_done=done, on_failed=self.failed.emit, on_progress=_say_nothing, on_end=self._end
        )

    def _order(self, due: str, wish: BadgeWish) -> tuple[Callable[[Progress], Any], Callable[[Any], None]]:
        """What is to be done off the GUI thread, and what with the result."""
        if due == "all":
            return partial(self._count, wish, self._faces), self._take_count
        if due == "page":
            return partial(self._draw, wish, wish.page_dpi), self.page_drawn.emit
        card = replace(wish, design=replace(wish.design, name=due))
        return partial(self._draw, card, wish.card_dpi), partial(self.card_drawn.emit, due)

    def _draw(self, wish: BadgeWish, dpi: int, progress: Progress) -> DrawnBadge:
        drawn: BadgePicture = self._preview.picture(wish.face, wish.stock, wish.design, wish.brand, dpi)
        return DrawnBadge(image_of(drawn.image, dpi), drawn.width_mm, drawn.height_mm, drawn.remarks)

    def _count(self, wish: BadgeWish, faces: Sequence[BadgeFace], progress: Progress) -> list[str]:
        return self._preview.misfits(faces, wish.stock, wish.design, wish.brand, progress=progress)

    def _take_count(self, sentences: list[str]) -> None:
        if "all" not in self._due:
            self.counted.emit(sentences)

    def _end(self) -> None:
        self._task, self._counting = None, False
        QTimer.singleShot(0, self, self._next)


def _say_nothing(fraction: float, stage: str) -> None:
    """The sheet itself shows that something is under way."""
