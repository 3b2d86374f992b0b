"""The sheet in which an event is made: what it is called, when it is, and how its rounds go."""

from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mixer_app.domain.brand import Brand
from mixer_app.domain.events import EventPlanning
from mixer_app.ui.background import Background
from mixer_app.ui.badges.colour_field import ColourField
from mixer_app.ui.badges.logo_field import LogoField
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import (
    PRIMARY,
    Button,
    IconButton,
    NumberField,
    Segment,
    SegmentedControl,
    Sheet,
    TimeField,
    label,
    line,
    restyle,
)

ONE_TO_ONE: Final = "one"
GROUPS: Final = "groups"


class NewEventSheet(Sheet):
    """`event_wanted` carries an `EventPlanning` whose fields have been looked at, and the event's `Brand`."""

    event_wanted = Signal(object, object)

    def __init__(self, window: QWidget, today: date, background: Background) -> None:
        super().__init__(window, name="New event", width=640, height=700)
        self.logo_field = LogoField(background)
        self.colour_field = ColourField()
        self._build(today)
        self._connect()
        self._show_schedule()

    def planning(self) -> EventPlanning:
        """What the fields say now."""
        chosen = self.date_field.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        starts_at = datetime.combine(day, _python_time(self.starts_field.time()))
        doors = datetime.combine(day, _python_time(self.doors_field.time()))
        return EventPlanning(
            name=" ".join(self.name_field.text().split()),
            starts_at=starts_at,
            doors_at=doors if doors < starts_at else None,
            rounds=self.rounds_field.value(),
            minutes=self.minutes_field.value(),
            break_minutes=self.break_field.value(),
            seats=self.seats_field.value() if self.seating.key == GROUPS else 1,
            venue=" ".join(self.venue_field.text().split()),
        )

    def show_problem(self, sentence: str) -> None:
        """Tell what is not possible, at the foot of the sheet."""
        self.note_label.setText(sentence)
        restyle(self.note_label, tone="bad")

    def _build(self, today: date) -> None:
        self.name_field = QLineEdit()
        self.name_field.setPlaceholderText("Physician Leaders Mixer")
        self.date_field = QDateEdit(QDate(today.year, today.month, today.day).addDays(14))
        self.date_field.setCalendarPopup(True)
        self.date_field.setDisplayFormat("ddd d MMM yyyy")
        self.doors_field = TimeField(18, 0)
        self.starts_field = TimeField(19, 0)
        self.venue_field = QLineEdit()
        self.venue_field.setPlaceholderText("Optional")
        self.rounds_field = NumberField(5, least=1, most=30)
        self.minutes_field = NumberField(10, least=1, most=120, suffix=" min")
        self.break_field = NumberField(2, least=0, most=60, suffix=" min")
        self.seating = SegmentedControl(
            [Segment(ONE_TO_ONE, "One mentee"), Segment(GROUPS, "A group")], name="At a table with each mentor"
        )
        self.seats_field = NumberField(2, least=2, most=12, suffix=" mentees")
        self.seats_field.setAccessibleName("Mentees at a table")
        self.seats_field.setEnabled(False)
        self.note_label = label("", "muted_caption", wrap=True)
        self.cancel_button = Button("Cancel")
        self.make_button = Button("Make the event", kind=PRIMARY)
        self.close_button = IconButton("x", "Close", key="Esc")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line())
        column.addWidget(self._scrolled(self._fields()), 1)
        column.addWidget(line())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("New event", "title"))
        words.addWidget(label("People, needs and topics come next", "muted_caption"))
        row = QHBoxLayout()
        row.setContentsMargins(32, 14, 24, 14)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)
        return row

    def _fields(self) -> QGridLayout:
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(32, 20, 32, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        fields: tuple[tuple[str, QWidget, int, int], ...] = (
            ("Name", self.name_field, 6, 6),
            ("Date", self.date_field, 2, 6),
            ("Doors open", self.doors_field, 2, 3),
            ("First round", self.starts_field, 2, 3),
            ("Rounds", self.rounds_field, 2, 3),
            ("Length of a round", self.minutes_field, 2, 3),
            ("To change tables", self.break_field, 2, 6),
            ("With each mentor", self.seating, 4, 6),
            ("Mentees at a table", self.seats_field, 2, 6),
            ("Venue", self.venue_field, 6, 6),
            ("Logo", self.logo_field, 3, 6),
            ("Colour", self.colour_field, 3, 6),
        )
        self._cells = [(_buddy(words, field), field, wide, narrow) for words, field, wide, narrow in fields]
        self._place_fields(narrow=False)
        return grid

    def _place_fields(self, *, narrow: bool) -> None:
        """Three in a row, or two where the text is large for the window; six columns make a row."""
        row = column = 0
        for title, field, wide_span, narrow_span in self._cells:
            span = narrow_span if narrow else wide_span
            if column + span > 6:
                row, column = row + 1, 0
            self._grid.addWidget(title, 3 * row, column, 1, span)
            self._grid.addWidget(field, 3 * row + 1, column, 1, span)
            self._grid.setRowMinimumHeight(3 * row + 2, 12)
            column += span
        for last in range(40):
            self._grid.setRowStretch(last, last == 3 * row + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fields(narrow=self.panel.maximumWidth() < current().px(560))

    def _scrolled(self, fields: QGridLayout) -> QScrollArea:
        """Large text in a small window: the fields scroll, head and foot stay."""
        content = QWidget()
        content.setProperty("look", "scrolled")
        content.setLayout(fields)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(32, 16, 32, 16)
        row.setSpacing(8)
        row.addWidget(self.note_label, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.make_button)
        return row

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.cancel_button.clicked.connect(self.close_sheet)
        self.make_button.clicked.connect(self._check)
        self.name_field.returnPressed.connect(self._check)
        self.venue_field.returnPressed.connect(self._check)
        self.seating.chosen.connect(self._choose_seating)
        for field in (self.rounds_field, self.minutes_field, self.break_field, self.seats_field):
            field.valueChanged.connect(self._show_schedule)
        for clock in (self.starts_field, self.doors_field):
            clock.timeChanged.connect(self._show_schedule)
        self.name_field.textChanged.connect(self._show_schedule)

    def _choose_seating(self, key: str) -> None:
        self.seats_field.setEnabled(key == GROUPS)
        self._show_schedule()

    def _show_schedule(self) -> None:
        """The evening in one sentence, so that a wrong number is seen before it is saved."""
        planned = self.planning()
        step = timedelta(minutes=planned.minutes + planned.break_minutes)
        ends_at = planned.starts_at + planned.rounds * step - timedelta(minutes=planned.break_minutes)
        self.note_label.setText(
            f"{planned.rounds} {'round' if planned.rounds == 1 else 'rounds'}, "
            f"{planned.starts_at:%H:%M} to {ends_at:%H:%M}. A mentor meets {planned.rounds * planned.seats} at most."
        )
        restyle(self.note_label, tone="")
        restyle(self.name_field, tone="")

    def _check(self) -> None:
        planned = self.planning()
        if not planned.name:
            self.show_problem("Give the event a name.")
            restyle(self.name_field, tone="bad")
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.doors_field.time() > self.starts_field.time():
            self.show_problem("The doors open after the first round begins. Make them earlier.")
            self.doors_field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.colour_field.doubt:
            self.show_problem(self.colour_field.doubt)
            self.colour_field.code_field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.event_wanted.emit(planned, Brand(accent=self.colour_field.colour, logo=self.logo_field.logo))


def _buddy(words: str, field: QWidget) -> QLabel:
    made = label(words, "muted_caption")
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    return made


def _python_time(value: QTime) -> time:
    return time(value.hour(), value.minute())
