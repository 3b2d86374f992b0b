"""What stands in the place of the plan before there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.ui.plan.words import counted
from mixer_app.ui.widgets.buttons import PRIMARY, Button
from mixer_app.ui.widgets.cards import EmptyState


class NotPlanned(QWidget):
    """One sentence and the button that fits the room."""

    present_asked = Signal()
    everyone_asked = Signal()
    people_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.present_button = Button("", kind=PRIMARY, icon_name="magic-wand")
        self.everyone_button = Button("")
        self.people_button = Button("Go to People", kind=PRIMARY, icon_name="users")
        buttons = [self.present_button, self.everyone_button, self.people_button]
        self._empty = EmptyState("squares-four", "", "", buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 32)
        column.addWidget(self._empty)
        self.present_button.clicked.connect(self.present_asked)
        self.everyone_button.clicked.connect(self.everyone_asked)
        self.people_button.clicked.connect(self.people_asked)

    @property
    def first_button(self) -> QWidget:
        """The button that leads on."""
        buttons = (self.present_button, self.everyone_button, self.people_button)
        return next((button for button in buttons if button.isVisibleTo(self)), self.people_button)

    def show_room(self, here: int, registered: int) -> None:
        """Say what can be planned with `here` people in the room of `registered`."""
        self.present_button.setText(f"Plan for the {here:,} who are here")
        self.everyone_button.setText(f"Plan for all {registered:,} registered")
        self.present_button.setVisible(here > 0)
        self.everyone_button.setVisible(registered > 0 and here == 0)
        self.people_button.setVisible(registered == 0)
        if here:
            words = (
                f"{counted(here, 'person is', 'people are')} here",
                "Everyone gets a fair number of good introductions.",
            )
        elif registered:
            words = "Nobody is here yet", "Check people in first, or plan a rehearsal for everyone who is registered."
        else:
            words = "Nobody is registered yet", "Import the registrations, or add people one by one."
        self._empty.set_words(*words)

    def set_busy(self, busy: bool) -> None:
        """Nothing more can be asked for while planning is under way."""
        for button in (self.present_button, self.everyone_button):
            button.setEnabled(not busy)
