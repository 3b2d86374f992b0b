"""Who has no introduction, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui import theme
from mixer_app.ui.plan.person_block import PersonBlock
from mixer_app.ui.widgets.labels import label

_INDENT: Final = 17  # under the name, behind the role's mark


class WithoutView(QWidget):
    """The content of the panel for people without an introduction, or for an empty seat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 24)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self._entries: list[QWidget] = []
        self.sentences: list[str] = []

    def show_people(self, people: Sequence[tuple[Attendee, str]]) -> None:
        """Show each person with a sentence under them."""
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [_entry(person, sentence) for person, sentence in people]
        self.sentences = [sentence for _, sentence in people]
        for position, entry in enumerate(self._entries):
            self._column.insertWidget(position, entry)


def _entry(person: Attendee, sentence: str) -> QWidget:
    entry, block = QWidget(), PersonBlock()
    block.show_person(person, Role.MENTOR if person.role is Role.MENTOR else Role.MENTEE)
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(block)
    words = label(sentence, "body", wrap=True)
    words.setContentsMargins(theme.current().px(_INDENT), 0, 0, 0)
    column.addWidget(words)
    entry.setAccessibleName(f"{person.name.shown}: {sentence}")
    return entry
