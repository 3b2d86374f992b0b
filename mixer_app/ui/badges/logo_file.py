"""A logo out of a file that someone chose; drawings are turned into pictures."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QWidget

from mixer_app.domain.brand import Picture
from mixer_app.domain.errors import MixerError
from mixer_app.services.brand import check_logo

LogoChooser: TypeAlias = Callable[[QWidget], Path | None]
"""Asks a person for the file of a logo; None: they do not want one."""

_DRAWN: Final = 1200  # points of the long side
_MOST_BYTES: Final = 10_000_000
_IS_SVG: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg)", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(
    rb"<!ENTITY|<(?:\w+:)?(?:image|use|feImage|script|foreignObject)\b[^>]*href\s*=\s*[\"'](?!#|data:)", re.IGNORECASE
)


def ask_for_logo(parent: QWidget) -> Path | None:
    """The system's own dialogue."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    chosen, _ = QFileDialog.getOpenFileName(
        parent, "Choose a logo", folder, "Pictures (*.png *.jpg *.jpeg *.svg);;All files (*)"
    )
    return Path(chosen) if chosen else None


def read_logo(path: Path) -> Picture:
    """The logo in a PNG, JPEG or SVG file; `MixerError` says why it cannot be used. Any thread may call it."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise MixerError(f"{path.name} has {path.stat().st_size / 1e6:.0f} MB. Choose a picture of at most 10 MB.")
        content = path.read_bytes()
    except OSError as error:
        raise MixerError(f"{path.name} cannot be read: {error.strerror}. Choose another file.") from error
    return check_logo(_drawn(content) if _IS_SVG.match(content) else content)


def _drawn(content: bytes) -> bytes:
    """The drawing as a PNG with a clear ground."""
    if _ELSEWHERE.search(content):
        raise MixerError("The drawing takes parts from other files. Save it as PNG and choose that.")
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise MixerError("The drawing is damaged and cannot be read. Save it as PNG and choose that.")
    image = QImage(size.scaled(QSize(_DRAWN, _DRAWN), Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows files only
    return bytes(buffer.data().data())
