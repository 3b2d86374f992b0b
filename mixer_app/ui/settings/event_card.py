"""What the event is called, when and where it is, and whom to ask."""

from datetime import date, datetime, time
from typing import Any, Final

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLineEdit, QWidget

from mixer_app.domain.events import Event
from mixer_app.ui.kiosk.languages import LANGUAGES, language
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import TimeField
from mixer_app.ui.widgets.titled import Titled

_DAY: Final = "ddd d MMM yyyy"


class EventCard(FormCard):
    """Name, day, times, venue, contact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Event", parent=parent)
        self._event: Event | None = None
        self._build()
        self._bind()

    def show_event(self, event: Event) -> None:
        """Show the event as it is stored."""
        self._event = event
        doors = event.doors_at or event.starts_at
        self.show_values(
            {
                "name": event.name,
                "day": event.date,
                "starts": event.starts_at.time(),
                "doors_known": event.doors_at is not None,
                "doors": doors.time(),
                "venue": event.venue,
                "language": language(event.language).code,
                "contact_email": event.contact_email,
            }
        )
        self.doors_field.setEnabled(event.doors_at is not None)

    def changes(self, name: str, value: Any) -> dict[str, Any]:
        """The day moves both times; without doors there is no time for them."""
        if name not in {"day", "starts", "doors", "doors_known"}:
            return {name: value}
        day = _python_date(self.day_field.date())
        if name == "starts":
            return {"starts_at": datetime.combine(day, value)}
        doors = datetime.combine(day, _python_time(self.doors_field.time()))
        known = self.doors_box.isChecked()
        if name == "day":
            starts = datetime.combine(day, _python_time(self.starts_field.time()))
            return {"starts_at": starts, "doors_at": doors if known else None}
        return {"doors_at": doors if known else None}

    def _build(self) -> None:
        self.name_field = QLineEdit()
        self.day_field = QDateEdit()
        self.day_field.setCalendarPopup(True)
        self.day_field.setDisplayFormat(_DAY)
        self.starts_field = TimeField(19, 0)
        self.doors_field = TimeField(18, 0)
        self.doors_box = QCheckBox("The kiosk stays closed until the doors open")
        self.venue_field = QLineEdit()
        self.contact_field = QLineEdit()
        self.contact_field.setPlaceholderText("name@example.org")
        self.language_combo = QComboBox()
        for spoken in LANGUAGES:
            self.language_combo.addItem(spoken.name, spoken.code)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(Titled("Name", self.name_field), 0, 0, 1, 2)
        self._grid.addWidget(Titled("Day", self.day_field), 1, 0, 1, 2)
        self._grid.addWidget(Titled("Doors open", self.doors_field), 2, 0)
        self._grid.addWidget(Titled("First round", self.starts_field), 2, 1)
        self._grid.addWidget(self.doors_box, 3, 0, 1, 2)
        self._grid.addWidget(Titled("Venue", self.venue_field), 4, 0, 1, 2)
        contact = Titled("Contact address", self.contact_field, note="Printed where people can ask for their data")
        self._grid.addWidget(contact, 5, 0, 1, 2)
        self._grid.addWidget(Titled("Language", self.language_combo, note="The kiosk begins with it"), 6, 0, 1, 2)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.problem_label)

    def _bind(self) -> None:
        self.bind_line("name", self.name_field)
        self.bind("day", self.day_field, self._fill_day, lambda: _python_date(self.day_field.date()))
        self.bind("starts", self.starts_field, self._fill_starts, lambda: _python_time(self.starts_field.time()))
        self.bind("doors", self.doors_field, self._fill_doors, lambda: _python_time(self.doors_field.time()))
        self.bind_box("doors_known", self.doors_box)
        self.bind_line("venue", self.venue_field)
        self.bind_line("contact_email", self.contact_field)
        self.bind("language", self.language_combo, self._fill_language, self.language_combo.currentData)

    def _fill_language(self, code: str) -> None:
        self.language_combo.setCurrentIndex(self.language_combo.findData(code))

    def _fill_day(self, day: date) -> None:
        self.day_field.setDate(QDate(day.year, day.month, day.day))

    def _fill_starts(self, at: time) -> None:
        self.starts_field.setTime(QTime(at.hour, at.minute))

    def _fill_doors(self, at: time) -> None:
        self.doors_field.setTime(QTime(at.hour, at.minute))


def _python_date(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())


def _python_time(value: QTime) -> time:
    return time(value.hour(), value.minute())
