"""Pictures from the camera of this computer, by FFmpeg through PyAV (the extra `camera`).

PyAV because it is the smallest maintained library that reads a camera on Linux, macOS and Windows, lists
the cameras, and gives plain grey pictures: a wheel of about 35 MB, against 60 MB of OpenCV without its
windows, and 170 MB of Qt's add-ons, of which Qt Multimedia is a small part and needs a sound system besides.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError

Picture = NDArray[np.uint8]  # (height, width), grey

NOT_INSTALLED: Final = "Scanning with the camera is not installed here. A scanner that types works without it."
NO_CAMERA: Final = "No camera was found. Connect one and try again, or type the name."
UNPLUGGED: Final = "The camera is no longer there. Connect it and try again, or type the name."

_SYSTEMS: Final = {"linux": "v4l2", "darwin": "avfoundation", "win32": "dshow"}
_TRIES: Final[tuple[Mapping[str, str], ...]] = (
    {"video_size": "1280x720", "framerate": "30"},
    {"video_size": "640x480", "framerate": "30"},
    {},
)
_PAUSE_S: Final = 0.005
_SILENT_AFTER_S: Final = 3.0


class Camera(Protocol):
    """A camera that is open."""

    def read(self) -> Picture:
        """The next picture; `MixerError` once the camera is gone."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class AvCamera:
    """A camera, or for tests a film, as PyAV has opened it."""

    def __init__(self, container: Any, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._container, self._clock_s = container, clock_s
        self._frames: Iterator[Any] = iter(container.decode(video=0))

    def read(self) -> Picture:
        """The next picture, waiting at most some seconds."""
        silent_from = self._clock_s()
        while self._clock_s() - silent_from < _SILENT_AFTER_S:
            try:
                return np.ascontiguousarray(next(self._frames).to_ndarray(format="gray"))
            except BlockingIOError:  # AVFoundation: no picture is ready yet
                time.sleep(_PAUSE_S)
                self._frames = iter(self._container.decode(video=0))
            except (OSError, ValueError, StopIteration) as gone:
                raise MixerError(UNPLUGGED) from gone
        raise MixerError(UNPLUGGED)

    def close(self) -> None:
        """Let go of it."""
        self._container.close()


def camera_is_installed() -> bool:
    """Whether this installation can look through a camera at all."""
    return find_spec("av") is not None


def missing_camera(load: Callable[[str], Any] = import_module, system: str = sys.platform) -> str:
    """Why nothing can be scanned with a camera here; empty: one is there. It may take a moment."""
    try:
        _first_camera(_library(load), _SYSTEMS.get(system, "v4l2"))
    except MixerError as reason:
        return str(reason)
    return ""


def open_camera(load: Callable[[str], Any] = import_module, system: str = sys.platform) -> Camera:
    """The first camera of this computer; `MixerError` says why there is none."""
    av = _library(load)
    kind = _SYSTEMS.get(system, "v4l2")
    name, title = _first_camera(av, kind)
    wanted = f"video={name}" if kind == "dshow" else name
    reason: Exception | None = None
    for options in _TRIES:
        try:
            return AvCamera(av.open(wanted, format=kind, options=dict(options)))
        except (OSError, ValueError) as refused:  # PyAV's errors are one or the other; a size it does not have is one
            reason = refused
    raise MixerError(
        f"The camera “{title}” cannot be used: another program has it, or this one may not. "
        "Close the other program, or allow the camera in the system's settings."
    ) from reason


def _library(load: Callable[[str], Any]) -> Any:
    try:
        return load("av")
    except ImportError as missing:
        raise MixerError(NOT_INSTALLED) from missing


def _first_camera(av: Any, kind: str) -> tuple[str, str]:
    """Name and title of the first camera."""
    try:
        devices = av.enumerate_input_devices(kind)
    except (OSError, ValueError) as refused:
        raise MixerError(NO_CAMERA) from refused
    for device in devices:
        if not device.media_types or "video" in device.media_types:
            return str(device.name), str(device.description or device.name)
    raise MixerError(NO_CAMERA)
