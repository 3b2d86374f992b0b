"""The pictures at 1080p, 4K and 1024 × 768: whole, in their margins, and nothing moves that does not count."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage

from mixer_app.domain.brand import Brand, Picture
from mixer_app.domain.projector_frames import Countdown, Notice, Segment, TablesHead, Tone
from mixer_app.domain.table_pages import SeatLine, pages_of
from mixer_app.ui.projector.canvas import blend, fitted, readable
from mixer_app.ui.projector.logo import logo_image
from mixer_app.ui.projector.tables import TablesShown, columns_for
from mixer_app.ui.projector.view import Frame, ProjectorView
from mixer_app.ui.theme import current

SIZES = [(1920, 1080), (3840, 2160), (1024, 768)]
LONG = "Maximiliana-Theodora Featherstonehaugh-Cholmondeley of the Physician Leadership Forum"
LABELS = ("Aleksander G.", "Bùi Hạnh", f"{LONG} F.", "श्रीनिवास रा.", "สมชาย จี่.", "محمد ع.", "王小明", "Ẩǻ Ǟ.")
ROUND = Countdown(
    title="Round 3",
    title_rest="of 5",
    digits="07:48",
    segments=(Segment(1), Segment(0.35, running=True), Segment(0)),
    clock="19:34",
    following="Round 4",
    following_rest="at 19:45",
    hint="Your table is on your match sheet",
)


def view_of(frame: Frame, size: tuple[int, int], *, light: bool = False, mirrored: bool = False) -> ProjectorView:
    view = ProjectorView()
    view.resize(QSize(*size))
    view.set_look(light=light, brand=Brand())
    view.mirrored = mirrored
    view.show_frame(frame)
    return view


def picture(frame: Frame, size: tuple[int, int], **look: bool) -> QImage:
    return view_of(frame, size, **look).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def frames(size: tuple[int, int]) -> Iterator[tuple[str, Frame]]:
    """The fullest pictures there can be."""
    message = ("W" * 40, "Ẩgj" * 13)
    yield "round", ROUND
    yield "last minute", replace(ROUND, status="One minute left", status_tone=Tone.LAST_MINUTE, tone=Tone.LAST_MINUTE)
    yield "told", replace(ROUND, message=message)
    yield "over ninety-nine minutes", replace(ROUND, digits="999:59", title_rest="of 100", segments=(Segment(1),) * 100)
    yield "long names", replace(ROUND, title=LONG, following=LONG)
    yield "words", Countdown(title=LONG, words="We start in a moment", clock="19:34")
    yield "notice", Notice(title=LONG, lines=message, clock="19:34")
    lines = [SeatLine(number, LABELS[number % 8], 1000 + number if number % 5 else None) for number in range(500)]
    pages = pages_of(lines, "en", per_page=ProjectorView().names_per_page)
    head = TablesHead(round=4, until="Round 4 in", digits="02:15", hint="Mentors keep their table")
    view = ProjectorView()
    view.resize(*size)
    pages = pages_of(lines, "en", per_page=view.names_per_page)
    yield "tables", TablesShown(head=head, pages=pages, page=1, share=0.5)
    yield "part", TablesShown(head=head, pages=pages, page=len(pages) - 1, share=0.5, part=True)
    yield "tables, told", TablesShown(head=replace(head, message=message), pages=pages, page=0, share=1.0)


def ink_of(image: QImage) -> np.ndarray:
    """Where a pixel has another colour than the ground, row by row."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(flat.constBits(), np.uint32).reshape(flat.height(), flat.bytesPerLine() // 4)
    return pixels[:, : flat.width()] != pixels[0, 0]


def ink_at_the_edge(image: QImage) -> int:
    """Pixels of another colour than the ground in the outermost hundredth of the height."""
    band, ink = max(image.height() // 100, 1), ink_of(image)
    return int(ink.sum() - ink[band:-band, band:-band].sum())


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_by_the_edge_of_the_screen(size: tuple[int, int], families: Any) -> None:
    for name, frame in frames(size):
        for mirrored in (False, True):
            assert ink_at_the_edge(picture(frame, size, mirrored=mirrored)) == 0, (name, mirrored)


def ink_columns(image: QImage) -> list[int]:
    """Columns with ink in the band of the digits."""
    top, bottom = round(image.height() * 0.29), round(image.height() * 0.68)
    return np.flatnonzero(ink_of(image)[top:bottom].any(axis=0)).tolist()


def colon(image: QImage) -> tuple[int, int]:
    """From where to where the ink in the middle of the picture reaches."""
    columns = set(ink_columns(image))
    left = right = image.width() // 2
    while left - 1 in columns:
        left -= 1
    while right + 1 in columns:
        right += 1
    return left, right


def test_digits_never_change_their_width_and_stand_in_the_middle(families: Any) -> None:
    size = (1280, 720)
    zeros = picture(replace(ROUND, digits="00:00"), size)
    left, right = ink_columns(zeros)[0], ink_columns(zeros)[-1]
    assert abs(left + right - (zeros.width() - 1)) <= 2
    places = {colon(picture(replace(ROUND, digits=digits), size)) for digits in ("00:00", "11:11", "07:48", "44:44")}
    assert len(places) == 1


@pytest.mark.parametrize("size", SIZES)
def test_digits_are_as_high_on_every_screen(size: tuple[int, int], families: Any) -> None:
    image = picture(ROUND, size)
    rows = ink_of(image)[image.height() // 5 : image.height() * 3 // 4].any(axis=1)
    assert 0.30 < rows.sum() / image.height() < 0.37


def test_light_and_dark_are_two_grounds(families: Any) -> None:
    assert picture(ROUND, (640, 360), light=True).pixelColor(0, 0) == current().turned("light").color("canvas")
    assert picture(ROUND, (640, 360)).pixelColor(0, 0) == current().turned("dark").color("canvas")


def test_an_arabic_event_is_mirrored(families: Any) -> None:
    plain, mirrored = picture(ROUND, (640, 360)), picture(ROUND, (640, 360), mirrored=True)
    strip = 875 * 360 // 1080
    past = plain.pixelColor(60, strip)
    assert mirrored.pixelColor(639 - 60, strip) == past != mirrored.pixelColor(60, strip)


def test_an_own_colour_is_used_and_always_readable(families: Any) -> None:
    for name in ("light", "dark"):
        look = current().turned(name)
        for accent in ("#8E24AA", "#111111", "#FFFFFF", "#FFEB3B"):
            made = readable(QColor(accent), look)
            assert _contrast(made, look.color("canvas")) >= 4.49
    assert readable(QColor("#4CC9BF"), current().turned("dark")) == QColor("#4CC9BF")
    view = view_of(ROUND, (640, 360))
    before = view.grab().toImage()
    view.set_look(light=False, brand=Brand(accent="#FF8800"))
    assert view.grab().toImage() != before


def _contrast(first: QColor, second: QColor) -> float:
    def light(color: QColor) -> float:
        channels = (color.redF(), color.greenF(), color.blueF())
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(first), light(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_a_logo_stands_above_the_message(families: Any) -> None:
    logo = QImage(40, 20, QImage.Format.Format_RGB32)
    logo.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    logo.save(buffer, "PNG")
    view = view_of(Notice(title="Forum", lines=("Welcome",), clock="19:34"), (640, 360))
    view.set_look(light=False, brand=Brand(logo=Picture(bytes(buffer.data().data()), 40, 20)))
    assert view.grab().toImage().pixelColor(320, 150) == QColor(Qt.GlobalColor.red)
    assert logo_image(Picture(bytes(buffer.data().data()), 40, 20), current().turned("light"), light=True) is not None


def test_a_dark_logo_stands_on_a_tile_of_paper_where_the_ground_is_dark(families: Any) -> None:
    logo = QImage(40, 20, QImage.Format.Format_ARGB32)
    logo.fill(Qt.GlobalColor.transparent)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    logo.save(buffer, "PNG")
    picture, paper = Picture(bytes(buffer.data().data()), 40, 20), current().turned("light")
    dark = logo_image(picture, paper, light=False)
    bright = logo_image(picture, paper, light=True)
    assert dark is not None
    assert bright is not None
    assert dark.pixelColor(dark.rect().center()) == paper.color("surface")
    assert bright.pixelColor(20, 10).alpha() == 0


def test_a_name_is_narrowed_then_cut_and_keeps_its_last_letter(families: Any) -> None:
    font = current().turned("dark").font("projector_body")
    assert fitted("Ana S.", font, 400)[0].strip("\u2068\u2069") == "Ana S."
    assert fitted("Aleksander G.", font, 400)[1].stretch() == 90
    cut = fitted("Maximiliana-Theodora F.", font, 400, keep_end=True)[0]
    assert "…" in cut
    assert cut.strip("\u2068\u2069").endswith(" F.")
    with_code = fitted("Ann S. K7M2-QX4B", font, 429, keep_end=True)[0]
    assert with_code.strip("\u2068\u2069").endswith(" K7M2-QX4B")


def test_columns_follow_the_form_of_the_screen() -> None:
    assert columns_for(1728) == 3
    assert columns_for(1248) == 2


def test_a_colour_between_two_lies_between() -> None:
    assert blend(QColor("#000000"), QColor("#ffffff"), 0.5).lightness() in range(120, 135)
