"""What stands where on the Follow-up page: the switch in the title row and the four views."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.ui.follow_up.enter_view import TWO_FROM, EnterView
from mixer_app.ui.follow_up.entry_card import EntryCard
from mixer_app.ui.follow_up.entry_work import Known
from mixer_app.ui.follow_up.export_note import ExportNote
from mixer_app.ui.follow_up.matches_place import MatchesPlace
from mixer_app.ui.follow_up.outcome_work import Outcome
from mixer_app.ui.follow_up.referrals_view import ReferralsView
from mixer_app.ui.follow_up.summaries_view import SummariesView
from mixer_app.ui.follow_up.words import counted
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import LINK, Button, PageHead, Segment, SegmentedControl, label
from mixer_app.ui.widgets.flow_row import FlowRow

ENTER: Final = "enter"
MATCHES: Final = "matches"
REFERRALS: Final = "referrals"
SUMMARIES: Final = "summaries"
_NAMES: Final = {ENTER: "Enter", MATCHES: "Matches", REFERRALS: "Referrals", SUMMARIES: "Summaries"}
_NOTICE_FROM: Final = 520  # px at 100 %: lower, the sheets need the room
_UNGUARDED: Final = "No PIN is set: whoever is at this computer can read the answers."


class FollowUpFrame(QObject):
    """Makes and places everything on `page`; `view_shown` tells the key of a view that a person chose."""

    view_shown = Signal(str)

    def __init__(self, page: QWidget, title: str, entry_card: EntryCard) -> None:
        super().__init__(page)
        self._title, self._event_name, self._counts = title, "", ""
        self._build(page, entry_card)
        self.views.chosen.connect(self.choose)
        self.close()

    @property
    def view_key(self) -> str:
        """The key of the view that is shown."""
        return self.views.key

    def choose(self, key: str) -> None:
        """Show a view."""
        if key in self._places:
            self.views.set_key(key)
            self.stack.setCurrentWidget(self._places[key])
            self.view_shown.emit(key)

    def search_field(self) -> QWidget | None:
        """Where one types whom to find in the view that is shown."""
        if self.outer.currentWidget() is not self.inside:
            return None
        fields = {
            ENTER: self.enter.entry_card.find_field,
            MATCHES: self.matches.view.search,
            REFERRALS: self.referrals.search,
            SUMMARIES: self.summaries.search,
        }
        return fields[self.view_key]

    def regions(self) -> list[QWidget]:
        """What F6 goes through."""
        enter = self.enter
        parts: list[QWidget] = [enter.entry_card, enter.entered_card, enter.matches_card, enter.without_card]
        for view in (self.matches.matches, self.matches.without, self.referrals, self.summaries):
            parts += [view.table, view.foot]
        return [self.head, *([self.views] if self.views.parentWidget() is not self.head else []), *parts]

    def show_event(self, name: str) -> None:
        """Name the event."""
        self._event_name = name
        self._show_caption()

    def show_known(self, known: Known) -> None:
        """Search among these people, and refer to them."""
        for view in (self.matches.matches, self.matches.without, self.referrals, self.summaries):
            view.use_index(known.index)
        self.referrals.offer(known.terms, {one.id: one.name.shown for one in known.people if one.role.hosts})

    def show_outcome(self, outcome: Outcome, *, since: datetime | None) -> None:
        """Show what came of the answers."""
        people = len({one.attendee_id for one in outcome.without.people})
        matches = counted(len(outcome.matches), "mutual match", "mutual matches")
        self._counts = f"{matches}, {people:,} without a match"
        self.enter.matches_card.show_matches(outcome.matches, since=since)
        self.enter.without_card.show_people(outcome.without)
        self.matches.show_outcome(outcome)
        self.referrals.show_referrals(outcome.referrals, outcome.wishes, rounds_to_come=outcome.rounds_to_come)
        self._show_caption()

    def open(self, *, guarded: bool) -> None:
        """Show the views; without a PIN say that there is none."""
        self.outer.setCurrentWidget(self.inside)
        self._guarded = guarded
        self.unguarded.setVisible(not guarded and not self._low)
        self._show_tools(on=True)

    def close(self) -> None:
        """Show nothing."""
        self.outer.setCurrentWidget(self.blank)
        self._show_tools(on=False)

    def forget(self) -> None:
        """Show nothing of any answer."""
        self._counts = ""
        self.enter.entered_card.show_sheets(())
        self.enter.matches_card.show_matches((), since=None)
        self.enter.without_card.forget()
        self.export_note.hide()
        for view in (self.matches.matches, self.matches.without, self.referrals, self.summaries):
            view.search.clear()
            view.show_lines(())
        self._show_caption()

    def fit(self, width: int, height: int) -> None:
        """The switch stands in the title row, or below it where the row is too short; a low window has no notice."""
        self._low = height / current().scale < _NOTICE_FROM
        self.unguarded.setVisible(not self._guarded and not self._low)
        self.enter.fit()
        self._narrow = width / current().scale < TWO_FROM
        self._show_caption()
        margin, title = current().space.page_margin, self.head.title_label.sizeHint().width()
        last = self.print_button.sizeHint().width()
        below = (
            2 * margin + title + self.views.sizeHint().width() + last + self.head.more_button.sizeHint().width() + 80
        )
        if (below > width) is not (self.views.parentWidget() is self.views_row):
            if below > width:
                self.views_row_layout.insertWidget(0, self.views)
            else:
                self.head.set_switch(self.views)
        self.views_row.setVisible(below > width and self.outer.currentWidget() is self.inside)

    # making it

    def _build(self, page: QWidget, entry_card: EntryCard) -> None:
        self._narrow = self._low = self._guarded = False
        self.head = PageHead(self._title)
        self.views = SegmentedControl([Segment(key, name) for key, name in _NAMES.items()], name="Follow-up")
        self.head.set_switch(self.views)
        self.export_button = Button("Export", icon_name="export")
        self.print_button = Button("Print summaries", icon_name="printer")
        for button in (self.export_button, self.print_button):
            self.head.add_action(button)
        # From the outside inwards: what is moved into another widget is styled anew, with all that is in it.
        self.outer = QStackedWidget(page)
        self._assemble(page)
        self.blank, self.inside = QWidget(self.outer), QWidget(self.outer)
        for place in (self.blank, self.inside):
            self.outer.addWidget(place)
        self.stack, self.export_note = QStackedWidget(self.inside), ExportNote()
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._unguarded_line())
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.export_note)
        self.enter, self.matches = EnterView(entry_card, self.stack), MatchesPlace(self.stack)
        self.referrals, self.summaries = ReferralsView(self.stack), SummariesView(self.stack)
        self._places: dict[str, QWidget] = {
            ENTER: self.enter,
            MATCHES: self.matches,
            REFERRALS: self.referrals,
            SUMMARIES: self.summaries,
        }
        for view in self._places.values():
            self.stack.addWidget(view)

    def _assemble(self, page: QWidget) -> None:
        margin = current().space.page_margin
        self.views_row = QWidget()
        self.views_row_layout = QHBoxLayout(self.views_row)
        self.views_row_layout.setContentsMargins(margin, 0, margin, 12)
        self.views_row_layout.addStretch(1)
        self.views_row.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.views_row)
        column.addWidget(self.outer, 1)

    def _unguarded_line(self) -> QWidget:
        margin = current().space.page_margin
        self.unguarded = QWidget()
        self.settings_button = Button("Set one in Settings", kind=LINK, small=True)
        row = QHBoxLayout(self.unguarded)
        row.setContentsMargins(margin, 0, margin, 8)
        row.addWidget(FlowRow((label(_UNGUARDED, "muted_caption"), self.settings_button)))
        return self.unguarded

    def _show_tools(self, *, on: bool) -> None:
        self.views.setVisible(on)
        for button in (self.export_button, self.print_button):
            self.head.show_action(button, on=on)
        self.views_row.setVisible(on and self.views.parentWidget() is self.views_row)

    def _show_caption(self) -> None:
        counts = self._counts if self._narrow else ""
        self.head.set_words(self._title, counts or self._event_name)
