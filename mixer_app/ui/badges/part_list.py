"""What stands on a badge: a switch for each part, and its place where the design allows another."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.badge_design import MOVABLE, BadgePart
from mixer_app.ui.widgets import IconButton, label
from mixer_app.ui.widgets.announcing import announce

PART_WORDS: Final = {
    BadgePart.TITLE: "Title",
    BadgePart.PRONOUNS: "Pronouns",
    BadgePart.EMPLOYER: "Employer",
    BadgePart.TOPICS: "“Ask me about” topics",
    BadgePart.EVENT: "Name of the event",
    BadgePart.LOGO: "Logo",
    BadgePart.QR: "QR code",
}
_NOTE: Final = "Name, role and code stand on every badge; private needs never do."


class PartList(QWidget):
    """`changed` tells that another part is shown, or at another place."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = list(BadgePart)
        self.rows = {part: _PartRow(part) for part in BadgePart}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part, row in self.rows.items():
            row.box.toggled.connect(self.changed)
            for button, by in ((row.up_button, -1), (row.down_button, 1)):
                button.clicked.connect(partial(self._move, part, by))
        self._note_label = label(_NOTE, "muted_caption", wrap=True)
        self._arrange()

    @property
    def parts(self) -> tuple[BadgePart, ...]:
        """The parts that are shown, in their order."""
        return tuple(part for part in self._order if self.rows[part].box.isChecked())

    def show_parts(self, parts: tuple[BadgePart, ...]) -> None:
        """Show this choice without telling; what is left out stands where it usually does."""
        lines = [part for part in parts if part in MOVABLE]
        for place, part in enumerate(MOVABLE):
            if part not in lines:
                lines.insert(place, part)
        self._order = [*lines, *(part for part in BadgePart if part not in MOVABLE)]
        for part, row in self.rows.items():
            with QSignalBlocker(row.box):
                row.box.setChecked(part in parts)
        self._arrange()

    def set_logo_known(self, known: bool) -> None:
        """Without a logo there is nothing to show or hide."""
        self.rows[BadgePart.LOGO].box.setEnabled(known)
        self.rows[BadgePart.LOGO].box.setToolTip("" if known else "Choose a logo first")
        self.rows[BadgePart.LOGO].box.setAccessibleDescription("" if known else "Choose a logo first")

    def _move(self, part: BadgePart, by: int) -> None:
        place = self._order.index(part)
        self._order[place], self._order[place + by] = self._order[place + by], part
        self._arrange()
        row = self.rows[part]
        button = row.up_button if by < 0 else row.down_button
        (button if button.isEnabled() else row.down_button if by < 0 else row.up_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        announce(row, f"{PART_WORDS[part]} is number {place + by + 1} of {len(MOVABLE)}")
        self.changed.emit()

    def _arrange(self) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for place, part in enumerate(self._order):
            row = self.rows[part]
            row.up_button.setEnabled(place > 0)
            row.down_button.setEnabled(place < len(MOVABLE) - 1)
            self._column.addWidget(row)
        self._column.addWidget(self._note_label)


class _PartRow(QWidget):
    """One part: shown or not, one up, one down."""

    def __init__(self, part: BadgePart) -> None:
        super().__init__()
        words = PART_WORDS[part]
        self.box = QCheckBox(words)
        self.box.setObjectName(f"{part}_box")
        self.up_button = IconButton("caret-up", f"{words}: one up", size=16, small=True)
        self.down_button = IconButton("caret-down", f"{words}: one down", size=16, small=True)
        self.up_button.setObjectName(f"{part}_up_button")
        self.down_button.setObjectName(f"{part}_down_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        for button in (self.up_button, self.down_button):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # all rows are of one height
            button.setSizePolicy(policy)
            button.setVisible(part in MOVABLE)
