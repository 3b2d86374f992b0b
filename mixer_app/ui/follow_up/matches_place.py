"""The place Matches: all mutual matches, or all people without one."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.follow_up.matches_view import MatchesView
from mixer_app.ui.follow_up.outcome_work import Outcome
from mixer_app.ui.follow_up.without_view import WithoutView
from mixer_app.ui.widgets import Segment, SegmentedControl

MATCHED: Final = "matched"
WITHOUT: Final = "without"


class MatchesPlace(QWidget):
    """One switch, two tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = SegmentedControl(_segments(0, 0), name="Which people")
        self.stack = QStackedWidget(self)
        self.matches, self.without = MatchesView(self.stack), WithoutView(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self.matches)
        self.stack.addWidget(self.without)
        self.matches.put_before_search(self.switch)
        self.switch.chosen.connect(self.choose)

    @property
    def view(self) -> LinesView:
        """The table that is shown."""
        return self.matches if self.stack.currentWidget() is self.matches else self.without

    def show_outcome(self, outcome: Outcome) -> None:
        """Show who matched and who did not."""
        people = len({one.attendee_id for one in outcome.without.people})
        self.switch.set_segments(_segments(len(outcome.matches), people))
        self.matches.show_matches(outcome.matches)
        self.without.show_people(outcome.without)

    def choose(self, key: str) -> None:
        """Show one of the two."""
        self.switch.set_key(key)
        focused = self.switch.button(key).hasFocus()
        self.stack.setCurrentWidget(self.without if key == WITHOUT else self.matches)
        self.view.put_before_search(self.switch)
        self.switch.show()
        if focused:
            self.switch.button(key).setFocus(Qt.FocusReason.OtherFocusReason)


def _segments(matches: int, without: int) -> tuple[Segment, ...]:
    return (
        Segment(MATCHED, "Mutual matches", note=f"{matches:,}"),
        Segment(WITHOUT, "Without a match", note=f"{without:,}"),
    )
