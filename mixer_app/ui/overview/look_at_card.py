"""What needs a person, each row leading to the place where it is put right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.overview import LookAt, LookAtKind
from mixer_app.ui.widgets import LINK, Button, LinkRow, StatusMark, label

_ROWS: Final = 4
_ICONS: Final = {
    LookAtKind.SUPPLY: ("users", "warn"),
    LookAtKind.IMPORT: ("file-csv", "warn"),
    LookAtKind.PEOPLE: ("user-circle-dashed", "warn"),
    LookAtKind.CLOCK: ("clock", "text_muted"),
    LookAtKind.PLAN: ("grid-four", "warn"),
}


class LookAtCard(QFrame):
    """At most four rows, worst first; the others behind "5 more" in the head."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all_shown = False
        self._matters: tuple[LookAt, ...] = ()
        self._build()
        self.more_button.clicked.connect(self._show_all)

    def show_matters(self, matters: Sequence[LookAt]) -> None:
        """Show these, in this order."""
        if tuple(matters) == self._matters and self.rows:
            return
        self._matters = tuple(matters)
        self._fill()

    def _build(self) -> None:
        self.setProperty("look", "card")
        self.setAccessibleName("To look at")
        self.rows: list[LookAtRow] = []
        self.count_label = label("", "muted_caption")
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 24, 8)
        head.setSpacing(8)
        head.addWidget(label("To look at", "body_strong"))
        head.addStretch(1)
        self.more_button = Button("", kind=LINK, small=True)
        head.addWidget(self.more_button)
        head.addWidget(self.count_label)
        self.nothing_mark = StatusMark("check-circle", "Nothing needs you", "good", weight="fill", size=20)
        self.nothing_mark.setContentsMargins(24, 16, 24, 16)
        self.nothing_mark.hide()  # said only once it is known
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.nothing_mark)
        self._column.addStretch(1)

    def _fill(self) -> None:
        for row in self.rows:
            row.deleteLater()
        shown = self._matters if self._all_shown else self._matters[:_ROWS]
        self.rows = [LookAtRow(matter) for matter in shown]
        for number, row in enumerate(self.rows):
            row.clicked.connect(self._tell)
            self._column.insertWidget(1 + number, row)
        more = len(self._matters) - len(shown)
        self.more_button.setText(f"{more} more")
        self.more_button.setVisible(more > 0)
        self.nothing_mark.setVisible(not self._matters)
        self.count_label.setText(str(len(self._matters)) if self._matters else "")

    def _show_all(self) -> None:
        self._all_shown = True
        self._fill()
        self.rows[_ROWS].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, LookAtRow):
            self.chosen.emit(row.matter)


class LookAtRow(LinkRow):
    """One matter, and the place it leads to."""

    def __init__(self, matter: LookAt) -> None:
        icon_name, role = _ICONS[matter.kind]
        where = f"Opens {matter.place.value.capitalize()}"
        super().__init__(icon_name, matter.title, matter.detail, role=role, leads_to=where)
        self.matter = matter
