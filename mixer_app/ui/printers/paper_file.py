"""A written document and its pages as pictures; any thread may ask for one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from mixer_app.domain.paper import OpenPages, PageImage, PaperReport
from mixer_app.domain.stock import MM_PER_INCH
from mixer_app.services.paper import open_document

_BAND_ROWS: Final = 512  # of a page at a printer's resolution, 8 MB on A4 at 600 dpi


@dataclass(frozen=True)
class PaperFile:
    """A PDF with the account of its writing; it stays open while somebody looks at it."""

    path: Path
    report: PaperReport
    _open: OpenPages = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_open", open_document(self.path))

    @property
    def pages(self) -> int:
        """Pages of the document."""
        return self.report.pages

    def image(self, page: int, dpi: int) -> QImage:
        """A page (from 0) at a resolution."""
        return image_of(self._open.picture(page, dpi), dpi)

    def bands(self, page: int, dpi: int) -> Iterator[tuple[int, QImage]]:
        """A page (from 0) from its top to its foot, in parts: the first row of each, and the part."""
        height = max(1, round(self.size_mm(page)[1] * dpi / MM_PER_INCH))
        for top in range(0, height, _BAND_ROWS):
            rows = range(top, min(top + _BAND_ROWS, height))
            yield top, image_of(self._open.picture(page, dpi, rows), dpi)

    def size_mm(self, page: int) -> tuple[float, float]:
        """Width and height of a page."""
        return self._open.size_mm(page)

    def look_up_pages(self) -> None:
        """Find every page once, so that each is there at once later."""
        self._open.look_up_pages()


def image_of(picture: PageImage, dpi: int) -> QImage:
    """A drawn page as Qt knows pictures, with its resolution."""
    rows = 3 * picture.width
    image = QImage(picture.rgb, picture.width, picture.height, rows, QImage.Format.Format_RGB888).copy()
    image.setDotsPerMeterX(round(dpi * 1000 / MM_PER_INCH))
    image.setDotsPerMeterY(round(dpi * 1000 / MM_PER_INCH))
    return image
