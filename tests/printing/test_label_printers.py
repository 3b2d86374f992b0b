"""Badges for label printers: black alone, whole dots, what the printer reaches, as long as the content."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp

from mixer_app.domain.badge_design import BadgeDesign, BadgePart
from mixer_app.domain.brand import Brand
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock, load_stocks

BLACK = [name for name, stock in load_stocks().items() if stock.black]
BAND = {
    "classic": (6, 47, 60, 55),
    "bold": (5, 5, 20, 14),
    "minimal": (5, 10.3, 80, 11.7),
}
"""Where the role's ground is, in mm: left, top, right, foot."""


def colours_of(path: Path) -> set[str]:
    """Every colour that the pages of a PDF are drawn with."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", path.read_bytes(), re.DOTALL)
    pages = [text for stream in streams if b" cm" in (text := _unpacked(stream)) or b" rg" in text]
    return {found.decode() for page in pages for found in re.findall(rb"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b", page)}


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("design", DESIGNS)
def test_every_stroke_is_black_and_no_other_colour(tmp_path: Path, kit: PrintKit, sample: ModuleType, design: str):
    chosen, faces = BadgeDesign(name=design), sample.faces()[:4]
    kit = kit.branded(Brand(accent="#0B6E69"))
    write_badges(faces, find_stock("label-90x60-black"), tmp_path / "black.pdf", design=chosen, kit=kit)
    write_badges(faces, find_stock("label-90x60"), tmp_path / "colour.pdf", design=chosen, kit=kit)
    black, white = "0.0000 0.0000 0.0000", "1.0000 1.0000 1.0000"
    assert black in colours_of(tmp_path / "black.pdf") <= {black, white}
    assert len(colours_of(tmp_path / "colour.pdf")) > 3


@pytest.mark.parametrize("design", DESIGNS)
def test_roles_differ_with_the_word_covered(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, design: str
):
    name = PersonName(full="Bo Li", given="Bo")
    faces = [sample.face(name, "WXWCBYBS", role) for role in (Role.MENTOR, Role.MENTEE)]
    write_badges(faces, find_stock("label-90x60-black"), tmp_path / "b.pdf", design=BadgeDesign(name=design), kit=kit)
    pixel = 300 / 25.4
    left, top, right, foot = (round(edge * pixel) for edge in BAND[design])
    mentor, mentee = ((read(tmp_path / "b.pdf").pixels(page, 300) < 128)[top:foot, left:right] for page in (0, 1))
    assert mentor.mean() > mentee.mean() + 0.2


@pytest.mark.parametrize(("stock", "dots"), [("label-90x60-black", 6), ("label-89x36-black", 7)])
def test_modules_of_the_code_are_whole_dots_at_whole_dots(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, stock: str, dots: int
):
    chosen = find_stock(stock)
    write_badges(sample.faces()[:1], chosen, tmp_path / "b.pdf", kit=kit)
    pixels = read(tmp_path / "b.pdf").pixels(dpi=chosen.dpi)
    found = zxingcpp.read_barcodes(pixels)
    assert [code.text for code in found] == [sample.faces()[0].code]
    corner = found[0].position.top_left
    x, y = corner.x + 1, corner.y + 1
    block = pixels[y : y + 7 * dots, x : x + 7 * dots]
    modules = block[dots // 2 :: dots, dots // 2 :: dots]
    assert modules.shape == (7, 7)
    assert modules[0, 0] == 0
    assert dots * 25.4 / chosen.dpi >= 0.55
    rows = np.flatnonzero((pixels[y + 3 * dots + dots // 2, x - 2 : x + 22 * dots]) == 0)
    assert rows.min() in (1, 2, 3)


@pytest.mark.parametrize("name", BLACK)
def test_the_code_is_read_at_the_printers_own_dots(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str
):
    stock = find_stock(name)
    faces = sample.faces()[:2]
    write_badges(faces, stock, tmp_path / "b.pdf", kit=kit)
    for page, face in enumerate(faces):
        black = np.where(read(tmp_path / "b.pdf").pixels(page, stock.dpi) < 128, 0, 255).astype(np.uint8)
        assert [code.text for code in zxingcpp.read_barcodes(black)] == [face.code]


@pytest.mark.parametrize("name", [name for name in BLACK if load_stocks()[name].unreached_x])
@pytest.mark.parametrize("design", DESIGNS)
def test_no_ink_is_where_the_printer_does_not_reach(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType, name: str, design: str
):
    stock = find_stock(name)
    write_badges([sample.faces()[1]], stock, tmp_path / "b.pdf", design=BadgeDesign(name=design), kit=kit)
    ink = read(tmp_path / "b.pdf").pixels(dpi=150) < 160
    across, down = (round(edge * 150 / 25.4) for edge in (stock.unreached_x, stock.unreached_y))
    inside = ink[down : ink.shape[0] - down, across : ink.shape[1] - across]
    assert inside.sum() == ink.sum() > 0


def test_a_round_label_has_its_ink_inside_the_circle(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_badges([sample.faces()[1]], find_stock("DK-11207"), tmp_path / "b.pdf", kit=kit)
    rows, columns = np.nonzero(read(tmp_path / "b.pdf").pixels(dpi=100) < 160)
    pixel = 100 / 25.4
    away = np.hypot(rows / pixel - 29, columns / pixel - 29)
    assert away.max() <= 618 * 25.4 / 300 / 2


def test_a_badge_lies_across_an_upright_label(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_badges(sample.faces()[:1], find_stock("DK-11202"), tmp_path / "b.pdf", kit=kit)
    written = read(tmp_path / "b.pdf")
    assert written.size() == pytest.approx((62, 100), abs=0.05)
    name, role = written.place("Bo Li"), written.place("Mentor")
    assert name.bottom - name.top > name.right - name.left  # its letters run down
    assert role.right < name.left  # the band is below the name, which is now at the left


def test_a_roll_is_cut_after_its_content(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    roll = find_stock("DK-22205")
    short = sample.face(PersonName(full="Bo Li"), "WXWCBYBS", Role.MENTOR)
    long = sample.face(PersonName(full="Maximiliane Freifrau von Hohenlohe"), "WXWCBYBS", Role.MENTOR)
    sizes = {}
    for name, faces in {"short": [short], "long": [long], "both": [short, long]}.items():
        write_badges(faces, roll, tmp_path / f"{name}.pdf", kit=kit)
        sizes[name] = [read(tmp_path / f"{name}.pdf").size(page)[1] for page in range(len(faces))]
        assert all(12.7 <= length <= 1000 for length in sizes[name])
    assert sizes["short"][0] < sizes["long"][0]
    assert sizes["both"] == pytest.approx([sizes["long"][0]] * 2, abs=0.01)


def test_a_small_label_leaves_event_and_employer_out_and_says_so(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    face = replace(sample.faces()[0], topics=())
    report = write_badges([face], find_stock("label-89x36-black"), tmp_path / "b.pdf", kit=kit)
    assert report.remarks == ("These labels have no room for the employer, the name of the event and the topics.",)
    bare = BadgeDesign().without(BadgePart.EVENT, BadgePart.EMPLOYER, BadgePart.TOPICS)
    assert not write_badges(
        [face], find_stock("label-89x36-black"), tmp_path / "x.pdf", design=bare, kit=kit
    ).remarks  # nobody wanted them
    written = read(tmp_path / "b.pdf")
    text = written.text()
    assert face.event_name not in text
    assert face.employer not in text
    assert "Bo Li" in text
    assert face.title in text
    assert "Mentor" in text


def test_a_label_too_narrow_for_the_words_of_both_roles_says_so(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    faces = [sample.face(PersonName(full="Bo Li"), "WXWCBYBS", role) for role in (Role.MENTOR, Role.BOTH)]
    narrow = find_stock("herma-9642")
    for face, said in zip(faces, (False, True), strict=True):
        [remark] = write_badges([face], narrow, tmp_path / "b.pdf", kit=kit).remarks
        assert ("the word of a role" in remark) is said
