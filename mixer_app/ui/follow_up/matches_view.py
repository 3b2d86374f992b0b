"""All mutual matches: who goes on, who waits for a place, and what staff decide about it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.matches import MatchDecision, Standing
from mixer_app.services.matches import MutualMatch
from mixer_app.services.wall_clock import venue_time
from mixer_app.ui.follow_up.lines import LineAct, LineCell, LineColumn, TableLine
from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.follow_up.words import capitalised, often_words, places_words, round_words, standing_words
from mixer_app.ui.widgets import EmptyState

_COLUMNS: Final = (
    LineColumn("Mentor", 20),
    LineColumn("Mentee", 20),
    LineColumn("Met", 8, leaves_below=860),
    LineColumn("What they share", 18, leaves_below=640),
    LineColumn("How often", 20, leaves_below=1040),
    LineColumn("Standing", 18),
)
_LOOKS: Final = {
    Standing.GOES_ON: ("check-circle", "good"),
    Standing.WAITS: ("hourglass", "warn"),
    Standing.ENDED: ("prohibit", "text_muted"),
}
_DECIDE: Final = {
    MatchDecision.FIRST: "Put first",
    MatchDecision.BEYOND: "Take beyond the limit",
    MatchDecision.ENDED: "End it",
}


class MatchesView(LinesView):
    """`decided` carries the match and a `MatchDecision`, or None to take one back."""

    decided = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "handshake", "No mutual match yet", "They appear here as soon as both sides of a talk have said yes."
        )
        super().__init__(
            _COLUMNS,
            name="Mutual matches",
            prompt="Name, employer or badge code; spelling is forgiven",
            empty=empty,
            parent=parent,
        )

    def show_matches(self, matches: Sequence[MutualMatch]) -> None:
        """Show these, as they come until a column is ordered by."""
        self.show_lines([match_line(match) for match in matches])

    def acts(self, line: TableLine) -> Sequence[LineAct]:
        """What can be decided about a match."""
        match = line.subject
        if not isinstance(match, MutualMatch):
            return ()
        offered = [decision for decision in _DECIDE if decision is not match.decision and _makes_sense(match, decision)]
        acts = [LineAct(_DECIDE[decision], partial(self.decided.emit, match, decision)) for decision in offered]
        if match.decision is not None:
            acts.append(LineAct("Take the decision back", partial(self.decided.emit, match, None)))
        return acts


def _makes_sense(match: MutualMatch, decision: MatchDecision) -> bool:
    """First and beyond are for mentors who have said how many they take."""
    if decision is MatchDecision.ENDED:
        return True
    return match.places is not None and (decision is MatchDecision.FIRST or match.standing is not Standing.GOES_ON)


def match_line(match: MutualMatch) -> TableLine:
    """A mutual match as a line of the table."""
    mentor, mentee = match.mentor.name.shown, match.mentee.name.shown
    met, often, standing = round_words(match.round), often_words(match), standing_words(match)
    icon, tone = _LOOKS[match.standing]
    since = f"Both answers in since {venue_time(match.at):%H:%M}."
    parts = (
        f"{mentor} and {mentee}: {standing[:1].lower()}{standing[1:]}.",
        f"{met}, {match.shares}{f'; {often}' if often else ''}.",
        places_words(match),
        since,
    )
    return TableLine(
        key=(match.mentor_id, match.mentee_id),
        cells=(
            LineCell(mentor, role="mentor", strong=True),
            LineCell(mentee, role="mentee", strong=True),
            LineCell(met, order=match.round),
            LineCell(capitalised(match.shares)),
            LineCell(capitalised(often), tone="text_muted"),
            LineCell(standing, icon=icon, tone=tone, order=list(Standing).index(match.standing)),
        ),
        people=frozenset((match.mentor_id, match.mentee_id)),
        marks=frozenset({("Standing", standing), ("Met", met), ("Contact", _contact_mark(match))}),
        detail=" ".join(part for part in parts if part),
        subject=match,
    )


def _contact_mark(match: MutualMatch) -> str:
    return "not given by both" if match.shares.startswith("no contact") else "given by both"
