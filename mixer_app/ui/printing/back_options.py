"""Whether badges have a back, how the printer turns the sheet, and what is on the back."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from mixer_app.domain.staff_settings import BackOfBadge, EventSettings
from mixer_app.domain.stock import Flip, Fold, Stock
from mixer_app.ui import theme
from mixer_app.ui.printing.option_part import option_part
from mixer_app.ui.widgets.combos import ElidedCombo
from mixer_app.ui.widgets.labels import label

_SIDES: Final = {
    Flip.NONE: "One",
    Flip.LONG_EDGE: "Both, turned over the long edge",
    Flip.SHORT_EDGE: "Both, turned over the short edge",
}
_BACKS: Final = {BackOfBadge.ROUNDS: "Own rounds and tables", BackOfBadge.TEXT: "A text"}
_SEATED: Final = "Who has no seat in the plan gets the text."
_NOT_OUT: Final = "The plan is not out yet: until then the text is printed."
_WAIT_MS: Final = 700
_LINES: Final = 4


class BackOptions(QWidget):
    """The side of the printer is chosen for each print; what the back says belongs to the event."""

    changed = Signal()
    content_chosen = Signal(object)
    """`{name: value}` of the event's settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock: Stock | None = None
        self._shown = EventSettings()
        self._plan_is_out = False
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._connect()
        self._fit()

    def _build(self) -> None:
        self.sides_combo = ElidedCombo("sides_combo")
        for flip, words in _SIDES.items():
            self.sides_combo.addItem(words, flip)
        self.back_combo = ElidedCombo("back_combo")
        for back, words in _BACKS.items():
            self.back_combo.addItem(words, back)
        self.back_note = label("", "muted_caption", wrap=True)
        self.text_field = QPlainTextEdit()
        self.text_field.setObjectName("back_text_field")
        self.text_field.setTabChangesFocus(True)
        self.text_field.setFixedHeight(_LINES * theme.current().line("body") + 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._sides_part = option_part("Sides", self.sides_combo, column)
        self._back_part = option_part("On the back", self.back_combo, column, below=self.back_note)
        self._text_part = option_part("Text on the back", self.text_field, column)

    def _connect(self) -> None:
        self.sides_combo.activated.connect(self._take_sides)
        self.back_combo.activated.connect(self._take_back)
        self.text_field.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._take_text)

    @property
    def flip(self) -> Flip:
        """How the printer turns the sheet; one side on stock that is folded or on a roll."""
        return Flip(self.sides_combo.currentData()) if self._has_two_sides else Flip.NONE

    @property
    def _back(self) -> BackOfBadge:
        return BackOfBadge(self.back_combo.currentData())

    @property
    def _has_two_sides(self) -> bool:
        stock = self._stock
        return stock is not None and not stock.fold and not stock.dpi

    def show_stock(self, stock: Stock | None) -> None:
        """Offer what this stock can have; None: no badges are printed."""
        self._stock = stock
        self._fit()

    def show_settings(self, settings: EventSettings, *, plan_is_out: bool) -> None:
        """Show what the back says; what somebody is typing stays."""
        self._shown, self._plan_is_out = settings, plan_is_out
        with QSignalBlocker(self.back_combo):
            self.back_combo.setCurrentIndex(self.back_combo.findData(settings.badge_back))
        if not self.text_field.hasFocus() and self.text_field.toPlainText() != settings.badge_back_text:
            with QSignalBlocker(self.text_field):
                self.text_field.setPlainText(settings.badge_back_text)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._take_text()

    def _fit(self) -> None:
        stock = self._stock
        has_back = stock is not None and (stock.fold is not Fold.NONE or bool(self.flip))
        rounds = self._back is BackOfBadge.ROUNDS
        self._sides_part.setVisible(self._has_two_sides)
        self._back_part.setVisible(has_back)
        self._text_part.setVisible(has_back)
        self.back_note.setText(_SEATED if self._plan_is_out else _NOT_OUT)
        self.back_note.setVisible(has_back and rounds)

    def _take_sides(self) -> None:
        self._fit()
        self.changed.emit()

    def _take_back(self) -> None:
        self._fit()
        self.content_chosen.emit({"badge_back": self._back})

    def _take_text(self) -> None:
        text = self.text_field.toPlainText().strip()
        if text != self._shown.badge_back_text:
            self.content_chosen.emit({"badge_back_text": text})
