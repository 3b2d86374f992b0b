"""The panel of the Plan page: why a pair, why nobody, or who has no introduction."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.pair_view import PairView
from mixer_app.ui.plan.reasons_view import ReasonsView
from mixer_app.ui.plan.side_panel import SidePanel
from mixer_app.ui.plan.without_view import WithoutView
from mixer_app.ui.plan.words import seat_phrase


class PlanPanel(SidePanel):
    """Shows one thing at a time; tells which stop of an evening was clicked."""

    stop_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_view = PairView()
        self.without_view = WithoutView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pair_view)
        self._stack.addWidget(self.without_view)
        self.reasons_view = ReasonsView()
        self._stack.addWidget(self.reasons_view)
        self.set_content(self._stack)
        self.pair_view.stop_chosen.connect(self.stop_chosen)

    def show_pair(self, board: PlanBoard, introduction: Introduction) -> None:
        """Say why these two meet."""
        self.set_words("Why this pair", seat_phrase(introduction.table, introduction.round))
        self.pair_view.show_pair(board, introduction)
        self._stack.setCurrentWidget(self.pair_view)
        self.show()

    def show_people(self, title: str, place: str, people: Sequence[tuple[Attendee, str]]) -> None:
        """Show people with a sentence each."""
        self.set_words(title, place)
        self.without_view.show_people(people)
        self._stack.setCurrentWidget(self.without_view)
        self.show()

    def show_reasons(self) -> None:
        """Make room for what would help the plan; the view is filled when it is known."""
        self.set_words("What would help", "")
        self.reasons_view.show_waiting()
        self._stack.setCurrentWidget(self.reasons_view)
        self.show()
