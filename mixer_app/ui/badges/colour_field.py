"""The colour of an event: written or picked, and refused with the nearest that holds where text could not be read."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.services.brand import ColourAdvice, colour_advice
from mixer_app.ui import theme
from mixer_app.ui.widgets import Button, IconButton, label, restyle

ColourChooser: TypeAlias = Callable[[QWidget, str], str]
"""Asks a person for a colour, given the present one; empty: they keep it."""

_NONE: Final = "Without one, papers have the colour of Mentor Mixer."
_LETTERS: Final = 7
_FIELD_WIDTH: Final = 112
_SWATCH: Final = 18


def ask_for_colour(parent: QWidget, colour: str) -> str:
    """The system's own dialogue."""
    picked = QColorDialog.getColor(QColor(colour or theme.current().color("accent")), parent, "Colour of the event")
    return picked.name() if picked.isValid() else ""


class ColourField(QWidget):
    """`changed` carries a colour that can be read on paper, or nothing for none; others stay in the field, marked."""

    changed = Signal(str)

    def __init__(self, *, choose: ColourChooser = ask_for_colour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = ""
        self.choose = choose
        self._advice: ColourAdvice | None = None
        self._build()
        self.code_field.editingFinished.connect(self._take_written)
        self.pick_button.clicked.connect(self._pick)
        self.clear_button.clicked.connect(self._clear)
        self.nearest_button.clicked.connect(self._take_nearest)
        self.show_colour("")

    def show_colour(self, colour: str) -> None:
        """Show this colour without telling."""
        self.colour = colour
        self.code_field.setText(colour)
        self._tell(colour_advice(colour) if colour else None)

    @property
    def doubt(self) -> str:
        """Why what stands in the field is not taken; empty where it is."""
        written = self.code_field.text().strip().upper()
        return "" if written == self.colour else self.note_label.text()

    def _build(self) -> None:
        self.code_field = QLineEdit()
        self.code_field.setMaxLength(_LETTERS)
        self.code_field.setPlaceholderText("#0B6E69")
        self.code_field.setAccessibleName("Colour of the event, such as #0B6E69")
        self.code_field.setObjectName("accent_field")
        self.pick_button = _Swatch("Pick")
        self.pick_button.setAccessibleName("Pick the colour of the event")
        self.clear_button = IconButton("x", "Take the colour of Mentor Mixer", size=16)
        self.nearest_button = Button("", small=True)
        self.pick_button.setObjectName("pick_colour_button")
        self.clear_button.setObjectName("clear_colour_button")
        self.nearest_button.setObjectName("nearest_colour_button")
        self.note_label = label("", "muted_caption", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code_field)
        row.addWidget(self.pick_button)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note_label)
        column.addWidget(self.nearest_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.code_field.setFixedWidth(theme.current().px(_FIELD_WIDTH))

    def _take_written(self) -> None:
        written = self.code_field.text().strip()
        if written.upper() != self.colour:
            self._take(written)

    def _pick(self) -> None:
        if picked := self.choose(self.window(), self.colour):
            self._take(picked)

    def _clear(self) -> None:
        self._take("")

    def _take_nearest(self) -> None:
        if self._advice is not None:
            self.code_field.setFocus()
            self._take(self._advice.nearest)

    def _take(self, written: str) -> None:
        try:
            advice = colour_advice(written) if written else None
        except MixerError as error:
            self._refuse(str(error))
            return
        if advice is not None and not advice.holds:
            self.code_field.setText(advice.colour)
            self._tell(advice)
            return
        colour = advice.colour if advice else ""
        if colour == self.colour:
            self.show_colour(colour)
            return
        self.show_colour(colour)
        self.changed.emit(colour)

    def _tell(self, advice: ColourAdvice | None) -> None:
        self._advice = advice
        pale = advice is not None and not advice.holds
        self.pick_button.show_colour(advice.colour if advice else "")
        self.clear_button.setVisible(advice is not None)
        self.note_label.setText(advice.sentence if advice else _NONE)
        self.code_field.setAccessibleDescription(self.note_label.text())
        restyle(self.note_label, tone="bad" if pale else "")
        restyle(self.code_field, tone="bad" if pale else "")
        self.nearest_button.setText(f"Take {advice.nearest}" if advice is not None and pale else "")
        self.nearest_button.setVisible(pale)

    def _refuse(self, sentence: str) -> None:
        self._advice = None
        self.note_label.setText(sentence)
        self.code_field.setAccessibleDescription(sentence)
        restyle(self.note_label, tone="bad")
        restyle(self.code_field, tone="bad")
        self.clear_button.show()
        self.nearest_button.hide()


class _Swatch(Button):
    """A button with the colour before its word."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon_name="circle", small=True)
        self._colour = ""

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_SWATCH)
        left = (self.width() - self._content_width()) // 2
        painter.setBrush(QColor(self._colour) if self._colour else look.color("surface"))
        painter.setPen(QPen(look.color("text_muted"), 1))
        painter.drawEllipse(QRectF(left + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1))
