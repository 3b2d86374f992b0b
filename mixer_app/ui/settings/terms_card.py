"""The list of needs or of topics: named, ordered, and for needs kept private or not."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.events import Need
from mixer_app.ui.widgets import Button, Card, IconButton, label


class TermsCard(Card):
    """`changed` carries the whole list as `Need` rows; topics are needs without a mark."""

    changed = Signal(object)

    def __init__(self, title: str, one: str, note: str, *, marks: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._one, self._marks = one, marks
        self._shown: list[Need] = []
        self.rows: list[TermRow] = []
        self.add_button = Button(f"Add a {one}", icon_name="plus", small=True)
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addWidget(label(note, "muted_caption", wrap=True))
        self.body.addLayout(self._column)
        self.body.addLayout(foot)
        self.body.addWidget(self.problem_label)
        self.add_button.clicked.connect(self._add_empty)

    def show_terms(self, terms: Sequence[Need]) -> None:
        """Show the list as it is stored; a line in which somebody types stays."""
        self._shown = list(terms)
        if self._terms() == self._shown:
            return
        if any(row.name_edit.hasFocus() and row.touched for row in self.rows):
            return
        focused = next((number for number, row in enumerate(self.rows) if row.isAncestorOf(_focus(row))), None)
        for number, term in enumerate(terms):
            if number < len(self.rows):
                self.rows[number].show_term(term)
            else:
                self._put_in(term)
        while len(self.rows) > len(terms):
            self._take_out(self.rows[-1])
        self._number()
        if focused is not None and focused >= len(self.rows):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what was refused; nothing to say takes it away."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _terms(self) -> list[Need]:
        return [term for row in self.rows if (term := row.term()).name]

    def _put_in(self, term: Need) -> "TermRow":
        row = TermRow(self._one, marks=self._marks)
        row.show_term(term)
        row.changed.connect(self._tell)
        row.removed.connect(partial(self._remove, row))
        row.raised.connect(partial(self._raise, row))
        row.entered.connect(partial(self._enter, row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # now, not with the next turn of the loop: the focus goes into it
        return row

    def _take_out(self, row: "TermRow") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.set_number(number)

    def _add_empty(self) -> None:
        row = next((row for row in self.rows if not row.term().name), None) or self._put_in(Need(name=""))
        self._number()
        row.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, row: "TermRow") -> None:
        """Enter goes on to the next line, at the end to a new one."""
        number = self.rows.index(row)
        if row.term().name and row is self.rows[-1]:
            self._add_empty()
        elif number + 1 < len(self.rows):
            self.rows[number + 1].name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: "TermRow") -> None:
        number = self.rows.index(row)
        self._take_out(row)
        self._number()
        after = self.rows[min(number, len(self.rows) - 1)].remove_button if self.rows else self.add_button
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _raise(self, row: "TermRow") -> None:
        number = self.rows.index(row)
        above = self.rows[number - 1]
        one, other = row.term(), above.term()
        above.show_term(one)
        row.show_term(other)
        (above.up_button if number > 1 else above.name_edit).setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        terms = self._terms()
        if terms != self._shown:
            self._shown = terms
            self.changed.emit(terms)


class TermRow(QWidget):
    """A name, the mark that keeps it private, one place up, and away."""

    changed = Signal()
    removed = Signal()
    raised = Signal()
    entered = Signal()

    def __init__(self, one: str, *, marks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self._given = Need(name="")
        self.name_edit = QLineEdit()
        self.private_box = QCheckBox("Private")
        self.up_button = IconButton("arrow-up", "Up", small=True, size=16)
        self.remove_button = IconButton("trash", "Remove", small=True, size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name_edit, 1)
        row.addWidget(self.private_box)
        self.private_box.setVisible(marks)
        row.addWidget(self.up_button)
        row.addWidget(self.remove_button)
        self.name_edit.editingFinished.connect(self._tell_if_other)
        self.name_edit.returnPressed.connect(self.entered)
        self.private_box.clicked.connect(self._tell_if_other)
        self.up_button.clicked.connect(self.raised)
        self.remove_button.clicked.connect(self.removed)

    @property
    def touched(self) -> bool:
        """Whether it says something else than it was given."""
        return self.term() != self._given

    def term(self) -> Need:
        """What the row says."""
        return Need(name=" ".join(self.name_edit.text().split()), sensitive=self.private_box.isChecked())

    def show_term(self, term: Need) -> None:
        """Show another one."""
        self._given = term
        self.name_edit.setText(term.name)
        self.name_edit.setCursorPosition(0)
        self.private_box.setChecked(term.sensitive)
        self._name_controls()

    def set_number(self, number: int) -> None:
        """Its place in the list, from 1."""
        self.name_edit.setAccessibleName(f"{self._one.capitalize()} {number}")
        self.up_button.setEnabled(number > 1)

    def _name_controls(self) -> None:
        name = self._given.name or f"the new {self._one}"
        for control, words in (
            (self.private_box, f"Keep {name} private"),
            (self.up_button, f"Move {name} up"),
            (self.remove_button, f"Remove {name}"),
        ):
            control.setAccessibleName(words)
            control.setToolTip(words)

    def _tell_if_other(self) -> None:
        if self.touched:
            self._given = self.term()
            self._name_controls()
            self.changed.emit()


def _focus(row: QWidget) -> QWidget:
    """What has the focus, or the row itself where nothing has."""
    return row.window().focusWidget() or row
