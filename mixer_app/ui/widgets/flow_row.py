"""Small widgets in a line that goes on below where it is full."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Puts its widgets beside each other, and under each other where the width ends."""

    _placed: Sequence[QLayoutItem] = ()  # what Qt finds when it asks while Python takes the layout apart

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._placed = []
        self._sized: list[tuple[QLayoutItem, QSize]] | None = None  # until a widget says that it has changed
        self.at_end: Collection[QWidget] = ()  # stand at the right end of their row
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._placed = [*self._placed, item]
        self._sized = None

    def invalidate(self) -> None:
        """Forget the sizes: a widget has changed its own."""
        self._sized = None
        super().invalidate()

    def count(self) -> int:
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = self.itemAt(index)
        self._sized = None
        self._placed = [*self._placed[:index], *self._placed[index + 1 :]]
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._placed]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing() if sizes else 0
        return QSize(max(width, 0), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._placed]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            height = max(size.height() for _, size in row)
            left = rect.left()
            free = rect.width() - sum(size.width() + self.spacing() for _, size in row) + self.spacing()
            for item, size in row:
                if item.widget() in self.at_end:
                    left, free = left + free, 0
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return max(top - self.spacing() - rect.top(), 0)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The widgets with their sizes, in as many rows as `width` asks for."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        if self._sized is None:
            self._sized = [(item, item.sizeHint()) for item in self._placed if not item.isEmpty()]
        for item, hint in self._sized:
            size = QSize(min(hint.width(), width), hint.height())
            if not rows or used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self.spacing()
        return rows


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
