"""The application's own fonts: the same letters on every machine, also on one with no font at all."""

import tomllib

from PySide6.QtGui import QFontDatabase

from mixer_app.paths import resource

_FILES = ("regular", "medium", "semibold", "bold")


def load_fonts() -> list[str]:
    """Make the bundled faces known to Qt; their families in the order in which they are tried."""
    faces = tomllib.loads(resource("fonts", "fonts.toml").read_text("utf-8"))["face"]
    for face in faces:
        for file in dict.fromkeys(face[weight] for weight in _FILES if weight in face):
            QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    return [face["family"] for face in faces]
