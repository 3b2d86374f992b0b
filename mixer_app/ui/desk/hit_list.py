"""The other hits of the search, in rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.words import clock_time
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Card, ElidedLabel, RoleMark, StatusMark, label, line


class HitRow(QPushButton):
    """One further hit: who, whether here, and the key that chooses them."""

    def __init__(self, attendee: Attendee, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attendee = attendee
        self.setProperty("look", "row")
        self.setAccessibleName(f"{attendee.name.shown}, {attendee.role}, Ctrl {number} chooses")
        name = ElidedLabel(attendee.name.shown, "body")
        work = ElidedLabel(", ".join(part for part in (attendee.title, attendee.employer) if part), "muted_caption")
        if attendee.here:
            status = StatusMark(
                "check-circle",
                f"Here since {clock_time(attendee.checked_in_at)}",
                "good",
                weight="fill",
                look="caption",
            )
        else:
            status = StatusMark("circle-dashed", "Not here yet", look="muted_caption")
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(name)
        first.addWidget(RoleMark(attendee.role))
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(work)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(32)
        row.addLayout(words, 1)
        row.addWidget(status)
        row.addWidget(label(f"Ctrl {number}", "muted_caption"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(240, max(current().px(64), layout.sizeHint().height() if layout else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class HitList(Card):
    """Rows of further hits; `chosen` tells whom a click means."""

    chosen = Signal(int)  # attendee

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self.setObjectName("hit_list")
        self.setAccessibleName("Other hits")
        self.body.setSpacing(0)
        self.rows: list[HitRow] = []

    def show_people(self, people: Sequence[Attendee]) -> None:
        """Show these people, the best first."""
        if [row.attendee for row in self.rows] == list(people):
            return
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [HitRow(attendee, number) for number, attendee in enumerate(people, start=2)]
        for at, row in enumerate(self.rows):
            if at:
                self.body.addWidget(line())
            row.clicked.connect(partial(self.chosen.emit, row.attendee.id))
            self.body.addWidget(row)
        self.setVisible(bool(people))
