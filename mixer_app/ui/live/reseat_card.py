"""The remedy: what it would change, how good it is, and only then the button that applies it."""

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mixer_app.ui.live.moves_list import MovesList, move_lines
from mixer_app.ui.widgets import (
    PRIMARY,
    Button,
    IconButton,
    IconLabel,
    Segment,
    SegmentedControl,
    label,
    line,
)

if TYPE_CHECKING:
    from mixer_app.services.reseat import ReseatProposal

NOW: Final = "now"
NEXT: Final = "next"
LOOKING: Final = "Looking for the least change"


class Standing(Enum):
    """How far the remedy is."""

    IDLE = auto()  # nobody has looked
    WORKING = auto()
    FOUND = auto()
    STALE = auto()  # the room has changed since
    ASIDE = auto()  # found, and kept for later


class ReseatCard(QFrame):
    """Shows one proposal; tells what a person wants."""

    look_asked = Signal()
    apply_asked = Signal()
    cancel_asked = Signal()
    finish_asked = Signal()
    from_chosen = Signal(str)
    closed = Signal()
    standing_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal: ReseatProposal | None = None
        self.standing = Standing.IDLE
        self._need = ""
        self._stale = ""
        self._over = False  # no round can be changed any more
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.setObjectName("reseat_card")
        self.setProperty("look", "card")
        self.setAccessibleName("Reseat")
        self.from_switch = SegmentedControl([Segment(NEXT, "From round 1")], name="Change", height=36)
        self.close_button = IconButton("x", "Close the changes", key="Esc")
        self.close_button.setObjectName("close_reseat_button")
        self.verdict_label = label("", "title", wrap=True)
        self.proof_icon = IconLabel("seal-check", "good", weight="fill")
        self.consequence_label = label("", "muted", wrap=True)
        self.look_button = Button("Look for the least change", key="Ctrl R")
        self.cancel_button = Button("Cancel")
        self.finish_button = Button("Use the best so far")
        self.moves = MovesList()
        self.print_box = QCheckBox("Print slips")
        self.print_box.setChecked(True)
        self.aside_button = Button("Set aside")
        self.apply_button = Button("Apply", kind=PRIMARY)
        self.apply_button.setToolTip("Apply the changes (Ctrl+Enter)")
        for name in ("look_button", "cancel_button", "finish_button", "print_box", "aside_button", "apply_button"):
            getattr(self, name).setObjectName(name)
        self._assemble()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 12, 0)
        head.addWidget(label("Reseat", "body_strong"))
        head.addStretch(1)
        head.addWidget(self.from_switch)
        head.addWidget(self.close_button)
        why = QHBoxLayout()
        why.setSpacing(8)
        why.addWidget(self.proof_icon, 0, Qt.AlignmentFlag.AlignTop)
        why.addWidget(self.consequence_label, 1)
        asks = QHBoxLayout()
        asks.setSpacing(8)
        for button in (self.look_button, self.finish_button, self.cancel_button):
            asks.addWidget(button)
        asks.addStretch(1)
        verdict = QVBoxLayout()
        verdict.setContentsMargins(20, 4, 20, 16)
        verdict.setSpacing(8)
        verdict.addWidget(self.verdict_label)
        verdict.addLayout(why)
        verdict.addLayout(asks)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(20, 16, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.print_box)
        foot.addStretch(1)
        foot.addWidget(self.aside_button)
        foot.addWidget(self.apply_button)
        self._foot_line = line()
        self._list_line = line()
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(verdict)
        column.addWidget(self._list_line)
        column.addWidget(self.moves, 1)
        column.addWidget(self._rest, 1)
        column.addWidget(self._foot_line)
        column.addWidget(self._foot)
        self.close_button.hide()

    def _connect(self) -> None:
        self.look_button.clicked.connect(self._look_or_show)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.finish_button.clicked.connect(self.finish_asked)
        self.apply_button.clicked.connect(self.apply_asked)
        self.aside_button.clicked.connect(self.set_aside)
        self.from_switch.chosen.connect(self.from_chosen)
        self.close_button.clicked.connect(self.closed)

    # what the page asks of it

    @property
    def can_apply(self) -> bool:
        """Whether there is something that may be applied now."""
        return self.standing is Standing.FOUND and self.proposal is not None and bool(self.proposal.moves)

    @property
    def wants_paper(self) -> bool:
        """Whether sheets are to be printed for those whom the changes are about."""
        return self.print_box.isChecked() and not self.print_box.isHidden()

    def offer_rounds(self, now: int | None, following: int | None) -> None:
        """Offer to change the round under way, those from `following` on, or both."""
        offers = [Segment(NOW, "Now")] if now is not None else []
        offers += [Segment(NEXT, f"From round {following}")] if following is not None else []
        had = len(offers) > 1 and len([1 for key in (NOW, NEXT) if self._offers(key)]) > 1
        if not offers and not self._over:
            self.forget()
        over, self._over = self._over, not offers
        self.from_switch.setVisible(bool(offers))
        if over is not self._over:
            self._show()
        if not offers:
            return
        self.from_switch.set_segments(offers)
        if len(offers) > 1 and not had:
            self.from_switch.set_key(NEXT)
        self.from_switch.setEnabled(len(offers) > 1)

    def show_need(self, need: str) -> None:
        """Say what there is to do before anybody has looked; empty: nothing."""
        if need != self._need:
            self._need = need
            self._show()

    def begin(self) -> None:
        """A search has begun; what was found before stays, pale."""
        self._set(Standing.WORKING)

    def show_progress(self, fraction: float, stage: str) -> None:
        """The search lasts: offer the ways out of it."""
        if self.standing is Standing.WORKING:
            self.cancel_button.show()
            self.finish_button.show()
            self.consequence_label.setText(stage)

    def end(self) -> None:
        """The search is over without a new result."""
        if self.standing is Standing.WORKING:
            self._set(Standing.FOUND if self.proposal is not None else Standing.IDLE)

    def show_proposal(self, proposal: "ReseatProposal") -> None:
        """Show what was found."""
        self.proposal = proposal
        self.moves.setCurrentIndex(QModelIndex())
        self.moves.show_lines(move_lines(proposal.moves, proposal.from_round))
        self.moves.scrollToTop()
        self._set(Standing.FOUND)

    def tell_stale(self, sentence: str) -> None:
        """The room has changed since the search (`sentence` says how); empty: it still fits."""
        self._stale = sentence
        if self.standing is Standing.FOUND and sentence:
            self._set(Standing.STALE)
        elif self.standing is Standing.STALE and not sentence:
            self._set(Standing.FOUND)
        elif self.standing is Standing.STALE:
            self._show()

    def forget(self) -> None:
        """Nothing is proposed any more."""
        self.proposal, self._stale = None, ""
        self._set(Standing.IDLE)

    def set_aside(self) -> None:
        """Keep the list for later."""
        self._set(Standing.ASIDE)
        self.look_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # behaviour

    def _offers(self, key: str) -> bool:
        try:
            self.from_switch.button(key)
        except KeyError:
            return False
        return True

    def _look_or_show(self) -> None:
        if self.standing is Standing.ASIDE:
            self._set(Standing.FOUND)
            self.tell_stale(self._stale)
        else:
            self.look_asked.emit()

    def _set(self, standing: Standing) -> None:
        self.standing = standing
        self._show()

    def _show(self) -> None:
        moves = len(self.proposal.moves) if self.proposal is not None else 0
        listed = self.proposal is not None and self.standing is not Standing.ASIDE and moves > 0
        working = self.standing is Standing.WORKING
        words, consequence = self._words(moves)
        self.verdict_label.setText(words)
        self.consequence_label.setText(consequence)
        self.consequence_label.setVisible(bool(consequence) or working)
        proven = self.standing is Standing.FOUND and self.proposal is not None and self.proposal.proven
        self.proof_icon.setVisible(proven and bool(consequence))
        self.look_button.setText(self._look_words())
        asks = {Standing.IDLE: bool(self._need) and not self._over, Standing.FOUND: False, Standing.WORKING: False}
        self.look_button.setVisible(asks.get(self.standing, True))
        self.cancel_button.hide()
        self.finish_button.hide()
        self.moves.setVisible(listed)
        self._list_line.setVisible(listed)
        self._rest.setVisible(not listed)
        self.moves.set_dimmed(working or self.standing is Standing.STALE)
        self._foot.setVisible(listed)
        self._foot_line.setVisible(listed)
        self._show_foot(moves)
        self.standing_changed.emit()

    def _show_foot(self, moves: int) -> None:
        people = len(self.proposal.affected_ids) if self.proposal is not None else 0
        self.print_box.setText(f"Print {people:,} slip{'' if people == 1 else 's'}")
        self.print_box.setVisible(people > 0)
        self.apply_button.setText(f"Apply {moves:,} change{'' if moves == 1 else 's'}")
        self.apply_button.setEnabled(self.can_apply)
        self.aside_button.setEnabled(self.standing in (Standing.FOUND, Standing.STALE))

    def _look_words(self) -> str:
        return {
            Standing.STALE: "Look again",
            Standing.ASIDE: "Show them again",
        }.get(self.standing, "Look for the least change")

    def _words(self, moves: int) -> tuple[str, str]:
        """The verdict, and its consequence for the others."""
        proposal = self.proposal
        if self.standing is Standing.WORKING:
            return LOOKING, ""
        if self.standing is Standing.STALE:
            return self._stale, "The list below was made before that."
        if self.standing is Standing.ASIDE:
            return f"{moves:,} change{'' if moves == 1 else 's'} set aside", "Nothing was changed."
        if self.standing is Standing.FOUND and proposal is not None:
            return proposal.verdict, proposal.consequence
        if self._over:
            return "All rounds are over", ""
        if self._need:
            return self._need, "Nothing changes before you have read the list and applied it."
        return "Everyone has a seat", ""
