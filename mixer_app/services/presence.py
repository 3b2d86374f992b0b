"""Who is at their table: noted by staff or by a scan, each as one act that can be taken back."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence, SeatNow
from mixer_app.services.check_in import check_in
from mixer_app.services.evening import evening_now, note_what_took_place
from mixer_app.services.people import edit_attendee, get_attendee
from mixer_app.services.taking_back import taken_back
from mixer_app.store import Session, attendees, events, journal, plans, seats, sightings, standing, tables
from mixer_app.store.journal import JournalRecord
from mixer_app.store.standing import Standing, standing_from_json, standing_of

PRESENCE_NOTED: Final = "presence noted"

_SENTENCES: Final = {
    Presence.SEEN: "{{name}} is at the table in round {number}",
    Presence.MISSING: "{{name}} is missing in round {number}",
    Presence.GONE: "{{name}} has left, and is missing in round {number}",
    Presence.EXPECTED: "Took back what was noted of {{name}} in round {number}",
}


@dataclass(frozen=True, slots=True)
class FoundSeat:
    """Whom a scan has found, and at which table they sit."""

    seat: SeatNow
    table: int
    entry_id: int | None


def note_presence(
    session: Session,
    event_id: int,
    attendee_id: int,
    presence: Presence,
    *,
    round_number: int,
    station: str,
    now: datetime,
) -> int | None:
    """Note what is known of someone in a round; the line of the journal that undoes it, None: it was noted already.

    GONE: they have left the event, and no later round counts on them. EXPECTED takes a note back.
    """
    standing.lock_attendee(session, attendee_id)
    person = get_attendee(session, attendee_id)
    seen = {Presence.SEEN: True, Presence.MISSING: False, Presence.EXPECTED: None}.get(presence, False)
    before_seen = sightings.set_sightings(session, round_number, {attendee_id: seen}, station=station, now=now)
    if presence is Presence.GONE and before_seen[attendee_id]:  # they sat there before they went
        sightings.set_sightings(session, round_number, before_seen, station=station, now=now)
        seen = True
    before, after = standing_of(person), _standing(person, presence, station, now)
    if before_seen[attendee_id] is seen and before == after:
        return None
    _stand(session, person, after, station, now)
    _follow(session, event_id, round_number, station, now)
    return journal.record_numbered(
        session,
        event_id=event_id,
        attendee_id=attendee_id,
        station=station,
        at=now,
        what=PRESENCE_NOTED,
        sentence=_SENTENCES[presence].format(number=round_number),
        payload=_payload(round_number, (before_seen[attendee_id], before), (seen, after)),
    )


def scan_at_table(session: Session, event_id: int, code: str, *, station: str, now: datetime) -> FoundSeat:
    """Note that whoever wears this badge is at their table; who had not been checked in is now.

    Raises `MixerError` for an unknown code, and for someone who has no seat in this round.
    """
    parsed = parse_badge_code(code)
    found = attendees.with_code(session, event_id, parsed, lock=True) if parsed else []
    if not found:
        raise MixerError(f"“{code}” is no badge of this event. Search for the name instead.")
    person = found[0]
    number = max(evening_now(session, event_id, now=now).round, 1)
    place = _place_in_round(session, event_id, person, number)
    if place is None:
        raise MixerError(f"{person.name.full} has no seat in round {number}. Reseat, or send them to the desk.")
    if person.status is Status.REGISTERED:
        check_in(session, event_id, person.code, station=station, now=now)
    entry_id = note_presence(session, event_id, person.id, Presence.SEEN, round_number=number, station=station, now=now)
    table, role = place
    return FoundSeat(SeatNow(attendee=person, role=role, presence=Presence.SEEN), table, entry_id)


def _place_in_round(session: Session, event_id: int, person: Attendee, number: int) -> tuple[int, Role] | None:
    """Table and role of someone by the plan that is out; a mentor without guests keeps their own table.

    Only their own seats are read: at a large event marshals scan faster than a whole room can be.
    """
    out = seats.published_plan(session, event_id)
    plan_id = out.id if out else plans.latest_plan_id(session, event_id)
    own = seats.seats_of(session, plan_id, person.id) if plan_id is not None else []
    seat = next((one for one in own if one.round == number), None)
    if seat is not None:
        return seat.table, Role.MENTOR if seat.mentor_id == person.id else Role.MENTEE
    table = tables.table_numbers(session, event_id).get(person.id)
    return (table, Role.MENTOR) if table is not None and person.here and person.role.hosts else None


def close_table(
    session: Session, event_id: int, table: int, *, from_round: int, station: str, now: datetime
) -> int | None:
    """Let a table rest from a round on; the line of the journal that undoes it, None: it rested already.

    Whoever was to sit there is seated elsewhere by the next reseating.
    """
    rounds = events.get_event(session, event_id).rounds
    told = f"Closed table {table} from round {from_round} on"
    return _change_rests(session, event_id, table, set(range(from_round, rounds + 1)), set(), told, station, now)


def open_table(
    session: Session, event_id: int, table: int, *, from_round: int, station: str, now: datetime
) -> int | None:
    """Let a table that rests take people again from a round on; as `close_table`."""
    rounds = events.get_event(session, event_id).rounds
    told = f"Opened table {table} from round {from_round} on"
    return _change_rests(session, event_id, table, set(), set(range(from_round, rounds + 1)), told, station, now)


def undo_presence(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Put back what was known before a note (or, of an undo, before that); twice is once."""
    told = taken_back(record.what, record.sentence)
    if record.undone or record.attendee_id is None or record.event_id is None:
        return told.sentence
    standing.lock_attendee(session, record.attendee_id)
    payload, person = record.payload or {}, get_attendee(session, record.attendee_id)
    number, after = int(payload["round"]), standing_from_json(payload["after"])
    if standing_of(person) != after or _seen(session, record.event_id, person.id, number) is not payload["after_seen"]:
        raise MixerError("Something else was noted of this person after it. Undo that first.")
    before = standing_from_json(payload["before"])
    sightings.set_sightings(session, number, {person.id: payload["before_seen"]}, station=station, now=now)
    _stand(session, person, before, station, now)
    _follow(session, record.event_id, number, station, now)
    journal.record(
        session,
        event_id=record.event_id,
        attendee_id=person.id,
        station=station,
        at=now,
        what=told.what,
        sentence=taken_back(record.what, journal.raw_sentence(session, record.id)).sentence,
        payload=_payload(number, (payload["after_seen"], after), (payload["before_seen"], before)),
        undoes_id=record.id,
    )
    return told.sentence


def _standing(person: Attendee, presence: Presence, station: str, now: datetime) -> Standing:
    """Where someone stands after a note: only leaving, and being seen again after it, changes that."""
    kept = standing_of(person)
    if presence is Presence.GONE and person.status is Status.CHECKED_IN:
        return replace(kept, status=Status.LEFT, left_at=now)
    if presence in (Presence.SEEN, Presence.EXPECTED) and person.status is Status.LEFT:
        return replace(kept, status=Status.CHECKED_IN, left_at=None)
    if presence is Presence.SEEN and person.status is Status.REGISTERED:
        return Standing(status=Status.CHECKED_IN, checked_in_at=now, checked_in_where=station)
    return kept


def _stand(session: Session, person: Attendee, wanted: Standing, station: str, now: datetime) -> None:
    if standing_of(person) != wanted:
        standing.set_standing(session, person.id, wanted, now=now)
        if (action := standing.ACTION_TO.get(wanted.status)) is not None:
            standing.add_check_in(session, person.id, action, at=now, station=station, request_id=None)


def _follow(session: Session, event_id: int, number: int, station: str, now: datetime) -> None:
    """A round that is over may have been held otherwise than was noted when it ended."""
    note_what_took_place(session, event_id, number, evening_now(session, event_id, now=now), station=station, now=now)


def _seen(session: Session, event_id: int, attendee_id: int, number: int) -> bool | None:
    return sightings.sightings_of(session, event_id).get((attendee_id, number))


def _payload(number: int, before: tuple[bool | None, Standing], after: tuple[bool | None, Standing]) -> dict[str, Any]:
    return {
        "kind": PRESENCE_NOTED,
        "round": number,
        "before_seen": before[0],
        "before": before[1].to_json(),
        "after_seen": after[0],
        "after": after[1].to_json(),
    }


def _change_rests(
    session: Session,
    event_id: int,
    table: int,
    more: set[int],
    fewer: set[int],
    told: str,
    station: str,
    now: datetime,
) -> int | None:
    host = {number: who for who, number in tables.table_numbers(session, event_id).items()}.get(table)
    if host is None:
        raise MixerError(f"Nobody keeps table {table}, so there is nothing to close or open.")
    person = get_attendee(session, host)
    rests = tuple(sorted((set(person.rests) | more) - fewer))
    if rests == person.rests:
        return None
    registration = replace(registration_of(person), rests=rests)
    edit_attendee(session, host, registration, station=station, now=now, sentence=f"{told}, the table of {{name}}")
    return journal.latest_number(session)
