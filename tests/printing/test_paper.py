from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import PaperReport
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.preview import page_count, render_page


def test_a_failure_while_drawing_leaves_the_old_file(tmp_path: Path, kit: PrintKit):
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def fail_halfway() -> None:
        with Paper(target, title="X", kit=kit) as paper:
            paper.begin_page(10, 10)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path: Path, kit: PrintKit):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(MixerError, match="cannot be written"),
        Paper(tmp_path / "file" / "x.pdf", title="X", kit=kit) as paper,
    ):
        paper.begin_page(10, 10)


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path: Path, kit: PrintKit):
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(MixerError, match="cannot be written"), Paper(tmp_path / "x.pdf", title="X", kit=kit) as paper:
        paper.begin_page(10, 10)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pdf"]


def test_missing_characters_are_noted_once(tmp_path: Path, kit: PrintKit):
    with Paper(tmp_path / "x.pdf", title="X", kit=kit) as paper:
        paper.begin_page(50, 50)
        for y in (10, 20):
            paper.text(5, y, "\U0001331c", paper.look.body)
    assert len(paper.report.not_printed) == 1


def test_moved_and_turned_drawing_lands_where_it_should(tmp_path: Path, kit: PrintKit, read: Callable):
    with Paper(tmp_path / "x.pdf", title="X", kit=kit) as paper:
        paper.begin_page(100, 100)
        with paper.placed(50, 20, 2.0):
            paper.rectangle(1, 1, 5, 5, fill="text")
        with paper.turned(100, 50):
            paper.rectangle(0, 0, 10, 10, fill="accent")
    ink = read(tmp_path / "x.pdf").pixels(dpi=25.4) < 128
    rows, columns = np.nonzero(ink)
    assert ink[23:31, 53:61].all()
    assert ink[41:49, 91:99].all()
    assert len(rows) <= 250
    assert columns.min() >= 51


def test_the_same_pages_give_the_same_bytes(tmp_path: Path, kit: PrintKit):
    for name in ("a.pdf", "b.pdf"):
        with Paper(tmp_path / name, title="X", kit=kit) as paper:
            paper.begin_page(50, 50)
            paper.text(5, 10, "Ana 王小明", paper.look.body)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_first_pages_of_a_document_look_as_they_do_in_the_whole(tmp_path: Path, kit: PrintKit):
    def write(name: str, pages: int) -> PaperReport:
        with Paper(tmp_path / name, title="Long", kit=kit.first(pages)) as paper:
            for number in range(4):
                paper.begin_page(60, 40)
                paper.text(5, 20, f"Page {number + 1}", paper.look.body)
        return paper.report

    first, whole = write("first.pdf", 2), write("whole.pdf", 4)
    assert (first.pages, first.whole) == (2, False)
    assert (whole.pages, whole.whole) == (4, True)
    assert page_count(tmp_path / "first.pdf") == 2
    for page in range(2):
        assert render_page(tmp_path / "first.pdf", page) == render_page(tmp_path / "whole.pdf", page)
