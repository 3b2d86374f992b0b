"""The paper of one job of the print queue, on the stock and in the design that the event has chosen."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import PersonName
from mixer_app.domain.print_jobs import PrintJob
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.services.database import Database, Session
from mixer_app.services.events import find_event
from mixer_app.services.paper_contents import badge_face
from mixer_app.services.settings import event_settings

if TYPE_CHECKING:
    from mixer_app.printing.paper import PrintKit

SINGLE_STOCK: Final = "label-90x60"
"""One badge a page, for label printers and for plain paper alike."""

_TEST_CODE: Final = "00000000"


@dataclass(slots=True)
class BadgePaper:
    """Writes badges one after the other; fonts are opened once and kept."""

    database: Database
    _kit: "PrintKit | None" = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, job: PrintJob, path: Path) -> None:
        """Write the badge (or test page) of `job`; raises `MixerError` for what would not be whole on paper."""
        face, chosen = self.database.read(_read, job)
        not_printed = self._write(face, chosen.badge_stock or SINGLE_STOCK, chosen.badge_design, path)
        if not_printed:
            raise MixerError(not_printed)

    def picture_page(self, event_id: int, attendee_id: int, path: Path) -> None:
        """Write one page with nothing but the badge of an attendee, as it looks when it is printed."""
        from mixer_app.printing.stock import find_stock

        face, chosen = self.database.read(_read_attendee, event_id, attendee_id)
        stock = chosen.badge_stock or SINGLE_STOCK
        self._write(face, stock if find_stock(stock).labels == 1 else SINGLE_STOCK, chosen.badge_design, path)

    def _write(self, face: BadgeFace, stock: str, design: str, path: Path) -> str:
        """Write one badge; what would not be whole on paper, in sentences."""
        from mixer_app.printing.badges import write_badges
        from mixer_app.printing.paper import new_kit
        from mixer_app.printing.stock import find_stock

        with self._one_at_a_time:
            self._kit = self._kit or new_kit()
            report = write_badges([face], find_stock(stock), path, design=design or "classic", kit=self._kit)
        return " ".join(report.not_printed)


def _read_attendee(session: Session, event_id: int, attendee_id: int) -> tuple[BadgeFace, EventSettings]:
    return badge_face(session, attendee_id), event_settings(session, event_id)


def _read(session: Session, job: PrintJob) -> tuple[BadgeFace, EventSettings]:
    if job.attendee_id is not None:
        return _read_attendee(session, job.event_id, job.attendee_id)
    face = BadgeFace(
        event_name=find_event(session, str(job.event_id)).name,
        code=_TEST_CODE,
        role=Role.BOTH,
        name=PersonName(full="Test badge"),
        title=job.printer,
        employer="Édith Łukasz Ñandú Çelik",
    )
    return face, event_settings(session, job.event_id)
