"""Jobs of the print queue: what is to come out of which printer, and what became of it.

A job goes `WAITING → SENDING → SPOOLED → DONE`. What goes wrong on the way is `FAILED` when it is certain
that nothing comes out of the printer, and `UNKNOWN` when it is not: then a person looks at the printer and
says so. Nothing is printed again by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.domain.stock import Flip


class JobKind(StrEnum):
    """What a job prints."""

    BADGE = "badge"
    TEST_PAGE = "test page"
    DOCUMENT = "document"
    MEASURING = "measuring page"  # shows how a printer has to be corrected, so it is not corrected on its way


class JobState(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    SENDING = "sending"
    SPOOLED = "with the spooler"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class JobWish(StrEnum):
    """What someone wants of a job that its spooler has; the job's own station does it."""

    NONE = ""
    CANCEL = "cancel"
    MOVE = "move"


class ReprintReason(StrEnum):
    """Why a badge is printed again."""

    LOST = "lost"
    DAMAGED = "damaged"
    NAME_CORRECTED = "name corrected"
    ROLE_CHANGED = "role changed"
    OTHER = "other"


OPEN_STATES: Final = (JobState.WAITING, JobState.SENDING, JobState.SPOOLED)
"""Still on the way; the application goes on with these by itself."""

HELD_UP_AFTER: Final = timedelta(seconds=12)
"""A badge that has not moved for so long is not about to come out."""

_FAILED_JUST_NOW: Final = timedelta(minutes=1)

STUCK_STATES: Final = (JobState.FAILED, JobState.UNKNOWN)
"""Nothing more happens until a person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """A written document that is to be printed: what people call it, where, how often."""

    title: str  # `97 match sheets`; names nobody, since the lists of spoolers are open to all
    pages: int
    printer: str
    copies: int = 1
    two_sided: Flip = Flip.NONE
    badges: frozenset[int] = frozenset()  # attendees whose badges are on it


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One badge, test page or document on its way to a printer of a station."""

    id: int
    event_id: int
    attendee_id: int | None  # None: not a badge
    kind: JobKind = JobKind.BADGE
    name: str = ""  # of the attendee, as it is now
    code: str = ""  # of the badge
    title: str = ""  # of the document
    paper: str = ""  # under which the station keeps the document
    pages: int = 1
    copies: int = 1
    two_sided: Flip = Flip.NONE
    printed: int = 0  # pages of the document that came out before it was stopped; the rest is printed next
    badges: frozenset[int] = frozenset()  # attendees whose badges are in the document
    station: str
    printer: str  # as the system calls it
    reason: str = ""  # why it is printed again; empty for a first badge
    state: JobState
    sentence: str = ""  # what is wrong, to a person; empty: all is well
    spool_id: str = ""
    wish: JobWish = JobWish.NONE
    made_at: datetime
    changed_at: datetime
    request_id: str | None = None

    @property
    def kept(self) -> bool:
        """Whether its pages were written when it was queued, and are kept on that computer."""
        return self.kind in (JobKind.DOCUMENT, JobKind.MEASURING)

    @property
    def open(self) -> bool:
        """Whether the job is still on its way by itself."""
        return self.state in OPEN_STATES

    @property
    def in_trouble(self) -> bool:
        """Whether someone should look: it failed, nobody knows, or it is held up."""
        return self.state in STUCK_STATES or (self.open and bool(self.sentence))


@dataclass(frozen=True, slots=True, kw_only=True)
class StationPrinter:
    """The printer of one station, as that station last saw it."""

    station: str
    printer: str
    title: str
    ready: bool
    sentence: str  # its state in words
    since: datetime  # when that began
    seen_at: datetime  # when the station last said so


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQueue:
    """The queue of an event as a person sees it: what is open or stuck, oldest first, then the last ended."""

    jobs: tuple[PrintJob, ...] = ()
    printers: tuple[StationPrinter, ...] = ()
    rule: BadgeRule = BadgeRule.ONCE  # whether a check-in prints

    @property
    def troubled(self) -> tuple[PrintJob, ...]:
        """The jobs that someone should look at."""
        return tuple(job for job in self.jobs if job.in_trouble)

    def waiting_at(self, station: str) -> tuple[PrintJob, ...]:
        """What has not come out at a station, stuck ones included."""
        return tuple(job for job in self.jobs if job.station == station and (job.open or job.in_trouble))

    def is_held_up(self, station: str, printer: str, now: datetime) -> bool:
        """Whether no badge can be promised at a station: its printer says so or is silent, or the last did not come."""
        here = (station, printer)
        if any((one.station, one.printer) == here and not one.ready for one in self.printers):
            return True
        badges = (job for job in self.jobs if (job.station, job.printer) == here and job.kind is JobKind.BADGE)
        return any(
            now - job.changed_at >= HELD_UP_AFTER if job.open else now - job.changed_at < _FAILED_JUST_NOW
            for job in badges
            if job.open or job.state in STUCK_STATES
        )
