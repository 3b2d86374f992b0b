"""Colours as `#RRGGBB`: how well one can be read on another, and the nearest that can."""

import re
from math import floor
from typing import Final

from mixer_app.domain.errors import MixerError

READABLE: Final = 4.5
"""Contrast that text needs (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""

_SIX: Final = re.compile(r"#?([0-9A-Fa-f]{6})")
_THREE: Final = re.compile(r"#?([0-9A-Fa-f]{3})")
_SAFE: Final = 0.02  # above what is needed, because a channel has only 256 steps


def colour_from_text(text: str) -> str:
    """`#0B6E69` of what someone wrote, with or without `#`; `MixerError` for what is no colour."""
    text = text.strip()
    if match := _SIX.fullmatch(text):
        return f"#{match[1].upper()}"
    if match := _THREE.fullmatch(text):
        return "#" + "".join(letter * 2 for letter in match[1].upper())
    raise MixerError(f"“{text}” is no colour. It looks like #0B6E69.")


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nearest_readable(colour: str, grounds: tuple[str, ...], least: float = READABLE) -> str:
    """`colour` itself if it can be read on these light grounds, else the same hue as much darker as it takes."""
    if all(contrast(colour, ground) >= least for ground in grounds):
        return colour
    darkest = min(_luminance(ground) for ground in grounds)
    wanted = (darkest + 0.05) / (least + _SAFE) - 0.05
    share = wanted / _luminance(colour)  # of light: every channel keeps its part, so the hue stays
    darker = (_encoded(_linear(channel) * share) for channel in _channels(colour))
    return _hex(tuple(floor(channel * 255) / 255 for channel in darker))  # rounded up it might be too pale again


def mixed(colour: str, share: float, ground: str = "#FFFFFF") -> str:
    """`ground` with `share` (0 to 1) of `colour` over it."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return _hex(tuple(below + (above - below) * share for below, above in pairs))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02X}" for channel in channels)
