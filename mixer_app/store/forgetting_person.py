"""Erase one person from every event, and leave an empty place where others met them."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Final

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.folding import name_key
from mixer_app.domain.people import Status
from mixer_app.store.forgetting import NOBODY, empty_attendees
from mixer_app.store.journal import ATTENDEE_IDS, SOURCE_IDS
from mixer_app.store.references import part_from, references
from mixer_app.store.rows import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    IntroductionRow,
    JournalPrivateRow,
    JournalRow,
    NeedRow,
    PersonRow,
    PlanMemberRow,
    PlanWithoutRow,
    PrintJobRow,
    TopicRow,
    WishRow,
)
from mixer_app.store.traces import Traces, erase_traces

_STAYS: Final = frozenset({IntroductionRow.__tablename__, PlanMemberRow.__tablename__})
"""Others sat there too: the seat stays, and nobody is in it."""

_OF_OTHERS: Final = frozenset(
    f"attendees.{name}"
    for name in (
        *("full_name", "given_name", "family_name", "native_name", "name_key", "external_id", "email", "email_key"),
        *("phone", "code", "employer", "title", "field", "region", "pronouns", "experience_grade"),
        *("contact_frequency", "contact_means", "checked_in_where"),
    )
) | frozenset(
    {
        *("persons.name", "persons.name_key", "persons.email_key", "persons.external_id"),
        *("events.name", "events.venue", "events.language", "events.contact_email", "events.rules"),
        *("topics.name", "topics.key", "needs.name", "needs.key", "settings.key", "settings.value"),
        *("column_mappings.mapping", "station_printers.title", "station_printers.printer", "journal.what"),
    }
)
"""Columns that belong to other people, or to the event: a namesake keeps their name."""

_LEAST_FAMILY_NAME: Final = 5  # letters of a family name that is looked for alone


@dataclass(frozen=True, slots=True)
class Places:
    """Where a person is in the database."""

    person_ids: tuple[int, ...]  # all that stand for one
    attendee_ids: tuple[int, ...]
    event_ids: tuple[int, ...]


def places_of(session: Session, attendee_id: int) -> Places:
    """All registrations of the person behind an attendee, also those that were merged."""
    stands = func.coalesce(PersonRow.merged_into, PersonRow.id)
    own = select(stands).join(AttendeeRow, AttendeeRow.person_id == PersonRow.id).where(AttendeeRow.id == attendee_id)
    persons = list(session.scalars(select(PersonRow.id).where(stands.in_(own.scalar_subquery()))))
    rows = session.execute(
        select(AttendeeRow.id, AttendeeRow.event_id)
        .where(AttendeeRow.person_id.in_(persons))
        .order_by(AttendeeRow.event_id, AttendeeRow.id)
    ).all()
    return Places(tuple(persons), tuple(row.id for row in rows), tuple(dict.fromkeys(row.event_id for row in rows)))


def traces_of(session: Session, places: Places) -> Traces:
    """The words by which texts name a person: all they were registered under."""
    words: set[str] = set()
    for row in session.scalars(select(AttendeeRow).where(AttendeeRow.id.in_(places.attendee_ids))):
        words |= {row.full_name, row.native_name, row.email, row.phone, row.code, row.external_id}
        words |= {f"{row.given_name} {row.family_name}", f"{row.family_name}, {row.given_name}", row.email_key}
        words |= {row.name_key, f"{row.code[:4]} {row.code[4:]}", f"{row.code[:4]}-{row.code[4:]}"}
        if len(row.family_name) >= _LEAST_FAMILY_NAME and not _is_shared(session, row.family_name, places):
            words.add(row.family_name)
    for person in session.scalars(select(PersonRow).where(PersonRow.id.in_(places.person_ids))):
        words |= {person.name, person.name_key, person.email_key, person.external_id}
    return Traces(words)


def erase_person(
    session: Session, places: Places, traces: Traces, *, ahead: frozenset[int], now: datetime, dice: Random
) -> list[str]:
    """Take a person out of all events; the names of kept documents that may show them.

    Seats in which others met them stay, and nobody is in them. At events that are `ahead`, or not over, the
    place is given up. Whatever they and others answered about each other goes with them.
    """
    numbers = list(places.attendee_ids)
    session.execute(
        update(IntroductionRow)
        .where(or_(IntroductionRow.mentor_id.in_(numbers), IntroductionRow.mentee_id.in_(numbers)))
        .values(evidence=[])
    )
    _forget_changes(session, places)
    session.execute(delete(PlanWithoutRow).where(PlanWithoutRow.attendee_id.in_(numbers)))
    session.execute(delete(WishRow).where(WishRow.target_id.in_(numbers)))
    _forget_wishes_by_name(session, traces)
    papers = _drop_papers(session, places)
    part_from(session, numbers, keep=_STAYS)
    _give_up_places(session, numbers, ahead)
    empty_attendees(session, numbers, now=now, dice=dice)
    session.execute(update(PersonRow).where(PersonRow.id.in_(places.person_ids)).values(**NOBODY, merged_into=None))
    for event_id in places.event_ids:
        _drop_unused_terms(session, event_id)
    erase_traces(session, traces, but=_OF_OTHERS)
    session.expire_all()
    return papers


def _forget_changes(session: Session, places: Places) -> None:
    """Lines of the journal about them say what, not who, and bring nothing back; so do those of several people."""
    numbers = set(places.attendee_ids)
    rows = session.execute(
        select(JournalRow.id, JournalRow.payload, JournalPrivateRow.payload)
        .outerjoin(JournalPrivateRow, JournalPrivateRow.id == JournalRow.id)
        .where(JournalRow.event_id.in_(places.event_ids), JournalRow.payload.is_not(None))
    )
    listed = [number for number, *told in rows if _is_about(told, numbers, _names_of_places())]
    about_them = or_(JournalRow.attendee_id.in_(numbers), JournalRow.id.in_(listed))
    lines = select(JournalRow.id).where(about_them)
    session.execute(delete(JournalPrivateRow).where(JournalPrivateRow.id.in_(lines)))
    kinds = session.scalars(select(JournalRow.what).where(about_them).distinct()).all()
    for what in kinds:
        session.execute(
            update(JournalRow)
            .where(about_them, JournalRow.what == what)
            .values(payload=None, sentence=what.capitalize())
            .execution_options(synchronize_session=False)
        )


def _names_of_places() -> frozenset[str]:
    """Under which names a payload holds numbers of attendees."""
    return frozenset({ATTENDEE_IDS, SOURCE_IDS, "key", *(one.column.name for one in references())})


def _is_about(payload: Any, numbers: set[int], names: frozenset[str]) -> bool:
    """Whether a payload names one of these attendees, however deep."""
    if isinstance(payload, list):
        return any(_is_about(one, numbers, names) for one in payload)
    if not isinstance(payload, dict):
        return False
    for name, value in payload.items():
        if name in names and not isinstance(value, dict):
            if numbers & {one for one in (value if isinstance(value, list) else [value]) if isinstance(one, int)}:
                return True
        elif _is_about(value, numbers, names):
            return True
    return False


def _forget_wishes_by_name(session: Session, traces: Traces) -> None:
    """Others who typed the name, where it was not clear who is meant."""
    rows = session.execute(select(WishRow.attendee_id, WishRow.kind, WishRow.position, WishRow.text)).all()
    for attendee_id, kind, position, text in rows:
        if traces.in_text(text) or name_key(text) in traces.words:
            session.execute(
                delete(WishRow).where(
                    WishRow.attendee_id == attendee_id, WishRow.kind == kind, WishRow.position == position
                )
            )


def _drop_papers(session: Session, places: Places) -> list[str]:
    """Documents of their events that wait to be printed show them: these jobs end, and must be made anew."""
    whole = (PrintJobRow.event_id.in_(places.event_ids), PrintJobRow.paper != "")
    papers = list(session.scalars(select(PrintJobRow.paper).where(*whole)))
    session.execute(delete(PrintJobRow).where(*whole))
    return papers


def _give_up_places(session: Session, numbers: list[int], ahead: frozenset[int]) -> None:
    """Nobody comes to, or stays at, what is not over; of who came, the hour stays, not the minute."""
    coming = (AttendeeRow.id.in_(numbers), AttendeeRow.event_id.in_(ahead))
    for status, then in ((Status.REGISTERED, Status.CANCELLED), (Status.CHECKED_IN, Status.LEFT)):
        session.execute(update(AttendeeRow).where(*coming, AttendeeRow.status == status).values(status=then))
    rows = session.execute(select(AttendeeRow.id, AttendeeRow.checked_in_at).where(AttendeeRow.id.in_(numbers)))
    hours = [
        {"id": number, "checked_in_at": came.replace(minute=0, second=0, microsecond=0)}
        for number, came in rows.all()
        if came is not None
    ]
    if hours:
        session.execute(update(AttendeeRow), hours)


def _drop_unused_terms(session: Session, event_id: int) -> None:
    """Topics and needs in the words of somebody who is gone."""
    for term, said_id in ((TopicRow, AttendeeTopicRow.topic_id), (NeedRow, AttendeeNeedRow.need_id)):
        session.execute(delete(term).where(term.event_id == event_id, ~term.listed, term.id.not_in(select(said_id))))


def _is_shared(session: Session, family_name: str, places: Places) -> bool:
    """Whether somebody else has the word in their name."""
    word = name_key(family_name)
    others = select(AttendeeRow.id).where(
        AttendeeRow.name_key.contains(word, autoescape=True), AttendeeRow.id.not_in(places.attendee_ids)
    )
    return session.scalar(others.limit(1)) is not None
