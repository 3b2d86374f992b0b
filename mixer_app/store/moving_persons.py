"""People of an event that comes into a database in which some of them may be known already."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from mixer_app.store.batches import batches
from mixer_app.store.merging import merge_persons
from mixer_app.store.moving_numbers import Numbers
from mixer_app.store.moving_rows import EventContent
from mixer_app.store.persons import Identity, best_of, known_persons
from mixer_app.store.rows import AttendeeRow, EventRow, PersonRow

_RECOGNISED_BY: Final = ("name", "name_key", "email_key", "external_id")


def recognise_persons(session: Session, content: EventContent, numbers: Numbers, same: Mapping[int, int]) -> set[int]:
    """Settle who is known here already, by the rule of every registration (see `persons_for`); their old numbers.

    Nobody is taken for two people of the event, and those of other events who were merged with one are looked for too.
    Of whom it is known that they are the `same` needs no recognising.
    """
    said = _identities(content)
    here = known_persons(session, (one for some in said.values() for one in some))
    own = sorted(content.rows["persons"], key=lambda row: (row["merged_into"] is not None, row["id"]))
    taken, known = set(same.values()), set(same)
    for number, person in same.items():
        numbers.settle("persons", number, person)
    for number in [row["id"] for row in (*own, *content.also) if row["id"] not in same]:
        candidates = (best_of(here, identity, taken) for identity in said[number])
        found = next((one for one in candidates if one is not None), None)
        if found is not None:
            numbers.settle("persons", number, found)
            taken.add(found)
            known.add(number)
    return known


def tie_persons(
    session: Session, content: EventContent, numbers: Numbers, known: Collection[int]
) -> list[dict[str, Any]]:
    """Let those who were merged there be one person here too; the rows of whoever is new here."""
    fresh: list[dict[str, Any]] = []
    own = {row["id"]: row for row in content.rows["persons"]}
    together: defaultdict[int, list[int]] = defaultdict(list)
    for row in (*own.values(), *content.also):
        if row["id"] in own or row["id"] in known:
            together[row["merged_into"] or row["id"]].append(row["id"])
    for stands, some in together.items():
        in_order = sorted(some, key=lambda one: (one != stands, one not in known, one))
        kept = numbers.of("persons", in_order[0])
        merge_persons(session, kept, [numbers.of("persons", one) for one in in_order if one in known])
        for one in in_order:
            if one not in known:
                number = numbers.of("persons", one)
                fresh.append(own[one] | {"id": number, "merged_into": kept if kept != number else None})
    return sorted(fresh, key=lambda row: row["id"])


def freshen_persons(
    session: Session, content: EventContent, numbers: Numbers, known: Collection[int], same: Collection[int]
) -> None:
    """What recognises people who are known here is what they said last: at this event, unless they came later.

    Those of the `same` who were at this event only are as they are there, also in what they are no more.
    """
    (event,) = content.rows["events"]
    own = {row["id"]: row for row in content.rows["persons"] if row["id"] in known and row["name"]}
    last = _last_events(session, [numbers.of("persons", number) for number in own], numbers.of("events", event["id"]))
    for row in [row for row in own.values() if row["id"] in same]:
        number = numbers.of("persons", row["id"])
        if number not in last:
            values = {name: value for name, value in row.items() if name not in ("id", "merged_into")}
            apart = {"merged_into": None} if row["merged_into"] is None else {}
            session.execute(update(PersonRow).where(PersonRow.id == number).values(**values, **apart))
    values = [
        {"id": number, **{name: row[name] for name in _RECOGNISED_BY if row[name]}}
        for row in own.values()
        if (number := numbers.of("persons", row["id"])) not in last or last[number] <= event["starts_at"]
    ]
    for value in values:
        number = value.pop("id")
        session.execute(update(PersonRow).where(PersonRow.id == number).values(**value))


def _last_events(session: Session, persons: list[int], but: int) -> dict[int, datetime]:
    """When the last event of each person begins, of all but one."""
    found: dict[int, datetime] = {}
    stands = func.coalesce(PersonRow.merged_into, PersonRow.id)
    for some in batches(persons):
        rows = session.execute(
            select(stands, func.max(EventRow.starts_at))
            .join(AttendeeRow, AttendeeRow.person_id == PersonRow.id)
            .join(EventRow, EventRow.id == AttendeeRow.event_id)
            .where(stands.in_(some), EventRow.id != but)
            .group_by(stands)
        )
        found |= {person: moment for person, moment in rows}  # noqa: C416  # rows are no pairs to the type checker
    return found


def _identities(content: EventContent) -> defaultdict[int, list[Identity]]:
    """By what each person is recognised: what they said at this event, then what is known of them."""
    said: defaultdict[int, list[Identity]] = defaultdict(list)
    for row in content.rows["attendees"]:
        said[row["person_id"]].append(Identity(row["name_key"], row["email_key"], row["external_id"]))
    for row in (*content.rows["persons"], *content.also):
        said[row["id"]].append(Identity(row["name_key"], row["email_key"], row["external_id"]))
    return said
