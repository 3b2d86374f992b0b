"""Why this pair: who they are, the mentee's evening, how well they fit and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mixer_app.domain.fit import FIT_WORDS
from mixer_app.domain.plans import Introduction
from mixer_app.domain.roles import Role
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.evening_strip import EveningStrip
from mixer_app.ui.plan.evidence_list import EvidenceList
from mixer_app.ui.plan.offers_list import OffersList
from mixer_app.ui.plan.person_block import PersonBlock
from mixer_app.ui.plan.step_scale import StepScale
from mixer_app.ui.plan.words import given_name
from mixer_app.ui.widgets.buttons import Button
from mixer_app.ui.widgets.cards import line
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import label


class PairView(QWidget):
    """The content of the panel for one introduction."""

    stop_chosen = Signal(object)
    """Another `Introduction` of the mentee's evening."""
    free_round_chosen = Signal(int)
    together_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mentee_block = PersonBlock()
        self.mentor_block = PersonBlock()
        self._evening_label = label("", "muted_caption", wrap=True)
        self.evening_strip = EveningStrip()
        self.step_label = label("", "title")
        self.score_label = label("", "title_muted")
        self._scale = StepScale()
        self.evidence_list = EvidenceList()
        self.offers = OffersList()
        self.together_button = Button("Bring together", key="B")
        self._build()
        self.evening_strip.stop_chosen.connect(self.stop_chosen)
        self.evening_strip.free_round_chosen.connect(self.free_round_chosen)
        self.together_button.clicked.connect(self.together_asked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.mentee_block)
        column.addWidget(self.mentor_block)
        column.addSpacing(2)
        evening = QVBoxLayout()
        evening.setSpacing(4)
        evening.addWidget(self._evening_label)
        evening.addWidget(self.evening_strip)
        column.addLayout(evening)
        column.addSpacing(4)
        column.addWidget(line())
        column.addWidget(FlowRow([self.step_label, self.score_label], at_end=[self._scale]))
        column.addWidget(self.evidence_list)
        column.addSpacing(8)
        column.addWidget(self.offers)
        column.addWidget(self.together_button)
        column.addStretch(1)

    def show_pair(self, board: PlanBoard, introduction: Introduction) -> None:
        """Show one introduction of `board`."""
        mentee, mentor = board.people.get(introduction.mentee_id), board.people.get(introduction.mentor_id)
        if mentee is not None:
            self.mentee_block.show_person(mentee, Role.MENTEE)
            self._evening_label.setText(f"{given_name(mentee.name)}’s evening, round and table")
        if mentor is not None:
            self.mentor_block.show_person(mentor, Role.MENTOR)
        seeking = tuple(
            each for each in board.evening(introduction.mentee_id) if each.mentee_id == introduction.mentee_id
        )
        self.evening_strip.show_evening(board, seeking, introduction.round)
        step = board.step(introduction)
        self.step_label.setText(FIT_WORDS[step].capitalize())
        self.score_label.setText(f"{introduction.score:.2f}")
        self._scale.show_step(step)
        self.evidence_list.show_evidence(introduction.evidence)
