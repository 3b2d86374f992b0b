"""Time at the kiosk, by a clock that nobody can set."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_EVERY_MS = 500


class IdleClock(QObject):
    """Ticks twice a second with the seconds that went by; asleep or busy, none are lost."""

    ticked = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._tick)

    def run(self, *, on: bool) -> None:
        """Begin or stop to tick."""
        if on:
            self._since.start()
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit(self._since.restart() / 1000)
