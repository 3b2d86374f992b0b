"""The desk while the server is away: check-in goes on, and the rest says that it waits."""

from PySide6.QtCore import QObject, Signal, Slot

from mixer_app.ui.away_keeper import AwayKeeper
from mixer_app.ui.desk.finder import Finder
from mixer_app.ui.desk.lost_line import ON_PAPER
from mixer_app.ui.desk.walk_in import WalkInForm


class DeskAlone(QObject):
    """Lives as long as the finder; `turned` tells that people are to be read from elsewhere now."""

    turned = Signal()

    def __init__(self, finder: Finder, walk_in_form: WalkInForm, away: AwayKeeper) -> None:
        super().__init__(finder)
        self._finder, self._walk_in_form = finder, walk_in_form
        away.went_away.connect(self._go_on)
        away.came_back.connect(self._come_back)
        if away.is_away:
            self._go_on(away.sentence)

    @Slot(str)
    def _go_on(self, sentence: str) -> None:
        self._finder.lost_line.tell_away(sentence)
        self._let_wait(sentence)

    @Slot(str)
    def _come_back(self, _sentence: str) -> None:
        self._finder.lost_line.tell_back()
        self._let_wait("")

    def _let_wait(self, reason: str) -> None:
        self._finder.place.person_card.set_waiting(reason)
        self._walk_in_form.set_waiting(ON_PAPER if reason else "")
        self.turned.emit()
