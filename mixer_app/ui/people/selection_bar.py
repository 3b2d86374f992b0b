"""What can be done with the chosen people; attached at the bottom, there only while someone is chosen."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mixer_app.ui.people.rows import ticked_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import QUIET, Button, label, line

MOST_MERGED: Final = 4
"""So many people stand beside each other."""


class SelectionBar(QFrame):
    """Counts the chosen and says what was asked for."""

    merge_asked = Signal()
    edit_asked = Signal()
    badges_asked = Signal()
    add_asked = Signal()
    none_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("selection_bar")
        self.setProperty("look", "bar")
        self.setAccessibleName("Chosen people")
        self.count_label = label("", "body_strong")
        self.merge_button = Button("Compare and merge", icon_name="git-merge")
        self.merge_button.setObjectName("merge_button")
        self.edit_button = Button("Edit", kind=QUIET, icon_name="pencil-simple")
        self.edit_button.setObjectName("edit_people_button")
        self.add_button = Button("Add to this event", kind=QUIET, icon_name="user-plus")
        self.add_button.setObjectName("add_to_event_button")
        self.badges_button = Button("Badges", kind=QUIET, icon_name="printer")
        self.badges_button.setObjectName("badges_button")
        self.none_button = Button("Select none", kind=QUIET, key="Esc")
        self.none_button.setObjectName("select_none_button")
        divider = line(vertical=True)
        divider.setFixedHeight(current().px(24))
        row = QHBoxLayout(self)
        margin = current().space.page_margin
        row.setContentsMargins(margin, 12, margin, 12)
        row.setSpacing(12)
        row.addWidget(self.count_label)
        row.addWidget(divider)
        for button in (self.merge_button, self.edit_button, self.add_button, self.badges_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.none_button)

    def _connect(self) -> None:
        self.merge_button.clicked.connect(self.merge_asked)
        self.edit_button.clicked.connect(self.edit_asked)
        self.add_button.clicked.connect(self.add_asked)
        self.badges_button.clicked.connect(self.badges_asked)
        self.none_button.clicked.connect(self.none_asked)

    def show_choice(self, at_event: int, elsewhere: int, unseen: int) -> None:
        """Count the chosen: those of this event, those known from others, and those of both who are not shown."""
        self.count_label.setText(ticked_words(at_event + elsewhere, unseen))
        self.merge_button.setVisible(2 <= at_event + elsewhere <= MOST_MERGED)
        self.edit_button.setVisible(at_event > 0 and not elsewhere)
        self.badges_button.setVisible(at_event > 0 and not elsewhere)
        self.add_button.setVisible(elsewhere > 0)
        self.setVisible(at_event + elsewhere > 0)
