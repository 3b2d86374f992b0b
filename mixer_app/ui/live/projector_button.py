"""What the projectors show: said on a button of the head, chosen in its menu."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mixer_app.domain.evening import EveningNow
from mixer_app.domain.projector import ProjectorLayout, ProjectorState
from mixer_app.domain.projector_frames import picture_now
from mixer_app.ui.projector.opening import screen_names
from mixer_app.ui.widgets import Button, menu

_WORDS: Final = {
    ProjectorLayout.AUTOMATIC: "Follow the evening",
    ProjectorLayout.COUNTDOWN: "Countdown",
    ProjectorLayout.TABLES: "Find your table",
    ProjectorLayout.MESSAGE: "Message",
}
_SHORT: Final = {
    ProjectorLayout.COUNTDOWN: "countdown",
    ProjectorLayout.TABLES: "tables",
    ProjectorLayout.MESSAGE: "message",
}


class ProjectorButton(Button):
    """Tells what was chosen: a layout, whether the chimes are muted, or a screen to open a projector on."""

    chosen = Signal(str, object)  # a name of `ProjectorState` and its value
    screen_chosen = Signal(int)  # from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Projector", icon_name="presentation", icon_after="caret-down", parent=parent)
        self.setObjectName("projector_button")
        self._state = ProjectorState()
        self._menu = menu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def show_state(self, state: ProjectorState, evening: EveningNow | None, *, plan_is_out: bool) -> None:
        """Say which picture is on."""
        self._state = state
        if evening is None:
            return
        picture = picture_now(evening, state, can_find_tables=plan_is_out)
        words = f"Projector: {_SHORT.get(picture, picture.value)}"
        if words != self.text():
            self.setText(words)

    def _fill(self) -> None:
        self._menu.clear()
        for layout, words in _WORDS.items():
            self._add(words, layout is self._state.layout, partial(self.chosen.emit, "layout", layout))
        self._menu.addSeparator()
        muted = self._state.muted
        self._add("Mute the chimes", muted, partial(self.chosen.emit, "muted", not muted))

        self._menu.addSeparator()
        for number, name in enumerate(screen_names(), 1):
            self._menu.addAction(f"Open on screen {name}", partial(self.screen_chosen.emit, number))

    def _add(self, words: str, checked: bool, act: Callable[[], object]) -> None:
        entry = QAction(words, self._menu)
        entry.setCheckable(True)
        entry.setChecked(checked)
        entry.triggered.connect(act)
        self._menu.addAction(entry)
