"""All referrals: who is passed on to whom, how far it has come, and what comes next."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.referrals import Referral, ReferralState
from mixer_app.services.referrals import WantsToRefer
from mixer_app.ui.follow_up.lines import LineAct, LineCell, LineColumn, TableLine
from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.follow_up.row_editor import ReferralEditor
from mixer_app.ui.follow_up.words import capitalised, round_words, wanted_words
from mixer_app.ui.widgets import EmptyState

_COLUMNS: Final = (
    LineColumn("Mentee", 22),
    LineColumn("Better with", 20, leaves_below=640),
    LineColumn("Proposed mentor", 22),
    LineColumn("Referred by", 20, leaves_below=860),
    LineColumn("State", 22),
)
_LOOKS: Final = {
    ReferralState.PROPOSED: ("Proposed, not asked", "circle-dashed", "text"),
    ReferralState.ASKED: ("Mentor asked", "hourglass", "warn"),
    ReferralState.AGREED: ("Agreed", "check-circle", "good"),
    ReferralState.DECLINED: ("Declined", "prohibit", "text_muted"),
    ReferralState.WITHDRAWN: ("Withdrawn", "minus", "text_muted"),
}
_NEXT: Final = {
    ReferralState.PROPOSED: "Take up again",
    ReferralState.ASKED: "Mentor was asked",
    ReferralState.AGREED: "Mentor agreed",
    ReferralState.DECLINED: "Mentor declined",
    ReferralState.WITHDRAWN: "Withdraw",
}
_OVER: Final = (ReferralState.DECLINED, ReferralState.WITHDRAWN)
_OPEN: Final = "Say to whom"


class ReferralsView(LinesView):
    """Tells what is wanted of a `Referral`; `referred` carries a `WantsToRefer` and an `Onward`."""

    state_wanted = Signal(object, object)  # Referral, ReferralState
    mentors_asked = Signal(object, object)  # Referral, the button
    seat_wanted = Signal(object)
    referred = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "arrow-u-up-right",
            "No referral yet",
            "On a mentor’s sheet R notes whom they would pass on, and to whom or for what.",
        )
        self._rounds_to_come = 0
        super().__init__(
            _COLUMNS,
            name="Referrals",
            prompt="Name, employer or badge code; spelling is forgiven",
            empty=empty,
            parent=parent,
        )
        self.editor = ReferralEditor(margin=0)
        self.editor.hide()
        self.foot_column.addWidget(self.editor)
        self.editor.kept.connect(self._refer)
        self.editor.left.connect(self.table.setFocus)

    def offer(self, terms: Sequence[str], mentors: Mapping[int, str]) -> None:
        """To what and whom a mentor can refer."""
        self.editor.offer(terms, mentors)

    def show_referrals(
        self, referrals: Sequence[Referral], wishes: Sequence[WantsToRefer], *, rounds_to_come: int
    ) -> None:
        """Show what is still to be said first, then the referrals, the newest first."""
        self._rounds_to_come = rounds_to_come
        self.show_lines([*(wish_line(one) for one in wishes), *(referral_line(one) for one in referrals)])

    def show_line(self, line: TableLine | None) -> None:
        """Where a mentor has not said to whom, ask for it here."""
        super().show_line(line)
        wish = line is not None and isinstance(line.subject, WantsToRefer)
        if wish and self.editor.isHidden():
            self.editor.edit.clear()
        self.editor.setVisible(wish)

    def acts(self, line: TableLine) -> Sequence[LineAct]:
        """What can be noted about a referral next."""
        one = line.subject
        if not isinstance(one, Referral):
            return ()
        acts = [LineAct(_NEXT[state], partial(self.state_wanted.emit, one, state)) for state in one.next_states]
        if one.state is not ReferralState.WITHDRAWN:
            words = "Propose someone else…" if one.mentor_id is not None else "Propose a mentor…"
            acts.append(LineAct(words, partial(self._ask_mentors, one, len(acts))))
        if self._rounds_to_come and one.round is None and one.mentor_id is not None and one.state not in _OVER:
            acts.append(LineAct("Put into a round to come", partial(self.seat_wanted.emit, one)))
        return acts

    def _ask_mentors(self, one: Referral, place: int) -> None:
        self.mentors_asked.emit(one, self.act_buttons[place])

    def _refer(self, onward: object) -> None:
        line = self.table.line
        if line is not None and isinstance(line.subject, WantsToRefer):
            self.referred.emit(line.subject, onward)


def referral_line(one: Referral) -> TableLine:
    """A referral as a line of the table."""
    state, icon, tone = _LOOKS[one.state]
    seated = f", {round_words(one.round).lower()}" if one.round else ""
    by = one.from_name.shown if one.from_name else "Staff"
    mentor = one.mentor.shown if one.mentor else ""
    told = f"It is proposed that they talk with {mentor}." if mentor else "Nobody is proposed yet."
    together = f" They meet in round {one.round}." if one.round else ""
    return TableLine(
        key=("referral", one.id),
        cells=(
            LineCell(one.mentee.shown, role="mentee", strong=True),
            LineCell(capitalised(wanted_words(one)), tone="text" if one.wanted else "text_muted"),
            LineCell(mentor or "Nobody yet", role="mentor" if mentor else "", tone="text" if mentor else "text_muted"),
            LineCell(by),
            LineCell(f"{state}{seated}", icon=icon, tone=tone, order=list(ReferralState).index(one.state)),
        ),
        people=frozenset(number for number in (one.mentee_id, one.from_id, one.mentor_id) if number is not None),
        marks=frozenset({("State", state)}),
        detail=f"{one.mentee.shown} is better with {wanted_words(one)}, says {by}. {told}{together} {state}.",
        subject=one,
    )


def wish_line(one: WantsToRefer) -> TableLine:
    """A mentor who would refer somebody on and has not said to whom, as a line of the table."""
    return TableLine(
        key=("wish", one.mentor_id, one.mentee_id),
        cells=(
            LineCell(one.mentee.shown, role="mentee", strong=True),
            LineCell("Not said", tone="text_muted"),
            LineCell("Nobody yet", tone="text_muted"),
            LineCell(one.mentor.shown),
            LineCell(_OPEN, icon="warning", tone="warn", order=-1),
        ),
        people=frozenset((one.mentor_id, one.mentee_id)),
        marks=frozenset({("State", _OPEN)}),
        detail=f"{one.mentor.shown} would pass {one.mentee.shown} on and has not said to whom. Note it here.",
        subject=one,
    )
