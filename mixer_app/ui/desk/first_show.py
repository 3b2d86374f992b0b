"""The first person of the evening costs no more than the others: cards are laid out and painted before, unseen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPixmap

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, PersonName
from mixer_app.ui.desk.hits import MOST_HITS, Hits
from mixer_app.ui.desk.hits_place import HitsPlace

_NAME: Final = PersonName(full="Somebody Else", given="Somebody", family="Else")
"""Nobody who may come is named on a card before they are looked for, not even on one that is hidden."""

_APART_MS: Final = 40
"""Between two steps, so that none falls into one turn with another."""


class FirstShow(QObject):
    """Shows examples in a place that shows nobody, a step at a time, and takes each away before anything is painted.

    `is_free` says whether nobody is looked for; whoever begins to, ends it.
    """

    def __init__(self, place: HitsPlace, is_free: Callable[[], bool]) -> None:
        super().__init__(place)
        self._place, self._is_free = place, is_free
        self._steps: list[Callable[[], None]] = []
        self._timer = QTimer(self, interval=_APART_MS, singleShot=True)
        self._timer.timeout.connect(self._step)

    def begin(self, people: Sequence[Attendee], event: Event) -> None:
        """Show people like these when nothing else is to do."""
        some = tuple(replace(person, name=_NAME) for person in people[:MOST_HITS])
        shows = [partial(self._lay_out, Hits.of(some[:count], count), event) for count in range(1, len(some) + 1)]
        self._steps = [*shows, *(partial(show, paints=True) for show in shows[-1:])]
        self._timer.start()

    @Slot()
    def _step(self) -> None:
        if self._steps and self._place.isVisible() and self._is_free():
            self._steps.pop(0)()
            self._timer.start()

    def _lay_out(self, hits: Hits, event: Event, *, paints: bool = False) -> None:
        place = self._place
        place.setUpdatesEnabled(False)
        place.show_hits(hits, event, text="", badge="print badge")
        place.fit()
        if paints:
            for card in (place.person_card, place.hit_list):
                card.render(QPixmap(card.size()))
        place.show_idle_card()
        place.setUpdatesEnabled(True)
