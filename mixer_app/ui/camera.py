"""Badge codes from the camera, read off the GUI thread."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background, Task
from mixer_app.ui.camera_source import Camera, Picture, open_camera
from mixer_app.ui.mirror import Mirror

AGAIN_AFTER_S: Final = 2.0
"""A code that is held before the camera counts once; again when it was out of sight for so long."""


class CameraScanner(QObject):
    """`start` opens the camera; `code_seen` tells each code, `lost` in a sentence why there is no camera (any more).

    `opened` tells that it looks from now on. A page connects `code_seen` to what its scanner's `scanned` does.
    `stop` before the page goes. What it sees is to be seen in the `mirror` as well, where there is one.
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
        mirror: Mirror | None = None,
        open_source: Callable[[], Camera] = open_camera,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._background, self._open_source, self._clock_s = background, open_source, clock_s
        self._mirror = mirror
        self._task: Task | None = None
        self._times = 0
        self._only_one = Lock()

    @property
    def running(self) -> bool:
        """Whether the camera is open, or is being opened."""
        return self._task is not None

    def start(self) -> None:
        """Look through the camera until `stop`; twice is once."""
        if self._task is None:
            self._times += 1
            self._task = self._background.run(self._watch, on_failed=partial(self._lose, self._times), counts=False)
            self.running_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Close the camera."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.running_changed.emit(False)

    def _lose(self, times: int, sentence: str) -> None:
        if times != self._times or self._task is None:
            return  # it was closed before
        self._task = None
        self.running_changed.emit(False)
        self.lost.emit(sentence)

    def _watch(self, progress: Progress) -> None:
        """On another thread: read pictures until asked to stop, and tell each code when it comes into sight."""
        with self._only_one:  # opened again at once, it waits until it is closed
            if progress(0.0, ""):
                self._read(progress)

    def _read(self, progress: Progress) -> None:
        seen_at: dict[str, float] = {}
        with closing(self._open_source()) as camera:
            self.opened.emit()
            while progress(0.0, ""):
                picture = camera.read()
                if self._mirror is not None:
                    self._mirror.show(picture)
                codes = read_codes(picture)
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
