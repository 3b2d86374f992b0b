"""A full table of the Follow-up page: search, filters, the lines, and what can be done about the current one."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.services.search import PeopleIndex
from mixer_app.ui.follow_up.lines import LineAct, LineColumn, TableLine
from mixer_app.ui.follow_up.lines_filters import LineFilters
from mixer_app.ui.follow_up.lines_model import LineTableModel
from mixer_app.ui.follow_up.lines_table import LineTable
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import Button, EmptyState, SearchField, WholeRow, label
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import from_the_left
from mixer_app.ui.widgets.sheet_parts import scrolled

_BESIDE_FROM: Final = 540  # px at 100 %: a switch stands beside the search


class LinesView(QWidget):
    """Subclasses give the columns, the lines, and `acts(line)`."""

    def __init__(
        self,
        columns: Sequence[LineColumn],
        *,
        name: str,
        prompt: str,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.model = LineTableModel(columns, self)
        self.empty = empty
        self.act_buttons: list[Button] = []
        self._acts: Sequence[LineAct] = ()
        self._build(name, prompt)
        self._connect()

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Show these lines; search, filters and the current line stay."""
        self.model.show_lines(lines)
        self.filters.offer(self.model.counts())
        self._show_counts()

    def use_index(self, index: PeopleIndex) -> None:
        """Search among these people."""
        self.model.find = lambda text: {one.id for one in index.search(text)}

    def put_before_search(self, switch: QWidget) -> None:
        """Let a switch stand before the search, or above it where the row is too short."""
        self.top.insertWidget(0, switch)

    def acts(self, line: TableLine) -> Sequence[LineAct]:
        """What can be done about a line."""
        return ()

    def _build(self, name: str, prompt: str) -> None:
        # From the outside inwards: what is moved into another widget is styled anew, with all that is in it.
        content = QWidget()
        around = QVBoxLayout(self)  # where the window is low, all of it scrolls
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content))
        ground = QFrame(content)
        ground.setProperty("look", "table")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget(ground)
        inside.addWidget(self.stack)
        self.search = SearchField(prompt, name=f"Search {name.lower()}", note="Ctrl F")
        self.filters = LineFilters()
        self.table = LineTable(self.model, name=name, parent=self.stack)
        self.nothing = EmptyState("magnifying-glass", "No line matches", "Change the search, or remove a filter.")
        column = QVBoxLayout(content)
        margin = current().space.page_margin
        column.setContentsMargins(margin, 0, margin, 24)
        column.setSpacing(12)
        self.top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.top.setSpacing(8)
        self.top.addWidget(self.search, 1)
        column.addLayout(self.top)
        column.addWidget(self.filters)
        column.addWidget(ground, 1)
        column.addWidget(self._foot())
        for place in (self.table, self.empty, self.nothing):
            self.stack.addWidget(place)

    def _foot(self) -> QWidget:
        self.foot = WholeRow()
        self.foot.setProperty("look", "card")
        self.foot.setAccessibleName("The current line")
        self.detail_label = label("", "body", wrap=True)
        self.acts_row = FlowRow()
        self.acts_row.hide()
        self.foot_column = QVBoxLayout(self.foot)
        self.foot_column.setContentsMargins(20, 14, 20, 14)
        self.foot_column.setSpacing(12)
        self.foot_column.addWidget(self.detail_label)
        self.foot_column.addWidget(self.acts_row)
        return self.foot

    def _connect(self) -> None:
        self.search.textChanged.connect(self.model.search)
        self.search.moved.connect(self._go_into_table)
        self.search.returnPressed.connect(partial(self._go_into_table, 1))
        self.search.emptied_backwards.connect(self.filters.remove_last)
        self.filters.changed.connect(self.model.filter)
        self.table.line_changed.connect(self.show_line)
        self.table.entered.connect(self._go_to_acts)
        self.table.typing_began.connect(self._begin_search)
        self.model.layoutChanged.connect(self._show_counts)
        self._show_counts()

    def show_line(self, line: TableLine | None) -> None:
        """Say everything about the current line, and what can be done."""
        before = [act.words for act in self._acts]
        self.foot.setVisible(line is not None)
        self._acts = self.acts(line) if line is not None else ()
        self.detail_label.setText(from_the_left(line.detail) if line is not None else "")
        if before != [act.words for act in self._acts]:
            self._show_acts()

    def _show_acts(self) -> None:
        while len(self.act_buttons) < len(self._acts):
            button = Button("", small=True)
            button.clicked.connect(partial(self._act, len(self.act_buttons)))
            self.act_buttons.append(button)
        buttons = self.act_buttons[: len(self._acts)]
        for button, act in zip(buttons, self._acts, strict=True):
            button.setText(act.words)
        for button in self.act_buttons:
            button.setParent(self.foot)
            button.hide()
        self.acts_row.show_widgets(buttons, keep=self.act_buttons)
        self.acts_row.setVisible(bool(buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= current().px(_BESIDE_FROM)
        self.top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _act(self, place: int, _checked: bool = False) -> None:
        if place < len(self._acts):
            self._acts[place].does()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_into_table(self, _by: int) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_acts(self) -> None:
        if self._acts:
            self.act_buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _begin_search(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.filters.show_counts(shown, total)
        self.stack.setCurrentWidget(self.table if shown else self.nothing if total else self.empty)
