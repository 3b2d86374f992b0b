"""Documents on their way to a printer: match sheets, cards, lists, in the same queue as badges."""

from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobKind, PaperOrder, PrintJob
from mixer_app.store import Session, journal, print_jobs


def queue_document(
    session: Session,
    event_id: int,
    order: PaperOrder,
    *,
    paper: str,
    kind: JobKind = JobKind.DOCUMENT,
    station: str,
    now: datetime,
    request_id: str | None = None,
) -> PrintJob:
    """Queue a document that this station keeps as `paper`; a repeated `request_id` gets the first answer again."""
    if request_id and (first := print_jobs.job_of_request(session, request_id)) is not None:
        return first
    if not order.printer:
        raise MixerError("No printer was chosen. Choose one, or save the PDF.")
    job = print_jobs.add_job(
        session,
        event_id=event_id,
        attendee_id=None,
        kind=kind,
        station=station,
        printer=order.printer,
        now=now,
        request_id=request_id,
        order=order,
        paper=paper,
    )
    times = f", {order.copies} times" if order.copies > 1 else ""
    journal.record(
        session,
        event_id=event_id,
        station=station,
        at=now,
        what="document queued",
        sentence=f"{order.title} to be printed on {order.printer}{times}",
    )
    return job
