"""Head and foot of the matching sheet; they never scroll."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.widgets import PRIMARY, Button, ElidedLabel, IconButton, label

_NOTE = "Nothing is applied until you use it. One undo takes it back."


class MatchingHead(QFrame):
    """What the sheet is, and for which event."""

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet_head")
        self.close_button = IconButton("x", "Close", key="Esc")
        self.close_button.setObjectName("close_matching_button")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("How people are matched", "title"))
        words.addWidget(ElidedLabel(f"{event.name}, {event.date.day} {event.date:%B}", "muted_caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 24, 12)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)


class MatchingFoot(QFrame):
    """What has been changed, the way back, and the button that applies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet_foot")
        self.changes_label = ElidedLabel("", "body_strong")
        self.note_label = ElidedLabel(_NOTE, "muted_caption")
        self.reset_button = Button("As it was", icon_name="arrow-counter-clockwise")
        self.reset_button.setObjectName("reset_rules_button")
        self.cancel_button = Button("Cancel")
        self.cancel_button.setObjectName("cancel_matching_button")
        self.use_button = Button("Use these rules", kind=PRIMARY)
        self.use_button.setObjectName("use_rules_button")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.changes_label)
        words.addWidget(self.note_label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 12, 32, 12)
        self._row.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.reset_button, self.cancel_button, self.use_button):
            buttons.addWidget(button)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        self.show_changes(())

    def set_narrow(self, narrow: bool) -> None:
        """Put the words above the buttons where both do not fit into a line."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.note_label.setVisible(not narrow)

    def show_changes(self, changes: Sequence[str], problem: str = "") -> None:
        """Say what differs from the rules as they are, or what cannot be."""
        count = f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}: " if changes else ""
        told = f"{count}{', '.join(changes)}" if changes else "Nothing is changed."
        self.changes_label.setText(problem or told)
        self.reset_button.setEnabled(bool(changes))
        self.use_button.setEnabled(bool(changes) and not problem)
        self.note_label.setText(_NOTE)

    def show_failure(self, sentence: str) -> None:
        """Say why the rules could not be applied."""
        self.note_label.setText(sentence)
        self.note_label.show()
        self.use_button.setEnabled(True)
