"""What stands in the place of a page that is the organizer's, until the PIN is typed."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.ui.lock.pin_gate import PinGate
from mixer_app.ui.lock.window_lock import WindowLock
from mixer_app.ui.page import Page

LOCKED: Final = "locked"
"""The place of this page."""

_SENTENCES: Final = {
    "plan": "The plan, its rules and its reasons are the organizer’s.",
    "follow_up": "Answers are private: entering them, and what came of them, is the organizer’s.",
    "programme": "How pairs of earlier events fare is for the organizer to read.",
    "settings": "Settings are the organizer’s.",
}
_OTHER: Final = "Helpers check people in, print badges and look people up. The rest is the organizer’s."


@dataclass(frozen=True, slots=True)
class Behind:
    """The place that opens with the PIN, what to show there, and where one goes back to without it."""

    key: str
    title: str
    target: object = None
    back: str = ""
    back_title: str = ""


class LockedPage(Page):
    """Asks for the organizer's PIN; `left` that somebody goes back without it."""

    place: ClassVar[str] = LOCKED
    title: ClassVar[str] = "Locked"
    icon: ClassVar[str] = "lock-simple"
    works_alone: ClassVar[bool] = True

    left = Signal()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.behind = Behind("", "")
        self.gate = PinGate()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.gate)
        self.gate.back_button.clicked.connect(self._leave)

    def use_lock(self, lock: WindowLock) -> None:
        """Ask this lock."""
        self.gate.pin_typed.connect(lock.try_pin)
        lock.refused.connect(self.gate.take_answer)
        lock.unread.connect(self.gate.show_problem)

    def show_target(self, target: object) -> None:
        """Take what is `Behind` the PIN."""
        if isinstance(target, Behind):
            self.behind = target
            self.setAccessibleName(f"{target.title}, locked")
            self.gate.ask(_SENTENCES.get(target.key, _OTHER), back=target.back_title)

    def take_access(self) -> None:
        """Nothing that was typed stays."""
        self.gate.forget()

    def search_field(self) -> QWidget:
        """Where one types: the PIN."""
        return self.gate.edit

    def regions(self) -> list[QWidget]:
        return [self.gate]

    def release(self) -> None:
        self.gate.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.behind.back:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.gate.forget()
        self.left.emit()
