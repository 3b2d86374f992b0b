"""The walk-in form: three answers, and a guard against adding someone twice."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.domain.names import name_from_text
from mixer_app.domain.people import Attendee, Registration
from mixer_app.domain.roles import Role
from mixer_app.ui.desk.double_note import DoubleNote
from mixer_app.ui.desk.walk_in_kept import KeptWalkIns
from mixer_app.ui.desk.walk_in_rows import WalkInRows
from mixer_app.ui.widgets import QUIET, Button, Card, ElidedLabel, Segment, SegmentedControl, label
from mixer_app.ui.widgets.laid_out_once import laid_out_once
from mixer_app.ui.widgets.line_field import LineField

HINT: Final = "While you type, people who may be the same are shown here"

SETTLE_MS: Final = 150
"""So long after the last key a person who may be the same is looked for."""

ROLE_SEGMENTS: Final = (
    Segment(Role.MENTOR, "Mentor", role="mentor"),
    Segment(Role.MENTEE, "Mentee", role="mentee"),
    Segment(Role.BOTH, "Both", role="both"),
)


class WalkInForm(Card):
    """Name, employer and role of someone who did not register."""

    typed = Signal(object)  # Registration, to look for doubles
    add_asked = Signal(object)  # Registration
    person_opened = Signal(int)  # attendee
    left = Signal()
    spoke = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._double: Attendee | None = None
        self._looked: Registration | None = None  # for whom doubles were looked for
        self._adds = False  # as soon as it is known that there is no double
        self._folded = False
        self._waits = ""  # why nobody can be added now
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("walk_in_form")
        self.setAccessibleName("Walk-in")
        self.name_edit = LineField()
        self.name_edit.setObjectName("walk_in_name_edit")
        self.name_edit.setPlaceholderText("Given and family name")
        self.employer_edit = LineField()
        self.employer_edit.setObjectName("walk_in_employer_edit")
        self.employer_edit.setPlaceholderText("Optional")
        self.role_control = SegmentedControl(ROLE_SEGMENTS, name="Role", stacks=True)
        self.role_control.setObjectName("walk_in_role_control")
        self.role_control.set_key(Role.MENTEE)
        self.hint_label = label(HINT, "muted_caption", wrap=True)
        self.double_note = DoubleNote()
        self.kept_button = KeptWalkIns()
        self.clear_button = Button("Clear", kind=QUIET)
        self.clear_button.setObjectName("walk_in_clear_button")
        self.add_button = Button("Add and check in", icon_name="user-plus")
        self.add_button.setObjectName("walk_in_add_button")
        self._assemble()
        self._show_double(None)

    def _assemble(self) -> None:
        self._later_label = ElidedLabel("Needs and topics can be added later", "muted_caption")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("Walk-in", "body_strong"))
        head.addWidget(label("F2", "muted_caption"))
        head.addStretch(1)
        head.addWidget(self._later_label)
        told = QWidget()
        told_column = QVBoxLayout(told)
        told_column.setContentsMargins(0, 0, 0, 0)
        told_column.addWidget(self.hint_label, 1)
        told_column.addWidget(self.double_note)
        self._rows = WalkInRows(
            (self.name_edit, self.employer_edit), self.role_control, told, (self.clear_button, self.add_button)
        )
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addWidget(self.kept_button, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self._rows)

    def _connect(self) -> None:
        for field in (self.name_edit, self.employer_edit):
            field.textChanged.connect(self._text_changed)
        self._settled.timeout.connect(self._look_for_doubles)
        self.kept_button.asked_back.connect(self._go_back_to)
        self.clear_button.clicked.connect(self._clear_clicked)
        self.add_button.clicked.connect(self._add)
        self.double_note.opened.connect(self.person_opened)

    # Called from the page

    def begin(self, name: str) -> None:
        """Put the cursor into the form; `name` becomes the name, and whoever else was begun is kept."""
        if name and name.casefold() != self.name_edit.text().strip().casefold():
            self._set_aside()
            if (begun := self.kept_button.take(name)) is not None:
                self._show_begun(begun)
            else:
                self.name_edit.setText(name)
        self._rows.show()
        target = self.employer_edit if name else self.name_edit
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fold(self, small: bool) -> None:  # a state
        """In a low window only the title line stays until the form is used."""
        self._folded = small
        self._show_form()

    def show_doubles(self, registration: Registration, doubles: list[Attendee]) -> None:
        """Warn of people who may be the same, if the form still says what was looked for."""
        if not _same(registration, self._registration()):
            return
        self._looked = registration
        adds, self._adds = self._adds, False
        self._show_double(doubles[0] if doubles else None)
        if adds and self._double is None:
            self.add_asked.emit(self._registration())

    def set_waiting(self, reason: str) -> None:
        """Add nobody for now, for this reason; what is typed stays. Empty: add again."""
        self._waits = reason
        self.add_button.setToolTip(reason)
        self.hint_label.setText(reason or HINT)
        self._show_double(self._double)

    def forget(self) -> None:
        """Empty the form, and let go of whoever was begun: they came to another event."""
        self.clear()
        self.kept_button.forget()

    def clear(self) -> None:
        """Empty the form."""
        self.name_edit.clear()
        self.employer_edit.clear()
        self.role_control.set_key(Role.MENTEE)
        self._looked, self._adds = None, False
        self._show_double(None)
        self._show_form()

    def take_back(self, registration: Registration) -> bool:
        """Show again what could not be saved; False if the next walk-in is being typed already."""
        if self.in_use:
            return False
        self._show_begun(registration)
        return True

    @property
    def in_use(self) -> bool:
        """Whether something is typed in."""
        return bool(self.name_edit.text() or self.employer_edit.text())

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
            else:
                self._add()
        else:
            super().keyPressEvent(event)

    def _text_changed(self) -> None:
        self._adds = False
        self.add_button.setEnabled(self._may_add())
        self._settled.start()

    def _look_for_doubles(self) -> None:
        if self.name_edit.text().strip():
            self.typed.emit(self._registration())
        else:
            self._show_double(None)

    def _add(self) -> None:
        """Add this person; however quick the hands are, not before somebody looked for a double."""
        registration = self._registration()
        if self._waits:
            self.spoke.emit(self._waits)
        elif not self.name_edit.text().strip():
            self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._looked is not None and _same(self._looked, registration):
            self.add_asked.emit(registration)
        else:
            self._adds = True
            self.typed.emit(registration)

    def _may_add(self) -> bool:
        return bool(self.name_edit.text().strip()) and not self._waits

    def _show_form(self) -> None:
        self._rows.setVisible(not self._folded or self.in_use or self._has_cursor())

    def _has_cursor(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _set_aside(self) -> None:
        """Keep what is typed in, and empty the form for somebody else."""
        if not self.in_use:
            return
        begun = self._registration()
        self.kept_button.keep(begun)
        self.clear()
        self.spoke.emit(f"{begun.name.full or 'The walk-in before'} is kept")

    def _go_back_to(self, begun: Registration) -> None:
        self._set_aside()
        self._show_begun(begun)
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_begun(self, begun: Registration) -> None:
        self.name_edit.setText(begun.name.full)
        self.employer_edit.setText(begun.employer)
        self.role_control.set_key(begun.role or Role.MENTEE)
        self._show_form()

    def _clear_clicked(self) -> None:
        self.clear()
        self._leave()

    def _leave(self) -> None:
        self.left.emit()  # first: what is hidden with the cursor in it has Qt look for the next in the window
        self._show_form()

    def _show_double(self, double: Attendee | None) -> None:
        self._double = double
        with laid_out_once(self._rows):
            self.hint_label.setVisible(double is None or bool(self._waits))
            self.double_note.setVisible(double is not None)
            self.add_button.setText("Add as someone new" if double else "Add and check in")
            self.add_button.setEnabled(self._may_add())
            if double is not None and (told := self.double_note.show_double(double)):
                self.spoke.emit(told)
            self._rows.fit()

    def _registration(self) -> Registration:
        return Registration(
            name=name_from_text(self.name_edit.text()),
            employer=" ".join(self.employer_edit.text().split()),
            role=Role(self.role_control.key),
        )


def _same(looked: Registration, now: Registration) -> bool:
    """Whether the doubles of one are those of the other: the role makes no difference."""
    return (looked.name, looked.employer) == (now.name, now.employer)
