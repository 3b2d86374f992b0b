"""Small widgets in a line that goes on below where it is full."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


@dataclass(frozen=True, slots=True)
class _Sized:
    """A widget as large as it wants to be."""

    item: QLayoutItem
    width: int
    height: int
    at_end: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """Widgets beside each other, and what they take with the gaps between them."""

    widgets: Sequence[_Sized]
    width: int
    height: int


class FlowLayout(QLayout):
    """Puts its widgets beside each other, and under each other where the width ends; those at the end stay together."""

    _placed: Sequence[QLayoutItem] = ()  # what Qt finds when it asks while Python takes the layout apart

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._placed = []
        self._gap = spacing
        self._hint: QSize | None = None  # these until a widget says that it has changed
        self._least: QSize | None = None
        self._sized: list[_Sized] | None = None
        self._heights: dict[int, int] = {}  # by width: layouts ask many times for one
        self.at_end: Collection[QWidget] = ()  # stand at the right end of their row
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._placed = [*self._placed, item]
        self._forget()

    def invalidate(self) -> None:
        """Forget the sizes: a widget has changed its own."""
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._hint = self._least = self._sized = None
        self._heights = {}

    def count(self) -> int:
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = self.itemAt(index)
        self._placed = [*self._placed[:index], *self._placed[index + 1 :]]
        self._forget()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rows = self._rows(width)
            self._heights[width] = sum(row.height for row in rows) + self._gap * max(len(rows) - 1, 0)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            left, free = rect.left(), rect.width() - row.width
            for one in row.widgets:
                if one.at_end:
                    left, free = left + free, 0
                width = min(one.width, rect.width())
                one.item.setGeometry(QRect(left, top + (row.height - one.height) // 2, width, one.height))
                left += width + self._gap
            top += row.height + self._gap

    def sizeHint(self) -> QSize:
        if self._hint is None:
            sizes = [item.sizeHint() for item in self._placed]
            width = sum(size.width() + self._gap for size in sizes) - self._gap if sizes else 0
            self._hint = QSize(max(width, 0), max((size.height() for size in sizes), default=0))
        return self._hint

    def minimumSize(self) -> QSize:
        if self._least is None:
            sizes = [item.minimumSize() for item in self._placed]
            width = max((size.width() for size in sizes), default=0)
            self._least = QSize(width, max((size.height() for size in sizes), default=0))
        return self._least

    def _rows(self, width: int) -> list[_Row]:
        """The widgets in as many rows as `width` asks for."""
        if self._sized is None:
            self._sized = [self._measured(item) for item in self._placed if not item.isEmpty()]
        rows: list[_Row] = []
        end = sum(one.width + self._gap for one in self._sized if one.at_end) - self._gap
        for one in self._sized:
            needed = min(one.width, width)
            one = self._lowered(one, width) if one.width > width else one
            together = end if one.at_end and end <= width and not (rows and rows[-1].widgets[-1].at_end) else needed
            if not rows or rows[-1].width + self._gap + together > width:
                rows.append(_Row([one], needed, one.height))
            else:
                row = rows[-1]
                rows[-1] = _Row([*row.widgets, one], row.width + self._gap + needed, max(row.height, one.height))
        return rows

    def _lowered(self, one: _Sized, width: int) -> _Sized:
        """A widget that is wider than there is room, as high as its words need then."""
        if not one.item.hasHeightForWidth():
            return one
        return replace(one, height=max(one.height, one.item.heightForWidth(width)))

    def _measured(self, item: QLayoutItem) -> _Sized:
        hint = item.sizeHint()
        return _Sized(item, hint.width(), hint.height(), item.widget() in self.at_end)


class FlowRow(QWidget):
    """A line of widgets that wraps; those `at_end` stand at the right; `show_widgets` puts in others."""

    def __init__(
        self,
        widgets: Iterable[QWidget] = (),
        *,
        at_end: Collection[QWidget] = (),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing)
        self._flow.at_end = at_end
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_widgets((*widgets, *at_end))

    def show_widgets(self, widgets: Iterable[QWidget], *, keep: Collection[QWidget] = ()) -> None:
        """Put these widgets in the place of those that are there, which go unless they are in `keep`."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in keep:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()
