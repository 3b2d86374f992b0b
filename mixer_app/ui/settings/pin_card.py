"""The PINs of organizer and helpers: set, changed and removed here, and never shown."""

from collections.abc import Set
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.staff_pin import FEWEST_DIGITS
from mixer_app.ui.widgets import QUIET, Button, Card, Segment, SegmentedControl, StatusMark, label
from mixer_app.ui.widgets.titled import Titled

_NOTE: Final = (
    "With a PIN every window opens for helpers: they check people in, print badges and look people up. Plan, "
    "follow-up, settings, import and export ask for the organizer’s. Either PIN leaves a kiosk. They hold for every "
    f"event in this database, and have at least {FEWEST_DIGITS} digits."
)
_STATES: Final = {
    (StaffRole.ORGANIZER, True): ("lock-simple", "A PIN is set", "good"),
    (StaffRole.ORGANIZER, False): ("warning", "No PIN yet: everything is open, and nobody could leave a kiosk", "warn"),
    (StaffRole.HELPER, True): ("lock-simple", "A PIN is set: it leaves a kiosk and opens nothing else", "good"),
    (StaffRole.HELPER, False): (
        "circle-dashed",
        "None of their own: only the organizer leaves a kiosk",
        "text_muted",
    ),
}
_NOT_YET: Final = ("circle-dashed", "Set the organizer’s PIN first", "text_muted")


class PinCard(Card):
    """`pin_wanted` carries whose PIN, the organizer's present one (empty where there is none) and the new one."""

    pin_wanted = Signal(object, str, str)  # StaffRole
    removal_wanted = Signal(object, str)  # StaffRole, the organizer's PIN

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Staff PINs", parent=parent)
        self._known: Set[StaffRole] = frozenset()
        self._build()
        self.role_control.chosen.connect(self._choose)
        self.set_button.clicked.connect(self._check)
        self.remove_button.clicked.connect(self._check_removal)
        for edit in self._edits:
            edit.returnPressed.connect(self._check)
            edit.textEdited.connect(self._clear_problem)
        self.show_known(frozenset())

    @property
    def role(self) -> StaffRole:
        """Whose PIN is set."""
        return StaffRole(self.role_control.key)

    def show_known(self, known: Set[StaffRole]) -> None:
        """Say who has a PIN."""
        self._known, role = known, self.role
        has_one, possible = role in known, role is StaffRole.ORGANIZER or StaffRole.ORGANIZER in known
        self.state_mark.set_state(*(_STATES[role, has_one] if possible else _NOT_YET))
        self.old_part.setVisible(StaffRole.ORGANIZER in known)
        self._new_parts.setVisible(possible)
        self.set_button.setVisible(possible)
        self.set_button.setText("Change the PIN" if has_one else "Set the PIN")
        self.remove_button.setVisible(has_one)
        self.remove_button.setText(
            "Remove both PINs" if role is StaffRole.ORGANIZER and StaffRole.HELPER in known else "Remove the PIN"
        )

    def show_done(self) -> None:
        """It was done: nothing that was typed stays in the window."""
        for edit in self._edits:
            edit.clear()
        self._clear_problem()

    def show_problem(self, sentence: str) -> None:
        """Say what was refused."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _build(self) -> None:
        self.role_control = SegmentedControl(
            (Segment(StaffRole.ORGANIZER, "Organizer"), Segment(StaffRole.HELPER, "Helpers")), name="Whose PIN"
        )
        self.state_mark = StatusMark()
        self.old_edit, self.new_edit, self.again_edit = (_pin_edit() for _ in range(3))
        self._edits = (self.old_edit, self.new_edit, self.again_edit)
        self.old_part = Titled("Organizer’s PIN as it is now", self.old_edit)
        self.set_button = Button("Set the PIN")
        self.remove_button = Button("Remove the PIN", kind=QUIET)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self._new_parts = QWidget()
        row = QHBoxLayout(self._new_parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Titled("New PIN", self.new_edit), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Titled("New PIN again", self.again_edit), 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.set_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        self.body.setSpacing(16)
        self.body.addWidget(label(_NOTE, "muted_caption", wrap=True))
        self.body.addWidget(self.role_control, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.state_mark)
        self.body.addWidget(self.old_part)
        self.body.addWidget(self._new_parts)
        self.body.addWidget(self.problem_label)
        self.body.addLayout(foot)

    def _choose(self) -> None:
        self.show_done()
        self.show_known(self._known)

    def _check(self) -> None:
        new = self.new_edit.text()
        if self._lacks_old():
            return
        if len(new) < FEWEST_DIGITS:
            self._refuse(f"The PIN needs at least {FEWEST_DIGITS} digits.", self.new_edit)
        elif new != self.again_edit.text():
            self._refuse("The two new PINs differ. Type the second again.", self.again_edit)
        else:
            self.pin_wanted.emit(self.role, self.old_edit.text(), new)

    def _check_removal(self) -> None:
        if not self._lacks_old():
            self.removal_wanted.emit(self.role, self.old_edit.text())

    def _lacks_old(self) -> bool:
        lacks = StaffRole.ORGANIZER in self._known and not self.old_edit.text()
        if lacks:
            self._refuse("Type the organizer’s PIN as it is now first.", self.old_edit)
        return lacks

    def _refuse(self, sentence: str, edit: QLineEdit) -> None:
        self.show_problem(sentence)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def _clear_problem(self, _text: str = "") -> None:
        self.show_problem("")


def _pin_edit() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(12)
    made.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), made))
    made.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    return made
