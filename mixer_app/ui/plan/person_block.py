"""One person of a pair: role mark, name, role, and what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui.widgets.labels import ElidedLabel, label
from mixer_app.ui.widgets.roles import RoleMark


class PersonBlock(QWidget):
    """Two lines; `part` is the role that the person has in this pair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = RoleMark(word="", size=12)
        self.name_label = ElidedLabel("", "body_strong")
        self._role_label = label("", "caption")
        self._work_label = ElidedLabel("", "muted_caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name_label, 0, 1)
        grid.addWidget(self._role_label, 0, 2)
        grid.addWidget(self._work_label, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_person(self, person: Attendee, part: Role) -> None:
        """Show who it is."""
        word = str(part).capitalize()
        self._mark.set_role(part)
        self.name_label.setText(person.name.shown)
        self._role_label.setText(word)
        self._role_label.setProperty("tone", str(part))
        self._role_label.style().unpolish(self._role_label)
        self._role_label.style().polish(self._role_label)
        self._work_label.setText(", ".join(part for part in (person.title, person.employer) if part))
        self._work_label.setVisible(bool(self._work_label.whole_text))
        self.setAccessibleName(f"{person.name.shown}, {word.lower()}")
