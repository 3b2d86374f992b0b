"""People of other events, registered for this one as one step that can be taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status, registration_of
from mixer_app.services.people import register_again
from mixer_app.services.people_journal import KINDS
from mixer_app.services.taking_back import taken_back
from mixer_app.store import Session, attendees, events, imports, journal, persons
from mixer_app.store.journal import ATTENDEE_IDS, SOURCE_IDS, JournalRecord
from mixer_app.store.locking import lock_attendees
from mixer_app.store.references import is_referred_to
from mixer_app.store.registrations import add_registrations

PEOPLE_ADDED: Final = "people added"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAdded:
    """How many people are registered now who were not; `entry_id` undoes it, None: nobody is."""

    people: int
    entry_id: int | None


def add_known(
    session: Session, event_id: int, attendee_ids: Collection[int], *, station: str, now: datetime, dice: Random
) -> KnownAdded:
    """Register these attendees of other events for this one too, with what they said then.

    Whoever is registered already stays as they are; whoever had cancelled is registered again, each as an act of
    their own.
    """
    events.get_event(session, event_id)
    here = persons.at_event(session, event_id)
    sources = _by_person(session, attendee_ids)
    there = {here[person] for person in sources if person in here}
    back = [one for one in attendees.get_attendees(session, there) if one.status is Status.CANCELLED]
    for one in back:
        register_again(session, one.id, station=station, now=now)
    new = [one for person, one in sources.items() if person not in here]
    entry_id = journal.latest_number(session) if back else None
    if new:
        ids = _register(session, event_id, new, [], now=now, dice=dice)
        known = {one.id: one.code for one in attendees.get_attendees(session, ids)}
        people = "1 person of another event" if len(new) == 1 else f"{len(new):,} people of other events"
        entry_id = journal.record_numbered(
            session,
            event_id=event_id,
            station=station,
            at=now,
            what=PEOPLE_ADDED,
            sentence=f"Registered {people}",
            payload={
                "kind": PEOPLE_ADDED,
                ATTENDEE_IDS: ids,
                SOURCE_IDS: [one.id for one in new],
                "codes": [known[number] for number in ids],
            },
        )
    return KnownAdded(people=len(new) + len(back), entry_id=entry_id)


def undo_known(session: Session, record: JournalRecord, *, station: str, now: datetime) -> str:
    """Remove whom such a step has registered (or, of an undo, register them again) and say so; twice is once.

    Refused as a whole where something was done with one of them since.
    """
    told, again = taken_back(record.what, record.sentence), record.what == "undo"
    first = journal.get_record(session, (record.payload or {})["of"]) if again else record
    fresh = journal.get_record(session, record.id)
    if fresh is None or fresh.undone or record.event_id is None:
        return told.sentence
    if first is None or not first.payload:
        raise MixerError(f"“{record.sentence.removeprefix('Undone: ')}” is too old to be done again.")
    payload: dict[str, object] = {"kind": PEOPLE_ADDED, "of": first.id}
    if again:
        payload[ATTENDEE_IDS] = _add_again(session, record.event_id, first, now)
    else:
        _remove(session, record.event_id, first)
    journal.record(
        session,
        event_id=record.event_id,
        station=station,
        at=now,
        what=told.what,
        sentence=told.sentence,
        payload=payload,
        undoes_id=record.id,
    )
    return told.sentence


def _by_person(session: Session, attendee_ids: Collection[int]) -> dict[int, Attendee]:
    """Attendees who are not forgotten, by who they are now, each person once."""
    stands = persons.merged_persons(session)
    who = {stands.get(one.person_id, one.person_id): one for one in attendees.get_attendees(session, attendee_ids)}
    known = persons.not_forgotten(session, who)
    return {person: one for person, one in who.items() if person in known}


def _register(
    session: Session, event_id: int, sources: Sequence[Attendee], codes: Sequence[str], *, now: datetime, dice: Random
) -> list[int]:
    stands = persons.merged_persons(session)
    return add_registrations(
        session,
        event_id,
        [registration_of(one) for one in sources],
        now=now,
        dice=dice,
        codes=codes or [None] * len(sources),
        persons=[stands.get(one.person_id, one.person_id) for one in sources],
    )


def _add_again(session: Session, event_id: int, first: JournalRecord, now: datetime) -> list[int]:
    payload = first.payload or {}
    codes: dict[int, str] = dict(zip(payload[SOURCE_IDS], payload["codes"], strict=True))
    here = persons.at_event(session, event_id)
    sources = [one for person, one in _by_person(session, codes).items() if person not in here]
    if not sources:
        raise MixerError("All of them are registered already, or gone. Look at the list of people.")
    dice = Random(first.id)  # for a code that somebody else has been given meanwhile  # noqa: S311  # no secret
    return _register(session, event_id, sources, [codes[one.id] for one in sources], now=now, dice=dice)


def _remove(session: Session, event_id: int, first: JournalRecord) -> None:
    redone = (one.payload or {} for one in journal.records_of(session, event_id, ("redo",)))
    last = next((payload for payload in redone if payload.get("of") == first.id), first.payload or {})
    ids = [one.id for one in attendees.get_attendees(session, last[ATTENDEE_IDS])]
    lock_attendees(session, ids)
    later = [*journal.standing_about(session, ids, after=first.id), *_together_since(session, event_id, first.id, ids)]
    if later:
        raise MixerError(f"“{later[0].sentence}” came after it. Undo that first.")
    if is_referred_to(session, ids, but=frozenset({"attendee_topics", "attendee_needs", "wishes", "imported_answers"})):
        raise MixerError("The plan or the print queue counts on some of them by now. Cancel whom you do not want.")
    imports.remove_attendees(session, ids)


def _together_since(session: Session, event_id: int, entry_id: int, ids: Collection[int]) -> list[JournalRecord]:
    """Changes of several people since, of which one of these is one."""
    several = journal.records_of(session, event_id, KINDS)
    return [
        one
        for one in several
        if one.id > entry_id and not one.undone and not set(ids).isdisjoint((one.payload or {}).get(ATTENDEE_IDS, ()))
    ]
