"""Head and foot of a sheet; they never scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.ui.widgets.buttons import PRIMARY, Button, IconButton
from mixer_app.ui.widgets.labels import label


class SheetHead(QFrame):
    """What the sheet is, and its cross."""

    def __init__(self, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet_head")
        self.note_label = label(note, "muted_caption", wrap=True)
        self.close_button = IconButton("x", "Close", key="Esc")
        self.close_button.setObjectName("close_sheet_button")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, "title"))
        words.addWidget(self.note_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 24, 12)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)


class SheetFoot(QFrame):
    """What would come of it in words, Cancel, and the button that does it."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet_foot")
        self.effect_label = label("", "body_strong", wrap=True)
        self.effect_label.setObjectName("effect_label")
        self.note_label = label("Nothing changes until then. One undo takes it all back.", "muted_caption", wrap=True)
        self.cancel_button = Button("Cancel")
        self.cancel_button.setObjectName("cancel_sheet_button")
        self.act_button = Button(act, kind=PRIMARY, key="Ctrl Enter")
        self.act_button.setObjectName("act_button")
        self.act_button.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.effect_label)
        words.addWidget(self.note_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 32, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.act_button)


def scrolled(content: QWidget) -> QScrollArea:
    """The middle of a sheet: it scrolls down when there is more, never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    content.setProperty("look", "scrolled")
    area.setWidget(content)
    return area
