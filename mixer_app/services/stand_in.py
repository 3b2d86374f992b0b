"""What stands in for a shared database while its server is away: kept fresh, and handed over afterwards.

One file for each database and event in the user's own folder, for all stations of this computer; closed to others,
and deleted when the event is forgotten, when another event of the database is shown, or the database is left: as
soon as nothing in it waits for the server.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from mixer_app.domain.errors import ConnectionLostError, MixerError
from mixer_app.domain.events import Event
from mixer_app.paths import user_data
from mixer_app.services.check_in import CheckInResult, undo_check_in
from mixer_app.services.connections import read_connection
from mixer_app.services.database import open_database as open_anywhere
from mixer_app.services.events import find_event
from mixer_app.store import Database, Session, open_database, stand_in
from mixer_app.store.free_files import delete_if_free

_GIVEN_UP_AFTER: Final = timedelta(seconds=20)  # as in the print queue: whoever sends for longer is gone
_BESIDE: Final = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class StandIn:
    """The copy of one event beside its shared database; any thread may use it, and several processes."""

    server: Database
    event_id: int
    copy: Database

    def renew(self, now: datetime) -> bool:
        """Copy what has changed at the server; False while there is something to hand over, or the event is gone."""
        before = self.copy.read(stand_in.known, self.event_id)
        seen = self.server.read(stand_in.look, self.event_id, before)
        if seen is None:
            self.forget()
            return False
        return self.copy.write(stand_in.keep, seen, now=now)

    def hand_over(self, clock: Callable[[], datetime]) -> int:
        """Tell the server everything that was done here, in its order; how many acts it has kept.

        Whatever has been told is dropped here once the server has kept it; told again it is known again.
        """
        from mixer_app.services.handing_over import take_act, take_badge  # with all of printing: not to start

        self.copy.write(stand_in.number_kept)
        told = 0
        for act in self.copy.read(stand_in.kept_acts):
            self.server.write(take_act, self.event_id, act, now=clock())
            self.copy.write(stand_in.drop_act, act.request_id)
            told += 1
        self.copy.write(stand_in.hold_badges)
        for badge in self.copy.read(stand_in.kept_badges, given_up_before=clock() - _GIVEN_UP_AFTER):
            self.server.write(take_badge, self.event_id, badge, now=clock())
            self.copy.write(stand_in.drop_badge, badge)
        return told

    def has_kept(self) -> bool:
        """Whether the server has not heard of something yet."""
        return self.copy.read(stand_in.has_kept)

    def event(self) -> Event:
        """The event as it was seen last."""
        return self.copy.read(find_event, str(self.event_id))

    def seen_at(self) -> datetime | None:
        """Of which moment the copy is; None: of none yet."""
        seen = self.copy.read(stand_in.seen_at)
        return seen[1] if seen is not None else None

    def forget(self) -> None:
        """Delete the copy: the event was forgotten, or the database was left for good."""
        self.server.keep_stand_in(None)
        self.copy.close()
        _delete(self.copy.path)


def stand_in_of(server: Database, event_id: int) -> StandIn | None:
    """The copy of an event, made when there is none; None: a file is always there."""
    if server.path is not None:
        return None
    path = _path(server.location, event_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return StandIn(server, event_id, open_database(str(path)))


def hand_over_left(server: Database, clock: Callable[[], datetime], *, but: int) -> int:
    """Hand over what stations of this computer left behind at other events than `but`; how many acts.

    What is kept of an event that was forgotten meanwhile is deleted.
    """
    told = 0
    for number in _events(server.location):
        place = stand_in_of(server, number) if number != but else None
        if place is None:
            continue
        try:
            if server.read(stand_in.is_forgotten, number):
                _delete(place.copy.path)
            elif place.has_kept():
                told += place.hand_over(clock)
        finally:
            place.copy.close()
    return told


def leave_database(address: str, clock: Callable[[], datetime], *, plain_allowed: bool) -> str:
    """Delete what this computer keeps of a shared database that is no longer worked with, once it is handed over.

    A sentence if something waits for the server still, and so stays; empty: nothing does.
    """
    server = open_anywhere(address, plain_allowed=plain_allowed, may_be_away=True)
    try:
        if not drop_copies(server, clock):
            return ""
        return (
            f"What was done at the door without {server.location} is not handed over yet, and is kept on this "
            "computer. Connect to it once more: it is handed over by itself."
        )
    finally:
        server.close()


def drop_copies(server: Database, clock: Callable[[], datetime], *, but: int = 0) -> bool:
    """Delete the copies of this computer but one, what waits in them handed over first; True if something waits still.

    A copy stays as long as another station of this computer works with it.
    """
    waits = False
    for number in _events(server.location):
        place = stand_in_of(server, number) if number != but else None
        if place is None:
            continue
        try:
            kept = not _is_handed_over(place, clock)
        finally:
            place.copy.close()
        waits = waits or kept
        if not kept and place.copy.path is not None:
            delete_if_free(place.copy.path)
    return waits


def _is_handed_over(place: StandIn, clock: Callable[[], datetime]) -> bool:
    """Whether nothing waits in a copy; what does is handed over if the server answers."""
    try:
        if place.has_kept() and not place.server.read(stand_in.is_forgotten, place.event_id):
            place.hand_over(clock)
            return not place.has_kept()
    except MixerError:
        return False
    return True


def known_stand_in(server: Database, wanted: str | None) -> StandIn | None:
    """While the server is away: the copy of the event of this name or number, or the one that was seen last."""
    found: list[tuple[datetime, StandIn]] = []
    for number in _events(server.location):
        one = stand_in_of(server, number)
        if one is None:
            continue
        seen = one.seen_at()
        if seen is not None and (wanted is None or wanted.casefold() in (str(number), one.event().name.casefold())):
            found.append((seen, one))
        else:
            one.copy.close()
    found.sort(key=lambda pair: pair[0])
    for _, other in found[:-1]:
        other.copy.close()
    return found[-1][1] if found else None


def open_database_or_copy(
    location: str | None, event: str | None, *, plain_allowed: bool = False
) -> tuple[Database, StandIn | None]:
    """Open a database; where its server does not answer, also the copy of an event, without which it is refused."""
    database = open_anywhere(location, plain_allowed=plain_allowed, may_be_away=True)
    if not database.away:
        return database, None
    copy = known_stand_in(database, event)
    if copy is None:
        database.close()
        raise ConnectionLostError(database.away)
    return database, copy


def has_copy(location: str) -> bool:
    """Whether this computer has a copy of an event of the database at an address, so that check-in goes on."""
    return bool(_events(location))


def count_waiting(location: str) -> int:
    """How many acts at the door this computer keeps for the database at an address, which has not heard of them."""
    waiting = 0
    for number in _events(location):
        copy = open_database(str(_path(location, number)))
        try:
            waiting += copy.read(stand_in.count_kept)
        finally:
            copy.close()
    return waiting


def is_stand_in(session: Session) -> bool:
    """Whether this is done in a copy, while the server is away."""
    return stand_in.seen_at(session) is not None


def take_back_kept(
    session: Session, event_id: int, key: str, *, station: str, now: datetime, request_id: str | None = None
) -> CheckInResult:
    """In a copy: take a check-in back that was made since the server went away; others wait for it."""
    if key.startswith("#") and not stand_in.has_kept_arrival(session, int(key[1:])):
        raise MixerError("This check-in was made before the connection went. Take it back when it is there again.")
    return undo_check_in(session, event_id, key, station=station, now=now, request_id=request_id)


def _events(location: str) -> list[int]:
    """The numbers of the events of which this computer has a copy."""
    numbers = (path.stem.rpartition("-")[2] for path in _folder().glob(f"{_mark(location)}-*.db"))
    return sorted(int(number) for number in numbers if number.isdecimal())


def _path(location: str, event_id: int) -> Path:
    return _folder() / f"{_mark(location)}-{event_id}.db"


def _folder() -> Path:
    return user_data() / "check-in without the server"


def _mark(location: str) -> str:
    """The same however the address is written: with its password or without, the usual port named or not."""
    read = read_connection(location)
    plain = read.location.partition("?")[0] if read is not None else location
    return sha256(plain.encode()).hexdigest()[:12]


def _delete(path: Path | None) -> None:
    if path is not None:
        for suffix in _BESIDE:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
