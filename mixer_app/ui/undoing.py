"""Undo and redo by the journal: what this station did last is taken back first."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffRole

if TYPE_CHECKING:
    from mixer_app.services.database import Session


@dataclass(frozen=True, slots=True)
class WayBack:
    """What undo and redo would do at a station, in words; empty: nothing."""

    undo: str = ""
    redo: str = ""


NO_WAY_BACK: Final = WayBack()


def way_back(session: "Session", event_id: int, *, station: str, kinds: Set[str]) -> WayBack:
    """What this station would take back, or do again, of these kinds of changes."""
    from mixer_app.services.station_acts import next_redo, next_undo

    undo = next_undo(session, event_id, station=station, kinds=kinds)
    redo = next_redo(session, event_id, station=station, kinds=kinds)
    told = undo.sentence if undo is not None and undo.can_undo else ""
    return WayBack(told, redo.sentence.removeprefix("Undone: ") if redo else "")


def undo_latest(
    session: "Session",
    event_id: int,
    *,
    station: str,
    now: datetime,
    kinds: Set[str] | None = None,
    role: StaffRole = StaffRole.ORGANIZER,
) -> str:
    """Take back the latest thing that this station did; the sentence for it.

    With `kinds`, the latest of these kinds, however much else this station has done since. What cannot be taken
    back, or is not for `role` to take back, is refused: nothing older goes in its place.
    """
    from mixer_app.services.station_acts import next_undo
    from mixer_app.services.undo_rights import undo_as

    entry = next_undo(session, event_id, station=station, kinds=kinds)
    if entry is None:
        raise MixerError("There is nothing to undo at this station.")
    return undo_as(session, entry.id, role=role, station=station, now=now)


def redo_latest(
    session: "Session",
    event_id: int,
    *,
    station: str,
    now: datetime,
    kinds: Set[str] | None = None,
    role: StaffRole = StaffRole.ORGANIZER,
) -> str:
    """Do again what this station took back last, of `kinds` if they are given, if it is for `role`."""
    from mixer_app.services.station_acts import next_redo
    from mixer_app.services.undo_rights import undo_as

    entry = next_redo(session, event_id, station=station, kinds=kinds)
    if entry is None:
        raise MixerError("There is nothing to do again at this station.")
    return undo_as(session, entry.id, role=role, station=station, now=now)
