"""Erase who the people of an event were. Nothing stays of them but empty places, in an order of their own."""

from datetime import datetime
from random import Random
from typing import Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Status
from mixer_app.store.batches import batches
from mixer_app.store.codec import rules_from_json, rules_to_json
from mixer_app.store.pictures import drop_pictures
from mixer_app.store.references import part_from
from mixer_app.store.rows import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    EventRow,
    ImportRow,
    JournalPrivateRow,
    JournalRow,
    NeedRow,
    PersonRow,
    PlanRow,
    PrintJobRow,
    TableRow,
    TopicRow,
)
from mixer_app.store.settings import read_settings

SMALL: Final = 5
"""A count below this may point to a person."""

_EMPTY: Final[tuple[str, ...]] = (
    "given_name",
    "family_name",
    "native_name",
    "name_key",
    "external_id",
    "email",
    "email_key",
    "phone",
    "pronouns",
    "employer",
    "title",
    "field",
    "region",
    "experience_grade",
    "goal",
    "contact_frequency",
    "contact_means",
    "staff_note",
    "checked_in_where",
)
_UNKNOWN: Final[tuple[str, ...]] = (
    "experience_years",
    "remote_ok",
    "colleagues_ok",
    "contact_consent",
    "email_consent",
    "phone_consent",
    "introductions_limit",
    "continuing_limit",
    "arrives",
    "leaves",
    "left_at",
    "badge_printed_at",
)
NOBODY: Final = {"name": "", "name_key": "", "email_key": "", "external_id": ""}
"""A person of whom nothing is known any more."""


def erase_people(session: Session, event_id: int, *, arrived_at: datetime, now: datetime, dice: Random) -> int:
    """Take everything that points to somebody out of an event; how many people that were.

    What is left are as many places as there were people, each with a role and whether somebody came
    (`arrived_at`, for all alike), shuffled, so that no list of names tells which was whose. Plans, answers
    and choices go too: with the printed plan of the evening they would name people again. Count first what
    is to be kept. A person of other events keeps those, and loses the tie to this one.
    """
    people = list(
        session.execute(
            select(AttendeeRow.id, AttendeeRow.person_id)
            .where(AttendeeRow.event_id == event_id)
            .order_by(AttendeeRow.id)
        )
    )
    numbers = [row.id for row in people]
    _part_from_persons(session, event_id, [(row.id, row.person_id) for row in people], now)
    keep_common_terms(session, event_id)
    part_from(session, numbers)
    _shuffle(session, numbers, arrived_at, dice)
    empty_attendees(session, numbers, now=now, dice=dice)
    _empty_records(session, event_id)
    drop_pictures(session, event_id, but=str(read_settings(session, event_id).get("logo", "")))
    rules: MatchingRules = rules_from_json(session.get_one(EventRow, event_id).rules)
    kept = rules_to_json(rules) | {"employer_aliases": []}
    session.execute(update(EventRow).where(EventRow.id == event_id).values(forgotten_at=now, rules=kept))
    session.expire_all()
    return len(people)


def empty_attendees(session: Session, attendee_ids: list[int], *, now: datetime, dice: Random) -> None:
    """Leave of these attendees a place with a number, a role and a standing; their badges open nothing any more."""
    common: dict[str, Any] = {name: "" for name in _EMPTY} | {name: None for name in _UNKNOWN}  # noqa: C420  # typed
    values = [
        {
            **common,
            "id": attendee_id,
            "full_name": f"Attendee {attendee_id}",
            "code": new_badge_code(dice),
            "languages": [],
            "rests": [],
            "updated_at": now,
            "forgotten_at": now,
        }
        for attendee_id in attendee_ids
    ]
    if values:
        session.execute(update(AttendeeRow), values)


def keep_common_terms(session: Session, event_id: int) -> None:
    """Topics and needs in people's own words stay only where enough people used them."""
    for term, said, said_id in (
        (TopicRow, AttendeeTopicRow, AttendeeTopicRow.topic_id),
        (NeedRow, AttendeeNeedRow, AttendeeNeedRow.need_id),
    ):
        people = func.count(func.distinct(said.attendee_id))
        often = select(said_id).group_by(said_id).having(people >= SMALL)
        session.execute(delete(term).where(term.event_id == event_id, ~term.listed, term.id.not_in(often)))


def _part_from_persons(session: Session, event_id: int, people: list[tuple[int, int]], now: datetime) -> None:
    elsewhere = set(
        session.scalars(
            select(AttendeeRow.person_id)
            .join(EventRow, EventRow.id == AttendeeRow.event_id)
            .where(AttendeeRow.event_id != event_id, EventRow.forgotten_at.is_(None))
        )
    )
    known = [attendee_id for attendee_id, person_id in people if person_id in elsewhere]
    if known:
        new = session.scalars(
            insert(PersonRow).returning(PersonRow.id, sort_by_parameter_order=True),
            [{**NOBODY, "created_at": now} for _ in known],
        )
        values = [{"id": attendee_id, "person_id": person} for attendee_id, person in zip(known, new, strict=True)]
        session.execute(update(AttendeeRow), values)
    for some in batches([person_id for _, person_id in people if person_id not in elsewhere]):
        session.execute(update(PersonRow).where(PersonRow.id.in_(some)).values(**NOBODY))
        session.execute(update(PersonRow).where(PersonRow.merged_into.in_(some)).values(merged_into=None))


def _shuffle(session: Session, numbers: list[int], arrived_at: datetime, dice: Random) -> None:
    """Deal out roles and standings anew: which place was whose cannot be told from their order."""
    columns = (AttendeeRow.role, AttendeeRow.status, AttendeeRow.walk_in, AttendeeRow.checked_in_at)
    dealt = [
        row
        for some in batches(numbers)
        for row in session.execute(select(*columns).where(AttendeeRow.id.in_(some)).order_by(AttendeeRow.id))
    ]
    dice.shuffle(dealt)
    values = [
        {
            "id": number,
            "role": role,
            "status": Status.LEFT if status is Status.CHECKED_IN else status,
            "walk_in": walk_in,
            "checked_in_at": arrived_at if came is not None else None,
            "merged_into": None,
        }
        for number, (role, status, walk_in, came) in zip(numbers, dealt, strict=True)
    ]
    if values:
        session.execute(update(AttendeeRow), values)


def _empty_records(session: Session, event_id: int) -> None:
    for kind in (PlanRow, ImportRow, PrintJobRow, TableRow):
        session.execute(delete(kind).where(kind.event_id == event_id))
    entries = JournalRow.event_id == event_id
    of_event = select(JournalRow.id).where(entries)
    session.execute(delete(JournalPrivateRow).where(JournalPrivateRow.id.in_(of_event)))
    session.execute(update(JournalRow).where(entries).values(payload=None))
    for what in session.scalars(select(JournalRow.what).where(entries).distinct()).all():
        session.execute(update(JournalRow).where(entries, JournalRow.what == what).values(sentence=what.capitalize()))
