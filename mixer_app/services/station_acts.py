"""What a station did last, and what it took back last: what undo and redo mean there."""

from collections.abc import Set
from typing import Final

from mixer_app.services.badge_queue import BADGE_FOLLOWS
from mixer_app.services.desk_calls import CALL_ENDED
from mixer_app.services.evening import ROUND_BEGAN, ROUND_ENDED
from mixer_app.services.journal import JournalEntry, entry_from
from mixer_app.services.moving import MOVED_HERE
from mixer_app.store import Session, journal

_TAKEN_BACK: Final = ("undo", "redo", "undone")

_NO_ACT: Final = (
    *("event created", MOVED_HERE),  # nothing was there before it
    *(ROUND_BEGAN, ROUND_ENDED, "round noted", "draft set aside"),  # noted when the clock says so
    *("desk called", CALL_ENDED),
    *("badges printed", "badge printed", "badge failed", "badge shortened", "badge moved", BADGE_FOLLOWS),
    *("document printed", "document failed", "document shortened", "document moved"),
)
"""What a station notes without anybody having done it there just then."""


def next_undo(session: Session, event_id: int, *, station: str, kinds: Set[str] | None = None) -> JournalEntry | None:
    """The latest act of a station that stands, of `kinds` if they are given, whether or not it can be undone.

    An act that cannot be undone is in the way of those before it: whoever undoes means the last thing they did.
    """
    but = (*_TAKEN_BACK, *_NO_ACT)
    found = journal.records_of_station(session, event_id, station, kinds=kinds, but=but, standing=True, limit=1)
    if kinds is None:  # such as another PIN, which is of no event
        since = found[0].id if found else 0
        of_none = journal.records_of_station(session, None, station, but=but, standing=True, after=since, limit=1)
        found = of_none if found and of_none else found
    return entry_from(found[0]) if found else None


def next_redo(session: Session, event_id: int, *, station: str, kinds: Set[str] | None = None) -> JournalEntry | None:
    """What a station took back last, of `kinds` if they are given, and has done nothing since."""
    but = ("undo", "redo", *_NO_ACT)
    last = journal.records_of_station(session, event_id, station, kinds=kinds, but=but, limit=1)
    since = last[0].id if last else 0
    undone = journal.records_of_station(session, event_id, station, kinds=("undo",), standing=True, after=since)
    return next((one for one in map(entry_from, undone) if kinds is None or one.kind in kinds), None)
