"""What the application notes about itself: a log without personal data, and the report of a failure."""

import faulthandler
import logging
import platform
import re
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import Final

from mixer_app import __version__

LOG_NAME: Final = "mentor-mixer.log"
CRASHES_NAME: Final = "crashes.log"
_BYTES: Final = 1_000_000
_KEPT: Final = 3
_QUOTED_FILE: Final = re.compile(r'"(?P<file>[^"\n]*[/\\][^"\n]*)"')
_FOLDERS: Final = re.compile(r"(?:~|\b[A-Za-z]:|(?<![\w/.~…:]))[/\\](?:[^\s/\\\"'():,;]+[/\\])+[^\s/\\\"'():,;]*")
_OWNER_ONLY: Final = 0o600
_log = logging.getLogger(__name__)


class FramesOnly(logging.Formatter):
    """Writes of an exception its kind and where it happened, never its text: that may quote a person."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: tuple[type[BaseException] | None, BaseException | None, TracebackType | None]) -> str:  # noqa: N802  # the name is the library's
        """The frames of the exception and of those behind it."""
        return frames_of(ei[1]) if ei[1] is not None else ""


def set_up_logging(folder: Path) -> Path:
    """Log warnings and errors into a rotating file in `folder`; hard crashes of native code go beside it."""
    path = folder / LOG_NAME
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(FramesOnly())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    crashes = (folder / CRASHES_NAME).open("a", encoding="utf-8")
    faulthandler.enable(crashes)
    for earlier in (*folder.glob(f"{LOG_NAME}*"), folder / CRASHES_NAME):
        earlier.chmod(_OWNER_ONLY)
    return path


def frames_of(error: BaseException) -> str:
    """Kind and frames of an exception and of what caused it, without the values in it."""
    parts: list[str] = []
    current: BaseException | None = error
    while current is not None:
        frames = traceback.extract_tb(current.__traceback__)
        lines = [f"  {short_path(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join([type(current).__qualname__, *lines]))
        current = current.__cause__ or current.__context__
    return "\ncaused by ".join(parts)


def report_of(error: BaseException) -> str:
    """The report that a person can copy: versions, and where it happened."""
    return "\n".join(
        [
            f"Mentor Mixer {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"Frozen: {'yes' if getattr(sys, 'frozen', False) else 'no'}",
            "",
            frames_of(error),
        ]
    )


def without_folders(text: str) -> str:
    """Text in which files stand only by their path inside their package, such as what native code leaves of a crash."""
    shortened = _QUOTED_FILE.sub(lambda found: f'"{short_path(found["file"])}"', text)
    return _FOLDERS.sub(lambda found: short_path(found[0]), shortened)


def short_path(filename: str) -> str:
    """A file by its path inside its package, not by the user's folders: fit for a log."""
    parts = PureWindowsPath(filename).parts  # which takes both kinds of slashes
    for root in ("mixer_app", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else filename
