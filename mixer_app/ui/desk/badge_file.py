"""One badge as a PDF in a folder, ready to be opened and printed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.progress import Progress

if TYPE_CHECKING:
    from mixer_app.services.database import Database

SINGLE_STOCK: Final = "label-90x60"
"""One badge a page, for label printers and for plain paper alike."""


def save_badge(
    database: "Database",
    event_id: int,
    attendee: Attendee,
    folder: Path,
    *,
    now: datetime,
    progress: Progress | None = None,
) -> Path:
    """Write the badge of one person; what does not fit on it is told as a failure."""
    from mixer_app.services.paper import Document, print_document

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"badge {spaced(attendee.code)}.pdf"
    report = print_document(
        database,
        event_id,
        Document.BADGES,
        path,
        stock=SINGLE_STOCK,
        attendee_ids=[attendee.id],
        now=now,
        progress=progress,
    )
    if report.not_printed:
        raise MixerError(" ".join(report.not_printed))
    return path
