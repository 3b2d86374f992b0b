"""The panel of the Plan page: why a pair, a seat for somebody, who has no introduction, or two versions compared."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.services.decided_pairs import DecidedPair
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.compare_view import CompareView
from mixer_app.ui.plan.decided_view import DecidedView
from mixer_app.ui.plan.meet_view import MeetView
from mixer_app.ui.plan.offers_list import OffersList
from mixer_app.ui.plan.pair_actions import PairActions
from mixer_app.ui.plan.pair_view import PairView
from mixer_app.ui.plan.reasons_view import ReasonsView
from mixer_app.ui.plan.seat_view import SeatView
from mixer_app.ui.plan.side_panel import SidePanel
from mixer_app.ui.plan.without_view import WithoutView
from mixer_app.ui.plan.words import seat_phrase

if TYPE_CHECKING:
    from mixer_app.services.search import PeopleIndex


class PlanPanel(SidePanel):
    """Shows one thing at a time; tells which stop of an evening was clicked."""

    stop_chosen = Signal(object)
    free_round_chosen = Signal(int)
    turned = Signal()  # to another view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_view = PairView()
        self.seat_view = SeatView()
        self.without_view = WithoutView()
        self.reasons_view = ReasonsView()
        self.meet_view = MeetView()
        self.decided_view = DecidedView()
        self.compare_view = CompareView()
        self._stack = _OneHigh()
        for view in (
            self.pair_view,
            self.seat_view,
            self.without_view,
            self.reasons_view,
            self.meet_view,
            self.decided_view,
            self.compare_view,
        ):
            self._stack.addWidget(view)
        self._stack.fit()
        self.set_content(self._stack)
        self.pair_actions = PairActions()
        self.set_foot(self.pair_actions)
        for view in (self.pair_view, self.seat_view):
            view.stop_chosen.connect(self.stop_chosen)
            view.free_round_chosen.connect(self.free_round_chosen)

    @property
    def offers(self) -> OffersList:
        """The offers that are shown, or would be."""
        return (self.seat_view if self._stack.currentWidget() is self.seat_view else self.pair_view).offers

    def shows(self, view: QWidget) -> bool:
        """Whether one of the views is what the panel speaks of now."""
        return not self.isHidden() and self._stack.currentWidget() is view

    def show_pair(self, board: PlanBoard, introduction: Introduction) -> None:
        """Say why these two meet."""
        self.pair_view.show_pair(board, introduction)
        self._show(self.pair_view, "Why this pair", seat_phrase(introduction.table, introduction.round))

    def show_seat(self, board: PlanBoard, person: Attendee, number: int, title: str, sentence: str) -> None:
        """Offer somebody a seat in a round (from 1)."""
        self.seat_view.show_seat(board, person, number, sentence)
        self._show(self.seat_view, title, f"Round {number}")

    def show_people(self, title: str, place: str, people: Sequence[tuple[Attendee, str]]) -> None:
        """Show people with a sentence each."""
        self.without_view.show_people(people)
        self._show(self.without_view, title, place)

    def show_reasons(self) -> None:
        """Make room for what would help the plan; the view is filled when it is known."""
        self.reasons_view.show_waiting()
        self._show(self.reasons_view, "What would help", "")

    def show_meeting(self, mentee: Attendee, mentors: "PeopleIndex") -> None:
        """Ask whom somebody should meet."""
        self.meet_view.show_mentee(mentee, mentors)
        self._show(self.meet_view, "Bring together", "")
        self.meet_view.find_mentor.setFocus()

    def show_decided(self, pairs: Sequence[DecidedPair]) -> None:
        """Show what staff decided about pairs."""
        self.decided_view.show_pairs(pairs)
        self._show(self.decided_view, "Decided by staff", "")

    def show_comparison(self) -> None:
        """Make room for two versions beside each other."""
        self._show(self.compare_view, "Compare versions", "")

    def _show(self, view: QWidget, title: str, place: str) -> None:
        had_focus = self._has_focus()
        self.set_words(title, place)
        self._stack.setCurrentWidget(view)
        self.pair_actions.setVisible(view is self.pair_view)
        self.show()
        if had_focus and not self._has_focus():  # what had it is gone with the other view
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)


class _OneHigh(QStackedWidget):
    """As large as what it shows, not as the largest of all."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.fit)

    def fit(self, chosen: int = 0) -> None:
        """Leave all views but the chosen one out of account."""
        for position in range(self.count()):
            view = self.widget(position)
            policy = QSizePolicy.Policy.Preferred if position == chosen else QSizePolicy.Policy.Ignored
            if view is not None:
                view.setSizePolicy(policy, policy)
        self.updateGeometry()
