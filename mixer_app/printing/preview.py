"""Pages of a written document: as pictures, and some of them as a document of their own."""

import atexit
import weakref
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import PageImage
from mixer_app.domain.stock import MM_PER_INCH

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_POINTS_PER_INCH: Final = 72
_ONE_AT_A_TIME: Final = RLock()
"""PDFium is not safe in two threads; a document may be closed in the midst of other work of the same thread."""


class OpenDocument:
    """A PDF that stays open, so that each of its pages is there at once; any thread may ask.

    To look the last page up in a long document that was just opened takes longer than to draw it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document: PdfDocument | None = None

    def picture(self, page: int, dpi: float, rows: range | None = None, *, turned: bool = False) -> PageImage:
        """A page (from 0) at a resolution, or only some rows of its pixels; `turned` lies on its right side."""
        with self._page(page) as found:
            return _drawn(found, dpi, rows, turned=turned)

    def size_mm(self, page: int) -> tuple[float, float]:
        """Width and height of a page (from 0)."""
        with self._page(page) as found:
            width, height = found.get_width(), found.get_height()
        return width * MM_PER_INCH / _POINTS_PER_INCH, height * MM_PER_INCH / _POINTS_PER_INCH

    def look_up_pages(self) -> int:
        """Open it and find its last page, and so all before; how many there are."""
        with _ONE_AT_A_TIME:
            number = len(self._opened())
            if number:
                self._opened()[number - 1].close()
        return number

    @contextmanager
    def _page(self, page: int) -> "Generator[PdfPage]":
        with _ONE_AT_A_TIME:
            document = self._opened()
            if not 0 <= page < len(document):
                raise MixerError(f"{self._path.name} has {len(document)} pages; there is no page {page + 1}.")
            found = document[page]
            try:
                yield found
            finally:
                found.close()

    def _opened(self) -> "PdfDocument":
        """Closed with this object or before PDFium's own end, and never amid the work of another thread."""
        if self._document is None:
            self._document = _open(self._path)
            atexit.register(weakref.finalize(self, _close, self._document))
        return self._document


def page_count(path: Path) -> int:
    """How many pages the document has."""
    with open_pdf(path) as document:
        return len(document)


def render_page(path: Path, page: int, dpi: float = 96.0) -> PageImage:
    """The page (from 0) as a picture."""
    return OpenDocument(path).picture(page, dpi)


def page_size_mm(path: Path, page: int = 0) -> tuple[float, float]:
    """Width and height of a page (from 0)."""
    return OpenDocument(path).size_mm(page)


def copy_pages(source: Path, target: Path, pages: range) -> None:
    """Write some pages (from 0) of a document as another."""
    import pypdfium2

    with open_pdf(source) as document:
        chosen = pypdfium2.PdfDocument.new()
        try:
            chosen.import_pages(document, list(pages))
            chosen.save(target)
        finally:
            chosen.close()


@contextmanager
def open_pdf(path: Path) -> "Generator[PdfDocument]":
    """The document as PDFium reads it, which serves one caller at a time."""
    with _ONE_AT_A_TIME:
        document = _open(path)
        try:
            yield document
        finally:
            document.close()


def _open(path: Path) -> "PdfDocument":
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except (OSError, pypdfium2.PdfiumError) as error:
        raise MixerError(f"{path} cannot be shown: {error}. Print it again.") from error


def _close(document: "PdfDocument") -> None:
    with _ONE_AT_A_TIME:
        document.close()


def _drawn(page: "PdfPage", dpi: float, rows: range | None, *, turned: bool) -> PageImage:
    from pypdfium2 import PdfBitmap, raw

    size = page.get_width(), page.get_height()
    width, height = (max(1, round(points * dpi / _POINTS_PER_INCH)) for points in (size[::-1] if turned else size))
    rows = rows if rows is not None else range(height)
    bitmap = PdfBitmap.new_native(width, len(rows), raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, len(rows))
    flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -rows.start, width, height, int(turned), flags)
    picture = PageImage(width=width, height=len(rows), rgb=bytes(bitmap.buffer))
    bitmap.close()
    return picture
