from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.preview import OpenDocument, page_count, render_page


@pytest.fixture
def page(tmp_path: Path, kit: PrintKit) -> Path:
    with Paper(tmp_path / "page.pdf", title="Page", kit=kit) as paper:
        paper.begin_page(50.8, 25.4)
        paper.rectangle(0, 0, 25.4, 25.4, fill="mentor")
    return tmp_path / "page.pdf"


def test_a_page_is_shown_in_its_colours(page: Path):
    image = render_page(page, 0, dpi=50)
    assert (image.width, image.height) == (100, 50)
    assert len(image.rgb) == 100 * 50 * 3
    assert image.rgb[:3] == bytes.fromhex("9A4A0A")
    assert image.rgb[-3:] == b"\xff\xff\xff"


def test_the_pages_are_counted(page: Path):
    assert page_count(page) == 1


def test_a_page_that_is_not_there_is_refused(page: Path):
    with pytest.raises(MixerError, match="there is no page 2"):
        render_page(page, 1)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(MixerError, match="cannot be shown"):
        page_count(tmp_path / "none.pdf")


@pytest.fixture
def pages(tmp_path: Path, kit: PrintKit) -> Path:
    with Paper(tmp_path / "pages.pdf", title="Pages", kit=kit) as paper:
        for number in range(6):
            paper.begin_page(50.8, 25.4)
            paper.rectangle(number, number, 10, 10, fill="mentee")
    return tmp_path / "pages.pdf"


def test_rows_of_a_page_are_those_of_the_whole_page(pages: Path):
    document = OpenDocument(pages)
    whole = document.picture(3, 100)
    parts = [document.picture(3, 100, range(top, min(top + 30, whole.height))) for top in range(0, whole.height, 30)]
    assert [part.height for part in parts] == [30, 30, 30, 10]
    assert b"".join(part.rgb for part in parts) == whole.rgb


def test_an_open_document_serves_several_threads_at_once(pages: Path):
    document = OpenDocument(pages)
    assert document.look_up_pages() == 6
    assert document.size_mm(5) == pytest.approx((50.8, 25.4), abs=0.01)
    one_by_one = [render_page(pages, page, 60) for page in range(6)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda page: document.picture(page, 60), range(6))) == one_by_one
