"""A seat for somebody who is free in a round: their evening, the offers, and the way into the grid."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.evening_strip import EveningStrip
from mixer_app.ui.plan.offers_list import OffersList
from mixer_app.ui.plan.person_block import PersonBlock
from mixer_app.ui.plan.words import given_name
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.cards import line
from mixer_app.ui.widgets.labels import from_the_left, label


class SeatView(QWidget):
    """The content of the panel for a mentee and a round in which they meet nobody."""

    stop_chosen = Signal(object)
    free_round_chosen = Signal(int)
    move_asked = Signal()
    together_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_block = PersonBlock()
        self.sentence_label = label("", "body", wrap=True)
        self._evening_label = label("", "muted_caption", wrap=True)
        self.evening_strip = EveningStrip()
        self.offers = OffersList()
        self.move_button = Button("Choose in the grid", key="M")
        self.together_button = Button("Bring together", key="B")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(8)
        for widget in (self.person_block, self.sentence_label, self._evening_label, self.evening_strip, line()):
            column.addWidget(widget)
        for widget in (self.offers, self.move_button, self.together_button):
            column.addWidget(widget)
        column.addStretch(1)
        self.evening_strip.stop_chosen.connect(self.stop_chosen)
        self.evening_strip.free_round_chosen.connect(self.free_round_chosen)
        self.move_button.clicked.connect(self.move_asked)
        self.together_button.clicked.connect(self.together_asked)

    def show_seat(self, board: PlanBoard, person: Attendee, number: int, sentence: str) -> None:
        """Show somebody in a round (from 1), and why they are free in it."""
        self.person_block.show_person(person, Role.MENTEE)
        self.say(sentence)
        self._evening_label.setText(f"{given_name(person.name)}’s evening, round and table")
        seeking = tuple(each for each in board.evening(person.id) if each.mentee_id == person.id)
        self.evening_strip.show_evening(board, seeking, number)

    def say(self, sentence: str) -> None:
        """Say why the seat is free."""
        self.sentence_label.setText(from_the_left(sentence))
        self.sentence_label.setVisible(bool(sentence))

    def allow(self, *, editing: bool) -> None:
        """Whether anything can be changed."""
        self.move_button.setEnabled(editing)
        self.together_button.setEnabled(editing)
