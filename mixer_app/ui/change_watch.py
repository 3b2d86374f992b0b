"""Notices what other stations and processes have changed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import ChangeNotices, Database

EVERY_MS: Final = 300
"""A change in a file is on every screen within a second: this, the look, and reading who has changed."""

TOLD_EVERY_MS: Final = 5000
"""A server tells by itself; a look now and then is for what stands between that swallows what it tells."""


class ChangeWatch(QObject):
    """Hears from a server, or looks three times a second into a file, whether the journal has grown.

    There are never two looks at once.
    """

    changed = Signal()
    lost = Signal(str)
    refused = Signal()
    """The server answers, and the password is not right there; `lost` follows."""
    found = Signal()
    beat = Signal()
    """The server has answered, once a second; a file needs no such word."""

    def __init__(self, database: "Database", background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self.known: int | None = None
        """The newest number of the journal; None before the first look."""
        self._looking = False
        self._look_again = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look_in_turn)
        self._notices: ChangeNotices | None = None
        self._word = _Word()
        self._word.grown.connect(self._hear)
        self._word.lost.connect(self._miss)
        self._word.refused.connect(self.refused)
        self._word.beat.connect(self.beat)

    def start(self) -> None:
        """Begin to watch."""
        word = self._word
        self._notices = self._database.listen(
            on_grown=word.say_grown, on_lost=word.say_lost, on_refused=word.say_refused, on_beat=word.say_beat
        )
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._look_again = False
        if self._notices is not None:
            self._notices.stop()
            self._notices = None

    @Slot()
    def look(self) -> None:
        """Look now; if a look is under way it may have begun too early, and another follows it."""
        self._look_again = self._looking
        self._look_in_turn()

    @Slot()
    def _look_in_turn(self) -> None:
        if not self._looking:
            self._looking = True
            self._background.run(
                self._read, on_done=self._take, on_failed=self.lost.emit, on_end=self._rest, counts=False
            )

    def _read(self, progress: Progress) -> int:
        from mixer_app.services.journal import latest_change

        return self._database.read(latest_change)

    def _rest(self) -> None:
        self._looking = False
        if self._look_again:
            self.look()

    @Slot(int)
    def _hear(self, newest: int) -> None:
        """The server has told; while it does there is hardly a need to look."""
        self._timer.setInterval(TOLD_EVERY_MS)
        self._take(newest)

    @Slot(str)
    def _miss(self, sentence: str) -> None:
        """Until the server tells again, look: a look may get through where a notice does not."""
        self._timer.setInterval(EVERY_MS)
        self.lost.emit(sentence)

    def _take(self, newest: int) -> None:
        self.found.emit()
        if newest != self.known:
            first, self.known = self.known is None, newest
            if not first:
                self.changed.emit()


class _Word(QObject):
    """Carries what the listening thread hears to the GUI thread; it lives as long as that thread may speak."""

    grown = Signal(int)
    lost = Signal(str)
    refused = Signal()
    beat = Signal()

    def say_grown(self, newest: int) -> None:
        """The journal has grown."""
        self.grown.emit(newest)

    def say_lost(self, sentence: str) -> None:
        """The server does not answer."""
        self.lost.emit(sentence)

    def say_refused(self) -> None:
        """The server does not take the password."""
        self.refused.emit()

    def say_beat(self) -> None:
        """The server answers."""
        self.beat.emit()
