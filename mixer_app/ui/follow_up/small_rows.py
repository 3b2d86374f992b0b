"""Rows of the cards beside the entry: who, what, and one button."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, ElidedLabel, IconButton, RoleMark, WholeRow, label

_HEIGHT: Final = 56
_INDENT: Final = 20  # px: under the name, not under its mark


class LinedRow(WholeRow):
    """A line stands between it and the row before it."""

    least_px = _HEIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.y() > 0:
            QPainter(self).fillRect(0, 0, self.width(), 1, current().color("line"))


class PersonRow(LinedRow):
    """Somebody with their role, a line below, and at the end a note and a button; `acted` tells a click."""

    acted = Signal()
    more_wanted = Signal(object)  # the button that asks

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = RoleMark("mentee", word="", size=12)
        self.name_label = ElidedLabel("", "body_strong")
        self.role_mark = RoleMark("mentee", size=0)
        self.detail_label = ElidedLabel("", "muted")
        self.note_label = label("", "muted")
        self.button = Button("", small=True)
        self.button.clicked.connect(partial(self._act))
        self.more_button = IconButton("caret-down", "Someone else", size=16, small=True)
        self.more_button.clicked.connect(partial(self._ask_more))
        self.more_button.hide()
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name_label)
        first.addWidget(self.role_mark)
        first.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(first)
        lines.addWidget(self.detail_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(14)
        row.addWidget(self.mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        row.addWidget(self.note_label)
        ends = QHBoxLayout()
        ends.setSpacing(4)
        ends.addWidget(self.button)
        ends.addWidget(self.more_button)
        row.addLayout(ends)

    def show_person(
        self, name: PersonName, role: Role, detail: str, note: str, button: str, *, more: bool = False
    ) -> None:
        """Show this person; without words the button is absent."""
        self.mark.set_role(role, "")
        self.name_label.setText(name.shown)
        self.role_mark.set_role(role)
        self.detail_label.setText(detail)
        self.note_label.setText(note)
        self.button.setText(button)
        self.button.setAccessibleName(f"{button}: {name.shown}")
        self.button.setVisible(bool(button))
        self.more_button.setVisible(more)
        if more:
            self.more_button.setAccessibleName(f"Suggest someone else to {name.shown}")

    def _act(self, _checked: bool = False) -> None:
        self.acted.emit()

    def _ask_more(self, _checked: bool = False) -> None:
        self.more_wanted.emit(self.more_button)


class PairRow(LinedRow):
    """Two who match, and what they share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mentor_mark = RoleMark("mentor", word="", size=12)
        self.mentee_mark = RoleMark("mentee", word="", size=12)
        self.mentor_label = ElidedLabel("", "body_strong")
        self.mentee_label = ElidedLabel("", "body_strong")
        self.detail_label = ElidedLabel("", "muted")
        self.new_label = label("New", "body_strong", tone="good")
        first = QHBoxLayout()
        first.setSpacing(8)
        parts = (self.mentor_mark, self.mentor_label, label("and", "muted"), self.mentee_mark, self.mentee_label)
        for part in parts:
            first.addWidget(part)
        first.addStretch(1)
        self.detail_label.setContentsMargins(_INDENT, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addLayout(first)
        lines.addWidget(self.detail_label)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(14)
        row.addLayout(lines, 1)
        row.addWidget(self.new_label)

    def show_pair(self, mentor: PersonName, mentee: PersonName, detail: str, *, new: bool) -> None:
        """Show these two."""
        self.mentor_label.setText(mentor.shown)
        self.mentee_label.setText(mentee.shown)
        self.detail_label.setText(detail)
        self.new_label.setVisible(new)
        self.setAccessibleName(f"{mentor.shown} and {mentee.shown}. {detail}")
