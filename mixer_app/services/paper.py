"""Print a document: gather what stands on it, leave out what is private, hand it to the drawing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import PageImage, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.services import paper_contents as contents
from mixer_app.services.database import Database
from mixer_app.services.report_figures import event_report

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit


class Document(StrEnum):
    """What can be printed."""

    BADGES = "badges"
    TABLE_CARDS = "table-cards"
    MATCH_SHEETS = "match-sheets"
    SIGN_IN = "sign-in"
    FOLLOW_UP = "follow-up"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class StockChoice:
    """A badge stock as it is offered for choice."""

    name: str
    title: str
    page: str
    labels: int


def print_document(
    database: Database,
    event_id: int,
    document: Document,
    out: Path,
    *,
    stock: str | None = None,
    start_at: int = 1,
    attendee_ids: Collection[int] | None = None,
    now: datetime,
    progress: Progress | None = None,
    kit: "PrintKit | None" = None,
) -> PaperReport:
    """Write `document` to `out` (PDF), for everyone or for `attendee_ids` only.

    `kit` is from `print_kit`, for who prints several documents: fonts are then opened once.
    Raises `MixerError` when there is nobody to print yet, or no such stock.
    """
    if not out.parent.is_dir():
        raise MixerError(f"There is no folder “{out.parent}”. Choose a folder that exists.")
    report(progress, 0.0, "Reading")
    write = {
        Document.BADGES: lambda: _badges(database, event_id, out, attendee_ids, stock, start_at, progress, kit),
        Document.TABLE_CARDS: lambda: _table_cards(database, event_id, out, progress, kit),
        Document.MATCH_SHEETS: lambda: _match_sheets(database, event_id, out, attendee_ids, progress, kit),
        Document.SIGN_IN: lambda: _sign_in(database, event_id, out, attendee_ids, progress, kit),
        Document.FOLLOW_UP: lambda: _follow_up(database, event_id, out, attendee_ids, progress, kit),
        Document.REPORT: lambda: _report(database, event_id, out, progress, kit),
    }
    return write[document]()


def print_kit() -> "PrintKit":
    """The look and the fonts, to be shared by several documents."""
    from mixer_app.printing.paper import new_kit

    return new_kit()


def stock_choices() -> list[StockChoice]:
    """The badge stocks, as `resources/stock` describes them."""
    from mixer_app.printing.stock import load_stocks

    return [
        StockChoice(name=name, title=stock.title, page=stock.page_name, labels=stock.labels)
        for name, stock in load_stocks().items()
    ]


def page_count(path: Path) -> int:
    """The number of pages of a PDF."""
    from mixer_app.printing import preview

    return preview.page_count(path)


def page_image(path: Path, page: int, dpi: int) -> PageImage:
    """One page of a PDF (from 0) as a picture."""
    from mixer_app.printing import preview

    return preview.render_page(path, page, dpi)


def _badges(
    database: Database,
    event_id: int,
    out: Path,
    chosen: Collection[int] | None,
    stock: str | None,
    start_at: int,
    progress: Progress | None,
    kit: "PrintKit | None",
) -> PaperReport:
    from mixer_app.printing.badges import write_badges
    from mixer_app.printing.stock import find_stock

    sheet = find_stock(stock)
    faces = database.read(contents.badge_faces, event_id, chosen)
    return write_badges(faces, sheet, out, start_at=start_at, progress=progress, kit=kit)


def _table_cards(
    database: Database, event_id: int, out: Path, progress: Progress | None, kit: "PrintKit | None"
) -> PaperReport:
    from mixer_app.printing.table_cards import write_table_cards

    return write_table_cards(database.write(contents.table_cards, event_id), out, progress=progress, kit=kit)


def _match_sheets(
    database: Database,
    event_id: int,
    out: Path,
    chosen: Collection[int] | None,
    progress: Progress | None,
    kit: "PrintKit | None",
) -> PaperReport:
    from mixer_app.printing.match_sheets import write_match_sheets

    return write_match_sheets(database.read(contents.match_sheets, event_id, chosen), out, progress=progress, kit=kit)


def _sign_in(
    database: Database,
    event_id: int,
    out: Path,
    chosen: Collection[int] | None,
    progress: Progress | None,
    kit: "PrintKit | None",
) -> PaperReport:
    from mixer_app.printing.sign_in import write_sign_in_list

    return write_sign_in_list(database.read(contents.sign_in_list, event_id, chosen), out, progress=progress, kit=kit)


def _follow_up(
    database: Database,
    event_id: int,
    out: Path,
    chosen: Collection[int] | None,
    progress: Progress | None,
    kit: "PrintKit | None",
) -> PaperReport:
    from mixer_app.printing.follow_up import write_follow_up

    return write_follow_up(
        database.read(contents.follow_up_summaries, event_id, chosen), out, progress=progress, kit=kit
    )


def _report(
    database: Database, event_id: int, out: Path, progress: Progress | None, kit: "PrintKit | None"
) -> PaperReport:
    from mixer_app.printing.event_report import write_event_report

    return write_event_report(database.read(event_report, event_id), out, progress=progress, kit=kit)
