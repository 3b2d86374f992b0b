"""Erase who the people of an event were; what they did stays as figures."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, Final

from sqlalchemy import Engine, delete, func, insert, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.store.backups import backups_of
from mixer_app.store.batches import batches
from mixer_app.store.pictures import drop_pictures
from mixer_app.store.rows import (
    AnswerRow,
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    CheckInRow,
    DeskCallRow,
    EventRow,
    ImportedAnswerRow,
    ImportRow,
    ImportStepRow,
    IntroductionRow,
    JournalRow,
    NeedRow,
    PairRuleRow,
    PersonRow,
    PlanRow,
    PlanWithoutRow,
    PrintJobRow,
    Row,
    TopicRow,
    WishRow,
    WrongTryRow,
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
)


def erase_people(session: Session, event_id: int, *, now: datetime, dice: Random) -> int:
    """Take every name, contact and free text out of an event; how many people that were.

    Roles, standing, arrival times, topics, needs, introductions, scores and answers stay, tied to
    numbers instead of people. A person of other events keeps those, and loses the tie to this one.
    """
    people = list(
        session.execute(select(AttendeeRow.id, AttendeeRow.person_id).where(AttendeeRow.event_id == event_id))
    )
    _part_from_persons(session, event_id, [(row.id, row.person_id) for row in people], now)
    _empty_attendees(session, [row.id for row in people], now, dice)
    _empty_records(session, event_id)
    _drop_rare_terms(session, event_id)
    drop_pictures(session, event_id, but=str(read_settings(session, event_id).get("logo", "")))
    session.execute(update(EventRow).where(EventRow.id == event_id).values(forgotten_at=now))
    session.expire_all()
    return len(people)


def shrink(engine: Engine, path: Path | None) -> bool:
    """Rewrite the database without the bytes of what was erased; False if another program kept them in use."""
    if path is None:
        with closing(engine.raw_connection()) as connection:  # outside of a transaction
            for table in Row.metadata.sorted_tables:
                connection.cursor().execute(f"VACUUM FULL {table.name}")
        return True
    with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def delete_backups(path: Path, event_id: int) -> int:
    """Delete the backups that the application made and that hold this event; how many."""
    stale = [backup for backup in backups_of(path) if _may_hold(backup, event_id)]
    for backup in stale:
        backup.unlink()
    return len(stale)


def _may_hold(backup: Path, event_id: int) -> bool:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM events WHERE id = ?", (event_id,)).fetchone() is not None
    except sqlite3.Error:
        return True  # what cannot be read may hold anything


def _part_from_persons(session: Session, event_id: int, people: list[tuple[int, int]], now: datetime) -> None:
    elsewhere = set(
        session.scalars(
            select(AttendeeRow.person_id)
            .join(EventRow, EventRow.id == AttendeeRow.event_id)
            .where(AttendeeRow.event_id != event_id, EventRow.forgotten_at.is_(None))
        )
    )
    known = [attendee_id for attendee_id, person_id in people if person_id in elsewhere]
    nobody = {"name": "", "name_key": "", "email_key": "", "external_id": ""}
    if known:
        new = session.scalars(
            insert(PersonRow).returning(PersonRow.id, sort_by_parameter_order=True),
            [{**nobody, "created_at": now} for _ in known],
        )
        values = [{"id": attendee_id, "person_id": person} for attendee_id, person in zip(known, new, strict=True)]
        session.execute(update(AttendeeRow), values)
    for some in batches([person_id for _, person_id in people if person_id not in elsewhere]):
        session.execute(update(PersonRow).where(PersonRow.id.in_(some)).values(**nobody))
        session.execute(update(PersonRow).where(PersonRow.merged_into.in_(some)).values(merged_into=None))


def _empty_attendees(session: Session, attendee_ids: list[int], now: datetime, dice: Random) -> None:
    common: dict[str, Any] = {name: "" for name in _EMPTY} | {name: None for name in _UNKNOWN}  # noqa: C420  # typed
    values = [
        {
            **common,
            "id": attendee_id,
            "full_name": f"Attendee {attendee_id}",
            "code": new_badge_code(dice),
            "languages": [],
            "updated_at": now,
        }
        for attendee_id in attendee_ids
    ]
    if values:
        session.execute(update(AttendeeRow), values)
    for some in batches(attendee_ids):
        for kind in (ImportedAnswerRow, WishRow, WrongTryRow):
            session.execute(delete(kind).where(kind.attendee_id.in_(some)))
        session.execute(update(CheckInRow).where(CheckInRow.attendee_id.in_(some)).values(request_id=None))


def _empty_records(session: Session, event_id: int) -> None:
    plans = select(PlanRow.id).where(PlanRow.event_id == event_id)
    imports = select(ImportRow.id).where(ImportRow.event_id == event_id)
    session.execute(update(IntroductionRow).where(IntroductionRow.plan_id.in_(plans)).values(evidence=[]))
    session.execute(update(PlanWithoutRow).where(PlanWithoutRow.plan_id.in_(plans)).values(reason=""))
    session.execute(update(AnswerRow).where(AnswerRow.event_id == event_id).values(note=""))
    session.execute(delete(ImportStepRow).where(ImportStepRow.import_id.in_(imports)))
    session.execute(delete(ImportRow).where(ImportRow.event_id == event_id))
    session.execute(delete(DeskCallRow).where(DeskCallRow.event_id == event_id))
    session.execute(delete(PairRuleRow).where(PairRuleRow.event_id == event_id))
    session.execute(delete(PrintJobRow).where(PrintJobRow.event_id == event_id))
    entries = JournalRow.event_id == event_id
    session.execute(update(JournalRow).where(entries).values(payload=None))
    for what in session.scalars(select(JournalRow.what).where(entries).distinct()).all():
        session.execute(update(JournalRow).where(entries, JournalRow.what == what).values(sentence=what.capitalize()))


def _drop_rare_terms(session: Session, event_id: int) -> None:
    """Topics and needs in people's own words stay only where enough people used them."""
    often_topics = _often(AttendeeTopicRow.topic_id, AttendeeTopicRow.attendee_id)
    often_needs = _often(AttendeeNeedRow.need_id, AttendeeNeedRow.attendee_id)
    session.execute(
        delete(TopicRow).where(TopicRow.event_id == event_id, ~TopicRow.listed, TopicRow.id.not_in(often_topics))
    )
    session.execute(
        delete(NeedRow).where(NeedRow.event_id == event_id, ~NeedRow.listed, NeedRow.id.not_in(often_needs))
    )


def _often(term: Any, attendee: Any) -> Any:
    return select(term).group_by(term).having(func.count(func.distinct(attendee)) >= SMALL)
