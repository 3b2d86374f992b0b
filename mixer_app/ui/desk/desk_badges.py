"""What the desk has to do with badges: whether one is printed at check-in, and again with a reason."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.ui.desk.badge_state import BadgeState, badge_states
from mixer_app.ui.desk.finder import Finder
from mixer_app.ui.widgets import pop_up

if TYPE_CHECKING:
    from mixer_app.ui.printers.badge_printer import BadgePrinter


class DeskBadges(QObject):
    """Tells the finder what becomes of a badge; knows the station's printer once `use_printer` was called."""

    spoke = Signal(str)
    turned = Signal(object)  # what has become of the badges, by attendee
    failed = Signal(int)  # attendee

    def __init__(self, finder: Finder) -> None:
        super().__init__(finder)
        self._finder = finder
        self._printer: BadgePrinter | None = None
        self.states: Mapping[int, BadgeState] = {}
        finder.badge_asked.connect(self._ask_reason)

    def use_printer(self, printer: "BadgePrinter") -> None:
        """Print there on check-in from now on, as the event's rule says."""
        self._printer = printer
        printer.queue_changed.connect(self._queue_changed)
        printer.printer_state_changed.connect(self._queue_changed)
        self._queue_changed()

    def printer_for(self, *, badge: bool) -> str:
        """Where the badge of a check-in is printed; empty: nowhere."""
        return self._printer.printer if badge and self._printer is not None else ""

    def look(self) -> None:
        """A badge waits: take it at once, not with the next look at the queue."""
        if self._printer is not None:
            self._printer.look()

    def _queue_changed(self, news: object = None) -> None:
        printer = self._printer
        ready = printer is not None and bool(printer.printer)
        prints = ready and printer is not None and printer.queue.rule is not BadgeRule.NEVER
        self._finder.set_badge("print badge" if prints else "")
        self._finder.set_badge_again("Print the badge again" if ready else "")
        if printer is not None:
            self._take(badge_states(printer.queue))

    def _take(self, states: Mapping[int, BadgeState]) -> None:
        before, self.states = self.states, states
        if states == before:
            return
        self.turned.emit(states)
        for attendee_id, state in states.items():
            known = before.get(attendee_id)
            if state.tone == "bad" and known is not None and known.tone != "bad":
                self.failed.emit(attendee_id)

    def _ask_reason(self, attendee: Attendee) -> None:
        from mixer_app.ui.printers.printer_menus import reason_menu

        if self._printer is None or not self._printer.printer:
            self.spoke.emit("This station has no printer. Choose one under Badge printers.")
            return
        beside = self._finder.place.already_card.badge_button
        chooser = reason_menu(self._finder, attendee.id, self._printer)
        pop_up(chooser, beside if beside.isVisible() else self._finder.search)
