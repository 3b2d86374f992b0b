"""What every page of the main window is: a place in the rail that shows one event."""

from collections.abc import Callable, Set
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.access import Access
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.ui.away_keeper import AwayKeeper
    from mixer_app.ui.live_clock import LiveClock
    from mixer_app.ui.printers.badge_printer import BadgePrinter

CONNECT: Final = "connect"
"""What the start shows on this word: the sheet that connects to a shared database."""


class Page(QWidget):
    """A page; subclasses give `_build`, `_connect` and `refresh`, and call both in their constructor.

    `failed` carries a sentence for the message bar, `said` a sentence and what Undo does (a journal
    entry's id, a callable, or None), `changed` that this page has written something, `go_to` a place
    of the rail and what to show there, `database_wanted` the path or URL of the
    database to open and what to say once it is open, `was_read` that it shows what the database says.
    """

    place: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    wants_width: ClassVar[bool] = False
    undoes: ClassVar[Set[str] | None] = None
    """The kinds of changes that Ctrl Z takes back on this page; None: whatever the station did last."""
    takes_scans: ClassVar[bool] = False
    """Whether the page has a use of its own for a scanned badge; elsewhere the window checks its owner in."""

    works_alone: ClassVar[bool] = False
    """Whether the page has its use while the server of a shared database is away."""

    failed = Signal(str)
    said = Signal(str, object)
    changed = Signal()
    go_to = Signal(str, object)
    database_wanted = Signal(str, str)
    was_read = Signal()

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.database = database
        self.background = background
        self.station = station
        self.clock = clock
        self.event_shown: Event | None = None
        self.read_at: datetime | None = None
        """Of which moment what is shown is; None: nothing was read yet, and what stands there means nothing."""
        self.access = Access(self)
        self.setProperty("look", "canvas")
        self.setObjectName(f"{self.place or type(self).__name__.lower()}_page")
        self.setAccessibleName(self.title)

    def show_event(self, event: Event) -> None:
        """Show this event from now on."""
        self.event_shown = event
        self.refresh()

    def refresh(self) -> None:
        """Show what the database says now; called after every change, also of another process."""

    def note_read(self) -> None:
        """What the database says is shown now."""
        self.read_at = self.clock()
        self.was_read.emit()

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Take the station's badge printer; called once, for pages that print badges or show the queue."""

    def use_live_clock(self, live_clock: "LiveClock") -> None:
        """Take the clock of the evening; called once, for pages that show it."""

    def use_away(self, away: "AwayKeeper") -> None:
        """Take who knows whether the server is away; called once, for pages that go on without it."""

    def use_access(self, access: Access) -> None:
        """Ask there what whoever is at the window may do; called once."""
        self.access = access
        access.changed.connect(self.take_access)
        self.take_access()

    def take_access(self) -> None:
        """Whoever is at the window may be another: show what they may see, put away what they may not."""

    def use_settings(self, settings: QSettings | None) -> None:
        """Take the place where this computer keeps what is its own; called once, for pages that set such things."""

    def show_target(self, target: object) -> None:
        """Show what another page asked for with `go_to`; each page says what it takes."""

    def release(self) -> None:
        """Give back what the page holds besides widgets, such as temporary files; the window is closing."""

    def search_field(self) -> QWidget | None:
        """What Ctrl+F puts the cursor into."""
        return None

    def first_focus(self) -> QWidget | None:
        """Where the cursor is when the page is opened; None: the first control."""
        return self.search_field()

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through, each with a control that takes the focus."""
        return [self]
