"""The name of a station, which the journal gives for where something was done: no two on one laptop share it."""

from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QSettings

from mixer_app.domain.errors import MixerError

DESK: Final = "Desk"
_KEY: Final = "station/name"
_LONGEST: Final = 40


class Station:
    """A name that is this process's own until it is released or the process ends, in whatever way."""

    def __init__(self, name: str, lock: QLockFile) -> None:
        self.name = name
        self._lock = lock

    def release(self) -> None:
        """Let another window have the name."""
        self._lock.unlock()


def take_station(
    folder: Path, *, kind: str = DESK, wanted: str | None = None, settings: QSettings | None = None
) -> Station:
    """A name that no other window of this laptop has; `folder` is where the windows of this user tell each other.

    `wanted` is a name that somebody chose: it is remembered in `settings`, and refused with a sentence while
    another window has it. Otherwise it is the remembered name, or else the first that is free: `Desk 1`, `Desk 2`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if wanted is not None:
        station = _taken(folder, _checked(wanted))
        if station is None:
            raise MixerError(
                f"Another window on this computer is “{_checked(wanted)}” already. Choose another name for the station."
            )
        if settings is not None:
            settings.setValue(_KEY, station.name)
        return station
    remembered = settings.value(_KEY) if settings is not None else None
    if isinstance(remembered, str) and remembered and (station := _taken(folder, remembered)) is not None:
        return station
    return next(found for number in count(1) if (found := _taken(folder, f"{kind} {number}")) is not None)


def remember_station(wanted: str, settings: QSettings) -> str:
    """Use this name from the next start on; as it is kept. `MixerError` says what is wrong with it."""
    name = _checked(wanted)
    settings.setValue(_KEY, name)
    return name


def remembered_station(settings: QSettings | None) -> str:
    """The name of the next start; empty where none was chosen."""
    kept = settings.value(_KEY) if settings is not None else None
    return kept if isinstance(kept, str) else ""


def _taken(folder: Path, name: str) -> Station | None:
    lock = QLockFile(str(folder / f"{sha256(name.casefold().encode()).hexdigest()[:16]}.lock"))
    lock.setStaleLockTime(0)  # however old: it holds as long as its process lives
    if lock.tryLock(0):
        return Station(name, lock)
    if lock.error() is QLockFile.LockError.LockFailedError:
        return None
    raise MixerError(f"The folder {folder} cannot be written. Check its rights.")


def _checked(wanted: str) -> str:
    name = " ".join(wanted.split())
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise MixerError(f"A station has a name of 1 to {_LONGEST} letters, such as “Desk 2”. Choose another.")
    return name
