"""What staff choose for badges, on the paper itself: place, order, size, colour, and nothing beyond its box."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep
from mixer_app.domain.brand import Brand, Picture
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.badges import DESIGNS, write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.pictures import logo_from_file
from mixer_app.printing.preview import render_page
from mixer_app.printing.stock import find_stock

ACCENT = "#8E24AA"
SINGLE = find_stock("label-90x60")
ALL = tuple(BadgePart)


@lru_cache
def logo() -> Picture:
    """Three times as wide as high, of one colour that no design has."""
    image = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 299, 99), fill="#00CC44")
    written = io.BytesIO()
    image.save(written, "PNG")
    return logo_from_file(written.getvalue())


@pytest.fixture
def write(tmp_path: Path, kit: PrintKit, read: Callable[[Path], Any]) -> Callable[..., Any]:
    """Writes badges and reads them: `write(face, design, brand)`."""

    def written(face: Any, design: BadgeDesign, brand: Brand | None = None, stock: Any = SINGLE) -> Any:
        path = tmp_path / "badge.pdf"
        faces = face if isinstance(face, list) else [face]
        report = write_badges(faces, stock, path, design=design, kit=kit.branded(brand or Brand()))
        made = read(path)
        made.report = report
        return made

    return written


def someone(sample: ModuleType, role: Role = Role.MENTOR) -> Any:
    return replace(sample.faces()[0], role=role, pronouns="she/her")


def pixels(path: Path, dpi: float = 150) -> Any:
    image = render_page(path, 0, dpi)
    return np.frombuffer(image.rgb, np.uint8).reshape(image.height, image.width, 3)


def box_of(path: Path, colour: tuple[int, int, int]) -> tuple[float, float, float, float] | None:
    """Where a colour is, in mm: left, top, right, bottom."""
    near = np.abs(pixels(path).astype(int) - colour).max(axis=2) < 24
    rows, columns = np.nonzero(near)
    if not len(rows):
        return None
    pixel = 150 / 25.4
    return columns.min() / pixel, rows.min() / pixel, (columns.max() + 1) / pixel, (rows.max() + 1) / pixel


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(
    ("part", "text"),
    [
        (BadgePart.TITLE, "Chief Pharmacist"),
        (BadgePart.EMPLOYER, "Harbour General"),
        (BadgePart.PRONOUNS, "she/her"),
        (BadgePart.TOPICS, "negotiation"),
        (BadgePart.EVENT, "Physician Leadership"),
    ],
)
def test_each_part_can_be_left_out(write: Callable, sample: ModuleType, design: str, part: BadgePart, text: str):
    assert text in write(someone(sample), BadgeDesign(name=design)).text()
    left = write(someone(sample), BadgeDesign(name=design).without(part)).text()
    assert text not in left
    for kept in ("Bo", "Li", "Mentor", "WXWC"):
        assert kept in left


@pytest.mark.parametrize("design", DESIGNS)
def test_without_a_code_to_scan_the_code_is_still_written(write: Callable, sample: ModuleType, design: str):
    written = write(someone(sample), BadgeDesign(name=design).without(BadgePart.QR))
    assert zxingcpp.read_barcodes(written.pixels(dpi=300)) == []
    assert "WXWC" in written.text()
    assert "BYBS" in written.text()


@pytest.mark.parametrize("design", DESIGNS)
def test_the_lines_stand_in_the_order_that_was_chosen(write: Callable, sample: ModuleType, design: str):
    order = (BadgePart.TOPICS, BadgePart.EMPLOYER, BadgePart.TITLE, BadgePart.QR)
    written = write(someone(sample), BadgeDesign(name=design, parts=order))
    tops = [written.place(text).top for text in ("Ask me about", "Harbour General", "Chief Pharmacist")]
    assert tops == sorted(tops)
    assert tops[0] > written.place("Li").top


@pytest.mark.parametrize("design", DESIGNS)
def test_pronouns_that_come_first_have_a_line_of_their_own(write: Callable, sample: ModuleType, design: str):
    first = write(someone(sample), BadgeDesign(name=design, parts=(BadgePart.PRONOUNS, BadgePart.TITLE)))
    assert first.place("she/her").bottom < first.place("Chief Pharmacist").top + 0.5
    alone = write(replace(someone(sample), title="", employer=""), BadgeDesign(name=design))
    assert "she/her" in alone.text()


@pytest.mark.parametrize("design", DESIGNS)
def test_a_larger_name_is_larger_and_a_smaller_one_smaller(write: Callable, sample: ModuleType, design: str):
    heights = []
    for step in SizeStep:
        written = write(someone(sample), BadgeDesign(name=design, sizes={BadgeBlock.NAME: step}))
        place = written.place("Bo")
        heights.append(place.bottom - place.top)
    assert heights[0] < heights[1] * 0.9
    assert heights[2] > heights[1] * 1.1


@pytest.mark.parametrize("design", ["classic", "minimal"])
@pytest.mark.parametrize("text", ["Chief Pharmacist", "Ask me about", "Physician Leadership"])
def test_larger_texts_have_ten_and_a_half_points(write: Callable, sample: ModuleType, design: str, text: str):
    sizes = dict.fromkeys((BadgeBlock.JOB, BadgeBlock.TOPICS, BadgeBlock.EVENT), SizeStep.LARGER)
    usual = write(someone(sample), BadgeDesign(name=design)).place(text)
    larger = write(someone(sample), BadgeDesign(name=design, sizes=sizes)).place(text)
    assert (larger.right - larger.left) / (usual.right - usual.left) == pytest.approx(10.5 / 9, abs=0.03)


@pytest.mark.parametrize("design", DESIGNS)
def test_a_smaller_job_stands_on_one_line_but_nothing_is_lost(write: Callable, sample: ModuleType, design: str):
    small = BadgeDesign(name=design, sizes={BadgeBlock.JOB: SizeStep.SMALLER})
    short = write(replace(someone(sample), employer="Karoo", pronouns=""), small)
    assert short.place("Chief Pharmacist").top == pytest.approx(short.place("Karoo").top, abs=0.3)
    long = write(replace(someone(sample), employer="Northern and Western Isles University Hospitals"), small)
    assert long.place("Northern and").top > long.place("Chief Pharmacist").bottom - 0.5
    assert long.report.not_printed == []


@pytest.mark.parametrize(
    ("design", "step", "side"),
    [
        ("classic", SizeStep.SMALLER, 11.6),
        ("classic", SizeStep.DESIGNED, 16.0),
        ("classic", SizeStep.LARGER, 20.0),
        ("bold", SizeStep.SMALLER, 11.6),
        ("bold", SizeStep.LARGER, 15.6),
        ("minimal", SizeStep.SMALLER, 11.6),
        ("minimal", SizeStep.LARGER, 18.0),
    ],
)
def test_the_code_has_the_size_that_was_chosen_and_is_read(
    write: Callable, sample: ModuleType, design: str, step: SizeStep, side: float
):
    written = write(someone(sample), BadgeDesign(name=design, sizes={BadgeBlock.QR: step}))
    [found] = zxingcpp.read_barcodes(written.pixels(dpi=300))
    assert found.text == "WXWCBYBS"
    width = (found.position.top_right.x - found.position.top_left.x) * 25.4 / 300
    assert width == pytest.approx(side, abs=0.5)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("step", "height"), [(SizeStep.SMALLER, 5), (SizeStep.DESIGNED, 7), (SizeStep.LARGER, 9)])
def test_the_logo_stands_in_its_place_in_its_own_proportions(
    write: Callable, sample: ModuleType, design: str, step: SizeStep, height: float
):
    written = write(someone(sample), BadgeDesign(name=design, sizes={BadgeBlock.LOGO: step}), Brand(logo=logo()))
    box = box_of(written.path, (0, 0xCC, 0x44))
    assert box is not None
    left, top, right, bottom = box
    assert (right - left) / (bottom - top) == pytest.approx(3.0, abs=0.15)
    assert bottom - top == pytest.approx(height, abs=0.3)
    assert left == pytest.approx(26.1 if design == "bold" else 4.0, abs=0.3)
    if design == "classic":
        assert top == pytest.approx(4.0, abs=0.3)
    else:
        assert bottom == pytest.approx(56.0, abs=1.5)
    event = written.place("Physician")
    assert event.left > right
    assert top - 0.2 < event.top
    assert box_of(write(someone(sample), BadgeDesign(name=design).without(BadgePart.LOGO), Brand(logo=logo())).path,
                  (0, 0xCC, 0x44)) is None  # fmt: skip


def test_a_logo_is_embedded_once_however_many_badges(write: Callable, sample: ModuleType):
    faces = [someone(sample)] * 40
    written = write(faces, BadgeDesign(), Brand(logo=logo()), find_stock(None))
    with pypdfium2.PdfDocument(written.path) as document:
        assert len(document) == 5
    assert written.path.read_bytes().count(b"/Subtype /Image") <= 2  # the picture, and what is clear in it


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("accent", ["", ACCENT, "#9A4A0A", "#3B3FB6"])
def test_a_role_has_its_word_its_colour_and_its_shape_whatever_the_colour_of_the_event(
    write: Callable, sample: ModuleType, design: str, role: Role, accent: str
):
    written = write(someone(sample, role), BadgeDesign(name=design), Brand(accent=accent, logo=logo()))
    text = written.text()
    assert ("Mentor" in text) == (role is not Role.MENTEE)
    assert ("Mentee" in text) == (role is not Role.MENTOR)
    names = {"Mentor": ((0x9A, 0x4A, 0x0A), "diamond"), "Mentee": ((0x3B, 0x3F, 0xB6), "ring")}
    for word, (colour, shape) in names.items():
        if word not in text:
            continue
        assert box_of(written.path, colour) is not None
        assert _shape_near(written, word, bold=design == "bold", both=role is Role.BOTH) == shape


def _shape_near(written: Any, word: str, *, bold: bool, both: bool) -> str:
    """What stands left of a role's word (above it in the bold design): filled in its middle or not."""
    place = written.places(word)[-1] if word == "Mentee" else written.places(word)[0]
    scale = 300 / 25.4
    page = written.pixels(dpi=300)
    if bold:
        middle = (place.left + place.right) / 2
        up, half = (7.0, 3.5) if both else (15.5, 6.5)
        window = page[
            round((place.top - up) * scale) : round((place.top - 0.6) * scale),
            round((middle - half) * scale) : round((middle + half) * scale),
        ]
    else:
        window = page[
            round((place.top - 1.2) * scale) : round((place.bottom + 1.2) * scale),
            round((place.left - 7.2) * scale) : round((place.left - 0.8) * scale),
        ]
    ground = window[1, 1] if not bold else window[window.shape[0] // 2, 1]
    ink = np.abs(window.astype(int) - int(ground)) > 60
    rows, columns = np.nonzero(ink)
    row, column = round((rows.min() + rows.max()) / 2), round((columns.min() + columns.max()) / 2)
    return "diamond" if ink[row, column] else "ring"


def test_the_event_has_its_own_colour_and_the_name_has_not(write: Callable, sample: ModuleType):
    plain = write(someone(sample), BadgeDesign())
    assert box_of(plain.path, (0x8E, 0x24, 0xAA)) is None
    coloured = write(someone(sample), BadgeDesign(), Brand(accent=ACCENT))
    box = box_of(coloured.path, (0x8E, 0x24, 0xAA))
    assert box is not None
    place = coloured.place("Physician Leadership Forum 2027")
    assert box[1] >= place.top - 0.5
    assert box[3] <= place.bottom + 0.7


def test_what_a_small_label_has_no_room_for_is_said(write: Callable, sample: ModuleType):
    card = find_stock("avery-5160")
    written = write(someone(sample), BadgeDesign(name="bold"), Brand(logo=logo()), card)
    assert written.report.remarks[0].startswith("These labels are too small for the bold design")
    assert "no room for" in written.report.remarks[1]
    assert "the logo" in written.report.remarks[1]
    assert written.report.not_printed == []
    assert write(someone(sample), BadgeDesign(), Brand(logo=logo())).report.remarks == ()


def test_a_size_that_leaves_no_room_for_the_rest_is_said_and_the_rest_stays(write: Callable, sample: ModuleType):
    large = BadgeDesign(sizes=dict.fromkeys(BadgeBlock, SizeStep.LARGER))
    written = write(someone(sample), large, Brand(logo=logo()))
    [remark] = written.report.remarks
    assert remark == (
        "These labels have no room for a logo of this size, texts larger than designed and the whole name of the event."
    )
    for text in ("Chief Pharmacist", "Harbour General", "Ask me about", "negotiation"):
        assert text in written.text()


SCRIPTS = (
    "abcdefgh ijklmnop QRSW-'’éñøłß",
    "Ελληνικά ",
    "БВГДжыщ ",
    "محمدعلينورالهدى ",
    "שרהכהן ",
    "王小明佐藤美咲",
    "김민준서연 ",
    "श्रीनिवासक्षि ",
    "সুব্রতক্ষ ",
    "สมชายใจดีกำ้ ",
    "சுப்பிரமணியன் ",
    "አበበከበደ ",
    "გიორგი ",
    "Հայկ ",
    "Nguyễn Thị Ánh ",
    "ខ្មែរ ",
    "😀🎉",
)
NAMES = st.one_of(
    *(st.text(alphabet=letters, min_size=1, max_size=80) for letters in SCRIPTS),
    st.text(alphabet="".join(SCRIPTS), min_size=1, max_size=80),
).filter(lambda name: bool(name.strip()))
CHOICES = st.builds(
    BadgeDesign,
    name=st.sampled_from(list(DESIGNS)),
    parts=st.permutations(ALL).flatmap(lambda parts: st.integers(0, len(parts)).map(lambda many: tuple(parts[:many]))),
    sizes=st.dictionaries(st.sampled_from(list(BadgeBlock)), st.sampled_from(list(SizeStep))),
)
EDGE = 2.0  # mm that no ink comes near, on the smallest labels too


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    design=CHOICES,
    full=NAMES,
    native=st.one_of(st.just(""), NAMES),
    role=st.sampled_from(list(Role)),
    stock=st.sampled_from(["label-90x60", "avery-5395", "card-id-1", "avery-5160"]),
    pronouns=st.sampled_from(["", "she/her"]),
    with_logo=st.booleans(),
)
def test_any_choice_and_any_name_stay_inside_or_are_listed(
    tmp_path: Path, kit: PrintKit, sample: ModuleType, design: BadgeDesign, full: str, native: str, role: Role,
    stock: str, pronouns: str, with_logo: bool,
):  # fmt: skip
    chosen = find_stock(stock)
    chosen = replace(
        chosen, page_width=chosen.label_width, page_height=chosen.label_height, columns=1, rows=1, left=0.0, top=0.0,
        crop_marks=False,
    )  # fmt: skip
    named = sample.face(PersonName(full=full, native=native), "GMCFC7J7", role, "Registrar", "Karoo", "finance")
    named = replace(named, pronouns=pronouns)
    brand = Brand(accent=ACCENT, logo=logo() if with_logo else None)
    path, bare = tmp_path / "named.pdf", tmp_path / "bare.pdf"
    report = write_badges([named], chosen, path, design=design, kit=kit.branded(brand))
    write_badges([replace(named, name=PersonName(full=" "))], chosen, bare, design=design, kit=kit.branded(brand))
    page = pixels(path, 100)
    pixel, edge = 100 / 25.4, round(EDGE * 100 / 25.4)
    inside = np.zeros(page.shape[:2], bool)
    inside[edge:-edge, edge:-edge] = True
    assert not ((page.min(axis=2) < 200) & ~inside).any(), "ink at the edge"
    if report.not_printed:
        assert any(full.strip()[:8] in " ".join(line.split()) or native.strip()[:8] in line or "font has" in line
                   for line in report.not_printed)  # fmt: skip
        return
    ink = np.abs(page.astype(int) - pixels(bare, 100)).max(axis=2) > 96
    rows, columns = np.nonzero(ink)
    assert len(rows) > 3, "no ink of the name"
    if design.name != "bold":  # whose lines move with the height of the name
        beside = pixels(bare, 100)[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].min(axis=2) < 140
        assert not beside.any(), "ink of the name among other lines"
    foot, right = _name_may_reach(design, chosen.label_height, chosen.label_width)
    assert rows.max() / pixel <= foot
    assert columns.max() / pixel <= right


def _name_may_reach(design: BadgeDesign, height: float, width: float) -> tuple[float, float]:
    """In mm from the top left: what follows the name begins below, the margin at the right."""
    scale = max(1.0, min(width / 90, height / 60))
    margin = 2.5
    return height - margin * scale, width - margin * scale + 0.3
