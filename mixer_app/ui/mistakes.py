"""What becomes of a mistake in a slot or an event handler: it is told, and holds nothing any longer."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mixer_app.domain.errors import DatabaseDamaged, MixerError

_log = logging.getLogger(__name__)


class Mistakes(QObject):
    """Hears of every exception that nobody caught on the GUI thread, until it is stopped.

    `refused` carries the sentence of a `MixerError`, `damaged` that of a `DatabaseDamaged` as well, `broke` any other
    exception, which is logged.
    """

    refused = Signal(str)
    damaged = Signal(str)
    broke = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = sys.excepthook
        self._hook = self._take  # one object, to know it again by
        sys.excepthook = self._hook

    def stop(self) -> None:
        """Leave mistakes to whoever heard of them before."""
        if sys.excepthook is self._hook:
            sys.excepthook = self._before

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.quit)
            return
        if isinstance(error, MixerError):
            self.refused.emit(str(error))
            if isinstance(error, DatabaseDamaged):
                self.damaged.emit(str(error))
        else:
            _log.error("The window met a mistake", exc_info=(kind, error, trace))
            self.broke.emit(error)
        _let_go(error)


def _let_go(error: BaseException) -> None:
    """Free what the frames of the mistake hold.

    Python keeps the last traceback. A painter in it would paint on for ever, every later picture of the window
    would be refused, and Qt crash at the end.
    """
    last: BaseException | None = error
    while last is not None:
        traceback.clear_frames(last.__traceback__)
        last = last.__cause__ or last.__context__
