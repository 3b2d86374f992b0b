"""Where a kiosk stands."""

from dataclasses import dataclass
from enum import StrEnum


class ScannerPlace(StrEnum):
    """Where the scanner is, as seen by someone in front of the kiosk."""

    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskPlace:
    """Where a kiosk stands: its station, its screen (from 1; None: the first), its printer and its scanner.

    Printer and scanner: None stands for what this laptop remembers of the station.
    """

    station: str
    screen: int | None = None
    printer: str | None = None
    scanner: ScannerPlace | None = None
