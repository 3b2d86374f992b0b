"""The sheet in which doubles stand side by side, field by field, and become one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.events import Event
from mixer_app.domain.merging import ALL, MergeField
from mixer_app.domain.people import Attendee
from mixer_app.services.merging import MergeLook
from mixer_app.ui.people.merge_words import value_words
from mixer_app.ui.people.rows import ROLE_WORDS, PersonRow, work_words
from mixer_app.ui.widgets import Sheet, label, line
from mixer_app.ui.widgets.sheet_parts import SheetFoot, SheetHead, scrolled

_AGAIN = "The plan counts on more than one of them: plan again afterwards."


class MergeSheet(Sheet):
    """A sensible choice is made already; `merge_chosen` carries the places that were chosen, by field."""

    merge_chosen = Signal(object)  # dict of places by name of field

    def __init__(self, window: QWidget, *, look: MergeLook, event: Event) -> None:
        super().__init__(window, name="Compare and merge", width=960, height=760)
        self._look, self._event = look, event
        self.groups: dict[str, QButtonGroup] = {}
        self._build()
        self.foot.act_button.clicked.connect(self.act)

    def _build(self) -> None:
        same = "What is the same, and what only one of them has, is kept as it is."
        self.head = SheetHead("Compare and merge", f"Choose what to keep where they differ. {same}")
        self.foot = SheetFoot(f"Merge {len(self._look.people)} into one")
        self.foot.act_button.setEnabled(True)
        again = [_AGAIN] if self._look.plan_again else []
        self.foot.effect_label.setText(" ".join((*self._look.notes, *again)))
        self.place(
            self.head, scrolled(self._table()), self.foot, ends=(self.head.close_button, self.foot.cancel_button)
        )

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(32, 16, 32, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        people = self._look.people
        for place, person in enumerate(people):
            grid.addWidget(_person_head(person, kept=place == 0, event=self._event), 0, place + 1)
            grid.setColumnStretch(place + 1, 1)
        if any(field.together is not None for field in self._look.fields):
            grid.addWidget(label("All of them", "body_strong"), 0, len(people) + 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(len(people) + 1, 1)
        for field in self._look.fields:
            row = grid.rowCount()
            grid.addWidget(line(), row, 0, 1, len(people) + 2)
            self._add_field(grid, row + 1, field)
        if not self._look.fields:
            grid.addWidget(label("They say the same in every field.", "muted"), 1, 1, 1, len(people))
        grid.setRowStretch(grid.rowCount(), 1)
        return table

    def _add_field(self, grid: QGridLayout, row: int, field: MergeField) -> None:
        grid.addWidget(label(field.title, "caption", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        group = self.groups[field.name] = QButtonGroup(self)
        places = [*range(len(field.values)), *([ALL] if field.together is not None else [])]
        for column, place in enumerate(places, 1):
            value = field.together if place == ALL else field.values[place]
            whose = "All of them" if place == ALL else f"{self._look.people[place].name.shown}, person {place + 1}"
            cell = _Choice(value_words(field, value, self._event), f"{field.title}, {whose}")
            cell.button.setObjectName(f"merge_{field.name}_{place}")
            cell.button.setChecked(place == field.chosen)
            group.addButton(cell.button, place if place != ALL else len(field.values))
            grid.addWidget(cell, row, column)

    def first_choice(self) -> QWidget:
        """Where the cursor begins."""
        for group in self.groups.values():
            if (button := group.checkedButton()) is not None:
                return button
        return self.foot.act_button

    def choices(self) -> dict[str, int]:
        """The place of the value to keep, by name of field."""
        made: dict[str, int] = {}
        for field in self._look.fields:
            place = self.groups[field.name].checkedId()
            made[field.name] = ALL if place == len(field.values) else place
        return made

    def act(self) -> None:
        """Merge them as it is chosen."""
        self.merge_chosen.emit(self.choices())
        self.close_sheet()


class _Choice(QWidget):
    """A radio button whose words run over as many lines as they need."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{name}: {words}")
        self.words_label = label(words, "body", wrap=True)
        self.words_label.setBuddy(self.button)
        self.words_label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(4)
        row.addWidget(self.button, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words_label, 0, 1)
        row.setColumnStretch(1, 1)

    def mousePressEvent(self, event: object) -> None:
        self.button.click()
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)


def _person_head(person: Attendee, *, kept: bool, event: Event) -> QWidget:
    """Who stands in a column."""
    here = person.event_id == event.id
    standing = PersonRow(person, at_event=here).standing if here else "From another event"
    facts = [ROLE_WORDS[person.role], str(standing), f"Badge {spaced(person.code)}" if here else ""]
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(2)
    column.addWidget(label(person.name.shown, "body_strong", wrap=True))
    column.addWidget(label(", ".join(fact for fact in facts if fact), "muted_caption", wrap=True))
    column.addWidget(label(work_words(person) or "No employer", "muted_caption", wrap=True))
    column.addWidget(label("Is kept" if kept else "Goes into the first", "caption"))
    column.addStretch(1)
    return head
