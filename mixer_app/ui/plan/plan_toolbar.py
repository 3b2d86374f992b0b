"""The line above the grid: along what it runs, what of it is shown, find a person, and what the marks mean."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.plan.board import Order, PlanBoard
from mixer_app.ui.plan.matrix_places import WHOLE, Alone
from mixer_app.ui.plan.words import counted, short_name
from mixer_app.ui.widgets.buttons import LINK, Button
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import ElidedLabel, label
from mixer_app.ui.widgets.menus import menu
from mixer_app.ui.widgets.roles import RoleMark
from mixer_app.ui.widgets.segments import Segment, SegmentedControl

_LEGEND_FROM = 960
_LINK_WIDTH = 260
_FIND_WIDTH = 240


class PlanToolbar(QWidget):
    """By table or by mentee, what is looked at alone, the search, people without an introduction, the legend."""

    order_chosen = Signal(object)
    round_asked = Signal(int)  # alone; 0: the whole evening
    table_asked = Signal()
    person_asked = Signal()
    without_asked = Signal()
    decided_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order_switch = SegmentedControl(
            [Segment("table", "By table"), Segment("mentee", "By mentee")], name="Rows of the plan"
        )
        self.look_button = Button("Whole evening", icon_after="caret-down")
        self.look_menu = menu(self.look_button)
        self.find_person = FindPerson()
        self.without_button = Button("", kind=LINK, icon_name="user-circle-dashed")
        self.decided_button = Button("", kind=LINK, icon_name="handshake")
        self._legend, self._greyed = QWidget(), _Greyed()
        self._carrying = False
        self._build()
        self.order_switch.chosen.connect(self._tell_order)
        self.without_button.clicked.connect(self.without_asked)
        self.decided_button.clicked.connect(self.decided_asked)

    def _build(self) -> None:
        self.look_button.setMenu(self.look_menu)
        self.look_button.setToolTip("Look at one round (R), one table (T) or one person (P) alone")
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(24)
        for role, words in (("mentor", "Mentor, keeps the table"), ("mentee", "Mentee, moves")):
            legend.addWidget(_LegendMark(role, words))
        tools = (self.order_switch, self.look_button, self.find_person, self.without_button, self.decided_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(tools, at_end=(self._legend, self._greyed)))
        for widget in (self.without_button, self.decided_button, self._greyed):
            widget.hide()

    def show_without(self, count: int) -> None:
        """Offer the people without an introduction, if there are any."""
        self.without_button.setText(f"{counted(count, 'person', 'people')} without an introduction")
        self.without_button.setVisible(count > 0)
        self._fit()

    def show_decided(self, count: int) -> None:
        """Offer the pairs that staff decided about, if there are any."""
        self.decided_button.setText(counted(count, "decided pair"))
        self.decided_button.setVisible(count > 0)
        self._fit()

    def show_look(self, order: Order, alone: Alone, board: PlanBoard | None) -> None:
        """Say what is looked at, and offer what else could be."""
        if alone.attendee_id is None:  # else what the whole evening will run along again
            self.order_switch.set_key(order.value)
        self.look_button.setText(_look_words(alone, board))
        self.look_menu.clear()
        rounds = board.plan.rounds if board else 0
        for number in range(rounds + 1):
            words = f"Round {number} alone" if number else "Whole evening"
            chosen = alone == (Alone(round=number) if number else WHOLE)
            self._add(words, chosen).triggered.connect(partial(self.round_asked.emit, number))
        self.look_menu.addSeparator()
        self._add("The chosen table alone\tT", chosen=False).triggered.connect(self.table_asked)
        self._add("The chosen person alone\tP", chosen=False).triggered.connect(self.person_asked)

    def show_carrying(self, *, carrying: bool) -> None:
        """While a chip is carried, say what greyed chips mean."""
        self._carrying = carrying
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend goes first where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme.current()
        others = self.order_switch.sizeHint().width() + self.look_button.sizeHint().width() + 2 * 8
        self.find_person.setFixedWidth(max(_FIND_WIDTH, min(look.px(_FIND_WIDTH), self.width() - others)))
        links = [button for button in (self.without_button, self.decided_button) if not button.isHidden()]
        roomy = self.width() >= look.px(_LEGEND_FROM) + len(links) * look.px(_LINK_WIDTH)
        self._legend.setVisible(roomy and not self._carrying)
        self._greyed.setVisible(self._carrying)

    def _add(self, words: str, chosen: bool) -> QAction:
        entry = self.look_menu.addAction(words)
        entry.setCheckable(chosen)
        entry.setChecked(chosen)
        return entry

    def _tell_order(self, key: str) -> None:
        self.order_chosen.emit(Order(key))


def _look_words(alone: Alone, board: PlanBoard | None) -> str:
    if alone.attendee_id is not None and board is not None:
        seat = next((one for one in board.evening(alone.attendee_id) if one.mentor_id == alone.attendee_id), None)
        person = board.people.get(alone.attendee_id)
        return f"Table {seat.table} alone" if seat else f"{short_name(person.name) if person else 'Person'} alone"
    return f"Round {alone.round} alone" if alone.round else "Whole evening"


class _LegendMark(QWidget):
    """A role's mark and what it means here."""

    def __init__(self, role: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(RoleMark(role, word="", size=10))
        row.addWidget(label(words, "muted_caption"))


class _Greyed(QWidget):
    """What a greyed chip means."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("prohibit", size=14))
        row.addWidget(ElidedLabel("Greyed: not possible; pause there for the reason", "muted_caption"))
