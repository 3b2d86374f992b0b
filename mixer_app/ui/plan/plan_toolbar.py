"""The line above the grid: along what it runs, find a person, and what the marks mean."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mixer_app.ui import theme
from mixer_app.ui.find_person import FindPerson
from mixer_app.ui.plan.board import Order
from mixer_app.ui.plan.words import counted
from mixer_app.ui.widgets.buttons import LINK, Button
from mixer_app.ui.widgets.labels import label
from mixer_app.ui.widgets.roles import RoleMark
from mixer_app.ui.widgets.segments import Segment, SegmentedControl

_LEGEND_FROM = 800


class PlanToolbar(QWidget):
    """By table or by mentee, the search, people without an introduction, the legend."""

    order_chosen = Signal(object)
    without_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order_switch = SegmentedControl(
            [Segment("table", "By table"), Segment("mentee", "By mentee")], name="Rows of the plan"
        )
        self.find_person = FindPerson()
        self.without_button = Button("", kind=LINK, icon_name="user-circle-dashed")
        self.without_button.hide()
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(24)
        for role, words in (("mentor", "Mentor, keeps the table"), ("mentee", "Mentee, moves")):
            legend.addWidget(_LegendMark(role, words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.order_switch)
        row.addWidget(self.find_person)
        row.addWidget(self.without_button)
        row.addStretch(1)
        row.addWidget(self._legend)
        self.order_switch.chosen.connect(self._tell_order)
        self.without_button.clicked.connect(self.without_asked)

    def show_without(self, count: int) -> None:
        """Offer the people without an introduction, if there are any."""
        self.without_button.setText(f"{counted(count, 'person', 'people')} without an introduction")
        self.without_button.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend goes first where there is no room."""
        super().resizeEvent(event)
        look = theme.current()
        self.find_person.setFixedWidth(look.px(240))
        self._legend.setVisible(self.width() >= look.px(_LEGEND_FROM) + self.without_button.isVisible() * 260)

    def _tell_order(self, key: str) -> None:
        self.order_chosen.emit(Order(key))


class _LegendMark(QWidget):
    """A role's mark and what it means here."""

    def __init__(self, role: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(RoleMark(role, word="", size=10))
        row.addWidget(label(words, "muted_caption"))
