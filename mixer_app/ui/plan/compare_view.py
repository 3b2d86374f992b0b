"""Two versions beside each other: which, their figures, which of them the grid shows, and what changed."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mixer_app.services.plan_versions import PlanVersion
from mixer_app.ui import theme
from mixer_app.ui.plan.words import counted, version_line
from mixer_app.ui.widgets.labels import cut_to_fit, from_the_left, label
from mixer_app.ui.widgets.segments import Segment, SegmentedControl

if TYPE_CHECKING:
    from mixer_app.ui.plan.comparing import ChangeLine, Comparison

Index = QModelIndex | QPersistentModelIndex
_WORDS_UP_TO: Final = 1.5  # in larger text only the numbers of the versions fit beside each other
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Side(StrEnum):
    """Which version the grid shows."""

    OLD = "old"
    BOTH = "both"
    NEW = "new"


class CompareView(QWidget):
    """The content of the panel while versions are compared."""

    versions_chosen = Signal(int, int)  # plan ids, the older first
    side_chosen = Signal(object)
    """The `Side` that the grid is to show."""
    change_chosen = Signal(object)
    """The `PlanChange` to be shown in the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old_field, self.new_field = QComboBox(), QComboBox()
        sides = [Segment(Side.OLD, "Older"), Segment(Side.BOTH, "Both"), Segment(Side.NEW, "Newer")]
        self.side_switch = SegmentedControl(sides, name="Version in the grid", height=32)
        self.side_switch.set_key(Side.NEW)
        self.summary_label = label("", "body_strong", wrap=True)
        self._figures = QGridLayout()
        self.changes = ChangesModel(self)
        self.list = QListView()
        self._build()
        self._connect()

    def _build(self) -> None:
        for field in (self.old_field, self.new_field):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(6)
        self.old_field.setAccessibleName("Older version")
        self.new_field.setAccessibleName("Newer version")
        self.list.setAccessibleName("What is different")
        self.list.setModel(self.changes)
        self.list.setItemDelegate(_ChangeDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(160)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._figures.setHorizontalSpacing(8)
        self._figures.setVerticalSpacing(4)
        self._figures.setColumnStretch(0, 4)
        self._figures.setColumnStretch(1, 3)
        self._figures.setColumnStretch(2, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        fields = QGridLayout()
        fields.setSpacing(8)
        for place, (words, field) in enumerate((("From", self.old_field), ("To", self.new_field))):
            fields.addWidget(label(words, "muted_caption"), place, 0)
            fields.addWidget(field, place, 1)
        fields.setColumnStretch(1, 1)
        column.addLayout(fields)
        column.addLayout(self._figures)
        column.addSpacing(4)
        column.addWidget(self.side_switch)
        column.addWidget(self.summary_label)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.old_field.activated.connect(self._tell_versions)
        self.new_field.activated.connect(self._tell_versions)
        self.side_switch.chosen.connect(self._tell_side)
        self.list.clicked.connect(self._tell_change)
        self.list.activated.connect(self._tell_change)

    def show_versions(self, versions: Sequence[PlanVersion], how: Mapping[int, str], old_id: int, new_id: int) -> None:
        """Offer these versions, newest first; the comparison itself is being read."""
        for field, chosen in ((self.old_field, old_id), (self.new_field, new_id)):
            field.clear()
            for version in versions:
                words = version_line(version, how.get(version.id, ""))
                field.addItem(words, version.id)
                field.setItemData(field.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
            field.setCurrentIndex(field.findData(chosen))
        self.summary_label.setText("Comparing")

    def show_comparison(self, comparison: "Comparison") -> None:
        """Show what is different."""
        old, new = (f"Version {board.plan.version}" for board in (comparison.old, comparison.new))
        roomy = theme.current().scale <= _WORDS_UP_TO
        first, last = (name if roomy else name.removeprefix("Version ") for name in (old, new))
        self.side_switch.set_segments([Segment(Side.OLD, first), Segment(Side.BOTH, "Both"), Segment(Side.NEW, last)])
        self._show_figures((("", old, new), *comparison.figures()))
        count = len(comparison.lines)
        people = len({one.change.attendee_id for one in comparison.lines})
        summary = f"{counted(count, 'seat is', 'seats are')} different, of {counted(people, 'person', 'people')}"
        locks = counted(len(comparison.locks), "lock is", "locks are")
        told = [summary if count else "Every seat is the same in both"]
        self.summary_label.setText("; ".join([*told, f"{locks} different"] if comparison.locks else told))
        self.changes.show(comparison.lines)

    def _show_figures(self, rows: Sequence[tuple[str, str, str]]) -> None:
        while self._figures.count():
            entry = self._figures.takeAt(0)
            if entry is not None and (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line, (name, *values) in enumerate(rows):
            self._figures.addWidget(label(name, "muted_caption", wrap=True), line, 0)
            for place, value in enumerate(values, start=1):
                figure = label(value, "muted_caption" if line == 0 else "caption")
                figure.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._figures.addWidget(figure, line, place)

    def _tell_versions(self) -> None:
        chosen = self.old_field.currentData(), self.new_field.currentData()
        self.versions_chosen.emit(min(chosen), max(chosen))

    def _tell_side(self, key: str) -> None:
        self.side_chosen.emit(Side(key))

    def _tell_change(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if line is not None:
            self.change_chosen.emit(line.change)


class ChangesModel(QAbstractListModel):
    """One line for each changed seat; thousands are no more work than ten."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[ChangeLine] = ()

    def show(self, lines: Sequence["ChangeLine"]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each change."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, or its words."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.title}: from {line.before} to {line.after}. {line.why}".strip()
        return line.title if role == Qt.ItemDataRole.DisplayRole else None


class _ChangeDelegate(QStyledItemDelegate):
    """Title, before → after, and why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        return QSize(0, look.line("body") + 3 * look.line("caption") + look.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, line = theme.current(), index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(option.rect, look.shape.radius_control, look.shape.radius_control)
        words = option.rect.adjusted(look.px(8), look.px(6), -look.px(8), -look.px(6))
        caption = look.font("caption")
        strong = QFont(caption)
        strong.setWeight(QFont.Weight.DemiBold)
        for text, font, ink, height in (
            (line.title, look.font("body"), "text", look.line("body")),
            (f"from {line.before}", caption, "text_muted", look.line("caption")),
            (f"to {line.after}", strong, "text", look.line("caption")),
            (line.why, caption, "text_muted", look.line("caption")),
        ):
            painter.setFont(font)
            painter.setPen(look.color(ink))
            cut = from_the_left(cut_to_fit(text, painter.fontMetrics(), words.width()))
            painter.drawText(words.left(), words.top(), words.width(), height, Qt.AlignmentFlag.AlignVCenter, cut)
            words.setTop(words.top() + height)
        painter.restore()
