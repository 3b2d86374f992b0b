"""The one question that a file without roles raises: who are these people?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.widgets import Button, IconLabel, label

_WORDS = {Role.MENTOR: "Mentors", Role.MENTEE: "Mentees", Role.BOTH: "Both"}


class RoleQuestion(QFrame):
    """The question as a line with its answers as buttons."""

    role_chosen = Signal(Role)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("role_question")
        self.setProperty("look", "notice")
        self._sentence_label = label("", "body_strong", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(IconLabel("question", "warn", size=20))
        row.addWidget(self._sentence_label, 1)
        self.buttons: dict[Role, Button] = {}
        for role, words in _WORDS.items():
            button = Button(words, small=True)
            button.setObjectName(f"role_{role.value}_button")
            button.clicked.connect(partial(self.role_chosen.emit, role))
            self.buttons[role] = button
            row.addWidget(button)
        self.hide()

    def show_question(self, question: str | None) -> None:
        """Ask, or be gone."""
        self._sentence_label.setText(question or "")
        self.setAccessibleName(question or "")
        self.setVisible(question is not None)

    def first_button(self) -> Button | None:
        """Where the cursor goes while the question is open."""
        return None if self.isHidden() else self.buttons[Role.MENTOR]
