"""The warning that a walk-in may be registered already, with the way to that person."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from mixer_app.domain.people import Attendee, Status
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, IconLabel
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.labels import from_the_left

_ELSEWHERE: Final = {Status.CANCELLED: "who had cancelled", Status.LEFT: "who has left"}
_LONGEST_GIVEN: Final = 14
_WORDS_FROM: Final = 140  # px at 100 %: less, and the button stands below the words


class DoubleNote(QFrame):
    """Who it may be and where they are; Open shows them in the search."""

    opened = Signal(int)  # attendee

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._double: Attendee | None = None
        self._build()
        self.open_button.clicked.connect(self._open)

    def _build(self) -> None:
        self.setProperty("look", "notice")
        self.told_label = BreakingLabel()
        self.open_button = Button("Open", small=True)
        self.open_button.setObjectName("open_double_button")
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(IconLabel("users", "warn", size=16))
        words.addWidget(self.told_label, 1)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.open_button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addLayout(end)

    def show_double(self, double: Attendee) -> str:
        """Warn of this person; what a screen reader says, empty if that was said before."""
        self._double = double
        where = "here already" if double.here else _ELSEWHERE.get(double.status, "registered, not here yet")
        told = f"Looks like {double.name.shown}, {where}"
        given = double.name.given or double.name.full
        self.open_button.setText(f"Open {given}" if len(given) <= _LONGEST_GIVEN else "Open")
        self.open_button.setAccessibleName(f"Open {given}")
        self._fit()
        if from_the_left(told) == self.told_label.text():
            return ""
        self.told_label.setText(from_the_left(told))
        return told

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room = self.width() - self.open_button.sizeHint().width() - current().px(16) - 36
        beside = room >= current().px(_WORDS_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _open(self) -> None:
        if self._double is not None:
            self.opened.emit(self._double.id)
