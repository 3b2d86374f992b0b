"""The paper of one job of the print queue, on the stock and in the design that the event has chosen."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace, PaperReport
from mixer_app.domain.people import PersonName
from mixer_app.domain.print_jobs import PrintJob
from mixer_app.domain.roles import Role
from mixer_app.domain.stock import Stock
from mixer_app.services.brand import event_brand
from mixer_app.services.database import Database, Session
from mixer_app.services.events import find_event
from mixer_app.services.paper_contents import badge_face
from mixer_app.services.settings import event_settings
from mixer_app.services.stocks import find_stock

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit

SINGLE_STOCK: Final = "label-90x60"
"""One badge a page, for label printers and for plain paper alike."""

_TEST_CODE: Final = "00000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Badge:
    """Whose badge it is, and what it is printed on in which design."""

    face: BadgeFace
    stock: Stock
    design: BadgeDesign
    brand: Brand


@dataclass(slots=True)
class BadgePaper:
    """Writes badges one after the other; fonts are opened once and kept."""

    database: Database
    _kit: "PrintKit | None" = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, job: PrintJob, path: Path) -> str:
        """Write the badge (or test page) of `job`, and say what on it is shortened or in small letters.

        Raises `MixerError` for letters that no font has: they would be boxes.
        """
        report = self._write(self.database.read(_read, job), path)
        if report.missing:
            raise MixerError(" ".join(report.missing))
        return " ".join(report.not_printed)

    def picture_page(self, event_id: int, attendee_id: int, path: Path) -> None:
        """Write one page with nothing but the badge of an attendee, as it looks when it is printed."""
        self._write(self.database.read(_read_picture, event_id, attendee_id), path)

    def _write(self, badge: _Badge, path: Path) -> PaperReport:
        from mixer_app.printing.badges import write_badges
        from mixer_app.printing.paper import new_kit

        with self._one_at_a_time:
            self._kit = self._kit or new_kit()
            kit = self._kit.branded(badge.brand)
            return write_badges([badge.face], badge.stock, path, design=badge.design, kit=kit)


def _read(session: Session, job: PrintJob) -> _Badge:
    stock = event_stock(session, job.event_id)
    return _badge(session, job.event_id, _face(session, job, stock), stock)


def _read_picture(session: Session, event_id: int, attendee_id: int) -> _Badge:
    """On one label that shows nothing but the badge."""
    stock = event_stock(session, event_id)
    if stock.labels > 1 or stock.fold:
        stock = find_stock(session, SINGLE_STOCK)
    return _badge(session, event_id, badge_face(session, attendee_id), stock)


def event_stock(session: Session, event_id: int) -> Stock:
    """What an event prints single badges on."""
    return find_stock(session, event_settings(session, event_id).badge_stock or SINGLE_STOCK)


def _badge(session: Session, event_id: int, face: BadgeFace, stock: Stock) -> _Badge:
    design = event_settings(session, event_id).badges
    return _Badge(face=face, stock=stock, design=design, brand=event_brand(session, event_id))


def _face(session: Session, job: PrintJob, stock: Stock) -> BadgeFace:
    if job.attendee_id is not None:
        return badge_face(session, job.attendee_id, backs=bool(stock.fold))
    return BadgeFace(
        event_name=find_event(session, str(job.event_id)).name,
        code=_TEST_CODE,
        role=Role.BOTH,
        name=PersonName(full="Test badge"),
        title=job.printer,
        employer="Édith Łukasz Ñandú Çelik",
    )
