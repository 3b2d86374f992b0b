"""Where things are: what ships with the application, and what belongs to the user."""

import sys
from pathlib import Path

from platformdirs import user_data_path, user_log_path


def resource(*parts: str) -> Path:
    """A file or folder of `resources/`, in a source checkout, an installed wheel or a frozen build."""
    return _resources().joinpath(*parts)


def user_data() -> Path:
    """The folder of the user's own databases and backups; made on first use."""
    return user_data_path("Mentor Mixer", appauthor=False, ensure_exists=True)


def user_logs() -> Path:
    """The folder of the log; made on first use."""
    return user_log_path("Mentor Mixer", appauthor=False, ensure_exists=True)


def put_in_place(finished: Path, path: Path) -> None:
    """Let a file that is all there become `path`; a device or a pipe of that name stays, and is an `OSError`."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError("what has this name is no file")
    finished.replace(path)


def _resources() -> Path:
    package = Path(__file__).resolve().parent
    if getattr(sys, "frozen", False):
        return Path(sys._MEIPASS) / "resources"  # type: ignore[attr-defined]  # set by PyInstaller
    in_wheel = package / "resources"
    return in_wheel if in_wheel.is_dir() else package.parent / "resources"
