"""Logos out of files: made ready, or refused in words."""

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw

from mixer_app.domain.errors import MixerError
from mixer_app.printing.pictures import logo_from_file


def file_of(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def drawn(size: tuple[int, int], box: tuple[int, int, int, int], ground: Any = (0, 0, 0, 0), ink: str = "#8E24AA"):
    image = Image.new("RGBA", size, ground)
    ImageDraw.Draw(image).rectangle(box, fill=ink)
    return image


@pytest.mark.parametrize("ground", [(0, 0, 0, 0), "white"], ids=["clear", "white"])
def test_empty_edges_are_cut_off(ground: Any) -> None:
    logo = logo_from_file(file_of(drawn((600, 500), (100, 200, 399, 299), ground)))
    assert (logo.width, logo.height) == (300, 100)


def test_a_large_picture_is_kept_no_larger_than_paper_needs() -> None:
    logo = logo_from_file(file_of(drawn((5000, 2500), (0, 0, 4999, 2499), "#0055AA")))
    assert (logo.width, logo.height) == (1200, 600)


def test_a_clear_ground_stays_clear() -> None:
    image = drawn((400, 200), (0, 0, 400, 40))
    ImageDraw.Draw(image).rectangle((0, 160, 400, 200), fill="#8E24AA")
    kept = Image.open(io.BytesIO(logo_from_file(file_of(image)).data))
    assert kept.mode == "RGBA"
    assert kept.getpixel((200, 100))[3] == 0


def test_a_photograph_taken_sideways_is_upright() -> None:
    image = drawn((300, 200), (0, 0, 299, 199), ink="#0055AA").convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    logo = logo_from_file(file_of(image, "JPEG", exif=exif))
    assert (logo.width, logo.height) == (200, 300)


def test_colours_of_a_press_become_colours_of_a_screen() -> None:
    press = Image.new("CMYK", (200, 100), (0, 255, 255, 0))
    kept = Image.open(io.BytesIO(logo_from_file(file_of(press, "JPEG")).data)).convert("RGB")
    red, green, blue = kept.getpixel((100, 50))
    assert red > 200 > 90 > max(green, blue)


def test_the_same_picture_has_the_same_key() -> None:
    first = logo_from_file(file_of(drawn((300, 200), (0, 0, 299, 99))))
    again = logo_from_file(file_of(drawn((300, 200), (0, 0, 299, 99))))
    other = logo_from_file(file_of(drawn((300, 200), (0, 0, 299, 98))))
    assert first.key == again.key != other.key
    assert first.size_in(30, 30) == (30, 10)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"GIF89a and so on", "no PNG, JPEG or SVG"),
        (b"x" * 10_000_001, "10 MB"),
        (file_of(drawn((400, 200), (0, 0, 399, 199)))[:300], "damaged"),
        (file_of(drawn((300, 200), (0, 0, 50, 30))), "only 51 × 31 points"),
        (file_of(drawn((1200, 60), (0, 0, 1199, 59))), "long and narrow"),
        (file_of(Image.new("RGBA", (300, 200), (0, 0, 0, 0))), "Nothing is to be seen"),
        (file_of(drawn((300, 200), (0, 0, 299, 199), ink="white")), "nobody would see it"),
    ],
    ids=["empty", "other kind", "heavy", "cut off", "small", "narrow", "clear", "white"],
)
def test_what_cannot_be_used_is_told_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(MixerError, match=sentence):
        logo_from_file(content)


def test_a_picture_with_too_many_points_is_refused_before_it_is_opened() -> None:
    huge = file_of(Image.new("1", (9000, 9000)))
    with pytest.raises(MixerError, match="60 million"):
        logo_from_file(huge)
