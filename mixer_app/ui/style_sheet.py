"""The one style sheet, filled from the tokens: `resources/themes/application.qss` is its template."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtWidgets import QApplication

from mixer_app.paths import resource
from mixer_app.ui.icons import svg_source
from mixer_app.ui.theme import Theme

_CALL = re.compile(r"@(?P<name>px|radius|mix|image|look)\((?P<arguments>[^)]*)\)")
_ROLE = re.compile(r"@(?P<role>[a-z][a-z_0-9]*)")


def style_sheet(theme: Theme) -> str:
    """The style sheet of `theme`.

    In the template `@accent` is a colour role, `@px(36)` a length that grows with the text,
    `@look(title)` size and weight of a text look, `@mix(accent, text, 10)` a colour with 10 % of
    another in it, `@image(check, accent_text, bold)` an icon in a colour.
    """
    template = resource("themes", "application.qss").read_text("utf-8")
    fill: dict[str, Callable[..., str]] = {
        "px": lambda length: f"{theme.px(float(length))}px",
        "radius": lambda length: f"{theme.px(float(length)) - (theme.scale > 1)}px",  # more than half: Qt draws no arc
        "mix": lambda role, other, percent: theme.mix(role, other, float(percent) / 100).name(),
        "look": lambda name: _look(theme, name),
        "image": lambda name, role, weight="regular": _image(theme, name, role, weight),
    }
    filled = _CALL.sub(lambda call: fill[call["name"]](*re.split(r",\s*", call["arguments"])), template)
    return _ROLE.sub(lambda found: theme.color(found["role"]).name(), filled)


def _look(theme: Theme, name: str) -> str:
    font = theme.font(name)
    return f"font-size: {font.pixelSize()}px; font-weight: {font.weight()};"


def _image(theme: Theme, name: str, role: str, weight: str) -> str:
    """Style sheets take images from files only: a coloured copy in a folder of this process."""
    color = theme.color(role).name()
    path = _image_folder() / f"{name}-{weight}-{color[1:]}.svg"
    if not path.exists():
        path.write_bytes(svg_source(name, color, weight=weight))
    return f'url("{path.as_posix()}")'


def _image_folder() -> Path:
    app = QApplication.instance()
    kept = app.findChild(_Images) if app is not None else None
    return (kept or _Images(app)).folder


class _Images(QObject):
    """A folder that lives as long as the application."""

    def __init__(self, app: QObject | None) -> None:
        super().__init__(app)
        self._temporary = QTemporaryDir()
        self.folder = Path(self._temporary.path())
