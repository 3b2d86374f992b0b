"""All languages at once, each in its own script, within reach of a seated person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from mixer_app.ui.kiosk.chips import focus_neighbour
from mixer_app.ui.kiosk.choice_button import ChoiceButton
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.tab_order import one_of

_COLUMNS = 5
_NARROW_COLUMNS = 4


class LanguageButton(ChoiceButton):
    """One language, read in its own direction."""

    def __init__(self, look: KioskLook, shown: Language) -> None:
        super().__init__(look)
        self.language = shown
        self.setText(shown.name)
        self.setAccessibleName(shown.name)

    def words_direction(self) -> Qt.LayoutDirection:
        """That of the language, whatever the page's is."""
        return self.language.direction


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
            button.walked.connect(self._walk)
        look.changed.connect(self._arrange)
        self._arrange()

    def show_chosen(self, code: str) -> None:
        """Mark the language in use."""
        for button in self.buttons:
            button.setChecked(button.language.code == code)

    def tab_stops(self) -> list[QWidget]:
        """One stop: the language that has the keyboard, else the one in use."""
        return one_of(self.buttons, next((one for one in self.buttons if one.isChecked()), self.buttons[0]))

    def _arrange(self) -> None:
        columns = _NARROW_COLUMNS if self._look.compact and self._look.larger else _COLUMNS
        self._grid.setSpacing(self._look.px(8))
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _walk(self, step: int) -> None:
        focus_neighbour(list(self.buttons), step)

    def _tell(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, LanguageButton):
            self.chosen.emit(button.language.code)
