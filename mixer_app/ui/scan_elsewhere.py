"""A badge that is scanned where nothing is made of it: its owner is checked in, and the page stays."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from mixer_app.domain.badge_code import parse_badge_code, spaced
from mixer_app.domain.progress import Progress
from mixer_app.domain.staff_roles import StaffAct
from mixer_app.ui.access import Access
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import ChangeWatch
from mixer_app.ui.scanning.scanner import Scanner, monotonic_ms
from mixer_app.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.ui.desk.desk_acts import DeskNews
    from mixer_app.ui.printers.badge_printer import BadgePrinter

_NO_EVENT: Final = "A badge was scanned. Open the event first, then scan it again."


class ScanElsewhere(QObject):
    """Checks in as the desk does, and says so in the message bar."""

    def __init__(
        self,
        window: QWidget,
        bar: MessageBar,
        watch: ChangeWatch,
        access: Access,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._bar, self._watch, self._access = bar, watch, access
        self._database, self._background = database, background
        self._station, self._clock = station, clock
        self._event_id: int | None = None
        self._printer: BadgePrinter | None = None
        self._scanner = Scanner(window, _takes_text, monotonic_ms)
        self._scanner.scanned.connect(self._take)

    def listen(self, *, on: bool) -> None:
        """Begin or stop to listen: a page that makes something of a scan listens itself."""
        self._scanner.listen(on=on)

    def use_event(self, event_id: int) -> None:
        """Check in at this event from now on."""
        self._event_id = event_id

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Print badges there."""
        self._printer = printer

    @Slot(str)
    def _take(self, scanned: str) -> None:
        if self._event_id is None:
            self._bar.complain(_NO_EVENT)
        elif self._access.ask(StaffAct.CHECK_IN):
            code = parse_badge_code(scanned)
            printer = self._printer.printer if self._printer is not None else ""
            self._write(
                partial(self._tell, spaced(code) if code else scanned.strip()),
                "admit",
                code or scanned.strip(),
                printer=printer,
            )

    def _take_back(self, attendee_id: int) -> None:
        self._write(self._tell_taken_back, "take_back", attendee_id)

    def _write(self, told: Callable[["DeskNews"], None], act: str, whom: str | int, **named: object) -> None:
        by = {"station": self._station, "now": self._clock(), "request_id": uuid4().hex}
        self._background.run(partial(self._act, act, self._event_id, whom, named | by), on_done=told)

    def _act(
        self, act: str, event_id: int | None, whom: str | int, named: dict[str, object], progress: Progress
    ) -> "DeskNews":
        from mixer_app.ui.desk import desk_acts  # with all of the desk: not to start

        services: dict[str, Callable[..., Any]] = {"admit": desk_acts.admit, "take_back": desk_acts.take_back}
        return self._database.write_at_the_door(services[act], event_id, whom, **named)

    def _tell(self, scanned: str, news: "DeskNews") -> None:
        from mixer_app.ui.desk.words import ROLE_WORDS, already_words

        result = news.result
        attendee = result.attendee if result is not None else None
        if result is None or attendee is None:
            self._bar.complain(f"{scanned} is no badge of this event. Nobody was checked in.")
        elif result.status == "already":
            self._bar.complain(f"{attendee.name.shown} is in already. {already_words(attendee, self._clock())}")
        else:
            note = attendee.staff_note if (attendee.id, attendee.staff_note) not in news.seen_notes else ""
            parts = [f"{attendee.name.shown}, {ROLE_WORDS[attendee.role]}, is checked in."]
            parts += ["The badge is printing."] if news.prints else []
            parts += [f"Note for staff: {note}"] if note else []
            if news.prints and self._printer is not None:
                self._printer.look()
            undo = partial(self._take_back, attendee.id)
            self._bar.say(
                " ".join(parts), action="Undo", act=undo, by_key=True
            )  # also on a page with an undo of its own
            self._watch.look()

    def _tell_taken_back(self, news: "DeskNews") -> None:
        for attendee in news.changed[:1]:
            self._bar.say(f"The check-in of {attendee.name.shown} was taken back.")
        self._watch.look()


def _takes_text(widget: QWidget) -> bool:
    """Whether a burst that is no badge code may be typing here."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
