"""The PIN of the organizer, asked for once."""

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.staff_pin import FEWEST_DIGITS, PinAnswer
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, QUIET, Button, IconLabel, WholeRow, label
from mixer_app.ui.widgets.announcing import announce

_WIDTH: Final = 460
_FORGOTTEN: Final = "PIN forgotten? Whoever holds the laptop with the database takes it away: “mixer-app reset-pin”."


class _GateCard(WholeRow):
    """Is as wide as its words like it, and as high as they need."""

    def _fit(self) -> None:
        self.setFixedWidth(current().px(_WIDTH))
        super()._fit()


class PinGate(QWidget):
    """`pin_typed` carries what was typed; nothing of it stays."""

    pin_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wait = 0
        self._second = QTimer(self, singleShot=True, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._build()
        self.edit.returnPressed.connect(self._tell)
        self.edit.textEdited.connect(self._clear)
        self.open_button.clicked.connect(self._tell)

    def ask(self, sentence: str, *, back: str = "") -> None:
        """Ask for it, and say what it opens; `back` names the page that one can go back to without it."""
        self.sentence_label.setText(sentence)
        self.back_button.setText(f"Back to {back}")
        self.back_button.setVisible(bool(back))
        self.forget()

    def forget(self) -> None:
        """Nothing that was typed stays; what has to be waited for does."""
        self.edit.clear()
        if not self._wait:
            self.problem_label.hide()
        self._fit()

    def take_answer(self, answer: PinAnswer) -> None:
        """It was not the PIN; after some wrong ones the next is looked at later."""
        self.edit.clear()
        self._wait = answer.wait_seconds
        self._second.start() if self._wait else self._second.stop()
        if answer.role is StaffRole.HELPER:
            self._say("That is the helpers’ PIN. This needs the organizer’s.")
        else:
            self._say("That is not the PIN. Type it again." if not self._wait else self._wait_words())
        self._fit()

    def show_problem(self, sentence: str) -> None:
        """It could not be looked at."""
        self._say(sentence)
        self._fit()

    def stop(self) -> None:
        """Count no further."""
        self._second.stop()

    def _build(self) -> None:
        self.edit = QLineEdit()
        self.edit.setObjectName("organizer_pin")
        self.edit.setAccessibleName("Organizer’s PIN")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(12)
        self.edit.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.edit))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.open_button = Button("Unlock", kind=PRIMARY, key="Enter")
        self.back_button = Button("Back", kind=QUIET, key="Esc")
        self.sentence_label = label("", "muted", wrap=True)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        card = _GateCard()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(12)
        inside.addWidget(IconLabel("lock-simple", size=32))
        inside.addWidget(label("Type the organizer’s PIN", "title", wrap=True))
        inside.addWidget(self.sentence_label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.open_button)
        inside.addSpacing(4)
        inside.addLayout(row)
        inside.addWidget(self.problem_label)
        inside.addWidget(label(_FORGOTTEN, "muted_caption", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _tell(self) -> None:
        if len(self.edit.text()) < FEWEST_DIGITS:
            self._say(f"The PIN has at least {FEWEST_DIGITS} digits.")
        elif not self._wait:
            self.edit.setEnabled(False)
            self.pin_typed.emit(self.edit.text())

    def _clear(self, _text: str = "") -> None:
        self.problem_label.hide()

    def _say(self, sentence: str) -> None:
        self.problem_label.setText(sentence)
        self.problem_label.show()
        announce(self, sentence)

    def _fit(self) -> None:
        self.edit.setEnabled(not self._wait)
        self.open_button.setEnabled(not self._wait)
        if not self._wait and self.isVisible():
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self.problem_label.setText(self._wait_words())
            self._second.start()
        else:
            self._wait = 0
            self.problem_label.hide()
            self._fit()

    def _wait_words(self) -> str:
        return f"The PIN was wrong too often. Try again in {self._wait} s."
