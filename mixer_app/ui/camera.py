"""Badge codes from the camera, read off the GUI thread."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background, Task
from mixer_app.ui.camera_source import Camera, Picture, open_camera

AGAIN_AFTER_S: Final = 2.0
"""A code that is held before the camera counts once; again when it was out of sight for so long."""


class CameraScanner(QObject):
    """`start` opens the camera; `code_seen` tells each code, `lost` in a sentence why there is no camera (any more).

    `opened` tells that it looks from now on. A page connects `code_seen` to what its scanner's `scanned` does.
    `stop` before the page goes.
    """

    opened = Signal()
    code_seen = Signal(str)
    lost = Signal(str)
    running_changed = Signal(bool)

    def __init__(
        self,
        background: Background,
        parent: QObject | None = None,
        *,
        open_source: Callable[[], Camera] = open_camera,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._background, self._open_source, self._clock_s = background, open_source, clock_s
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether the camera is open, or is being opened."""
        return self._task is not None

    def start(self) -> None:
        """Look through the camera until `stop`; twice is once."""
        if self._task is None:
            self._task = self._background.run(self._watch, on_failed=self._lose, counts=False)
            self.running_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Close the camera."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.running_changed.emit(False)

    def _lose(self, sentence: str) -> None:
        self._task = None
        self.running_changed.emit(False)
        self.lost.emit(sentence)

    def _watch(self, progress: Progress) -> None:
        """On another thread: read pictures until asked to stop, and tell each code when it comes into sight."""
        seen_at: dict[str, float] = {}
        with closing(self._open_source()) as camera:
            self.opened.emit()
            while progress(0.0, ""):
                codes = read_codes(camera.read())
                now = self._clock_s()
                for code in codes:
                    if now - seen_at.get(code, -AGAIN_AFTER_S) >= AGAIN_AFTER_S:
                        self.code_seen.emit(code)
                    seen_at[code] = now


def read_codes(picture: Picture) -> list[str]:
    """The texts of the QR codes in a grey picture."""
    import zxingcpp  # not needed to start

    wanted = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=wanted) if code.valid]
