"""The foot of a sheet about chosen people; it never scrolls."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.widgets import PRIMARY, Button, label


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
