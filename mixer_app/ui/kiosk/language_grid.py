"""All languages at once, each in its own script, within reach of a seated person."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.buttons import STRONG, TouchButton
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook

_COLUMNS = 5
_NARROW_COLUMNS = 4


class LanguageButton(TouchButton):
    """One language; the chosen one with a check."""

    def __init__(self, look: KioskLook, shown: Language) -> None:
        super().__init__(look)
        self.language = shown
        self.setText(shown.name)
        self.setAccessibleName(shown.name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def clipped(self) -> bool:
        return self._fit().clipped

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(160), self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        self.ground(painter, "accent_soft" if chosen else "plain", border="accent" if chosen else "line")
        fitted = self._fit()
        side, gap = (self.look.px(24), self.look.px(10)) if chosen else (0, 0)
        left = (self.width() - round(fitted.width) - side - gap) // 2
        if chosen:
            spot = self.place(QRect(left, (self.height() - side) // 2, side, side))
            paint_icon(painter, spot, "check", "accent", weight="bold")
        box = self.place(QRect(left + side + gap, 0, round(fitted.width) + 2, self.height()))
        fitted.paint(painter, box, Qt.AlignmentFlag.AlignHCenter, self.look.color("text"))

    def _fit(self) -> FittedText:
        weight = STRONG if self.isChecked() else None
        room = Room(width=self.width() - self.look.px(50), line_height=self.look.line())
        return fit_text(self.text(), self.look.font(weight=weight), room, self.language.direction)


class LanguageGrid(QWidget):
    """The languages in rows of five, or four where there is less room."""

    chosen = Signal(str)

    def __init__(self, look: KioskLook, languages: Sequence[Language]) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.buttons = [LanguageButton(look, one) for one in languages]
        for button in self.buttons:
            self._group.addButton(button)
            button.clicked.connect(self._tell)
        look.changed.connect(self._arrange)
        self._arrange()

    def show_chosen(self, code: str) -> None:
        """Mark the language in use."""
        for button in self.buttons:
            button.setChecked(button.language.code == code)

    def _arrange(self) -> None:
        columns = _NARROW_COLUMNS if self._look.compact and self._look.larger else _COLUMNS
        self._grid.setSpacing(self._look.px(8))
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _tell(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, LanguageButton):
            self.chosen.emit(button.language.code)
