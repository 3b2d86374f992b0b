"""Personal data: after the event it can go, and its figures stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.ui.widgets import DANGER, Button, Card, label

_NOTE = (
    "When the follow-up is done, erase who the people of this event were: from the database, from the backups "
    "that Mentor Mixer made and from what it kept to print. The figures of the report stay. One person alone "
    "is forgotten on People."
)


class ForgetCard(Card):
    """`forget_wanted` asks for the account of what would go."""

    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Personal data", parent=parent)
        self.forget_button = Button("Forget the people of this event", kind=DANGER, icon_name="trash")
        self.forget_button.setObjectName("forget_event_button")
        self.forget_button.clicked.connect(self.forget_wanted)
        row = QHBoxLayout()
        row.addWidget(self.forget_button)
        row.addStretch(1)
        self.body.setSpacing(16)
        self.body.addWidget(label(_NOTE, "muted_caption", wrap=True))
        self.body.addLayout(row)
