"""A plan on the screen: verdict, tools, grid and panel, and how a choice in one shows in the others."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction
from mixer_app.ui.plan.board import Order, PlanBoard
from mixer_app.ui.plan.empty_seats import empty_words, why_absent
from mixer_app.ui.plan.grid_card import GridCard
from mixer_app.ui.plan.loading import ShownPlan
from mixer_app.ui.plan.matrix_model import PlanMatrixModel
from mixer_app.ui.plan.matrix_places import WHOLE, Alone, Place
from mixer_app.ui.plan.matrix_view import PlanMatrixView
from mixer_app.ui.plan.plan_panel import PlanPanel
from mixer_app.ui.plan.plan_places import PlanPlaces
from mixer_app.ui.plan.plan_toolbar import PlanToolbar
from mixer_app.ui.plan.quality_card import QualityCard
from mixer_app.ui.plan.subject import Subject, subject_at
from mixer_app.ui.plan.words import given_name


class PlanBody(QWidget):
    """Everything below the head of the page."""

    reasons_asked = Signal()
    free_round_opened = Signal(int, int)  # attendee id, round: why it is free is to be told
    subject_shown = Signal(object)
    """The `Subject` that the panel has begun to speak of."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: PlanBoard | None = None
        self._subject: Subject | None = None
        self.shown: ShownPlan | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.quality_card = QualityCard()
        self.toolbar = PlanToolbar()
        self.model = PlanMatrixModel(self)
        self.matrix = PlanMatrixView(self.model)
        self.grid_card = GridCard(self.matrix)
        self.panel = PlanPanel()
        self._places = PlanPlaces(self, (self.quality_card, self.toolbar), self.grid_card, self.panel)

    def _connect(self) -> None:
        self.quality_card.step_chosen.connect(self.model.follow_step)
        self.quality_card.reasons_asked.connect(self._show_reasons)
        self.toolbar.order_chosen.connect(self.show_order)
        self.toolbar.find_person.person_chosen.connect(self.show_person)
        self.toolbar.without_asked.connect(self._show_without)
        self.matrix.seat_opened.connect(self._open_seat)
        self.matrix.seat_reached.connect(self._reach_seat)
        self.panel.closed.connect(self.close_panel)
        self.panel.stop_chosen.connect(self.go_to)
        self.panel.free_round_chosen.connect(self._show_free_round_of_subject)

    @property
    def board(self) -> PlanBoard | None:
        """The plan that is shown, with its people."""
        return self._board

    @property
    def comparing(self) -> bool:
        """Whether two versions are compared, and the grid may show another than the page is about."""
        return self.panel.shows(self.panel.compare_view)

    @property
    def subject(self) -> Subject | None:
        """Whom an act is about: what the panel speaks of, else what is chosen in the grid."""
        if self._subject is not None and self.panel.isVisibleTo(self):
            return self._subject
        return subject_at(self.model.place_at(self.matrix.currentIndex()), self.model.order)

    def show_plan(self, shown: ShownPlan) -> None:
        """Show a plan; who was chosen in the last one stays chosen."""
        in_panel = self._subject is not None and self.panel.isVisibleTo(self)
        kept = self.subject if self._board else None
        self.shown, board = shown, shown.board
        self._board = board
        self.quality_card.show_verdict(shown.verdict)
        self.toolbar.find_person.set_index(shown.index)
        self.toolbar.show_without(len(board.without()))
        self.toolbar.show_look(self.model.order, self.model.alone, board)
        if self.comparing:
            return
        self.matrix.keep_place(board)
        if kept is None:
            self.close_panel()
        elif kept.mentee_id in board.people:
            self._show_again(board, kept, in_panel=in_panel)

    def _show_again(self, board: PlanBoard, kept: Subject, *, in_panel: bool) -> None:
        """Choose somebody in the round in which they were chosen, wherever they sit now."""
        seat = board.seat_of(kept.mentee_id, kept.round)
        if seat is not None and self.model.index_of(seat).isValid():
            self.matrix.choose(self.model.index_of(seat))
        if in_panel and seat is not None:
            self._show_pair(seat)
        elif in_panel:
            self.show_free_seat(kept.mentee_id, kept.round)

    def show_order(self, order: Order) -> None:
        """Show the whole evening by table or by mentee; who is chosen stays chosen."""
        self.look_at(WHOLE if self.model.alone.attendee_id else self.model.alone, order)

    def look_at(self, alone: Alone, order: Order | None = None) -> None:
        """Show a round or a row by itself, or the whole evening again."""
        kept, in_panel = self.subject, self._subject is not None and self.panel.isVisibleTo(self)
        self.model.show(self.model.board, order or self.model.order, alone)
        self.toolbar.show_look(self.model.order, alone, self._board)
        seat = kept.introduction if kept else None
        if seat is None:
            self.matrix.setCurrentIndex(self.model.index(0, 0))
            return
        if self.model.index_of(seat).isValid():
            self.matrix.choose(self.model.index_of(seat))
        if in_panel:
            self._show_pair(seat)

    def show_person(self, attendee_id: int) -> None:
        """Jump to someone: to their first meeting, or to why they have none and where they could sit."""
        board = self._board
        if board is None or attendee_id not in board.people:
            return
        person, evening = board.people[attendee_id], board.evening(attendee_id)
        if evening:
            self.go_to(evening[0])
            self.model.follow_person(attendee_id)
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        title = "Without an introduction" if board.reason_without(attendee_id) else "Not in this plan"
        left = board.held_rounds + 1
        if person.role.seeks and person.here and left <= board.plan.rounds:
            self._show_seat(person, left, title, why_absent(board, person))
        else:
            self._show_people(title, "", [(person, why_absent(board, person))])

    def close_panel(self) -> None:
        """Take the panel away and free the chips it had outlined."""
        had_focus = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.panel.hide()
        self._subject = None
        self.model.follow_person(None)
        self.model.point_at(frozenset())
        self._place_panel()
        if had_focus:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel, then shows the whole evening again."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.close_panel()
        elif event.key() == Qt.Key.Key_Escape and self.model.alone != WHOLE:
            self.look_at(WHOLE, Order(self.toolbar.order_switch.key))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._place_panel()

    def _place_panel(self) -> None:
        self._places.fit()
        if self.matrix.currentIndex().isValid():
            self.matrix.scrollTo(self.matrix.currentIndex())

    def _open_seat(self, index: QModelIndex) -> None:
        place = self.model.place_at(index)
        if place is None or self.comparing:
            return
        if place.introduction is not None:
            self._show_pair(place.introduction)
        else:
            self._show_empty_seat(place)

    def _reach_seat(self, index: QModelIndex) -> None:
        if self.panel.isVisibleTo(self):
            self._open_seat(index)

    def go_to(self, introduction: Introduction) -> None:
        """Choose an introduction and say why the two meet; out of sight, the whole evening is shown again."""
        if self.comparing:
            self.close_panel()
        if not self.model.index_of(introduction).isValid():
            self.look_at(WHOLE)
        self.matrix.choose(self.model.index_of(introduction))
        self._show_pair(introduction)

    def _show_pair(self, introduction: Introduction) -> None:
        if self._board is None:
            return
        self.panel.show_pair(self._board, introduction)
        by_table = self.model.order is Order.BY_TABLE
        self.model.follow_person(introduction.mentee_id if by_table else introduction.mentor_id)
        self._speak_of(Subject(introduction.mentee_id, introduction.round, introduction))

    def _show_empty_seat(self, place: Place) -> None:
        subject = subject_at(place, self.model.order)
        if subject is not None:
            self.show_free_seat(subject.mentee_id, subject.round)
        else:
            title, where, sentence = empty_words(place, self.model.order)
            self._show_people(title, where, [(place.row.attendee, sentence)])

    def show_free_seat(self, attendee_id: int, number: int) -> None:
        """Offer somebody a seat in a round in which they meet nobody."""
        person = self._board.people.get(attendee_id) if self._board else None
        if person is not None:
            self._show_seat(person, number, "A free round", f"{given_name(person.name)} meets nobody in this round.")
            self.free_round_opened.emit(attendee_id, number)

    def _show_free_round_of_subject(self, number: int) -> None:
        if self._subject is not None:
            self.show_free_seat(self._subject.mentee_id, number)

    def show_free_round(self, attendee_id: int, number: int, reason: str) -> None:
        """Say why a round is free, if it is still the one that is looked at."""
        if reason and self._subject == Subject(attendee_id, number, None):
            self.panel.seat_view.say(reason)

    def _show_seat(self, person: Attendee, number: int, title: str, sentence: str) -> None:
        if self._board is not None:
            self.panel.show_seat(self._board, person, number, title, sentence)
            self.model.follow_person(person.id)
            self._speak_of(Subject(person.id, number, None))

    def _speak_of(self, subject: Subject) -> None:
        self._subject = subject
        self._place_panel()
        self.subject_shown.emit(subject)

    def _show_reasons(self) -> None:
        self.panel.show_reasons()
        self.speak_of_nobody()
        self.reasons_asked.emit()

    def _show_without(self) -> None:
        if self._board is not None:
            self._show_people("Without an introduction", "", self._board.without())

    def _show_people(self, title: str, place: str, people: list[tuple[Attendee, str]]) -> None:
        self.panel.show_people(title, place, people)
        self.speak_of_nobody()

    def speak_of_nobody(self) -> None:
        """Make room for what the panel shows, which is about no one mentee."""
        self._subject = None
        self.model.follow_person(None)
        self._place_panel()
