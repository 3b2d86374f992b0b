"""The fields of a change of many people; what is left alone stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from mixer_app.domain.bulk_edit import BulkEdit, NewStanding
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.bulk_edits import words_of
from mixer_app.ui.people.term_question import TermQuestion
from mixer_app.ui.widgets import label

_AS_IT_IS: Final = "Leave as it is"
_EMPTY: Final = "-"
"""Typed into a field, it takes the answer away."""

_ROLES: Final = {Role.MENTOR: "Mentor", Role.MENTEE: "Mentee", Role.BOTH: "Both"}
_STANDINGS: Final = {NewStanding.CANCELLED: "Cancel the registration", NewStanding.LEFT: "Has left"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to type into."""

    name: str
    title: str
    hint: str = _AS_IT_IS


_LINES: Final = (
    _Line("employer", "Employer"),
    _Line("title", "Job title"),
    _Line("field", "Field"),
    _Line("languages", "Languages", "Leave as they are"),
    _Line("add_topics", "Add topics", "None, or several with commas"),
    _Line("remove_topics", "Remove topics", "None"),
    _Line("add_needs", "Add needs", "None, or several with commas"),
    _Line("remove_needs", "Remove needs", "None"),
    _Line("introductions_limit", "Most introductions"),
    _Line("continuing_limit", "Most to go on with"),
    _Line("add_note", "Add to the staff note", "Nothing"),
)
_TEXTS: Final = ("employer", "title", "field")
_LISTS: Final = ("add_topics", "remove_topics", "add_needs", "remove_needs")
_KINDS: Final = {"add_topics": "topic", "add_needs": "need"}
_NUMBERS: Final = ("introductions_limit", "continuing_limit")


class BulkForm(QWidget):
    """Says what to change whenever it is touched."""

    changed = Signal()

    def __init__(self, people: Sequence[Attendee], event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = event
        self._words = words_of(event)
        self._new: set[str] = set()  # what the event does not know, and is meant nevertheless
        self.term_question = TermQuestion()
        self.role_box = _box("bulk_role_box", _ROLES)
        self.standing_box = _box("bulk_standing_box", _STANDINGS)
        self.edits = {line.name: _edit(line) for line in _LINES}
        self._complete(people)
        self._build()
        for box in (self.role_box, self.standing_box):
            box.currentIndexChanged.connect(self._touched)
        for edit in self.edits.values():
            edit.textChanged.connect(self._touched)
            edit.editingFinished.connect(self._ask)
        self.term_question.use_asked.connect(self._use)
        self.term_question.new_asked.connect(self._keep_new)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(32, 20, 32, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        fields: list[tuple[str, QWidget]] = [("Role", self.role_box), ("Status", self.standing_box)]
        fields += [(line.title, self.edits[line.name]) for line in _LINES]
        for place, (title, field) in enumerate(fields):
            row, column = divmod(place, 2)
            span = 2 if place == len(fields) - 1 and not column else 1
            name = label(title, "caption")
            name.setBuddy(field)
            name.setContentsMargins(0, 10 if row else 0, 0, 0)
            field.setAccessibleName(title)
            grid.addWidget(name, 2 * row, column, 1, span)
            grid.addWidget(field, 2 * row + 1, column, 1, span)
        note = label("A hyphen (-) in employer, job title, field or languages takes the answer away.", "muted_caption")
        note.setWordWrap(True)
        note.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(note, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def problem(self) -> str:
        """What cannot be done as it is typed, as a sentence; empty: nothing."""
        for line in _LINES:
            text = self.edits[line.name].text().strip()
            if line.name in _NUMBERS and text and not (text.isdecimal() and len(text) < 4):
                return f"“{line.title}” needs a whole number, such as 4."
        private = [need for need in self._named("add_needs") if self._event.is_sensitive(need)]
        if private:
            return f"“{private[0]}” is private: each person says it themselves."
        return f"“{strange[2]}” is new. Say first what it is." if (strange := self._strange()) else ""

    def edit(self) -> BulkEdit:
        """What to change; ask `problem` first."""
        values: dict[str, Any] = {name: self._named(name) for name in _LISTS}
        for name in _TEXTS:
            text = _plain(self.edits[name])
            values[name] = None if not text else "" if text == _EMPTY else text
        for name in _NUMBERS:
            text = _plain(self.edits[name])
            values[name] = int(text) if text else None
        languages = _plain(self.edits["languages"])
        spoken = () if languages == _EMPTY else _listed(self.edits["languages"])
        role, standing = self.role_box.currentData(), self.standing_box.currentData()
        return BulkEdit(
            role=Role(role) if role else None,  # Qt gives a plain text back
            standing=NewStanding(standing) if standing else None,
            languages=spoken if languages else None,
            add_note=_plain(self.edits["add_note"]),
            **values,
        )

    def _complete(self, people: Sequence[Attendee]) -> None:
        """Offer what there is: topics and needs of the event, employers and fields of the chosen."""
        needs = [need.name for need in self._event.needs if not need.sensitive]
        said = {
            "employer": sorted({one.employer for one in people if one.employer}),
            "field": sorted({one.field for one in people if one.field}),
            "add_topics": list(self._event.topics),
            "remove_topics": list(self._event.topics),
            "add_needs": needs,
            "remove_needs": needs,
        }
        for name, words in said.items():
            completer = QCompleter(words, self.edits[name])
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.edits[name].setCompleter(completer)

    def _named(self, field: str) -> tuple[str, ...]:
        """What is listed in a field; what the event knows, in its own spelling."""
        known = self._words.get(field)
        typed = _listed(self.edits[field])
        return tuple(dict.fromkeys((known.known_as(one) or one) if known else one for one in typed))

    def _strange(self) -> tuple[str, str, str, str] | None:
        """The first word that the event does not know: its field, kind, what was typed, and what may be meant."""
        for field, kind in _KINDS.items():
            for typed in _listed(self.edits[field]):
                words = self._words[field]
                if typed not in self._new and words.known_as(typed) is None:
                    return field, kind, typed, words.close_to(typed) or ""
        return None

    def _ask(self) -> None:
        """Not before the word is whole: half a word is always strange."""
        if (strange := self._strange()) is not None:
            self.term_question.ask(*strange[1:])
        else:
            self.term_question.hide()

    def _use(self, typed: str, meant: str) -> None:
        for field in _KINDS:
            listed = _listed(self.edits[field])
            if typed in listed:
                self.edits[field].setText(", ".join(meant if one == typed else one for one in listed))
        self._ask()

    def _keep_new(self, typed: str) -> None:
        self._new.add(typed)
        self._ask()
        self._touched()

    def _touched(self) -> None:
        if self.term_question.isVisible():
            self._ask()
        self.changed.emit()


def _box(name: str, answers: dict[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.addItem(_AS_IT_IS, None)
    for answer, words in answers.items():
        box.addItem(words, answer)
    return box


def _edit(line: _Line) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(f"bulk_{line.name}_edit")
    edit.setPlaceholderText(line.hint)
    return edit


def _plain(edit: QLineEdit) -> str:
    return " ".join(edit.text().split())


def _listed(edit: QLineEdit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in edit.text().split(",") if part.strip()))
