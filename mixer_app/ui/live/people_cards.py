"""The people in question: who is missing (or sits at the chosen table), and who waits for a seat."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.ui.live.person_lines import PersonLine
from mixer_app.ui.live.presence_list import PresenceList
from mixer_app.ui.widgets import Button, ElidedLabel, IconButton, label, line


class PeopleCard(QFrame):
    """A card with its head and a list; where the list is empty a sentence says what that means."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.title_label = ElidedLabel(title, "body_strong")
        self.count_label = label("", "muted")
        self.list = PresenceList(title)
        self.list.setObjectName(f"{name}_list")
        self.empty_label = label("", "muted", wrap=True)
        self.empty_label.setContentsMargins(20, 16, 20, 16)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(20, 8, 16, 8)
        self.head.setSpacing(8)
        self.head.addWidget(self.title_label, 1)
        self.head.addWidget(self.count_label)
        self._head_frame = QWidget()
        self._head_frame.setLayout(self.head)
        self._head_frame.setMinimumHeight(52)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addWidget(self._head_frame)
        column.addWidget(line())
        column.addWidget(self.stack, 1)

    @property
    def around(self) -> int:
        """The height of the card without its list."""
        return max(self._head_frame.sizeHint().height(), self._head_frame.minimumHeight()) + 9

    @property
    def wanted_height(self) -> int:
        """In which nothing has to be scrolled."""
        if self.stack.currentWidget() is self.empty_label:
            return self.around + self.empty_label.heightForWidth(max(self.width() - 2, 100))
        return self.around + self.list.wanted_height()

    def show_lines(self, lines: Sequence[PersonLine], *, empty: str) -> None:
        """Show these people, or what it means that there are none."""
        had_focus = self.list.hasFocus()
        self.list.show_lines(lines)
        self.empty_label.setText(empty)
        self.stack.setCurrentWidget(self.list if lines else self.empty_label)
        if had_focus and not lines:
            self.focusNextChild()


class MissingCard(PeopleCard):
    """Who is missing now; or the people of the table that was chosen, with what can be done to it."""

    table_left = Signal()
    close_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Missing now", "missing_card", parent)
        self.close_table_button = Button("Close table", small=True)
        self.close_table_button.setObjectName("close_table_button")
        self.open_table_button = Button("Open table", small=True)
        self.open_table_button.setObjectName("open_table_button")
        self.back_button = IconButton("x", "Show everyone who is missing", key="Esc", size=16)
        self.back_button.setObjectName("back_button")
        for button in (self.close_table_button, self.open_table_button, self.back_button):
            self.head.addWidget(button)
            button.hide()
        self.back_button.clicked.connect(self.table_left)
        self.close_table_button.clicked.connect(self.close_asked)
        self.open_table_button.clicked.connect(self.open_asked)

    def show_missing(self, lines: Sequence[PersonLine], seated: int) -> None:
        """Show who is missing of so many people."""
        self._show_head("Missing now", f"{len(lines):,} of {seated:,}", table=False, closed=False)
        hint = "Nobody is missing. Scan badges at the tables, or choose a table to say who is not there."
        self.show_lines(lines, empty=hint)

    def show_table(self, number: int, lines: Sequence[PersonLine], *, closed: bool) -> None:
        """Show the people of a table."""
        count = f"{len(lines)} {'person' if len(lines) == 1 else 'people'}" if lines else ""
        self._show_head(f"Table {number}", count, table=True, closed=closed)
        empty = "This table is not used in this round." if closed else "Nobody sits at this table in this round."
        self.show_lines(lines, empty=empty)

    def _show_head(self, title: str, count: str, *, table: bool, closed: bool) -> None:
        if self.title_label.whole_text != title:
            self.title_label.setText(title)
            self.list.setAccessibleName(title)
        self.count_label.setText(count)
        self.back_button.setVisible(table)
        self.close_table_button.setVisible(table and not closed)
        self.open_table_button.setVisible(table and closed)


class WaitingCard(PeopleCard):
    """Who is here and has no seat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Waiting for a seat", "waiting_card", parent)

    def show_waiting(self, lines: Sequence[PersonLine]) -> None:
        """Show who waits."""
        number = len(lines)
        self.count_label.setText(f"{number:,} {'person' if number == 1 else 'people'}")
        self.show_lines(lines, empty="Nobody waits. Who is checked in from now on, and has no seat, appears here.")
