"""The tokens are complete, and their colours can be read by everyone."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from mixer_app.ui.style_sheet import style_sheet
from mixer_app.ui.theme import load_theme
from mixer_app.ui.tokens import load_tokens

TEXTS = ("text", "text_muted", "accent", "mentor", "mentee", "good", "warn", "bad")
GROUNDS = ("canvas", "surface", "surface_raised")


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(color).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_are_readable_on_every_ground(theme: str, text: str, ground: str) -> None:
    colors = load_tokens().colors[theme]
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("accent_text", "accent"),
        ("surface", "text"),
        ("accent", "accent_soft"),
        ("text", "accent_soft"),
        ("text_muted", "accent_soft"),
        ("mentor", "mentor_soft"),
        ("mentee", "mentee_soft"),
        ("text", "mentor_soft"),  # a role that is chosen at the kiosk
        ("text", "mentee_soft"),
    ],
)
def test_words_are_readable_on_coloured_grounds(theme: str, text: str, ground: str) -> None:
    colors = load_tokens().colors[theme]
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_chip_two_steps_paler_than_its_edge_is_readable(theme: str, step: int) -> None:
    colors = load_tokens().colors[theme]
    ground = colors["surface"] if step == 1 else colors[f"fit{step - 2}"]
    assert contrast(colors["text"], ground) >= 6.3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_focus_ring_and_field_borders_stand_out(theme: str, ground: str) -> None:
    colors = load_tokens().colors[theme]
    assert contrast(colors["accent"], colors[ground]) >= 3
    assert contrast(colors["text_muted"], colors[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_words_are_readable_where_a_row_is_chosen_or_hovered(theme: str, text: str) -> None:
    colors, look = load_tokens().colors[theme], load_theme(theme)
    assert contrast(colors[text], colors["accent_soft"]) >= 4.5
    for ground in ("surface", "surface_raised"):
        assert contrast(colors[text], look.mix(ground, "text", 0.06).name()) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("share", [0.0, 0.12, 0.22])
def test_the_primary_button_is_readable_hovered_and_pressed(theme: str, share: float) -> None:
    colors, look = load_tokens().colors[theme], load_theme(theme)
    assert contrast(colors["accent_text"], look.mix("accent", "text", share).name()) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_ring_stands_out_on_what_is_chosen(theme: str) -> None:
    colors = load_tokens().colors[theme]
    assert contrast(colors["accent"], colors["accent_soft"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_rule_of_the_style_sheet_with_words_on_a_ground_is_readable(qapp: QApplication, theme: str) -> None:
    """Whatever is switched off may be pale."""
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(load_theme(theme)), flags=re.DOTALL)
    looked_at = 0
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        ink, ground = (re.search(rf"(?:^|[;\s]){name}:\s*(#\w{{6}})", body) for name in ("color", "background"))
        if ink and ground and ":disabled" not in selector:
            looked_at += 1
            assert contrast(ink[1], ground[1]) >= 4.5, selector
    assert looked_at > 10


def test_both_themes_know_the_same_roles() -> None:
    colors = load_tokens().colors
    assert colors["light"].keys() == colors["dark"].keys()
    assert {f"fit{step}" for step in range(5)} <= colors["light"].keys()


def test_the_grid_is_of_eight_pixels() -> None:
    tokens = load_tokens()
    assert tokens.space.unit == 8
    assert tokens.space.page_margin % 8 == 0
    assert tokens.looks["body"].line % 4 == 0
