"""The form in which a registration is typed or changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mixer_app.domain.events import Event
from mixer_app.domain.names import name_from_text
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.ui.widgets import Segment, SegmentedControl, label
from mixer_app.ui.widgets.line_field import LineField

_ROLES: Final = (
    Segment(Role.MENTOR, "Mentor", role="mentor"),
    Segment(Role.MENTEE, "Mentee", role="mentee"),
    Segment(Role.BOTH, "Both", role="both"),
)
_COLLEAGUES: Final[dict[bool | None, str]] = {
    None: "As the event has it",
    True: "Fine, but others first",
    False: "Not with colleagues",
}
_NEW: Final = Registration(name=PersonName(full="new"), role=Role.MENTEE)


class PersonForm(QWidget):
    """Fields for what someone said; what has no field here is kept as it was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Registration = _NEW
        self._event: Event | None = None
        self._needs_wanted: dict[str, QCheckBox] = {}
        self._needs_offered: dict[str, QCheckBox] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.given_edit = _field("given_edit")
        self.family_edit = _field("family_edit")
        self.native_edit = _field("native_edit")
        self.role_control = SegmentedControl(_ROLES, name="Role")
        self.role_control.setObjectName("role_control")
        self.title_edit = _field("title_edit")
        self.employer_edit = _field("employer_edit")
        self.email_edit = _field("email_edit")
        self.phone_edit = _field("phone_edit")
        self.field_edit = _field("field_edit")
        self.years_edit = _field("years_edit")
        self.languages_edit = _field("languages_edit", "English, French")
        self.topics_wanted_edit = _field("topics_wanted_edit", "First choice first, with commas")
        self.topics_offered_edit = _field("topics_offered_edit", "With commas")
        self.goal_edit = QPlainTextEdit()
        self.goal_edit.setObjectName("goal_edit")
        self.goal_edit.setTabChangesFocus(True)
        self.goal_edit.setFixedHeight(72)
        self.note_edit = _field("note_edit")
        self.colleagues_box = QComboBox()
        self.colleagues_box.setObjectName("colleagues_box")
        for answer, words in _COLLEAGUES.items():
            self.colleagues_box.addItem(words, answer)
        self._wanted_box, self._wanted_column = _group("Needs")
        self._offered_box, self._offered_column = _group("Has been through")
        self._assemble()

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        self._topics_wanted_cell = _titled("Topics", self.topics_wanted_edit)
        self._topics_offered_cell = _titled("Can talk about", self.topics_offered_edit)
        wide = (
            _titled("Role", self.role_control),
            _titled("Job title", self.title_edit),
            _titled("Employer", self.employer_edit),
            _titled("Email", self.email_edit),
        )
        lower = (
            _titled("Languages", self.languages_edit),
            self._wanted_box,
            self._topics_wanted_cell,
            self._offered_box,
            self._topics_offered_cell,
            _titled("Goal for the evening", self.goal_edit),
            _titled("Name in own script", self.native_edit),
            _titled("People of the same employer", self.colleagues_box),
            _titled("Note for staff", self.note_edit),
        )
        pairs = ((self.phone_edit, "Phone"), (self.field_edit, "Field"), (self.years_edit, "Years of experience"))
        grid.addWidget(_titled("Given name", self.given_edit), 0, 0)
        grid.addWidget(_titled("Family name", self.family_edit), 0, 1)
        for cell in wide:
            grid.addWidget(cell, grid.rowCount(), 0, 1, 2)
        row = grid.rowCount()
        grid.addWidget(_titled(pairs[0][1], pairs[0][0]), row, 0, 1, 2)
        grid.addWidget(_titled(pairs[1][1], pairs[1][0]), row + 1, 0)
        grid.addWidget(_titled(pairs[2][1], pairs[2][0]), row + 1, 1)
        for cell in lower:
            grid.addWidget(cell, grid.rowCount(), 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for edit in self.findChildren(QLineEdit):
            edit.textEdited.connect(self.changed)
        self.goal_edit.textChanged.connect(self.changed)
        self.role_control.chosen.connect(self._role_chosen)
        self.colleagues_box.activated.connect(self.changed)

    def show_registration(self, registration: Registration | None, event: Event) -> None:
        """Fill the form; None begins a new person."""
        self._before = registration or _NEW
        self._event = event
        shown = self._before
        name = shown.name if registration else PersonName(full=" ")
        split = bool(name.given or name.family)
        self.given_edit.setText(name.given if split else name.full.strip())
        self.family_edit.setText(name.family)
        self.native_edit.setText(name.native)
        self.role_control.set_key(shown.role or Role.MENTEE)
        for edit, text in (
            (self.title_edit, shown.title),
            (self.employer_edit, shown.employer),
            (self.email_edit, shown.email),
            (self.phone_edit, shown.phone),
            (self.field_edit, shown.field),
            (self.years_edit, f"{shown.experience_years:g}" if shown.experience_years is not None else ""),
            (self.languages_edit, ", ".join(shown.languages)),
            (self.topics_wanted_edit, ", ".join(shown.topics_wanted)),
            (self.topics_offered_edit, ", ".join(shown.topics_offered)),
            (self.note_edit, shown.staff_note),
        ):
            edit.setText(text)
        self.goal_edit.setPlainText(shown.goal)
        self.colleagues_box.setCurrentIndex(list(_COLLEAGUES).index(shown.colleagues_ok))
        self._needs_wanted = self._show_needs(self._wanted_column, "Needs", event, shown.needs_wanted)
        self._needs_offered = self._show_needs(self._offered_column, "Has been through", event, shown.needs_offered)
        self._show_role_parts()

    def problem(self) -> tuple[str, QWidget] | None:
        """What cannot be saved, as a sentence, and the field it is about."""
        if not (self.given_edit.text().strip() or self.family_edit.text().strip()):
            return "A person needs a name.", self.given_edit
        email = self.email_edit.text().strip()
        if email and ("@" not in email.strip("@") or " " in email):
            return "This is not an email address. Correct it, or leave it empty.", self.email_edit
        if self._years() is None and self.years_edit.text().strip():
            return "Years of experience need one number, such as 12.", self.years_edit
        return None

    def registration(self) -> Registration:
        """What the form says; ask `problem` first."""
        return replace(
            self._before,
            name=self._name(),
            role=Role(self.role_control.key),
            title=_plain(self.title_edit),
            employer=_plain(self.employer_edit),
            email=_plain(self.email_edit),
            phone=_plain(self.phone_edit),
            field=_plain(self.field_edit),
            experience_years=self._years(),
            languages=_listed(self.languages_edit, self._before.languages),
            needs_wanted=self._needs(self._needs_wanted, self._before.needs_wanted),
            needs_offered=self._needs(self._needs_offered, self._before.needs_offered),
            topics_wanted=_listed(self.topics_wanted_edit, self._before.topics_wanted),
            topics_offered=_listed(self.topics_offered_edit, self._before.topics_offered),
            goal=self.goal_edit.toPlainText().strip(),
            staff_note=_plain(self.note_edit),
            colleagues_ok=self.colleagues_box.currentData(),
        )

    def _name(self) -> PersonName:
        given, family = _plain(self.given_edit), _plain(self.family_edit)
        before = self._before.name
        native = _plain(self.native_edit)
        if (given, family) == (before.given, before.family) and (given or family):
            return replace(before, native=native)
        if not family or not given:
            return replace(name_from_text(given or family), native=native)
        return PersonName(full=f"{given} {family}", given=given, family=family, native=native)

    def _years(self) -> float | None:
        try:
            return float(self.years_edit.text().strip().replace(",", "."))
        except ValueError:
            return None

    def _show_needs(self, column: QVBoxLayout, title: str, event: Event, said: Sequence[str]) -> dict[str, QCheckBox]:
        while column.count() > 1 and (item := column.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = [need.name for need in event.needs if not need.sensitive]
        names += [need for need in said if need not in names and not event.is_sensitive(need)]
        boxes = {name: QCheckBox(name) for name in names}
        for name, box in boxes.items():
            box.setChecked(name in said)
            box.setAccessibleName(f"{title}: {name}")
            box.toggled.connect(self.changed)
            column.addWidget(box)
        if private := sum(event.is_sensitive(need) for need in said):
            column.addWidget(label(f"{private} private, kept as it is", "muted_caption"))
        return boxes

    def _needs(self, boxes: dict[str, QCheckBox], said: Sequence[str]) -> tuple[str, ...]:
        ticked = {name for name, box in boxes.items() if box.isChecked()}
        kept = [need for need in said if need in ticked or need not in boxes]
        return (*kept, *(name for name in boxes if name in ticked and name not in kept))

    def _role_chosen(self) -> None:
        self._show_role_parts()
        self.changed.emit()

    def _show_role_parts(self) -> None:
        role = Role(self.role_control.key)
        self._wanted_box.setVisible(role.seeks)
        self._topics_wanted_cell.setVisible(role.seeks)
        self._offered_box.setVisible(role.hosts)
        self._topics_offered_cell.setVisible(role.hosts)


def _field(name: str, placeholder: str = "") -> QLineEdit:
    edit = LineField()
    edit.setObjectName(name)
    edit.setPlaceholderText(placeholder)
    return edit


def _titled(title: str, field: QWidget) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    name = label(title, "caption")
    name.setBuddy(field)
    field.setAccessibleName(title)
    column.addWidget(name)
    column.addWidget(field)
    return cell


def _group(title: str) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(label(title, "caption"))
    return box, column


def _plain(edit: QLineEdit) -> str:
    return " ".join(edit.text().split())


def _listed(edit: QLineEdit, before: tuple[str, ...]) -> tuple[str, ...]:
    if edit.text() == ", ".join(before):
        return before  # an answer may hold commas itself
    return tuple(dict.fromkeys(" ".join(part.split()) for part in edit.text().split(",") if part.strip()))
