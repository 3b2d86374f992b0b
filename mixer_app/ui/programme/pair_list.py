"""The list of pairs: a state, two names, and a line about them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mixer_app.domain.programme import ContinuingPair
from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon
from mixer_app.ui.programme.words import STATE_ICONS, STATE_WORDS, pair_names, pair_note
from mixer_app.ui.widgets.labels import cut_to_fit

Index = QModelIndex | QPersistentModelIndex
_PAD = 16
_HEIGHT = 60


class PairModel(QAbstractListModel):
    """Pairs in the order of the programme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs: Sequence[ContinuingPair] = ()

    def show_pairs(self, pairs: Sequence[ContinuingPair]) -> None:
        """Show these."""
        self.beginResetModel()
        self.pairs = tuple(pairs)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.row() >= len(self.pairs):
            return None
        pair = self.pairs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{STATE_WORDS[pair.state]}: {pair_names(pair)}. {pair_note(pair)}"
        return None


class PairList(QListView):
    """Up and Down go from pair to pair; Enter leads to the form of the current one."""

    pair_changed = Signal(object)  # ContinuingPair
    form_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setObjectName("pair_list")
        self.setAccessibleName("Pairs")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(PairDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.form_wanted)

    def show_pairs(self, pairs: Sequence[ContinuingPair]) -> None:
        """Show these; who was current stays it, else the one in their place."""
        before, row = self.current_pair(), self.currentIndex().row()
        self.pairs.show_pairs(pairs)
        kept = next((at for at, one in enumerate(pairs) if before is not None and _same(one, before)), None)
        if pairs:
            self.setCurrentIndex(self.pairs.index(min(max(row, 0), len(pairs) - 1) if kept is None else kept))

    def current_pair(self) -> ContinuingPair | None:
        """The pair that the form is about."""
        row = self.currentIndex().row()
        return self.pairs.pairs[row] if 0 <= row < len(self.pairs.pairs) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if (pair := self.current_pair()) is not None:
            self.pair_changed.emit(pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.form_wanted.emit()
        else:
            super().keyPressEvent(event)


class PairDelegate(QStyledItemDelegate):
    """Paints a pair on two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, theme.current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PairModel):
            return
        pair, look = model.pairs[index.row()], theme.current()
        area: QRect = option.rect  # type: ignore[attr-defined]  # PySide does not tell the fields of options
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # likewise
        painter.save()
        painter.fillRect(area, look.color("accent_soft" if chosen else "surface"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), look.color("line"))
        side = look.px(20)
        icon, tone, weight = STATE_ICONS[pair.state]
        top = area.top() + look.px(10)
        paint_icon(painter, QRect(area.left() + look.px(_PAD), top, side, side), icon, tone, weight=weight)
        left = area.left() + look.px(_PAD + 32)
        width = area.right() - left - look.px(_PAD)
        for at, (font, ink, words) in enumerate(
            (("body_strong", "text", pair_names(pair)), ("caption", "text_muted", pair_note(pair)))
        ):
            painter.setFont(look.font(font))
            painter.setPen(look.color(ink))
            line = QRect(left, top + at * look.line("body"), width, look.line("body"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, flags, cut_to_fit(words, painter.fontMetrics(), width))
        painter.restore()


def _same(one: ContinuingPair, other: ContinuingPair) -> bool:
    return (one.mentor_id, one.mentee_id) == (other.mentor_id, other.mentee_id)
