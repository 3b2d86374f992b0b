"""The card of arrivals: three counters and the chart."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.overview import Overview
from mixer_app.ui.overview.arrivals_chart import ArrivalsChart
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Card, RoleMark, label


class ArrivalsCard(Card):
    """Who is here of whom we expect, and how they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Arrivals", parent=parent)
        self.body.setSpacing(0)
        self.add_to_head(Legend("mentor", "Mentors"))
        self.add_to_head(Legend("mentee", "Mentees"))
        self.chart = ArrivalsChart()
        self.here_counter = Counter("Here")
        self.mentors_counter = Counter("Mentors", "mentor")
        self.mentees_counter = Counter("Mentees", "mentee")
        counters = QVBoxLayout()
        counters.setSpacing(16)
        for counter in (self.here_counter, self.mentors_counter, self.mentees_counter):
            counters.addWidget(counter)
        counters.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(counters)
        row.addWidget(self.chart, 1)
        self.body.addLayout(row, 1)

    def show_arrivals(self, overview: Overview, event: Event) -> None:
        """Show the counts and columns."""
        counts = overview.counts
        self.here_counter.show_count(counts.here, counts.registered)
        self.mentors_counter.show_count(counts.mentors_here, counts.mentors)
        self.mentees_counter.show_count(counts.mentees_here, counts.mentees)
        begins = event.doors_at or event.starts_at - timedelta(hours=1)
        self.chart.show_arrivals(overview.arrivals, begins=begins, ends=event.starts_at, expected=counts.registered)


class Counter(QWidget):
    """A large number and of how many."""

    def __init__(self, title: str, role: str = "") -> None:
        super().__init__()
        self._title = title
        self.setMinimumWidth(150)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Legend(role, title) if role else label(title, "muted_caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.number_label = label("", "display")
        self.of_label = label("", "muted")
        row.addWidget(self.number_label)
        self.of_label.setContentsMargins(0, 0, 0, current().px(4))
        row.addWidget(self.of_label, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column.addLayout(row)

    def show_count(self, number: int, of: int) -> None:
        """Show the number."""
        self.number_label.setText(f"{number:,}")
        self.of_label.setText(f"of {of:,}")
        self.setAccessibleName(f"{self._title}: {number} of {of}")


class Legend(QWidget):
    """A role's mark with a quiet word."""

    def __init__(self, role: str, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(RoleMark(role, word=""))
        row.addWidget(label(word, "muted_caption"))
        row.addStretch(1)
