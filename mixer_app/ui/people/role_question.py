"""The one question that a file may raise, most often: who are these people?"""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, IconLabel, label

_BESIDE_FROM: Final = 560  # px at 100 %: narrower, the answers stand below the question
_WORDS = {Role.MENTOR: "Mentors", Role.MENTEE: "Mentees", Role.BOTH: "Both"}


class RoleQuestion(QFrame):
    """The question as a line with its answers as buttons."""

    role_chosen = Signal(Role)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("role_question")
        self.setProperty("look", "notice")
        self._sentence_label = label("", "body_strong", wrap=True)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(IconLabel("question", "warn", size=20))
        words.addWidget(self._sentence_label, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 10, 12, 10)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addLayout(answers)
        self.buttons: dict[Role, Button] = {}
        for role, words in _WORDS.items():
            button = Button(words, small=True)
            button.setObjectName(f"role_{role.value}_button")
            button.clicked.connect(partial(self.role_chosen.emit, role))
            self.buttons[role] = button
            answers.addWidget(button)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= current().px(_BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def show_question(self, question: str | None, *, with_roles: bool = True) -> None:
        """Ask, or be gone; `with_roles` as its answers, else it is answered elsewhere."""
        for button in self.buttons.values():
            button.setVisible(with_roles)
        self._sentence_label.setText(question or "")
        self.setAccessibleName(question or "")
        self.setVisible(question is not None)

    def first_button(self) -> Button | None:
        """Where the cursor goes while the question is open."""
        first = self.buttons[Role.MENTOR]
        return None if self.isHidden() or first.isHidden() else first
