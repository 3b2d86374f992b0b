"""Sees to it that a station goes on while its server is away, and that all it did meanwhile is handed over."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.services.wall_clock import told_moment, venue_time
from mixer_app.services.words import counted
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import ChangeWatch

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.stand_in import StandIn

RENEW_EVERY_MS: Final = 2000
"""How old the copy may be while people come in; between two copies only who has changed is read."""

_LONGEST_WAIT_BEATS: Final = 60

GOES_ON: Final = "No connection since {since}. Check-in goes on here; plans and edits wait."
OPENED: Final = "No connection. The list is of {of}. Check-in goes on here; plans and edits wait."
"""Where the program was begun without the server: nobody here knows since when it is away."""

REFUSED: Final = "The password for {user} is no longer right. Connect again. {rest}"
"""The network is well, and the server there: nothing comes back by itself."""

WAITS: Final = "No connection since {since}. Nothing can be kept until it is back."
BACK: Final = "The connection is back."


class AwayKeeper(QObject):
    """Keeps a copy of the event fresh while the server answers; a file needs none of this.

    The server is away from the first sign of it until everything that was done meanwhile is handed over:
    `went_away` carries the sentence for people, `came_back` what was handed over in words.
    """

    went_away = Signal(str)
    came_back = Signal(str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        watch: ChangeWatch,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self.stand_in: StandIn | None = None
        """The copy of the event, once there is one."""
        self._event_id = 0
        self._shared = database.path is None
        self._outdated = False
        self._busy = False
        self._failures = self._beats_to_wait = 0
        self.sentence = ""
        """What people are told while the server is away; empty: it is not."""
        self.is_refused = False
        """Whether it is the password that keeps this station out."""
        self._timer = QTimer(self, interval=RENEW_EVERY_MS)
        self._timer.timeout.connect(self._tick)
        watch.changed.connect(self._note_change)
        watch.refused.connect(self._be_refused)
        watch.lost.connect(self._lose)
        watch.beat.connect(self._find)

    @property
    def is_away(self) -> bool:
        """Whether check-in is done here and everything else waits."""
        return bool(self.sentence)

    @property
    def goes_on(self) -> bool:
        """Whether check-in is possible without the server."""
        return self._database.has_stand_in

    def use_event(self, event_id: int, stand_in: "StandIn | None" = None) -> None:
        """Keep a copy of this event from now on; `stand_in` is its copy where that is open already."""
        if not self._shared or event_id == self._event_id:
            return
        self._event_id, self._outdated = event_id, True
        if stand_in is not None:
            self.stand_in = stand_in
            self._database.keep_stand_in(stand_in.copy)
        self._timer.start()
        if not self._database.away:
            self._tick()
        elif stand_in is not None and (seen := stand_in.seen_at()) is not None and not self.is_away:
            self._go_away(OPENED.format(of=told_moment(seen, self._clock())))
        else:
            self._lose(self._database.away)

    def start(self) -> None:
        """Hand over what an earlier run left behind, of whichever event."""
        if self._shared and not self._database.away and not self._busy:
            self._busy = True
            self._background.run(self._hand_over, on_failed=self._renew_later, on_end=self._rest, counts=False)

    def stop(self) -> None:
        """Keep nothing fresh any more."""
        self._timer.stop()

    # while the server answers

    def _note_change(self) -> None:
        self._outdated = True

    @Slot()
    def _tick(self) -> None:
        if self._busy or self.is_away:
            return
        if self._database.away:  # an act at the door found out first
            self._lose(self._database.away)
        elif self._outdated:
            self._busy, self._outdated = True, False
            self._background.run(
                self._renew, on_done=self._take_copy, on_failed=self._renew_later, on_end=self._rest, counts=False
            )

    def _renew(self, progress: Progress) -> "StandIn | None":
        from mixer_app.services.stand_in import stand_in_of

        place = self.stand_in
        if place is None or place.event_id != self._event_id:
            place = stand_in_of(self._database, self._event_id)
        if place is not None and place.has_kept():  # of an earlier run, or a badge that was on its way
            place.hand_over(self._clock)
        return place if place is not None and place.renew(self._clock()) else None

    def _take_copy(self, place: "StandIn | None") -> None:
        if place is None:  # it holds what waits for the server still, or the event is gone
            self._outdated = True
            return
        before, self.stand_in = self.stand_in, place
        self._database.keep_stand_in(place.copy)
        if before is not place:
            if before is not None:
                before.copy.close()
            self._background.run(partial(self._drop_others, place.event_id), on_failed=self._renew_later, counts=False)

    def _drop_others(self, event_id: int, progress: Progress) -> None:
        """Copies of events that were shown before."""
        from mixer_app.services.stand_in import drop_copies

        drop_copies(self._database, self._clock, but=event_id)

    def _renew_later(self, sentence: str) -> None:
        """The watch tells whether the server is away."""
        self._outdated = True

    def _rest(self) -> None:
        self._busy = False

    # when it does not

    @Slot(str)
    def _lose(self, sentence: str) -> None:
        if not self._shared or self.is_away:
            return
        words = GOES_ON if self._database.has_stand_in else WAITS
        self._go_away(words.format(since=f"{venue_time(self._clock()):%H:%M}"))

    @Slot()
    def _be_refused(self) -> None:
        rest = "Check-in goes on here; plans and edits wait." if self.goes_on else "Nothing can be kept until then."
        sentence = REFUSED.format(user=self._database.url.username, rest=rest)
        if self._shared and sentence != self.sentence:
            self.is_refused = True
            self._go_away(sentence)

    def _go_away(self, sentence: str) -> None:
        self.sentence = sentence
        self._database.go_away(sentence)
        self.went_away.emit(sentence)

    @Slot()
    def _find(self) -> None:
        """The server has answered: hand over, then go on there."""
        if not self.is_away or self._busy:
            return
        if self._beats_to_wait:
            self._beats_to_wait -= 1
            return
        self._busy = True
        self._database.ask_again()
        self._background.run(
            self._hand_over, on_done=self._come_back, on_failed=self._stay_away, on_end=self._rest, counts=False
        )

    def _hand_over(self, progress: Progress) -> int:
        from mixer_app.services.stand_in import hand_over_left

        self._database.make_up_to_date()
        place, told = self.stand_in, 0
        while place is not None and (acts := place.hand_over(self._clock)):  # and what was done meanwhile
            told += acts
        return told + hand_over_left(self._database, self._clock, but=place.event_id if place is not None else 0)

    def _come_back(self, told: int) -> None:
        self._database.come_back()
        self._failures = 0
        self.sentence, self.is_refused, self._outdated = "", False, True
        handed = f" {counted(told, 'act', 'acts')} at the door {'was' if told == 1 else 'were'} handed over."
        self.came_back.emit(BACK + (handed if told else ""))

    def _stay_away(self, sentence: str) -> None:
        """It went again, or refuses: as it was, and after a while, the longer the oftener it failed, once more."""
        self._failures += 1
        self._beats_to_wait = min(2**self._failures, _LONGEST_WAIT_BEATS)
        self._database.go_away(self.sentence or sentence)
