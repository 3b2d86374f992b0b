"""Fields for numbers and times, with the text as far from the edge as in every other field."""

from PySide6.QtCore import QEvent, QLocale, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QTimeEdit, QWidget

from mixer_app.ui import theme

_MARGIN = 10
"""Style sheets do not reach the line inside a spin box; its margin is set by hand."""


class NumberField(QSpinBox):
    """A whole number; `suffix` is its unit."""

    def __init__(
        self, value: int, *, least: int, most: int, suffix: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setAccelerated(True)
        if name:
            self.setAccessibleName(name)
        _fit(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            _fit(self)


class DecimalField(QDoubleSpinBox):
    """A number with two decimals, such as a score from 0.00 to 1.00; always with a point, as scores are shown."""

    def __init__(
        self, value: float, *, most: float = 1.0, step: float = 0.05, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setDecimals(2)
        self.setRange(0.0, most)
        self.setSingleStep(step)
        self.setValue(value)
        if name:
            self.setAccessibleName(name)
        _fit(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            _fit(self)


class TimeField(QTimeEdit):
    """A time of day, to the minute."""

    def __init__(self, hour: int, minute: int, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(QTime(hour, minute), parent)
        self.setDisplayFormat("HH:mm")
        if name:
            self.setAccessibleName(name)
        _fit(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            _fit(self)


def _fit(field: QAbstractSpinBox) -> None:
    field.lineEdit().setTextMargins(theme.current().px(_MARGIN), 0, 0, 0)
