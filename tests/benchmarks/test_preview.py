"""The preview of five thousand pages: how long a page turn takes, and that memory stays as it is.

Run with: `pytest tests/benchmarks/test_preview.py --benchmark-enable -s`
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mixer_app.domain.paper import PaperReport
from mixer_app.printing.match_sheets import write_match_sheets
from mixer_app.services.database import open_database
from mixer_app.services.events import list_events
from mixer_app.services.paper import Document, LabelChoice
from mixer_app.ui.background import Background
from mixer_app.ui.printers.paper_file import PaperFile
from mixer_app.ui.printing.choice import PrintChoice
from mixer_app.ui.printing.page_pictures import PagePictures
from mixer_app.ui.printing.page_preview import PagePreview
from mixer_app.ui.printing.paper_maker import PaperMaker

PAGES: Final = 5_000
MOST_MS: Final = 100
MOST_SLOWEST_MS: Final = 200
MOST_MB_MORE: Final = 40
KEYS: Final = (
    *(Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Minus, Qt.Key.Key_Home),
)
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def thick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five thousand match sheets, drawn once."""
    import importlib.util

    file = Path(__file__).parents[1] / "screens" / "documents.py"
    spec = importlib.util.spec_from_file_location("sample_documents", file)
    assert spec is not None
    assert spec.loader is not None
    sample = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sample)
    path = tmp_path_factory.mktemp("thick") / "sheets.pdf"
    sheets = sample.match_sheets()[:1] * PAGES
    assert write_match_sheets(sheets, path).pages == PAGES
    return path


@pytest.fixture
def preview(qtbot: Any, thick: Path) -> Iterator[tuple[PagePreview, PagePictures]]:
    """The preview on the screen, at the size that it has in the window."""
    background, shown = Background(), PagePreview()
    pictures, paper = PagePictures(background, shown), PaperFile(thick, PaperReport(pages=PAGES, not_printed=[]))
    paper.look_up_pages()
    pictures.show(paper)
    shown.page_asked.connect(pictures.draw)
    pictures.page_drawn.connect(shown.show_page)
    shown.resize(1000, 780)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_paper(PAGES, 297.0, 210.0)
    qtbot.waitUntil(lambda: shown.has_picture)
    yield shown, pictures
    shown.close()
    assert background.close()


def test_every_page_turn_of_five_thousand_is_there_at_once(
    preview: tuple[PagePreview, PagePictures], qtbot: Any, benchmark: Callable[..., Any]
) -> None:
    shown, pictures = preview
    times: list[float] = []

    def turn_all() -> None:
        for key in KEYS:
            begun = time.perf_counter()
            QTest.keyClick(shown, key)
            qtbot.waitUntil(lambda: shown.has_picture)
            times.append((time.perf_counter() - begun) * 1000)
            qtbot.waitUntil(lambda: not pictures.waiting)  # so long somebody looks at a page

    benchmark(turn_all)
    usual, slowest = sorted(times)[len(times) // 2], max(times)
    sys.stdout.write(f"\na page turn of {PAGES:,} pages: {usual:.0f} ms as a rule, {slowest:.0f} ms at most\n")
    assert usual < MOST_MS
    assert slowest < MOST_SLOWEST_MS


def test_the_first_page_of_thousands_is_there_while_the_rest_is_written(
    crowded_file: Path, tmp_path: Path, qtbot: Any
) -> None:
    database, background, shown = open_database(str(crowded_file)), Background(), PagePreview()
    event = database.read(list_events)[0]
    maker = PaperMaker(database, background, lambda: datetime(2026, 3, 5, 17, 0, tzinfo=UTC), shown)
    shown.resize(1000, 780)
    qtbot.addWidget(shown)
    shown.page_asked.connect(maker.pictures.draw)
    maker.pictures.page_drawn.connect(shown.show_page)
    for told in (maker.begun, maker.made):
        told.connect(lambda paper, width, height: shown.show_paper(paper.pages, width, height))
    begun = time.perf_counter()
    maker.make(event.id, PrintChoice(document=Document.BADGES, labels=LabelChoice(stock="label-90x60")))
    qtbot.waitUntil(lambda: shown.has_picture, timeout=60_000)
    first = time.perf_counter() - begun
    qtbot.waitUntil(lambda: maker.paper is not None and not maker.waiting, timeout=120_000)
    whole = time.perf_counter() - begun
    pages = maker.paper.pages if maker.paper is not None else 0
    sys.stdout.write(f"\n{pages:,} badges: the first after {first:.2f} s, all of them after {whole:.1f} s\n")
    assert first < whole / 3
    with qtbot.waitSignal(maker.destroyed):  # its folder goes with it
        maker.deleteLater()
    shown.close()
    assert background.close()
    database.close()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory in use is read from Linux")
def test_paging_through_leaves_no_page_behind(preview: tuple[PagePreview, PagePictures], qtbot: Any) -> None:
    shown, pictures = preview

    def page_through(number: int) -> None:
        for _ in range(number):
            QTest.keyClick(shown, Qt.Key.Key_Right)
            qtbot.waitUntil(lambda: shown.has_picture and not pictures.waiting)

    page_through(20)
    before = _megabytes()
    page_through(300)
    more = _megabytes() - before
    sys.stdout.write(f"\nafter 300 pages: {more:.0f} MB more\n")
    assert more < MOST_MB_MORE


def _megabytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1024**2
