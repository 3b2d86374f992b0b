"""Lines of names that belong together: several names of one employer, fields that are related."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.services.name_groups import Group, group_of, line_of, not_grouped_yet
from mixer_app.services.words import counted
from mixer_app.ui.widgets import Button, IconButton, label, menu

_MOST_SUGGESTED: Final = 12


class NameGroups(QWidget):
    """A line for each group, its names parted by a mark; suggestions where names look alike."""

    changed = Signal()

    def __init__(
        self, title: str, note: str, *, add: str, example: str, mark: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._example, self._mark = title, example, mark
        self._alike: Sequence[Group] = ()
        self.rows: list[GroupRow] = []
        self.add_button = Button(add, icon_name="plus", small=True)
        self.alike_button = Button("", icon_after="caret-down", small=True)
        self._menu = menu(self.alike_button)
        self.alike_button.setMenu(self._menu)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.alike_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, "caption", wrap=True))
        words.addWidget(label(note, "muted_caption", wrap=True))
        column.addLayout(words)
        column.addLayout(self._column)
        column.addLayout(foot)
        self.add_button.clicked.connect(self._add_empty)

    def show_groups(self, groups: Sequence[Group], alike: Sequence[Group] = ()) -> None:
        """Show these groups; `alike` are pairs of names to offer."""
        self._alike = alike
        while self.rows:
            self._take_out(self.rows[0])
        for group in groups:
            self._put_in(group)
        self._suggest()

    def groups(self) -> tuple[Group, ...]:
        """The groups as they stand here; a line that nobody touched is exactly as it was."""
        return tuple(group for row in self.rows if (group := row.group()))

    def add_group(self, group: Group) -> None:
        """Put one more line in, ready to be typed into."""
        row = self._put_in(())
        row.line_edit.setText(line_of(group, self._mark))
        row.line_edit.setFocus()
        self._suggest()
        if group:
            self.changed.emit()

    def _add_empty(self) -> None:
        self.add_group(())

    def _put_in(self, group: Group) -> "GroupRow":
        row = GroupRow(group, f"{self._title}, {len(self.rows) + 1}", self._example, self._mark)
        row.changed.connect(self._take_change)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # now, not with the next turn of the loop: the focus goes into it
        return row

    def _remove(self, row: "GroupRow") -> None:
        counted = bool(row.group())
        self._take_out(row)
        self.add_button.setFocus()
        self._suggest()
        if counted:
            self.changed.emit()

    def _take_out(self, row: "GroupRow") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take_change(self) -> None:
        self._suggest()
        self.changed.emit()

    def _suggest(self) -> None:
        """Offer the pairs that look alike and are in no line together."""
        pairs = not_grouped_yet(self._alike, self.groups())
        self._menu.clear()
        for pair in pairs[:_MOST_SUGGESTED]:
            self._menu.addAction(line_of(pair, self._mark).replace("&", "&&"), partial(self.add_group, pair))
        self.alike_button.setText(f"{counted(len(pairs), 'pair looks', 'pairs look')} alike")
        self.alike_button.setVisible(bool(pairs))


class GroupRow(QWidget):
    """One group in a line, and the button that takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, group: Group, name: str, example: str, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._line = group, line_of(group, mark)
        self.line_edit = QLineEdit(self._line)
        self.line_edit.setPlaceholderText(example)
        self.line_edit.setAccessibleName(name)
        self.line_edit.setAccessibleDescription(f"Names parted by “{mark.strip()}”")
        self.line_edit.setCursorPosition(0)
        self.remove_button = IconButton("trash", f"Remove {name}", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line_edit, 1)
        row.addWidget(self.remove_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.line_edit.textEdited.connect(self.changed)
        self.line_edit.textChanged.connect(self.line_edit.setToolTip)  # a long line is cut off
        self.line_edit.setToolTip(self._line)
        self.remove_button.clicked.connect(self.removed)

    def group(self) -> Group:
        """The names; empty while there are fewer than two."""
        untouched = self._given and self.line_edit.text() == self._line
        return self._given if untouched else group_of(self.line_edit.text())
