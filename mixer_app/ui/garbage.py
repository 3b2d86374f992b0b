"""Python's garbage is collected on the GUI thread only."""

import gc
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS: Final = 100
"""What a second leaves behind takes most of a frame to look through; a tenth of it goes unnoticed."""

_OLDEST: Final = 2
_A_LOT: Final = 25_000
"""So many new objects at once are a long list of people, not garbage."""


class GarbageCollection(QObject):
    """Collects reference cycles from a timer of the GUI thread, while it runs.

    Left to itself Python collects on whichever thread happens to allocate. A cycle that holds a widget
    would then be freed on a worker, and Qt crashes when an object dies on a thread that is not its own.

    To look through ten thousand people would hold the window up for several frames. What is there at
    the start, and what comes in bulk later, is therefore set aside until the end, and not looked through;
    it still goes as soon as nothing refers to it.
    """

    running: ClassVar[set[int]] = set()
    """Those that run, by `id`. There is one garbage for the whole process: it is left to Python again by the last,
    or it would be collected on the workers of the others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self.running.add(id(self))
        self.destroyed.connect(partial(_leave_to_python, id(self)))
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        if gc.get_count()[0] > _A_LOT:
            gc.freeze()
            return
        due = [
            generation
            for generation, (held, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if held > limit
        ]
        if due:
            gc.collect(due[-1])
        if due and due[-1] == _OLDEST:
            gc.freeze()  # what has lived so long mostly stays; to look through it again would take frames

    def stop(self) -> None:
        """Collect no more; the last one leaves it to Python again."""
        self._timer.stop()
        _leave_to_python(id(self))


def _leave_to_python(number: int) -> None:
    running = GarbageCollection.running
    if number in running:
        running.remove(number)
        if not running:
            gc.unfreeze()
            gc.enable()
