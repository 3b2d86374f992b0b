"""A field of a form with its title above and a note below."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.widgets.labels import label


class Titled(QWidget):
    """A field, its title as a buddy, and a quiet note; the field takes the title for its name if it has none."""

    def __init__(self, title: str, field: QWidget, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_label = label(title, "caption", wrap=True)
        self.title_label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(title)
        if note and not field.accessibleDescription():
            field.setAccessibleDescription(note)
        self.note_label = label(note, "muted_caption", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # of titles and notes that wrap
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title_label)
        column.addWidget(field)
        column.addWidget(self.note_label)
        self.note_label.setVisible(bool(note))

    def set_note(self, note: str) -> None:
        """Say something else below the field; nothing takes no room."""
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
