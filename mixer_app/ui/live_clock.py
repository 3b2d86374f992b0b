"""The clock of the evening in a window: what is stored is read off the GUI thread, the time on it is reckoned here."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot

from mixer_app.domain.evening import EveningNow, Turn
from mixer_app.domain.progress import Progress
from mixer_app.domain.projector_frames import until_next_second
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.evening_facts import EveningFacts
    from mixer_app.services.steady_clock import SteadyClock

_SHORTEST_MS: Final = 50
_WORTH_TELLING: Final = timedelta(seconds=2)
"""Clocks are corrected by less than this all the time."""


class LiveClock(QObject):
    """One for a window; ticks once a second, at the moment when the seconds that are left change.

    `steady` is the reckoning behind `clock`, where it can be told from the wall clock. With `settings` it
    knows whether the window last went while an evening was under way (`came_back_at`).
    """

    ticked = Signal(object)
    """The evening, an `EveningNow`, once a second."""
    turned = Signal(object)
    """The evening, when the round or the break is another, it was paused, or somebody did something to it."""

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        steady: "SteadyClock | None" = None,
        settings: QSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self.steady, self._settings = steady, settings
        self._event_id: int | None = None
        self._facts: EveningFacts | None = None
        self._noted: frozenset[Turn] = frozenset()
        self._noting = False
        self._started = False
        self._looking = self._look_again = False
        self.evening: EveningNow | None = None
        """The evening as it was last shown; None before the facts are known."""
        self.came_back_at: datetime | None = None
        """When this window was opened anew after it had gone in the middle of the evening."""
        self.set_by = timedelta(0)
        """By how much the laptop's clock was set while the evening was under way."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def use_event(self, event_id: int) -> None:
        """Follow the evening of this event from now on."""
        if event_id != self._event_id:
            self._event_id, self._facts, self.evening = event_id, None, None
            self._noted, self.came_back_at, self.set_by = frozenset(), None, timedelta(0)
            self.look()

    def start(self) -> None:
        """Begin to tick."""
        self._started = True
        self.look()
        self.tick()

    def stop(self) -> None:
        """Tick no more: the window closes as it should."""
        self._started = False
        self._timer.stop()
        self._mark(under_way=False)

    @Slot()
    def look(self) -> None:
        """Read what is stored anew: somebody has changed something.

        Asked for while it is under way, it is read once more afterwards: of two at once the older might come last.
        """
        if self._event_id is None:
            return
        if self._looking:
            self._look_again = True
            return
        self._looking, self._look_again = True, False
        read = partial(self._read, self._event_id)
        self._background.run(read, on_done=self._take_facts, on_end=self._end_looking, counts=False)

    def _end_looking(self) -> None:
        self._looking = False
        if self._look_again:
            self.look()

    @Slot()
    def tick(self) -> None:
        """Show the time it is now."""
        if self._facts is None:
            return
        before, evening = self.evening, self._facts.at(self._clock())
        self.evening = evening
        self._watch_wall_clock(evening)
        if before is None or _state(before) != _state(evening):
            self._mark(under_way=evening.under_way)
            self.turned.emit(evening)
        self.ticked.emit(evening)
        self._note_turns(evening)
        if self._started:
            self._timer.start(max(ceil(until_next_second(evening) * 1000), _SHORTEST_MS))

    def on_the_wall(self, moment: datetime) -> datetime:
        """What the wall clock shows, showed or will show at `moment`, naive, if nobody sets it again."""
        shift = self.steady.shift() if self.steady is not None else timedelta(0)
        return (moment + (shift if abs(shift) > _WORTH_TELLING else timedelta(0))).astimezone().replace(tzinfo=None)

    def _read(self, event_id: int, progress: Progress) -> "EveningFacts":
        from mixer_app.services.evening_facts import evening_facts

        return self._database.read(evening_facts, event_id)

    def _take_facts(self, facts: "EveningFacts") -> None:
        if facts.event_id != self._event_id or facts == self._facts:
            return
        first, self._facts = self._facts is None, facts
        if first and facts.at(self._clock()).under_way and self._was_marked():
            self.came_back_at = self._clock()
        self.tick()

    def _note_turns(self, evening: EveningNow) -> None:
        """Have rounds that began and ended by themselves written into the journal."""
        if self._noting or self._noted.issuperset(evening.turns) or self._event_id is None:
            return
        self._noting = True
        self._background.run(
            partial(self._catch_up, self._event_id),
            on_done=partial(self._take_noted, self._event_id),
            on_failed=_leave,  # the next tick tries again, and that nothing is saved is told elsewhere
            on_end=self._end_noting,
            counts=False,
        )

    def _catch_up(self, event_id: int, progress: Progress) -> EveningNow:
        from mixer_app.services.evening import catch_up

        return self._database.write(catch_up, event_id, station=self._station, now=self._clock())

    def _take_noted(self, event_id: int, evening: EveningNow) -> None:
        if event_id == self._event_id:
            self._noted = frozenset(evening.turns)

    def _end_noting(self) -> None:
        self._noting = False

    def _watch_wall_clock(self, evening: EveningNow) -> None:
        shift = self.steady.shift() if self.steady is not None and evening.under_way else timedelta(0)
        self.set_by = shift if abs(shift) > _WORTH_TELLING else timedelta(0)

    @property
    def _key(self) -> str:
        return f"live/{self._station}"

    def _was_marked(self) -> bool:
        return self._settings is not None and str(self._settings.value(self._key, "")) == str(self._event_id)

    def _mark(self, *, under_way: bool) -> None:
        """Leave a mark while the evening is under way, that a window which goes by itself cannot take away."""
        if self._settings is None:
            return
        if under_way:
            self._settings.setValue(self._key, str(self._event_id))
        else:
            self._settings.remove(self._key)
        self._settings.sync()


def _leave(sentence: str) -> None:
    """Say nothing here."""


def _state(evening: EveningNow) -> tuple[object, ...]:
    return evening.phase, evening.round, evening.paused, evening.last_act, evening.schedule
