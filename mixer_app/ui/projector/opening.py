"""Open a projector from another window, in a process of its own that goes on when that window ends."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QGuiApplication

from mixer_app.services.database_place import DatabasePlace
from mixer_app.ui.own_process import own_command, start_detached


def screen_names() -> list[str]:
    """What the screens of this computer are called, in the order of their numbers, from 1."""
    return [f"{number}: {screen.name()}" for number, screen in enumerate(QGuiApplication.screens(), 1)]


def projector_command(
    place: DatabasePlace, event_id: int, screen: int, *, part: int = 1, parts: int = 1
) -> tuple[str, list[str]]:
    """Program and arguments that open a projector; `screen` and `part` are from 1."""
    options = [*place.options, "--event", str(event_id), "--screen", str(screen)]
    return own_command("projector", *options, *(["--part", f"{part}/{parts}"] if parts > 1 else []))


def start_projector(
    place: DatabasePlace,
    event_id: int,
    screen: int,
    *,
    part: int = 1,
    parts: int = 1,
    start: Callable[[str, list[str], Mapping[str, str]], bool] = start_detached,
) -> bool:
    """Open a projector on a screen; whether it could be started."""
    return start(*projector_command(place, event_id, screen, part=part, parts=parts), place.environment)
