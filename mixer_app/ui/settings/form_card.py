"""A card of fields that are saved as they are changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QSpinBox, QWidget

from mixer_app.ui.widgets import Card, SegmentedControl, label, restyle

WAIT_MS: Final = 700
"""After the last step of an arrow, so that five steps are one change."""


@dataclass(slots=True)
class Field:
    """One field: how it is read and filled, and what it showed last."""

    widget: QWidget
    read: Callable[[], Any]
    fill: Callable[[Any], None]
    shown: Any = None

    @property
    def touched(self) -> bool:
        """Whether it says something else than what is stored."""
        return self.read() != self.shown


class FormCard(Card):
    """Tells `changed` with `{name: value}` once a field is left or chosen; `show_values` fills what nobody edits.

    A change that is refused stays in its field, marked, until it is put right or taken back.
    """

    changed = Signal(object)

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.fields: dict[str, Field] = {}
        self.body.setSpacing(16)
        self._due: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.save_now)
        if note:
            self.body.addWidget(label(note, "muted_caption", wrap=True))
        self.problem_label = label("", "caption", tone="bad", wrap=True)
        self.problem_label.hide()

    def bind(self, name: str, widget: QWidget, fill: Callable[[Any], None], read: Callable[[], Any]) -> None:
        """Save `widget` as `name` when it is left (typed), a moment after (stepped), or at once (chosen)."""
        self.fields[name] = Field(widget, read, fill, read())
        widget.setObjectName(f"{name}_field")
        later, at_once = partial(self._save_later, name), partial(self._save_if_other, name)
        if isinstance(widget, QLineEdit):
            widget.editingFinished.connect(at_once)
        elif isinstance(widget, QSpinBox):
            widget.valueChanged.connect(later)
            widget.editingFinished.connect(at_once)
        elif isinstance(widget, QDateTimeEdit):
            widget.dateTimeChanged.connect(later)
            widget.editingFinished.connect(at_once)
        elif isinstance(widget, QCheckBox):
            widget.toggled.connect(at_once)
        elif isinstance(widget, QComboBox):
            widget.activated.connect(at_once)
        elif isinstance(widget, SegmentedControl):
            widget.chosen.connect(at_once)

    def bind_line(self, name: str, widget: QLineEdit) -> None:
        """A line of text, without spaces around it."""
        self.bind(name, widget, partial(_fill_line, widget), lambda: " ".join(widget.text().split()))

    def bind_number(self, name: str, widget: QSpinBox) -> None:
        """A whole number."""
        self.bind(name, widget, widget.setValue, widget.value)

    def bind_choice(self, name: str, widget: SegmentedControl, kind: Callable[[str], Any]) -> None:
        """One of a few, of which the keys are the values of an enumeration or plain words."""
        self.bind(name, widget, widget.set_key, lambda: kind(widget.key))

    def bind_box(self, name: str, widget: QCheckBox) -> None:
        """Yes or no."""
        self.bind(name, widget, widget.setChecked, widget.isChecked)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what is stored, except where somebody is typing."""
        for name, field in self.fields.items():
            if name not in values:
                continue
            value = values[name]
            if field.touched and field.shown is not None and _in_use(field.widget) and field.read() != value:
                continue
            with QSignalBlocker(field.widget):
                field.fill(value)
            field.shown = value
            restyle(field.widget, tone="")

    def show_problem(self, sentence: str, names: tuple[str, ...] = ()) -> None:
        """Say what was refused, and mark its fields; nothing to say takes the marks away."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))
        for name in names:
            if name in self.fields:
                restyle(self.fields[name].widget, tone="bad" if sentence else "")
                self.fields[name].widget.setAccessibleDescription(sentence)

    def save_now(self) -> None:
        """Save what waits."""
        self._timer.stop()
        due, self._due = self._due, set()
        for name in sorted(due):
            self._save_if_other(name)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_now()

    def changes(self, name: str, value: Any) -> dict[str, Any]:
        """What a field changes of the event or its settings: itself, unless a card knows better."""
        return {name: value}

    def _save_later(self, name: str, *_told: object) -> None:
        self._due.add(name)
        self._timer.start()

    def _save_if_other(self, name: str, *_told: object) -> None:
        self._due.discard(name)
        field = self.fields[name]
        if field.touched:
            field.shown = field.read()
            self.changed.emit(self.changes(name, field.shown))


def _fill_line(widget: QLineEdit, value: str) -> None:
    widget.setText(value)
    widget.setCursorPosition(0)


def _in_use(widget: QWidget) -> bool:
    """Whether the cursor is in it."""
    inner = widget.lineEdit() if isinstance(widget, QAbstractSpinBox) else widget
    return widget.hasFocus() or inner.hasFocus()
