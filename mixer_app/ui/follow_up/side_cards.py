"""Beside the entry: the sheets entered last, the newest matches, and people without one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.answers import EnteredSheet
from mixer_app.domain.referrals import Suggestion
from mixer_app.services.matches import MutualMatch
from mixer_app.services.suggestions import WithoutMatch
from mixer_app.services.wall_clock import venue_time
from mixer_app.ui.follow_up.small_rows import PairRow, PersonRow
from mixer_app.ui.follow_up.words import counted, entered_words
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import LINK, Button, Card, IconLabel, RoleMark, label, line

SHOWN: Final = 4
"""Of the newest matches so many stand beside the entry."""

MOST_WITHOUT: Final = 50
"""Of people without a match so many; all are in the table."""

_LEGEND_FROM: Final = 440  # px at 100 %

Row = TypeVar("Row", bound=QWidget)


class ListCard(Card):
    """A heading, rows that are made once and filled anew, and a foot; more than there is room for scrolls."""

    def __init__(self, title: str, *, look: str = "title", scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self.setAccessibleName(title)
        self.heading_label = label(title, look)
        self.head_row = QHBoxLayout()
        self.head_row.setContentsMargins(20, 14, 16, 14)
        self.head_row.setSpacing(16)
        self.head_row.addWidget(self.heading_label)
        self.head_row.addStretch(1)
        self.foot_label = label("", "muted", wrap=True)
        self.foot_icon = IconLabel("hourglass", "text_muted", size=18)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self.foot_icon)
        foot.addWidget(self.foot_label, 1)
        self.foot_icon.hide()
        self.foot.hide()
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self.rows_column = QVBoxLayout(inside)
        self.rows_column.setContentsMargins(0, 0, 0, 0)
        self.rows_column.setSpacing(0)
        if scrolls:
            self.rows_column.addStretch(1)
        self.body.setSpacing(0)
        self.body.addLayout(self.head_row)
        self.body.addWidget(line())
        self.body.addWidget(_scrolling(inside) if scrolls else inside, 1 if scrolls else 0)
        self.body.addWidget(self.foot)

    def set_heading(self, words: str) -> None:
        """Another heading."""
        self.heading_label.setText(words)
        self.setAccessibleName(words)

    def set_foot(self, words: str) -> None:
        """Another line at the foot; without words there is none."""
        self.foot_label.setText(words)
        self.foot.setVisible(bool(words))

    def make_rows(self, rows: list[Row], count: int, make: Callable[[], Row]) -> Sequence[Row]:
        """So many of `rows` are shown, more are made as needed."""
        while len(rows) < count:
            rows.append(make())
            self.rows_column.insertWidget(len(rows) - 1, rows[-1])
        for place, row in enumerate(rows):
            row.setVisible(place < count)
        return rows[:count]


class EnteredCard(ListCard):
    """The last three sheets, each with Undo."""

    undo_asked = Signal(int, str)  # attendee, name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Entered last", look="body_strong", scrolls=False, parent=parent)
        self.rows: list[PersonRow] = []
        self._sheets: Sequence[EnteredSheet] = ()
        self.show_sheets(())

    def show_sheets(self, sheets: Sequence[EnteredSheet]) -> None:
        """Show these, the newest first."""
        self._sheets = sheets
        for row, sheet in zip(self.make_rows(self.rows, len(sheets), self._new_row), sheets, strict=True):
            at = f"{venue_time(sheet.at):%H:%M}"
            row.show_person(sheet.name, sheet.role, entered_words(sheet), at, "Undo")
        self.set_foot("" if sheets else "No sheet has been entered from paper yet.")

    def _new_row(self) -> PersonRow:
        row, place = PersonRow(), len(self.rows)
        row.acted.connect(partial(self._ask, place))
        return row

    def _ask(self, place: int) -> None:
        sheet = self._sheets[place]
        self.undo_asked.emit(sheet.attendee_id, sheet.name.shown)


class MatchesCard(ListCard):
    """The newest mutual matches."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("No mutual match yet", scrolls=False, parent=parent)
        self.rows: list[PairRow] = []
        self.all_button = Button("Show all", kind=LINK, small=True)
        self.all_button.setAccessibleName("Show all mutual matches")
        self.legend = (RoleMark("mentor"), RoleMark("mentee"))
        for mark in (*self.legend, self.all_button):
            self.head_row.addWidget(mark)
        self.all_button.clicked.connect(self.all_wanted)
        self.show_matches((), since=None)

    def show_matches(self, matches: Sequence[MutualMatch], *, since: datetime | None) -> None:
        """Show the newest; those that came after `since` are marked as new."""
        count = len(matches)
        self.set_heading(counted(count, "mutual match", "mutual matches") if count else "No mutual match yet")
        self.all_button.setVisible(count > 0)
        self._fit()
        newest = matches[:SHOWN]
        for row, match in zip(self.make_rows(self.rows, len(newest), PairRow), newest, strict=True):
            place = f"Round {match.round}" if match.round else "Besides the rounds"
            new = since is not None and match.at > since
            row.show_pair(match.mentor.name, match.mentee.name, f"{place}, {match.shares}", new=new)
        self.set_foot("" if count else "They appear as soon as both sides have said yes.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The legend is there where there are marks, and room for it."""
        for mark in self.legend:
            mark.setVisible(not self.all_button.isHidden() and self.width() >= current().px(_LEGEND_FROM))


class WithoutCard(ListCard):
    """People without a mutual match, each with a suggestion that rests on evidence."""

    suggest_asked = Signal(object)  # Suggestion
    others_asked = Signal(object, object)  # Suggestion, the button
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("People without a match", parent=parent)
        self.rows: list[PersonRow] = []
        self._people: Sequence[Suggestion] = ()
        self.all_button = Button("Show all", kind=LINK, small=True)
        self.all_button.setAccessibleName("Show all people without a match")
        self.all_button.hide()
        self.head_row.addWidget(self.all_button)
        self.all_button.clicked.connect(self.all_wanted)

    def show_people(self, without: WithoutMatch) -> None:
        """Show who is without, and how many still wait for sheets."""
        self._people = without.people
        count = len({one.attendee_id for one in without.people})
        self.set_heading(counted(count, "person without a match", "people without a match"))
        people = without.people[:MOST_WITHOUT]
        self.all_button.setVisible(bool(people))
        for row, one in zip(self.make_rows(self.rows, len(people), self._new_row), people, strict=True):
            row.show_person(one.name, one.role, one.words, "", "Suggested" if one.confirmed else "Suggest", more=True)
        waiting = without.waiting
        self.foot_icon.show()
        self.set_foot(f"{waiting:,} more wait for sheets that are not in yet" if waiting else "")

    def forget(self) -> None:
        """Show nobody."""
        self._people = ()
        self.make_rows(self.rows, 0, self._new_row)
        self.set_heading("People without a match")
        self.set_foot("")
        self.all_button.hide()

    def _new_row(self) -> PersonRow:
        row, place = PersonRow(), len(self.rows)
        row.acted.connect(partial(self._ask, place))
        row.more_wanted.connect(partial(self._ask_others, place))
        return row

    def _ask(self, place: int) -> None:
        self.suggest_asked.emit(self._people[place])

    def _ask_others(self, place: int, button: QWidget) -> None:
        self.others_asked.emit(self._people[place], button)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
