"""A written document and its pages as pictures; any thread may ask for one."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage

from mixer_app.domain.paper import PageImage, PaperReport
from mixer_app.services.paper import page_image

MM_PER_INCH = 25.4
_MEASURE_DPI = 72


@dataclass(frozen=True)
class PaperFile:
    """A PDF with the account of its writing; the page drawing behind it takes one caller at a time."""

    path: Path
    report: PaperReport
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @property
    def pages(self) -> int:
        """Pages of the document."""
        return self.report.pages

    def image(self, page: int, dpi: int) -> QImage:
        """A page (from 0) at a resolution."""
        with self.lock:
            picture = page_image(self.path, page, dpi)
        return image_of(picture, dpi)

    def size_mm(self, page: int) -> tuple[float, float]:
        """Width and height of a page."""
        image = self.image(page, _MEASURE_DPI)
        return image.width() * MM_PER_INCH / _MEASURE_DPI, image.height() * MM_PER_INCH / _MEASURE_DPI


def image_of(picture: PageImage, dpi: int) -> QImage:
    """A drawn page as Qt knows pictures, with its resolution."""
    rows = 3 * picture.width
    image = QImage(picture.rgb, picture.width, picture.height, rows, QImage.Format.Format_RGB888).copy()
    image.setDotsPerMeterX(round(dpi * 1000 / MM_PER_INCH))
    image.setDotsPerMeterY(round(dpi * 1000 / MM_PER_INCH))
    return image
