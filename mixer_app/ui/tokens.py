"""The look as typed values: what `resources/themes/tokens.toml` says, nothing added."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mixer_app.paths import resource


@dataclass(frozen=True, slots=True)
class TextLook:
    """One size of type, in px at 100 %."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Space:
    """Distances, in px."""

    unit: int
    inside_control: int
    between_controls: int
    between_groups: int
    page_margin: int


@dataclass(frozen=True, slots=True)
class Shape:
    """Corners, borders and least heights, in px."""

    radius_control: int
    radius_card: int
    border: int
    focus_ring: int
    control_height: int
    touch_height: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens; `colors` is theme -> role -> `#RRGGBB`, with `fit0` to `fit4` for the score tints."""

    family: str
    looks: Mapping[str, TextLook]
    space: Space
    shape: Shape
    colors: Mapping[str, Mapping[str, str]]


def load_tokens(path: Path | None = None) -> Tokens:
    """Read the tokens that ship with the application, or those of `path`."""
    raw = tomllib.loads((path or resource("themes", "tokens.toml")).read_text("utf-8"))
    return Tokens(
        family=raw["type"]["family"],
        looks={name: TextLook(**look) for name, look in raw["type"].items() if isinstance(look, dict)},
        space=Space(**raw["space"]),
        shape=Shape(**raw["shape"]),
        colors={theme: _roles(raw[theme]) for theme in ("light", "dark")},
    )


def _roles(section: Mapping[str, Any]) -> dict[str, str]:
    roles = {role: color for role, color in section.items() if isinstance(color, str)}
    return roles | {f"fit{step}": color for step, color in enumerate(section["fit"])}
