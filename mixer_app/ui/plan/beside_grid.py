"""A second grid beside the first: another version, looked at in the same way and scrolled together."""

from collections.abc import Set

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar

from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.matrix_model import PlanMatrixModel
from mixer_app.ui.plan.matrix_view import PlanMatrixView


class BesideGrid(QObject):
    """Follows the first grid: what it shows alone, where it is scrolled to."""

    def __init__(self, first: PlanMatrixView, model: PlanMatrixModel) -> None:
        super().__init__(first)
        self._first_model = model
        self._board: PlanBoard | None = None
        self.model = PlanMatrixModel(self)
        self.view = PlanMatrixView(self.model)
        self.view.setObjectName("plan_matrix_beside")
        self.view.setAccessibleName("The newer version, tables down, rounds across")
        self.view.hide()
        model.order_changed.connect(self._follow)
        for one, other in (
            (first.verticalScrollBar(), self.view.verticalScrollBar()),
            (first.horizontalScrollBar(), self.view.horizontalScrollBar()),
        ):
            _scroll_together(one, other)

    def show_board(self, board: PlanBoard, changed: Set[tuple[int, int]]) -> None:
        """Show a version, with the seats, as (mentee, round), that are different outlined."""
        self._board = board
        self.model.compare(changed)
        self._follow()
        self.view.show()

    def put_away(self) -> None:
        """Leave the first grid alone."""
        self._board = None
        self.view.hide()

    def _follow(self) -> None:
        if self._board is not None:
            self.model.show(self._board, self._first_model.order, self._first_model.alone)


def _scroll_together(first: QScrollBar, second: QScrollBar) -> None:
    """The second follows the first, and leads it where a hand moves it."""

    def follow(*_: int) -> None:
        second.setValue(first.value())

    def lead(*_: int) -> None:
        first.setValue(second.sliderPosition())

    first.valueChanged.connect(follow)
    second.rangeChanged.connect(follow)  # a grid that is laid out anew begins at its top
    second.actionTriggered.connect(lead)
