from pathlib import Path

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.preview import page_count, render_page


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
