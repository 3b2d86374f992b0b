from collections.abc import Callable
from pathlib import Path

import pytest

from mixer_app.printing.charts import count_bar, level, people_in_a_ring, ring_columns
from mixer_app.printing.paper import Paper, PrintKit


@pytest.mark.parametrize(("highest", "step"), [(90, 30), (91, 50), (7, 3), (1, 1), (0, 1), (1100, 500)])
def test_three_gridlines_reach_the_highest_value(highest: int, step: int):
    assert level(highest) == step
    assert 3 * step >= highest


def test_a_small_count_has_one_length_whatever_it_is(tmp_path: Path, kit: PrintKit, read: Callable):
    for count in (1, 4):
        with Paper(tmp_path / f"{count}.pdf", title="Bar", kit=kit) as paper:
            paper.begin_page(100, 20)
            count_bar(paper, 10, 10, 4, 2.0, count, fill="mentor", small="fewer than 5")
    assert (read(tmp_path / "1.pdf").pixels() == read(tmp_path / "4.pdf").pixels()).all()
    assert read(tmp_path / "1.pdf").text() == "fewer than 5"


@pytest.mark.parametrize(
    ("counts", "each"),
    [((10, 34, 6), 1), ((8, 6, 42, 34), 2), ((20, 32, 20, 18), 1), ((400, 20), 5), ((), 1), ((30_000,), 200)],
)
def test_a_ring_is_as_few_people_as_there_is_room_for(counts: tuple[int, ...], each: int):
    assert people_in_a_ring(counts, 92.0, 36.0) == each


def test_rings_stay_below_their_title(tmp_path: Path, kit: PrintKit, read: Callable):
    counts = (8, 6, 42, 34)
    with Paper(tmp_path / "rings.pdf", title="Rings", kit=kit) as paper:
        paper.begin_page(110, 60)
        columns = [(str(count), count) for count in counts]
        ring_columns(paper, 10, 50, columns, width=92, height=36, each=people_in_a_ring(counts, 92, 36))
    assert read(tmp_path / "rings.pdf").place("42").top > 50 - 36


def test_numbers_stand_above_their_rings(tmp_path: Path, kit: PrintKit, read: Callable):
    with Paper(tmp_path / "rings.pdf", title="Rings", kit=kit) as paper:
        paper.begin_page(110, 60)
        ring_columns(paper, 10, 50, [("3 meetings", 10), ("4 meetings", 34)], width=92, height=40)
    written = read(tmp_path / "rings.pdf")
    assert written.place("34").bottom < written.place("10").bottom < 50
    assert written.place("3 meetings").top > 50
