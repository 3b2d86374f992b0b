"""The live region: says aloud, through a screen reader, what the eye sees happen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks for one page; `announced` carries each sentence."""

    announced = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def say(self, sentence: str) -> None:
        """Say this sentence once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, sentence))
        self.announced.emit(sentence)
