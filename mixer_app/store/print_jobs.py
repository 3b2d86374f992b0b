"""The print queue as rows: every change of state is one conditional update, so that only one of two succeeds."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import (
    OPEN_STATES,
    STUCK_STATES,
    JobKind,
    JobState,
    JobWish,
    PaperOrder,
    PrintJob,
    StationPrinter,
)
from mixer_app.domain.printers import FOLDER_PRINTER
from mixer_app.store.rows import AttendeeRow, PrintJobRow, StationPrinterRow

_LIVE: Final = (*OPEN_STATES, *STUCK_STATES)


def add_job(
    session: Session,
    *,
    event_id: int,
    attendee_id: int | None,
    kind: JobKind,
    station: str,
    printer: str,
    reason: str = "",
    now: datetime,
    request_id: str | None,
    order: PaperOrder | None = None,
    paper: str = "",
) -> PrintJob:
    """Put a job at the end of the queue; a document with its `order` and the name it is kept under."""
    row = PrintJobRow(
        event_id=event_id,
        attendee_id=attendee_id,
        kind=kind,
        station=station,
        printer=printer,
        reason=reason,
        state=JobState.WAITING,
        sentence="",
        spool_id="",
        holder="",
        wish=JobWish.NONE,
        wish_station="",
        wish_printer="",
        made_at=now,
        changed_at=now,
        request_id=request_id or None,
    )
    if order is not None:
        row.title, row.paper, row.pages = order.title, paper, order.pages
        row.copies, row.two_sided, row.badges = order.copies, order.two_sided, sorted(order.badges)
    session.add(row)
    session.flush()
    return get_job(session, row.id)


def get_job(session: Session, job_id: int) -> PrintJob:
    """One job; raises `MixerError` if there is no such number."""
    found = _load(session, PrintJobRow.id == job_id)
    if not found:
        raise MixerError("This print job is no longer in the queue. Look at the list again.")
    return found[0]


def job_of_request(session: Session, request_id: str) -> PrintJob | None:
    """The job that an earlier request of the same number made."""
    found = _load(session, PrintJobRow.request_id == request_id)
    return found[0] if found else None


def jobs_of_attendee(session: Session, attendee_id: int) -> list[PrintJob]:
    """The badges of one person, oldest first."""
    return _load(session, PrintJobRow.attendee_id == attendee_id)


def jobs_in(session: Session, event_id: int, states: Collection[JobState]) -> list[PrintJob]:
    """The jobs of an event in these states, oldest first."""
    return _load(session, PrintJobRow.event_id == event_id, PrintJobRow.state.in_(states))


def live_jobs(session: Session, event_id: int) -> list[PrintJob]:
    """What is on its way or stuck, oldest first."""
    return jobs_in(session, event_id, _LIVE)


def ended_jobs(session: Session, event_id: int, limit: int) -> list[PrintJob]:
    """What ended last, newest first."""
    ended = PrintJobRow.state.in_((JobState.DONE, JobState.CANCELLED))
    numbers = select(PrintJobRow.id).where(PrintJobRow.event_id == event_id, ended)
    newest = numbers.order_by(PrintJobRow.changed_at.desc(), PrintJobRow.id.desc()).limit(limit)
    found = _load(session, PrintJobRow.id.in_(list(session.scalars(newest))))
    return sorted(found, key=lambda job: (job.changed_at, job.id), reverse=True)


def open_jobs_of_station(session: Session, station: str) -> list[PrintJob]:
    """What a station has to do, for any event, oldest first."""
    return _load(session, PrintJobRow.station == station, PrintJobRow.state.in_(OPEN_STATES))


def change_job(
    session: Session,
    job_id: int,
    from_states: Collection[JobState],
    *,
    now: datetime,
    held_by: str | None = None,
    **values: Any,
) -> bool:
    """Change a job if it is in one of `from_states` (and held by `held_by`); whether it was."""
    conditions = [PrintJobRow.id == job_id, PrintJobRow.state.in_(from_states)]
    if held_by is not None:
        conditions.append(PrintJobRow.holder == held_by)
    changed = session.execute(
        update(PrintJobRow)
        .where(*conditions)
        .values(**values, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    return bool(changed.rowcount)  # type: ignore[attr-defined]  # an update has it


def wish_of(session: Session, job_id: int) -> tuple[JobWish, str, str]:
    """What someone wants of a spooled job, and for which station and printer."""
    row = session.execute(
        select(PrintJobRow.wish, PrintJobRow.wish_station, PrintJobRow.wish_printer).where(PrintJobRow.id == job_id)
    ).one()
    return row.wish, row.wish_station, row.wish_printer


def stale_jobs(session: Session, before: datetime) -> list[PrintJob]:
    """Jobs that were being sent, or that someone wants back from a spooler, since before a moment."""
    unheard = or_(PrintJobRow.state == JobState.SENDING, PrintJobRow.wish != JobWish.NONE)
    return _load(session, PrintJobRow.state.in_(OPEN_STATES), unheard, PrintJobRow.changed_at < before)


def papers(session: Session, names: Collection[str]) -> dict[str, bool]:
    """Documents by the names they are kept under, and whether any job may still print them."""
    found = session.execute(select(PrintJobRow.paper, PrintJobRow.state).where(PrintJobRow.paper.in_(names))).all()
    return {paper: any(state in _LIVE for name, state in found if name == paper) for paper, _ in found}


def printed_files(session: Session, event_ids: Collection[int], attendee_ids: Collection[int] | None) -> list[str]:
    """Files in which the folder printer wrote badges of these attendees (None: of all), or documents, of events."""
    conditions = [PrintJobRow.event_id.in_(event_ids), PrintJobRow.printer == FOLDER_PRINTER]
    conditions.append(PrintJobRow.spool_id != "")
    if attendee_ids is not None:
        conditions.append(or_(PrintJobRow.paper != "", PrintJobRow.attendee_id.in_(attendee_ids)))
    return list(session.scalars(select(PrintJobRow.spool_id).where(*conditions)))


def station_printers(session: Session) -> list[StationPrinter]:
    """The printer of every station, by the station's name."""
    rows = session.scalars(select(StationPrinterRow).order_by(StationPrinterRow.station))
    return [
        StationPrinter(
            station=row.station,
            printer=row.printer,
            title=row.title,
            ready=row.ready,
            sentence=row.sentence,
            since=row.since,
            seen_at=row.seen_at,
        )
        for row in rows
    ]


def printer_of_station(session: Session, station: str) -> str:
    """What the system calls the printer of a station; empty: it has none."""
    return session.scalar(select(StationPrinterRow.printer).where(StationPrinterRow.station == station)) or ""


def set_station_printer(session: Session, seen: StationPrinter) -> None:
    """Keep how a station sees its printer."""
    row = session.get(StationPrinterRow, seen.station) or StationPrinterRow(station=seen.station)
    row.printer, row.title, row.ready = seen.printer, seen.title, seen.ready
    row.sentence, row.since, row.seen_at = seen.sentence, seen.since, seen.seen_at
    session.add(row)
    session.flush()


def remove_station_printer(session: Session, station: str) -> None:
    """A station has no printer any more."""
    row = session.get(StationPrinterRow, station)
    if row is not None:
        session.delete(row)
        session.flush()


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[PrintJob]:
    rows = session.execute(
        select(PrintJobRow, AttendeeRow.full_name, AttendeeRow.code)
        .outerjoin(AttendeeRow, AttendeeRow.id == PrintJobRow.attendee_id)
        .where(*conditions)
        .order_by(PrintJobRow.id)
    ).all()
    return [_job(row, name or "", code or "") for row, name, code in rows]


def _job(row: PrintJobRow, name: str, code: str) -> PrintJob:
    return PrintJob(
        id=row.id,
        event_id=row.event_id,
        attendee_id=row.attendee_id,
        kind=row.kind,
        name=name,
        code=code,
        station=row.station,
        printer=row.printer,
        reason=row.reason,
        state=row.state,
        sentence=row.sentence,
        spool_id=row.spool_id,
        wish=row.wish,
        made_at=row.made_at,
        changed_at=row.changed_at,
        request_id=row.request_id,
        title=row.title,
        paper=row.paper,
        pages=row.pages,
        copies=row.copies,
        two_sided=row.two_sided,
        printed=row.printed,
        badges=frozenset(row.badges),
    )
