"""The picture of a camera for the person before it, as in a mirror."""

from threading import Lock

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from mixer_app.ui.camera_source import Picture


class Mirror:
    """The thread of the camera shows it every picture, that of the windows takes the newest.

    It never has more than that one, and none while it is covered.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._room = QSize()
        self._newest: QImage | None = None

    def take(self, room: QSize) -> QImage | None:
        """The newest picture since the last time, if any; from now on they fill `room`, in px of the screen."""
        with self._lock:
            self._room = QSize(room)
            newest, self._newest = self._newest, None
            return newest

    def cover(self) -> None:
        """Forget the picture, and take no other until one is asked for."""
        with self._lock:
            self._room, self._newest = QSize(), None

    def show(self, picture: Picture) -> None:
        """The camera sees this now."""
        with self._lock:
            room = QSize(self._room)
        if room.isEmpty():
            return
        image = mirrored(picture, room)
        with self._lock:
            self._newest = None if self._room.isEmpty() else image


def mirrored(picture: Picture, room: QSize) -> QImage:
    """A grey picture as people expect of themselves: left is left; as small as it may be and still fill `room`."""
    turned = picture[:, ::-1].copy()
    high, wide = turned.shape
    image = QImage(turned.data, wide, high, wide, QImage.Format.Format_Grayscale8)
    size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_RGB32)  # which has its pixels to itself
