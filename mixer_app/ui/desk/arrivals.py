"""The memory of the last minutes: the last ten who came, each with the way back."""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.badge_state import BadgeState, badge_of
from mixer_app.ui.desk.words import clock_time
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import (
    LINK,
    Button,
    Card,
    ElidedLabel,
    IconLabel,
    RoleMark,
    StatusMark,
    WholeRow,
    label,
    line,
    restyle,
)
from mixer_app.ui.widgets.breaking_label import BreakingLabel
from mixer_app.ui.widgets.flow_row import FlowRow
from mixer_app.ui.widgets.labels import from_the_left
from mixer_app.ui.widgets.laid_out_once import laid_out_once

MOST: Final = 10
FRESH_MS: Final = 4000
_ROW: Final = 56
_NAME_FROM: Final = 100  # px at 100 %: less, and Undo stands below the name


class ArrivalRow(WholeRow):
    """One arrival, with its way back. It stays while its person goes: a new row costs frames."""

    least_px = _ROW
    undo_asked = Signal(int)  # attendee

    attendee: Attendee

    def __init__(self, station: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self.noted = False
        self.badge: BadgeState | None = None
        self.setProperty("look", "arrival")
        self._build()

    def _build(self) -> None:
        self._time_label = label("", "muted")
        self.name_label = BreakingLabel()
        self._role_mark = RoleMark()
        self._how_label = ElidedLabel("", "muted_caption")
        self.badge_mark = StatusMark("printer", look="caption", size=14)
        self.note_mark = IconLabel("push-pin", "warn", size=16)
        self.note_mark.setAccessibleName("There is a note for staff")
        self.note_mark.setToolTip("There is a note for staff")
        self.undo_button = Button("Undo", kind=LINK)
        self.undo_button.clicked.connect(self._ask_undo)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(self.name_label)
        words_column.addWidget(FlowRow((self._role_mark, self.badge_mark, self._how_label)))
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(self._time_label)
        told.addLayout(words_column, 1)
        told.addWidget(self.note_mark)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 6, 12, 6)
        self._row.setSpacing(6)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_person(self, attendee: Attendee, *, fresh: bool, noted: bool, badge: BadgeState | None) -> None:
        """Show the arrival of this person; a fresh one stands out, a note that nobody has seen is marked."""
        self.attendee, self.badge = attendee, badge
        self._time_label.setText(clock_time(attendee.checked_in_at))
        self.name_label.setText(from_the_left(attendee.name.shown))
        self._role_mark.set_role(attendee.role)
        self.noted = noted
        self.note_mark.setVisible(noted)
        self._how_label.setText(_how(attendee, self._station, noted=noted))
        self._how_label.setVisible(bool(self._how_label.whole_text))
        if badge is not None:
            self.badge_mark.set_state(badge.icon, badge.words, badge.tone)
            self.badge_mark.setToolTip(badge.sentence)
        self.badge_mark.setVisible(badge is not None)
        self.undo_button.setAccessibleName(f"Undo the arrival of {attendee.name.shown}")
        self._stand_out(fresh)

    def grow_old(self) -> None:
        """This arrival is no longer the newest thing."""
        self._stand_out(False)

    def _stand_out(self, fresh: bool) -> None:
        restyle(self, fresh=fresh)
        restyle(self._time_label, look="body_strong" if fresh else "muted")

    def _fit(self) -> None:
        width = current().px(42)
        if self._time_label.minimumWidth() != width:
            self._time_label.setFixedWidth(width)
        beside = self.width() - self.undo_button.sizeHint().width() - width - 48 >= current().px(_NAME_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        super()._fit()

    def _ask_undo(self) -> None:
        self.undo_asked.emit(self.attendee.id)


class ArrivalsCard(Card):
    """The last arrivals, newest first; where not all fit they are scrolled."""

    undo_asked = Signal(int)  # attendee
    all_asked = Signal()

    def __init__(self, station: str, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self._station = station
        self._people: tuple[Attendee, ...] = ()
        self._noted: Set[int] = frozenset()
        self._badges: Mapping[int, BadgeState] = {}
        self._fewest = 2
        self._fresh_id: int | None = None
        self._fresh = QTimer(self, singleShot=True, interval=FRESH_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("arrivals_card")
        self.setAccessibleName("Last arrivals")
        self.all_button = Button("All", kind=LINK, icon_after="caret-right", small=True)
        self.all_button.setObjectName("all_button")
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 12, 10)
        head.addWidget(label("Last arrivals", "body_strong"))
        head.addStretch(1)
        head.addWidget(self.all_button)
        self._empty_label = label("Nobody has come yet.", "muted")
        self._empty_label.setContentsMargins(24, 16, 24, 16)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty_label)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self.rows: list[ArrivalRow] = []
        self._above: dict[ArrivalRow, QWidget] = {}  # the line over each row; hidden over the first
        self._spare = [self._new_row() for _ in range(MOST)]  # before anyone comes: then a row costs no frame
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(line())
        self.body.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.all_button.clicked.connect(self.all_asked)
        self._fresh.timeout.connect(self._fresh_is_old)

    def show_people(self, people: Sequence[Attendee], here: int, noted: Set[int] = frozenset()) -> None:
        """Show these arrivals, newest first; a new first one stands out for a moment, `noted` ones are marked."""
        newest = people[0].id if people else None
        if self._people and newest is not None and newest != self._people[0].id:
            self._fresh_id = newest
            self._fresh.start()
            self._scroll.verticalScrollBar().setValue(0)
        self.all_button.setText(f"All {here:,}")
        self.all_button.setVisible(here > 0)
        if (tuple(people), noted) != (self._people, self._noted):
            self._people, self._noted = tuple(people), noted
            self._fill()

    def show_badges(self, badges: Mapping[int, BadgeState]) -> None:
        """Say with each arrival what has become of the badge."""
        self._badges = badges
        self._fill()

    def set_fewest(self, rows: int) -> None:
        """Keep room for so many rows at least."""
        if rows != self._fewest:
            self._fewest = rows
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, current().px(48 + self._fewest * _ROW))

    def _fill(self) -> None:
        shown = {row.attendee.id: row for row in self.rows}
        staying = {person.id for person in self._people}
        self._spare += [row for number, row in shown.items() if number not in staying]
        rows = [self._row_of(person, shown.get(person.id)) for person in self._people]
        if rows != self.rows:
            self.rows = rows
            self._put_in_order()
        self._empty_label.setVisible(not self.rows)

    def _row_of(self, person: Attendee, shown: ArrivalRow | None) -> ArrivalRow:
        """The row that shows this person: their own, one that is free, or a new one."""
        fresh, noted = person.id == self._fresh_id, person.id in self._noted
        badge = badge_of(person, self._badges)
        row = shown or self._spare.pop()
        known = (row.property("fresh"), row.noted, row.badge)
        if row is not shown or row.attendee != person or known != (fresh, noted, badge):
            row.show_person(person, fresh=fresh, noted=noted, badge=badge)
        return row

    def _new_row(self) -> ArrivalRow:
        row = ArrivalRow(self._station, parent=self)
        row.undo_asked.connect(self.undo_asked)
        row.hide()
        self._above[row] = line()
        return row

    def _put_in_order(self) -> None:
        """Rows that stay are left where they are: mostly one comes in at the top and one goes at the end."""
        with laid_out_once(self._scroll.widget()):
            for row in self._spare:
                for widget in (self._above[row], row):
                    self._rows.removeWidget(widget)
                    widget.hide()
            wanted = [widget for row in self.rows for widget in (self._above[row], row)]
            for at, widget in enumerate(wanted):
                found = self._rows.itemAt(at)
                if found is None or found.widget() is not widget:
                    self._rows.removeWidget(widget)
                    self._rows.insertWidget(at, widget)
            for at, row in enumerate(self.rows):
                self._above[row].setVisible(at > 0)
                row.show()

    def _fresh_is_old(self) -> None:
        self._fresh_id = None
        for row in self.rows:
            row.grow_old()


def _how(attendee: Attendee, station: str, *, noted: bool) -> str:
    elsewhere = attendee.checked_in_where if attendee.checked_in_where != station else ""
    parts = (
        "note" if noted else "",
        "walk-in" if attendee.walk_in else "",
        elsewhere,
    )
    return ", ".join(part for part in parts if part)
