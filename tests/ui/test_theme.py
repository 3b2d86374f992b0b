"""The theme gives colours and fonts by role, at every text scale."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from mixer_app.ui.theme import load_theme


def test_a_dark_theme_is_darker_than_a_light_one() -> None:
    assert load_theme("dark").color("canvas").lightness() < load_theme("light").color("canvas").lightness()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_text_grows_with_the_scale(scale: float) -> None:
    assert load_theme("light", scale).font("title").pixelSize() == round(20 * scale)


def test_words_are_set_in_the_bundled_face(families: list[str]) -> None:
    assert QFontInfo(load_theme("light", 1.0, families).font("body")).family() == "Inter"


@pytest.mark.parametrize("name", ["محمد علي", "佐藤 美咲", "שרה כהן", "श्रीनिवास", "สมชาย ใจดี", "አበበ", "Łukasz Żółć"])
def test_names_of_every_script_have_width(families: list[str], name: str) -> None:
    metrics = QFontMetricsF(load_theme("light", 1.0, families).font("body"))
    assert metrics.horizontalAdvance(name) > 0


def test_tabular_figures_are_equally_wide(families: list[str]) -> None:
    metrics = QFontMetricsF(load_theme("light", 1.0, families).font("body", tabular=True))
    assert metrics.horizontalAdvance("111") == pytest.approx(metrics.horizontalAdvance("000"))


def test_a_mixed_colour_lies_between() -> None:
    look = load_theme("light")
    mixed = look.mix("surface", "text", 0.5)
    assert look.color("text").lightness() < mixed.lightness() < look.color("surface").lightness()
