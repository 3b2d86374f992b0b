"""One thing in each turn of the event loop: several at once would hold the window up in one piece."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Turns(QObject):
    """Does what it is given, in its order, and lets the window paint and hear between one and the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._do_next)

    def take(self, act: Callable[[], None]) -> None:
        """Do this in a turn of its own; what is waiting already is not put in twice."""
        if act not in self._waiting:
            self._waiting.append(act)
        self._timer.start()

    @Slot()
    def _do_next(self) -> None:
        act = self._waiting.popleft()
        if self._waiting:
            self._timer.start()
        act()
