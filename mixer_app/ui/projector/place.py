"""Where a projector is, and which part of the alphabet it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorPlace:
    """One of `parts` projectors of a room, the `part`-th (from 1), on a screen (from 1; None: Qt's choice)."""

    station: str
    screen: int | None = None
    part: int = 1
    parts: int = 1
