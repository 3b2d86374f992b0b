"""The people of the table: order, search, filters and ticks; the view only draws them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import compress, count, repeat
from operator import attrgetter, is_
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mixer_app.domain.events import Event
from mixer_app.domain.folding import fold
from mixer_app.domain.roles import Role
from mixer_app.ui.people.facets import Mark
from mixer_app.ui.people.rows import (
    ROLE_WORDS,
    PersonRow,
    Standing,
    needs_words,
    work_words,
)

Index = QModelIndex | QPersistentModelIndex

NO_INDEX: Final = QModelIndex()
_FLAGS: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TICK_FLAGS: Final = _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
_FEW: Final = 200
"""With more people changed than these, the table is filled anew."""


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

    def places(self, text: str) -> Sequence[int]:
        """Where in the list those stand whom `text` means, best first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Which rows are asked for; an empty set means all."""

    roles: frozenset[Role] = frozenset()
    standings: frozenset[Standing] = frozenset()
    without_email: bool = False
    marks: frozenset[Mark] = frozenset()  # of each kind that is there, one of them

    def keeps(self, row: PersonRow) -> bool:
        """Whether `row` is asked for."""
        return (
            (not self.roles or row.attendee.role in self.roles)
            and (not self.standings or row.standing in self.standings)
            and (not self.without_email or row.lacks_email)
            and (not self.marks or self._has_marks(row))
        )

    def _has_marks(self, row: PersonRow) -> bool:
        has = self.marks & row.marks.keys()
        return {kind for kind, _ in has} == {kind for kind, _ in self.marks}


class AttendeeTableModel(QAbstractTableModel):
    """The rows of the people table; ticks are kept by attendee, so they outlive search and order."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self._rows: tuple[PersonRow, ...] = ()
        self._by_id: dict[int, PersonRow] = {}
        self._sorted: dict[Column, list[PersonRow]] = {}  # all rows, by the columns that were asked for
        self._everyone = False
        self._searcher: Searcher | None = None
        self._shown: list[PersonRow] = []
        self._ticked: set[int] = set()
        self._cancelled: set[int] = set()
        self._text = ""
        self._filter = PeopleFilter()
        self._order: tuple[Column, Qt.SortOrder] | None = (Column.NAME, Qt.SortOrder.AscendingOrder)
        self._order_before = self._order  # the search

    # Contents

    def show_rows(self, event: Event, rows: Sequence[PersonRow], searcher: Searcher) -> None:
        """Put in other people; ticks of those who are gone are dropped.

        Rows that are the same objects as before are left alone: where few have changed, the table keeps its
        place and only those are painted anew.
        """
        if rows is self._rows and event == self._event:
            return
        known = self._by_id
        changed = [row for row in rows if known.get(row.attendee.id) is not row]
        in_place = bool(known) and event == self._event and len(changed) <= _FEW
        if in_place:
            self._take_changes(tuple(rows), changed, searcher)
            return
        self.beginResetModel()
        self._event = event
        self._take_rows(tuple(rows), {row.attendee.id: row for row in rows}, searcher)
        self._arrange()
        self.endResetModel()

    def _take_changes(self, rows: tuple[PersonRow, ...], changed: Sequence[PersonRow], searcher: Searcher) -> None:
        """The same people but for a few: rows that stay where they are are only painted anew."""
        by_id = self._by_id | {row.attendee.id: row for row in changed}
        if len(by_id) != len(rows):
            by_id = {row.attendee.id: row for row in rows}
        self.layoutAboutToBeChanged.emit()
        kept = self._kept_indexes()
        before = self._shown
        self._take_rows(rows, by_id, searcher)
        self._arrange()
        self._move_indexes(kept)
        self.layoutChanged.emit()
        if len(before) == len(self._shown):
            ids = {row.attendee.id for row in changed}
            for at in [at for at, row in enumerate(self._shown) if row.attendee.id in ids] if ids else []:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    def _take_rows(self, rows: tuple[PersonRow, ...], by_id: dict[int, PersonRow], searcher: Searcher) -> None:
        self._rows, self._by_id, self._searcher = rows, by_id, searcher
        self._sorted.clear()
        self._everyone = any(not row.at_event for row in rows)
        self._cancelled = {row.attendee.id for row in compress(rows, map(attrgetter("cancelled"), rows))}
        if not self._ticked <= by_id.keys() or not self._ticked.isdisjoint(self._cancelled):
            self._ticked = (self._ticked & by_id.keys()) - self._cancelled
            self.ticks_changed.emit()

    def search(self, text: str) -> None:
        """Show only the people that `text` means, best first; empty text shows everyone in the order of before."""
        if text.strip() != self._text:
            if not self._text:
                self._order_before = self._order
            self._text = text.strip()
            self._order = None if self._text else self._order_before
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
    def searched(self) -> bool:
        """Whether only those are shown whom a text means."""
        return bool(self._text)

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
        wanted = repeat(self._by_id.get(attendee_id))
        return next(compress(count(), map(is_, self._shown, wanted)), -1)  # in C: there are ten thousand

    def find(self, attendee_id: int) -> PersonRow | None:
        """Someone by their number, shown or not."""
        return self._by_id.get(attendee_id)

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

    def ticked_in_sight(self) -> int:
        """How many of the rows that are shown are chosen."""
        return sum(row.attendee.id in self._ticked for row in self._shown) if self._ticked else 0

    def tick_state(self) -> Qt.CheckState:
        """What the box in the head says of the rows that are shown."""
        ticked = self.ticked_in_sight()
        if not ticked:
            return Qt.CheckState.Unchecked
        possible = len(self._shown) - (sum(row.cancelled for row in self._shown) if self._cancelled else 0)
        return Qt.CheckState.Checked if ticked == possible else Qt.CheckState.PartiallyChecked

    def tick(self, positions: Iterable[int], *, on: bool) -> None:
        """Choose or leave the people in some rows; of who cancelled there is nothing to do with many."""
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
        ids = ids - self._cancelled
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
        can_be_chosen = index.column() == Column.TICK and not self._is_cancelled(index.row())
        return _TICK_FLAGS if can_be_chosen else _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.person_at(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if row.cancelled and column is Column.TICK:
            return None
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
        kept = self._kept_indexes()
        self._arrange()
        self._move_indexes(kept)
        self.layoutChanged.emit()

    def _kept_indexes(self) -> list[tuple[QModelIndex, PersonRow | None]]:
        return [(index, self.person_at(index.row())) for index in self.persistentIndexList()]

    def _move_indexes(self, kept: list[tuple[QModelIndex, PersonRow | None]]) -> None:
        """Let the kept indexes follow their people; there are few, most often one row."""
        at = {number: self.position_of(number) for number in {row.attendee.id for _, row in kept if row}}
        for index, row in kept:
            position = at[row.attendee.id] if row else -1
            self.changePersistentIndex(index, self.index(position, index.column()) if position >= 0 else NO_INDEX)

    def _arrange(self) -> None:
        shown = self._found() if self._order is None else self._ordered(*self._order)
        self._shown = shown if self._filter == PeopleFilter() else [row for row in shown if self._filter.keeps(row)]

    def _ordered(self, column: Column, order: Qt.SortOrder) -> list[PersonRow]:
        if column not in self._sorted:
            by_name = sorted(self._rows, key=attrgetter("by_name"))
            self._sorted[column] = by_name if column is Column.NAME else sorted(by_name, key=self._sort_key(column))
        everyone = self._sorted[column] if order is Qt.SortOrder.AscendingOrder else self._sorted[column][::-1]
        if not self._text:
            return everyone
        found = {row.attendee.id for row in self._found()}
        return [row for row in everyone if row.attendee.id in found]

    def _found(self) -> list[PersonRow]:
        if not self._text or self._searcher is None:
            return list(self._rows)
        rows = self._rows
        found = [rows[place] for place in self._searcher.places(self._text)]
        return sorted(found, key=attrgetter("cancelled")) if self._cancelled else found  # who cancelled comes last

    def _is_cancelled(self, position: int) -> bool:
        row = self.person_at(position)
        return row is not None and row.cancelled

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
                return row.status_words
