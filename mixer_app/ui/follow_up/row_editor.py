"""What opens under the row: a private note with a mark, or to whom a mentor would refer the mentee."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QHBoxLayout, QLineEdit, QWidget

from mixer_app.domain.answers import HELPED_MOST
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, Segment, SegmentedControl, label
from mixer_app.ui.widgets.flow_row import FlowRow

_NONE: Final = "0"
_BESIDE_FROM: Final = 760  # px at 100 %: note and marks beside each other
_WIDE_FROM: Final = 560
_UNDER_NAME: Final = 114  # px: below the partner's name


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a mentor would send a mentee: to who knows a term, or to somebody by name."""

    wanted: str = ""
    mentor_id: int | None = None


class _Line(QLineEdit):
    """Esc leaves it as it was."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(QWidget):
    """`kept` carries the note and the mark (0: none); `left` that nothing is to change."""

    kept = Signal(str, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_edit = _Line()
        self.note_edit.setMaxLength(200)
        self.note_edit.setPlaceholderText("Private note of the author")
        self.note_edit.setAccessibleName("Private note")
        marks = [Segment(_NONE, "–"), *(Segment(str(mark), str(mark)) for mark in range(1, HELPED_MOST + 1))]
        self.mark_control = SegmentedControl(marks, name="This helped")
        self.keep_button = Button("Keep", small=True, key="Enter")
        helped = label("Helped", "muted_caption")
        marks_row = FlowRow((helped, self.mark_control), at_end=(self.keep_button,), spacing=12)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(_UNDER_NAME, 0, 20, 12)
        self._lines.setSpacing(12)
        self._lines.addWidget(self.note_edit, 1)
        self._lines.addWidget(marks_row)
        self.note_edit.returnPressed.connect(self._keep)
        self.note_edit.left.connect(self.left)
        self.keep_button.clicked.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= current().px(_BESIDE_FROM)
        self._lines.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._lines.setContentsMargins(_UNDER_NAME if self.width() > _WIDE_FROM else 20, 0, 20, 12)

    def open_with(self, note: str, mark: int | None, *, at_mark: bool) -> None:
        """Show what is known, with the cursor in the note or at the mark."""
        self.note_edit.setText(note)
        self.mark_control.set_key(str(mark or _NONE))
        self.show()
        target = self.mark_control.button(self.mark_control.key) if at_mark else self.note_edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the marks a figure chooses one, Enter keeps, Esc leaves."""
        if event.text() in {str(mark) for mark in range(HELPED_MOST + 1)}:
            self.mark_control.set_key(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(self.note_edit.text(), int(self.mark_control.key or _NONE))


class ReferralEditor(QWidget):
    """`kept` carries an `Onward`; what is typed must be one of those offered."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, *, margin: int = _UNDER_NAME, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Mapping[str, Onward] = {}
        self.edit = _Line()
        self.edit.setPlaceholderText("Better with someone who knows …, or with …")
        self.edit.setAccessibleName("Better with someone who knows, or with")
        self.model = QStringListModel(self)
        completer = QCompleter(self.model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(completer)
        self.keep_button = Button("Refer", small=True, key="Enter")
        self.problem_label = label("", "caption", tone="bad")
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 0, 20 if margin else 0, 12 if margin else 0)
        row.setSpacing(12)
        row.addWidget(self.edit, 1)
        row.addWidget(self.problem_label)
        row.addWidget(self.keep_button)
        self.edit.returnPressed.connect(self._keep)
        self.edit.left.connect(self.left)
        self.edit.textEdited.connect(partial(self._say, ""))
        self.keep_button.clicked.connect(self._keep)

    def offer(self, terms: Sequence[str], mentors: Mapping[int, str]) -> None:
        """What can be chosen: topics and needs of the event, and mentors by name."""
        by_name = {name: Onward(mentor_id=number) for number, name in mentors.items()}
        self._offered = {term: Onward(wanted=term) for term in terms} | by_name
        self.model.setStringList(list(self._offered))

    def open_empty(self) -> None:
        """Ask for it."""
        self.edit.clear()
        self.problem_label.setText("")
        self.setFixedHeight(current().px(48))
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, problem: str, _text: str = "") -> None:
        self.problem_label.setText(problem)

    def _keep(self) -> None:
        typed = self.edit.text().strip().casefold()
        near = [name for name in self._offered if typed and typed in name.casefold()]
        exact = [name for name in near if name.casefold() == typed]
        if len(exact or near) == 1:
            self.kept.emit(self._offered[(exact or near)[0]])
        elif typed:
            self._say("Choose one of those offered" if near else "Nobody and nothing by this name")
