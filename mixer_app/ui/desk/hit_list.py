"""The other hits of the search, in rows that stay while the people in them change with every key."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee, Status
from mixer_app.ui.desk.hits import MOST_HITS
from mixer_app.ui.desk.words import clock_time
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Card, ElidedLabel, RoleMark, StatusMark, label, line
from mixer_app.ui.widgets.laid_out_once import laid_out_once

_BESIDE_FROM: Final = 380  # px at 100 %
_FIRST_NUMBER: Final = 2  # Ctrl 1 is the person who is shown whole


class HitRow(QPushButton):
    """One further hit: who, whether here, and the key that chooses them."""

    picked = Signal(int)  # attendee

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attendee: Attendee | None = None
        self._number = number
        self.setProperty("look", "row")
        self._name_label = ElidedLabel("", "body")
        self._work_label = ElidedLabel("", "muted_caption")
        self._role_mark = RoleMark()
        self._status_mark = StatusMark(look="caption")
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._name_label)
        first.addWidget(self._role_mark)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self._work_label)
        marks = QHBoxLayout()
        marks.setSpacing(32)
        marks.addWidget(self._status_mark)
        marks.addStretch(1)
        marks.addWidget(label(f"Ctrl {number}", "muted_caption"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 8, 24, 8)
        self._row.addLayout(words, 1)
        self._row.addLayout(marks)
        self._fit()
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._tell_picked)

    def show_person(self, attendee: Attendee) -> None:
        """Show this person; who is shown already is left alone."""
        if attendee == self.attendee:
            return
        self.attendee = attendee
        self.setAccessibleName(f"{attendee.name.shown}, {attendee.role}, Ctrl {self._number} chooses")
        self._name_label.setText(attendee.name.shown)
        self._work_label.setText(", ".join(part for part in (attendee.title, attendee.employer) if part))
        self._role_mark.set_role(attendee.role)
        if attendee.here:
            since = f"Here since {clock_time(attendee.checked_in_at)}"
            self._status_mark.set_state("check-circle", since, "good", weight="fill")
        elif attendee.status is Status.CANCELLED:
            self._status_mark.set_state("prohibit", "Cancelled", "warn")
        else:
            self._status_mark.set_state("circle-dashed", "Not here yet", "text_muted")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the person stands goes below the name in a narrow row."""
        beside = self.width() >= current().px(_BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction or not self._row.spacing():
            self._row.setDirection(direction)
            self._row.setSpacing(32 if beside else 4)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(240, max(current().px(64), layout.sizeHint().height() if layout else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tell_picked(self) -> None:
        if self.attendee is not None:
            self.picked.emit(self.attendee.id)


class HitList(Card):
    """Rows of further hits; `chosen` tells whom a click means."""

    chosen = Signal(int)  # attendee

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self.setObjectName("hit_list")
        self.setAccessibleName("Other hits")
        self.body.setSpacing(0)
        self._places: list[tuple[QFrame | None, HitRow]] = []
        for number in range(_FIRST_NUMBER, _FIRST_NUMBER + MOST_HITS - 1):
            between = line() if self._places else None
            if between is not None:
                self.body.addWidget(between)
            row = HitRow(number)
            row.picked.connect(self.chosen)
            self.body.addWidget(row)
            self._places.append((between, row))
        self.show_people(())

    @property
    def rows(self) -> list[HitRow]:
        """The rows that show someone, best first."""
        return [row for _, row in self._places if not row.isHidden()]

    def show_people(self, people: Sequence[Attendee]) -> None:
        """Show these people, the best first."""
        with laid_out_once(self):
            for at, (between, row) in enumerate(self._places):
                if at < len(people):
                    row.show_person(people[at])
                row.setVisible(at < len(people))
                if between is not None:
                    between.setVisible(at < len(people))
            self.setVisible(bool(people))
