"""What came of the answers: matches, people without one, and what staff decide about them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from mixer_app.domain.progress import Progress
from mixer_app.domain.referrals import Suggestion
from mixer_app.services import suggestions
from mixer_app.services.matches import MutualMatch, list_matches
from mixer_app.services.suggestions import WithoutMatch, people_without_match
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_SOON_MS = 1500
"""While sheets are being entered the lists are read anew once a while, not at every key."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The matches, newest first, and who is without."""

    matches: tuple[MutualMatch, ...]
    without: WithoutMatch


class OutcomeWork(QObject):
    """One for a page; a reading that comes late is dropped."""

    read_done = Signal(object)  # Outcome
    said = Signal(str, object)

    def __init__(
        self,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self._event_id = self._readings = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.read)

    def use_event(self, event_id: int) -> None:
        """Work on this event from now on."""
        self._event_id = event_id

    def read_soon(self) -> None:
        """Read once no key has been pressed for a moment."""
        self._soon.start()

    def stop(self) -> None:
        """Read nothing more by itself."""
        self._soon.stop()

    def read(self) -> None:
        """Read matches and who is without."""
        self._readings += 1
        self._background.run(
            partial(self._outcome, self._event_id), on_done=partial(self._take, self._readings), counts=False
        )

    def suggest(self, one: Suggestion) -> None:
        """Put a suggestion into somebody's summary, or take it out again."""
        act = suggestions.withdraw_suggestion if one.confirmed else suggestions.suggest
        other = one.other.attendee_id if one.other else None
        told = f"{'Withdrew the suggestion' if one.confirmed else 'Suggested'}: {one.words}"
        self.write(act, self._event_id, one.attendee_id, other, told=told)

    def write(self, service: Callable[..., Any], *arguments: Any, told: str, **named: Any) -> None:
        """Do something that the journal can take back; `told` says it."""
        work = partial(self._database.write, service, *arguments, station=self._station, now=self._clock(), **named)
        self._background.run(lambda _progress: work(), on_done=partial(self._tell, told))

    def _tell(self, told: str, entry: Any) -> None:
        self.said.emit(told, getattr(entry, "entry_id", entry))
        self.read()

    def _outcome(self, event_id: int, progress: Progress) -> Outcome:
        return Outcome(
            matches=tuple(self._database.read(list_matches, event_id)),
            without=self._database.read(people_without_match, event_id),
        )

    def _take(self, number: int, outcome: Outcome) -> None:
        if number == self._readings:
            self.read_done.emit(outcome)
