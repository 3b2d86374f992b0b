"""What everyone takes home: who gets what, printed or written into the folder of the follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.paper import FollowUpSummary
from mixer_app.services.words import listed
from mixer_app.ui.follow_up.lines import LineAct, LineCell, LineColumn, TableLine
from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.follow_up.words import capitalised, counted
from mixer_app.ui.widgets import EmptyState
from mixer_app.ui.widgets.roles import WORDS

_COLUMNS: Final = (
    LineColumn("Name", 24),
    LineColumn("Met", 8, leaves_below=860),
    LineColumn("Stays in touch with", 30),
    LineColumn("Also in it", 28, leaves_below=640),
    LineColumn("Reached by", 16, leaves_below=760),
)


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A summary with its person, and the address it can be sent to."""

    attendee_id: int
    summary: FollowUpSummary
    email: str


class SummariesView(LinesView):
    """`print_asked` and `export_asked` carry a `SummaryRow`."""

    print_asked = Signal(object)
    export_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState("file-text", "No summaries yet", "Everyone who was at the event gets one.")
        super().__init__(
            _COLUMNS,
            name="Summaries",
            prompt="Name, employer or badge code; spelling is forgiven",
            empty=empty,
            parent=parent,
        )

    def show_summaries(self, rows: Sequence[SummaryRow]) -> None:
        """Show who gets what."""
        self.empty.set_words("No summaries yet", "Everyone who was at the event gets one.")
        self.show_lines([summary_line(row) for row in rows])

    def show_reading(self) -> None:
        """Before anything is known."""
        if not self.model.total:
            self.empty.set_words("Making the summaries")

    def show_none(self, sentence: str) -> None:
        """Say why there are none."""
        self.empty.set_words("No summaries yet", sentence)
        self.show_lines(())

    def acts(self, line: TableLine) -> Sequence[LineAct]:
        """What can be done about a summary."""
        row = line.subject
        if not isinstance(row, SummaryRow):
            return ()
        return (
            LineAct("Print this summary", partial(self.print_asked.emit, row)),
            LineAct("Export for this person", partial(self.export_asked.emit, row)),
        )


def summary_line(row: SummaryRow) -> TableLine:
    """A summary as a line of the table."""
    one = row.summary
    shared = [met.name.shown for met in one.met if met.mutual and not met.waits]
    waits = [met.name.shown for met in one.met if met.waits]
    others = _others(one, waits)
    reached = LineCell("E-mail") if row.email else LineCell("By hand only", icon="warning", tone="warn")
    outcome = "a mutual match" if shared else "on a waiting list" if waits else "no match"
    role = WORDS[str(one.role)]
    met = f"met {counted(len(one.met), 'person', 'people')}"
    touch = f"Stays in touch with {listed(shared)}." if shared else "No contact is shared."
    also = f" {capitalised(others)}." if others else ""
    return TableLine(
        key=row.attendee_id,
        cells=(
            LineCell(one.name.shown, role=str(one.role), strong=True),
            LineCell(str(len(one.met)), order=len(one.met)),
            LineCell(", ".join(shared) or "–", tone="text" if shared else "text_muted", order=-len(shared)),
            LineCell(capitalised(others) or "–", tone="text" if others else "text_muted"),
            reached,
        ),
        people=frozenset((row.attendee_id,)),
        marks=frozenset(
            {("Role", role), ("Outcome", outcome), ("Reached", "by e-mail" if row.email else "by hand only")}
        ),
        detail=f"{one.name.shown}, {role.lower()}, {met}. {touch}{also} {_reached(row)}",
        subject=row,
    )


def _others(one: FollowUpSummary, waits: Sequence[str]) -> str:
    parts = [
        f"waits for {listed(waits)}" if waits else "",
        f"referred to {listed([other.name.shown for other in one.referred_to])}" if one.referred_to else "",
        f"suggested: {listed([other.name.shown for other in one.suggested])}" if one.suggested else "",
        "invited to the next event" if one.invited else "",
    ]
    return "; ".join(part for part in parts if part)


def _reached(row: SummaryRow) -> str:
    return f"Goes to {row.email}." if row.email else "No e-mail address is known: print it."
