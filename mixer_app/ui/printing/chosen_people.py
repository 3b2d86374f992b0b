"""People chosen one by one: found by name, shown as chips that can be taken away."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.widgets.chips import Chip
from mixer_app.ui.widgets.flow_row import FlowRow


class ChosenPeople(QWidget):
    """A search line and the chips of those who were chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: dict[int, Attendee] = {}
        self.ids: set[int] = set()
        self.find_person = FindPerson()
        self.find_person.set_note("")
        self._chips = FlowRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.find_person)
        column.addWidget(self._chips)
        self.find_person.person_chosen.connect(self._add)
        self.hide()

    def set_people(self, people: Sequence[Attendee]) -> None:
        """Choose among these people."""
        self._people = {person.id: person for person in people}
        self.find_person.set_people(people)
        self.choose(self.ids)

    def choose(self, attendee_ids: Collection[int]) -> None:
        """Choose these people instead."""
        self.ids = {each for each in attendee_ids if each in self._people} if self._people else set(attendee_ids)
        self._fill()

    def _add(self, attendee_id: int) -> None:
        self.choose(self.ids | {attendee_id})
        self.changed.emit()

    def _remove(self, attendee_id: int) -> None:
        self.choose(self.ids - {attendee_id})
        self.changed.emit()

    def _fill(self) -> None:
        people = sorted((self._people[each] for each in self.ids if each in self._people), key=lambda p: p.name.full)
        chips = []
        for person in people:
            chip = Chip(person.name.full, tone="accent", removable=True)
            chip.removed.connect(partial(self._remove, person.id))
            chips.append(chip)
        self._chips.show_widgets(chips)
