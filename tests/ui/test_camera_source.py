"""A camera is opened as the system has it, and whatever stands in the way is said in a sentence."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.ui.camera_source import NO_CAMERA, NOT_INSTALLED, UNPLUGGED, AvCamera, missing_camera, open_camera

WEBCAM = SimpleNamespace(name="/dev/video0", description="Webcam", media_types=["video"])
MICROPHONE = SimpleNamespace(name="hw:0", description="Microphone", media_types=["audio"])


class Film:
    """What PyAV hands out: frames, then an error or the end."""

    def __init__(self, *frames: Any) -> None:
        self.frames, self.closed = list(frames), False

    def decode(self, video: int) -> Any:
        while self.frames:
            frame = self.frames.pop(0)
            if isinstance(frame, Exception):
                raise frame
            yield SimpleNamespace(to_ndarray=lambda shown=frame, **how: shown)

    def close(self) -> None:
        self.closed = True


def library(devices: list[Any], opened: Callable[..., Any] = lambda *asked, **how: Film()) -> Callable[[str], Any]:
    """Stands for PyAV."""
    return lambda name: SimpleNamespace(enumerate_input_devices=lambda kind: devices, open=opened)


def missing(name: str) -> Any:
    raise ModuleNotFoundError(name)


def test_without_the_extra_it_says_so() -> None:
    with pytest.raises(MixerError, match=NOT_INSTALLED):
        open_camera(missing)


def test_without_a_camera_it_says_so() -> None:
    with pytest.raises(MixerError, match=NO_CAMERA):
        open_camera(library([MICROPHONE]))


def test_a_system_without_cameras_at_all_says_so() -> None:
    def refuse(kind: str) -> Any:
        raise OSError("Function not implemented")

    with pytest.raises(MixerError, match=NO_CAMERA):
        open_camera(lambda name: SimpleNamespace(enumerate_input_devices=refuse))


@pytest.mark.parametrize(
    ("system", "kind", "name"),
    [
        ("linux", "v4l2", "/dev/video0"),
        ("darwin", "avfoundation", "/dev/video0"),
        ("win32", "dshow", "video=/dev/video0"),
    ],
)
def test_the_first_camera_is_opened_as_the_system_asks(system: str, kind: str, name: str) -> None:
    asked: list[tuple[str, str]] = []

    def opened(wanted: str, **how: Any) -> Film:
        asked.append((wanted, how["format"]))
        return Film()

    open_camera(library([MICROPHONE, WEBCAM], opened), system)
    assert asked == [(name, kind)]


def test_a_size_that_a_camera_does_not_have_is_not_insisted_on() -> None:
    sizes: list[str | None] = []

    def opened(wanted: str, **how: Any) -> Film:
        sizes.append(how["options"].get("video_size"))
        if how["options"]:
            raise ValueError("Invalid argument")
        return Film()

    open_camera(library([WEBCAM], opened))
    assert sizes == ["1280x720", "640x480", None]


def test_a_camera_that_another_program_has_is_named() -> None:
    def busy(*asked: Any, **how: Any) -> Any:
        raise OSError("Device or resource busy")

    with pytest.raises(MixerError, match="“Webcam” cannot be used"):
        open_camera(library([WEBCAM], busy))


def test_no_picture_yet_is_waited_for_and_a_pulled_plug_is_told() -> None:
    picture = np.zeros((4, 6), np.uint8)
    camera = AvCamera(Film(BlockingIOError(), picture, OSError("No such device")))
    assert camera.read().shape == (4, 6)
    with pytest.raises(MixerError, match=UNPLUGGED):
        camera.read()


def test_a_camera_that_gives_nothing_is_given_up() -> None:
    seconds = iter(range(100))
    camera = AvCamera(Film(*(BlockingIOError() for _ in range(50))), lambda: float(next(seconds)))
    with pytest.raises(MixerError, match=UNPLUGGED):
        camera.read()


@pytest.mark.parametrize(
    ("load", "reason"), [(missing, NOT_INSTALLED), (library([MICROPHONE]), NO_CAMERA), (library([WEBCAM]), "")]
)
def test_whether_there_is_a_camera_is_known_without_opening_it(load: Callable[[str], Any], reason: str) -> None:
    assert missing_camera(load) == reason


def test_a_film_is_read_as_grey_pictures_by_the_real_library(tmp_path: Path) -> None:
    av = pytest.importorskip("av", reason="the extra `camera` is not installed")
    path = str(tmp_path / "film.mkv")
    with av.open(path, "w") as film:
        stream = film.add_stream("ffv1", rate=30)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "gray"
        for _ in range(3):
            film.mux(stream.encode(av.VideoFrame.from_ndarray(np.full((48, 64), 200, np.uint8), format="gray")))
        film.mux(stream.encode(None))
    camera = AvCamera(av.open(path))
    assert [camera.read().mean() for _ in range(3)] == [200, 200, 200]
    with pytest.raises(MixerError, match=UNPLUGGED):
        camera.read()
    camera.close()
