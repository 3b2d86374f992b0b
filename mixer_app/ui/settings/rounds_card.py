"""How many rounds, how long, how many at a table, and what that means for a plan that exists."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.services.event_sheet import plan_words, schedule_words
from mixer_app.ui.settings.form_card import FormCard
from mixer_app.ui.widgets import Button, IconLabel, NumberField, label
from mixer_app.ui.widgets.titled import Titled


class RoundsCard(FormCard):
    """`plan_asked` leads to where one plans again."""

    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Rounds", parent=parent)
        self._build()
        for name in ("rounds", "minutes", "break_minutes", "seats"):
            self.bind_number(name, getattr(self, f"{name}_field"))
        self.plan_button.clicked.connect(self.plan_asked)

    def show_event(self, event: Event, planned_rounds: int | None) -> None:
        """Show the schedule as it is stored, and how it stands to the plan of so many rounds, if there is one."""
        self.show_values({name: getattr(event, name) for name in self.fields})
        self.schedule_label.setText(schedule_words(event))
        words, act = plan_words(event, planned_rounds)
        self.plan_label.setText(words)
        self._plan_icon.set_icon("warning" if act else "info", "warn" if act else "text_muted")
        self.plan_label.setVisible(bool(words))
        self._plan_icon.setVisible(bool(words))
        self.plan_button.setVisible(act)

    def _build(self) -> None:
        self.rounds_field = NumberField(5, least=1, most=100)
        self.minutes_field = NumberField(10, least=1, most=600, suffix=" min")
        self.break_minutes_field = NumberField(2, least=0, most=600, suffix=" min")
        self.seats_field = NumberField(1, least=1, most=100)
        self.schedule_label = label("", "muted_caption", wrap=True)
        self._plan_icon = IconLabel("info")
        self.plan_label = label("", "body", wrap=True)
        self.plan_button = Button("Go to the plan", small=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        for number, (title, field) in enumerate(
            (
                ("Rounds", self.rounds_field),
                ("Length of a round", self.minutes_field),
                ("To change tables", self.break_minutes_field),
                ("Mentees at a table", self.seats_field),
            )
        ):
            grid.addWidget(Titled(title, field), number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._plan_icon)
        row.addWidget(self.plan_label, 1)
        row.addWidget(self.plan_button)
        self.body.addLayout(grid)
        self.body.addWidget(self.schedule_label)
        self.body.addLayout(row)
        self.body.addWidget(self.problem_label)
