"""A mark on this laptop that a station was a kiosk, so that it is one again after a crash."""

import json
import logging
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from mixer_app.paths import user_data

_PREFIX: Final = "kiosk-"
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskMarker:
    """Which kiosk is to be opened again; an address of a shared database is without its password."""

    database: str
    event_id: int
    station: str
    screen: int | None = None  # from 1


def write_marker(marker: KioskMarker, folder: Path | None = None) -> None:
    """Mark that this station is a kiosk now; whole or not at all, whenever the power goes."""
    path = _path(marker.station, folder)
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text(json.dumps(asdict(marker), ensure_ascii=False), encoding="utf-8")
    unfinished.replace(path)


def remove_marker(station: str, folder: Path | None = None) -> None:
    """Staff have left the kiosk by PIN; twice is once."""
    _path(station, folder).unlink(missing_ok=True)


def find_markers(folder: Path | None = None) -> list[KioskMarker]:
    """The kiosks that were not left by PIN, the one that was opened last first; a damaged mark is passed over."""
    paths = sorted((folder or user_data()).glob(f"{_PREFIX}*.json"), key=lambda path: path.stat().st_mtime)
    return [marker for path in reversed(paths) if (marker := _read(path)) is not None]


def _read(path: Path) -> KioskMarker | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        screen = kept.get("screen")
        return KioskMarker(
            database=str(kept["database"]),
            event_id=int(kept["event_id"]),
            station=str(kept["station"]),
            screen=int(screen) if screen is not None else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        _LOG.info("The mark %s cannot be read; the kiosk is not opened again by it.", path.name)
        return None


def _path(station: str, folder: Path | None) -> Path:
    plain = re.sub(r"[^\w-]", "_", station)
    return (folder or user_data()) / f"{_PREFIX}{plain}.json"
