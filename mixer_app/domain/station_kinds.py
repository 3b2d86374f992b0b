"""The kinds of stations that share a server, each with a name and rights of its own there."""

from enum import StrEnum


class StationKind(StrEnum):
    """Who connects."""

    CONTROL = "control"
    DESK = "desk"
    KIOSK = "kiosk"
