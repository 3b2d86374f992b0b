"""The short form about one pair: in touch, how often, the goal, whether it goes on, a note."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.programme import ContactCheck, ContinuingPair, GoalState, HowOften
from mixer_app.ui.programme.words import GOAL_WORDS, OFTEN_WORDS, pair_names, pair_note
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, QUIET, Button, Segment, SegmentedControl, label
from mixer_app.ui.widgets.sheet_parts import scrolled
from mixer_app.ui.widgets.titled import Titled

WIDTH: Final = 400
_OPEN: Final = "Not known"
_YES_NO: Final = (Segment("", _OPEN), Segment("yes", "Yes"), Segment("no", "No"))
_SAID: Final = {"yes": True, "no": False}


class CheckForm(QFrame):
    """`save_wanted` carries the pair and what is known of it; an empty form takes back what was noted.

    `left` carries the same where somebody goes on to another pair without saving: nothing typed is lost.
    """

    save_wanted = Signal(object, object)  # ContinuingPair, ContactCheck
    left = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: ContinuingPair | None = None
        self._filled = ContactCheck()
        self._build()
        self.touch_control.chosen.connect(self._fit)
        self.save_button.clicked.connect(self._save)
        self.clear_button.clicked.connect(self._clear)

    def show_pair(self, pair: ContinuingPair) -> None:
        """Show what is known of this pair; what is being typed about the same one stays."""
        before, self._pair = self._pair, pair
        typed = before is not None and self.check() != self._filled
        if before is not None and typed and _same(before, pair):
            return
        if typed:
            self.left.emit(before, self.check())
        self.names_label.setText(pair_names(pair))
        self.note_label.setText(pair_note(pair))
        self.goal_label.setText(f"Goal: {pair.goal}" if pair.goal else "No goal was written down.")
        self._fill(_known(pair))

    def check(self) -> ContactCheck:
        """What the form says."""
        often, goal = self.often_combo.currentData(), self.goal_control.key
        return ContactCheck(
            in_touch=_SAID.get(self.touch_control.key),
            how_often=HowOften(often) if often else None,
            goal=GoalState(goal) if goal else None,
            goes_on=_SAID.get(self.goes_on_control.key),
            note=self.note_edit.text(),
        )

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self.touch_control.button(self.touch_control.key).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setProperty("look", "panel")
        self.setObjectName("check_form")
        self.setAccessibleName("How a pair fares")
        self.names_label = label("", "title", wrap=True)
        self.note_label = label("", "muted_caption", wrap=True)
        self.goal_label = label("", "body", wrap=True)
        self.touch_control = SegmentedControl(_YES_NO, name="Were they in touch?")
        self.often_combo = QComboBox()
        self.often_combo.setObjectName("often_combo")
        for key, words in (("", _OPEN), *((often.value, words) for often, words in OFTEN_WORDS.items())):
            self.often_combo.addItem(words, key)
        goals = [Segment("", _OPEN), *(Segment(goal.value, words) for goal, words in GOAL_WORDS.items())]
        self.goal_control = SegmentedControl(goals, name="The goal")
        self.goes_on_control = SegmentedControl(_YES_NO, name="Does it go on?")
        self.note_edit = QLineEdit()
        self.note_edit.setObjectName("note_edit")
        self.save_button = Button("Save", kind=PRIMARY, key="Ctrl Enter")
        self.save_button.setObjectName("save_check_button")
        self.clear_button = Button("Take back", kind=QUIET)
        self.clear_button.setObjectName("clear_check_button")
        self._assemble()

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        for one in (self.names_label, self.note_label, self.goal_label):
            words.addWidget(one)
        column.addLayout(words)
        column.addWidget(Titled("Were they in touch?", self.touch_control))
        column.addWidget(Titled("How often?", self.often_combo))
        column.addWidget(Titled("The goal", self.goal_control))
        column.addWidget(Titled("Does it go on?", self.goes_on_control))
        column.addWidget(Titled("Note", self.note_edit, note="For staff; it goes when either of the two is forgotten"))
        column.addLayout(foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scrolled(inner))
        self.setFixedWidth(current().px(WIDTH))

    def _fill(self, check: ContactCheck) -> None:
        self._filled = check
        words = {True: "yes", False: "no", None: ""}
        self.touch_control.set_key(words[check.in_touch])
        self.often_combo.setCurrentIndex(max(self.often_combo.findData(check.how_often or ""), 0))
        self.goal_control.set_key(check.goal.value if check.goal else "")
        self.goes_on_control.set_key(words[check.goes_on])
        self.note_edit.setText(check.note)
        self.note_edit.setCursorPosition(0)
        self.clear_button.setVisible(not check.empty)
        self._fit()

    def _fit(self) -> None:
        """How often is asked of those who were in touch."""
        self.often_combo.setEnabled(self.touch_control.key == "yes")

    def _save(self) -> None:
        if self._pair is not None:
            self._filled = self.check()
            self.save_wanted.emit(self._pair, self._filled)

    def _clear(self) -> None:
        if self._pair is not None:
            self._fill(ContactCheck())
            self.save_wanted.emit(self._pair, ContactCheck())


def _same(one: ContinuingPair, other: ContinuingPair) -> bool:
    return (one.mentor_id, one.mentee_id) == (other.mentor_id, other.mentee_id)


def _known(pair: ContinuingPair) -> ContactCheck:
    return pair.check or ContactCheck()
