"""The rows of the walk-in form: beside each other where there is room, under each other where there is not."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mixer_app.ui.theme import current
from mixer_app.ui.widgets import label
from mixer_app.ui.widgets.flow_row import FlowRow

_FIELD_FROM: Final = 140  # px at 100 %: a name of usual length can be read while it is typed
_WORDS_FROM: Final = 280  # the warning and its button beside the buttons of the form
_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom


class WalkInRows(QWidget):
    """Name, employer and role; below them what is told, and the buttons.

    Where the role stands below the name, what is told stands between them: near what is typed, and in sight with it.
    """

    def __init__(
        self, fields: tuple[QWidget, QWidget], role: QWidget, told: QWidget, buttons: tuple[QWidget, ...]
    ) -> None:
        super().__init__()
        self._role, self._told, self._buttons = role, told, buttons
        self._texts = QBoxLayout(_BESIDE)
        self._texts.setSpacing(16)
        for title, field in zip(("Name", "Employer"), fields, strict=True):
            self._texts.addLayout(_titled(title, field), 1)
        self._fields = QBoxLayout(_BESIDE)
        self._fields.setSpacing(16)
        self._fields.addLayout(self._texts, 1)
        self._fields.addLayout(_titled("Role", role))
        self._foot = QBoxLayout(_BESIDE)
        self._foot.setSpacing(16)
        self._foot.addWidget(told, 1)
        self._foot.addWidget(FlowRow(at_end=buttons))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._fields)
        column.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.fit()

    def fit(self) -> None:
        """Put each row beside the other or below it; to be called when a button says something else."""
        texts = 2 * current().px(_FIELD_FROM) + 16
        buttons = sum(button.sizeHint().width() + 8 for button in self._buttons)
        for row, needed in (
            (self._texts, texts),
            (self._fields, texts + 16 + self._role.sizeHint().width()),
            (self._foot, buttons + 16 + current().px(_WORDS_FROM)),
        ):
            row.setDirection(_BESIDE if needed <= self.width() else _BELOW)
        self._place_told()

    def _place_told(self) -> None:
        below = self._fields.direction() is _BELOW
        wanted, other = (self._fields, self._foot) if below else (self._foot, self._fields)
        if wanted.indexOf(self._told) < 0:
            other.removeWidget(self._told)
            wanted.insertWidget(1 if below else 0, self._told, 0 if below else 1)


def _titled(title: str, field: QWidget) -> QVBoxLayout:
    name = label(title, "caption")
    name.setBuddy(field)
    field.setAccessibleName(title)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(name)
    column.addWidget(field)
    return column
