"""Backs behind their fronts, folded badges, and what stands on a back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixer_app.domain.paper import BadgeBack, BadgeFace, BadgeRound
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import Flip, Stock, behind, label_boxes, label_places
from mixer_app.printing.badges import write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock, load_stocks

START = datetime(2027, 4, 15, 18, 5)


def rounds(count: int, free: int = 0) -> BadgeBack:
    return BadgeBack(
        rounds=tuple(
            BadgeRound(
                number=number,
                starts_at=START + timedelta(minutes=12 * number),
                table=None if number == free else 30 + number,
            )
            for number in range(1, count + 1)
        )
    )


def people(sample: ModuleType, count: int, back: BadgeBack) -> list[BadgeFace]:
    return [
        replace(sample.face(PersonName(full=f"Person N{number}"), "WXWCBYBS", Role.MENTEE), back=back)
        for number in range(count)
    ]


@pytest.mark.parametrize("name", ["plain-a4-90x60", "avery-l7418", "avery-5163", "a6-cards-a4-landscape"])
@pytest.mark.parametrize("flip", [Flip.LONG_EDGE, Flip.SHORT_EDGE])
def test_the_back_of_each_label_lies_behind_its_front(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str, flip: Flip
):
    stock = find_stock(name)
    faces = people(sample, 3, BadgeBack(text="Welcome"))
    report = write_badges(faces, stock, tmp_path / "b.pdf", start_at=2, flip=flip, kit=kit)
    written = read(tmp_path / "b.pdf")
    assert report.pages == written.pages == 2
    for face, place in zip(faces, label_places(stock, 2), strict=False):
        assert face.name is not None
        x, y = behind(stock, place.x, place.y, flip)
        back = written.place(face.name.full, 1)
        assert x <= back.left
        assert back.right <= x + stock.label_width
        assert y <= back.top
        assert back.bottom <= y + stock.label_height


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(1, 3), st.integers(1, 3), st.floats(0, 20), st.floats(0, 20), st.floats(0, 8),
    st.sampled_from([Flip.LONG_EDGE, Flip.SHORT_EDGE]),
)  # fmt: skip
def test_nothing_of_front_and_back_leaves_its_label_on_any_stock(
    tmp_path: Path,
    kit: PrintKit,
    read: Callable,
    sample: ModuleType,
    columns: int,
    rows: int,
    left: float,
    top: float,
    apart: float,
    flip: Flip,
):
    stock = Stock(
        name="any",
        title="Any",
        page_name="A4",
        page_width=left + columns * 70 + (columns - 1) * apart + 9,
        page_height=top + rows * 45 + (rows - 1) * apart + 4,
        label_width=70,
        label_height=45,
        columns=columns,
        rows=rows,
        left=left,
        top=top,
        pitch_x=70 + apart,
        pitch_y=45 + apart,
    )
    face = replace(sample.faces()[1], back=rounds(5))
    write_badges([face] * stock.labels, stock, tmp_path / "b.pdf", flip=flip, kit=kit)
    dpi, edge = 72, 1.5
    pixel = dpi / 25.4
    boxes = label_boxes(stock)
    backs = [behind(stock, box.x, box.y, flip) for box in boxes]
    for page, corners in enumerate([[(box.x, box.y) for box in boxes], backs]):
        ink = read(tmp_path / "b.pdf").pixels(page, dpi) < 160
        assert ink.any()
        for x, y in corners:
            columns_of = slice(round((x + edge) * pixel), round((x + 70 - edge) * pixel))
            ink[round((y + edge) * pixel) : round((y + 45 - edge) * pixel), columns_of] = False
        assert not ink.any()


def test_a_back_turned_over_the_short_edge_stands_on_its_head(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    stock = find_stock("plain-a4-90x60")
    heads = {}
    for flip in (Flip.LONG_EDGE, Flip.SHORT_EDGE):
        write_badges(people(sample, 1, rounds(3)), stock, tmp_path / "b.pdf", flip=flip, kit=kit)
        written = read(tmp_path / "b.pdf")
        heads[flip] = written.place("Person N0", 1).top < written.place("Table 31", 1).top
    assert heads == {Flip.LONG_EDGE: True, Flip.SHORT_EDGE: False}


def test_a_back_has_round_time_and_table_and_says_what_is_free(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    faces = people(sample, 1, rounds(4, free=3))
    write_badges(faces, find_stock("label-90x60"), tmp_path / "b.pdf", flip=Flip.SHORT_EDGE, kit=kit)
    written = read(tmp_path / "b.pdf")
    rows = [("18:17", "Round 1", "Table 31"), ("18:29", "Round 2", "Table 32"), ("18:41", "Round 3", "free"),
            ("18:53", "Round 4", "Table 34")]  # fmt: skip
    tops = []
    for time, number, table in rows:
        places = [written.place(text, 1) for text in (time, number, table)]
        middles = [(place.top + place.bottom) / 2 for place in places]
        assert max(middles) - min(middles) < 0.8
        assert places[0].right < places[1].left < places[1].right < places[2].left
        tops.append(places[0].top)
    assert tops == sorted(tops)
    assert {"Person", "N0", "WXWC-BYBS"} <= set(written.text(1).split())


def test_many_rounds_stand_in_two_columns_and_what_has_no_room_is_told(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    card = find_stock("label-90x60")
    assert not write_badges(
        people(sample, 1, rounds(16)), card, tmp_path / "b.pdf", flip=Flip.SHORT_EDGE, kit=kit
    ).not_printed
    written = read(tmp_path / "b.pdf")
    assert written.place("21:17", 1).left > written.place("18:17", 1).left + 30
    told = write_badges(
        people(sample, 1, rounds(40)), card, tmp_path / "c.pdf", flip=Flip.SHORT_EDGE, kit=kit
    ).not_printed
    assert told[0].startswith("Person N0: the last ")
    assert "no room on the back" in told[0]


def test_a_long_name_is_whole_on_the_back_and_in_its_own_script(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    faces = [replace(face, back=rounds(3)) for face in (sample.faces()[1], sample.faces()[2])]
    write_badges(faces, find_stock("plain-a4-90x60"), tmp_path / "b.pdf", flip=Flip.LONG_EDGE, kit=kit)
    text = read(tmp_path / "b.pdf").text(1)
    assert "…" not in text
    for part in ("Alexandrina", "Featherstonehaugh", "田中", "Tanaka Haruka"):
        assert part in text


def test_a_text_that_is_too_long_is_told(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    text = BadgeBack(text="Wi-Fi: guests\n" + "Thank you for coming tonight. " * 60)
    report = write_badges(
        people(sample, 2, text), find_stock("label-90x60"), tmp_path / "b.pdf", flip=Flip.SHORT_EDGE, kit=kit
    )
    assert report.not_printed == ["The text for the back of the badges is too long for this stock, and ends too early."]
    assert "Wi-Fi: guests" in read(tmp_path / "b.pdf").text(1)


FOLDED = [name for name, stock in load_stocks().items() if stock.fold]


@pytest.mark.parametrize("name", FOLDED)
def test_a_folded_badge_has_its_back_on_the_other_half_and_ticks_at_the_fold(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str
):
    stock = find_stock(name)
    write_badges(people(sample, 1, rounds(3)), stock, tmp_path / "b.pdf", kit=kit)
    written = read(tmp_path / "b.pdf")
    assert written.pages == 1
    role, table = written.place("Mentee"), written.place("Table 31")
    if stock.fold == "top":
        assert table.bottom < stock.label_height / 2 < role.top
    else:
        assert table.right < stock.label_width / 2 < role.left
    pixel = 200 / 25.4
    ink = written.pixels(dpi=200) < 160
    half = round(stock.label_height / 2 * pixel) if stock.fold == "top" else round(stock.label_width / 2 * pixel)
    along = ink[half - 2 : half + 3].any(axis=0) if stock.fold == "top" else ink[:, half - 2 : half + 3].any(axis=1)
    marked = np.flatnonzero(along) / pixel
    length = stock.label_width if stock.fold == "top" else stock.label_height
    assert marked.size
    assert ((marked < 4.3) | (marked > length - 4.3)).all()


def test_a_spare_badge_and_an_empty_text_leave_the_back_empty(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_badges(people(sample, 1, BadgeBack()), find_stock(None), tmp_path / "b.pdf", flip=Flip.LONG_EDGE, kit=kit)
    assert read(tmp_path / "b.pdf").text(1) == ""


def test_sheets_and_their_backs_take_turns(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    stock = find_stock("avery-l7418")
    faces = people(sample, 10, BadgeBack(text="Welcome"))
    write_badges(faces, stock, tmp_path / "b.pdf", used=[1, 2], flip=Flip.LONG_EDGE, kit=kit)
    written = read(tmp_path / "b.pdf")
    assert written.pages == 4
    on_page = [_numbers(written.text(page)) for page in range(4)]
    assert on_page[0] == on_page[1] == [0, 1, 2, 3, 4, 5]
    assert on_page[2] == on_page[3] == [6, 7, 8, 9]
    assert [place.index for place in islice(label_places(stock, 1, [1, 2]), 2)] == [2, 3]


def _numbers(text: str) -> Sequence[int]:
    return sorted(number for number in range(10) if f"Person N{number}" in text)
