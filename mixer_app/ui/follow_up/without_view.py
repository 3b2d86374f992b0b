"""All people without a mutual match, each with whom to meet next, to be put into the summary."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.referrals import Suggestion
from mixer_app.services.suggestions import WithoutMatch
from mixer_app.ui.follow_up.lines import LineAct, LineCell, LineColumn, TableLine
from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.widgets import EmptyState
from mixer_app.ui.widgets.roles import WORDS

_COLUMNS: Final = (
    LineColumn("Name", 26),
    LineColumn("Role", 10, leaves_below=560),
    LineColumn("Whom to meet next", 44),
    LineColumn("In the summary", 16),
)


class WithoutView(LinesView):
    """`suggest_asked` carries a `Suggestion`; `others_asked` one for whom somebody else is looked for."""

    suggest_asked = Signal(object)
    others_asked = Signal(object, object)  # Suggestion, the button

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "users", "Nobody is without a match", "Whoever has no mutual match once all answers are in is listed here."
        )
        super().__init__(
            _COLUMNS,
            name="People without a match",
            prompt="Name, employer or badge code; spelling is forgiven",
            empty=empty,
            parent=parent,
        )

    def show_people(self, without: WithoutMatch) -> None:
        """Show who is without."""
        self.show_lines([suggestion_line(one) for one in without.people])

    def acts(self, line: TableLine) -> Sequence[LineAct]:
        """Suggest, take back, or look for someone else."""
        one = line.subject
        if not isinstance(one, Suggestion):
            return ()
        words = "Take out of the summary" if one.confirmed else "Suggest"
        return (
            LineAct(words, partial(self.suggest_asked.emit, one)),
            LineAct("Someone else…", partial(self._ask_others, one)),
        )

    def _ask_others(self, one: Suggestion) -> None:
        self.others_asked.emit(one, self.act_buttons[1])


def suggestion_line(one: Suggestion) -> TableLine:
    """A person without a match as a line of the table."""
    other = one.other.attendee_id if one.other else 0
    state = LineCell("Suggested", icon="check-circle", tone="good") if one.confirmed else LineCell("Not yet")
    role = WORDS[str(one.role)]
    stands = "It stands in the summary." if one.confirmed else "It is not in the summary yet."
    return TableLine(
        key=(one.attendee_id, other, one.confirmed),
        cells=(
            LineCell(one.name.shown, role=str(one.role), strong=True),
            LineCell(role),
            LineCell(one.words),
            state,
        ),
        people=frozenset((one.attendee_id, other)),
        marks=frozenset({("Role", role), ("Summary", "suggested" if one.confirmed else "nothing yet")}),
        detail=f"{one.name.shown}, {role.lower()}: {one.words}. {stands}",
        subject=one,
    )
