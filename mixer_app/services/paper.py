"""Print a document: gather what stands on it, leave out what is private, hand it to the drawing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace, OpenPages, PageImage, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.round_paper import ChangeSlip, PageSize, RoundSheet
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.domain.stock import Flip, Stock
from mixer_app.services import paper_contents as contents
from mixer_app.services.brand import event_brand
from mixer_app.services.change_slips import Versions, change_slips
from mixer_app.services.database import Database
from mixer_app.services.report_figures import event_report
from mixer_app.services.round_sheets import round_sheets
from mixer_app.services.settings import event_settings
from mixer_app.services.stocks import find_stock, known_stocks
from mixer_app.store import Session

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit


class Document(StrEnum):
    """What can be printed."""

    BADGES = "badges"
    TABLE_CARDS = "table-cards"
    MATCH_SHEETS = "match-sheets"
    SIGN_IN = "sign-in"
    ROUND_SHEETS = "round-sheets"
    CHANGE_SLIPS = "change-slips"
    FOLLOW_UP = "follow-up"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """What can be chosen for a document besides whom it is for; each document looks at its own."""

    rounds: frozenset[int] | None = None  # of round sheets; None: all
    by_person: bool = False  # the round by name on the back of its sheet
    page: PageSize | None = None  # of all but labels, and of slips cut from plain paper; None: as the event's badges
    versions: Versions | None = None  # of slips; None: the latest plan and the one that people had in hand
    sheet: SheetFormat = SheetFormat.FOLDED  # of match sheets
    large_print: bool = False  # of follow-up summaries
    every_round: bool = False  # on sign-in lists: the tables of all rounds in place of a line to sign on
    times: bool = True  # of the rounds, on table cards; False where they may still move


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChoice:
    """What can be chosen for documents on labels; other documents do not look at it."""

    stock: str | None = None  # name or number; None: the default
    start_at: int = 1  # labels before it stay empty
    used: frozenset[int] = frozenset()  # of the first sheet, which stay empty too
    flip: Flip = Flip.NONE  # of badges: their backs, too, and how the printer turns the sheet


@dataclass(frozen=True, slots=True)
class _Writer:
    """How one document is made: what stands on it, and what draws that as `draw(content, path=…)`."""

    gather: Callable[[Session, int, Collection[int] | None], Any]
    draw: Callable[..., PaperReport]
    settles: bool = False  # gathering writes down who has which table


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What stands on a document, read once; it can be drawn more than once."""

    content: Any
    draw: Callable[..., PaperReport]
    kit: "PrintKit"

    def write(self, out: Path, *, pages: int = 0, progress: Progress | None = None) -> PaperReport:
        """Write it to `out` (PDF), or only its first `pages`; they look as they will in the whole."""
        _look_for_folder(out)
        return self.draw(self.content, path=out, progress=progress, kit=self.kit.first(pages))


def read_document(
    database: Database,
    event_id: int,
    document: Document,
    *,
    labels: LabelChoice | None = None,
    attendee_ids: Collection[int] | None = None,
    options: DocumentOptions | None = None,
    now: datetime,
    progress: Progress | None = None,
    kit: "PrintKit | None" = None,
) -> ReadDocument:
    """Read what stands on `document`, for everyone or for `attendee_ids` only.

    Change slips and match sheets are for those of `attendee_ids` whom they are about, `options.versions` are
    the two plans that slips compare. `kit` is from `print_kit`, for who prints several documents: fonts
    are then opened once.
    Raises `MixerError` when there is nobody to print yet, or no such stock.
    """
    report(progress, 0.0, "Reading")
    design, brand, page = database.read(_look_of, event_id)
    labels, options = labels or LabelChoice(), options or DocumentOptions()
    writer = (_writers(labels, options, design, now) | _writers_of_rounds(labels, options, now))[document]
    call = database.write if writer.settles else database.read
    content = call(writer.gather, event_id, attendee_ids)
    return ReadDocument(content, writer.draw, (kit or print_kit()).branded(brand).on(options.page or page))


def print_document(
    database: Database,
    event_id: int,
    document: Document,
    out: Path,
    *,
    labels: LabelChoice | None = None,
    attendee_ids: Collection[int] | None = None,
    options: DocumentOptions | None = None,
    now: datetime,
    progress: Progress | None = None,
    kit: "PrintKit | None" = None,
) -> PaperReport:
    """Write `document` to `out` (PDF); what is chosen is as in `read_document`."""
    _look_for_folder(out)
    read = read_document(
        database,
        event_id,
        document,
        labels=labels,
        attendee_ids=attendee_ids,
        options=options,
        now=now,
        progress=progress,
        kit=kit,
    )
    return read.write(out, progress=progress)


def print_kit() -> "PrintKit":
    """The look and the fonts, to be shared by several documents."""
    from mixer_app.printing.paper import new_kit

    return new_kit()


def page_of_event(session: Session, event_id: int) -> PageSize:
    """The paper that the event's badges are printed on; A4 where that is neither A4 nor Letter."""
    name = event_settings(session, event_id).badge_stock
    stock = next((stock for stock in known_stocks(session) if stock.name == name), None)
    return PageSize.LETTER if stock is not None and stock.page_name == PageSize.LETTER else PageSize.A4


def page_count(path: Path) -> int:
    """The number of pages of a PDF."""
    from mixer_app.printing import preview

    return preview.page_count(path)


def page_image(path: Path, page: int, dpi: int) -> PageImage:
    """One page of a PDF (from 0) as a picture."""
    from mixer_app.printing import preview

    return preview.render_page(path, page, dpi)


def _look_of(session: Session, event_id: int) -> tuple[BadgeDesign, Brand, PageSize]:
    return event_settings(session, event_id).badges, event_brand(session, event_id), page_of_event(session, event_id)


def open_document(path: Path) -> OpenPages:
    """A PDF that stays open, for who looks at more than one of its pages."""
    from mixer_app.printing import preview

    return preview.OpenDocument(path)


def _look_for_folder(out: Path) -> None:
    if not out.parent.is_dir():
        raise MixerError(f"There is no folder “{out.parent}”. Choose a folder that exists.")


def _writers(
    labels: LabelChoice, options: DocumentOptions, design: BadgeDesign, now: datetime
) -> dict[Document, _Writer]:
    """What makes each document; the drawing is loaded when something is printed, not before."""
    from mixer_app.printing.badges import write_badges
    from mixer_app.printing.event_report import write_event_report
    from mixer_app.printing.follow_up import write_follow_up
    from mixer_app.printing.match_sheets import write_match_sheets
    from mixer_app.printing.sign_in import write_sign_in_list
    from mixer_app.printing.table_cards import write_table_cards

    def on_stock(session: Session, event_id: int, chosen: Collection[int] | None) -> tuple[list[BadgeFace], Stock]:
        stock = find_stock(session, labels.stock)
        backs = bool(labels.flip or stock.fold)
        return contents.badge_faces(session, event_id, chosen, backs=backs), stock

    def draw_badges(content: tuple[list[BadgeFace], Stock], **where: Any) -> PaperReport:
        return write_badges(
            *content, start_at=labels.start_at, used=labels.used, flip=labels.flip, design=design, **where
        )

    return {
        Document.BADGES: _Writer(on_stock, draw_badges),
        Document.TABLE_CARDS: _Writer(
            _for_all(contents.table_cards), partial(write_table_cards, times=options.times), settles=True
        ),
        Document.MATCH_SHEETS: _Writer(contents.match_sheets, partial(write_match_sheets, on=options.sheet)),
        Document.SIGN_IN: _Writer(
            partial(contents.sign_in_list, every_round=options.every_round, now=now), write_sign_in_list
        ),
        Document.FOLLOW_UP: _Writer(contents.follow_up_summaries, partial(write_follow_up, large=options.large_print)),
        Document.REPORT: _Writer(_for_all(event_report), write_event_report),
    }


def _writers_of_rounds(labels: LabelChoice, options: DocumentOptions, now: datetime) -> dict[Document, _Writer]:
    """What makes the papers of the rounds, on the paper that the event's badges are printed on."""
    from mixer_app.printing.change_slips import write_change_slips
    from mixer_app.printing.round_sheets import write_round_sheets
    from mixer_app.printing.stock import PLAIN

    def sheets(session: Session, event_id: int, _: Collection[int] | None) -> tuple[list[RoundSheet], PageSize]:
        page = options.page or page_of_event(session, event_id)
        return round_sheets(session, event_id, options.rounds), page

    def slips(session: Session, event_id: int, chosen: Collection[int] | None) -> tuple[list[ChangeSlip], Stock]:
        name = labels.stock or PLAIN[options.page or page_of_event(session, event_id)]
        return change_slips(session, event_id, chosen, versions=options.versions, now=now), find_stock(session, name)

    def draw_sheets(content: tuple[list[RoundSheet], PageSize], **where: Any) -> PaperReport:
        return write_round_sheets(content[0], page=content[1], by_person=options.by_person, **where)

    def draw_slips(content: tuple[list[ChangeSlip], Stock], **where: Any) -> PaperReport:
        return write_change_slips(*content, start_at=labels.start_at, used=labels.used, **where)

    return {
        Document.ROUND_SHEETS: _Writer(sheets, draw_sheets),
        Document.CHANGE_SLIPS: _Writer(slips, draw_slips),
    }


def _for_all(gather: Callable[[Session, int], Any]) -> Callable[[Session, int, Collection[int] | None], Any]:
    """What is printed of the whole event, whoever is chosen."""
    return lambda session, event_id, _: gather(session, event_id)
