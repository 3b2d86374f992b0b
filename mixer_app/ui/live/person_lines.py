"""What the lists of people on the Live page show, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.room import MissingPerson, Presence, Room, SeatNow, WaitingPerson
from mixer_app.ui.live.words import PRESENCE_WORDS, OnTheWall, waited
from mixer_app.ui.widgets.roles import WORDS

HERE_OR_GONE: Final = (Presence.SEEN, Presence.GONE)
HERE_MISSING_GONE: Final = (Presence.SEEN, Presence.MISSING, Presence.GONE)
TOGGLE_WORDS: Final = {Presence.SEEN: "Here", Presence.MISSING: "Missing", Presence.GONE: "Gone"}
_KEYS: Final = {Presence.SEEN: "H", Presence.MISSING: "M", Presence.GONE: "G"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Someone in a list: who, why and where, and what can be said of them."""

    attendee_id: int
    name: str
    role: str
    detail: str
    urgent: bool = False
    toggles: tuple[Presence, ...] = ()
    pressed: Presence | None = None
    end: str = ""  # words at the end of the row

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        parts = [self.name, WORDS[self.role].lower(), self.detail, self.end]
        if self.pressed is not None:
            parts.append(PRESENCE_WORDS[self.pressed])
        parts += [f"{_KEYS[toggle]} {TOGGLE_WORDS[toggle].lower()}" for toggle in self.toggles]
        return ", ".join(part for part in parts if part)

    def after(self, toggle: Presence) -> Presence:
        """What is noted when a toggle is pressed; pressed again, it is taken back."""
        return Presence.EXPECTED if toggle is self.pressed else toggle


def missing_lines(missing: Sequence[MissingPerson]) -> list[PersonLine]:
    """Who should sit at a table and does not."""
    return [
        PersonLine(
            attendee_id=one.seat.attendee.id,
            name=one.seat.attendee.name.shown,
            role=one.seat.role.value,
            detail=one.why,
            urgent=one.urgent,
            toggles=HERE_OR_GONE,
            pressed=Presence.GONE if one.seat.presence is Presence.GONE else None,
        )
        for one in missing
    ]


def table_lines(room: Room, number: int) -> list[PersonLine]:
    """Everyone who should sit at a table."""
    table = next((one for one in room.tables if one.number == number), None)
    if table is None:
        return []
    seats = [seat for seat in (table.mentor, *table.mentees) if seat is not None]
    return [_seat_line(seat) for seat in seats]


def _seat_line(seat: SeatNow) -> PersonLine:
    person = seat.attendee
    return PersonLine(
        attendee_id=person.id,
        name=person.name.shown,
        role=seat.role.value,
        detail=", ".join(part for part in (person.title, person.employer) if part),
        toggles=HERE_MISSING_GONE,
        pressed=seat.presence if seat.presence is not Presence.EXPECTED else None,
    )


def waiting_lines(waiting: Sequence[WaitingPerson], now: datetime, on_the_wall: OnTheWall) -> list[PersonLine]:
    """Who is here and has no seat; mentors first, then who has waited longest."""
    return [
        PersonLine(
            attendee_id=one.attendee.id,
            name=one.attendee.name.shown,
            role=one.attendee.role.value,
            detail=f"Waiting since {on_the_wall(one.since):%H:%M}"
            if one.since != one.attendee.checked_in_at
            else f"Checked in at {on_the_wall(one.since):%H:%M}",
            end=waited(one.since, now),
        )
        for one in waiting
    ]
