"""The people of the table: order, search, filters and ticks; the view only draws them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mixer_app.domain.events import Event
from mixer_app.domain.folding import fold
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.ui.people.rows import (
    ROLE_WORDS,
    PersonRow,
    Standing,
    family_first,
    needs_words,
    work_words,
)

Index = QModelIndex | QPersistentModelIndex

NO_INDEX: Final = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    TICK = 0
    NAME = 1
    ROLE = 2
    WORK = 3
    NEEDS = 4
    LAST_EVENT = 5
    STATUS = 6


TITLES: Final[dict[Column, str]] = {
    Column.TICK: "",
    Column.NAME: "Name",
    Column.ROLE: "Role",
    Column.WORK: "Title and employer",
    Column.NEEDS: "Needs or offers",
    Column.LAST_EVENT: "Last event",
    Column.STATUS: "Status",
}


class Searcher(Protocol):
    """Finds people in a list as a person would."""

    def search(self, text: str, limit: int | None = None) -> list[Attendee]:
        """The people that `text` means, best first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Which rows are asked for; an empty set means all."""

    roles: frozenset[Role] = frozenset()
    standings: frozenset[Standing] = frozenset()
    without_email: bool = False

    def keeps(self, row: PersonRow) -> bool:
        """Whether `row` is asked for."""
        return (
            (not self.roles or row.attendee.role in self.roles)
            and (not self.standings or row.standing in self.standings)
            and (not self.without_email or row.lacks_email)
        )


class AttendeeTableModel(QAbstractTableModel):
    """The rows of the people table; ticks are kept by attendee, so they outlive search and order."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self._rows: tuple[PersonRow, ...] = ()
        self._everyone = False
        self._searcher: Searcher | None = None
        self._shown: list[PersonRow] = []
        self._ticked: set[int] = set()
        self._text = ""
        self._filter = PeopleFilter()
        self._order: tuple[Column, Qt.SortOrder] | None = (Column.NAME, Qt.SortOrder.AscendingOrder)

    # Contents

    def show_rows(self, event: Event, rows: Sequence[PersonRow], searcher: Searcher) -> None:
        """Put in other people; ticks of those who are gone are dropped."""
        self.beginResetModel()
        self._event, self._rows, self._searcher = event, tuple(rows), searcher
        self._everyone = any(not row.at_event for row in rows)
        gone = self._ticked - {row.attendee.id for row in rows}
        self._ticked -= gone
        self._arrange()
        self.endResetModel()
        if gone:
            self.ticks_changed.emit()

    def search(self, text: str) -> None:
        """Show only the people that `text` means, best first; empty text shows everyone in order."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._order = None if self._text else (Column.NAME, Qt.SortOrder.AscendingOrder)
            self._rearrange()

    def filter(self, asked: PeopleFilter) -> None:
        """Show only the people that `asked` keeps."""
        if asked != self._filter:
            self._filter = asked
            self._rearrange()

    @property
    def order(self) -> tuple[Column, Qt.SortOrder] | None:
        """The column that gives the order; None: the best hit of the search first."""
        return self._order

    @property
    def total(self) -> int:
        """How many people there are before search and filters."""
        return len(self._rows)

    @property
    def has_other_events(self) -> bool:
        """Whether people of other events are listed too, so that the last event says something."""
        return self._everyone

    def person_at(self, position: int) -> PersonRow | None:
        """The person in a row of the table."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def position_of(self, attendee_id: int) -> int:
        """The row in which someone is shown, or -1."""
        return next((at for at, row in enumerate(self._shown) if row.attendee.id == attendee_id), -1)

    def find(self, attendee_id: int) -> PersonRow | None:
        """Someone by their number, shown or not."""
        return next((row for row in self._rows if row.attendee.id == attendee_id), None)

    # Ticks

    def ticked_rows(self) -> list[PersonRow]:
        """The chosen people in order of the whole list, shown or not."""
        return [row for row in self._rows if row.attendee.id in self._ticked]

    def is_ticked(self, row: PersonRow) -> bool:
        """Whether someone is chosen."""
        return row.attendee.id in self._ticked

    def ticked_count(self) -> int:
        """How many people are chosen."""
        return len(self._ticked)

    def tick_state(self) -> Qt.CheckState:
        """What the box in the head says of the rows that are shown."""
        ticked = sum(row.attendee.id in self._ticked for row in self._shown)
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(self._shown) else Qt.CheckState.PartiallyChecked

    def tick(self, positions: Iterable[int], *, on: bool) -> None:
        """Choose or leave the people in some rows."""
        ids = {self._shown[position].attendee.id for position in positions if 0 <= position < len(self._shown)}
        self._set_ticked(self._ticked | ids if on else self._ticked - ids)

    def toggle(self, position: int) -> None:
        """Choose the person in a row, or leave them."""
        if row := self.person_at(position):
            self._set_ticked(self._ticked ^ {row.attendee.id})

    def tick_none(self) -> None:
        """Leave everyone."""
        self._set_ticked(set())

    def _set_ticked(self, ids: set[int]) -> None:
        if ids != self._ticked:
            self._ticked = ids
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))
            self.ticks_changed.emit()

    # What Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.TICK else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.person_at(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.TICK:
            return Qt.CheckState.Checked if row.attendee.id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.TICK:
            return f"Choose {row.attendee.name.shown}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(row, column) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.TICK:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.TICK:
            return "Choose everyone shown"
        return TITLES[Column(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column != Column.TICK:
            self._order = (Column(column), order)
            self._rearrange()

    # Arrangement

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.person_at(index.row())) for index in self.persistentIndexList()]
        self._arrange()
        at = {row.attendee.id: position for position, row in enumerate(self._shown)}
        for index, row in kept:
            position = at.get(row.attendee.id, -1) if row else -1
            self.changePersistentIndex(index, self.index(position, index.column()) if position >= 0 else NO_INDEX)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        shown = [row for row in self._found() if self._filter.keeps(row)]
        if self._order is not None:
            column, order = self._order
            shown.sort(key=lambda row: family_first(row.attendee.name))
            if column is not Column.NAME:
                shown.sort(key=self._sort_key(column))
            if order is Qt.SortOrder.DescendingOrder:
                shown.reverse()
        self._shown = shown

    def _found(self) -> Collection[PersonRow]:
        if not self._text or self._searcher is None:
            return self._rows
        by_id = {row.attendee.id: row for row in self._rows}
        return [by_id[found.id] for found in self._searcher.search(self._text) if found.id in by_id]

    def _sort_key(self, column: Column) -> Callable[[PersonRow], tuple[bool, str]]:
        def key(row: PersonRow) -> tuple[bool, str]:
            words = self.words(row, column)
            return (not words, fold(words))  # those without an answer last

        return key

    def words(self, row: PersonRow, column: Column) -> str:
        """What stands in a cell."""
        match column:
            case Column.TICK:
                return ""
            case Column.NAME:
                return row.attendee.name.shown
            case Column.ROLE:
                return ROLE_WORDS[row.attendee.role]
            case Column.WORK:
                return work_words(row.attendee)
            case Column.NEEDS:
                return needs_words(row.attendee, self._event) if self._event else ""
            case Column.LAST_EVENT:
                return row.last_event
            case Column.STATUS:
                return row.standing
