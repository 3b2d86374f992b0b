"""Which rounds the marshals get, on which paper, and what is on the back."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mixer_app.domain.events import RoundTimes
from mixer_app.domain.round_paper import PageSize
from mixer_app.services.paper import DocumentOptions
from mixer_app.services.paper_facts import PaperFacts
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.widgets.combos import ElidedCombo

_NEXT, _ALL = 0, -1


class RoundOptions(QWidget):
    """The choices for round sheets: the next round, unless somebody chooses another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[RoundTimes, ...] = ()
        self._next = 1
        self._paper_chosen = False
        self.round_combo = ElidedCombo("round_combo")
        self.paper_combo = ElidedCombo("round_paper_combo")
        self.names_box = QCheckBox("Everybody by name on the back")
        self.names_box.setObjectName("names_box")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        option_part("Round", self.round_combo, column)
        option_part("Paper", self.paper_combo, column)
        column.addWidget(self.names_box)
        for page in PageSize:
            self.paper_combo.addItem(page.value, page)
        self.round_combo.activated.connect(self.changed)
        self.paper_combo.activated.connect(self._take_paper)
        self.names_box.toggled.connect(self.changed)

    def options(self) -> DocumentOptions:
        """What was chosen."""
        chosen = self._chosen
        rounds = None if chosen == _ALL else frozenset({chosen or self._next})
        return DocumentOptions(rounds=rounds, by_person=self.names_box.isChecked(), page=self.paper_combo.currentData())

    @property
    def count(self) -> int:
        """How many rounds are chosen."""
        return len(self._rounds) if self._chosen == _ALL else min(1, len(self._rounds))

    @property
    def _chosen(self) -> int:
        chosen = self.round_combo.currentData()
        return _NEXT if chosen is None else chosen

    def show_facts(self, facts: PaperFacts) -> None:
        """Offer the rounds of the plan; what was chosen stays chosen."""
        kept, self._rounds, self._next = self._chosen, facts.rounds, facts.next_round
        with QSignalBlocker(self.round_combo):
            self.round_combo.clear()
            if facts.rounds:
                self.round_combo.addItem(f"Next: {_round(facts.rounds[facts.next_round - 1])}", _NEXT)
            for times in facts.rounds:
                self.round_combo.addItem(_round(times), times.number)
            if len(facts.rounds) > 1:
                self.round_combo.addItem(f"All {len(facts.rounds)} rounds", _ALL)
            self.round_combo.setCurrentIndex(max(0, self.round_combo.findData(kept)))
        if not self._paper_chosen:
            with QSignalBlocker(self.paper_combo):
                self.paper_combo.setCurrentIndex(self.paper_combo.findData(facts.page))

    def _take_paper(self) -> None:
        self._paper_chosen = True
        self.changed.emit()


def _round(times: RoundTimes) -> str:
    return f"Round {times.number}, {times.starts_at:%H:%M}"
