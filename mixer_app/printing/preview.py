"""Pages of a written document: as pictures, and some of them as a document of their own."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import PageImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME: Final = Lock()  # PDFium is not safe in two threads


def page_count(path: Path) -> int:
    """How many pages the document has."""
    with open_pdf(path) as document:
        return len(document)


def render_page(path: Path, page: int, dpi: float = 96.0) -> PageImage:
    """The page (from 0) as a picture."""
    with open_pdf(path) as document:
        if not 0 <= page < len(document):
            raise MixerError(f"{path.name} has {len(document)} pages; there is no page {page + 1}.")
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True)  # type: ignore[arg-type]  # its stub says int
        rows = bytes(bitmap.buffer)
        step = bitmap.n_channels
        lines = (rows[at : at + bitmap.width * step] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
        rgb = b"".join(line if step == 3 else _without_alpha(line, step) for line in lines)
        return PageImage(width=bitmap.width, height=bitmap.height, rgb=rgb)


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
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(path)
        except (OSError, pypdfium2.PdfiumError) as error:
            raise MixerError(f"{path} cannot be shown: {error}. Print it again.") from error
        try:
            yield document
        finally:
            document.close()


def _without_alpha(line: bytes, step: int) -> bytes:
    colours = bytearray(len(line) // step * 3)
    for channel in range(3):
        colours[channel::3] = line[channel::step]
    return bytes(colours)
