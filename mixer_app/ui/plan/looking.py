"""One round, one table, one person alone, and the whole evening again: by menu and by key."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from mixer_app.ui.plan.board import Order
from mixer_app.ui.plan.matrix_places import WHOLE, Alone
from mixer_app.ui.plan.plan_body import PlanBody


class Looking(QObject):
    """Turns the grid to what is asked for; asked for again, the whole evening comes back."""

    def __init__(self, body: PlanBody) -> None:
        super().__init__(body)
        self._body = body
        body.toolbar.round_asked.connect(self._look_at_round)
        body.toolbar.table_asked.connect(self.look_at_table)
        body.toolbar.person_asked.connect(self.look_at_person)
        for key, act in {"R": self.look_at_round, "T": self.look_at_table, "P": self.look_at_person}.items():
            shortcut = QShortcut(QKeySequence(key), body)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def look_at_round(self) -> None:
        """The round of the chosen chip."""
        place = self._body.model.place_at(self._body.matrix.currentIndex())
        if place is not None:
            self._look(Alone(round=place.round), self._order())

    def look_at_table(self) -> None:
        """The table of the chosen chip."""
        place = self._body.model.place_at(self._body.matrix.currentIndex())
        if place is None:
            return
        if place.introduction is not None:
            self._look(Alone(attendee_id=place.introduction.mentor_id), Order.BY_TABLE)
        elif place.row.table is not None:
            self._look(Alone(attendee_id=place.row.attendee.id), Order.BY_TABLE)

    def look_at_person(self) -> None:
        """The mentee of the chosen chip."""
        subject = self._body.subject
        if subject is not None:
            self._look(Alone(attendee_id=subject.mentee_id), Order.BY_MENTEE)

    def _look_at_round(self, number: int) -> None:
        self._body.look_at(Alone(round=number) if number else WHOLE, self._order())
        self._body.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, alone: Alone, order: Order) -> None:
        same = (alone, order) == (self._body.model.alone, self._body.model.order)
        self._body.look_at(*((WHOLE, self._order()) if same else (alone, order)))
        self._body.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> Order:
        """What the rows of the whole evening are."""
        return Order(self._body.toolbar.order_switch.key)
