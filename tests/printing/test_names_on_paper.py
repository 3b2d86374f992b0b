"""Any name of any script, measured on the raster of a badge: inside its box, or listed."""

import unicodedata
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing.badges import write_badges
from mixer_app.printing.paper import PrintKit
from mixer_app.printing.stock import find_stock

DPI = 100
EDGE = 0.4  # mm: a pixel and a half
LEAST_INK = 3  # pixels
LABEL = find_stock("label-90x60")
BOXES = {"classic": (4.0, 8.7, 86.0, 25.8), "bold": (26.1, 4.0, 86.0, 26.6), "minimal": (4.0, 12.7, 86.0, 28.7)}
"""Where the name of somebody with title, employer and a topic stands: left, top, right, foot."""

SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzÀÉÎÕÜßøłğıẤễŴ '-",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя-",
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ",
    "王小明佐藤美咲田中遥香𠮷野ー・",
    "김민준이서연박 ",
    "محمدعليفاطمةنورالشّيخ ",
    "שרהכהןדָוִד ",
    "श्रीनिवासकृष्णर्मा ",
    "ক্ষুদিরামবসু ",
    "சுப்பிரமணியன் ",
    "สมชายใจดีที่นั้น",
    "አበበቢቂላ ",
    "გიორგიბერიძე",
    "ՀայկՊետրոսյան",
    "aب王ส😀ש ",
)


@st.composite
def names(draw: st.DrawFn) -> str:
    """1 to 80 letters of one script, of several, or whatever Unicode has."""
    anything = st.characters(exclude_categories=("Cc", "Cs"))
    letters = draw(st.sampled_from([*map(st.sampled_from, SCRIPTS), anything]))
    return draw(st.text(letters, min_size=1, max_size=80))


def is_visible(name: str) -> bool:
    """Whether there is a letter, a number or a sign in it, and not only spaces and marks."""
    return any(unicodedata.category(letter)[0] in "LNS" and letter not in "\u115f\u1160\u3164\uffa0" for letter in name)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, kit: PrintKit, sample: ModuleType) -> dict[str, NDArray[np.int16]]:
    """The badge of each design without a name."""
    folder = tmp_path_factory.mktemp("bare")
    return {design: _page(folder / f"{design}.pdf", kit, sample, " ", design)[0] for design in BOXES}


@pytest.mark.parametrize("design", BOXES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=names())
def test_any_name_has_its_ink_in_its_box_or_is_listed(
    tmp_path: Path, kit: PrintKit, sample: ModuleType, bare: dict[str, NDArray[np.int16]], design: str, name: str
):
    page, listed = _page(tmp_path / "name.pdf", kit, sample, name, design)
    rows, columns = np.nonzero(np.abs(page - bare[design]) > 64)
    assert len(rows) >= LEAST_INK or listed or not is_visible(name)
    if len(rows):
        left, top, right, foot = BOXES[design]
        millimetres = 25.4 / DPI
        assert columns.min() * millimetres >= left - EDGE
        assert rows.min() * millimetres >= top - EDGE
        assert (columns.max() + 1) * millimetres <= right + EDGE
        assert (rows.max() + 1) * millimetres <= foot + EDGE


@pytest.mark.parametrize("letter", ["\U0001331c", "\ue123", "\U000e0fff", "\U0003fffd"], ids=ascii)
def test_a_letter_that_no_font_has_is_listed(tmp_path: Path, kit: PrintKit, sample: ModuleType, letter: str):
    _, listed = _page(tmp_path / "name.pdf", kit, sample, f"Ana {letter}", "classic")
    assert any(f"U+{ord(letter):04X}" in sentence for sentence in listed)


def _page(path: Path, kit: PrintKit, sample: ModuleType, name: str, design: str) -> tuple[NDArray[np.int16], list[str]]:
    """A badge as a picture, and what is listed of it."""
    from mixer_app.printing.preview import render_page

    face = sample.face(PersonName(full=name), "GMCFC7J7", Role.MENTOR, "Hospitalist", "Karoo", "finance")
    listed = write_badges([face], LABEL, path, design=BadgeDesign(name=design), kit=kit).not_printed
    image = render_page(path, 0, DPI)
    grey = np.frombuffer(image.rgb, np.uint8).reshape(image.height, image.width, 3).min(axis=2)
    return grey.astype(np.int16), listed
