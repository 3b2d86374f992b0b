"""The PIN of staff: set or changed here, and never shown."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mixer_app.services.staff_pin import FEWEST_DIGITS
from mixer_app.ui.widgets import Button, Card, StatusMark, label
from mixer_app.ui.widgets.titled import Titled


class PinCard(Card):
    """`pin_wanted` carries the old PIN (empty where there is none) and the new one."""

    pin_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Staff PIN", parent=parent)
        self._known = False
        self._build()
        self.set_button.clicked.connect(self._check)
        for edit in (self.old_edit, self.new_edit, self.again_edit):
            edit.returnPressed.connect(self._check)
            edit.textEdited.connect(self._clear_problem)

    def show_known(self, *, known: bool) -> None:
        """Say whether there is a PIN."""
        self._known = known
        if known:
            self.state_mark.set_state("lock-simple", "A PIN is set", "good")
        else:
            self.state_mark.set_state("warning", "No PIN yet: nobody could leave the kiosk", "warn")
        self.old_part.setVisible(known)
        self.set_button.setText("Change the PIN" if known else "Set the PIN")

    def show_done(self) -> None:
        """The new PIN holds: nothing of it stays in the window."""
        for edit in (self.old_edit, self.new_edit, self.again_edit):
            edit.clear()
        self._clear_problem()
        self.show_known(known=True)

    def show_problem(self, sentence: str) -> None:
        """Say what was refused."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _build(self) -> None:
        self.state_mark = StatusMark()
        self.old_edit, self.new_edit, self.again_edit = (_pin_edit() for _ in range(3))
        self.old_part = Titled("Old PIN", self.old_edit)
        self.set_button = Button("Set the PIN")
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        note = f"At least {FEWEST_DIGITS} digits."
        row.addWidget(Titled("New PIN", self.new_edit), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Titled("New PIN again", self.again_edit), 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.set_button)
        foot.addStretch(1)
        note = f"Staff leave the kiosk with it. {note} It holds for every event in this database."
        self.body.setSpacing(16)
        self.body.addWidget(label(note, "muted_caption", wrap=True))
        self.body.addWidget(self.state_mark)
        self.body.addWidget(self.old_part)
        self.body.addLayout(row)
        self.body.addWidget(self.problem_label)
        self.body.addLayout(foot)

    def _check(self) -> None:
        new = self.new_edit.text()
        if self._known and not self.old_edit.text():
            self._refuse("Type the old PIN first.", self.old_edit)
        elif len(new) < FEWEST_DIGITS:
            self._refuse(f"The PIN needs at least {FEWEST_DIGITS} digits.", self.new_edit)
        elif new != self.again_edit.text():
            self._refuse("The two new PINs differ. Type the second again.", self.again_edit)
        else:
            self.pin_wanted.emit(self.old_edit.text() if self._known else "", new)

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
