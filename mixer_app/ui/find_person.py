"""Find a person: a search line with its best hits below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from mixer_app.domain.people import Attendee
from mixer_app.services.search import PeopleIndex
from mixer_app.ui import theme
from mixer_app.ui.widgets.labels import cut_to_fit
from mixer_app.ui.widgets.roles import paint_role, role_width
from mixer_app.ui.widgets.search_field import SearchField

_HITS: Final = 6
_LINE: Final = 36
_PERSON_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class FindPerson(SearchField):
    """A search line; `person_chosen` tells the attendee's id once a hit is taken."""

    person_chosen = Signal(int)
    nobody_entered = Signal(str)
    """Enter was pressed on what is nobody's name."""

    def __init__(self, parent: QWidget | None = None, *, prompt: str = "Find a person", note: str = "Ctrl F") -> None:
        super().__init__(prompt, name=prompt, note=note, parent=parent)
        self.setObjectName("find_person")
        self._index: PeopleIndex | None = None
        self.hits = PersonHitsModel(self)
        self.list = _HitList(self.hits, self)
        self.textEdited.connect(self._search)
        self.cleared.connect(self.list.hide)
        self.moved.connect(self.list.step)
        self.list.view.clicked.connect(self._take)

    def set_people(self, people: Sequence[Attendee]) -> None:
        """Search among these people."""
        self.set_index(PeopleIndex(people))

    def set_index(self, index: PeopleIndex) -> None:
        """Search in an index that was made elsewhere."""
        self._index = index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen hit, Esc closes the hits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.view.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The hits are only there while someone searches."""
        super().focusOutEvent(event)
        self.list.hide()

    def _search(self, text: str) -> None:
        people = self._index.search(text, limit=_HITS) if self._index and text.strip() else []
        self.hits.show(people)
        if not text.strip():
            self.list.hide()
            return
        self.list.show_under(self, nobody=not people)

    def _take(self, index: QModelIndex) -> None:
        person = index.data(_PERSON_ROLE)
        if isinstance(person, Attendee):
            self.list.hide()
            self.clear()
            self.person_chosen.emit(person.id)
        elif self.text().strip() and self.list.isVisible():
            self.nobody_entered.emit(self.text().strip())


class PersonHitsModel(QAbstractListModel):
    """The best hits, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: Sequence[Attendee] = ()

    def show(self, people: Sequence[Attendee]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """One line a hit, or one that says there is none."""
        return 0 if parent.isValid() else max(1, len(self._people))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a hit, or the person."""
        if not self._people:
            return "No one like this" if role == Qt.ItemDataRole.DisplayRole else None
        person = self._people[index.row()]
        if role == _PERSON_ROLE:
            return person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name.shown}, {person.role}, {person.employer}"
        return person.name.shown if role == Qt.ItemDataRole.DisplayRole else None


class _HitList(QFrame):
    """The hits, floating under the search line."""

    def __init__(self, hits: PersonHitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.view = QListView(self)
        self.view.setModel(hits)
        self.view.setItemDelegate(_HitDelegate(self.view))
        self.view.setAccessibleName("People found")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.view)
        self.hide()

    def show_under(self, field: QWidget, *, nobody: bool) -> None:
        """Stand below `field`, over everything else in its window."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        look = theme.current()
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        lines = self.view.model().rowCount()
        self.setGeometry(QRect(corner, QSize(max(field.width(), look.px(360)), lines * look.px(_LINE) + 10)))
        if not nobody:
            self.view.setCurrentIndex(self.view.model().index(0, 0))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next or the previous hit."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.view.model().rowCount():
            self.view.setCurrentIndex(self.view.model().index(row, 0))


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.current().px(_LINE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        person = index.data(_PERSON_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected and person:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(rect, look.shape.radius_control, look.shape.radius_control)
        words = rect.adjusted(look.px(10), 0, -look.px(10), 0)
        if isinstance(person, Attendee):
            width = role_width(person.role, look)
            paint_role(painter, QRect(words.right() - width, words.top(), width + 1, words.height()), person.role, look)
            words.setRight(words.right() - width - look.px(12))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text" if person else "text_muted"))
        text = cut_to_fit(str(index.data()), painter.fontMetrics(), words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
