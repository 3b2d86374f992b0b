"""What can be done with the chosen people; attached at the bottom, there only while someone is chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui.people.rows import ROLE_WORDS, ticked_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import QUIET, Button, label, line


class SelectionBar(QFrame):
    """Counts the chosen and says what was asked for."""

    role_asked = Signal(Role)
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
        self.role_button = Button("Change role", icon_name="user-switch")
        self.role_button.setObjectName("change_roles_button")
        self._menu = QMenu(self.role_button)
        for role, word in ROLE_WORDS.items():
            self._menu.addAction(word, partial(self.role_asked.emit, role))
        self.role_button.setMenu(self._menu)
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
        for button in (self.role_button, self.add_button, self.badges_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.none_button)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_asked)
        self.badges_button.clicked.connect(self.badges_asked)
        self.none_button.clicked.connect(self.none_asked)

    def show_choice(self, at_event: int, elsewhere: int) -> None:
        """Count the chosen: those of this event, and those known from others."""
        self.count_label.setText(ticked_words(at_event + elsewhere))
        self.role_button.setVisible(at_event > 0 and not elsewhere)
        self.badges_button.setVisible(at_event > 0 and not elsewhere)
        self.add_button.setVisible(elsewhere > 0)
        self.setVisible(at_event + elsewhere > 0)
