"""What the application asks of a printer, whatever system it hangs on."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from mixer_app.domain.progress import Progress
from mixer_app.domain.stock import Flip

FOLDER_PRINTER: Final = "folder"
"""The name of the printer that is a folder, among those of a station."""


class SpoolState(StrEnum):
    """What the system's spooler says of a job."""

    QUEUED = "queued"
    PRINTING = "printing"
    HELD = "held"  # it waits until somebody releases it
    STOPPED = "stopped"  # begun, and the printer stands still
    COMPLETED = "completed"
    CANCELLED = "cancelled"  # withdrawn before it came out
    ABORTED = "aborted"
    GONE = "gone"  # the spooler no longer knows it


ENDED: Final = (SpoolState.COMPLETED, SpoolState.CANCELLED, SpoolState.ABORTED, SpoolState.GONE)


@dataclass(frozen=True, slots=True)
class SpoolAnswer:
    """The state of a job and, where something is wrong, what."""

    state: SpoolState
    sentence: str = ""
    pages: int = 0  # that came out so far, where the spooler counts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is handed over with a document: its name in the spooler's lists, and how it is to be printed."""

    title: str
    copies: int = 1
    two_sided: Flip = Flip.NONE
    as_is: bool = False  # never corrected for its printer


class SheetBack(StrEnum):
    """How a printer wants the back of a sheet that is handed over as a picture."""

    NORMAL = "normal"
    ROTATED = "rotated"
    FLIPPED = "flipped"
    MANUAL_TUMBLE = "manual-tumble"


@dataclass(frozen=True, slots=True, kw_only=True)
class RasterForm:
    """What pages are like for a printer that takes them as pictures only."""

    dpi: int
    grey: bool = False
    upright: bool = False  # a page that lies on its side is turned, as its paper is
    two_sided: Flip = Flip.NONE
    back: SheetBack = SheetBack.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStatus:
    """How a printer is: `takes_jobs` is False while it is paused or refuses jobs.

    `ready` is False as well when it takes jobs that then do not come out: switched off, out of labels.
    """

    ready: bool = True
    takes_jobs: bool = True
    sentence: str = "Ready"


class Printer(Protocol):
    """A printer; its methods may wait for seconds, so they are called on a worker's thread only.

    Every method raises `MixerError` with a sentence when the printer or its spooler does not answer
    within its time limit; `send` then has not handed the document over, or raises `SendUnsureError`.
    """

    name: str
    """As the system calls it."""
    title: str
    """As people call it."""

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Hand a document over; the number under which the spooler knows it.

        A printer that is given page by page reports `progress`, and raises `Cancelled` when that says stop.
        """
        ...

    def state(self, spool_id: str) -> SpoolAnswer:
        """What became of it."""
        ...

    def status(self) -> PrinterStatus:
        """How the printer is now."""
        ...

    def cancel(self, spool_id: str) -> None:
        """Ask the spooler to forget a job; `state` then tells whether it did in time."""
        ...


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer as it is offered for choice."""

    name: str
    title: str
