"""Where a kiosk stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskPlace:
    """Where a kiosk stands: its station, its screen (from 1; None: the first), its printer (None: the remembered)."""

    station: str
    screen: int | None = None
    printer: str | None = None
