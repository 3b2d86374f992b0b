"""Undo and redo by the journal: what this station did last is taken back first."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffRole

if TYPE_CHECKING:
    from mixer_app.services.database import Session
    from mixer_app.services.journal import JournalEntry


@dataclass(frozen=True, slots=True)
class WayBack:
    """What undo and redo would do at a station, in words; empty: nothing."""

    undo: str = ""
    redo: str = ""


NO_WAY_BACK: Final = WayBack()


def way_back(session: "Session", event_id: int, *, station: str, kinds: Set[str]) -> WayBack:
    """What this station would take back, or do again, of these kinds of changes."""
    own = _own(session, event_id, station, kinds)
    undo, redo = _next_undo(own), _next_redo(own)
    return WayBack(undo.sentence if undo else "", redo.sentence.removeprefix("Undone: ") if redo else "")


def undo_latest(
    session: "Session",
    event_id: int,
    *,
    station: str,
    now: datetime,
    kinds: Set[str] | None = None,
    role: StaffRole = StaffRole.ORGANIZER,
) -> str:
    """Take back the latest thing that this station did and that can be taken back; the sentence for it.

    With `kinds`, the latest of these kinds, however much else this station has done since. What is not for `role`
    to take back is refused: nothing older goes in its place.
    """
    from mixer_app.services.undo_rights import undo_as

    entry = _next_undo(_own(session, event_id, station, kinds))
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
    from mixer_app.services.undo_rights import undo_as

    entry = _next_redo(_own(session, event_id, station, kinds))
    if entry is None:
        raise MixerError("There is nothing to do again at this station.")
    return undo_as(session, entry.id, role=role, station=station, now=now)


def _own(session: "Session", event_id: int, station: str, kinds: Set[str] | None) -> "list[JournalEntry]":
    from mixer_app.services import journal

    if kinds is None:
        entries = journal.activity(session, event_id, limit=50)
    else:
        entries = journal.activity_of(session, event_id, kinds)
    return [entry for entry in entries if entry.station == station]


def _next_undo(own: "list[JournalEntry]") -> "JournalEntry | None":
    return next((entry for entry in own if not entry.undone and entry.can_undo), None)


def _next_redo(own: "list[JournalEntry]") -> "JournalEntry | None":
    since_the_last_act = takewhile(lambda entry: entry.what in {"undo", "redo"}, own)
    return next((entry for entry in since_the_last_act if entry.what == "undo" and not entry.undone), None)
