"""What is under the hand while the scroll handle of a long list is dragged."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLabel

from mixer_app.domain.people import PersonName
from mixer_app.ui.people.rows import PersonRow


class ScrollBubble(QLabel):
    """Two lines beside the scroll handle: `Nair to Nordström`, `row 5,206 of 9,846`."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("scroll_bubble")
        self.setProperty("look", "bubble")
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(400)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def show_rows(self, first: PersonRow | None, last: PersonRow | None, position: int, count: int) -> None:
        """Say which rows are in sight."""
        if first is None or last is None:
            return
        names = f"{_ordered_by(first.attendee.name)} to {_ordered_by(last.attendee.name)}"
        self.setText(f"<b>{names}</b><br>row {position + 1:,} of {count:,}")
        self.adjustSize()
        bar = self._table.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        viewport = self._table.viewport()
        top = viewport.y() + round(share * (viewport.height() - self.height()))
        self.move(QPoint(viewport.width() - self.width() - 8, top))
        self.show()
        self.raise_()
        self._gone.stop()

    def leave_soon(self) -> None:
        """Go, a moment after the handle was let go."""
        self._gone.start()


def _ordered_by(name: PersonName) -> str:
    return name.family or name.full
