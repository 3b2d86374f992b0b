"""The event's own picture, as it is kept for the projectors."""

import base64
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from mixer_app.domain.errors import MixerError

_LARGEST: Final = QSize(960, 480)
_MOST_BYTES: Final = 400_000


def logo_from_file(path: Path) -> str:
    """The picture of a file as PNG in base64, no larger than a projector shows it; `MixerError` if it is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise MixerError(f"{path.name} is no picture that can be read. Choose a PNG or JPEG file.")
    if image.width() > _LARGEST.width() or image.height() > _LARGEST.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_LARGEST, keep, smooth)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    kept = base64.b64encode(buffer.data().data()).decode("ascii")
    if len(kept) > _MOST_BYTES:
        raise MixerError(f"{path.name} is too rich in detail to be kept. Choose a simpler or smaller picture.")
    return kept


def read_logo(said: str) -> QImage | None:
    """The picture that an event keeps; None: there is none, or it cannot be read."""
    image = QImage.fromData(base64.b64decode(said)) if said else QImage()
    return None if image.isNull() else image
