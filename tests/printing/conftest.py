"""What tests of paper look through: the text of a page with its place in mm, and its pixels."""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from mixer_app.printing.paper import PrintKit, new_kit
from mixer_app.printing.preview import render_page

MM = 72 / 25.4


@dataclass(frozen=True)
class Place:
    """A text on a page, its ink in mm from the top left."""

    left: float
    top: float
    right: float
    bottom: float


class WrittenPaper:
    """A PDF as a reader sees it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with pypdfium2.PdfDocument(path) as document:
            self.pages = len(document)
            self._sizes = [page.get_size() for page in document]

    def text(self, page: int = 0) -> str:
        """All text of a page on one line."""
        with pypdfium2.PdfDocument(self.path) as document:
            return " ".join(document[page].get_textpage().get_text_range().split())

    def all_text(self) -> str:
        return " ".join(self.text(page) for page in range(self.pages))

    def size(self, page: int = 0) -> tuple[float, float]:
        width, height = self._sizes[page]
        return width / MM, height / MM

    def places(self, wanted: str, page: int = 0) -> list[Place]:
        """Where a text stands."""
        found: list[Place] = []
        with pypdfium2.PdfDocument(self.path) as document:
            words = document[page].get_textpage()
            searcher = words.search(wanted, match_case=True)
            height = self._sizes[page][1]
            while (hit := searcher.get_next()) is not None:
                index, count = hit
                boxes = [words.get_charbox(at) for at in range(index, index + count)]
                left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
                right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
                found.append(Place(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
        return found

    def place(self, wanted: str, page: int = 0) -> Place:
        found = self.places(wanted, page)
        assert found, f"{wanted!r} is not on page {page + 1}: {self.text(page)}"
        return found[0]

    def pixels(self, page: int = 0, dpi: float = 150) -> NDArray[np.uint8]:
        """The page as rows of grey values."""
        image = render_page(self.path, page, dpi)
        return np.frombuffer(image.rgb, np.uint8).reshape(image.height, image.width, 3).min(axis=2)


@pytest.fixture(scope="session")
def kit() -> PrintKit:
    """Fonts and look, opened once."""
    return new_kit()


@pytest.fixture
def read() -> Callable[[Path], WrittenPaper]:
    """Reads a written PDF."""
    return WrittenPaper


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """The content of the sample documents."""
    file = Path(__file__).parents[1] / "screens" / "documents.py"
    spec = importlib.util.spec_from_file_location("sample_documents", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
