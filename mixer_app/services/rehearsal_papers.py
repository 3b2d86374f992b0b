"""The documents and tables that a rehearsal leaves behind."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from mixer_app.domain.progress import Progress, report
from mixer_app.services.database import Database
from mixer_app.services.paper import Document, print_document, print_kit

PAPERS: Final = (
    ("badges.pdf", Document.BADGES),
    ("table-cards.pdf", Document.TABLE_CARDS),
    ("match-sheets.pdf", Document.MATCH_SHEETS),
    ("follow-up.pdf", Document.FOLLOW_UP),
    ("event-report.pdf", Document.REPORT),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the rehearsal: its pages or rows, and what could not be printed as it should."""

    file: str
    pages: int = 0
    rows: int = 0
    not_printed: tuple[str, ...] = ()


def write_papers(
    database: Database, event_id: int, out: Path, *, now: datetime, progress: Progress | None = None
) -> tuple[Written, ...]:
    """Print every document and export the two tables into `out`."""
    from mixer_app.services.exports import export_follow_up, export_plan

    written: list[Written] = []
    kit = print_kit()
    for number, (file, document) in enumerate(PAPERS):
        report(progress, number / (len(PAPERS) + 1), f"Printing {file}")
        done = print_document(database, event_id, document, out / file, now=now, kit=kit)
        written.append(Written(file, pages=done.pages, not_printed=tuple(done.not_printed)))
    report(progress, len(PAPERS) / (len(PAPERS) + 1), "Writing tables")
    written.append(Written("plan.csv", rows=export_plan(database, event_id, out / "plan.csv")))
    written.append(Written("follow-up.csv", rows=export_follow_up(database, event_id, out / "follow-up.csv")))
    return tuple(written)
