"""What the window says of its connection: in the mark of the rail, and once in the message bar."""

from PySide6.QtCore import QObject, Signal, Slot

from mixer_app.ui.away_keeper import AwayKeeper
from mixer_app.ui.change_watch import ChangeWatch
from mixer_app.ui.saved_mark import SavedMark
from mixer_app.ui.widgets.message_bar import MessageBar


class ConnectionNote(QObject):
    """Lives as long as the bar. `connect_wanted`: somebody has another password."""

    connect_wanted = Signal()

    def __init__(self, watch: ChangeWatch, away: AwayKeeper, mark: SavedMark, bar: MessageBar) -> None:
        super().__init__(bar)
        self._away, self._mark, self._bar = away, mark, bar
        watch.lost.connect(self._lose)
        watch.found.connect(self._find)
        away.went_away.connect(self._go_away)
        away.came_back.connect(self._come_back)

    @Slot(str)
    def _lose(self, sentence: str) -> None:
        if not self._away.is_away:
            self._mark.set_state("failed", sentence)

    @Slot()
    def _find(self) -> None:
        if not self._away.is_away:
            self._mark.set_state("saved")

    @Slot(str)
    def _go_away(self, sentence: str) -> None:
        self._mark.set_state("away", sentence)
        if self._away.is_refused:
            self._bar.complain(sentence, action="Connect again", act=self.connect_wanted.emit)
        else:
            self._bar.complain(sentence)

    @Slot(str)
    def _come_back(self, sentence: str) -> None:
        self._mark.set_state("saved")
        self._bar.say(sentence)
