"""Scope, search, filters and the table: who is on the screen."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.people.filter_bar import FilterBar
from mixer_app.ui.people.roster import Roster
from mixer_app.ui.people.table_model import AttendeeTableModel, PeopleFilter
from mixer_app.ui.people.table_view import PeopleTableView
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import PRIMARY, Button, EmptyState, SearchField, Segment, SegmentedControl

THIS_EVENT = "event"
EVERYONE = "everyone"

_BESIDE_FROM: Final = 640  # px at 100 %: the search stands beside the switch


class Listing(QWidget):
    """The people that were asked for; says who was opened and what else is wanted."""

    scope_chosen = Signal(str)
    person_opened = Signal(int)
    current_changed = Signal(int)
    ticks_changed = Signal()
    menu_asked = Signal(QPoint)
    import_asked = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AttendeeTableModel(self)
        self._loaded = False
        self._event_id = 0
        self._stood_at: tuple[int | None, int] | None = None  # before the search
        self._asked_before: dict[int, PeopleFilter] = {}  # by event, while the window is open
        self._build()
        self._connect()

    def _build(self) -> None:
        self.scope_control = SegmentedControl(
            (Segment(THIS_EVENT, "This event"), Segment(EVERYONE, "Everyone")), name="Whom to list"
        )
        self.scope_control.setObjectName("scope_control")
        self.search = SearchField(
            "Name, employer, email or badge code; spelling is forgiven", name="Search people", note="Ctrl F"
        )
        self.search.setObjectName("people_search")
        self.filter_bar = FilterBar()
        self.table = PeopleTableView(self.model)
        self.import_button = Button("Import a file", kind=PRIMARY, icon_name="upload-simple")
        self.import_button.setObjectName("first_import_button")
        self.add_button = Button("Add one person", icon_name="user-plus")
        self.add_button.setObjectName("first_add_button")
        self.remove_filters_button = Button("Remove the filters")
        self.remove_filters_button.setObjectName("remove_filters_button")
        self.search_everyone_button = Button("Search everyone")
        self.search_everyone_button.setObjectName("search_everyone_button")
        self.add_found_button = Button("Add as a new person", icon_name="user-plus")
        self.add_found_button.setObjectName("add_searched_button")
        self._nobody_yet = EmptyState(
            "users",
            "Nobody is registered yet",
            "Drop a registration file here (CSV or Excel), or type people in.",
            (self.import_button, self.add_button),
        )
        self._nobody_found = EmptyState(
            "magnifying-glass",
            "No one matches",
            "Remove a filter, or search everyone.",
            (self.remove_filters_button, self.search_everyone_button, self.add_found_button),
        )
        self._assemble()

    def _assemble(self) -> None:
        self._places = QStackedWidget()
        for place in (self.table, self._nobody_yet, self._nobody_found):
            self._places.addWidget(place)
        ground = QFrame()
        ground.setProperty("look", "table")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._places)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(8)
        top.addWidget(self.scope_control)
        top.addWidget(self.search, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.column.addLayout(top)
        self.column.addWidget(self.filter_bar)
        self.column.addWidget(ground, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= current().px(_BESIDE_FROM)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _connect(self) -> None:
        self.scope_control.chosen.connect(self.scope_chosen)
        self.search.textChanged.connect(self._search)
        self.search.moved.connect(self._go_into_table)
        self.search.returnPressed.connect(self._open_first)
        self.search.emptied_backwards.connect(self.filter_bar.remove_last)
        self.filter_bar.changed.connect(self.model.filter)
        self.filter_bar.changed.connect(self._show_counts)
        self.table.person_opened.connect(self.person_opened)
        self.table.typing_began.connect(self._begin_search)
        self.table.menu_asked.connect(self.menu_asked)
        self.table.escaped.connect(self._escaped)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.model.ticks_changed.connect(self.ticks_changed)
        self.import_button.clicked.connect(self.import_asked)
        self.add_button.clicked.connect(self.add_asked)
        self.add_found_button.clicked.connect(self.add_asked)
        self.remove_filters_button.clicked.connect(self._remove_filters)
        self.search_everyone_button.clicked.connect(self._search_everyone)

    # Called from the page

    def show_roster(self, roster: Roster) -> None:
        """List these people; search, filters, ticks and the current row stay."""
        current = self.table.current_person()
        self._loaded = True
        self.filter_bar.offer(roster.counts)
        if roster.event.id != self._event_id:
            self._event_id = roster.event.id
            if self.filter_bar.asked == PeopleFilter():
                self.filter_bar.set_filter(self._asked_before.get(roster.event.id, PeopleFilter()))
        self.scope_control.set_segments(
            (
                Segment(THIS_EVENT, "This event", note=f"{roster.registered + roster.cancelled:,}"),
                Segment(EVERYONE, "Everyone", note=f"{roster.known:,}"),
            )
        )
        self.model.show_rows(roster.event, roster.rows, roster.index)
        if current is not None:
            self.table.go_to_person(current)
        self._show_counts()

    def forget(self) -> None:
        """Another event is about to be listed."""
        self._loaded = False
        self._asked_before[self._event_id] = self.filter_bar.asked
        self._event_id = 0
        self._stood_at = None
        self.search.clear()
        self.filter_bar.set_filter(PeopleFilter())
        self.model.tick_none()

    def list_this_event(self) -> None:
        """Nobody of other events any more, and nobody of them chosen."""
        self.scope_control.set_key(THIS_EVENT)
        self.model.tick_none()
        self.scope_chosen.emit(THIS_EVENT)

    def ticked(self) -> list[Attendee]:
        """The chosen people."""
        return [row.attendee for row in self.model.ticked_rows()]

    @property
    def everyone(self) -> bool:
        """Whether people of other events are listed too."""
        return self.scope_control.key == EVERYONE

    # What a person does

    def _search(self, text: str) -> None:
        """Show whom the text means; once it is empty again, the list stands where it stood."""
        if text.strip() and not self.model.searched:
            self._stood_at = self.table.stands_at()
        self.model.search(text)
        self._show_counts()
        if self._stood_at is not None and not self.model.searched:
            self.table.stand_at(*self._stood_at)
            self._stood_at = None

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.filter_bar.show_counts(shown, total)
        self.search_everyone_button.setVisible(not self.everyone)
        filtered = self.filter_bar.asked != PeopleFilter()
        self.remove_filters_button.setVisible(filtered)
        first = "Remove a filter" if filtered else "Check the spelling"
        self._nobody_found.set_words("No one matches", first + (", or search everyone." if not self.everyone else "."))
        place = self.table if shown or not self._loaded else self._nobody_found if total else self._nobody_yet
        self._places.setCurrentWidget(place)
        if self.model.ticked_count():
            self.ticks_changed.emit()  # others of the chosen are in sight now

    def _begin_search(self, typed: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(typed)

    def _go_into_table(self, step: int) -> None:
        if step > 0 and self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 1))

    def _open_first(self) -> None:
        row = self.model.person_at(0)
        if row is not None and self.search.text():
            self.table.go_to_person(row.attendee.id)
            self.person_opened.emit(row.attendee.id)

    def _escaped(self) -> None:
        if self.model.ticked_count():
            self.model.tick_none()
        else:
            self.search.clear()

    def _current_changed(self) -> None:
        current = self.table.current_person()
        if current is not None:
            self.current_changed.emit(current)

    def _remove_filters(self) -> None:
        self.filter_bar.set_filter(PeopleFilter())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search_everyone(self) -> None:
        self.scope_control.set_key(EVERYONE)
        self.scope_chosen.emit(EVERYONE)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
