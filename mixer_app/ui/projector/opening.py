"""Open a projector from another window, in a process of its own that goes on when that window ends."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication


def screen_names() -> list[str]:
    """What the screens of this computer are called, in the order of their numbers, from 1."""
    return [f"{number}: {screen.name()}" for number, screen in enumerate(QGuiApplication.screens(), 1)]


def projector_command(
    location: str, event_id: int, screen: int, *, part: int = 1, parts: int = 1
) -> tuple[str, list[str]]:
    """Program and arguments that open a projector; `screen` and `part` are from 1."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "mixer_app"]
    options = ["--database", location, "--event", str(event_id), "--screen", str(screen)]
    return sys.executable, [*own, "projector", *options, *(["--part", f"{part}/{parts}"] if parts > 1 else [])]


def start_projector(
    location: str,
    event_id: int,
    screen: int,
    *,
    part: int = 1,
    parts: int = 1,
    start: Callable[[str, list[str]], object] = QProcess.startDetached,
) -> bool:
    """Open a projector on a screen; whether it could be started."""
    answer = start(*projector_command(location, event_id, screen, part=part, parts=parts))
    return bool(answer[0] if isinstance(answer, tuple) else answer)
