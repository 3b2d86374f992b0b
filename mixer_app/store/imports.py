"""Imports: what each did to whom, so that one can be taken back as one step."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.imports import ImportAccount
from mixer_app.domain.people import Registration
from mixer_app.store.batches import batches, insert_rows
from mixer_app.store.codec import registration_from_json, registration_to_json
from mixer_app.store.rows import AttendeeRow, ImportRow, ImportStepRow, PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStep:
    """What an import did to one attendee; `before` is None for one that it added."""

    attendee_id: int
    before: Registration | None
    after: Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredImport:
    """An import that was applied."""

    id: int
    event_id: int
    at: datetime
    station: str
    undone_at: datetime | None


def add_import(
    session: Session,
    event_id: int,
    *,
    account: ImportAccount,
    steps: Sequence[ImportStep],
    at: datetime,
    station: str,
) -> int:
    """Store an import with what it did; its number, by which it is undone."""
    row = ImportRow(event_id=event_id, at=at, station=station, account=asdict(account))
    session.add(row)
    session.flush()
    values = [
        {
            "import_id": row.id,
            "position": position,
            "attendee_id": step.attendee_id,
            "before": registration_to_json(step.before) if step.before else None,
            "after": registration_to_json(step.after),
        }
        for position, step in enumerate(steps)
    ]
    insert_rows(session, ImportStepRow, values)
    return row.id


def get_import(session: Session, import_id: int) -> StoredImport:
    """An import; `MixerError` if there is none with this number."""
    row = session.get(ImportRow, import_id)
    if row is None:
        raise MixerError(f"There is no import {import_id}. Look at the list of changes again.")
    return StoredImport(id=row.id, event_id=row.event_id, at=row.at, station=row.station, undone_at=row.undone_at)


def rejected_rows(session: Session, event_id: int) -> dict[str, int]:
    """For each imported file, how many of its rows still wait for a person: those of its last import."""
    accounts = session.scalars(
        select(ImportRow.account)
        .where(ImportRow.event_id == event_id, ImportRow.undone_at.is_(None))
        .order_by(ImportRow.id)
    )
    waiting: dict[str, int] = {}
    for account in accounts:
        files = [row["file"] for row in account["rejected"]]
        waiting |= {file: files.count(file) for file in {*account["columns"], *files}}
    return {file: rows for file, rows in waiting.items() if rows}


def import_steps(session: Session, import_id: int) -> list[ImportStep]:
    """What an import did, in the order of its rows; without attendees that were removed since."""
    rows = session.execute(
        select(ImportStepRow.attendee_id, ImportStepRow.before, ImportStepRow.after)
        .where(ImportStepRow.import_id == import_id)
        .order_by(ImportStepRow.position)
    )
    return [
        ImportStep(
            attendee_id=attendee_id,
            before=registration_from_json(before) if before else None,
            after=registration_from_json(after),
        )
        for attendee_id, before, after in rows
    ]


def mark_import_undone(session: Session, import_id: int, *, now: datetime) -> None:
    """Note that an import was taken back."""
    session.execute(update(ImportRow).where(ImportRow.id == import_id).values(undone_at=now))
    session.expire_all()


def remove_attendees(session: Session, attendee_ids: Sequence[int]) -> None:
    """Remove attendees as if they had never been added, and persons that are left without any event."""
    for some in batches(attendee_ids):
        persons = list(session.scalars(select(AttendeeRow.person_id).where(AttendeeRow.id.in_(some))))
        session.execute(delete(AttendeeRow).where(AttendeeRow.id.in_(some)))
        still_there = select(AttendeeRow.person_id)
        stands = select(PersonRow.merged_into).where(PersonRow.merged_into.is_not(None))
        session.execute(
            delete(PersonRow).where(
                PersonRow.id.in_(persons), PersonRow.id.not_in(still_there), PersonRow.id.not_in(stands)
            )
        )
    session.expire_all()


def files_of_people(session: Session, event_id: int) -> dict[int, list[str]]:
    """For each attendee of an event, the files of the imports that named them, the newest first."""
    rows = session.execute(
        select(ImportRow.id, ImportRow.at, ImportRow.account)
        .where(ImportRow.event_id == event_id, ImportRow.undone_at.is_(None))
        .order_by(ImportRow.id.desc())
    ).all()
    found: dict[int, list[str]] = {}
    for import_id, at, account in rows:
        title = f"{', '.join(account['columns']) or 'a file'}, {at.day} {at:%B}"
        for attendee_id in session.scalars(
            select(ImportStepRow.attendee_id).where(ImportStepRow.import_id == import_id)
        ):
            files = found.setdefault(attendee_id, [])
            if title not in files:
                files.append(title)
    return found
