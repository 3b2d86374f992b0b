"""All languages at once, each in its own script, within reach of a seated person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from mixer_app.ui.kiosk.choice_button import ChoiceButton
from mixer_app.ui.kiosk.languages import Language
from mixer_app.ui.kiosk.look import KioskLook

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

    def _arrange(self) -> None:
        columns = _NARROW_COLUMNS if self._look.compact and self._look.larger else _COLUMNS
        self._grid.setSpacing(self._look.px(8))
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _walk(self, step: int) -> None:
        """To the button beside; every language stays a stop of Tab, too."""
        now = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), 0)
        target = self.buttons[min(max(now + step, 0), len(self.buttons) - 1)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, LanguageButton):
            self.chosen.emit(button.language.code)
