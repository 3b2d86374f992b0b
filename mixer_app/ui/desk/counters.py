"""How many are here, in numbers and as one bar."""

from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mixer_app.domain.people import HeadCounts
from mixer_app.ui.desk.words import still_to_come
from mixer_app.ui.theme import Theme, current
from mixer_app.ui.widgets import Card, RoleMark, ShareBar, label, line


class Counter(QWidget):
    """A title, a number at 20, and of how many."""

    def __init__(self, title: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._shown: tuple[int, int, Theme] | None = None
        head = RoleMark(role, word="", size=10) if role else None
        self.number_label = label("0", "title")
        self.total_label = label("of 0", "muted")
        top = QHBoxLayout()
        top.setSpacing(4)
        if head is not None:
            top.addWidget(head)
        top.addWidget(label(title, "muted_caption"))
        top.addStretch(1)
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        numbers.addWidget(self.number_label, 0, Qt.AlignmentFlag.AlignBaseline)
        numbers.addWidget(self.total_label, 0, Qt.AlignmentFlag.AlignBaseline)
        numbers.addStretch(1)
        self._places = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(2)
        self._parts = (top, numbers)
        self._places.addLayout(top, 1)
        self._places.addLayout(numbers)

    @property
    def narrowest(self) -> int:
        """How wide it is with the numbers below the title."""
        return max(part.minimumSize().width() for part in self._parts)

    def stand_in_line(self, on: bool) -> None:  # a state
        """Put the numbers behind the title, or below it."""
        self._places.setDirection(QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom)

    def show_count(self, here: int, registered: int) -> None:
        """Show how many of how many."""
        look = current()
        if self._shown == (here, registered, look):
            return
        if self._shown is None or self._shown[2] is not look:
            self.number_label.setFont(look.font("title", tabular=True))
        self._shown = (here, registered, look)
        self.number_label.setText(f"{here:,}")
        self.total_label.setText(f"of {registered:,}")
        self.setAccessibleName(f"{self._title}: {here:,} of {registered:,}")


class CountersCard(Card):
    """Everyone, mentors and mentees; the bar says it at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=16, parent=parent)
        self.setObjectName("counters_card")
        self.setAccessibleName("Who is here")
        self.here = Counter("Here")
        self.mentors = Counter("Mentors", "mentor")
        self.mentees = Counter("Mentees", "mentee")
        self._bar = ShareBar()
        self.note_label = label("", "muted_caption", wrap=True)
        self._spacing: int | None = None
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        self._dividers = [line(vertical=True) for _ in range(2)]
        for counter, divider in zip_longest((self.here, self.mentors, self.mentees), self._dividers):
            row.addWidget(counter, 1)
            if divider is not None:
                row.addWidget(divider)
        self.body.setContentsMargins(8, 0, 8, 0)
        self.body.setSpacing(12)
        self.body.addLayout(row)
        self.body.addWidget(self._bar)
        self.body.addWidget(self.note_label)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # numbers or the size of the text have changed
            self._fit()
        return handled

    def _fit(self) -> None:
        """Beside each other, closer where it is narrow; under each other where not even that has room."""
        needed = sum(one.narrowest for one in (self.here, self.mentors, self.mentees)) + 8
        fitting = ((gap, margin) for gap, margin in ((16, 8), (8, 8), (6, 0)) if needed + 4 * gap <= self._room(margin))
        spacing, margin = next(fitting, (0, 8))
        if spacing == self._spacing:
            return
        self._spacing = spacing
        self.body.setContentsMargins(margin, 0, margin, 0)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if spacing else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(spacing or 4)
        for counter in (self.here, self.mentors, self.mentees):
            counter.stand_in_line(not spacing)
        for divider in self._dividers:
            divider.setVisible(spacing > 0)

    def _room(self, margin: int) -> int:
        return self.width() - 2 * (16 + margin)

    def show_counts(self, counts: HeadCounts, late: int) -> None:
        """Show these counts; `late` of those who are still to come said so."""
        self.here.show_count(counts.here, counts.registered)
        self.mentors.show_count(counts.mentors_here, counts.mentors)
        self.mentees.show_count(counts.mentees_here, counts.mentees)
        self._bar.set_parts((("mentor", counts.mentors_here), ("mentee", counts.mentees_here)), counts.registered)
        self.note_label.setText(still_to_come(counts.registered, counts.here, counts.walk_ins, late))
        self._fit()
